//! Signing in by a link in a mail, and out again. There is no password. Passkeys are the other way in.
//!
//! Mail scanners open links. So opening one changes nothing: it hands its code to a cookie, and only the button on
//! the page after it spends the code.

use std::time::Duration;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use heard_core::text::Lang;
use maud::Markup;
use tokio::time::sleep;

use super::{
    audit::audit_platform,
    guard::{SESSION, STAFF, WANTED, own_page, session},
    letters, passkeys,
    sessions::device,
    sql, view,
};
use crate::{
    app::App,
    clock::{HOUR, MINUTE, random_key},
    cookie,
    db::Tx,
    error::Error,
    form::field::Trouble,
    limits::{Client, Door},
    mail::{self, Letter},
    page,
    pepper::{Pepper, Purpose},
    typed::PostedForm,
};

/// How long a link in a mail can be used, in milliseconds.
const LINK_LASTS: i64 = 20 * MINUTE;
/// How long one stays signed in, in milliseconds.
const SESSION_LASTS: i64 = 12 * HOUR;
/// How many links of one person can be open at once: asking again and again fills nobody's letter box.
const MOST_LINKS: i64 = 3;
/// How long asking for a link takes at least, so that the time does not tell who is known.
const ANSWER_TAKES: Duration = Duration::from_millis(250);

/// The cookie that carries a link's code from its address to the button.
const ENTER: &str = "enter";
const DOOR: &str = "/staff/enter";

pub(super) async fn form(State(app): State<App>) -> Markup {
    view::sign_in("", &[], &passkeys::button(&app), &Lang::english())
}

/// Sends a link, if the address is one of staff. The answer is the same for every address.
pub(super) async fn ask(State(app): State<App>, client: Client, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["email"])?;
    let again = |advice| {
        let trouble = Trouble { field: "email", label: "Your e-mail at work", advice };
        view::sign_in(typed.first("email"), &[trouble], &passkeys::button(&app), &Lang::english())
    };
    let Some(email) = mail::address(typed.first("email")) else {
        let page = again("Write an address such as ann@example.org.");
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    if let Err(Error::TooOften { seconds }) = app.limits.pass(Door::Link, &client, app.clock.now()) {
        let page = again("Many have asked from where you are. Wait a minute, then send it again.");
        return Ok((StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)], page).into_response());
    }
    let (sent, ()) = tokio::join!(send_link(&app, &email), sleep(ANSWER_TAKES));
    sent?;
    Ok(Redirect::to("/staff/sign-in/sent").into_response())
}

pub(super) async fn sent() -> Markup {
    view::sent(&Lang::english())
}

/// What a link in a mail opens. It changes nothing; a code that cannot be one goes the same way as all others.
pub(super) async fn carry(State(app): State<App>, Path(code): Path<String>) -> Response {
    let plain = code.len() < 64 && code.bytes().all(|b| b.is_ascii_alphanumeric());
    let code = if plain { code.as_str() } else { "none" };
    ([(header::SET_COOKIE, cookie::set(ENTER, code, DOOR, app.secure()))], Redirect::to(DOOR)).into_response()
}

/// The page with the button.
pub(super) async fn door(State(app): State<App>, headers: HeaderMap) -> Response {
    match cookie::read(&headers, ENTER, app.secure()) {
        Some(_) => view::door(&Lang::english()).into_response(),
        None => over(),
    }
}

