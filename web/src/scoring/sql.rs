//! What the scoring worker reads and keeps.

use heard_core::{
    answer::Answers,
    disclosure,
    results::{Contribution, Measure, reduce},
};
use heard_host as contract;
use sqlx::FromRow;

use super::{
    attempt::{Given, Scored},
    load,
};
use crate::{
    app::App,
    aside::aside,
    clock::start_of_day,
    db::{Tx, all, execute, insert_rows, maybe, one, sql},
    error::Error,
    staff,
};

sql! {
    DUE = "select b.id, b.service, b.survey, b.cursor, b.changes, b.cursor < s.last_number as waiting, u.id as setup, u.artefact, u.settings \
        from binding b join binding_setup u on u.id = b.active_setup \
        join survey s on s.service = b.service and s.key = b.survey \
        where b.state = 'active' and (b.cursor < s.last_number or b.measured < b.changes) order by b.id";
    PAUSED = "select count(*) from binding where state = 'paused'";
    AFTER = "select id, number, version, answers from response \
        where service = $1 and survey = $2 and number > $3 order by number limit $4";
    /// Only who finds the binding where it was left may move it: two servers never store the same batch twice.
    MOVE_CURSOR = "update binding set cursor = $3, changes = changes + 1 \
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
    /// From here on the plan shows this set-up's figures. Nothing, where another was switched on meanwhile, or another
    /// server was faster.
    MEASURED = "update binding set measured = $2, shown_setup = $3 \
        where id = $1 and active_setup = $3 and measured < $2";
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
    pub changes: i64,
    /// Whether responses wait, and not only measures.
    pub waiting: bool,
    pub setup: String,
    pub artefact: String,
    pub settings: String,
}

/// A response as it is stored.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Stored {
    pub id: String,
    pub number: i64,
    pub version: i64,
    pub answers: String,
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
pub(super) async fn after(tx: &mut Tx, due: &Due, cursor: i64, most: i64) -> Result<Vec<Stored>, Error> {
    let mut rows: Vec<Stored> = all!(tx, AFTER, &due.service, &due.survey, cursor, most)?;
    let first = rows.first().map(|row| row.version);
    let of_one = rows.iter().take_while(|row| Some(row.version) == first).count();
    rows.truncate(of_one);
    Ok(rows)
}

/// The newest responses to a survey, the oldest of them first.
pub(super) async fn newest(tx: &mut Tx, service: &str, survey: &str, most: i64) -> Result<Vec<Stored>, Error> {
    let mut rows: Vec<Stored> = all!(tx, NEWEST, service, survey, most)?;
    rows.reverse();
    Ok(rows)
}

impl Stored {
    /// With its answers read, which takes time: for threads that stand back.
    pub fn read(&self) -> Result<Row, String> {
        let answers = serde_json::from_str(&self.answers).map_err(|error| format!("stored answers: {error}"))?;
        Ok(Row { id: self.id.clone(), number: self.number, version: self.version, answers })
    }
}

/// Stores what a batch gave and moves the binding on; `false` where another server was faster.
pub(super) async fn keep(app: &App, due: &Due, from: i64, to: i64, scored: &Scored) -> Result<bool, Error> {
    let mut tx = app.db.write().await?;
    if execute!(&mut tx, MOVE_CURSOR, &due.id, from, to, &due.setup)? == 0 {
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
    insert_rows!(
        tx,
        "insert into contribution (setup, response, indicator, number, version, value, weight, sources) ",
        rows,
        |given| (
            setup,
            &given.response,
            &given.indicator,
            given.number,
            given.version,
            given.value,
            given.weight,
            &given.sources,
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

/// A contribution with its wave, its indicator, the number and the survey version of its response.
type Numbered = (String, String, i64, i64, f64, f64);

/// An indicator's figure for a wave, and the numbers of the responses that it rests on.
struct Figure {
    wave: String,
    indicator: contract::Indicator,
    measure: Measure,
    version: i64,
    up_to: i64,
    counted: Vec<i64>,
}

/// Brings the measures of a binding up to date with its contributions. They are read and reckoned up before the writer
/// is asked for, because with many it takes seconds: whatever changes meanwhile is counted, and looked at once more.
pub(super) async fn refresh_measures(app: &App, due: &Due) -> Result<(), Error> {
    let Ok(artefact) = load(app, &due.artefact).await? else { return Ok(()) };
    let given: Vec<Numbered> = all!(&mut app.db.read().await?, GIVEN, &due.setup)?;
    let figures = aside("measures", move || figures(&given, artefact.description())).await?;
    let mut tx = app.db.write().await?;
    if execute!(&mut tx, MEASURED, &due.id, due.changes, &due.setup)? == 0 {
        return Ok(());
    }
    for figure in figures {
        keep_figure(&mut tx, due, &figure, app.clock.now()).await?;
    }
    tx.commit().await
}

/// A figure for each wave and indicator of contributions that are ordered by them.
fn figures(given: &[Numbered], description: &contract::Description) -> Vec<Figure> {
    let of_one = given.chunk_by(|one, next| (&one.0, &one.1) == (&next.0, &next.1));
    let figure = |given: &[Numbered]| {
        let (wave, key, ..) = given.first()?;
        let indicator = description.indicators.iter().find(|indicator| indicator.key == *key)?;
        let contributions: Vec<_> =
            given.iter().map(|(.., value, weight)| Contribution { value: *value, weight: *weight }).collect();
        let settled = disclosure::settled(&contributions);
        let measure = reduce(settled, super::aggregation(indicator.aggregate))?;
        let rests_on = &given[..settled.len()];
        Some(Figure {
            wave: wave.clone(),
            indicator: indicator.clone(),
            measure,
            version: rests_on.iter().map(|(_, _, _, version, ..)| *version).max().unwrap_or(0),
            up_to: rests_on.iter().map(|(_, _, number, ..)| *number).max().unwrap_or(0),
            counted: rests_on.iter().filter(|(.., weight)| *weight > 0.0).map(|(_, _, number, ..)| *number).collect(),
        })
    };
    of_one.filter_map(figure).collect()
}

/// A measure that is there moves only when at least five responses came that it did not rest on: when one is withdrawn,
/// the figure waits for them too, so that nobody sees what a single newcomer changed.
async fn keep_figure(tx: &mut Tx, due: &Due, figure: &Figure, now: i64) -> Result<(), Error> {
    let Figure { wave, indicator, measure, version, up_to, counted } = figure;
    let before: Option<(i64,)> = maybe!(&mut *tx, UP_TO, &due.setup, wave, &indicator.key)?;
    let newcomers = |up_to: i64| counted.iter().filter(|number| **number > up_to).count();
    if before.is_some_and(|(up_to,)| newcomers(up_to) < disclosure::STEP as usize) {
        return Ok(());
    }
    let measure = serde_json::to_string(measure).map_err(|e| Error::fault("measure to JSON", e))?;
    let (min, max) = (indicator.min, indicator.max);
    execute!(tx, KEEP_MEASURE, &due.setup, wave, &indicator.key, version, measure, min, max, up_to, start_of_day(now))?;
    Ok(())
}
