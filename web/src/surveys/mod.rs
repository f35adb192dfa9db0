//! Published surveys and their waves.

mod schema;
pub(crate) mod sql;

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use axum::{Router, routing::get};
use heard_core::{plan::Plan, survey::Survey, wave::Declaration};

use sql::Told;
pub use sql::Wave;

use crate::{app::App, db::Tx, error::Error, page::House};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/schema/survey.json", get(async || schema::show(&Survey::json_schema())))
        .route("/schema/declaration.json", get(async || schema::show(&Declaration::json_schema())))
        .route("/schema/plan.json", get(async || schema::show(&Plan::json_schema())))
}

/// A survey that is being asked: the wave and the version that it asks.
#[derive(Clone, Debug)]
pub struct Published {
    /// Which service asks.
    pub house: House,
    /// The survey, as it was published.
    pub survey: Arc<Survey>,
    /// The run of it.
    pub wave: Wave,
    /// What its respondents are told.
    pub declaration: Declaration,
}

impl Published {
    /// Whether answers are taken now.
    pub fn is_open(&self, now: i64) -> bool {
        !self.wave.closed && (self.wave.opens..self.wave.closes).contains(&now)
    }

    /// The address of the survey within the site.
    pub fn path(&self) -> String {
        format!("/{}/s/{}", self.house.key, self.survey.key)
    }
}

/// What has been published, kept in memory: versions for ever (they never change), the current wave of a survey for
/// a second, so that a wave that another server opened or closed is noticed.
#[derive(Debug, Default)]
pub struct Catalogue {
    current: RwLock<HashMap<(String, String), Seen>>,
    versions: RwLock<HashMap<(String, String, i64), Arc<Survey>>>,
}

/// A current wave, and when it was read.
type Seen = (i64, Arc<Published>);

/// How long, in milliseconds, the current wave of a survey is believed.
const FRESH: i64 = 1_000;

/// The survey at an address, in its newest wave that has begun. [`Error::NotFound`] if there is none.
pub async fn published(app: &App, service: &str, survey: &str) -> Result<Arc<Published>, Error> {
    let now = app.clock.now();
    let key = (service.to_owned(), survey.to_owned());
    if let Some(found) = app.catalogue.fresh(&key, now) {
        return Ok(found);
    }
    match read_current(app, service, survey, now).await {
        Ok(published) => {
            let published = Arc::new(published);
            if let Ok(mut current) = app.catalogue.current.write() {
                current.insert(key, (now, published.clone()));
            }
            Ok(published)
        }
        // While the database is away, the form can still be shown again with what was typed.
        Err(error) if error.is_passing() => app.catalogue.last_known(&key).ok_or(error),
        Err(error) => Err(error),
    }
}

async fn read_current(app: &App, service: &str, survey: &str, now: i64) -> Result<Published, Error> {
    let mut tx = app.db.read().await?;
    let told = sql::current_wave(&mut tx, service, survey, now).await?.ok_or(Error::NotFound)?;
    around(app, &mut tx, service, told).await
}

async fn around(app: &App, tx: &mut Tx, service: &str, told: Told) -> Result<Published, Error> {
    let survey = version(app, tx, service, &told.survey, told.wave.version).await?;
    let declaration = Declaration::from_json(&told.declaration).map_err(|e| Error::fault("stored declaration", e))?;
    Ok(Published { house: told.house, survey, wave: told.wave, declaration })
}

/// What a wave of a service asks, whether it is open or not. [`Error::NotFound`] if the service has no such wave.
pub async fn of_wave(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Published, Error> {
    let told = sql::wave(tx, service, wave).await?.ok_or(Error::NotFound)?;
    around(app, tx, service, told).await
}

/// The waves of a service that have begun and were open after a time, the last to close first.
pub async fn waves_since(app: &App, tx: &mut Tx, service: &str, open_after: i64) -> Result<Vec<Published>, Error> {
    let mut waves = Vec::new();
    for wave in sql::begun(tx, service, app.clock.now(), open_after).await? {
        waves.push(of_wave(app, tx, service, &wave).await?);
    }
    Ok(waves)
}

/// A version of a survey.
pub async fn version(app: &App, tx: &mut Tx, service: &str, survey: &str, version: i64) -> Result<Arc<Survey>, Error> {
    let key = (service.to_owned(), survey.to_owned(), version);
    if let Some(found) = app.catalogue.versions.read().ok().and_then(|versions| versions.get(&key).cloned()) {
        return Ok(found);
    }
    let definition = sql::definition(tx, service, survey, version).await?.ok_or(Error::NotFound)?;
    let read: Survey = serde_json::from_str(&definition).map_err(|e| Error::fault("stored survey", e))?;
    let read = Arc::new(read);
    if let Ok(mut versions) = app.catalogue.versions.write() {
        versions.insert(key, read.clone());
    }
    Ok(read)
}

/// The newest version of a survey, with its number.
pub async fn newest(tx: &mut Tx, service: &str, survey: &str) -> Result<Option<(i64, Survey)>, Error> {
    let Some((version, definition)) = sql::newest(tx, service, survey).await? else { return Ok(None) };
    let survey = serde_json::from_str(&definition).map_err(|e| Error::fault("stored survey", e))?;
    Ok(Some((version, survey)))
}

/// The newest version of every survey that a service has published, open or not.
pub async fn all(tx: &mut Tx, service: &str) -> Result<Vec<Survey>, Error> {
    let mut surveys = Vec::new();
    for key in sql::published(tx, service).await? {
        surveys.extend(newest(tx, service, &key).await?.map(|(_, survey)| survey));
    }
    Ok(surveys)
}

/// Publishes a survey as its next version, which never changes, and returns the number.
pub async fn publish(tx: &mut Tx, service: &str, survey: &Survey, now: i64) -> Result<i64, Error> {
    let definition = serde_json::to_string(survey).map_err(|e| Error::fault("survey to JSON", e))?;
    sql::add_version(tx, service, &survey.key, &definition, now).await
}

/// The waves of a service that are open, will be, or closed after a time in milliseconds, each with its survey's key.
pub async fn waves(tx: &mut Tx, service: &str, closed_after: i64) -> Result<Vec<(String, Wave)>, Error> {
    sql::waves(tx, service, closed_after).await
}

/// The surveys of a service that can be answered now, newest first.
pub async fn open_surveys(app: &App, service: &str) -> Result<Vec<Arc<Published>>, Error> {
    let keys = sql::open_surveys(&mut app.db.read().await?, service, app.clock.now()).await?;
    let mut surveys = Vec::with_capacity(keys.len());
    for key in keys {
        surveys.push(published(app, service, &key).await?);
    }
    Ok(surveys)
}

impl Catalogue {
    /// Reads the current wave of a survey anew when it is asked for next: it was just changed here.
    pub fn forget(&self, service: &str, survey: &str) {
        if let Ok(mut current) = self.current.write() {
            current.remove(&(service.to_owned(), survey.to_owned()));
        }
    }

    fn fresh(&self, key: &(String, String), now: i64) -> Option<Arc<Published>> {
        let current = self.current.read().ok()?;
        let (read, published) = current.get(key)?;
        (0..FRESH).contains(&(now - read)).then(|| published.clone())
    }

    fn last_known(&self, key: &(String, String)) -> Option<Arc<Published>> {
        self.current.read().ok()?.get(key).map(|(_, published)| published.clone())
    }
}
