//! Mail: queued in the transaction of its cause, sent by a worker that tries again until it is too late to be of use.
//!
//! A mail is leased before it is sent and deleted after, so that no address is kept and two servers do not send the
//! same one. While it waits, its address is sealed and its id is random: who signed up after answering can be told
//! neither by whoever has the database alone nor by when they did. All tries of a mail carry the same Message-ID: where a server dies between sending and deleting, the
//! second copy is known as one.
//!
//! Mails to many, which invite to a wave or tell what happened, let all others go first, and carry the way to have no more of them. An address
//! that a mail server says it does not have is remembered, and is not written to again ([`returned`]).

mod outgoing;
pub(crate) mod returned;
pub(crate) mod sql;
#[cfg(test)]
mod tests;

use std::time::Duration;

use lettre::Address;
use tokio::{sync::watch, time::sleep};

pub use outgoing::Outgoing;
use outgoing::Unsent;

use crate::{
    app::App,
    clock::{HOUR, MINUTE, random_key},
    db::Tx,
    error::Error,
    pepper::{Pepper, Purpose},
    seal,
};

/// Stands in a body for a code that follows from the mail's id. Its signs are taken out of all that people type
/// ([`heard_core::text::visible`]), so that nobody's words can ask for a code. It is put in when the mail is sent, so that the
/// database holds nothing that opens a door.
pub const CODE: &str = "\u{1a}code\u{1a}";

/// The same for the code of whoever has the address: every mail to it carries the same.
pub const OWN_CODE: &str = "\u{1a}own code\u{1a}";

/// The same for the code that stops invitations to an address: it opens nothing else.
pub const STOP_CODE: &str = "\u{1a}stop code\u{1a}";

/// The same for the code of an invitation: it follows from the wave and the address.
pub const INVITATION: &str = "\u{1a}invitation\u{1a}";

/// How often the worker looks for mail.
const LOOK: Duration = Duration::from_secs(2);
/// How long a server may have a mail before another takes it up, in milliseconds.
const LEASED: i64 = 10 * MINUTE;
/// How long a try that is under way may go on after the server was told to stop.
const GRACE: Duration = Duration::from_secs(10);
/// How often the end of a mail that was sent is written down before it is left to the lease.
const TRIES_TO_FORGET: usize = 5;
/// The longest address that mail servers take.
const LONGEST_ADDRESS: usize = 254;

/// A mail to one person, in plain text.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The address.
    pub to: &'a str,
    /// One line.
    pub subject: &'a str,
    /// May hold [`CODE`] and [`OWN_CODE`].
    pub body: &'a str,
    /// When it is of no use any more, in milliseconds since 1970 UTC.
    pub give_up: i64,
    /// The wave that it invites to, where it is one mail of many. Its body may hold [`INVITATION`].
    pub wave: Option<&'a str>,
}

/// An e-mail address in the form that we keep, or nothing where it is none: without spaces around, in lower case. It has to
/// lead to another machine than ours.
pub fn address(typed: &str) -> Option<String> {
    let address = typed.trim().to_lowercase();
    let plain = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    let fits = address.len() <= LONGEST_ADDRESS;
    let leads_out = address.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    (plain && fits && leads_out && address.parse::<Address>().is_ok()).then_some(address)
}

/// Queues a mail and returns its id. What invites to a wave is one of many.
pub async fn queue(tx: &mut Tx, pepper: &Pepper, letter: &Letter<'_>, now: i64) -> Result<String, Error> {
    put(tx, pepper, letter, now, letter.wave.is_some()).await
}

/// Queues a mail that is one of many: it lets all others go first.
pub async fn queue_one_of_many(tx: &mut Tx, pepper: &Pepper, letter: &Letter<'_>, now: i64) -> Result<(), Error> {
    put(tx, pepper, letter, now, true).await.map(|_id| ())
}

async fn put(tx: &mut Tx, pepper: &Pepper, letter: &Letter<'_>, now: i64, many: bool) -> Result<String, Error> {
    let to = address(letter.to).ok_or(Error::Refused("That is not an e-mail address."))?;
    if letter.subject.contains(char::is_control) {
        return Err(Error::Refused("The subject of a mail is one line."));
    }
    let id = random_key();
    let sealed = seal::seal(pepper, Purpose::MailAddress, &id, &to)?;
    // Due since the hour began: the same as at once, and says less.
    let due = now - now.rem_euclid(HOUR);
    let address = address_hash(pepper, &to);
    let Letter { subject, body, give_up, wave, .. } = *letter;
    let invites = wave.map(|wave| (wave, &*address));
    sql::queue(tx, &sql::Queued { id: &id, recipient: &sealed, subject, body, due, give_up, invites, many }).await?;
    Ok(id)
}

/// Deletes what still waits to invite an address to a wave, by its [`address_hash`].
pub async fn take_back(tx: &mut Tx, wave: &str, address: &str) -> Result<(), Error> {
    sql::take_back(tx, wave, address).await
}

/// Deletes all that still waits to invite to a wave.
pub async fn take_all_back(tx: &mut Tx, wave: &str) -> Result<(), Error> {
    sql::take_all_back(tx, wave).await
}

