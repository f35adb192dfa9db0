//! A binding's life: begun, set up as a draft, kept as a set-up, compared with the one at work, switched on, rolled back.
//!
//! Set-ups never change. Settings are worked on in one draft for each binding; keeping it makes a set-up, and switching
//! another on makes that one the active one. Until it has scored every response again, the plan shows the figures of the
//! set-up before, so that no figure is ever half of one and half of the other.

mod adding;
mod editing;
pub(crate) mod sql;
mod view;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::survey::Survey;
use heard_host::Artefact;
use maud::Markup;
use tokio::sync::Semaphore;

pub(super) use sql::Setup;

use super::{compare, explain::Insight, sql::Binding, store};
use crate::{
    app::App,
    aside::aside,
    db::Tx,
    error::Error,
    scoring::trial,
    staff::{self, Analyst, Colleague, Editor, Owner},
    surveys,
    typed::PostedForm,
};

/// The routes of this part.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/bindings/new", get(adding::new).post(adding::add))
        .route("/staff/{service}/bindings/{binding}", get(one))
        .route("/staff/{service}/bindings/{binding}/settings", get(editing::show).post(editing::change))
        .route("/staff/{service}/bindings/{binding}/setups/{setup}", get(setup))
        .route("/staff/{service}/bindings/{binding}/setups/{setup}/compare", post(compare))
        .route("/staff/{service}/bindings/{binding}/setups/{setup}/activate", post(activate))
}

/// A set-up of a service's binding.
pub(super) async fn find(tx: &mut Tx, service: &str, binding: &str, setup: &str) -> Result<Option<Setup>, Error> {
    Ok(sql::setups(tx, service, binding).await?.into_iter().find(|one| one.id == setup))
}

/// Begins a draft for a binding that has none, with its plugin of now.
pub(super) async fn begin_draft(
    tx: &mut Tx,
    binding: &Binding,
    settings: &str,
    staff: &str,
    now: i64,
) -> Result<(), Error> {
    let written = sql::Written { binding: &binding.id, artefact: &binding.artefact, settings, staff, now };
    sql::keep_draft(tx, &written, 0).await.map(drop)
}

/// Comparing takes much of a processor: one at a time.
static COMPARING: Semaphore = Semaphore::const_new(1);

type BindingPath = Path<(String, String)>;
type SetupPath = Path<(String, String, String)>;

/// A binding with its survey and all its set-ups.
struct Desk {
    binding: Binding,
    /// The survey's newest version, and its number.
    survey: Arc<Survey>,
    version: i64,
    setups: Vec<Setup>,
    draft: Option<sql::Draft>,
}

impl Desk {
    async fn open(tx: &mut Tx, service: &str, binding: &str) -> Result<Self, Error> {
        let binding = super::sql::binding(tx, service, binding).await?.ok_or(Error::NotFound)?;
        let (version, survey) = surveys::newest(tx, service, &binding.survey).await?.ok_or(Error::NotFound)?;
        let setups = sql::setups(tx, service, &binding.key).await?;
        let draft = sql::draft(tx, service, &binding.key).await?;
        Ok(Self { binding, survey: Arc::new(survey), version, setups, draft })
    }

    /// The address of a page of the binding; nothing names its first.
    fn path(&self, me: &Colleague, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        me.path(&format!("bindings/{}{slash}{page}", self.binding.key))
    }

    fn setup(&self, id: &str) -> Result<&Setup, Error> {
        self.setups.iter().find(|setup| setup.id == id).ok_or(Error::NotFound)
    }

    fn active(&self) -> Option<&Setup> {
        self.binding.active_setup.as_ref().and_then(|id| self.setup(id).ok())
    }
}

async fn one(State(app): State<App>, analyst: Analyst, Path((_, binding)): BindingPath) -> Result<Markup, Error> {
    let desk = Desk::open(&mut app.db.read().await?, &analyst.service, &binding).await?;
    Ok(view::one(&analyst, &desk))
}

async fn setup(
    State(app): State<App>,
    analyst: Analyst,
    Path((_, binding, setup)): SetupPath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let desk = Desk::open(&mut tx, &analyst.service, &binding).await?;
    let setup = desk.setup(&setup)?;
    let compared = compared(&mut tx, &desk, setup).await?;
    drop(tx);
    Ok(view::setup(&analyst, &desk, setup, &look(&app, &analyst, &desk, setup).await?, &compared, None))
}

/// How a set-up stands beside the one that is at work.
enum Beside {
    /// It is the one.
    AtWork,
    /// There is none.
    Alone,
    /// That one has stopped because of a fault, and may not be able to score anything.
    Stopped,
    /// Nobody has compared them, or with another one only.
    Unknown,
    /// They were compared, at this time.
    Compared(compare::Shown, i64),
}

async fn compared(tx: &mut Tx, desk: &Desk, setup: &Setup) -> Result<Beside, Error> {
    let Some(active) = &desk.binding.active_setup else { return Ok(Beside::Alone) };
    if *active == setup.id {
        return Ok(Beside::AtWork);
    }
    if desk.binding.fault.is_some() {
        return Ok(Beside::Stopped);
    }
    let Some((against, result, made)) = sql::comparison(tx, &setup.id).await? else { return Ok(Beside::Unknown) };
    if against != *active {
        return Ok(Beside::Unknown);
    }
    let raw: compare::Compared = serde_json::from_str(&result).map_err(|e| Error::fault("stored comparison", e))?;
    Ok(Beside::Compared(raw.shown(), made))
}

/// What a set-up makes of the survey as it is now, with its plugin; the inner error says why it cannot be told.
struct Looked {
    artefact: Option<Arc<Artefact>>,
    insight: Result<Insight, super::explain::Unfit>,
}

