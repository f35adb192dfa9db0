//! "Tell me what happened": an address that is told when a service says what changed. It is left on a page of its own,
//! by anybody, and nothing joins it to a response.
//!
//! What is stored is the address with its reader's language, sealed ([`seal`]), under the keyed hash of a code that
//! every mail to it carries: pressing a button behind the link confirms it, or stops it and deletes the address. Mail
//! scanners open links, so opening one changes nothing. Until it is confirmed it is kept for a week or two; the day on
//! which it is deleted is always a Monday, so that it does not tell the day on which it came. The rows are mixed
//! ([`mixing`](crate::mixing)). In clear, the address stands in the queue of mail until the mail has left.

mod letters;
mod place;
pub(crate) mod sql;
mod view;

use std::time::Duration;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use heard_core::text::Lang;
use jiff::{ToSpan as _, civil::Date};
use maud::Markup;
use tokio::time::sleep;

use crate::{
    app::App,
    clock::{DAY, start_of_day},
    db::Tx,
    error::Error,
    limits::{Client, Door},
    mail::{self, Letter},
    page::House,
    pepper::Purpose,
    seal,
    sign_up::Back,
    typed::{self, PostedForm},
};
use place::Place;
pub(crate) use sql::{Listener, forget_unconfirmed};

/// How many mails ask one address to confirm, until it is forgotten: asking again and again fills nobody's letter box.
const MOST_MAILS: i64 = 3;
/// How long, in milliseconds, a mail that cannot be delivered is tried.
const MAIL_KEEPS: i64 = 3 * DAY;
/// The same for a mail that tells what happened: it is as good a week later.
const NEWS_KEEPS: i64 = 7 * DAY;
/// How long signing up takes at least, so that the time does not tell who is on the list.
const ANSWER_TAKES: Duration = Duration::from_millis(250);

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/{service}/tell-me", get(form).post(sign_up))
        .route("/{service}/s/{survey}/tell-me", get(form).post(sign_up))
        .route("/{service}/tell-me/sent", get(sent))
        .route("/{service}/tell-me/yes/{code}", get(ask_yes).post(yes))
        .route("/{service}/tell-me/stop/{code}", get(ask_stop).post(stop))
}

async fn form(place: Place) -> Response {
    view::form(&place, "", Back::Fresh)
}

async fn sign_up(State(app): State<App>, client: Client, place: Place, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&[view::EMAIL])?;
    let again = |back| view::form(&place, typed.first(view::EMAIL), back);
    let Some(address) = mail::address(typed.first(view::EMAIL)) else { return Ok(again(Back::Wrong)) };
    if let Err(error) = app.limits.pass(Door::TellMe, &client, app.clock.now()) {
        return Ok(again(Back::after(error)?));
    }
    let (kept, ()) = tokio::join!(keep(&app, &place, &address), sleep(ANSWER_TAKES));
    match kept {
        Ok(()) => Ok(Redirect::to(&format!("/{}/tell-me/sent", place.house.key)).into_response()),
        Err(error) => Ok(again(Back::after(error)?)),
    }
}

async fn sent(place: Place) -> Markup {
    view::sent(&place)
}

type CodePath = Path<(String, String)>;

async fn ask_yes(place: Place, Path((_, code)): CodePath) -> Result<Markup, Error> {
    Ok(view::ask_yes(&place, typed::code(&code)?))
}

/// Confirms an address. Doing it twice is doing it once.
async fn yes(
    State(app): State<App>,
    client: Client,
    place: Place,
    Path((service, code)): CodePath,
    form: PostedForm,
) -> Result<Response, Error> {
    form.only(&[])?;
    app.limits.pass(Door::TellMe, &client, app.clock.now())?;
    let mut tx = app.db.write().await?;
    let found = sql::confirm(&mut tx, &service, &stored_as(&app, &service, typed::code(&code)?)).await?;
    tx.commit().await?;
    if found {
        Ok(view::confirmed(&place).into_response())
    } else {
        Ok((StatusCode::GONE, view::link_is_over(&place)).into_response())
    }
}

