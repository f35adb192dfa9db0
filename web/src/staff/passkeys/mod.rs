//! Passkeys: signing in with what unlocks one's own device, beside the link in a mail, which stays the way back in.
//!
//! Whoever signs in names nobody: the device knows whose passkey it is. A challenge is a random code that waits in the
//! database, works once and for five minutes, for one purpose; so any server of several can take the answer.

mod ceremony;
pub(crate) mod sql;
mod view;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::BASE64URL_NOPAD;
use heard_core::{answer::Typed, text::Lang};
use maud::Markup;

use super::{audit::audit_platform, guard::SignedIn, letters, sessions::device, sign_in::let_in};
use crate::{
    app::App,
    clock::{DAY, MINUTE, random_key},
    db::Tx,
    error::Error,
    limits::{Client, Door},
    mail::{self, Letter},
    pepper::Purpose,
    typed::PostedForm,
};
use ceremony::{Flaw, Site, challenge, counts_on};
use sql::Opens;

/// How long there is to answer a challenge, in milliseconds.
const CHALLENGE_LASTS: i64 = 5 * MINUTE;
/// How many passkeys somebody can have.
const MOST_PASSKEYS: usize = 20;
/// Letters of a passkey's name.
const LONGEST_NAME: usize = 60;
/// How long the mail about a new passkey is tried, in milliseconds.
const LETTER_KEEPS: i64 = 3 * DAY;

const PAGE: &str = "/staff/sessions#Passkeys";

/// The button of the sign-in page, where there can be passkeys.
pub(super) fn button(app: &App) -> Markup {
    Site::of(&app.base_url).as_ref().map(view::button).unwrap_or_default()
}

/// Somebody's passkeys, for the page of what is theirs.
pub(super) async fn section(app: &App, tx: &mut Tx, me: &SignedIn, headers: &HeaderMap) -> Result<Markup, Error> {
    let Some(site) = Site::of(&app.base_url) else { return Ok(Markup::default()) };
    let passkeys = sql::passkeys(tx, &me.id).await?;
    let device = (passkeys.len() < MOST_PASSKEYS).then(|| device(headers));
    Ok(view::section(&site, me, &passkeys, device.as_deref(), &Lang::english()))
}

/// Gives out what a passkey is to sign for signing in.
pub(super) async fn ask(State(app): State<App>, client: Client, form: PostedForm) -> Result<String, Error> {
    form.only(&[])?;
    give_out(&app, &client, None).await
}

/// Signs in with a passkey. Those that are unknown, removed, late or wrong are answered alike.
pub(super) async fn enter(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["passkey", "person", "client_data", "authenticator_data", "signature"])?;
    let site = site(&app)?;
    app.limits.pass(Door::Enter, &client, app.clock.now())?;
    let mut tx = app.db.write().await?;
    let answer = match opened(&app, &mut tx, &site, &typed).await {
        Ok(Opens { staff, name, .. }) => let_in(&app, &mut tx, &headers, &staff, Some(&name)).await?,
        Err(flaw) => refused(flaw, view::not_let_in)?,
    };
    // The challenge is spent, whatever came of it.
    tx.commit().await?;
    Ok(answer)
}

/// Gives out what a new passkey of somebody is made with.
pub(super) async fn ask_to_add(
    State(app): State<App>,
    client: Client,
    me: SignedIn,
    form: PostedForm,
) -> Result<String, Error> {
    form.only(&[])?;
    give_out(&app, &client, Some(&me.id)).await
}

pub(super) async fn add(
    State(app): State<App>,
    headers: HeaderMap,
    me: SignedIn,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["name", "client_data", "authenticator_data"])?;
    let site = site(&app)?;
    let name = named(typed.first("name")).unwrap_or_else(|| device(&headers));
    let mut tx = app.db.write().await?;
    let answer = match added(&app, &mut tx, &site, &me, &name, &typed).await {
        Ok(()) => Redirect::to(PAGE).into_response(),
        Err(flaw) => refused(flaw, view::not_added)?,
    };
    tx.commit().await?;
    Ok(answer)
}

