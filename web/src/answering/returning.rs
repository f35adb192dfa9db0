//! Save and return: six words lead back to a draft, on this device or another, and to nothing else.
//!
//! They follow from the key that the response will have and from our secret, so that whoever asks twice gets the same
//! words, and a note is never out of date. They know of no invitation. A draft that nobody asked words for cannot be
//! reached by any; of those that somebody did, we keep an HMAC.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::spoken::Spoken;

use super::{
    SurveyPath,
    draft::{self, Draft},
    mine::Mine,
    open, sql, tablet, view,
};
use crate::{
    app::App,
    clock::random_key,
    error::Error,
    limits::{Client, Door},
    pepper::Purpose,
    surveys::Published,
    typed::PostedForm,
    wishes::Wishes,
};

/// The field that words are typed in.
pub(super) const WORDS_FIELD: &str = "words";

/// Gives words for the draft on this device.
pub(super) async fn give_words(
    State(app): State<App>,
    Mine { published, draft }: Mine,
    headers: HeaderMap,
) -> Result<Response, Error> {
    words_for(&app, &published, &draft, &headers).await
}

/// Has words lead back to a draft, and leads to the page that shows them. From now on the device forgets the draft with
/// the browser's window: who comes back by words may well have stopped on somebody else's.
pub(super) async fn words_for(
    app: &App,
    published: &Published,
    draft: &Draft,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    if draft.shared {
        return Ok(Redirect::to(&draft.next_path(published)).into_response());
    }
    let mut tx = app.db.write().await?;
    sql::set_words(&mut tx, &draft.code_hash, &hash(app, &words_of(app, draft))).await?;
    tx.commit().await?;
    let cookie = draft::session_cookie(app, published, draft::code(app, headers).unwrap_or_default());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&format!("{}/code", published.path()))).into_response())
}

/// Shows the words, after they were asked for.
pub(super) async fn words(State(app): State<App>, Mine { published, draft }: Mine) -> Response {
    if !draft.has_words || draft.shared {
        return Redirect::to(&draft.next_path(&published)).into_response();
    }
    view::words_given(&published, &draft, &words_of(&app, &draft), &app.base_url).into_response()
}

/// Has this device forget the draft, which stays with us.
pub(super) async fn leave(State(app): State<App>, Mine { published, draft }: Mine) -> Response {
    if !draft.has_words {
        return Redirect::to(&draft.next_path(&published)).into_response();
    }
    let page = view::left_here(&published, &draft);
    ([(header::SET_COOKIE, draft::no_cookie(&app, &published))], page).into_response()
}

/// The page where words are typed.
pub(super) async fn ask(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    if tablet::is_on(&app, &headers) {
        return Ok(Redirect::to(&published.path()).into_response());
    }
    let lang = wishes.among(&published.survey.languages);
    Ok(view::words_asked(&published, "", None, &lang).into_response())
}

/// Brings the draft that words lead to onto this device; the one that had it before has it no more.
pub(super) async fn go_on(
    State(app): State<App>,
    client: Client,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
    form: PostedForm,
) -> Result<Response, Error> {
    app.limits.pass(Door::Return, &client, app.clock.now())?;
    let published = open(&app, &service, &survey).await?;
    if tablet::is_on(&app, &headers) {
        return Ok(Redirect::to(&published.path()).into_response());
    }
    let typed = form.only(&[WORDS_FIELD])?;
    let lang = wishes.among(&published.survey.languages);
    let refuse = |why| {
        let page = view::words_asked(&published, typed.first(WORDS_FIELD), Some(why), &lang);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let words = match Spoken::read(typed.first(WORDS_FIELD)) {
        Ok(words) => words,
        Err(unread) => return refuse(view::WrongWords::Unread(unread)),
    };
    let Some(code) = take_over(&app, &published, &words).await? else { return refuse(view::WrongWords::NoSuch) };
    let cookie = draft::session_cookie(&app, &published, &code);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&format!("{}/check", published.path()))).into_response())
}

/// The new code of the draft that words lead to. Right and wrong words cost the same statement.
async fn take_over(app: &App, published: &Published, words: &Spoken) -> Result<Option<String>, Error> {
    let code = random_key();
    let code_hash = app.pepper.hash(Purpose::Draft, &code);
    let (service, survey) = (&published.house.key, &published.survey.key);
    let mut tx = app.db.write().await?;
    let found = sql::move_to(&mut tx, service, survey, &hash(app, words), &code_hash, app.clock.now()).await?;
    tx.commit().await?;
    Ok(found.then_some(code))
}

fn words_of(app: &App, draft: &Draft) -> Spoken {
    Spoken::from_bits(app.pepper.derive_bits(Purpose::Words, &draft.response))
}

fn hash(app: &App, words: &Spoken) -> String {
    app.pepper.hash(Purpose::Words, &words.to_string())
}