/// What is kept of an address where the address is not: the same in every table that invites.
pub fn address_hash(pepper: &Pepper, address: &str) -> String {
    of_stop_code(pepper, &stop_code(pepper, address))
}

/// The same, of the code that stops invitations to it.
pub fn of_stop_code(pepper: &Pepper, stop_code: &str) -> String {
    pepper.hash(Purpose::StopInvitations, stop_code)
}

/// The code that stands in the place of [`CODE`] when the mail with this id is sent.
pub fn code_in(pepper: &Pepper, id: &str) -> String {
    pepper.derive(Purpose::SignIn, id)
}

/// The code that stands in the place of [`OWN_CODE`] in mails to this address.
pub fn own_code(pepper: &Pepper, address: &str) -> String {
    pepper.derive(Purpose::Recipient, address)
}

/// The code that stops invitations to this address.
fn stop_code(pepper: &Pepper, address: &str) -> String {
    pepper.derive(Purpose::StopInvitations, address)
}

/// The code of an address's invitation to a wave: the same in its every mail.
pub fn invitation_code(pepper: &Pepper, wave: &str, address: &str) -> String {
    pepper.derive(Purpose::Invitation, &format!("{wave}\n{address}"))
}

/// Sends what is queued until `stop` says so, or is gone. Without a way out, mails stay queued.
pub async fn run(app: App, outgoing: Option<Outgoing>, stop: watch::Receiver<bool>) {
    let Some(outgoing) = outgoing else {
        tracing::warn!("no mail server is set (HEARD_SMTP_URL, HEARD_MAIL_FROM): mails stay queued");
        return;
    };
    let work = async {
        while !is_told(&stop) {
            let busy = send_next(&app, &outgoing).await.unwrap_or_else(|error| {
                tracing::error!(%error, "the queue of mail cannot be read");
                false
            });
            if !busy {
                tokio::select! { () = sleep(LOOK) => {}, () = told(stop.clone()) => {} }
            }
        }
    };
    let cut_off = async {
        told(stop.clone()).await;
        sleep(GRACE).await;
    };
    tokio::select! { () = work => {}, () = cut_off => {} }
}

fn is_told(stop: &watch::Receiver<bool>) -> bool {
    *stop.borrow() || stop.has_changed().is_err()
}

async fn told(mut stop: watch::Receiver<bool>) {
    // An error means that whoever could tell us is gone.
    let _gone = stop.wait_for(|stop| *stop).await.is_err();
}

/// Sends the mail that has waited longest; `false` when none is due. What goes wrong with the mail itself is written
/// to the log by its id, never by its address.
async fn send_next(app: &App, outgoing: &Outgoing) -> Result<bool, Error> {
    let now = app.clock.now();
    let Some(id) = sql::due(&mut app.db.read().await?, now).await? else { return Ok(false) };
    let mut tx = app.db.write().await?;
    let leased = sql::lease(&mut tx, &id, now, now + LEASED).await?;
    tx.commit().await?;
    let Some(mail) = leased else { return Ok(true) };
    if mail.give_up <= now {
        tracing::error!(
            mail = mail.id,
            attempts = mail.attempts - 1,
            "a mail was not delivered in time and is given up"
        );
        forget(app, &mail.id).await;
        return Ok(true);
    }
    let cause = match (outgoing.send(app, &mail, now).await, &mail.address) {
        (Ok(()), _) => {
            forget(app, &mail.id).await;
            return Ok(true);
        }
        (Err(Unsent::NoSuchAddress), Some(address)) => {
            let mut tx = app.db.write().await?;
            sql::remember_gone(&mut tx, address, &app.clock.today().to_string()).await?;
            sql::forget(&mut tx, &mail.id).await?;
            tx.commit().await?;
            return Ok(true);
        }
        (Err(Unsent::NoSuchAddress), None) => "the mail server has no such address".to_owned(),
        (Err(Unsent::ForNow(cause)), _) => cause,
    };
    tracing::warn!(mail = mail.id, attempts = mail.attempts, cause, "a mail was not taken: trying again later");
    let mut tx = app.db.write().await?;
    sql::try_later(&mut tx, &mail.id, next_minute(app.clock.now() + wait_after(mail.attempts))).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes a mail that is done with. A mail that was sent and is still there would be sent again.
async fn forget(app: &App, id: &str) {
    for _ in 0..TRIES_TO_FORGET {
        match try_to_forget(app, id).await {
            Ok(()) => return,
            Err(error) => tracing::error!(%error, mail = id, "a mail that is done with is still queued"),
        }
        sleep(LOOK).await;
    }
}

async fn try_to_forget(app: &App, id: &str) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    sql::forget(&mut tx, id).await?;
    tx.commit().await
}

/// How long a mail waits after so many tries: a minute, then twice as long each time, six hours at most.
fn wait_after(attempts: i64) -> i64 {
    let doublings = attempts.clamp(1, 10) - 1;
    (MINUTE << doublings).min(6 * HOUR)
}

/// The first full minute that is not before a time: by the second, it would tell when a mail was queued.
fn next_minute(time: i64) -> i64 {
    time + (-time).rem_euclid(MINUTE)
}
