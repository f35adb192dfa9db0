//! What the links of an invitation do. The one to the survey is swapped for a cookie at once, whatever its code: what
//! becomes of it, only who sends answers learns. The one that stops them has a page with a button, because mail scanners
//! open links.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;

use super::{sql, view};
use crate::{
    app::App,
    clock::DAY,
    cookie,
    db::Tx,
    error::Error,
    intake::{self, Channel, NewResponse, Stored, Submission},
    limits::{Client, Door},
    mail,
    pepper::{Pepper, Purpose},
    services,
    surveys::{self, Published},
    typed::{self, PostedForm},
    wishes::Wishes,
    words::spoken,
};

/// The cookie that holds an invitation's code.
const COOKIE: &str = "invited";
/// How many seconds it is kept: as long as a wave is open, at most.
const KEPT: i64 = 366 * DAY / 1_000;
/// What mail programs send where somebody pressed their own "unsubscribe" (RFC 8058).
const ONE_CLICK: &str = "List-Unsubscribe";

/// An invitation that a browser came by, whether or not it is one: what is kept of its code.
pub(crate) struct Came(String);

/// What is kept of an invitation's code.
pub(super) fn kept(pepper: &Pepper, code: &str) -> String {
    pepper.hash(Purpose::Invitation, code)
}

/// The invitation that this browser came by.
pub(crate) fn came(app: &App, headers: &HeaderMap) -> Option<Came> {
    cookie::read(headers, COOKIE, app.secure()).map(|code| Came(kept(&app.pepper, code)))
}

/// Takes the cookie away.
pub(crate) fn no_cookie(app: &App, published: &Published) -> HeaderValue {
    cookie::clear(COOKIE, &published.path(), app.secure())
}

/// Gives the code to the browser and leads to an address without it: it stays out of histories and of what is shared.
pub(super) async fn swap(
    State(app): State<App>,
    Path((service, survey, code)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    let cookie = cookie::keep(COOKIE, typed::code(&code)?, &published.path(), KEPT, app.secure());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&published.path())).into_response())
}

/// Stores a response. Where its sender came by an invitation, that is used up with it, once. [`Error::Spent`] where it
/// was used up before. One that is none of this wave's, such as that of an earlier wave, is none at all.
pub(crate) async fn store(
    app: &App,
    published: &Published,
    came: Option<&Came>,
    response: NewResponse,
) -> Result<Stored, Error> {
    match came {
        Some(Came(link)) => store_invited(app, published, link, response).await,
        None => app.intake.submit(Submission::Response(Box::new(response))).await,
    }
}

async fn store_invited(
    app: &App,
    published: &Published,
    link: &str,
    mut response: NewResponse,
) -> Result<Stored, Error> {
    let wave = response.wave.clone();
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &wave).await?;
    let address = sql::spend(&mut tx, &wave, link).await?;
    if address.is_none() && !published.declaration.invited_only && !sql::is_invited(&mut tx, &wave, link).await? {
        drop(tx);
        return app.intake.submit(Submission::Response(Box::new(response))).await;
    }
    response.channel = Channel::Invitation;
    let new = intake::store_within(&mut tx, &response).await?;
    match (new, address) {
        // The transaction is dropped: what it took, it gives back.
        (false, _) => Ok(Stored::Before),
        (true, None) => Err(Error::Spent),
        (true, Some(address)) => {
            mail::take_back(&mut tx, &wave, &address).await?;
            tx.commit().await?;
            app.wake_scoring();
            Ok(Stored::Now)
        }
    }
}

type CodePath = Path<(String, String)>;

pub(super) async fn ask_stop(
    State(app): State<App>,
    wishes: Wishes,
    Path((service, code)): CodePath,
) -> Result<Markup, Error> {
    let house = services::house(&mut app.db.read().await?, &service).await?;
    Ok(view::public::ask_stop(&house, typed::code(&code)?, &wishes.among(spoken())))
}

/// Never invites the address again. Whether it was invited is not told.
pub(super) async fn stop(
    State(app): State<App>,
    client: Client,
    wishes: Wishes,
    Path((service, code)): CodePath,
    form: PostedForm,
) -> Result<Markup, Error> {
    form.only(&[ONE_CLICK])?;
    app.limits.pass(Door::StopInvitations, &client, app.clock.now())?;
    let mut tx = app.db.write().await?;
    let house = services::house(&mut tx, &service).await?;
    never_again(&mut tx, &service, &mail::of_stop_code(&app.pepper, typed::code(&code)?)).await?;
    tx.commit().await?;
    Ok(view::public::stopped(&house, &wishes.among(spoken())))
}

/// Takes an address off every list of a service, and out of the queue, and keeps it off.
pub(super) async fn never_again(tx: &mut Tx, service: &str, address: &str) -> Result<(), Error> {
    for wave in sql::unwant(tx, service, address).await? {
        mail::take_back(tx, &wave, address).await?;
    }
    Ok(())
}
