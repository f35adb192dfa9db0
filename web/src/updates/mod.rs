//! Updates, "you said, we did": what people said, what was done, what changed, and when it is looked at again. A draft
//! until it is published; then it never changes, but can be withdrawn with a reason, or corrected by another.

mod desk;
mod letter;
mod publishing;
pub(crate) mod sql;
mod view;
mod writing;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use heard_core::{plan::Plan, text::Key, update::Update};
use jiff::ToSpan as _;
use maud::Markup;

use crate::{
    app::App,
    clock::{day_of, start_of},
    db::Tx,
    error::Error,
    plans, services,
    staff::Analyst,
    tell_me,
};

/// How long people who asked to hear wait for word, in months, until staff are reminded.
const MONTHS_TO_ANSWER: i64 = 3;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/{service}/updates", get(all))
        .route("/{service}/updates/{update}", get(one))
        .route("/staff/{service}/updates", get(list))
        .route("/staff/{service}/updates/new", get(writing::new).post(writing::begin))
        .route("/staff/{service}/updates/{update}", get(show))
        .route("/staff/{service}/updates/{update}/change", get(writing::change).post(writing::save))
        .route("/staff/{service}/updates/{update}/publish", get(publishing::ask).post(publishing::publish))
        .route("/staff/{service}/updates/{update}/withdraw", get(publishing::ask_why).post(publishing::withdraw))
        .route("/staff/{service}/updates/{update}/correct", post(writing::correct))
        .route("/staff/{service}/updates/{update}/throw-away", post(publishing::throw_away))
}

/// An update of a service with what became of it.
#[derive(Clone, Debug)]
struct Told {
    key: String,
    update: Update,
    stage: Stage,
    revision: i64,
    /// Who wrote or published it, and when it was changed last.
    name: String,
    changed: i64,
    /// Key of the one that it corrects.
    corrects: Option<String>,
}

/// What became of an update.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Draft,
    /// Since when.
    Published(i64),
    /// By which other.
    Corrected(String),
    /// When, and why.
    Withdrawn(i64, String),
}

impl Told {
    fn new(row: sql::Row) -> Result<Self, Error> {
        let update = serde_json::from_str(&row.definition).map_err(|e| Error::fault("stored update", e))?;
        let stage = match (row.published, row.withdrawn) {
            (None, _) => Stage::Draft,
            (Some(_), Some(at)) => Stage::Withdrawn(at, row.withdrawn_why),
            (Some(_), None) if !row.corrected_by.is_empty() => Stage::Corrected(row.corrected_by),
            (Some(at), None) => Stage::Published(at),
        };
        let corrects = (!row.corrects.is_empty()).then_some(row.corrects);
        Ok(Self { key: row.key, update, stage, revision: row.revision, name: row.name, changed: row.changed, corrects })
    }

    async fn find(tx: &mut Tx, service: &str, key: &str) -> Result<Self, Error> {
        Self::new(sql::update(tx, service, key).await?.ok_or(Error::NotFound)?)
    }

    async fn every(tx: &mut Tx, service: &str) -> Result<Vec<Self>, Error> {
        sql::updates(tx, service).await?.into_iter().map(Self::new).collect()
    }

    fn is_published(&self) -> bool {
        matches!(self.stage, Stage::Published(_))
    }
}

/// What an update belongs to in the plan that is in force, as people read it.
struct Within {
    /// Key and title.
    indicator: Option<(Key, String)>,
    action: Option<String>,
}

impl Within {
    fn find(update: &Update, plan: Option<&Plan>) -> Self {
        let lang = heard_core::text::Lang::english();
        let indicators = plan.into_iter().flat_map(Plan::indicators).map(|(_, one)| (&one.key, &one.title));
        let actions = plan.into_iter().flat_map(Plan::actions).map(|one| (&one.key, &one.title));
        let named = |key: &Option<Key>, mut all: Box<dyn Iterator<Item = (&Key, &heard_core::text::Texts)> + '_>| {
            let (key, title) = all.find(|(known, _)| Some(*known) == key.as_ref())?;
            Some((key.clone(), title.get(&lang).to_owned()))
        };
        let action = named(&update.action, Box::new(actions)).map(|(_, title)| title);
        Self { indicator: named(&update.indicator, Box::new(indicators)), action }
    }
}

async fn all(State(app): State<App>, Path(service): Path<String>) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let house = services::house(&mut tx, &service).await?;
    let every = Told::every(&mut tx, &service).await?;
    let published: Vec<_> = every.into_iter().filter(Told::is_published).collect();
    Ok(view::all(&house, &published))
}

async fn one(State(app): State<App>, Path((service, key)): Path<(String, String)>) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let house = services::house(&mut tx, &service).await?;
    let told = Told::find(&mut tx, &service, &key).await?;
    let within = Within::find(&told.update, plans::current(&mut tx, &service).await?.as_ref());
    Ok(match &told.stage {
        Stage::Draft => return Err(Error::NotFound),
        Stage::Withdrawn(at, why) => (StatusCode::GONE, view::withdrawn(&house, &told, *at, why)).into_response(),
        Stage::Published(_) | Stage::Corrected(_) => view::one(&house, &told, &within).into_response(),
    })
}

async fn list(State(app): State<App>, Analyst(me): Analyst) -> Result<Markup, Error> {
    let every = Told::every(&mut app.db.read().await?, &me.service).await?;
    Ok(desk::list(&me, &every))
}

async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, key)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let told = Told::find(&mut tx, &me.service, &key).await?;
    let within = Within::find(&told.update, plans::current(&mut tx, &me.service).await?.as_ref());
    Ok(desk::show(&me, &told, &within))
}

/// A published update, as other pages speak of it.
pub(crate) struct Heading {
    /// Its address.
    pub path: String,
    pub title: String,
    /// The keys of what it belongs to in the plan.
    pub action: Option<Key>,
    pub indicator: Option<Key>,
    /// When it was published.
    pub published: i64,
}

/// The published updates of a service that stand, the newest first.
pub(crate) async fn headings(tx: &mut Tx, service: &str) -> Result<Vec<Heading>, Error> {
    let every = Told::every(tx, service).await?;
    let heading = |told: Told| match told.stage {
        Stage::Published(published) => Some(Heading {
            path: format!("/{service}/updates/{}", told.key),
            title: told.update.title,
            action: told.update.action,
            indicator: told.update.indicator,
            published,
        }),
        Stage::Draft | Stage::Corrected(_) | Stage::Withdrawn(..) => None,
    };
    Ok(every.into_iter().filter_map(heading).collect())
}

/// Whether people who asked to hear wait for word: three months ago or earlier a wave closed, and nothing was said since.
pub(crate) async fn is_owed(app: &App, tx: &mut Tx, service: &str) -> Result<bool, Error> {
    let before = start_of(day_of(app.clock.now()).saturating_sub(MONTHS_TO_ANSWER.months()));
    let closed = sql::last_closed(tx, service, before).await?;
    Ok(closed > 0 && sql::last_published(tx, service).await? < closed && tell_me::is_awaited(tx, service).await?)
}

/// Adds an update and publishes it, as the demonstration does.
pub async fn add_published(tx: &mut Tx, service: &str, update: &Update, staff: &str, now: i64) -> Result<(), Error> {
    let definition = writing::to_json(update)?;
    let key = crate::builder::key_for(&update.title, "update", &writing::RESERVED);
    let written = sql::Written { service, key: &key, definition: &definition, staff, now };
    sql::add(tx, &written, None).await?;
    sql::publish(tx, service, &key, now, staff).await?;
    Ok(())
}
