//! Artefacts and bindings in the database.

use heard_host::Description;
use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    KEEP = "insert into artefact (digest, name, version, component, added) values ($1, $2, $3, $4, $5) \
        on conflict (digest) do nothing";
    COMPONENT = "select component from artefact where digest = $1";
    TAKEN = "select id from binding where service = $1 and key = $2";
    BEGIN = "insert into binding (id, service, survey, key, title, state) values ($1, $2, $3, $4, $5, 'active')";
    ADD_SETUP = "insert into binding_setup (id, binding, artefact, settings, settings_digest, contract, made_by, created) \
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// A new binding has nothing else to show.
    START = "update binding set active_setup = $2, shown_setup = $2 where id = $1";
    STARTED = "update binding_setup set activated = created where id = $1";
    /// All bindings of a service, or the one with a key.
    BINDINGS = "select b.id, b.key, b.title, b.survey, b.state, b.fault, b.active_setup, b.shown_setup, \
        coalesce(a.name, '') as plugin, coalesce(a.version, '') as plugin_version, coalesce(u.artefact, '') as artefact, \
        coalesce(u.settings, '{}') as settings, coalesce(u.settings_digest, '') as settings_digest, \
        (select count(*) from unscored x where x.setup = u.id) as unscored, \
        (select count(*) from response r where r.service = b.service and r.survey = b.survey and r.number <= b.cursor) \
            - (select count(*) from unscored x where x.setup = u.id and x.number <= b.cursor) as scored, \
        (select count(*) from response r where r.service = b.service and r.survey = b.survey and r.number > b.cursor) \
            as waiting \
        from binding b left join binding_setup u on u.id = b.active_setup left join artefact a on a.digest = u.artefact \
        where b.service = $1 and ($2 = '' or b.key = $2) order by b.key";
    ARTEFACTS = "select b.key, u.artefact from binding b join binding_setup u on u.id = b.active_setup \
        where b.service = $1 order by b.key";
    RESUME = "update binding set state = 'active', fault = null where service = $1 and key = $2 and state = 'paused'";
}

/// A binding as staff see it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Binding {
    pub id: String,
    pub key: String,
    pub title: String,
    pub survey: String,
    pub state: String,
    pub fault: Option<String>,
    /// The set-up that is at work; none before the first was switched on, and then what follows from it is empty.
    pub active_setup: Option<String>,
    /// The set-up whose figures the plan shows.
    pub shown_setup: Option<String>,
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

/// A set-up that is made.
pub(super) struct NewSetup<'a> {
    pub id: &'a str,
    /// Id of the binding.
    pub binding: &'a str,
    pub artefact: &'a str,
    pub settings: &'a str,
    pub settings_digest: &'a str,
    pub contract: &'a str,
    pub made_by: Option<&'a str>,
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

/// A binding without a set-up.
pub(super) async fn begin(
    tx: &mut Tx,
    service: &str,
    id: &str,
    survey: &str,
    key: &str,
    title: &str,
) -> Result<(), Error> {
    execute!(tx, BEGIN, id, service, survey, key, title)?;
    Ok(())
}

pub(super) async fn add_setup(tx: &mut Tx, new: &NewSetup<'_>) -> Result<(), Error> {
    let NewSetup { id, binding, artefact, settings, settings_digest, contract, made_by, created } = *new;
    execute!(tx, ADD_SETUP, id, binding, artefact, settings, settings_digest, contract, made_by, created)?;
    Ok(())
}

/// Switches the first set-up of a binding on.
pub(super) async fn start(tx: &mut Tx, binding: &str, setup: &str) -> Result<(), Error> {
    execute!(tx, START, binding, setup)?;
    started(tx, setup).await
}

/// A set-up was switched on when it was made.
pub(super) async fn started(tx: &mut Tx, setup: &str) -> Result<(), Error> {
    execute!(tx, STARTED, setup)?;
    Ok(())
}

pub(super) async fn bindings(tx: &mut Tx, service: &str) -> Result<Vec<Binding>, Error> {
    Ok(all!(tx, BINDINGS, service, "")?)
}

pub(super) async fn binding(tx: &mut Tx, service: &str, key: &str) -> Result<Option<Binding>, Error> {
    let found: Vec<Binding> = all!(tx, BINDINGS, service, key)?;
    Ok(found.into_iter().find(|binding| binding.key == key))
}

/// The keys of a service's bindings, each with the digest of its artefact.
pub(super) async fn artefacts(tx: &mut Tx, service: &str) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, ARTEFACTS, service)?)
}

/// Whether a paused binding of that key was set going.
pub(super) async fn resume(tx: &mut Tx, service: &str, key: &str) -> Result<bool, Error> {
    Ok(execute!(tx, RESUME, service, key)? > 0)
}
