//! Artefacts and bindings in the database.

use heard_host::Description;
use sqlx::FromRow;

use super::NewBinding;
use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    KEEP = "insert into artefact (digest, name, version, component, added) values ($1, $2, $3, $4, $5) \
        on conflict (digest) do nothing";
    COMPONENT = "select component from artefact where digest = $1";
    TAKEN = "select id from binding where service = $1 and key = $2";
    ADD_BINDING = "insert into binding (id, service, survey, key, title, active_setup, state) \
        values ($1, $2, $3, $4, $5, $6, 'active')";
    ADD_SETUP = "insert into binding_setup (id, binding, artefact, settings, settings_digest, contract, created) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    BINDINGS = "select b.key, b.title, b.survey, b.state, b.fault, a.name as plugin, \
        a.version as plugin_version, u.artefact, u.settings, u.settings_digest, \
        (select count(*) from unscored x where x.setup = u.id) as unscored, \
        (select count(*) from response r where r.service = b.service and r.survey = b.survey and r.number <= b.cursor) \
            - (select count(*) from unscored x where x.setup = u.id) as scored, \
        (select count(*) from response r where r.service = b.service and r.survey = b.survey and r.number > b.cursor) \
            as waiting \
        from binding b join binding_setup u on u.id = b.active_setup join artefact a on a.digest = u.artefact \
        where b.service = $1 order by b.key";
    ARTEFACTS = "select b.key, u.artefact from binding b join binding_setup u on u.id = b.active_setup \
        where b.service = $1 order by b.key";
    RESUME = "update binding set state = 'active', fault = null where service = $1 and key = $2 and state = 'paused'";
}

/// A binding as staff see it.
#[derive(Debug, FromRow)]
pub(super) struct Binding {
    pub key: String,
    pub title: String,
    pub survey: String,
    pub state: String,
    pub fault: Option<String>,
    pub plugin: String,
    pub plugin_version: String,
    pub artefact: String,
    pub settings: String,
    pub settings_digest: String,
    /// Responses that the plugin has scored.
    pub scored: i64,
    /// Responses that the plugin failed on.
    pub unscored: i64,
    /// Responses that are not scored yet.
    pub waiting: i64,
}

/// A set-up without what [`NewBinding`] says.
pub(super) struct Setup {
    pub id: String,
    pub settings_digest: String,
    pub contract: &'static str,
    pub created: i64,
}

pub(super) async fn keep_artefact(
    tx: &mut Tx,
    digest: &str,
    description: &Description,
    component: &str,
    now: i64,
) -> Result<(), Error> {
    execute!(tx, KEEP, digest, &description.name, &description.version, component, now)?;
    Ok(())
}

pub(super) async fn component(tx: &mut Tx, digest: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, COMPONENT, digest)?;
    Ok(row.map(|(component,)| component))
}

pub(super) async fn is_taken(tx: &mut Tx, service: &str, key: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, TAKEN, service, key)?;
    Ok(row.is_some())
}

pub(super) async fn add_binding(
    tx: &mut Tx,
    service: &str,
    id: &str,
    new: &NewBinding<'_>,
    setup: &Setup,
) -> Result<(), Error> {
    execute!(tx, ADD_BINDING, id, service, new.survey, new.key, new.title, &setup.id)?;
    let Setup { id: setup, settings_digest, contract, created } = setup;
    execute!(tx, ADD_SETUP, setup, id, new.artefact, new.settings, settings_digest, *contract, *created)?;
    Ok(())
}

pub(super) async fn bindings(tx: &mut Tx, service: &str) -> Result<Vec<Binding>, Error> {
    Ok(all!(tx, BINDINGS, service)?)
}

/// The keys of a service's bindings, each with the digest of its artefact.
pub(super) async fn artefacts(tx: &mut Tx, service: &str) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, ARTEFACTS, service)?)
}

/// Whether a paused binding of that key was set going.
pub(super) async fn resume(tx: &mut Tx, service: &str, key: &str) -> Result<bool, Error> {
    Ok(execute!(tx, RESUME, service, key)? > 0)
}
