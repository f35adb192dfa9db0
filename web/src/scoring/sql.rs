//! What the scoring worker reads and keeps.

use std::collections::BTreeMap;

use heard_core::{
    answer::Answers,
    disclosure,
    results::{Contribution, reduce},
};
use heard_host as contract;
use sqlx::FromRow;

use super::{
    attempt::{Given, Scored},
    load,
};
use crate::{
    app::App,
    clock::start_of_day,
    db::{Tx, all, execute, insert_rows, maybe, one, sql},
    error::Error,
    staff,
};

sql! {
    DUE = "select b.id, b.service, b.survey, b.cursor, u.id as setup, u.artefact, u.settings \
        from binding b join binding_setup u on u.id = b.active_setup \
        join survey s on s.service = b.service and s.key = b.survey \
        where b.state = 'active' and (b.cursor < s.last_number or b.refresh) order by b.id";
    PAUSED = "select count(*) from binding where state = 'paused'";
    AFTER = "select id, number, version, answers from response \
        where service = $1 and survey = $2 and number > $3 order by number limit $4";
    /// Only who finds the binding where it was left may move it: two servers never store the same batch twice.
    MOVE_CURSOR = "update binding set cursor = $3, refresh = $5 \
        where id = $1 and cursor = $2 and active_setup = $4 and state = 'active'";
    ADD_UNSCORED = "insert into unscored (setup, response, number, reason) values ($1, $2, $3, $4) \
        on conflict (setup, response) do nothing";
    PAUSE = "update binding set state = 'paused', fault = $2 where id = $1 and active_setup = $3 and state = 'active' \
        returning key";
    GIVEN = "select r.wave, c.indicator, c.number, c.version, c.value, c.weight from contribution c \
        join response r on r.id = c.response where c.setup = $1 order by r.wave, c.indicator, c.number";
    UP_TO = "select up_to from measure where setup = $1 and wave = $2 and indicator = $3";
    KEEP_MEASURE = "insert into measure (setup, wave, indicator, version, figure, minimum, maximum, up_to, computed) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (setup, wave, indicator) do update set \
        version = excluded.version, figure = excluded.figure, up_to = excluded.up_to, computed = excluded.computed";
    /// From here on the plan shows this set-up's figures. Nothing, where another was switched on meanwhile.
    REFRESHED = "update binding set refresh = $2, shown_setup = $3 where id = $1 and active_setup = $3";
    NEWEST = "select id, number, version, answers from response where service = $1 and survey = $2 \
        order by number desc limit $3";
}

/// How many rows one insert statement holds.
const ROWS: usize = 64;

/// A binding with something to do.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Due {
    pub id: String,
    pub service: String,
    pub survey: String,
    pub cursor: i64,
    pub setup: String,
    pub artefact: String,
    pub settings: String,
}

/// A response to score.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub id: String,
    pub number: i64,
    pub version: i64,
    pub answers: Answers,
}

pub(super) async fn due(tx: &mut Tx) -> Result<Vec<Due>, Error> {
    Ok(all!(tx, DUE)?)
}

pub(super) async fn paused(tx: &mut Tx) -> Result<i64, Error> {
    let (paused,): (i64,) = one!(tx, PAUSED)?;
    Ok(paused)
}

/// The next responses after a number, all of one survey version.
pub(super) async fn after(tx: &mut Tx, due: &Due, cursor: i64, most: i64) -> Result<Vec<Row>, Error> {
    let rows: Vec<(String, i64, i64, String)> = all!(tx, AFTER, &due.service, &due.survey, cursor, most)?;
    let first = rows.first().map(|(_, _, version, _)| *version);
    rows.into_iter().take_while(|(_, _, version, _)| Some(*version) == first).map(Row::read).collect()
}

/// The newest responses to a survey, the oldest of them first.
pub(super) async fn newest(tx: &mut Tx, service: &str, survey: &str, most: i64) -> Result<Vec<Row>, Error> {
    let rows: Vec<(String, i64, i64, String)> = all!(tx, NEWEST, service, survey, most)?;
    rows.into_iter().rev().map(Row::read).collect()
}

impl Row {
    fn read((id, number, version, answers): (String, i64, i64, String)) -> Result<Self, Error> {
        let answers = serde_json::from_str(&answers).map_err(|e| Error::fault("stored answers", e))?;
        Ok(Self { id, number, version, answers })
    }
}

