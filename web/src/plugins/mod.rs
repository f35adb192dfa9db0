//! Plugins: the artefacts that are there, and their bindings to a service's surveys.

mod compare;
mod explain;
mod form;
mod made_up;
mod origin;
mod readme;
mod settings;
pub(crate) mod setups;
pub(crate) mod sql;
pub(crate) mod store;
mod view;
mod vocabulary;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use axum::{
    Router,
    extract::State,
    response::Redirect,
    routing::{get, post},
};
use data_encoding::{BASE64, HEXLOWER};
use heard_core::text::Key;
use heard_host::{Artefact, Host};
use maud::Markup;
use sha2::{Digest as _, Sha256};

use crate::{
    app::App,
    aside::aside,
    clock::ordered_id,
    db::Tx,
    error::Error,
    plans, scoring,
    staff::{self, Analyst, Editor},
    surveys,
};

pub use origin::Insights;
pub(crate) use origin::{Figure, Origin, figures, origin, readers};
use view::short;

/// The version of the contract that this host speaks, stored with every set-up.
const CONTRACT: &str = "heard:scoring@1.0.0";

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/bindings", get(bindings))
        .route("/staff/{service}/bindings/{binding}/resume", post(resume))
        .merge(store::router())
        .merge(setups::router())
}

async fn bindings(State(app): State<App>, analyst: Analyst) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let plan = plans::current(&mut tx, &analyst.service).await?;
    let mut bindings = Vec::new();
    for binding in sql::bindings(&mut tx, &analyst.service).await? {
        let survey = surveys::newest(&mut tx, &analyst.service, &binding.survey).await?;
        bindings.push((binding, survey));
    }
    // Loading reads as well: whoever holds one connection must not wait for a second.
    drop(tx);
    let mut shown = Vec::with_capacity(bindings.len());
    for (binding, survey) in bindings {
        // A plugin that cannot be loaded any more leaves its settings without their titles; the binding says the rest.
        let artefact = match &binding.active_setup {
            Some(_) => scoring::load(&app, &binding.artefact).await?.ok(),
            None => None,
        };
        shown.push(view::Shown::new(binding, survey.as_ref(), plan.as_ref(), artefact.as_deref()));
    }
    Ok(view::bindings(&analyst, &shown))
}

/// Sets a paused binding going again. What waited is scored; if the fault is still there, it pauses again.
async fn resume(
    State(app): State<App>,
    editor: Editor,
    axum::extract::Path((_, binding)): axum::extract::Path<(String, String)>,
) -> Result<Redirect, Error> {
    let mut tx = app.db.write().await?;
    if !sql::resume(&mut tx, &editor.service, &binding).await? {
        return Err(Error::NotFound);
    }
    staff::audit(&mut tx, &editor.service, Some(&editor.staff), app.clock.now(), "binding resumed", &binding).await?;
    tx.commit().await?;
    app.wake_scoring();
    Ok(Redirect::to(&editor.path(&format!("bindings/{binding}"))))
}

/// Checks a component under the limits of the host, apart from the threads that serve requests. The inner error says
/// why it cannot be used.
pub async fn check(host: &Arc<Host>, component: Vec<u8>) -> Result<Result<Artefact, String>, Error> {
    let host = host.clone();
    let own = heard_bundled::ALL.iter().any(|bundled| bundled.component == component);
    let load = move || if own { host.load_own(&component) } else { host.load(&component) };
    Ok(aside("loading a plugin", load).await?.map_err(|fault| fault.to_string()))
}

/// Keeps a component that was checked, under the digest of its bytes. Keeping it twice changes nothing.
pub async fn keep(tx: &mut Tx, artefact: &Artefact, component: &[u8], now: i64) -> Result<(), Error> {
    let digest = artefact.digest().to_string();
    sql::keep_artefact(tx, &digest, artefact.description(), &BASE64.encode(component), now).await
}

/// The bytes of a component.
pub async fn component(tx: &mut Tx, digest: &str) -> Result<Vec<u8>, Error> {
    let text = sql::component(tx, digest).await?.ok_or(Error::NotFound)?;
    BASE64.decode(text.as_bytes()).map_err(|e| Error::fault("stored component", e))
}

