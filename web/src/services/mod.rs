//! Music services and their front pages.

mod logo;
mod look;
mod picture;
pub(crate) mod sql;
mod view;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    routing::get,
};
use maud::Markup;

use crate::{
    about, app::App, db::Tx, decisions, error::Error, page::House, results, surveys, updates, wishes::Wishes,
    words::spoken,
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/", get(all))
        .route("/{service}", get(front))
        .route("/{service}/privacy", get(privacy))
        .route("/{service}/logo/{name}", get(logo::serve))
        .route("/staff/{service}/look", get(look::show).post(look::save))
        .route(
            "/staff/{service}/look/logo",
            get(logo::ask).post(logo::save).layer(DefaultBodyLimit::max(logo::MOST_BYTES)),
        )
}

async fn all(State(app): State<App>, wishes: Wishes) -> Result<Markup, Error> {
    let services = sql::all(&mut app.db.read().await?).await?;
    Ok(view::all(&services, &wishes.among(spoken())))
}

async fn front(State(app): State<App>, Path(key): Path<String>, wishes: Wishes) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let look = sql::look(&mut tx, &key).await?.ok_or(Error::NotFound)?;
    let update = updates::headings(&mut tx, &key).await?.into_iter().next();
    let has_results = results::has_public(&mut tx, &key).await?;
    let has_decisions = decisions::are_there(&mut tx, &key).await?;
    drop(tx);
    let surveys = surveys::open_surveys(&app, &key).await?;
    let told = view::Told { update: update.as_ref(), has_results, has_decisions };
    Ok(view::front(&look, &surveys, &told, &wishes.among(spoken())))
}

async fn privacy(State(app): State<App>, Path(key): Path<String>, wishes: Wishes) -> Result<Markup, Error> {
    let look = sql::look(&mut app.db.read().await?, &key).await?.ok_or(Error::NotFound)?;
    Ok(about::privacy_of(&app, &look.house, &view::own_privacy(&look), &wishes.among(spoken())))
}

/// First parts of addresses that are ours, and what stands after `/staff/` beside the services.
const RESERVED: &[&str] = &[
    "about",
    "accessibility",
    "api",
    "assets",
    "council",
    "enter",
    "gallery",
    "healthz",
    "help",
    "metrics",
    "operator",
    "privacy",
    "r",
    "readyz",
    "schema",
    "sessions",
    "sign-in",
    "sign-out",
    "staff",
    "static",
    "vote",
    "waiting",
];

/// Adds a service. Its key is part of every address: lower-case letters, digits and `-`, a letter first, 40 at most.
pub async fn add(tx: &mut Tx, key: &str, name: &str, now: i64) -> Result<(), Error> {
    if let Some(fault) = key_fault(key) {
        return Err(Error::Refused(fault));
    }
    if name.trim().is_empty() || name.contains(char::is_control) {
        return Err(Error::Refused("A service has a name of one line."));
    }
    if !sql::add(tx, key, name.trim(), now).await? {
        return Err(Error::Refused("There is a service with this key already."));
    }
    Ok(())
}

/// Why no service can have this key, if none can.
pub(crate) fn key_fault(key: &str) -> Option<&'static str> {
    match key {
        key if !is_key(key) => {
            Some("The key of a service is made of lower-case letters, digits and \"-\", a letter first.")
        }
        key if RESERVED.contains(&key) => Some("This key is an address of the platform. Choose another."),
        _ => None,
    }
}

/// What a service says of itself, in English; see the form of its look.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Stands on its front page.
    pub welcome: &'a str,
    /// Whom people can ask.
    pub contact: &'a str,
    /// Stands in its privacy notice.
    pub privacy: &'a str,
}

/// Gives a service its words.
pub async fn introduce(tx: &mut Tx, key: &str, words: &Words<'_>) -> Result<(), Error> {
    let mut look = sql::look(tx, key).await?.ok_or(Error::NotFound)?;
    look.welcome = words.welcome.to_owned();
    look.contact = words.contact.to_owned();
    look.privacy = words.privacy.to_owned();
    sql::dress(tx, key, &look).await
}

/// The keys and names of all services, by name.
pub async fn list(tx: &mut Tx) -> Result<Vec<(String, String)>, Error> {
    Ok(sql::all(tx).await?.into_iter().map(|service| (service.key, service.name)).collect())
}

/// Whether there is a service with this key.
pub async fn exists(tx: &mut Tx, key: &str) -> Result<bool, Error> {
    Ok(sql::house(tx, key).await?.is_some())
}

/// A service, as its public pages show it. [`Error::NotFound`] if there is none.
pub async fn house(tx: &mut Tx, key: &str) -> Result<House, Error> {
    sql::house(tx, key).await?.ok_or(Error::NotFound)
}

fn is_key(key: &str) -> bool {
    key.len() <= 40
        && key.starts_with(|c: char| c.is_ascii_lowercase())
        && !key.ends_with('-')
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Refuses to go on for a service that is not there.
pub async fn must_exist(tx: &mut Tx, key: &str) -> Result<(), Error> {
    if exists(tx, key).await? { Ok(()) } else { Err(Error::Refused("No service has this key.")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_make_plain_addresses() {
        for good in ["riverside", "isle-of-wight", "hub2"] {
            assert!(is_key(good), "{good}");
        }
        for bad in ["", "Riverside", "river side", "2hub", "-hub", "hub-", "a/b", "straße", "..", &"a".repeat(41)] {
            assert!(!is_key(bad), "{bad}");
        }
    }
}
