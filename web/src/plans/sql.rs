//! Plans and measures in the database.

use sqlx::FromRow;

use super::Provenance;
use crate::{
    db::{Tx, all, execute, maybe, one, sql},
    error::Error,
};

sql! {
    CURRENT = "select version, definition from plan_version where service = $1 order by version desc limit 1";
    NEXT_VERSION = "select coalesce(max(version), 0) + 1 from plan_version where service = $1";
    ADD_VERSION = "insert into plan_version (service, version, definition, staff, note, created) \
        values ($1, $2, $3, $4, $5, $6)";
    VERSIONS = "select v.version, v.definition, coalesce(r.name, s.email, '') as name, v.note, v.created \
        from plan_version v left join staff s on s.id = v.staff \
        left join role r on r.staff = v.staff and r.service = v.service \
        where v.service = $1 and v.version <= $2 order by v.version desc limit $3";
    BEFORE = "select version, definition from plan_version where service = $1 and created < $2 \
        order by version desc limit 1";
    /// Two who change a plan at once do it one after the other: so the second is told.
    HOLD = "update service set name = name where key = $1";
    DRAFT = "select d.revision, d.definition, d.based_on, coalesce(r.name, s.email) as name, d.changed_by, d.changed \
        from plan_draft d join staff s on s.id = d.changed_by \
        left join role r on r.staff = d.changed_by and r.service = d.service where d.service = $1";
    BEGIN_DRAFT = "insert into plan_draft (service, revision, definition, based_on, changed_by, changed) \
        values ($1, 1, $2, $3, $4, $5) on conflict (service) do nothing";
    KEEP_DRAFT = "update plan_draft set revision = revision + 1, definition = $2, changed_by = $3, changed = $4 \
        where service = $1";
    NARRATIVE = "select hub_function, words from plan_narrative where service = $1";
    TELL = "insert into plan_narrative (service, hub_function, words) values ($1, $2, $3) \
        on conflict (service, hub_function) do update set words = excluded.words";
    END_DRAFT = "delete from plan_draft where service = $1";
    MEASURES = "select b.key as binding, m.setup, m.indicator, m.version, m.figure, m.minimum, m.maximum, m.computed \
        from measure m join binding b on b.shown_setup = m.setup \
        join wave w on w.id = m.wave where b.service = $1 order by w.opens desc, m.indicator";
}

/// A measure with what made it.
#[derive(FromRow)]
pub(super) struct MeasureRow {
    pub binding: String,
    setup: String,
    pub indicator: String,
    version: i64,
    pub figure: String,
    pub minimum: f64,
    pub maximum: f64,
    computed: i64,
}

impl MeasureRow {
    pub fn provenance(&self) -> Provenance {
        Provenance { setup: self.setup.clone(), survey_version: self.version, computed: self.computed }
    }
}

/// The newest version, with its number.
pub(super) async fn current(tx: &mut Tx, service: &str) -> Result<Option<(i64, String)>, Error> {
    Ok(maybe!(tx, CURRENT, service)?)
}

/// A version that is to be added.
pub(super) struct Added<'a> {
    pub service: &'a str,
    pub definition: &'a str,
    /// Who put it in force; nobody, where the operator did.
    pub staff: Option<&'a str>,
    pub note: &'a str,
    pub now: i64,
}

/// Adds a version and gives its number.
pub(super) async fn add_version(tx: &mut Tx, added: &Added<'_>) -> Result<i64, Error> {
    let Added { service, definition, staff, note, now } = *added;
    let (version,): (i64,) = one!(tx, NEXT_VERSION, service)?;
    execute!(tx, ADD_VERSION, service, version, definition, staff, note, now)?;
    Ok(version)
}

/// A version of a plan with who put it in force.
#[derive(FromRow)]
pub(super) struct VersionRow {
    pub version: i64,
    pub definition: String,
    /// Empty where the operator did.
    pub name: String,
    pub note: String,
    pub created: i64,
}

/// Versions up to one, the newest first.
pub(super) async fn versions(tx: &mut Tx, service: &str, up_to: i64, at_most: i64) -> Result<Vec<VersionRow>, Error> {
    Ok(all!(tx, VERSIONS, service, up_to, at_most)?)
}

/// The version that was in force just before a time.
pub(super) async fn before(tx: &mut Tx, service: &str, time: i64) -> Result<Option<(i64, String)>, Error> {
    Ok(maybe!(tx, BEFORE, service, time)?)
}

/// Keeps all others from changing the plan until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, service: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service)?;
    Ok(())
}

/// A plan that is being written.
#[derive(FromRow)]
pub(super) struct DraftRow {
    pub revision: i64,
    pub definition: String,
    pub based_on: i64,
    /// Who changed it last.
    pub name: String,
    pub changed_by: String,
    pub changed: i64,
}

pub(super) async fn draft(tx: &mut Tx, service: &str) -> Result<Option<DraftRow>, Error> {
    Ok(maybe!(tx, DRAFT, service)?)
}

/// Begins a draft; `false` where there is one already.
pub(super) async fn begin_draft(
    tx: &mut Tx,
    service: &str,
    definition: &str,
    based_on: i64,
    staff: &str,
    now: i64,
) -> Result<bool, Error> {
    Ok(execute!(tx, BEGIN_DRAFT, service, definition, based_on, staff, now)? == 1)
}

pub(super) async fn keep_draft(
    tx: &mut Tx,
    service: &str,
    definition: &str,
    staff: &str,
    now: i64,
) -> Result<(), Error> {
    execute!(tx, KEEP_DRAFT, service, definition, staff, now)?;
    Ok(())
}

pub(super) async fn end_draft(tx: &mut Tx, service: &str) -> Result<(), Error> {
    execute!(tx, END_DRAFT, service)?;
    Ok(())
}

/// What was written of each hub function, by its code.
pub(super) async fn narrative(tx: &mut Tx, service: &str) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, NARRATIVE, service)?)
}

pub(super) async fn tell(tx: &mut Tx, service: &str, hub_function: &str, words: &str) -> Result<(), Error> {
    execute!(tx, TELL, service, hub_function, words)?;
    Ok(())
}

/// The measures of the set-ups that a service's plan shows, those of the newest waves first.
pub(super) async fn measures(tx: &mut Tx, service: &str) -> Result<Vec<MeasureRow>, Error> {
    Ok(all!(tx, MEASURES, service)?)
}
