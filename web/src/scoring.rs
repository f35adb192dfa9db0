//! The scoring worker: follows the responses of each survey by their numbers, has the plugins of its bindings score
//! them in batches, and stores contributions and measures. All it stores can be thrown away and made again.
//!
//! Services take turns, some at the same time: a slow or faulty plugin of one costs another nothing but a place.
//!
//! Answers are always stored first: a fault here leaves responses *waiting*, never lost.

mod attempt;
pub(crate) mod sql;
pub(crate) mod trial;
mod turns;

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
    time::Duration,
};

use heard_core::{results::Aggregation, survey::Survey};
use heard_host::Artefact;
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

use crate::{app::App, aside::aside, columns, error::Error, plugins, surveys};
use attempt::{Outcome, Scorer};
use sql::{Due, Stored};
use turns::Turns;

/// How many responses are scored together.
const BATCH: i64 = 1_000;
/// How long a binding's turn lasts, in milliseconds: it ends with the batch that passes this.
const TURN: i64 = 500;
/// How long the worker sleeps when nobody wakes it: another server may have stored something.
const NAP: Duration = Duration::from_secs(2);
/// How long it rests between two looks, whoever wakes it: what comes in the meantime is scored together.
const REST: Duration = Duration::from_millis(250);

/// Plugins that are loaded, by digest. Compiling one takes a third of a second.
#[derive(Default)]
pub struct Loaded(RwLock<HashMap<String, Arc<Artefact>>>);

impl Loaded {
    /// The plugin with this digest, if it is loaded.
    pub fn get(&self, digest: &str) -> Option<Arc<Artefact>> {
        self.0.read().ok()?.get(digest).cloned()
    }

    /// Keeps a plugin that was loaded.
    pub fn remember(&self, artefact: Artefact) -> Arc<Artefact> {
        let artefact = Arc::new(artefact);
        if let Ok(mut all) = self.0.write() {
            all.insert(artefact.digest().to_string(), artefact.clone());
        }
        artefact
    }
}

/// Scores until `stop` says so; `stored` wakes it.
pub async fn run(app: App, mut stored: watch::Receiver<u64>, mut stop: watch::Receiver<bool>) {
    let mut turns = Turns::default();
    let mut pause = Box::pin(pause(stored.clone()));
    while !*stop.borrow_and_update() {
        if let Err(error) = turns.begin(&app).await {
            tracing::error!(%error, "scoring stopped for now");
        }
        tokio::select! {
            Some(ended) = turns.at_work.join_next() => turns.ended(&app, ended),
            () = pause.as_mut() => {
                // What comes from here on wakes us again.
                stored.mark_unchanged();
                pause.as_mut().set(self::pause(stored.clone()));
                turns.at_rest.clear();
            }
            _ = stop.changed() => {}
        }
    }
    while turns.at_work.join_next().await.is_some() {}
}

async fn pause(mut stored: watch::Receiver<u64>) {
    sleep(REST).await;
    // However it ends, it is time to look.
    let _woken = timeout(NAP, stored.changed()).await;
}

/// Scores everything that waits.
pub async fn catch_up(app: &App) -> Result<(), Error> {
    let mut turns = Turns::default();
    loop {
        turns.begin(app).await?;
        let Some(ended) = turns.at_work.join_next().await else { break };
        turns.ended(app, ended);
    }
    app.metrics.paused_bindings.set(sql::paused(&mut app.db.read().await?).await?);
    Ok(())
}

/// What became of a service's turn.
struct Turn {
    service: String,
    /// Whether there may be more at once.
    more: bool,
    /// Bindings whose measures were brought up to date, and how many milliseconds it took.
    measured: Vec<(String, i64)>,
}

/// Scores what is next for a service, for each of its bindings.
async fn turn(app: App, service: String, bindings: Vec<Due>) -> Turn {
    let mut turn = Turn { service, more: false, measured: Vec::new() };
    for binding in bindings {
        match follow(&app, &binding).await {
            Ok(Followed::More) => turn.more = true,
            Ok(Followed::Measured { took }) => turn.measured.push((binding.id, took)),
            Ok(Followed::Left) => {}
            // One binding's trouble is its own.
            Err(error) => tracing::error!(%error, binding = %binding.id, "a binding could not be scored"),
        }
    }
    match app.db.read().await {
        Ok(mut tx) => _ = sql::paused(&mut tx).await.map(|paused| app.metrics.paused_bindings.set(paused)),
        Err(error) => tracing::debug!(%error, "paused bindings were not counted"),
    }
    turn
}

