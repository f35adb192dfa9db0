//! Those who look after the whole: made and unmade on the server's own terminal only.

pub(crate) mod sql;

use super::{Line, audit::audit_platform, sql::staff_with};
use crate::{clock::random_key, db::Tx, error::Error};

/// Makes whoever has this address an operator, with its line in the record; whether they were none before.
pub async fn make_operator(tx: &mut Tx, email: &str, now: i64) -> Result<bool, Error> {
    let staff = staff_with(tx, &random_key(), email).await?;
    let is_new = sql::add_operator(tx, &staff).await?;
    if is_new {
        audit_platform(tx, None, now, "operator added", email).await?;
    }
    Ok(is_new)
}

/// The other way; whether they were one.
pub async fn unmake_operator(tx: &mut Tx, email: &str, now: i64) -> Result<bool, Error> {
    let staff = staff_with(tx, &random_key(), email).await?;
    let was = sql::remove_operator(tx, &staff).await?;
    if was {
        audit_platform(tx, None, now, "operator removed", email).await?;
    }
    Ok(was)
}

/// Their addresses.
pub async fn operators(tx: &mut Tx) -> Result<Vec<String>, Error> {
    sql::operators(tx).await
}

/// Lines of the record that belong to no one service, older than one where one is named, the newest first.
pub async fn platform_lines(tx: &mut Tx, before: &str, at_most: i64) -> Result<Vec<Line>, Error> {
    sql::platform_lines(tx, before, at_most).await
}

/// Whether somebody is one.
pub(super) async fn is_operator(tx: &mut Tx, staff: &str) -> Result<bool, Error> {
    sql::is_operator(tx, staff).await
}
