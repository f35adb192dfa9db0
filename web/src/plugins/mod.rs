//! Plugins: the artefacts that are there, and their bindings to a service's surveys.

mod settings;
pub(crate) mod sql;
mod view;

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
use tokio::task::spawn_blocking;

use crate::{
    app::App,
    clock::ordered_id,
    db::Tx,
    error::Error,
    plans, scoring,
    staff::{self, Analyst, Editor},
    surveys,
};

/// The version of the contract that this host speaks, stored with every set-up.
const CONTRACT: &str = "heard:scoring@1.0.0";

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/bindings", get(bindings))
        .route("/staff/{service}/bindings/{binding}/resume", post(resume))
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
        let artefact = scoring::load(&app, &binding.artefact).await?.ok();
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
    Ok(Redirect::to(&format!("/staff/{}/bindings", editor.service)))
}

/// Checks a component under the limits of the host, apart from the threads that serve requests. The inner error says
/// why it cannot be used.
pub async fn check(host: &Arc<Host>, component: Vec<u8>) -> Result<Result<Artefact, String>, Error> {
    let host = host.clone();
    let loaded = spawn_blocking(move || host.load(&component)).await.map_err(|e| Error::fault("loading thread", e))?;
    Ok(loaded.map_err(|fault| fault.to_string()))
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

/// Binds a plugin to a survey of a service. Every response that is there already is scored next.
pub async fn bind(tx: &mut Tx, service: &str, binding: &NewBinding<'_>, now: i64) -> Result<(), Error> {
    if Key::try_from(binding.key).is_err() || binding.title.trim().is_empty() {
        return Err(Error::Refused("A binding has a key of lower-case letters, digits and \"_\", and a title."));
    }
    if sql::is_taken(tx, service, binding.key).await? {
        return Err(Error::Refused("The service has a binding with this key already."));
    }
    let settings_digest = HEXLOWER.encode(&Sha256::digest(binding.settings));
    let setup = sql::Setup { id: ordered_id(now), settings_digest, contract: CONTRACT, created: now };
    sql::add_binding(tx, service, &ordered_id(now), binding, &setup).await
}
