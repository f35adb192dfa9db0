//! Many submissions in one transaction on SQLite: the statements in one go, on the thread of the intake, because a way
//! between threads costs more than most of them.

use rusqlite::{Connection, ErrorCode, TransactionBehavior, params};
use sqlx::SqlitePool;

use super::{NewResponse, Waiting, by_question, by_survey, count, paces, sql};
use crate::{apart, clock::random_key, db::Burst, error::Error, tallies};

/// Whether everything was stored; `false` leaves nothing behind, because a response was there already, or a row cannot
/// be. It blocks the thread.
pub(super) async fn store(writer: &SqlitePool, burst: &Burst, batch: &[Waiting]) -> Result<bool, Error> {
    let _turn = writer.acquire().await?;
    match burst.run(|connection| store_all(connection, batch)) {
        Some(Ok(stored)) => Ok(stored),
        Some(Err(error)) if is_of_a_row(&error) => Ok(false),
        Some(Err(error)) => {
            tracing::error!(%error, "SQLite could not store a batch");
            Err(Error::Busy)
        }
        None => Err(Error::Busy),
    }
}

fn is_of_a_row(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}

/// In one transaction, which leaves nothing behind where it does not come to its end.
fn store_all(connection: &mut Connection, batch: &[Waiting]) -> rusqlite::Result<bool> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for ((draft, question), answer) in by_question(batch) {
        tx.prepare_cached(sql::SAVE_ANSWER)?.execute(params![draft, question, answer])?;
    }
    for ((service, survey), responses) in by_survey(batch) {
        let taken = params![count(responses.len()), service, survey];
        let last: i64 = tx.prepare_cached(sql::TAKE_NUMBERS)?.query_row(taken, |row| row.get(0))?;
        let first = last + 1 - count(responses.len());
        let paces = paces(&responses);
        for (number, response) in (first..).zip(responses) {
            if !insert(&tx, number, response)? {
                return Ok(false);
            }
        }
        for ((wave, band), people) in paces {
            let minutes = tallies::Kind::Minutes.code();
            tx.prepare_cached(tallies::ADD)?.execute(params![service, wave, minutes, band, people, false])?;
        }
    }
    tx.commit()?;
    Ok(true)
}

/// Whether the response was not there before.
fn insert(tx: &Connection, number: i64, new: &NewResponse) -> rusqlite::Result<bool> {
    if tx.prepare_cached(sql::TAKEN_BACK)?.exists(params![new.id])? {
        return Ok(false);
    }
    let added = tx.prepare_cached(sql::ADD)?.execute(params![
        new.id,
        new.service,
        new.survey,
        new.version,
        new.wave,
        number,
        new.day,
        new.channel.code(),
        new.audience,
        new.age_band,
        new.language,
        new.area,
        new.decile,
        new.place_edition,
        new.answers,
    ])?;
    if let Some(answers) = &new.monitoring {
        tx.prepare_cached(sql::ADD_MONITORING)?.execute(params![new.id, new.service, new.wave, answers])?;
    }
    for apart::Row { service, wave, question, part, said } in &new.apart {
        let row = params![random_key(), service, wave, question, part, said, false];
        tx.prepare_cached(apart::ADD)?.execute(row)?;
    }
    if let Some(draft) = &new.draft {
        tx.prepare_cached(sql::FORGET_DRAFT)?.execute(params![draft])?;
    }
    Ok(added > 0)
}
