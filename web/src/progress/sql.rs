//! Counts of waves in the database.

use heard_core::disclosure::{Counts, Crossed};
use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, one, sql},
    error::Error,
};

sql! {
    RECENT = "select service, survey, id, version from wave where opens <= $1 and closes > $2 order by id";
    NEWCOMERS = "select count(*) from response where service = $1 and survey = $2 and wave = $3 and number > $4";
    RESPONSES = "select r.number, r.version, r.day, r.channel, r.audience, r.area, r.answers, m.answers as monitoring from response r \
        left join monitoring m on m.response = r.id \
        where r.service = $1 and r.survey = $2 and r.wave = $3 and r.number > $4 order by r.number limit $5";
    COUNTED = "select what, up_to, counts from wave_count where service = $1 and wave = $2";
    /// Where another server was faster, its counts stand: ours would rest on newcomers that it has shown already.
    KEEP = "insert into wave_count (service, wave, what, base, up_to, counts) values ($1, $2, $3, $4, $5, $6) \
        on conflict (wave, what) do update set base = excluded.base, up_to = excluded.up_to, counts = excluded.counts \
        where wave_count.up_to = $7";
    CROSSED = "select what, crossed from wave_cut where service = $1 and wave = $2";
    KEEP_CROSSED = "insert into wave_cut (service, wave, what, crossed) values ($1, $2, $3, $4) \
        on conflict (wave, what) do update set crossed = excluded.crossed";
}

/// A wave that somebody may answer, or whose sheets of paper may still be typed in.
#[derive(FromRow)]
pub(super) struct Recent {
    pub service: String,
    pub survey: String,
    pub id: String,
    pub version: i64,
}

/// What is counted of a response.
#[derive(FromRow)]
pub(super) struct Row {
    pub number: i64,
    /// The version of the survey that was answered.
    pub version: i64,
    pub day: String,
    pub channel: String,
    pub audience: Option<String>,
    pub area: Option<String>,
    /// JSON.
    pub answers: String,
    /// JSON.
    pub monitoring: Option<String>,
}

/// What was counted last.
#[derive(FromRow)]
pub(super) struct Counted {
    pub what: String,
    pub up_to: i64,
    /// JSON.
    pub counts: String,
}

pub(super) async fn recent(tx: &mut Tx, now: i64, closed_after: i64) -> Result<Vec<Recent>, Error> {
    Ok(all!(tx, RECENT, now, closed_after)?)
}

/// How many came after the response with a number.
pub(super) async fn newcomers(tx: &mut Tx, wave: &Recent, after: i64) -> Result<i64, Error> {
    let (count,): (i64,) = one!(tx, NEWCOMERS, &wave.service, &wave.survey, &wave.id, after)?;
    Ok(count)
}

/// Some responses in the order of their numbers.
pub(super) async fn responses(tx: &mut Tx, wave: &Recent, after: i64, at_most: i64) -> Result<Vec<Row>, Error> {
    Ok(all!(tx, RESPONSES, &wave.service, &wave.survey, &wave.id, after, at_most)?)
}

pub(super) async fn counted(tx: &mut Tx, service: &str, wave: &str) -> Result<Vec<Counted>, Error> {
    Ok(all!(tx, COUNTED, service, wave)?)
}

/// What was counted by groups last: of each thing, JSON.
pub(super) async fn crossed(tx: &mut Tx, service: &str, wave: &str) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, CROSSED, service, wave)?)
}

pub(super) async fn keep_crossed(tx: &mut Tx, wave: &Recent, what: &str, crossed: &Crossed) -> Result<(), Error> {
    let json = serde_json::to_string(crossed).map_err(|e| Error::fault("counts to JSON", e))?;
    execute!(tx, KEEP_CROSSED, &wave.service, &wave.id, what, json)?;
    Ok(())
}

/// Keeps new counts in the place of those that went up to a number; 0 where there were none. Whether they are kept.
pub(super) async fn keep(
    tx: &mut Tx,
    wave: &Recent,
    what: &str,
    (counts, up_to): &(Counts, i64),
    before: i64,
) -> Result<bool, Error> {
    let json = serde_json::to_string(counts).map_err(|e| Error::fault("counts to JSON", e))?;
    let kept = execute!(tx, KEEP, &wave.service, &wave.id, what, i64::from(counts.base), *up_to, json, before)?;
    Ok(kept > 0)
}
