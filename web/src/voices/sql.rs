//! What a service says of its population, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, execute, maybe, sql},
    error::Error,
};

sql! {
    CURRENT = "select revision, source, year, lines from population where service = $1 order by revision desc limit 1";
    /// Two who bring figures at once do it one after the other: so the second is told.
    HOLD = "update service set name = name where key = $1";
    ADD = "insert into population (service, revision, source, year, lines, changed_by, changed) values ($1, $2, $3, $4, $5, $6, $7)";
}

/// Figures of a population as they are stored.
#[derive(FromRow)]
pub(super) struct Row {
    pub revision: i64,
    pub source: String,
    pub year: i64,
    /// JSON.
    pub lines: String,
}

pub(super) async fn current(tx: &mut Tx, service: &str) -> Result<Option<Row>, Error> {
    Ok(maybe!(tx, CURRENT, service)?)
}

/// Keeps all others from bringing figures until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, service: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service)?;
    Ok(())
}

pub(super) async fn add(tx: &mut Tx, service: &str, row: &Row, staff: Option<&str>, now: i64) -> Result<(), Error> {
    execute!(tx, ADD, service, row.revision, &row.source, row.year, &row.lines, staff, now)?;
    Ok(())
}