async fn look(app: &App, me: &Colleague, desk: &Desk, setup: &Setup) -> Result<Looked, Error> {
    let artefact = match store::load(app, &me.service, &setup.artefact).await? {
        Ok(artefact) => artefact,
        Err(reason) => {
            return Ok(Looked { artefact: None, insight: Err(super::explain::Unfit::Plugin(reason)) });
        }
    };
    let (survey, settings) = (desk.survey.clone(), setup.settings.clone());
    let insight = super::explain::insight(artefact.clone(), survey, desk.version, settings, Vec::new()).await?;
    Ok(Looked { artefact: Some(artefact), insight })
}

/// Scores the newest responses with the set-up and with the one at work, and keeps what differs.
async fn compare(
    State(app): State<App>,
    editor: Editor,
    Path((_, binding, setup)): SetupPath,
    form: PostedForm,
) -> Result<Response, Error> {
    form.only(&[])?;
    let mut tx = app.db.read().await?;
    let desk = Desk::open(&mut tx, &editor.service, &binding).await?;
    let setup = desk.setup(&setup)?.clone();
    let active = desk.active().filter(|active| active.id != setup.id).cloned();
    let active =
        active.ok_or(Error::Refused("There is nothing to compare it with. Go back and load the page again."))?;
    let sample = trial::sample(&app, &mut tx, &editor.service, &desk.binding.survey, compare::MOST).await?;
    drop(tx);
    let compared = match held_against(&app, &editor.service, sample, &active, &setup).await? {
        Ok(compared) => serde_json::to_string(&compared).map_err(|e| Error::fault("comparison to JSON", e))?,
        Err(reason) => return refused(&app, &editor, &desk, &setup, view::Refusal::CannotScore(reason)).await,
    };
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    sql::keep_comparison(&mut tx, &setup.id, &active.id, &compared, now).await?;
    staff::audit(&mut tx, &editor.service, Some(&editor.staff), now, "set-ups compared", &binding).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}#Compared", desk.path(&editor, &format!("setups/{}", setup.id)))).into_response())
}

/// What differs between two set-ups; the inner error says why one of them cannot score the sample.
async fn held_against(
    app: &App,
    service: &str,
    sample: trial::Sample,
    before: &Setup,
    after: &Setup,
) -> Result<Result<compare::Compared, String>, Error> {
    let _turn = COMPARING.acquire().await.map_err(|e| Error::fault("a turn to compare", e))?;
    let old = store::load(app, service, &before.artefact).await?;
    let new = store::load(app, service, &after.artefact).await?;
    let settings = (before.settings.clone(), after.settings.clone());
    match (old, new) {
        (Ok(old), Ok(new)) => {
            aside("comparing", move || compare::compare(&sample, (&old, &settings.0), (&new, &settings.1))).await
        }
        (Err(reason), _) | (_, Err(reason)) => Ok(Err(reason)),
    }
}

/// The set-up's page once more, with why it does not go on.
async fn refused(app: &App, me: &Colleague, desk: &Desk, setup: &Setup, why: view::Refusal) -> Result<Response, Error> {
    let compared = compared(&mut app.db.read().await?, desk, setup).await?;
    let looked = look(app, me, desk, setup).await?;
    let page = view::setup(me, desk, setup, &looked, &compared, Some(&why));
    Ok((why.status(), page).into_response())
}

/// The field with the set-up that was at work when the page was shown, and the box to tick under the comparison.
const SEEN: &str = "@seen";
const READ: &str = "read";

/// Switches a set-up on, or back on.
async fn activate(
    State(app): State<App>,
    owner: Owner,
    Path((_, binding, setup)): SetupPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[SEEN, READ])?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let desk = Desk::open(&mut tx, &owner.service, &binding).await?;
    let setup = desk.setup(&setup)?.clone();
    let seen = typed.first(SEEN);
    if desk.binding.active_setup.as_deref().unwrap_or_default() != seen {
        drop(tx);
        return refused(&app, &owner, &desk, &setup, view::Refusal::Changed).await;
    }
    let compared = compared(&mut tx, &desk, &setup).await?;
    if matches!(compared, Beside::AtWork) {
        return Ok(Redirect::to(&desk.path(&owner, "")).into_response());
    }
    if !compared.is_agreed(&setup, !typed.first(READ).is_empty()) {
        drop(tx);
        return refused(&app, &owner, &desk, &setup, view::Refusal::Unread).await;
    }
    if !sql::activate(&mut tx, &desk.binding.id, &setup.id, seen, now).await? {
        drop(tx);
        let desk = Desk::open(&mut app.db.read().await?, &owner.service, &binding).await?;
        return refused(&app, &owner, &desk, &setup, view::Refusal::Changed).await;
    }
    let detail = format!("{binding}: {}, settings {}", setup.plugin, super::short(&setup.settings_digest));
    staff::audit(&mut tx, &owner.service, Some(&owner.staff), now, "set-up switched on", &detail).await?;
    tx.commit().await?;
    app.wake_scoring();
    Ok(Redirect::to(&desk.path(&owner, "")).into_response())
}

impl Beside {
    /// Whether the set-up may be switched on by an owner who says so (or not) that they have read what it changes.
    /// Going back to one that was at work before needs no comparison: it may have to be quick.
    fn is_agreed(&self, setup: &Setup, has_read: bool) -> bool {
        match self {
            Self::AtWork | Self::Alone => true,
            Self::Stopped => has_read,
            Self::Unknown => setup.activated.is_some() && has_read,
            Self::Compared(shown, _) => shown.is_same() || has_read,
        }
    }
}

impl view::Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Self::Changed => StatusCode::CONFLICT,
            Self::Unread | Self::CannotScore(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}