/// Stores what a batch gave and moves the binding on; `false` where another server was faster.
pub(super) async fn keep(app: &App, due: &Due, from: i64, to: i64, scored: &Scored) -> Result<bool, Error> {
    let mut tx = app.db.write().await?;
    if execute!(&mut tx, MOVE_CURSOR, &due.id, from, to, &due.setup, true)? == 0 {
        return Ok(false);
    }
    for rows in scored.contributions.chunks(ROWS) {
        add(&mut tx, &due.setup, rows).await?;
    }
    for (row, reason) in &scored.unscored {
        execute!(&mut tx, ADD_UNSCORED, &due.setup, &row.id, row.number, reason)?;
    }
    tx.commit().await?;
    Ok(true)
}

async fn add(tx: &mut Tx, setup: &str, rows: &[Given]) -> Result<(), Error> {
    let mut encoded = Vec::with_capacity(rows.len());
    for row in rows {
        encoded.push(serde_json::to_string(&row.sources).map_err(|e| Error::fault("sources to JSON", e))?);
    }
    insert_rows!(
        tx,
        "insert into contribution (setup, response, indicator, number, version, value, weight, sources) ",
        rows.iter().zip(&encoded),
        |(given, sources)| (
            setup,
            &given.response,
            &given.indicator,
            given.number,
            given.version,
            given.value,
            given.weight,
            sources,
        ),
        " on conflict (setup, response, indicator) do nothing"
    )?;
    Ok(())
}

/// Stops a binding until a person has looked at it. Its responses wait.
pub(super) async fn pause(app: &App, due: &Due, reason: &str) -> Result<(), Error> {
    tracing::warn!(binding = %due.id, service = %due.service, reason, "a binding is paused");
    let mut tx = app.db.write().await?;
    let paused: Option<(String,)> = maybe!(&mut tx, PAUSE, &due.id, reason, &due.setup)?;
    if let Some((key,)) = paused {
        let now = app.clock.now();
        staff::audit(&mut tx, &due.service, None, now, "binding paused", &format!("{key}: {reason}")).await?;
    }
    tx.commit().await
}

/// A contribution with the number and the survey version of its response.
type Numbered = (i64, i64, Contribution);

/// Brings the measures of a binding up to date with its contributions.
///
/// A measure that is there moves only when at least five responses came that it did not rest on: when one is
/// withdrawn, the figure waits for them too, so that nobody sees what a single newcomer changed.
pub(super) async fn refresh_measures(app: &App, due: &Due) -> Result<(), Error> {
    let Ok(artefact) = load(app, &due.artefact).await? else { return Ok(()) };
    let mut tx = app.db.write().await?;
    // First, so that whoever takes a response back meanwhile waits for us and then asks for another refresh.
    if execute!(&mut tx, REFRESHED, &due.id, false, &due.setup)? == 0 {
        return Ok(());
    }
    let rows: Vec<(String, String, i64, i64, f64, f64)> = all!(&mut tx, GIVEN, &due.setup)?;
    let mut given: BTreeMap<(String, String), Vec<Numbered>> = BTreeMap::new();
    for (wave, indicator, number, version, value, weight) in rows {
        given.entry((wave, indicator)).or_default().push((number, version, Contribution { value, weight }));
    }
    for ((wave, key), given) in given {
        if let Some(indicator) = artefact.description().indicators.iter().find(|indicator| indicator.key == key) {
            refresh_measure(&mut tx, due, &wave, indicator, &given, app.clock.now()).await?;
        }
    }
    tx.commit().await
}

async fn refresh_measure(
    tx: &mut Tx,
    due: &Due,
    wave: &str,
    indicator: &contract::Indicator,
    given: &[Numbered],
    now: i64,
) -> Result<(), Error> {
    let contributions: Vec<_> = given.iter().map(|(.., contribution)| *contribution).collect();
    let settled = disclosure::settled(&contributions);
    let rests_on = &given[..settled.len()];
    let row: Option<(i64,)> = maybe!(&mut *tx, UP_TO, &due.setup, wave, &indicator.key)?;
    let newcomers = |up_to: i64| rests_on.iter().filter(|(number, _, c)| *number > up_to && c.weight > 0.0).count();
    if row.is_some_and(|(up_to,)| newcomers(up_to) < disclosure::STEP as usize) {
        return Ok(());
    }
    let Some(measure) = reduce(settled, super::aggregation(indicator.aggregate)) else { return Ok(()) };
    let figure = serde_json::to_string(&measure).map_err(|e| Error::fault("measure to JSON", e))?;
    let up_to = rests_on.iter().map(|(number, ..)| *number).max().unwrap_or(0);
    let version = rests_on.iter().map(|(_, version, _)| *version).max().unwrap_or(0);
    let (min, max) = (indicator.min, indicator.max);
    execute!(tx, KEEP_MEASURE, &due.setup, wave, &indicator.key, version, figure, min, max, up_to, start_of_day(now))?;
    Ok(())
}
