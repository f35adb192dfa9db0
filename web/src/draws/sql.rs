//! Entries of prize draws in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, one, sql},
    error::Error,
    mixing::Mixed,
};

sql! {
    ADD = "insert into draw_entry (service, wave, contact_hash, contact, turn, mixed) values ($1, $2, $3, $4, $5, $6) \
        on conflict (wave, contact_hash) do nothing";
    ENTRIES = "select count(*) from draw_entry where service = $1 and wave = $2";
    WINNERS = "select contact from draw_entry where service = $1 and wave = $2 and turn is not null order by turn";
    CLOSED = "select survey, closes from wave where service = $1 and id = $2 and closes <= $3";
    /// Entries of a wave are drawn, deleted and mixed one after the other: two owners who press at once would draw two
    /// winners.
    HOLD = "update wave set closes = closes where id = $1";
    NOT_DRAWN = "select count(*) from draw_entry where service = $1 and wave = $2 and turn is null";
    NTH = "select contact_hash from draw_entry where service = $1 and wave = $2 and turn is null \
        order by contact_hash limit 1 offset $3";
    WINS = "update draw_entry set turn = $4 where service = $1 and wave = $2 and contact_hash = $3";
    DELETE = "delete from draw_entry where service = $1 and wave = $2";
    FORGET_OLD = "delete from draw_entry where wave in (select id from wave where closes <= $1)";
    WAITING = "select distinct wave from draw_entry where mixed = $1";
    TAKE = "delete from draw_entry where wave = $1 and contact_hash in \
        (select contact_hash from draw_entry where wave = $1 and mixed = $2 order by random() limit $3) \
        returning service, wave, contact_hash, contact, turn";
}

/// An entry of a draw.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Entry {
    pub service: String,
    pub wave: String,
    pub contact_hash: String,
    /// Sealed.
    pub contact: String,
    /// 1 for the winner who was drawn first.
    pub turn: Option<i64>,
}

/// A wave that has closed.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Closed {
    pub survey: String,
    pub closes: i64,
}

pub(super) async fn add(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    store(tx, entry, false).await
}

/// How many entered.
pub(super) async fn entries(tx: &mut Tx, service: &str, wave: &str) -> Result<i64, Error> {
    let (entries,): (i64,) = one!(tx, ENTRIES, service, wave)?;
    Ok(entries)
}

/// The sealed contacts of those who were drawn, in the order of it.
pub(super) async fn winners(tx: &mut Tx, service: &str, wave: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, WINNERS, service, wave)?;
    Ok(rows.into_iter().map(|(contact,)| contact).collect())
}

/// A wave of the service, if it has closed.
pub(super) async fn closed(tx: &mut Tx, service: &str, wave: &str, now: i64) -> Result<Option<Closed>, Error> {
    Ok(maybe!(tx, CLOSED, service, wave, now)?)
}

/// Keeps all others from changing the entries of a wave until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, wave: &str) -> Result<(), Error> {
    execute!(tx, HOLD, wave)?;
    Ok(())
}

/// How many entries can still be drawn.
pub(super) async fn not_drawn(tx: &mut Tx, service: &str, wave: &str) -> Result<i64, Error> {
    let (left,): (i64,) = one!(tx, NOT_DRAWN, service, wave)?;
    Ok(left)
}

/// Makes one of those who can still be drawn the winner of a turn: the one at a place, from 0, in an order that says
/// nothing about anybody.
pub(super) async fn win(tx: &mut Tx, service: &str, wave: &str, place: i64, turn: i64) -> Result<(), Error> {
    let (entry,): (String,) = one!(tx, NTH, service, wave, place)?;
    execute!(tx, WINS, service, wave, entry, turn)?;
    Ok(())
}

/// How many were deleted.
pub(super) async fn delete(tx: &mut Tx, service: &str, wave: &str) -> Result<u64, Error> {
    Ok(execute!(tx, DELETE, service, wave)?)
}

/// Deletes the entries of waves that closed before a time, in milliseconds.
pub(crate) async fn forget_old(tx: &mut Tx, closed_before: i64) -> Result<(), Error> {
    execute!(tx, FORGET_OLD, closed_before)?;
    Ok(())
}

async fn store(tx: &mut Tx, entry: &Entry, mixed: bool) -> Result<(), Error> {
    let Entry { service, wave, contact_hash, contact, turn } = entry;
    execute!(tx, ADD, service, wave, contact_hash, contact, *turn, mixed)?;
    Ok(())
}

impl Mixed for Entry {
    async fn waiting(tx: &mut Tx) -> Result<Vec<String>, Error> {
        let waves: Vec<(String,)> = all!(tx, WAITING, false)?;
        Ok(waves.into_iter().map(|(wave,)| wave).collect())
    }

    async fn hold(tx: &mut Tx, wave: &str) -> Result<(), Error> {
        hold(tx, wave).await
    }

    async fn take(tx: &mut Tx, wave: &str, mixed: bool, at_most: i64) -> Result<Vec<Self>, Error> {
        Ok(all!(tx, TAKE, wave, mixed, at_most)?)
    }

    async fn put(&self, tx: &mut Tx) -> Result<(), Error> {
        store(tx, self, true).await
    }
}
