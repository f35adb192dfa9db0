//! The way out: a mail as mail servers take it, and what they say to it.

use std::time::{Duration, SystemTime};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp,
};
use tokio::time::timeout;

use super::{
    CODE, INVITATION, OWN_CODE, STOP_CODE, code_in, invitation_code, own_code, returned, sql::Leased, stop_code,
};
use crate::{
    app::App,
    error::Error,
    pepper::{Pepper, Purpose},
    seal,
};

/// How long one try may take; well within the lease.
const PATIENCE: Duration = Duration::from_mins(1);

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

    pub(super) async fn send(&self, app: &App, mail: &Leased, now: i64) -> Result<(), Unsent> {
        let message = self.message(&app.pepper, &app.base_url, mail, now).map_err(Unsent::ForNow)?;
        match timeout(PATIENCE, self.smtp.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() && returned::says_no_such_address(&error.to_string()) => {
                Err(Unsent::NoSuchAddress)
            }
            Ok(Err(error)) => Err(Unsent::ForNow(why(&error))),
            Err(_) => Err(Unsent::ForNow("the mail server took too long".to_owned())),
        }
    }

    pub(super) fn message(&self, pepper: &Pepper, base_url: &str, mail: &Leased, now: i64) -> Result<Message, String> {
        let recipient = seal::open(pepper, Purpose::MailAddress, &mail.id, &mail.recipient)
            .map_err(|_| "the stored address cannot be read with this server's secret".to_owned())?;
        let to = recipient.parse::<Address>().map_err(|_| "the stored address is none".to_owned())?;
        let date = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(now).unwrap_or(0));
        // Keeps "I am on holiday" from being sent back.
        let header = |name, value| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        let automatic = header("Auto-Submitted", "auto-generated".to_owned());
        let stop_code = stop_code(pepper, &recipient);
        let mut message = Message::builder();
        if let Some(service) = &mail.service {
            // RFC 8058: what mail programs show as "unsubscribe" works with one press.
            let stop = format!("<{base_url}/{service}/invitations/stop/{stop_code}>");
            message = message.raw_header(header("List-Unsubscribe", stop));
            message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        let invitation = mail.wave.as_ref().map_or_else(String::new, |wave| invitation_code(pepper, wave, &recipient));
        let body = mail.body.replace(CODE, &code_in(pepper, &mail.id)).replace(INVITATION, &invitation);
        message
            .message_id(Some(format!("<{}@{}>", message_name(pepper, &mail.id, &recipient), self.from.email.domain())))
            .date(date)
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&mail.subject)
            .header(ContentType::TEXT_PLAIN)
            .raw_header(automatic)
            .body(body.replace(OWN_CODE, &own_code(pepper, &recipient)).replace(STOP_CODE, &stop_code))
            .map_err(|error| error.to_string())
    }
}

/// Why a mail was not taken.
pub(super) enum Unsent {
    /// It may be, later.
    ForNow(String),
    /// There is no such address.
    NoSuchAddress,
}

/// What a mail is known by to mail servers. It follows from the address as well, so that nobody can make up that a mail
/// of ours came back.
pub(super) fn message_name(pepper: &Pepper, id: &str, address: &str) -> String {
    format!("{id}.{}", pepper.derive(Purpose::MessageName, &format!("{id}\n{address}")))
}

/// What went wrong, without the words of the mail server: they often repeat the address.
fn why(error: &smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_response() => "the mail server answered what cannot be read".to_owned(),
        None => error.to_string(),
    }
}
