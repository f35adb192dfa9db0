//! Drafts and receipts in the database. (Responses are stored by the intake.)

use heard_core::{age::AgeBand, text::Lang, walk::Pace};
use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
    page::House,
};

sql! {
    ADD = "insert into draft (code_hash, service, survey, version, wave, language, pace, response, apart, expires) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    FIND = "select code_hash, version, wave, language, pace, response, apart, expires, return_hash from draft \
        where service = $1 and survey = $2 and code_hash = $3 and expires > $4";
    ANSWERS = "select question, answer from draft_answer where draft = $1";
    KEEP_UP = "update draft set language = $1, apart = $2, expires = $3 where code_hash = $4";
    SET_PACE = "update draft set pace = $1 where code_hash = $2";
    SET_WORDS = "update draft set return_hash = $1 where code_hash = $2";
    MOVE = "update draft set moved_from = code_hash, code_hash = $1 \
        where return_hash = $2 and service = $3 and survey = $4 and expires > $5";
    MOVED = "select code_hash from draft where moved_from = $1 and service = $2 and survey = $3 and expires > $4";
    FORGET = "delete from draft where code_hash = $1";
    EXPIRED = "select code_hash, service, survey, version, wave, language from draft where expires <= $1 order by expires limit $2";
    FORGET_ONE = "delete from draft where code_hash = $1 and expires <= $2";
    STORED = "select id from response where id = $1";
    SENT = "select r.wave, r.audience, r.age_band, r.area, r.decile, r.answers, m.answers as monitoring \
        from response r left join monitoring m on m.response = r.id where r.id = $1";
    RECEIPTED = "select s.key, s.name, l.colours, g.name as logo, r.survey, r.version, r.day, r.language, r.age_band, w.closes \
        from response r join wave w on w.id = r.wave join service s on s.key = r.service \
        left join look l on l.service = r.service left join logo g on g.service = r.service where r.id = $1";
    /// Whoever stores responses of the survey holds its row as well: a form that is just coming once more is stored
    /// before the withdrawal, which takes it back, or finds that it was taken back.
    HOLD = "update survey set last_number = last_number where service = $1 and key = $2";
    KEEP_ID = "insert into taken_back (id, wave) select id, wave from response where id = $1";
    FORGET_IDS = "delete from taken_back where wave in (select id from wave where closes <= $1)";
    WITHDRAW = "delete from response where id = $1 and service = $2 and survey = $3";
    COUNT_ANEW = "update binding set changes = changes + 1 where service = $1 and survey = $2";
}

/// A draft without its answers.
#[derive(FromRow)]
pub(super) struct DraftRow {
    pub code_hash: String,
    pub version: i64,
    pub wave: String,
    pub language: String,
    pub pace: String,
    pub response: String,
    pub apart: bool,
    pub expires: i64,
    pub return_hash: Option<String>,
}

/// What a response says, to be compared with what is sent once more.
#[derive(FromRow, PartialEq, Eq)]
pub(super) struct SentRow {
    pub wave: String,
    pub audience: Option<String>,
    pub age_band: Option<String>,
    pub area: Option<String>,
    pub decile: Option<i64>,
    pub answers: String,
    pub monitoring: Option<String>,
}

/// A draft whose time is over.
#[derive(FromRow)]
pub(super) struct Expired {
    pub code_hash: String,
    pub service: String,
    pub survey: String,
    pub version: i64,
    pub wave: String,
    pub language: String,
}

/// A response as its receipt shows it.
#[derive(FromRow)]
pub(super) struct Receipted {
    #[sqlx(flatten)]
    pub house: House,
    pub survey: String,
    pub version: i64,
    pub day: String,
    pub language: String,
    pub age_band: Option<String>,
    pub closes: i64,
}

impl Receipted {
    /// The language that it was answered in.
    pub fn language(&self) -> Result<Lang, Error> {
        Lang::try_from(self.language.clone()).map_err(|e| Error::fault("stored language", e))
    }

