//! Invitations in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, one, sql},
    error::Error,
    mixing::Mixed,
};

sql! {
    ADD = "insert into invitation (wave, address, service, link, recipient, answered, mixed) values ($1, $2, $3, $4, $5, $6, $6) \
        on conflict (wave, address) do nothing";
    IS_UNWANTED = "select address from unwanted where service = $1 and address = $2";
    IS_UNDELIVERABLE = "select address from undeliverable where address = $1";
    UNWANT = "insert into unwanted (service, address) values ($1, $2) on conflict (service, address) do nothing";
    REMOVE = "delete from invitation where service = $1 and address = $2 returning wave";
    REMOVE_GONE = "delete from invitation where wave = $1 and address in (select address from undeliverable)";
    GONE = "select wave, recipient from invitation where wave = $1 and address in (select address from undeliverable)";
    COUNTS = "select count(*) as people, count(mailing) as written, \
        (select count(*) from invitation i join undeliverable u on u.address = i.address where i.wave = $1) as gone \
        from invitation where wave = $1";
    HOLD = "update wave set closes = closes where id = $1";
    HOLD_ALL = "update wave set closes = closes where service = $1 and closed = $2";
    SPEND = "update invitation set answered = $3, mixed = $4 where wave = $1 and link = $2 and answered = $4 returning address";
    IS_INVITED = "select address from invitation where wave = $1 and link = $2";
    ADD_MAILING = "insert into mailing (id, service, wave, reminds, words, due, begun, done) values ($1, $2, $3, $4, $5, $6, $7, $7)";
    MAILINGS = "select id, reminds, words, due, begun, done from mailing where wave = $1 order by due, id";
    CALL_OFF = "delete from mailing where service = $1 and wave = $2 and id = $3 and begun = $4";
    /// A round waits until its wave is open, and ends with it.
    DUE = "select m.id, m.wave, m.service, m.reminds, m.words from mailing m join wave w on w.id = m.wave \
        where m.done = $2 and m.due <= $1 and w.opens <= $1 and w.closes > $1 order by m.due, m.id";
    BEGIN = "update mailing set begun = $2 where id = $1 and done = $3";
    END = "update mailing set done = $2 where id = $1";
    NEXT = "select wave, address, recipient from invitation where wave = $1 and mailing is null and answered = $2 \
        and address not in (select address from undeliverable) order by address limit $3";
    NEXT_REMINDED = "select wave, address, recipient from invitation where wave = $1 and mailing <> $4 and answered = $2 \
        and address not in (select address from undeliverable) order by address limit $3";
    WRITTEN = "update invitation set mailing = $3 where wave = $1 and address = $2";
    CLOSED = "select distinct i.service, i.wave from invitation i join wave w on w.id = i.wave where w.closed = $1 order by i.wave";
    FORGET = "delete from invitation where wave = $1";
    WAITING = "select distinct wave from invitation where answered = $1 and mixed = $2";
    TAKE = "delete from invitation where wave = $1 and address in \
        (select address from invitation where wave = $1 and answered = $4 and mixed = $2 order by random() limit $3) \
        returning wave, address, service, link, recipient, mailing";
    PUT = "insert into invitation (wave, address, service, link, recipient, mailing, answered, mixed) \
        values ($1, $2, $3, $4, $5, $6, $7, $7)";
}

/// Somebody who is invited, as they are stored.
pub(super) struct Invited<'a> {
    pub wave: &'a str,
    /// Keyed hash.
    pub address: &'a str,
    pub service: &'a str,
    /// Keyed hash of the link's code.
    pub link: &'a str,
    /// Language and address, sealed.
    pub recipient: &'a str,
}

/// Whether somebody was not on the list yet.
pub(super) async fn add(tx: &mut Tx, invited: &Invited<'_>) -> Result<bool, Error> {
    let Invited { wave, address, service, link, recipient } = invited;
    Ok(execute!(tx, ADD, wave, address, service, link, recipient, false)? == 1)
}

pub(super) async fn is_unwanted(tx: &mut Tx, service: &str, address: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, IS_UNWANTED, service, address)?;
    Ok(row.is_some())
}

pub(super) async fn is_undeliverable(tx: &mut Tx, address: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, IS_UNDELIVERABLE, address)?;
    Ok(row.is_some())
}

/// Never invites an address again, and takes it off every list of the service. Returns the waves that it was invited to.
pub(super) async fn unwant(tx: &mut Tx, service: &str, address: &str) -> Result<Vec<String>, Error> {
    execute!(&mut *tx, HOLD_ALL, service, false)?;
    execute!(&mut *tx, UNWANT, service, address)?;
    let waves: Vec<(String,)> = all!(tx, REMOVE, service, address)?;
    Ok(waves.into_iter().map(|(wave,)| wave).collect())
}

/// How many are invited to a wave, were written to, and have an address that is gone.
#[derive(Clone, Copy, Debug, Default, FromRow)]
pub(super) struct Counts {
    pub people: i64,
    pub written: i64,
    pub gone: i64,
}

pub(super) async fn counts(tx: &mut Tx, wave: &str) -> Result<Counts, Error> {
    Ok(one!(tx, COUNTS, wave)?)
}

