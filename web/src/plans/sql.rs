//! Plans and measures in the database.

use sqlx::FromRow;

use super::Provenance;
use crate::{
    db::{Tx, all, execute, maybe, one, sql},
    error::Error,
};

sql! {
    CURRENT = "select definition from plan_version where service = $1 order by version desc limit 1";
    NEXT_VERSION = "select coalesce(max(version), 0) + 1 from plan_version where service = $1";
    ADD_VERSION = "insert into plan_version (service, version, definition, created) values ($1, $2, $3, $4)";
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

pub(super) async fn current(tx: &mut Tx, service: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, CURRENT, service)?;
    Ok(row.map(|(definition,)| definition))
}

pub(super) async fn add_version(tx: &mut Tx, service: &str, definition: &str, now: i64) -> Result<(), Error> {
    let (version,): (i64,) = one!(tx, NEXT_VERSION, service)?;
    execute!(tx, ADD_VERSION, service, version, definition, now)?;
    Ok(())
}

/// The measures of the set-ups that a service's plan shows, those of the newest waves first.
pub(super) async fn measures(tx: &mut Tx, service: &str) -> Result<Vec<MeasureRow>, Error> {
    Ok(all!(tx, MEASURES, service)?)
}
