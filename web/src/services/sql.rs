//! Services in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ALL = "select key, name from service order by name, key";
    NAME = "select name from service where key = $1";
    ADD = "insert into service (key, name, created) values ($1, $2, $3) on conflict (key) do nothing";
}

/// A music service.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Service {
    pub key: String,
    pub name: String,
}

pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Service>, Error> {
    Ok(all!(tx, ALL)?)
}

pub(super) async fn name(tx: &mut Tx, key: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, NAME, key)?;
    Ok(row.map(|(name,)| name))
}

/// Whether the key was free.
pub(super) async fn add(tx: &mut Tx, key: &str, name: &str, now: i64) -> Result<bool, Error> {
    Ok(execute!(tx, ADD, key, name, now)? == 1)
}
