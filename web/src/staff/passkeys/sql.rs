//! Passkeys and their challenges in the database.

use sqlx::FromRow;

use super::ceremony::Made;
use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD_CHALLENGE = "insert into passkey_challenge (code_hash, staff, expires) values ($1, $2, $3)";
    SPEND_CHALLENGE = "delete from passkey_challenge where code_hash = $1 and expires > $2 returning staff";
    FORGET_CHALLENGES = "delete from passkey_challenge where expires <= $1";
    ADD_PASSKEY = "insert into passkey (id, staff, name, public_key, counter, added) values ($1, $2, $3, $4, $5, $6) \
        on conflict (id) do nothing";
    PASSKEYS = "select id, name, added, last_used from passkey where staff = $1 order by added, id";
    OPENS = "select p.staff, p.name, p.public_key, p.counter from passkey p where p.id = $1 \
        and (exists (select 1 from role r where r.staff = p.staff) or exists (select 1 from operator o where o.staff = p.staff))";
    /// Of two who were at it at once, the later one finds another counter.
    USED = "update passkey set counter = $3, last_used = $4 where id = $1 and counter = $2";
    REMOVE_PASSKEY = "delete from passkey where id = $1 and staff = $2 returning name";
}

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Passkey {
    pub id: String,
    pub name: String,
    pub added: i64,
    /// Nothing, where it never was.
    pub last_used: Option<i64>,
}

/// A passkey, as it opens the door.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Opens {
    /// Whose it is.
    pub staff: String,
    pub name: String,
    pub public_key: String,
    pub counter: i64,
}

pub(super) async fn add_challenge(
    tx: &mut Tx,
    code_hash: &str,
    staff: Option<&str>,
    expires: i64,
) -> Result<(), Error> {
    execute!(tx, ADD_CHALLENGE, code_hash, staff, expires)?;
    Ok(())
}

/// Whose challenge it was, or nobody's; nothing, if there is none. Of two who spend it at once, one gets nothing.
pub(super) async fn spend_challenge(tx: &mut Tx, code_hash: &str, now: i64) -> Result<Option<Option<String>>, Error> {
    let row: Option<(Option<String>,)> = maybe!(tx, SPEND_CHALLENGE, code_hash, now)?;
    Ok(row.map(|(staff,)| staff))
}

pub(super) async fn forget_challenges(tx: &mut Tx, now: i64) -> Result<(), Error> {
    execute!(tx, FORGET_CHALLENGES, now)?;
    Ok(())
}

/// Whether it is new: one that somebody has stays as it is.
pub(super) async fn add_passkey(tx: &mut Tx, staff: &str, name: &str, made: &Made, now: i64) -> Result<bool, Error> {
    Ok(execute!(tx, ADD_PASSKEY, &made.id, staff, name, &made.public_key, made.counter, now)? == 1)
}

/// The passkeys of a person, the oldest first.
pub(super) async fn passkeys(tx: &mut Tx, staff: &str) -> Result<Vec<Passkey>, Error> {
    Ok(all!(tx, PASSKEYS, staff)?)
}

/// The passkey with this id, if its owner works for a service, or for the whole.
pub(super) async fn opens(tx: &mut Tx, id: &str) -> Result<Option<Opens>, Error> {
    Ok(maybe!(tx, OPENS, id)?)
}

/// Sets a passkey's counter; whether it still was what it was.
pub(super) async fn used(tx: &mut Tx, id: &str, (was, is): (i64, i64), now: i64) -> Result<bool, Error> {
    Ok(execute!(tx, USED, id, was, is, now)? == 1)
}

/// The name of the passkey that is gone now.
pub(super) async fn remove_passkey(tx: &mut Tx, id: &str, staff: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, REMOVE_PASSKEY, id, staff)?;
    Ok(row.map(|(name,)| name))
}