/// Spends the code, once, and begins a session. Unknown, spent and late codes are answered alike.
pub(super) async fn enter(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    form: PostedForm,
) -> Result<Response, Error> {
    form.only(&[])?;
    let Some(code) = cookie::read(&headers, ENTER, app.secure()) else { return Ok(over()) };
    let now = app.clock.now();
    app.limits.pass(Door::Enter, &client, now)?;
    let mut tx = app.db.write().await?;
    let spent = sql::spend_link(&mut tx, &app.pepper.hash(Purpose::SignIn, code), now).await?;
    let Some(staff) = spent else { return Ok(over()) };
    let answer = let_in(&app, &mut tx, &headers, &staff, None).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Begins a session, in the place of the one that the browser has; with the name of the passkey, where it was one. The
/// answer goes out after the commit, and leads to the page that was wanted.
pub(super) async fn let_in(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    staff: &str,
    passkey: Option<&str>,
) -> Result<Response, Error> {
    let now = app.clock.now();
    end_session(app, tx, headers).await?;
    let key = random_key();
    let (code_hash, lasts) = (app.pepper.hash(Purpose::Session, &key), (now, now + SESSION_LASTS));
    sql::begin_session(tx, &code_hash, staff, lasts, &device(headers), passkey).await?;
    let way = passkey.map(|name| format!("by the passkey {name}")).unwrap_or_default();
    audit_platform(tx, Some(staff), now, "signed in", &way).await?;
    let wanted = cookie::read(headers, WANTED, app.secure()).and_then(own_page);
    let cookies = AppendHeaders([
        (header::SET_COOKIE, cookie::set(SESSION, &key, STAFF, app.secure())),
        (header::SET_COOKIE, cookie::clear(ENTER, DOOR, app.secure())),
        (header::SET_COOKIE, cookie::clear(WANTED, STAFF, app.secure())),
    ]);
    Ok((cookies, Redirect::to(wanted.as_deref().unwrap_or(STAFF))).into_response())
}

pub(super) async fn sign_out(State(app): State<App>, headers: HeaderMap, form: PostedForm) -> Result<Response, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    end_session(&app, &mut tx, &headers).await?;
    tx.commit().await?;
    let cookie = [(header::SET_COOKIE, cookie::clear(SESSION, STAFF, app.secure()))];
    let advice = "You can close this window. On a shared computer, close the browser too.";
    let said = page::message("You are signed out", advice, &Lang::english());
    Ok((cookie, said).into_response())
}

/// Ends the session that the browser brings along, if there is one.
async fn end_session(app: &App, tx: &mut Tx, headers: &HeaderMap) -> Result<(), Error> {
    let Some(session) = session(app, headers) else { return Ok(()) };
    match sql::end_session(tx, &session).await? {
        Some(staff) => audit_platform(tx, Some(&staff), app.clock.now(), "signed out", "").await,
        None => Ok(()),
    }
}

/// A link that signs in whoever has this address, once: for the terminal of whoever started the server.
pub async fn sign_in_link(app: &App, email: &str) -> Result<String, Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let staff = sql::who_may_enter(&mut tx, email).await?.ok_or(Error::NotFound)?;
    let link = new_link(&mut tx, &app.pepper, &app.base_url, &staff, now).await?;
    tx.commit().await?;
    Ok(link)
}

/// A link that signs a person in, by their id.
pub async fn new_link(tx: &mut Tx, pepper: &Pepper, base_url: &str, staff: &str, now: i64) -> Result<String, Error> {
    let code = random_key();
    sql::add_link(tx, &pepper.hash(Purpose::SignIn, &code), staff, now + LINK_LASTS).await?;
    Ok(letters::link(base_url, &code))
}

async fn send_link(app: &App, email: &str) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if let Some(staff) = sql::who_may_enter(&mut tx, email).await?
        && sql::open_links(&mut tx, &staff, now).await? < MOST_LINKS
    {
        let (subject, body) = letters::sign_in(&app.base_url);
        let give_up = now + LINK_LASTS;
        let id =
            mail::queue(&mut tx, &app.pepper, &Letter { to: email, subject, body: &body, give_up, wave: None }, now)
                .await?;
        let code = mail::code_in(&app.pepper, &id);
        sql::add_link(&mut tx, &app.pepper.hash(Purpose::SignIn, &code), &staff, give_up).await?;
    }
    tx.commit().await
}

fn over() -> Response {
    (StatusCode::GONE, view::link_is_over(&Lang::english())).into_response()
}
