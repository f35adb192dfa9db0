//! Drafts and receipts in the database. (Responses are stored by the intake.)

use heard_core::text::Lang;
use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD = "insert into draft (code_hash, service, survey, version, wave, language, response, apart, expires) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    FIND = "select code_hash, version, wave, language, response, apart, expires from draft \
        where service = $1 and survey = $2 and code_hash = $3 and expires > $4";
    PAGES = "select answers from draft_page where draft = $1 order by section";
    SET_CHOICES = "update draft set language = $2, apart = $3 where code_hash = $1";
    FORGET = "delete from draft where code_hash = $1";
    FORGET_EXPIRED = "delete from draft where expires <= $1";
    STORED = "select id from response where id = $1";
    RECEIPTED = "select r.service, r.survey, r.version, r.day, r.language, w.closes \
        from response r join wave w on w.id = r.wave where r.id = $1";
    WITHDRAW = "delete from response where id = $1 and service = $2 and survey = $3";
    COUNT_ANEW = "update binding set refresh = $3 where service = $1 and survey = $2";
}

/// A draft without its answers.
#[derive(FromRow)]
pub(super) struct DraftRow {
    pub code_hash: String,
    pub version: i64,
    pub wave: String,
    pub language: String,
    pub response: String,
    pub apart: bool,
    pub expires: i64,
}

/// A response as its receipt shows it.
#[derive(FromRow)]
pub(super) struct Receipted {
    pub service: String,
    pub survey: String,
    pub version: i64,
    pub day: String,
    pub language: String,
    pub closes: i64,
}

impl Receipted {
    /// The language that it was answered in.
    pub fn language(&self) -> Result<Lang, Error> {
        Lang::try_from(self.language.clone()).map_err(|e| Error::fault("stored language", e))
    }
}

pub(super) async fn add(tx: &mut Tx, service: &str, survey: &str, row: &DraftRow) -> Result<(), Error> {
    let DraftRow { code_hash, version, wave, language, response, apart, expires } = row;
    execute!(tx, ADD, code_hash, service, survey, *version, wave, language, response, *apart, *expires)?;
    Ok(())
}

pub(super) async fn find(
    tx: &mut Tx,
    service: &str,
    survey: &str,
    code_hash: &str,
    now: i64,
) -> Result<Option<DraftRow>, Error> {
    Ok(maybe!(tx, FIND, service, survey, code_hash, now)?)
}

/// The answers of each page, as JSON.
pub(super) async fn pages(tx: &mut Tx, code_hash: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, PAGES, code_hash)?;
    Ok(rows.into_iter().map(|(answers,)| answers).collect())
}

pub(super) async fn set_choices(tx: &mut Tx, code_hash: &str, language: &str, apart: bool) -> Result<(), Error> {
    execute!(tx, SET_CHOICES, code_hash, language, apart)?;
    Ok(())
}

pub(super) async fn forget(tx: &mut Tx, code_hash: &str) -> Result<(), Error> {
    execute!(tx, FORGET, code_hash)?;
    Ok(())
}

/// Deletes drafts that have expired, with their pages.
pub(crate) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    execute!(tx, FORGET_EXPIRED, now)?;
    Ok(())
}

pub(super) async fn is_stored(tx: &mut Tx, response: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, STORED, response)?;
    Ok(row.is_some())
}

pub(super) async fn receipted(tx: &mut Tx, response: &str) -> Result<Option<Receipted>, Error> {
    Ok(maybe!(tx, RECEIPTED, response)?)
}

pub(super) async fn withdraw(tx: &mut Tx, response: &str, service: &str, survey: &str) -> Result<(), Error> {
    execute!(tx, WITHDRAW, response, service, survey)?;
    execute!(tx, COUNT_ANEW, service, survey, true)?;
    Ok(())
}