async fn ask_stop(place: Place, Path((_, code)): CodePath) -> Result<Markup, Error> {
    Ok(view::ask_stop(&place, typed::code(&code)?))
}

/// Deletes an address. Whether there was one is not told: afterwards there is none.
async fn stop(
    State(app): State<App>,
    client: Client,
    place: Place,
    Path((service, code)): CodePath,
    form: PostedForm,
) -> Result<Markup, Error> {
    form.only(&[])?;
    app.limits.pass(Door::TellMe, &client, app.clock.now())?;
    let mut tx = app.db.write().await?;
    sql::forget(&mut tx, &service, &stored_as(&app, &service, typed::code(&code)?)).await?;
    tx.commit().await?;
    Ok(view::stopped(&place))
}

/// Keeps an address and asks it to confirm; does nothing where it is confirmed, or has been asked often enough.
async fn keep(app: &App, place: &Place, address: &str) -> Result<(), Error> {
    let (service, now) = (&*place.house.key, app.clock.now());
    let listener = Listener {
        service: service.to_owned(),
        code_hash: stored_as(app, service, &mail::own_code(&app.pepper, address)),
        recipient: seal::seal(&app.pepper, Purpose::ListenerAddress, service, &format!("{} {address}", place.lang))?,
        asked: 1,
        until: Some(forgotten_on(app.clock.today()).to_string()),
    };
    let mut tx = app.db.write().await?;
    if sql::ask(&mut tx, &listener, MOST_MAILS).await? {
        let (subject, body) = letters::confirm(&app.base_url, place);
        let letter =
            Letter { to: address, subject: &subject, body: &body, give_up: start_of_day(now + MAIL_KEEPS), wave: None };
        mail::queue(&mut tx, &app.pepper, &letter, now).await?;
    }
    tx.commit().await
}

/// Queues a mail to everyone who asked to hear what happened at a service and has confirmed it. The body ends with the way to
/// have no more of them, in their language. Whoever calls does it once for each thing that happened, in its transaction.
pub(crate) async fn tell_all(app: &App, tx: &mut Tx, house: &House, subject: &str, body: &str) -> Result<(), Error> {
    let (now, service) = (app.clock.now(), &*house.key);
    let give_up = start_of_day(now + NEWS_KEEPS);
    for listener in sql::confirmed(tx, service).await? {
        let recipient = seal::open(&app.pepper, Purpose::ListenerAddress, service, &listener.recipient)?;
        let Some((lang, address)) = recipient.split_once(' ') else { continue };
        let lang = Lang::try_from(lang.to_owned()).unwrap_or_else(|_| Lang::english());
        let body = format!("{body}\n\n{}", letters::stop(&app.base_url, service, &lang));
        let letter = Letter { to: address, subject, body: &body, give_up, wave: None };
        mail::queue_one_of_many(tx, &app.pepper, &letter, now).await?;
    }
    Ok(())
}

/// Whether anybody at all waits to hear what happened at a service.
pub(crate) async fn is_awaited(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    sql::is_awaited(tx, service).await
}

/// What is stored in the place of a code.
fn stored_as(app: &App, service: &str, code: &str) -> String {
    app.pepper.hash(Purpose::Listener, &format!("{service}\n{code}"))
}

/// The Monday after next week: 8 to 14 days from now.
fn forgotten_on(today: Date) -> Date {
    let days = 15 - i64::from(today.weekday().to_monday_one_offset());
    today.saturating_add(days.days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_deletion_tells_the_week_only() {
        for (today, until) in [
            ("2026-11-22", "2026-11-30"),
            ("2026-11-23", "2026-12-07"),
            ("2026-11-26", "2026-12-07"),
            ("2026-11-29", "2026-12-07"),
        ] {
            assert_eq!(forgotten_on(today.parse().unwrap()), until.parse::<Date>().unwrap(), "{today}");
        }
    }
}
