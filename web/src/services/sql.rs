//! Services in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
    page::House,
};

sql! {
    ALL = "select key, name from service order by name, key";
    HOUSE = "select s.key, s.name, l.colours, g.name as logo from service s left join look l on l.service = s.key \
        left join logo g on g.service = s.key where s.key = $1";
    ADD = "insert into service (key, name, created) values ($1, $2, $3) on conflict (key) do nothing";
    LOOK = "select s.key, s.name, l.colours, g.name as logo, coalesce(l.welcome, '') as welcome, \
        coalesce(l.contact, '') as contact, coalesce(l.privacy, '') as privacy from service s \
        left join look l on l.service = s.key left join logo g on g.service = s.key where s.key = $1";
    /// Two who change a service at once do it one after the other: so the second is told.
    HOLD = "update service set name = name where key = $1";
    RENAME = "update service set name = $2 where key = $1";
    DRESS = "insert into look (service, welcome, contact, privacy, colours) values ($1, $2, $3, $4, $5) \
        on conflict (service) do update set welcome = excluded.welcome, contact = excluded.contact, \
        privacy = excluded.privacy, colours = excluded.colours";
    LOGO = "select picture from logo where service = $1 and name = $2";
    SET_LOGO = "insert into logo (service, name, picture) values ($1, $2, $3) \
        on conflict (service) do update set name = excluded.name, picture = excluded.picture";
    REMOVE_LOGO = "delete from logo where service = $1";
}

/// A music service.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Service {
    pub key: String,
    pub name: String,
}

pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Service>, Error> {
    Ok(all!(tx, ALL)?)
}

pub(super) async fn house(tx: &mut Tx, key: &str) -> Result<Option<House>, Error> {
    Ok(maybe!(tx, HOUSE, key)?)
}

/// Whether the key was free.
pub(super) async fn add(tx: &mut Tx, key: &str, name: &str, now: i64) -> Result<bool, Error> {
    Ok(execute!(tx, ADD, key, name, now)? == 1)
}

/// How a service shows itself.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub(super) struct Look {
    #[sqlx(flatten)]
    pub house: House,
    /// Plain text, as what follows.
    pub welcome: String,
    pub contact: String,
    pub privacy: String,
}

pub(super) async fn look(tx: &mut Tx, service: &str) -> Result<Option<Look>, Error> {
    Ok(maybe!(tx, LOOK, service)?)
}

/// Keeps all others from changing it until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, service: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service)?;
    Ok(())
}

pub(super) async fn dress(tx: &mut Tx, service: &str, look: &Look) -> Result<(), Error> {
    execute!(tx, RENAME, service, &look.house.name)?;
    execute!(tx, DRESS, service, &look.welcome, &look.contact, &look.privacy, &look.house.colours)?;
    Ok(())
}

/// The picture of a logo, in base 64, where the service's has this name.
pub(super) async fn logo(tx: &mut Tx, service: &str, name: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, LOGO, service, name)?;
    Ok(row.map(|(picture,)| picture))
}

pub(super) async fn set_logo(tx: &mut Tx, service: &str, name: &str, picture: &str) -> Result<(), Error> {
    execute!(tx, SET_LOGO, service, name, picture)?;
    Ok(())
}

/// Whether there was one.
pub(super) async fn remove_logo(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    Ok(execute!(tx, REMOVE_LOGO, service)? == 1)
}
