//! The queue of mail in the database, and the addresses that are gone.

use sqlx::FromRow;

use crate::{
    db::{Tx, execute, maybe, sql},
    error::Error,
};

sql! {
    QUEUE = "insert into outbox (id, recipient, subject, body, due, give_up, wave, address, many) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    DUE = "select id from outbox where due <= $1 order by many, due, id limit 1";
    /// Of two servers that lease the same mail, the second finds that it is not due any more.
    LEASE = "update outbox set attempts = attempts + 1, due = $3 where id = $1 and due <= $2 \
        returning id, recipient, subject, body, attempts, give_up, wave, address, \
        (select service from wave where wave.id = outbox.wave) as service";
    TRY_LATER = "update outbox set due = $2 where id = $1";
    FORGET = "delete from outbox where id = $1";
    TAKE_BACK = "delete from outbox where wave = $1 and address = $2";
    TAKE_ALL_BACK = "delete from outbox where wave = $1";
    REMEMBER_GONE = "insert into undeliverable (address, day) values ($1, $2) \
        on conflict (address) do update set day = excluded.day";
    FORGET_GONE = "delete from undeliverable where day < $1";
}

/// A mail that is put into the queue.
pub(super) struct Queued<'a> {
    pub id: &'a str,
    /// The address, sealed.
    pub recipient: &'a str,
    pub subject: &'a str,
    pub body: &'a str,
    pub due: i64,
    pub give_up: i64,
    /// Where it invites: the wave, and the address's keyed hash.
    pub invites: Option<(&'a str, &'a str)>,
    /// Whether it is one of many, which let all others go first.
    pub many: bool,
}

pub(super) async fn queue(tx: &mut Tx, mail: &Queued<'_>) -> Result<(), Error> {
    let Queued { id, recipient, subject, body, due, give_up, invites, many } = mail;
    let (wave, address) = invites.unzip();
    execute!(tx, QUEUE, id, recipient, subject, body, *due, *give_up, wave, address, *many)?;
    Ok(())
}

/// The mail that goes next, if one is due.
pub(super) async fn due(tx: &mut Tx, now: i64) -> Result<Option<String>, Error> {
    let due: Option<(String,)> = maybe!(tx, DUE, now)?;
    Ok(due.map(|(id,)| id))
}

/// A mail that is ours to send for a while.
#[derive(Debug, FromRow)]
pub(super) struct Leased {
    pub id: String,
    /// The address, sealed.
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub attempts: i64,
    pub give_up: i64,
    pub wave: Option<String>,
    /// The keyed hash of its address, where it is one of many.
    pub address: Option<String>,
    pub service: Option<String>,
}

/// A mail that is due, not to be sent by another before `until`; nothing where another was faster.
pub(super) async fn lease(tx: &mut Tx, id: &str, now: i64, until: i64) -> Result<Option<Leased>, Error> {
    Ok(maybe!(tx, LEASE, id, now, until)?)
}

pub(super) async fn try_later(tx: &mut Tx, id: &str, due: i64) -> Result<(), Error> {
    execute!(tx, TRY_LATER, id, due)?;
    Ok(())
}

pub(super) async fn forget(tx: &mut Tx, id: &str) -> Result<(), Error> {
    execute!(tx, FORGET, id)?;
    Ok(())
}

pub(super) async fn take_back(tx: &mut Tx, wave: &str, address: &str) -> Result<(), Error> {
    execute!(tx, TAKE_BACK, wave, address)?;
    Ok(())
}

pub(super) async fn take_all_back(tx: &mut Tx, wave: &str) -> Result<(), Error> {
    execute!(tx, TAKE_ALL_BACK, wave)?;
    Ok(())
}

/// Remembers that an address is gone, as of a day such as 2026-11-22.
pub(super) async fn remember_gone(tx: &mut Tx, address: &str, today: &str) -> Result<(), Error> {
    execute!(tx, REMEMBER_GONE, address, today)?;
    Ok(())
}

pub(super) async fn forget_gone(tx: &mut Tx, before: &str) -> Result<(), Error> {
    execute!(tx, FORGET_GONE, before)?;
    Ok(())
}