/// Somebody's wave, with language and address, sealed.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Sealed {
    pub wave: String,
    pub recipient: String,
}

/// Those whose address is gone.
pub(super) async fn gone(tx: &mut Tx, wave: &str) -> Result<Vec<Sealed>, Error> {
    Ok(all!(tx, GONE, wave)?)
}

/// Takes those off the list whose address is gone, and says how many they were.
pub(super) async fn remove_gone(tx: &mut Tx, wave: &str) -> Result<u64, Error> {
    Ok(execute!(tx, REMOVE_GONE, wave)?)
}

/// Uses an invitation up, once; the keyed hash of its address where it was unused.
pub(super) async fn spend(tx: &mut Tx, wave: &str, link: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, SPEND, wave, link, true, false)?;
    Ok(row.map(|(address,)| address))
}

/// Whether a link is one of the wave's, used or not.
pub(super) async fn is_invited(tx: &mut Tx, wave: &str, link: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, IS_INVITED, wave, link)?;
    Ok(row.is_some())
}

/// A round of mails.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Mailing {
    pub id: String,
    pub reminds: bool,
    /// What the service says, by language, as JSON.
    pub words: String,
    pub due: i64,
    pub begun: bool,
    pub done: bool,
}

pub(super) async fn add_mailing(tx: &mut Tx, service: &str, wave: &str, mailing: &Mailing) -> Result<(), Error> {
    let Mailing { id, reminds, words, due, .. } = mailing;
    execute!(tx, ADD_MAILING, id, service, wave, *reminds, words, *due, false)?;
    Ok(())
}

/// The rounds of a wave, the first first.
pub(super) async fn mailings(tx: &mut Tx, wave: &str) -> Result<Vec<Mailing>, Error> {
    Ok(all!(tx, MAILINGS, wave)?)
}

/// Whether a round was taken back: it had not begun.
pub(super) async fn call_off(tx: &mut Tx, service: &str, wave: &str, mailing: &str) -> Result<bool, Error> {
    Ok(execute!(tx, CALL_OFF, service, wave, mailing, false)? == 1)
}

/// A round whose time has come.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Due {
    pub id: String,
    pub wave: String,
    pub service: String,
    pub reminds: bool,
    pub words: String,
}

pub(super) async fn due(tx: &mut Tx, now: i64) -> Result<Vec<Due>, Error> {
    Ok(all!(tx, DUE, now, false)?)
}

/// Whether a round goes on, and is this server's until the transaction ends.
pub(super) async fn begin(tx: &mut Tx, mailing: &str) -> Result<bool, Error> {
    Ok(execute!(tx, BEGIN, mailing, true, false)? == 1)
}

pub(super) async fn end(tx: &mut Tx, mailing: &str) -> Result<(), Error> {
    execute!(tx, END, mailing, true)?;
    Ok(())
}

/// Somebody whom a round has still to write to.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Next {
    pub wave: String,
    pub address: String,
    pub recipient: String,
}

pub(super) async fn next(tx: &mut Tx, round: &Due, at_most: i64) -> Result<Vec<Next>, Error> {
    if round.reminds {
        return Ok(all!(tx, NEXT_REMINDED, &round.wave, false, at_most, &round.id)?);
    }
    Ok(all!(tx, NEXT, &round.wave, false, at_most)?)
}

pub(super) async fn written(tx: &mut Tx, next: &Next, mailing: &str) -> Result<(), Error> {
    execute!(tx, WRITTEN, &next.wave, &next.address, mailing)?;
    Ok(())
}

/// Services and waves that have closed, and whose invited are still known.
pub(super) async fn closed(tx: &mut Tx) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, CLOSED, true)?)
}

/// Forgets who was invited to a wave, and says how many they were.
pub(super) async fn forget(tx: &mut Tx, wave: &str) -> Result<u64, Error> {
    Ok(execute!(tx, FORGET, wave)?)
}

/// Somebody who has answered, on the way to another place in the table.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Answered {
    wave: String,
    address: String,
    service: String,
    link: String,
    recipient: String,
    mailing: Option<String>,
}

impl Mixed for Answered {
    async fn waiting(tx: &mut Tx) -> Result<Vec<String>, Error> {
        let waves: Vec<(String,)> = all!(tx, WAITING, true, false)?;
        Ok(waves.into_iter().map(|(wave,)| wave).collect())
    }

    async fn hold(tx: &mut Tx, wave: &str) -> Result<(), Error> {
        hold(tx, wave).await
    }

    async fn take(tx: &mut Tx, wave: &str, mixed: bool, at_most: i64) -> Result<Vec<Self>, Error> {
        Ok(all!(tx, TAKE, wave, mixed, at_most, true)?)
    }

    async fn put(&self, tx: &mut Tx) -> Result<(), Error> {
        let Self { wave, address, service, link, recipient, mailing } = self;
        execute!(tx, PUT, wave, address, service, link, recipient, mailing, true)?;
        Ok(())
    }
}

/// The invited of a wave are changed and mixed one after the other.
pub(super) async fn hold(tx: &mut Tx, wave: &str) -> Result<(), Error> {
    execute!(tx, HOLD, wave)?;
    Ok(())
}
