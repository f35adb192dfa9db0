//! The scoring worker: follows the responses of each survey by their numbers, has the plugins of its bindings score
//! them in batches, and stores contributions and measures. All it stores can be thrown away and made again.
//!
//! Answers are always stored first: a fault here leaves responses *waiting*, never lost.

mod attempt;
pub(crate) mod sql;
pub(crate) mod trial;

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
    time::Duration,
};

use heard_core::{results::Aggregation, survey::Survey};
use heard_host::Artefact;
use tokio::{
    sync::watch,
    task::spawn_blocking,
    time::{sleep, timeout},
};

use crate::{app::App, columns, error::Error, plugins, surveys};
use attempt::{Outcome, score};
use sql::{Due, Row};

/// How many responses are scored together.
const BATCH: i64 = 1_000;
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
    while !*stop.borrow_and_update() {
        stored.mark_unchanged();
        if let Err(error) = catch_up(&app).await {
            tracing::error!(%error, "scoring stopped for now");
        }
        let something_to_do = async {
            sleep(REST).await;
            timeout(NAP, stored.changed()).await
        };
        tokio::select! {
            _ = something_to_do => {}
            _ = stop.changed() => {}
        }
    }
}

/// Scores everything that waits.
pub async fn catch_up(app: &App) -> Result<(), Error> {
    let due = sql::due(&mut app.db.read().await?).await?;
    for binding in due {
        // One binding's trouble is its own.
        if let Err(error) = follow(app, &binding).await {
            tracing::error!(%error, binding = %binding.id, "a binding could not be scored");
        }
    }
    app.metrics.paused_bindings.set(sql::paused(&mut app.db.read().await?).await?);
    Ok(())
}

/// Scores what is new for a binding, batch by batch, then brings its measures up to date.
async fn follow(app: &App, due: &Due) -> Result<(), Error> {
    let mut cursor = due.cursor;
    loop {
        let rows = sql::after(&mut app.db.read().await?, due, cursor, BATCH).await?;
        let Some(last) = rows.last().map(|row| row.number) else { break };
        match score_rows(app, due, rows).await? {
            Outcome::Scored(scored) => {
                app.metrics.contributions.inc_by(scored.contributions.len() as u64);
                if !sql::keep(app, due, cursor, last, &scored).await? {
                    return Ok(());
                }
            }
            Outcome::Faulty(reason) => return sql::pause(app, due, &reason).await,
            Outcome::NotNow(reason) => return Err(Error::Fault(reason)),
        }
        cursor = last;
    }
    sql::refresh_measures(app, due).await
}

/// Scores rows of one survey version.
async fn score_rows(app: &App, due: &Due, rows: Vec<Row>) -> Result<Outcome, Error> {
    let Some(version) = rows.first().map(|row| row.version) else { return Ok(Outcome::nothing()) };
    let mut tx = app.db.read().await?;
    let survey: Arc<Survey> = surveys::version(app, &mut tx, &due.service, &due.survey, version).await?;
    let artefact = match load(app, &due.artefact).await? {
        Ok(artefact) => artefact,
        Err(reason) => return Ok(Outcome::Faulty(reason)),
    };
    let settings = due.settings.clone();
    spawn_blocking(move || {
        let seen = columns::survey(&survey, version);
        score(&artefact, &seen, &settings, rows)
    })
    .await
    .map_err(|e| Error::fault("scoring thread", e))
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
