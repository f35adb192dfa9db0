//! Mail: queued in the transaction of its cause, sent by a worker that tries again until it is too late to be of use.
//!
//! A mail is leased before it is sent and deleted after, so that no address is kept and two servers do not send the
//! same one. While it waits, its address is sealed and its id is random: who signed up after answering can be told
//! neither by whoever has the database alone nor by when they did. All tries of a mail carry the same Message-ID: where a server dies between sending and deleting, the
//! second copy is known as one.

#[cfg(test)]
mod tests;

use std::time::{Duration, SystemTime};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp,
};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

use crate::{
    app::App,
    clock::{HOUR, MINUTE, random_key},
    db::{Tx, execute, maybe, sql},
    error::Error,
    pepper::{Pepper, Purpose},
    seal,
};

sql! {
    QUEUE = "insert into outbox (id, recipient, subject, body, due, give_up) values ($1, $2, $3, $4, $5, $6)";
    DUE = "select id from outbox where due <= $1 order by due, id limit 1";
    /// Of two servers that lease the same mail, the second finds that it is not due any more.
    LEASE = "update outbox set attempts = attempts + 1, due = $3 where id = $1 and due <= $2 \
        returning id, recipient, subject, body, attempts, give_up";
    TRY_LATER = "update outbox set due = $2 where id = $1";
    FORGET = "delete from outbox where id = $1";
}

/// Stands in a body for a code that follows from the mail's id. It is put in when the mail is sent, so that the
/// database holds nothing that opens a door.
pub const CODE: &str = "{code}";

/// The same for the code of whoever has the address: every mail to it carries the same.
pub const OWN_CODE: &str = "{own code}";

/// How often the worker looks for mail.
const LOOK: Duration = Duration::from_secs(2);
/// How long a server may have a mail before another takes it up, in milliseconds.
const LEASED: i64 = 10 * MINUTE;
/// How long one try may take; well within the lease.
const PATIENCE: Duration = Duration::from_mins(1);
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
}

/// An e-mail address in the form that we keep, or nothing where it is none: without spaces around, in lower case.
pub fn address(typed: &str) -> Option<String> {
    let address = typed.trim().to_lowercase();
    let plain = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    let fits = address.len() <= LONGEST_ADDRESS;
    (plain && fits && address.parse::<Address>().is_ok()).then_some(address)
}

/// Queues a mail and returns its id.
pub async fn queue(tx: &mut Tx, pepper: &Pepper, letter: &Letter<'_>, now: i64) -> Result<String, Error> {
    let to = address(letter.to).ok_or(Error::Refused("That is not an e-mail address."))?;
    if letter.subject.contains(char::is_control) {
        return Err(Error::Refused("The subject of a mail is one line."));
    }
    let id = random_key();
    let sealed = seal::seal(pepper, Purpose::MailAddress, &id, &to)?;
    // Due since the hour began: the same as at once, and says less.
    execute!(tx, QUEUE, &id, sealed, letter.subject, letter.body, now - now.rem_euclid(HOUR), letter.give_up)?;
    Ok(id)
}

/// The code that stands in the place of [`CODE`] when the mail with this id is sent.
pub fn code_in(pepper: &Pepper, id: &str) -> String {
    pepper.derive(Purpose::SignIn, id)
}

/// The code that stands in the place of [`OWN_CODE`] in mails to this address.
pub fn own_code(pepper: &Pepper, address: &str) -> String {
    pepper.derive(Purpose::Recipient, address)
}

/// The way out: a mail server, and whom our mail is from.
#[derive(Clone, Debug)]
pub struct Outgoing {
    smtp: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Outgoing {
    /// Reads the settings: `smtps://user:password@host`, `smtp://user:password@host:587?tls=required`, or
    /// `smtp://host` for a server of one's own; and `Name <address>`.
    pub fn new(url: &str, from: &str) -> Result<Self, Error> {
        let smtp =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|e| Error::fault("mail server", why(&e)))?;
        let from = from.parse().map_err(|e| Error::fault("sender of mail", e))?;
        Ok(Self { smtp: smtp.timeout(Some(PATIENCE / 2)).build(), from })
    }

    async fn send(&self, pepper: &Pepper, mail: &Leased, now: i64) -> Result<(), String> {
        let message = self.message(pepper, mail, now)?;
        match timeout(PATIENCE, self.smtp.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(why(&error)),
            Err(_) => Err("the mail server took too long".to_owned()),
        }
    }

    fn message(&self, pepper: &Pepper, mail: &Leased, now: i64) -> Result<Message, String> {
        let recipient = seal::open(pepper, Purpose::MailAddress, &mail.id, &mail.recipient)
            .map_err(|_| "the stored address cannot be read with this server's secret".to_owned())?;
        let to = recipient.parse::<Address>().map_err(|_| "the stored address is none".to_owned())?;
        let date = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(now).unwrap_or(0));
        // Keeps "I am on holiday" from being sent back.
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
        let body = mail.body.replace(CODE, &code_in(pepper, &mail.id));
        Message::builder()
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .date(date)
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&mail.subject)
            .header(ContentType::TEXT_PLAIN)
            .raw_header(automatic)
            .body(body.replace(OWN_CODE, &own_code(pepper, &recipient)))
            .map_err(|error| error.to_string())
    }
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

/// A mail that is ours to send for a while.
#[derive(Debug, sqlx::FromRow)]
struct Leased {
    id: String,
    recipient: String,
    subject: String,
    body: String,
    attempts: i64,
    give_up: i64,
}

/// Sends the mail that has waited longest; `false` when none is due. What goes wrong with the mail itself is written
/// to the log by its id, never by its address.
async fn send_next(app: &App, outgoing: &Outgoing) -> Result<bool, Error> {
    let now = app.clock.now();
    let due: Option<(String,)> = maybe!(&mut app.db.read().await?, DUE, now)?;
    let Some((id,)) = due else { return Ok(false) };
    let mut tx = app.db.write().await?;
    let leased: Option<Leased> = maybe!(&mut tx, LEASE, id, now, now + LEASED)?;
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
    match outgoing.send(&app.pepper, &mail, now).await {
        Ok(()) => forget(app, &mail.id).await,
        Err(cause) => {
            tracing::warn!(mail = mail.id, attempts = mail.attempts, cause, "a mail was not taken: trying again later");
            let mut tx = app.db.write().await?;
            execute!(&mut tx, TRY_LATER, &mail.id, next_minute(app.clock.now() + wait_after(mail.attempts)))?;
            tx.commit().await?;
        }
    }
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
    execute!(&mut tx, FORGET, id)?;
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

/// What went wrong, without the words of the mail server: they often repeat the address.
fn why(error: &smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_response() => "the mail server answered what cannot be read".to_owned(),
        None => error.to_string(),
    }
}
