//! Waves in the database: planning, changing, closing, and when what was answered is forgotten.

use heard_core::wave::Declaration;
use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
    surveys::Wave,
};

sql! {
    ADD = "insert into wave (id, service, survey, version, opens, closes, closed, declaration, forget_answers, forget_monitoring) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OVERLAPPING = "select id from wave where service = $1 and survey = $2 and id <> $3 and opens < $5 and closes > $4 limit 1";
    OF_SURVEY = "select survey, id, version, opens, closes, closed, forget_answers, forget_monitoring, declaration, archived from wave \
        where service = $1 and survey = $2 order by opens desc, id desc";
    FIND = "select survey, id, version, opens, closes, closed, forget_answers, forget_monitoring, declaration, archived from wave \
        where service = $1 and id = $2";
    /// Two who change a wave at once do it one after the other: so the second is told.
    HOLD = "update wave set closes = closes where service = $1 and id = $2";
    CHANGE = "update wave set version = $3, opens = $4, closes = $5, closed = $6, declaration = $7, \
        forget_answers = $8, forget_monitoring = $9 where service = $1 and id = $2";
    ARCHIVE = "update wave set archived = $3 where service = $1 and id = $2";
    CALL_OFF = "delete from wave where service = $1 and id = $2";
    CLOSE_DUE = "update wave set closed = $2 where closes <= $1 and closed <> $2";
    DUE_ANSWERS = "select service, survey, id from wave where forget_answers <= $1 and closed = $2 order by id";
    DUE_MONITORING = "select service, survey, id from wave where forget_monitoring <= $1 and closed = $2 order by id";
    FORGET_RESPONSES = "delete from response where wave = $1";
    FORGET_MONITORING = "delete from monitoring where wave = $1";
    FORGET_APART = "delete from apart_answer where wave = $1";
    ANSWERS_FORGOTTEN = "update wave set forget_answers = null where id = $1 and forget_answers is not null";
    MONITORING_FORGOTTEN = "update wave set forget_monitoring = null where id = $1 and forget_monitoring is not null";
}

/// A wave as staff see it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Row {
    pub survey: String,
    #[sqlx(flatten)]
    pub wave: Wave,
    /// JSON.
    pub declaration: String,
    pub archived: Option<i64>,
}

/// What is written of a wave.
pub(super) struct Written<'a> {
    pub service: &'a str,
    pub wave: &'a Wave,
    pub declaration: &'a Declaration,
}

impl Written<'_> {
    fn declared(&self) -> Result<String, Error> {
        serde_json::to_string(self.declaration).map_err(|e| Error::fault("declaration to JSON", e))
    }
}

pub(super) async fn add(tx: &mut Tx, survey: &str, written: &Written<'_>) -> Result<(), Error> {
    let declared = written.declared()?;
    let Written { service, wave, .. } = written;
    let Wave { id, version, opens, closes, closed, forget_answers, forget_monitoring } = wave;
    execute!(
        tx,
        ADD,
        id,
        service,
        survey,
        *version,
        *opens,
        *closes,
        *closed,
        declared,
        *forget_answers,
        *forget_monitoring
    )?;
    Ok(())
}

/// Whether another wave of the survey takes answers in some of its time.
pub(super) async fn overlaps(tx: &mut Tx, service: &str, survey: &str, wave: &Wave) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, OVERLAPPING, service, survey, &wave.id, wave.opens, wave.closes)?;
    Ok(row.is_some())
}

/// The waves of a survey, the newest first.
pub(super) async fn of_survey(tx: &mut Tx, service: &str, survey: &str) -> Result<Vec<Row>, Error> {
    Ok(all!(tx, OF_SURVEY, service, survey)?)
}

pub(super) async fn find(tx: &mut Tx, service: &str, wave: &str) -> Result<Option<Row>, Error> {
    Ok(maybe!(tx, FIND, service, wave)?)
}

/// Keeps all others from changing a wave until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, service: &str, wave: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service, wave)?;
    Ok(())
}

pub(super) async fn change(tx: &mut Tx, written: &Written<'_>) -> Result<(), Error> {
    let declared = written.declared()?;
    let Written { service, wave, .. } = written;
    let Wave { id, version, opens, closes, closed, forget_answers, forget_monitoring } = wave;
    execute!(
        tx,
        CHANGE,
        service,
        id,
        *version,
        *opens,
        *closes,
        *closed,
        declared,
        *forget_answers,
        *forget_monitoring
    )?;
    Ok(())
}

pub(super) async fn archive(tx: &mut Tx, service: &str, wave: &str, now: i64) -> Result<(), Error> {
    execute!(tx, ARCHIVE, service, wave, now)?;
    Ok(())
}

pub(super) async fn call_off(tx: &mut Tx, service: &str, wave: &str) -> Result<(), Error> {
    execute!(tx, CALL_OFF, service, wave)?;
    Ok(())
}

/// Marks what has closed, for ever.
pub(super) async fn close_due(tx: &mut Tx, now: i64) -> Result<(), Error> {
    execute!(tx, CLOSE_DUE, now, true)?;
    Ok(())
}

/// A closed wave of which something is to be deleted.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Due {
    pub service: String,
    pub survey: String,
    pub id: String,
}

pub(super) async fn due_answers(tx: &mut Tx, now: i64) -> Result<Vec<Due>, Error> {
    Ok(all!(tx, DUE_ANSWERS, now, true)?)
}

pub(super) async fn due_monitoring(tx: &mut Tx, now: i64) -> Result<Vec<Due>, Error> {
    Ok(all!(tx, DUE_MONITORING, now, true)?)
}

/// Deletes every response of a wave, with what was computed from each; `false` where another server was faster.
pub(super) async fn forget_answers(tx: &mut Tx, wave: &str) -> Result<bool, Error> {
    let first = execute!(&mut *tx, ANSWERS_FORGOTTEN, wave)? == 1;
    execute!(tx, FORGET_RESPONSES, wave)?;
    Ok(first)
}

/// Deletes the equality monitoring of a wave, connected or not; `false` where another server was faster.
pub(super) async fn forget_monitoring(tx: &mut Tx, wave: &str) -> Result<bool, Error> {
    let first = execute!(&mut *tx, MONITORING_FORGOTTEN, wave)? == 1;
    execute!(&mut *tx, FORGET_MONITORING, wave)?;
    execute!(tx, FORGET_APART, wave)?;
    Ok(first)
}