/// What became of a binding.
enum Followed {
    /// Something was scored, and there may be more.
    More,
    /// All was scored before; its measures were brought up to date, in so many milliseconds.
    Measured { took: i64 },
    /// It is paused, or another server was faster.
    Left,
}

/// Scores the next batches for a binding, for as long as a turn lasts; where there is none, brings its measures up to date.
async fn follow(app: &App, due: &Due) -> Result<Followed, Error> {
    let began = app.clock.now();
    let (mut cursor, mut ready) = (due.cursor, None);
    while cursor == due.cursor || app.clock.now() - began < TURN {
        let rows = sql::after(&mut app.db.read().await?, due, cursor, BATCH).await?;
        let Some(Stored { number: last, version, .. }) = rows.last().cloned() else { break };
        let mut plugin = match at_work(app, due, version, ready.take()).await? {
            Ok(plugin) => plugin,
            Err(reason) => return sql::pause(app, due, &reason).await.map(|()| Followed::Left),
        };
        let (outcome, plugin) = aside("scoring", move || {
            let rows = rows.iter().map(Stored::read).collect::<Result<_, _>>();
            (rows.map_or_else(Outcome::NotNow, |rows| plugin.score(rows)), plugin)
        })
        .await?;
        let given = match outcome {
            Outcome::Scored(given) => given,
            Outcome::Faulty(reason) => return sql::pause(app, due, &reason).await.map(|()| Followed::Left),
            Outcome::NotNow(reason) => return Err(Error::Fault(reason)),
        };
        app.metrics.contributions.inc_by(given.contributions.len() as u64);
        if !sql::keep(app, due, cursor, last, &given).await? {
            return Ok(Followed::Left);
        }
        (cursor, ready) = (last, Some((version, plugin)));
    }
    if cursor > due.cursor {
        return Ok(Followed::More);
    }
    sql::refresh_measures(app, due).await?;
    Ok(Followed::Measured { took: app.clock.now() - began })
}

/// What scores responses to this version: that which scored those before them, or the plugin newly set up. The inner
/// error says why it cannot be used.
async fn at_work(
    app: &App,
    due: &Due,
    version: i64,
    ready: Option<(i64, Scorer)>,
) -> Result<Result<Scorer, String>, Error> {
    if let Some((_, plugin)) = ready.filter(|(of, _)| *of == version) {
        return Ok(Ok(plugin));
    }
    // Nothing of the database is held while the plugin computes: pages need it.
    let survey: Arc<Survey> =
        surveys::version(app, &mut app.db.read().await?, &due.service, &due.survey, version).await?;
    let artefact = match load(app, &due.artefact).await? {
        Ok(artefact) => artefact,
        Err(reason) => return Ok(Err(reason)),
    };
    let settings = due.settings.clone();
    aside("setting a plugin up", move || Scorer::new(&artefact, &columns::survey(&survey, version), &settings)).await
}

/// A plugin by its digest; the inner error says why it cannot be used.
pub async fn load(app: &App, digest: &str) -> Result<Result<Arc<Artefact>, String>, Error> {
    if let Some(found) = app.loaded.get(digest) {
        return Ok(Ok(found));
    }
    let bytes = plugins::component(&mut app.db.read().await?, digest).await?;
    let checked = plugins::check(&app.host, bytes).await?;
    Ok(checked.map(|artefact| app.loaded.remember(artefact)))
}

/// How the contributions to an indicator are joined.
pub(crate) fn aggregation(aggregate: heard_host::Aggregation) -> Aggregation {
    match aggregate {
        heard_host::Aggregation::Mean => Aggregation::Mean,
        heard_host::Aggregation::Sum => Aggregation::Sum,
        heard_host::Aggregation::Median => Aggregation::Median,
        heard_host::Aggregation::Minimum => Aggregation::Minimum,
        heard_host::Aggregation::Maximum => Aggregation::Maximum,
    }
}
