//! Sheets of paper in the database.

use heard_core::typed_in;
use sqlx::FromRow;

use super::sheets::{Sheet, State};
use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD = "insert into paper_sheet (service, wave, number, state, first_typing, first_by) values ($1, $2, $3, $4, $5, $6) \
        on conflict (wave, number) do nothing";
    /// Two typists of one sheet come one after the other: the second sees what the first made of it.
    HOLD = "update paper_sheet set state = state where service = $1 and wave = $2 and number = $3 \
        returning state, first_typing, second_typing";
    READ = "select state, first_typing, second_typing from paper_sheet where service = $1 and wave = $2 and number = $3";
    /// By what the service calls them; a role that is gone has no name.
    TYPISTS = "select f.name as first, s.name as second from paper_sheet p \
        left join role f on f.staff = p.first_by and f.service = p.service \
        left join role s on s.staff = p.second_by and s.service = p.service \
        where p.service = $1 and p.wave = $2 and p.number = $3";
    OWN = "select number from paper_sheet where service = $1 and wave = $2 and first_by = $3 order by number";
    SAY_SECOND = "update paper_sheet set second_by = $4 where service = $1 and wave = $2 and number = $3";
    KEEP_BOTH = "update paper_sheet set state = $4, first_typing = $5, second_typing = $6 \
        where service = $1 and wave = $2 and number = $3";
    /// What was typed goes in the moment in which the sheet is done, and who typed it.
    END = "update paper_sheet set state = $4, first_typing = null, second_typing = null, first_by = null, second_by = null \
        where service = $1 and wave = $2 and number = $3";
    DELETE = "delete from paper_sheet where service = $1 and wave = $2 and number = $3 and first_typing is not null";
    SHEETS = "select number, state from paper_sheet where service = $1 and wave = $2 order by number";
    FORGET_CLOSED = "delete from paper_sheet where wave in (select id from wave where closes <= $1)";
}

#[derive(FromRow)]
struct Row {
    state: String,
    first_typing: Option<String>,
    second_typing: Option<String>,
}

/// What has been typed of a sheet.
pub(super) struct Typings {
    pub state: State,
    pub first: Option<typed_in::Sheet>,
    pub second: Option<typed_in::Sheet>,
}

impl Row {
    fn read(self) -> Result<Typings, Error> {
        let typing = |json: Option<String>| {
            let read = |json: String| serde_json::from_str(&json).map_err(|e| Error::fault("stored sheet", e));
            json.map(read).transpose()
        };
        Ok(Typings {
            state: State::read(&self.state)?,
            first: typing(self.first_typing)?,
            second: typing(self.second_typing)?,
        })
    }
}

fn json(typing: &typed_in::Sheet) -> Result<String, Error> {
    serde_json::to_string(typing).map_err(|e| Error::fault("sheet to JSON", e))
}

/// Whether the number was free.
pub(super) async fn add(
    tx: &mut Tx,
    sheet: Sheet<'_>,
    first: &typed_in::Sheet,
    by: Option<&str>,
) -> Result<bool, Error> {
    let Sheet { service, wave, number } = sheet;
    Ok(execute!(tx, ADD, service, wave, number, State::Once.code(), json(first)?, by)? == 1)
}

/// Says who typed a sheet the second time, until it is done.
pub(super) async fn say_second(tx: &mut Tx, sheet: Sheet<'_>, by: Option<&str>) -> Result<(), Error> {
    execute!(tx, SAY_SECOND, sheet.service, sheet.wave, sheet.number, by)?;
    Ok(())
}

/// Who typed a sheet the first time, and the second.
#[derive(Debug, Default, FromRow)]
pub(super) struct Typists {
    pub first: Option<String>,
    pub second: Option<String>,
}

pub(super) async fn typists(tx: &mut Tx, sheet: Sheet<'_>) -> Result<Typists, Error> {
    let found: Option<Typists> = maybe!(tx, TYPISTS, sheet.service, sheet.wave, sheet.number)?;
    Ok(found.unwrap_or_default())
}

/// The sheets of a wave that somebody typed the first time, as long as they are not done.
pub(super) async fn own(tx: &mut Tx, service: &str, wave: &str, staff: &str) -> Result<Vec<i64>, Error> {
    let rows: Vec<(i64,)> = all!(tx, OWN, service, wave, staff)?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// The sheet as it is, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, sheet: Sheet<'_>) -> Result<Option<Typings>, Error> {
    let row: Option<Row> = maybe!(tx, HOLD, sheet.service, sheet.wave, sheet.number)?;
    row.map(Row::read).transpose()
}

pub(super) async fn read(tx: &mut Tx, sheet: Sheet<'_>) -> Result<Option<Typings>, Error> {
    let row: Option<Row> = maybe!(tx, READ, sheet.service, sheet.wave, sheet.number)?;
    row.map(Row::read).transpose()
}

pub(super) async fn keep_both(
    tx: &mut Tx,
    sheet: Sheet<'_>,
    first: &typed_in::Sheet,
    second: &typed_in::Sheet,
) -> Result<(), Error> {
    let Sheet { service, wave, number } = sheet;
    execute!(tx, KEEP_BOTH, service, wave, number, State::Differ.code(), json(first)?, json(second)?)?;
    Ok(())
}

pub(super) async fn end(tx: &mut Tx, sheet: Sheet<'_>, state: State) -> Result<(), Error> {
    execute!(tx, END, sheet.service, sheet.wave, sheet.number, state.code())?;
    Ok(())
}

/// Whether there was such a sheet that is not done.
pub(super) async fn delete(tx: &mut Tx, sheet: Sheet<'_>) -> Result<bool, Error> {
    Ok(execute!(tx, DELETE, sheet.service, sheet.wave, sheet.number)? == 1)
}

/// The numbers of a wave's sheets with their states, in order.
pub(super) async fn sheets(tx: &mut Tx, service: &str, wave: &str) -> Result<Vec<(i64, State)>, Error> {
    let rows: Vec<(i64, String)> = all!(tx, SHEETS, service, wave)?;
    rows.into_iter().map(|(number, state)| Ok((number, State::read(&state)?))).collect()
}

/// Deletes the sheets of waves that closed until then.
pub(super) async fn forget_closed(tx: &mut Tx, closed: i64) -> Result<(), Error> {
    execute!(tx, FORGET_CLOSED, closed)?;
    Ok(())
}
