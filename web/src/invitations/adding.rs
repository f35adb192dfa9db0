//! The list: adding addresses, taking off those that are gone, and whoever asked never to be invited.

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;

use super::{
    Invites, WavePath,
    links::{kept, never_again},
    list::{Entry, List, MOST},
    rounds, sql, view,
};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    form::sheet::YES,
    mail,
    staff::{self, Colleague, Editor},
    surveys::Published,
    typed::PostedForm,
    uploads,
};

/// The largest list that is read, in bytes, and the largest form: more, so that one which is too large is told kindly.
const LARGEST: usize = 2 << 20;
pub(super) const MOST_BYTES: usize = 8 << 20;

pub(super) const LIST: &str = "list";
pub(super) const FILE: &str = "file";
/// Whether lines without an address are left out.
pub(super) const LEAVE_OUT: &str = "leave_out";
pub(super) const EMAIL: &str = "email";

/// How many addresses are added in one transaction.
const PORTION: usize = 500;

/// What is wrong with a list that comes back.
#[derive(Clone, Debug)]
pub(super) enum Wrong {
    Nothing,
    Empty,
    TooLarge,
    NoText,
    TooMany,
    Unread(Vec<super::list::Unread>),
}

/// What became of the addresses of a list.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Added {
    pub new: usize,
    /// They are on the list already, or stood in it twice.
    pub again: usize,
    pub unwanted: usize,
    pub gone: usize,
    /// Lines without an address.
    pub left_out: usize,
    /// Columns that were not read.
    pub passed_over: usize,
}

pub(super) async fn ask(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
) -> Result<Markup, Error> {
    let invites = Invites::of_wave_ahead(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    Ok(view::lists::add(&me, &invites, "", &Wrong::Nothing))
}

pub(super) async fn add(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
    request: Request,
) -> Result<Response, Error> {
    let fields = [(LIST, LARGEST), (FILE, LARGEST), (LEAVE_OUT, 10)];
    let [list, file, leave_out] = uploads::read(&app, request, fields).await?;
    let invites = Invites::of_wave_ahead(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    let again = |text: &str, wrong: &Wrong| {
        (StatusCode::UNPROCESSABLE_ENTITY, view::lists::add(&me, &invites, text, wrong)).into_response()
    };
    if list.too_large || file.too_large {
        return Ok(again(list.text(), &Wrong::TooLarge));
    }
    // Names in another encoding than ours are spoilt, and names we do not keep; addresses are the same in both.
    let in_file = String::from_utf8_lossy(&file.bytes);
    if list.text().len() < list.bytes.len() || list.text().contains('\0') || in_file.contains('\0') {
        return Ok(again(list.text(), &Wrong::NoText));
    }
    // A browser cannot keep a file for the next try: what it holds goes into the box.
    let text = [list.text(), &in_file].map(str::trim_end).into_iter().filter(|text| !text.is_empty());
    let text = text.collect::<Vec<_>>().join("\n");
    let read = List::read(&text, &invites.published.survey.languages).without_repeats();
    match read {
        List { entries, unread, .. } if entries.is_empty() && unread.is_empty() => Ok(again(&text, &Wrong::Empty)),
        List { entries, .. } if entries.len() > MOST => Ok(again(&text, &Wrong::TooMany)),
        List { unread, .. } if !unread.is_empty() && leave_out.text() != YES => {
            Ok(again(&text, &Wrong::Unread(unread)))
        }
        List { entries, unread, repeated, passed_over } => {
            let added = Added { again: repeated, left_out: unread.len(), passed_over, ..Added::default() };
            let added = keep(&app, &me, &invites, &entries, added).await?;
            Ok(view::lists::added(&me, &invites, &added).into_response())
        }
    }
}

/// Adds addresses, in portions: others can write meanwhile, and a list that was cut off can be brought again.
async fn keep(
    app: &App,
    me: &Colleague,
    invites: &Invites,
    entries: &[Entry],
    mut added: Added,
) -> Result<Added, Error> {
    for portion in entries.chunks(PORTION) {
        let mut tx = app.db.write().await?;
        for entry in portion {
            add_one(app, &mut tx, &invites.published, entry, &mut added).await?;
        }
        tx.commit().await?;
    }
    let mut tx = app.db.write().await?;
    let told = format!("{} addresses to {}", added.new, invites.told());
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "people added to be invited", &told).await?;
    tx.commit().await?;
    Ok(added)
}

/// Puts one address on the list of a wave, unless it is there or is not to be invited.
pub(super) async fn add_one(
    app: &App,
    tx: &mut Tx,
    published: &Published,
    entry: &Entry,
    added: &mut Added,
) -> Result<(), Error> {
    let (service, wave, pepper) = (&*published.house.key, &*published.wave.id, &app.pepper);
    let address = mail::address_hash(pepper, &entry.address);
    let count = if sql::is_unwanted(tx, service, &address).await? {
        &mut added.unwanted
    } else if sql::is_undeliverable(tx, &address).await? {
        &mut added.gone
    } else {
        let lang = entry.lang.as_ref().or(published.survey.languages.first());
        let lang = lang.ok_or(Error::Fault("a survey without a language".to_owned()))?;
        let link = kept(pepper, &mail::invitation_code(pepper, wave, &entry.address));
        let recipient = rounds::seal(pepper, wave, lang, &entry.address)?;
        let invited = sql::Invited { wave, address: &address, service, link: &link, recipient: &recipient };
        if sql::add(tx, &invited).await? { &mut added.new } else { &mut added.again }
    };
    *count += 1;
    Ok(())
}

/// The addresses that mail servers do not have: for whoever can put them right.
pub(super) async fn gone(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let invites = Invites::read(&app, &mut tx, &me.service, &wave).await?;
    let rows = sql::gone(&mut tx, &wave).await?;
    let open = |row: sql::Sealed| Ok(rounds::open(&app.pepper, &row.wave, &row.recipient)?.1);
    let mut addresses = rows.into_iter().map(open).collect::<Result<Vec<_>, Error>>()?;
    addresses.sort_unstable();
    Ok(view::lists::gone(&me, &invites, &addresses))
}

pub(super) async fn remove_gone(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    let invites = Invites::read(&app, &mut tx, &me.service, &wave).await?;
    sql::hold(&mut tx, &wave).await?;
    let removed = sql::remove_gone(&mut tx, &wave).await?;
    if removed > 0 {
        let told = format!("{removed} that mail servers do not have, of {}", invites.told());
        staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "addresses deleted", &told).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&invites.path(&me, "")))
}

pub(super) async fn ask_never(Editor(me): Editor) -> Markup {
    view::lists::never(&me, "", view::lists::Never::Asked)
}

/// For somebody who asked by telephone, or answered the mail.
pub(super) async fn never(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&[EMAIL])?;
    let Some(address) = mail::address(typed.first(EMAIL)) else {
        let page = view::lists::never(&me, typed.first(EMAIL), view::lists::Never::Wrong);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let mut tx = app.db.write().await?;
    never_again(&mut tx, &me.service, &mail::address_hash(&app.pepper, &address)).await?;
    // Not whom: the record is read by colleagues, and kept.
    let told = "somebody who asked for it";
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "never to be invited", told).await?;
    tx.commit().await?;
    Ok(view::lists::never(&me, "", view::lists::Never::Done).into_response())
}
