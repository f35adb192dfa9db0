//! Drafts of surveys in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    NEWEST = "select d.revision, d.definition, d.done, coalesce(r.name, s.email) as name, d.changed_by, d.changed \
        from survey_draft d join staff s on s.id = d.changed_by \
        left join role r on r.staff = d.changed_by and r.service = d.service \
        where d.service = $1 and d.survey = $2 order by d.revision desc limit 1";
    STEPS = "select d.revision, '' as definition, d.done, coalesce(r.name, s.email) as name, d.changed_by, d.changed \
        from survey_draft d join staff s on s.id = d.changed_by \
        left join role r on r.staff = d.changed_by and r.service = d.service \
        where d.service = $1 and d.survey = $2 order by d.revision desc limit 100";
    AT = "select definition from survey_draft where service = $1 and survey = $2 and revision = $3";
    DRAFTED = "select survey from survey_draft where service = $1 group by survey order by survey";
    /// Only who saw the newest revision may write the next.
    ADD = "insert into survey_draft (service, survey, revision, definition, done, changed_by, changed, losses) \
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (service, survey, revision) do nothing";
    LOSSES = "select losses from survey_draft where service = $1 and survey = $2 and losses is not null \
        order by revision desc limit 1";
    FORGET = "delete from survey_draft where service = $1 and survey = $2 and revision <= $3";
    END = "delete from survey_draft where service = $1 and survey = $2";
}

/// A revision of a draft.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Step {
    pub revision: i64,
    /// JSON; empty where only the steps are listed.
    pub definition: String,
    /// What was done, in words.
    pub done: String,
    /// Who did it.
    pub name: String,
    pub changed_by: String,
    pub changed: i64,
}

/// What is to be written.
pub(super) struct Written<'a> {
    pub service: &'a str,
    pub survey: &'a str,
    pub revision: i64,
    pub definition: &'a str,
    pub done: &'a str,
    pub staff: &'a str,
    pub now: i64,
    /// JSON; nothing, where it did not come in a file.
    pub losses: Option<&'a str>,
}

pub(super) async fn newest(tx: &mut Tx, service: &str, survey: &str) -> Result<Option<Step>, Error> {
    Ok(maybe!(tx, NEWEST, service, survey)?)
}

/// The last steps, the newest first.
pub(super) async fn steps(tx: &mut Tx, service: &str, survey: &str) -> Result<Vec<Step>, Error> {
    Ok(all!(tx, STEPS, service, survey)?)
}

pub(super) async fn at(tx: &mut Tx, service: &str, survey: &str, revision: i64) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, AT, service, survey, revision)?;
    Ok(row.map(|(definition,)| definition))
}

/// The keys of all surveys of which there is a draft.
pub(super) async fn drafted(tx: &mut Tx, service: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, DRAFTED, service)?;
    Ok(rows.into_iter().map(|(survey,)| survey).collect())
}

/// Writes the next revision; `false` where somebody else was faster.
pub(super) async fn add(tx: &mut Tx, written: &Written<'_>) -> Result<bool, Error> {
    let Written { service, survey, revision, definition, done, staff, now, losses } = *written;
    Ok(execute!(tx, ADD, service, survey, revision, definition, done, staff, now, losses)? == 1)
}

/// What the file had besides that the draft came in, as JSON.
pub(super) async fn losses(tx: &mut Tx, service: &str, survey: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, LOSSES, service, survey)?;
    Ok(row.map(|(losses,)| losses))
}

/// Forgets revisions up to this one.
pub(super) async fn forget(tx: &mut Tx, service: &str, survey: &str, revision: i64) -> Result<(), Error> {
    execute!(tx, FORGET, service, survey, revision)?;
    Ok(())
}

pub(super) async fn end(tx: &mut Tx, service: &str, survey: &str) -> Result<(), Error> {
    execute!(tx, END, service, survey)?;
    Ok(())
}