    /// How old whoever answered is, as far as they said it.
    pub fn age_band(&self) -> Option<AgeBand> {
        AgeBand::from_code(self.age_band.as_deref()?)
    }
}

/// Adds a draft, which no words lead back to.
pub(super) async fn add(tx: &mut Tx, service: &str, survey: &str, row: &DraftRow) -> Result<(), Error> {
    let DraftRow { code_hash, version, wave, language, pace, response, apart, expires, return_hash: _ } = row;
    execute!(tx, ADD, code_hash, service, survey, *version, wave, language, pace, response, *apart, *expires)?;
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

/// Questions by their keys, with their answers as JSON.
pub(super) async fn answers(tx: &mut Tx, code_hash: &str) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, ANSWERS, code_hash)?)
}

/// Stores what somebody chose on the way, and until when the draft is kept.
pub(super) async fn keep_up(
    tx: &mut Tx,
    code_hash: &str,
    language: &str,
    apart: bool,
    expires: i64,
) -> Result<(), Error> {
    execute!(tx, KEEP_UP, language, apart, expires, code_hash)?;
    Ok(())
}

pub(super) async fn set_pace(tx: &mut Tx, code_hash: &str, pace: Pace) -> Result<(), Error> {
    execute!(tx, SET_PACE, pace.code(), code_hash)?;
    Ok(())
}

/// Has words lead back to the draft.
pub(super) async fn set_words(tx: &mut Tx, code_hash: &str, return_hash: &str) -> Result<(), Error> {
    execute!(tx, SET_WORDS, return_hash, code_hash)?;
    Ok(())
}

/// Gives the draft that words lead to another code, so that the device which knows the old one holds it no more.
/// Whether there is such a draft.
pub(super) async fn move_to(
    tx: &mut Tx,
    service: &str,
    survey: &str,
    return_hash: &str,
    code_hash: &str,
    now: i64,
) -> Result<bool, Error> {
    Ok(execute!(tx, MOVE, code_hash, return_hash, service, survey, now)? > 0)
}

/// Whether the draft that had this code is held by another device now.
pub(super) async fn has_moved(
    tx: &mut Tx,
    service: &str,
    survey: &str,
    code_hash: &str,
    now: i64,
) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, MOVED, code_hash, service, survey, now)?;
    Ok(row.is_some())
}

pub(super) async fn forget(tx: &mut Tx, code_hash: &str) -> Result<(), Error> {
    execute!(tx, FORGET, code_hash)?;
    Ok(())
}

/// Some drafts that have expired, the oldest first.
pub(super) async fn expired(tx: &mut Tx, now: i64, at_most: i64) -> Result<Vec<Expired>, Error> {
    Ok(all!(tx, EXPIRED, now, at_most)?)
}

/// Deletes a draft that has expired, with its answers; whether it was there still, and had.
pub(super) async fn forget_one(tx: &mut Tx, code_hash: &str, now: i64) -> Result<bool, Error> {
    Ok(execute!(tx, FORGET_ONE, code_hash, now)? > 0)
}

/// Deletes the ids of responses that were taken back from a wave that takes no more.
pub(super) async fn forget_ids(tx: &mut Tx, now: i64) -> Result<(), Error> {
    execute!(tx, FORGET_IDS, now)?;
    Ok(())
}

pub(super) async fn is_stored(tx: &mut Tx, response: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, STORED, response)?;
    Ok(row.is_some())
}

pub(super) async fn sent(tx: &mut Tx, response: &str) -> Result<Option<SentRow>, Error> {
    Ok(maybe!(tx, SENT, response)?)
}

pub(super) async fn receipted(tx: &mut Tx, response: &str) -> Result<Option<Receipted>, Error> {
    Ok(maybe!(tx, RECEIPTED, response)?)
}

/// Deletes a response, which is never stored again.
pub(super) async fn withdraw(tx: &mut Tx, response: &str, service: &str, survey: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service, survey)?;
    execute!(tx, KEEP_ID, response)?;
    execute!(tx, WITHDRAW, response, service, survey)?;
    execute!(tx, COUNT_ANEW, service, survey)?;
    Ok(())
}
