//! Sheets of paper in the database.

use heard_core::typed_in;
use sqlx::FromRow;

use super::sheets::{Sheet, State};
use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD = "insert into paper_sheet (service, wave, number, state, first_typing) values ($1, $2, $3, $4, $5) \
        on conflict (wave, number) do nothing";
    /// Two typists of one sheet come one after the other: the second sees what the first made of it.
    HOLD = "update paper_sheet set state = state where service = $1 and wave = $2 and number = $3 \
        returning state, first_typing, second_typing";
    READ = "select state, first_typing, second_typing from paper_sheet where service = $1 and wave = $2 and number = $3";
    KEEP_BOTH = "update paper_sheet set state = $4, first_typing = $5, second_typing = $6 \
        where service = $1 and wave = $2 and number = $3";
    /// What was typed goes in the moment in which the sheet is done.
    END = "update paper_sheet set state = $4, first_typing = null, second_typing = null \
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
pub(super) async fn add(tx: &mut Tx, sheet: Sheet<'_>, first: &typed_in::Sheet) -> Result<bool, Error> {
    let Sheet { service, wave, number } = sheet;
    Ok(execute!(tx, ADD, service, wave, number, State::Once.code(), json(first)?)? == 1)
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
