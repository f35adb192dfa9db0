//! Receipts: finding one's own again, and taking answers back with it.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{survey::Survey, text::Lang};

use super::{
    mine::Away,
    sql::{self, Receipted},
    view,
};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    limits::{Client, Door},
    page::Reading,
    pepper::Purpose,
    surveys,
    typed::PostedForm,
    wishes::Wishes,
    words,
};

/// The field that a receipt is typed in.
pub(super) const RECEIPT_FIELD: &str = "receipt";

/// How many letters and figures a receipt has.
const LENGTH: usize = 26;

/// What more than this many signs are, we do not look for a receipt in.
const LONGEST: usize = 500;

/// The page where a receipt is typed.
pub(super) async fn ask(wishes: Wishes) -> Response {
    view::receipt_asked("", None, &wishes.among(words::spoken())).into_response()
}

/// Leads to the receipt that was typed.
pub(super) async fn find(
    State(app): State<App>,
    client: Client,
    wishes: Wishes,
    form: PostedForm,
) -> Result<Response, Error> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let typed = form.only(&[RECEIPT_FIELD])?;
    let typed = typed.first(RECEIPT_FIELD);
    if let Some(receipt) = read(typed) {
        return Ok(Redirect::to(&format!("/r/{receipt}")).into_response());
    }
    let lang = wishes.among(words::spoken());
    let page = view::receipt_asked(typed, Some(&words::words(&lang).receipt_unread), &lang);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

pub(super) async fn show(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
    wishes: Wishes,
) -> Result<Response, Away> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let mut tx = app.db.read().await?;
    let sent = Sent::find(&app, &mut tx, &receipt, &wishes).await?;
    let reading = Reading::of(&sent.survey, &sent.lang, wishes.ways, sent.found.age_band());
    Ok(view::receipt(&sent.survey, &sent.found, &receipt, sent.is_open(&app), &app.base_url, reading).into_response())
}

/// Asks whether to take a response back: it cannot be brought again.
pub(super) async fn withdrawing(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
    wishes: Wishes,
) -> Result<Response, Away> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let mut tx = app.db.read().await?;
    let sent = Sent::find(&app, &mut tx, &receipt, &wishes).await?.still_open(&app)?;
    Ok(view::withdrawing(&sent.found, &receipt, &sent.lang).into_response())
}

/// Takes a response back, with everything that was computed from it, until its wave closes.
pub(super) async fn withdraw(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
    wishes: Wishes,
) -> Result<Response, Away> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let mut tx = app.db.write().await?;
    let sent = Sent::find(&app, &mut tx, &receipt, &wishes).await?.still_open(&app)?;
    sql::withdraw(&mut tx, &stored_as(&app, &receipt), &sent.found.house.key, &sent.found.survey).await?;
    tx.commit().await?;
    Ok(view::withdrawn(&sent.found.house.key, &sent.lang).into_response())
}

/// The id of the response that has this receipt. The receipt itself is not kept.
pub(super) fn stored_as(app: &App, receipt: &str) -> String {
    app.pepper.derive(Purpose::Response, receipt)
}

/// A response that was sent, with its survey and the language of its page.
struct Sent {
    found: Receipted,
    survey: Arc<Survey>,
    lang: Lang,
}

impl Sent {
    async fn find(app: &App, tx: &mut Tx, receipt: &str, wishes: &Wishes) -> Result<Self, Away> {
        let found = sql::receipted(tx, &stored_as(app, receipt)).await?;
        let found = found.ok_or_else(|| Away::to(not_there(receipt, wishes)))?;
        let survey = surveys::version(app, tx, &found.house.key, &found.survey, found.version).await?;
        let lang = wishes.after(&found.language()?, &survey.languages);
        Ok(Self { found, survey, lang })
    }

    fn is_open(&self, app: &App) -> bool {
        app.clock.now() < self.found.closes
    }

    /// The same, if it can still be taken back.
    fn still_open(self, app: &App) -> Result<Self, Error> {
        if self.is_open(app) { Ok(self) } else { Err(Error::Closed) }
    }
}

/// A receipt that was withdrawn answers as one that never was: with the box that it can be typed in, so that one wrong
/// letter can be mended.
fn not_there(receipt: &str, wishes: &Wishes) -> Response {
    let lang = wishes.among(words::spoken());
    let typed = read(receipt).map(|receipt| view::spoken(&receipt));
    let page = view::receipt_asked(typed.as_deref().unwrap_or(receipt), Some(&words::words(&lang).no_receipt), &lang);
    (StatusCode::NOT_FOUND, page).into_response()
}

/// A receipt as people type or paste it: in groups, in capitals, with its whole address. Figures that no receipt has
/// are taken for the letters that look like them.
fn read(typed: &str) -> Option<String> {
    let code = typed.rsplit('/').find(|part| !part.trim().is_empty()).filter(|_| typed.len() <= LONGEST)?;
    let signs = code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let meant = |sign| match sign {
        '0' => 'o',
        '1' => 'i',
        '8' => 'b',
        sign => sign,
    };
    let receipt: String = signs.map(meant).collect();
    let fits = receipt.len() == LENGTH && receipt.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
    fits.then_some(receipt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receipts_are_read_however_they_are_typed() {
        const RECEIPT: &str = "abcdefghijklmnoboi234567zz";
        for typed in [
            RECEIPT,
            "ABCD-EFGH-IJKL-MNOB-OI23-4567-ZZ",
            "  abcd efgh ijkl mnob oi23 4567 zz\n",
            "abcd–efgh–ijkl–mn08–0123–4567–zz",
            "https://heard.example.org/r/abcdefghijklmnoboi234567zz",
            "https://heard.example.org/r/abcdefghijklmnoboi234567zz/",
        ] {
            assert_eq!(read(typed).as_deref(), Some(RECEIPT), "{typed}");
        }
        for typed in
            ["", "/", "abcd", "abcdefghijklmnoboi234567zzz", "9bcdefghijklmnoboi234567zz", "ąbcdefghijklmnoboi234567z"]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(read(&format!("{}/{RECEIPT}", "x".repeat(LONGEST))), None);
    }
}
