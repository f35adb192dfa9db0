//! The record: who changed what, and when. Every change by staff leaves a line, in the transaction of the change.

use axum::extract::State;
use heard_core::text::Lang;
use maud::Markup;

use super::{Owner, sql, view};
use crate::{
    app::App,
    clock::{ordered_id, start_of_day},
    db::Tx,
    error::Error,
};

/// How many lines the page shows.
const SHOWN: i64 = 200;

/// Adds a line to the record of a service, such as `role changed` with the detail `Ann, from editor to owner`. `staff`
/// is the id of whoever did it, and nobody where the server did it itself or its operator did, on the terminal. The
/// detail never holds what a respondent said.
pub async fn audit(
    tx: &mut Tx,
    service: &str,
    staff: Option<&str>,
    now: i64,
    action: &str,
    detail: &str,
) -> Result<(), Error> {
    sql::add_line(tx, &ordered_id(now), Some(service), staff, now, action, detail).await
}

/// Adds such a line once a day, for a change of which somebody makes many: where the order of the lines could be laid
/// beside that of responses, a line for each would say who typed in which.
pub async fn audit_once_a_day(
    tx: &mut Tx,
    service: &str,
    staff: &str,
    now: i64,
    action: &str,
    detail: &str,
) -> Result<(), Error> {
    if sql::lines_since(tx, service, staff, action, detail, start_of_day(now)).await? > 0 {
        return Ok(());
    }
    audit(tx, service, Some(staff), now, action, detail).await
}

/// Adds a line that belongs to no one service, such as a sign-in or new postcodes.
pub async fn audit_platform(
    tx: &mut Tx,
    staff: Option<&str>,
    now: i64,
    action: &str,
    detail: &str,
) -> Result<(), Error> {
    sql::add_line(tx, &ordered_id(now), None, staff, now, action, detail).await
}

pub(super) async fn show(State(app): State<App>, Owner(me): Owner) -> Result<Markup, Error> {
    let lines = sql::newest_lines(&mut app.db.read().await?, &me.service, SHOWN).await?;
    Ok(view::record(&me, &lines, &Lang::english()))
}
