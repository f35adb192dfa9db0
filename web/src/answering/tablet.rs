//! A shared tablet: people answer on it one after the other, and none finds anything of the one before.
//!
//! A cookie on the device says that it is one, for every survey; it holds nothing and outlives the survey. Under it a
//! draft lives for an hour, in a cookie that ends with the browser; nobody is given words; the receipt is shown before
//! sending and never after; whoever comes to the first page begins. Pages with answers have no links that lead away, and
//! when nobody touches one it asks whether somebody is still there, and then clears the way for the next.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use heard_core::text::Lang;

use super::{SurveyPath, draft, mine::Mine, open, view};
use crate::{
    app::App,
    clock::DAY,
    cookie,
    error::Error,
    surveys::{self, Published},
    wishes::{Wish, Wishes},
};

/// The cookie of a shared tablet, for the pages of all surveys: people find their way from one to another.
const COOKIE: &str = "tablet";
const ON: &str = "shared";

/// How many seconds it is kept: longer than a survey is open, so that a device does not cease to be one in between.
const KEPT: i64 = 365 * DAY / 1_000;

/// How many seconds somebody has to say that they are still there.
const ANSWER_WITHIN: u32 = 60;

/// Whether a device is a shared tablet.
pub(super) fn is_on(app: &App, headers: &HeaderMap) -> bool {
    cookie::read(headers, COOKIE, app.secure()) == Some(ON)
}

/// For whoever sets a tablet up: what it does, and the button.
pub(super) async fn about(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    Ok(view::about_tablet(&published, is_on(&app, &headers), &Lang::english()).into_response())
}

pub(super) async fn set_up(State(app): State<App>, Path((service, survey)): SurveyPath) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    let tablet = cookie::keep(COOKIE, ON, "/", KEPT, app.secure());
    Ok(cleared(&app, &published, Some(tablet), Redirect::to(&published.path())))
}

/// Asks whether to stop: one press would be too few on a tablet that goes from hand to hand.
pub(super) async fn stopping(State(app): State<App>, Path((service, survey)): SurveyPath) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    Ok(view::stopping_tablet(&published, &Lang::english()).into_response())
}

pub(super) async fn stop(State(app): State<App>, Path((service, survey)): SurveyPath) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    let tablet = cookie::clear(COOKIE, "/", app.secure());
    let about = format!("{}/tablet", published.path());
    Ok(cleared(&app, &published, Some(tablet), Redirect::to(&about)))
}

/// After sending: thanks, and nothing of what was sent.
pub(super) async fn next(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    if !is_on(&app, &headers) {
        return Ok(Redirect::to(&published.path()).into_response());
    }
    let lang = wishes.among(&published.survey.languages);
    Ok(cleared(&app, &published, None, view::hand_on(&published, &lang)))
}

/// Clears this device for the next person, and leads to the first page. What somebody began and left is deleted within
/// the hour: an address that is only looked at changes nothing on the server.
pub(super) async fn fresh(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    let first = Redirect::to(&published.path());
    Ok(if is_on(&app, &headers) { cleared(&app, &published, None, first) } else { first.into_response() })
}

/// Asks whether somebody is still there, and does not wait for long.
pub(super) async fn still_there(Mine { published, draft }: Mine) -> Result<Response, Error> {
    if !draft.shared {
        return Ok(Redirect::to(&draft.next_path(&published)).into_response());
    }
    let refresh = format!("{ANSWER_WITHIN}; url={}/fresh", published.path());
    let refresh = HeaderValue::try_from(refresh).map_err(|e| Error::fault("refresh", e))?;
    Ok(([(header::REFRESH, refresh)], view::still_there(&published, &draft)).into_response())
}

pub(super) async fn still_here(State(app): State<App>, Mine { published, draft }: Mine) -> Result<Response, Error> {
    draft::keep_up(&app, &draft).await?;
    Ok(Redirect::to(&draft.next_path(&published)).into_response())
}

/// A response that leaves nothing of the person before on the device: not their draft, not how they like to read, and
/// no page in a cache.
fn cleared(app: &App, published: &Published, tablet: Option<HeaderValue>, response: impl IntoResponse) -> Response {
    let cookies = [draft::no_cookie(app, published)].into_iter().chain(tablet);
    let cookies = cookies.map(|cookie| (header::SET_COOKIE, cookie)).chain(Wish::forgotten(app));
    let clear = (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    (AppendHeaders(cookies.chain([clear]).collect::<Vec<_>>()), response).into_response()
}
