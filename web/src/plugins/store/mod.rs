//! The plugins that a service can choose from: those that come with Heard, and those that it brought itself.

pub(crate) mod sql;
mod upload;
mod view;

use std::sync::{Arc, LazyLock};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    routing::get,
};
use data_encoding::HEXLOWER;
use heard_bundled::Bundled;
use heard_host::Artefact;
use maud::Markup;
use sha2::{Digest as _, Sha256};

use crate::{
    app::App,
    db::Tx,
    error::Error,
    plugins, scoring,
    staff::{Analyst, Owner},
};

/// The routes of this part.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/plugins", get(list).post(upload::receive))
        .layer(DefaultBodyLimit::max(upload::MOST_BYTES))
        .route("/staff/{service}/plugins/new", get(new))
        .route("/staff/{service}/plugins/{plugin}", get(one))
}

/// A plugin on offer.
#[derive(Clone)]
pub(super) struct Offer {
    /// What it is called in addresses.
    pub key: String,
    /// Of its component.
    pub digest: String,
    pub artefact: Arc<Artefact>,
    bundled: Option<&'static Bundled>,
    own: Option<sql::Own>,
}

impl Offer {
    /// Name and version, in one line.
    pub fn name(&self) -> String {
        let said = self.artefact.description();
        format!("{}, version {}", said.name, said.version)
    }
}

async fn list(State(app): State<App>, analyst: Analyst) -> Result<Markup, Error> {
    let offers = offers(&app, &analyst.service).await?;
    Ok(view::list(&analyst, &offers))
}

async fn new(State(app): State<App>, Owner(me): Owner) -> Markup {
    view::upload(&me, app.host.limits(), &[])
}

async fn one(
    State(app): State<App>,
    analyst: Analyst,
    Path((_, plugin)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let offers = offers(&app, &analyst.service).await?;
    let named = |offer: &&Offer| offer.key == plugin || offer.digest == plugin;
    let offer = offers.iter().find(named).ok_or(Error::NotFound)?;
    Ok(view::one(&analyst, offer, app.host.limits()))
}

/// All that a service can choose from. What cannot be loaded any more is left out.
pub(super) async fn offers(app: &App, service: &str) -> Result<Vec<Offer>, Error> {
    let mut offers = Vec::new();
    for (bundled, digest) in BUNDLED.iter() {
        let artefact = load_bundled(app, bundled, digest).await?;
        offers.push(Offer {
            key: bundled.key.to_owned(),
            digest: digest.clone(),
            artefact,
            bundled: Some(bundled),
            own: None,
        });
    }
    let own = sql::own(&mut app.db.read().await?, service).await?;
    for own in own.into_iter().filter(|own| bundled(&own.digest).is_none()) {
        if let Ok(artefact) = scoring::load(app, &own.digest).await? {
            let (key, digest) = (own.digest.clone(), own.digest.clone());
            offers.push(Offer { key, digest, artefact, bundled: None, own: Some(own) });
        }
    }
    Ok(offers)
}

/// A plugin that a service may use, by its digest; the inner error says why it cannot be loaded.
pub(super) async fn load(app: &App, service: &str, digest: &str) -> Result<Result<Arc<Artefact>, String>, Error> {
    if let Some(bundled) = bundled(digest) {
        return load_bundled(app, bundled, digest).await.map(Ok);
    }
    if !sql::may_use(&mut app.db.read().await?, service, digest).await? {
        return Err(Error::NotFound);
    }
    scoring::load(app, digest).await
}

/// Keeps a plugin that is going to be used: one that comes with Heard is not in the database before.
pub(super) async fn keep(tx: &mut Tx, artefact: &Artefact, now: i64) -> Result<(), Error> {
    match bundled(&artefact.digest().to_string()) {
        Some(bundled) => plugins::keep(tx, artefact, bundled.component, now).await,
        None => Ok(()),
    }
}

/// What comes with Heard, each with its digest.
static BUNDLED: LazyLock<Vec<(&Bundled, String)>> = LazyLock::new(|| {
    let digest = |bundled: &Bundled| HEXLOWER.encode(&Sha256::digest(bundled.component));
    heard_bundled::ALL.iter().map(|bundled| (bundled, digest(bundled))).collect()
});

fn bundled(digest: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|(_, known)| known == digest).map(|(bundled, _)| *bundled)
}

async fn load_bundled(app: &App, bundled: &Bundled, digest: &str) -> Result<Arc<Artefact>, Error> {
    if let Some(found) = app.loaded.get(digest) {
        return Ok(found);
    }
    let checked = plugins::check(&app.host, bundled.component.to_vec()).await?;
    checked.map(|artefact| app.loaded.remember(artefact)).map_err(Error::Fault)
}
