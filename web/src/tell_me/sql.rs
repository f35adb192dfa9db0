//! Those who want to be told what happened, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
    mixing::Mixed,
};

sql! {
    /// Whoever is confirmed has no `until`.
    ASK = "insert into listener (service, code_hash, recipient, asked, until, mixed) values ($1, $2, $3, $4, $5, $6) \
        on conflict (service, code_hash) do update set recipient = excluded.recipient, asked = listener.asked + 1, \
        until = excluded.until, mixed = excluded.mixed \
        where listener.until is not null and listener.asked < $7 returning asked";
    /// Listeners of a service are changed and mixed one after the other.
    HOLD = "update service set name = name where key = $1";
    CONFIRM = "update listener set until = null, mixed = $3 where service = $1 and code_hash = $2";
    FORGET = "delete from listener where service = $1 and code_hash = $2";
    FORGET_UNCONFIRMED = "delete from listener where until <= $1";
    CONFIRMED = "select service, code_hash, recipient, asked, until from listener where service = $1 and until is null";
    WAITING = "select distinct service from listener where mixed = $1";
    TAKE = "delete from listener where service = $1 and code_hash in \
        (select code_hash from listener where service = $1 and mixed = $2 order by random() limit $3) \
        returning service, code_hash, recipient, asked, until";
    PUT = "insert into listener (service, code_hash, recipient, asked, until, mixed) values ($1, $2, $3, $4, $5, $6)";
}

/// Somebody who wants to be told what happened.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Listener {
    pub service: String,
    pub code_hash: String,
    /// Language and address, sealed.
    pub recipient: String,
    /// How many mails have asked for a confirmation.
    pub asked: i64,
    /// When an unconfirmed one is deleted, such as 2026-12-07.
    pub until: Option<String>,
}

/// Keeps a listener; whether they are to be asked to confirm.
pub(super) async fn ask(tx: &mut Tx, listener: &Listener, most_mails: i64) -> Result<bool, Error> {
    let Listener { service, code_hash, recipient, asked, until } = listener;
    let row: Option<(i64,)> = maybe!(tx, ASK, service, code_hash, recipient, *asked, until, false, most_mails)?;
    Ok(row.is_some())
}

/// Whether there is such a listener. The row has moved by it, and is mixed again.
pub(super) async fn confirm(tx: &mut Tx, service: &str, code_hash: &str) -> Result<bool, Error> {
    execute!(tx, HOLD, service)?;
    Ok(execute!(tx, CONFIRM, service, code_hash, false)? == 1)
}

/// Those of a service who have confirmed. Nobody joins or leaves meanwhile.
pub(super) async fn confirmed(tx: &mut Tx, service: &str) -> Result<Vec<Listener>, Error> {
    execute!(tx, HOLD, service)?;
    Ok(all!(tx, CONFIRMED, service)?)
}

/// Whether anybody has confirmed.
pub(super) async fn is_awaited(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    let found: Option<Listener> = maybe!(tx, CONFIRMED, service)?;
    Ok(found.is_some())
}

pub(super) async fn forget(tx: &mut Tx, service: &str, code_hash: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service)?;
    execute!(tx, FORGET, service, code_hash)?;
    Ok(())
}

/// Deletes those who have not confirmed until today, such as 2026-12-07.
pub(crate) async fn forget_unconfirmed(tx: &mut Tx, today: &str) -> Result<(), Error> {
    execute!(tx, FORGET_UNCONFIRMED, today)?;
    Ok(())
}

impl Mixed for Listener {
    async fn waiting(tx: &mut Tx) -> Result<Vec<String>, Error> {
        let services: Vec<(String,)> = all!(tx, WAITING, false)?;
        Ok(services.into_iter().map(|(service,)| service).collect())
    }

    async fn hold(tx: &mut Tx, service: &str) -> Result<(), Error> {
        execute!(tx, HOLD, service)?;
        Ok(())
    }

    async fn take(tx: &mut Tx, service: &str, mixed: bool, at_most: i64) -> Result<Vec<Self>, Error> {
        Ok(all!(tx, TAKE, service, mixed, at_most)?)
    }

    async fn put(&self, tx: &mut Tx) -> Result<(), Error> {
        let Self { service, code_hash, recipient, asked, until } = self;
        execute!(tx, PUT, service, code_hash, recipient, *asked, until, true)?;
        Ok(())
    }
}
