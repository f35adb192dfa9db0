//! The record: who changed what, and when. Every change by staff leaves a line, in the transaction of the change.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use heard_core::{answer::Typed, text::Lang};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    Owner,
    sql::{self, Sought},
    view,
};
use crate::{
    app::App,
    clock::{ordered_id, start_of, start_of_day},
    db::Tx,
    error::Error,
    form::field::Trouble,
    typed,
};

/// How many lines a page shows.
const SHOWN: i64 = 200;

const DAY_ADVICE: &str = "Write a day, such as 22 November 2026, or nothing.";
const NO_FIRST_DAY: Trouble = Trouble { field: "from", label: "From", advice: DAY_ADVICE };
const NO_LAST_DAY: Trouble = Trouble { field: "to", label: "To", advice: DAY_ADVICE };

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

/// What the page was asked for, as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub who: String,
    pub what: String,
    pub from: String,
    pub to: String,
}

impl Asked {
    fn read(typed: &Typed) -> Self {
        let field = |name: &str| typed.first(name).trim().to_owned();
        Self { who: field("who"), what: field("what"), from: field("from"), to: field("to") }
    }

    /// The days that were asked for; those that are none are told.
    fn sought(&self, before: &str) -> (Sought, Vec<Trouble>) {
        let mut troubles = Vec::new();
        let mut day = |typed: &str, trouble: Trouble| {
            let day = typed::day(typed);
            troubles.extend((day.is_none() && !typed.is_empty()).then_some(trouble));
            day
        };
        let from = day(&self.from, NO_FIRST_DAY).map_or(0, start_of);
        let after = day(&self.to, NO_LAST_DAY).and_then(|day| day.tomorrow().ok());
        let to = after.map_or(i64::MAX, start_of);
        let sought = Sought { who: self.who.clone(), what: self.what.clone(), from, to, before: before.to_owned() };
        (sought, troubles)
    }

    /// The part of an address that asks for the same, older than a line.
    pub fn older(&self, than: &str) -> String {
        let pairs =
            [("who", &*self.who), ("what", &self.what), ("from", &self.from), ("to", &self.to), ("before", than)];
        let set = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        set.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
            .collect::<Vec<_>>()
            .join("&")
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Owner(me): Owner,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let asked = Asked::read(&typed);
    let (sought, troubles) = asked.sought(typed.first("before"));
    let mut tx = app.db.read().await?;
    // One more than is shown tells whether there are older ones.
    let mut lines = sql::lines(&mut tx, &me.service, &sought, SHOWN + 1).await?;
    let more = lines.len() > usize::try_from(SHOWN).unwrap_or(usize::MAX);
    if more {
        lines.pop();
    }
    let (people, actions) = (sql::people(&mut tx, &me.service).await?, sql::actions(&mut tx, &me.service).await?);
    let shown =
        view::Record { asked: &asked, lines: &lines, more, people: &people, actions: &actions, troubles: &troubles };
    let status = if troubles.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, view::record(&me, &shown, &Lang::english())).into_response())
}
