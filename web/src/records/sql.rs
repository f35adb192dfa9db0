//! Which records of a wave were taken away, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, execute, maybe, one, sql},
    error::Error,
};

sql! {
    MADE = "select chosen, up_to, digest, made from records_file where service = $1 and wave = $2";
    LAST = "select coalesce(max(number), 0) from response where service = $1 and survey = $2 and wave = $3";
    /// Two who make it at once do it one after the other.
    HOLD = "update wave set id = id where service = $1 and id = $2";
    MAKE = "insert into records_file (wave, service, chosen, up_to, digest, made) values ($1, $2, $3, $4, $5, $6)";
}

/// The one file of a wave.
#[derive(FromRow)]
pub(super) struct Made {
    /// What was taken along: JSON.
    pub chosen: String,
    /// The number of the last response that is in it.
    pub up_to: i64,
    /// Of its lines, in hexadecimal.
    pub digest: String,
    /// When it was made first.
    #[sqlx(rename = "made")]
    pub since: i64,
}

pub(super) async fn made(tx: &mut Tx, service: &str, wave: &str) -> Result<Option<Made>, Error> {
    Ok(maybe!(tx, MADE, service, wave)?)
}

/// The number of the last response of a wave; 0 where there is none.
pub(super) async fn last(tx: &mut Tx, service: &str, survey: &str, wave: &str) -> Result<i64, Error> {
    let (last,): (i64,) = one!(tx, LAST, service, survey, wave)?;
    Ok(last)
}

pub(super) async fn hold(tx: &mut Tx, service: &str, wave: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service, wave)?;
    Ok(())
}

pub(super) async fn make(tx: &mut Tx, service: &str, wave: &str, made: &Made) -> Result<(), Error> {
    let Made { chosen, up_to, digest, since } = made;
    execute!(tx, MAKE, wave, service, chosen, *up_to, digest, *since)?;
    Ok(())
}
