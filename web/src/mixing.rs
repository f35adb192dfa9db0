//! Rows that must not be joined to anything, not even by the order in which they came.
//!
//! A row without a time and without a key of another table still tells who made it. SQLite gives rows ascending
//! numbers that nobody asked for; PostgreSQL stamps them with their transaction (`xmin`) and puts them one after the
//! other (`ctid`); responses have numbers too. So the rows of a [`Mixed`] table are taken out and written again, in
//! random order, new ones together with earlier ones of the same pool: a wave's, or a service's.
//!
//! **What is true before.** From the moment that a row comes until it is mixed (a minute at most, while a server
//! runs), whoever can read the database's own numbers, its files or its log can tell which response it came with or
//! soon after.
//!
//! **What is true after.** By nothing in the tables can a row be told from at least [`MOST`] others of its pool, or
//! from all of them where there are fewer: also those that came long before. On SQLite the earlier rows are
//! overwritten in the file and gone from the log at the same look ([`retention`](crate::retention)). On PostgreSQL
//! they are swept from the tables, together with what is left of drafts and mails that were stored in the same
//! transactions.
//!
//! **What we cannot promise.** A pool of one or two people hides nobody. Whoever keeps copies of the database from
//! before and after, or an archive of PostgreSQL's log (point-in-time recovery), can see which rows came between:
//! such copies are to be kept no longer than they are needed. Blocks that a disc has given back may hold old content.

use crate::{
    clock::shuffle,
    db::{Db, Tx, sql},
    error::Error,
};

sql! {
    /// Who holds a table for longer lets the others be swept; it is swept at the next look.
    SWEEP = "vacuum (skip_locked) apart_answer, draw_entry, listener, draft, draft_answer, wave_tally, outbox, invitation, ballot, ballot_code";
}

/// How many rows are mixed at once, at most and, where there are as many, at least. It bounds how long other writers wait.
pub(crate) const MOST: i64 = 2_000;

/// A table whose rows are mixed.
pub(crate) trait Mixed: Sized {
    /// The pools that new rows have come to. Rows are mixed within theirs, which they name anyhow.
    async fn waiting(tx: &mut Tx) -> Result<Vec<String>, Error>;

    /// Keeps all others from changing or deleting rows of a pool until the transaction ends: PostgreSQL would let them
    /// miss a row that is just being written again, and a person be told that it is gone. Rows that are only ever
    /// added need none.
    async fn hold(_tx: &mut Tx, _pool: &str) -> Result<(), Error> {
        Ok(())
    }

    /// Takes rows of a pool out, whichever, that are mixed already or are not: `at_most` so many.
    async fn take(tx: &mut Tx, pool: &str, mixed: bool, at_most: i64) -> Result<Vec<Self>, Error>;

    /// Writes a row again, as one that is mixed.
    async fn put(&self, tx: &mut Tx) -> Result<(), Error>;
}

/// Mixes the new rows of a table.
pub(crate) async fn mix<R: Mixed>(db: &Db) -> Result<(), Error> {
    let pools = R::waiting(&mut db.read().await?).await?;
    for pool in pools {
        while mix_some::<R>(db, &pool).await? {}
    }
    Ok(())
}

/// Whether there may be more of the pool.
async fn mix_some<R: Mixed>(db: &Db, pool: &str) -> Result<bool, Error> {
    let mut tx = db.write().await?;
    R::hold(&mut tx, pool).await?;
    let mut rows = R::take(&mut tx, pool, false, MOST).await?;
    let more = rows.len() >= usize::try_from(MOST).unwrap_or(usize::MAX);
    if rows.is_empty() {
        return Ok(false);
    }
    rows.extend(R::take(&mut tx, pool, true, MOST).await?);
    shuffle(&mut rows);
    for row in &rows {
        row.put(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(more)
}

/// Sweeps PostgreSQL's tables of rows that were changed or deleted, and still tell what they held and which transaction
/// wrote them. SQLite overwrites them by itself.
pub(crate) async fn sweep(db: &Db) -> Result<(), Error> {
    if let Db::Postgres(pool) = db {
        sqlx::query(SWEEP).execute(pool).await?;
    }
    Ok(())
}