/// What a service's bindings offer its plan: the key of each with the key of each figure of its plugin.
pub async fn offered(tx: &mut Tx, host: &Arc<Host>, service: &str) -> Result<BTreeSet<(String, String)>, Error> {
    let mut figures: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut offered = BTreeSet::new();
    for (binding, digest) in sql::artefacts(tx, service).await? {
        if !figures.contains_key(&digest) {
            let artefact = check(host, component(tx, &digest).await?).await?.ok();
            let keys = |artefact: Artefact| artefact.description().indicators.iter().map(|i| i.key.clone()).collect();
            figures.insert(digest.clone(), artefact.map_or_else(Vec::new, keys));
        }
        offered.extend(figures[&digest].iter().map(|figure| (binding.clone(), figure.clone())));
    }
    Ok(offered)
}

/// A plugin set up for a survey.
#[derive(Clone, Debug)]
pub struct NewBinding<'a> {
    /// The survey whose responses it scores.
    pub survey: &'a str,
    /// Stable name, by which a plan's indicators name it.
    pub key: &'a str,
    /// Its name for people.
    pub title: &'a str,
    /// Digest of the artefact.
    pub artefact: &'a str,
    /// The settings, as JSON.
    pub settings: &'a str,
}

/// Binds a plugin to a survey of a service and switches it on, as the operator does. Every response that is there
/// already is scored next.
pub async fn bind(tx: &mut Tx, service: &str, binding: &NewBinding<'_>, now: i64) -> Result<(), Error> {
    if !is_key(binding.key) || binding.title.trim().is_empty() {
        return Err(Error::Refused("A binding has a key of lower-case letters, digits and \"_\", and a title."));
    }
    if sql::is_taken(tx, service, binding.key).await? {
        return Err(Error::Refused("The service has a binding with this key already."));
    }
    let id = ordered_id(now);
    sql::begin(tx, service, &id, binding.survey, binding.key, binding.title).await?;
    let setup = add_setup(tx, &id, binding.artefact, binding.settings, None, now).await?;
    sql::start(tx, &id, &setup).await
}

/// Adds a set-up that a binding once had, with its plugin of now: something to go back to.
pub async fn add_earlier(
    tx: &mut Tx,
    service: &str,
    binding: &str,
    settings: &str,
    staff: &str,
    then: i64,
) -> Result<(), Error> {
    let binding = sql::binding(tx, service, binding).await?.ok_or(Error::NotFound)?;
    let setup = add_setup(tx, &binding.id, &binding.artefact, settings, Some(staff), then).await?;
    sql::started(tx, &setup).await
}

/// Begins a draft of other settings for a binding that has none.
pub async fn begin_draft(
    tx: &mut Tx,
    service: &str,
    binding: &str,
    settings: &str,
    staff: &str,
    now: i64,
) -> Result<(), Error> {
    let binding = sql::binding(tx, service, binding).await?.ok_or(Error::NotFound)?;
    setups::begin_draft(tx, &binding, settings, staff, now).await
}

/// The key of a binding, which is a part of addresses beside the one for a new binding.
fn is_key(key: &str) -> bool {
    key != "new" && Key::try_from(key).is_ok()
}

/// Keeps settings as a set-up of a binding (by its id), which never changes, and gives its id.
async fn add_setup(
    tx: &mut Tx,
    binding: &str,
    artefact: &str,
    settings: &str,
    made_by: Option<&str>,
    now: i64,
) -> Result<String, Error> {
    let (id, settings_digest) = (ordered_id(now), HEXLOWER.encode(&Sha256::digest(settings)));
    let settings_digest = settings_digest.as_str();
    let new = sql::NewSetup {
        id: &id,
        binding,
        artefact,
        settings,
        settings_digest,
        contract: CONTRACT,
        made_by,
        created: now,
    };
    sql::add_setup(tx, &new).await?;
    Ok(id)
}