/// Removes one's own passkey. One that is gone already, or another's, changes nothing.
pub(super) async fn remove(State(app): State<App>, me: SignedIn, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["passkey"])?;
    let mut tx = app.db.write().await?;
    if let Some(name) = sql::remove_passkey(&mut tx, typed.first("passkey"), &me.id).await? {
        audit_platform(&mut tx, Some(&me.id), app.clock.now(), "passkey removed", &name).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(PAGE).into_response())
}

/// Deletes the challenges whose time is over.
pub(super) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    sql::forget_challenges(tx, now).await
}

async fn give_out(app: &App, client: &Client, staff: Option<&str>) -> Result<String, Error> {
    let now = app.clock.now();
    site(app)?;
    app.limits.pass(Door::Challenge, client, now)?;
    let code = random_key();
    let mut tx = app.db.write().await?;
    sql::add_challenge(&mut tx, &app.pepper.hash(Purpose::Challenge, &code), staff, now + CHALLENGE_LASTS).await?;
    tx.commit().await?;
    Ok(code)
}

/// Spends the challenge that was answered. It has to be this person's, or nobody's.
async fn spend(app: &App, tx: &mut Tx, client_data: &[u8], staff: Option<&str>) -> Result<(), Flaw> {
    let code_hash = app.pepper.hash(Purpose::Challenge, &challenge(client_data)?);
    match sql::spend_challenge(tx, &code_hash, app.clock.now()).await? {
        Some(of) if of.as_deref() == staff => Ok(()),
        _ => Err(Flaw::Challenge),
    }
}

/// The passkey that signed, marked as used now.
async fn opened(app: &App, tx: &mut Tx, site: &Site, typed: &Typed) -> Result<Opens, Flaw> {
    let (client_data, data) = (bytes(typed, "client_data")?, bytes(typed, "authenticator_data")?);
    let (id, now) = (typed.first("passkey"), app.clock.now());
    spend(app, tx, &client_data, None).await?;
    let passkey = sql::opens(tx, id).await?.ok_or(Flaw::Unknown)?;
    if bytes(typed, "person")? != passkey.staff.as_bytes() {
        return Err(Flaw::Unknown);
    }
    let counter = site.signed(&client_data, &data, &bytes(typed, "signature")?, &passkey.public_key)?;
    if !counts_on(passkey.counter, counter) || !sql::used(tx, id, (passkey.counter, counter), now).await? {
        audit_platform(tx, Some(&passkey.staff), now, "passkey refused, its counter went back", &passkey.name).await?;
        return Err(Flaw::Counter);
    }
    Ok(passkey)
}

async fn added(app: &App, tx: &mut Tx, site: &Site, me: &SignedIn, name: &str, typed: &Typed) -> Result<(), Flaw> {
    let (client_data, data) = (bytes(typed, "client_data")?, bytes(typed, "authenticator_data")?);
    let now = app.clock.now();
    spend(app, tx, &client_data, Some(&me.id)).await?;
    let made = site.made(&client_data, &data)?;
    if sql::passkeys(tx, &me.id).await?.len() >= MOST_PASSKEYS
        || !sql::add_passkey(tx, &me.id, name, &made, now).await?
    {
        return Err(Flaw::TooMany);
    }
    audit_platform(tx, Some(&me.id), now, "passkey added", name).await?;
    let (subject, body) = letters::passkey_added(&app.base_url, name);
    let letter = Letter { to: &me.email, subject, body: &body, give_up: now + LETTER_KEEPS, wave: None };
    mail::queue(tx, &app.pepper, &letter, now).await?;
    Ok(())
}

/// Where there can be no passkeys, there is nothing at their addresses.
fn site(app: &App) -> Result<Site, Error> {
    Site::of(&app.base_url).ok_or(Error::NotFound)
}

fn bytes(typed: &Typed, field: &str) -> Result<Vec<u8>, Flaw> {
    BASE64URL_NOPAD.decode(typed.first(field).as_bytes()).map_err(|_| Flaw::Garbled)
}

/// A name of one short line, if any was typed. The device keeps the passkey by now, so a name refuses nothing.
fn named(typed: &str) -> Option<String> {
    let name: String = typed.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn refused(flaw: Flaw, page: impl Fn(&Lang) -> Markup) -> Result<Response, Error> {
    if let Flaw::Ours(error) = flaw {
        return Err(error);
    }
    tracing::info!(%flaw, "a passkey was refused");
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&Lang::english())).into_response())
}
