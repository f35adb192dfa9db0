//! Updates in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, one, sql},
    error::Error,
};

sql! {
    /// All updates of a service, or the one with a key; those that are published last come first.
    UPDATES = "select u.key, u.definition, u.revision, coalesce(r.name, s.email) as name, u.changed, u.published, \
        u.withdrawn, coalesce(u.withdrawn_why, '') as withdrawn_why, coalesce(u.corrects, '') as corrects, \
        coalesce((select min(n.key) from service_update n where n.service = u.service and n.corrects = u.key \
            and n.published is not null), '') as corrected_by \
        from service_update u join staff s on s.id = u.changed_by \
        left join role r on r.staff = u.changed_by and r.service = u.service \
        where u.service = $1 and ($2 = '' or u.key = $2) order by coalesce(u.published, u.changed) desc, u.key";
    /// Updates of a service are changed one after the other: so the second is told.
    HOLD = "update service set name = name where key = $1";
    ADD = "insert into service_update (service, key, definition, revision, changed_by, changed, corrects) \
        values ($1, $2, $3, 1, $4, $5, $6) on conflict (service, key) do nothing";
    CHANGE = "update service_update set definition = $3, revision = revision + 1, changed_by = $4, changed = $5 \
        where service = $1 and key = $2 and published is null";
    /// What is published never changes any more.
    PUBLISH = "update service_update set published = $3, changed_by = $4 \
        where service = $1 and key = $2 and published is null";
    WITHDRAW = "update service_update set withdrawn = $3, withdrawn_why = $4 \
        where service = $1 and key = $2 and published is not null and withdrawn is null";
    THROW_AWAY = "delete from service_update where service = $1 and key = $2 and published is null";
    LAST_PUBLISHED = "select coalesce(max(published), 0) from service_update where service = $1 and withdrawn is null";
    LAST_CLOSED = "select coalesce(max(closes), 0) from wave where service = $1 and closes <= $2";
}

/// An update as it is stored.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Row {
    pub key: String,
    /// JSON.
    pub definition: String,
    pub revision: i64,
    /// Who wrote or published it.
    pub name: String,
    pub changed: i64,
    pub published: Option<i64>,
    pub withdrawn: Option<i64>,
    pub withdrawn_why: String,
    /// Key of the one that it corrects, if it does.
    pub corrects: String,
    /// Key of the published one that corrects it, if there is one.
    pub corrected_by: String,
}

pub(super) async fn updates(tx: &mut Tx, service: &str) -> Result<Vec<Row>, Error> {
    Ok(all!(tx, UPDATES, service, "")?)
}

pub(super) async fn update(tx: &mut Tx, service: &str, key: &str) -> Result<Option<Row>, Error> {
    let found: Vec<Row> = all!(tx, UPDATES, service, key)?;
    Ok(found.into_iter().find(|row| row.key == key))
}

/// Keeps all others from changing updates until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, service: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service)?;
    Ok(())
}

/// What is to be written of a draft.
pub(super) struct Written<'a> {
    pub service: &'a str,
    pub key: &'a str,
    /// JSON.
    pub definition: &'a str,
    pub staff: &'a str,
    pub now: i64,
}

pub(super) async fn add(tx: &mut Tx, written: &Written<'_>, corrects: Option<&str>) -> Result<(), Error> {
    let Written { service, key, definition, staff, now } = *written;
    execute!(tx, ADD, service, key, definition, staff, now, corrects)?;
    Ok(())
}

pub(super) async fn change(tx: &mut Tx, written: &Written<'_>) -> Result<(), Error> {
    let Written { service, key, definition, staff, now } = *written;
    execute!(tx, CHANGE, service, key, definition, staff, now)?;
    Ok(())
}

/// Whether it was a draft until now.
pub(super) async fn publish(tx: &mut Tx, service: &str, key: &str, now: i64, staff: &str) -> Result<bool, Error> {
    Ok(execute!(tx, PUBLISH, service, key, now, staff)? == 1)
}

/// Whether it was there to be withdrawn.
pub(super) async fn withdraw(tx: &mut Tx, service: &str, key: &str, now: i64, why: &str) -> Result<bool, Error> {
    Ok(execute!(tx, WITHDRAW, service, key, now, why)? == 1)
}

pub(super) async fn throw_away(tx: &mut Tx, service: &str, key: &str) -> Result<(), Error> {
    execute!(tx, THROW_AWAY, service, key)?;
    Ok(())
}

/// When the last update was published that stands; 0 where there is none.
pub(super) async fn last_published(tx: &mut Tx, service: &str) -> Result<i64, Error> {
    let (published,): (i64,) = one!(tx, LAST_PUBLISHED, service)?;
    Ok(published)
}

/// When the last wave closed that closed before a time; 0 where none did.
pub(super) async fn last_closed(tx: &mut Tx, service: &str, before: i64) -> Result<i64, Error> {
    let (closed,): (i64,) = one!(tx, LAST_CLOSED, service, before)?;
    Ok(closed)
}
