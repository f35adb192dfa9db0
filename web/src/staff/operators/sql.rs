//! Operators, and the record of the platform, in the database.

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
    staff::Line,
};

sql! {
    IS_OPERATOR = "select staff from operator where staff = $1";
    ADD_OPERATOR = "insert into operator (staff) values ($1) on conflict (staff) do nothing";
    REMOVE_OPERATOR = "delete from operator where staff = $1";
    OPERATORS = "select s.email from operator o join staff s on s.id = o.staff order by s.email";
    PLATFORM_LINES = "select a.id, a.at, s.email as name, a.action, a.detail from audit a left join staff s on s.id = a.staff \
        where a.service is null and ($1 = '' or a.id < $1) order by a.id desc limit $2";
}

pub(super) async fn is_operator(tx: &mut Tx, staff: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, IS_OPERATOR, staff)?;
    Ok(row.is_some())
}

/// Whether that is new.
pub(super) async fn add_operator(tx: &mut Tx, staff: &str) -> Result<bool, Error> {
    Ok(execute!(tx, ADD_OPERATOR, staff)? == 1)
}

/// Whether they were one.
pub(super) async fn remove_operator(tx: &mut Tx, staff: &str) -> Result<bool, Error> {
    Ok(execute!(tx, REMOVE_OPERATOR, staff)? == 1)
}

/// The addresses of those who look after the whole.
pub(super) async fn operators(tx: &mut Tx) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, OPERATORS)?;
    Ok(rows.into_iter().map(|(email,)| email).collect())
}

/// Lines that belong to no one service, older than one where one is named, the newest first.
pub(super) async fn platform_lines(tx: &mut Tx, before: &str, at_most: i64) -> Result<Vec<Line>, Error> {
    Ok(all!(tx, PLATFORM_LINES, before, at_most)?)
}
