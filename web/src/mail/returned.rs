//! Mail that comes back. What a mail server says when it is given a mail, and what it sends later (RFC 3464), is read for
//! one thing only: that there is no such address. A server that is busy, full, or does not like us says nothing about it.

use std::sync::LazyLock;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::{address, address_hash, outgoing::message_name, sql};
use crate::{
    db::{Db, Tx},
    error::Error,
    pepper::Pepper,
};

/// The status codes (RFC 3463) that say so: no such mailbox, no such domain, no address at all, moved without another
/// one, no mail taken there, disabled for good.
const NO_SUCH_ADDRESS: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

/// The largest mail that is read, in bytes.
pub(crate) const LARGEST: u64 = 5 << 20;

/// What came of a mail that was handed to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Returned {
    /// An address is not written to again.
    NoSuchAddress,
    /// It says nothing of the kind about a mail of ours.
    Nothing,
}

/// Whether an answer of a mail server says that there is no such address.
pub(super) fn says_no_such_address(answer: &str) -> bool {
    answer.split(|c: char| !c.is_ascii_digit() && c != '.').any(|word| NO_SUCH_ADDRESS.contains(&word))
}

/// Forgets what was said before a day: an address may have come back.
pub(crate) async fn forget_before(tx: &mut Tx, day: &str) -> Result<(), Error> {
    sql::forget_gone(tx, day).await
}

/// Reads a mail that came to the address which our mails are from.
pub(crate) async fn take(db: &Db, pepper: &Pepper, mail: &[u8], today: &str) -> Result<Returned, Error> {
    let Some(address) = gone(pepper, mail) else { return Ok(Returned::Nothing) };
    let mut tx = db.write().await?;
    sql::remember_gone(&mut tx, &address_hash(pepper, &address), today).await?;
    tx.commit().await?;
    Ok(Returned::NoSuchAddress)
}

static PARSER: LazyLock<MessageParser> = LazyLock::new(MessageParser::default);

/// The address that a report says is gone, where the report is about a mail that we sent to it.
fn gone(pepper: &Pepper, mail: &[u8]) -> Option<String> {
    let report = PARSER.parse(mail)?;
    let addresses = report.parts.iter().filter(|part| is(part, "delivery-status")).flat_map(failed);
    let (id, code) = report.parts.iter().find_map(returned_id)?;
    addresses.into_iter().find(|address| message_name(pepper, &id, address) == format!("{id}.{code}"))
}

fn is(part: &MessagePart<'_>, subtype: &str) -> bool {
    part.content_type().is_some_and(|kind| kind.c_subtype.as_deref().is_some_and(|s| s.eq_ignore_ascii_case(subtype)))
}

/// The addresses that a part with delivery statuses says are gone, as they were written to and as they ended up.
fn failed(part: &MessagePart<'_>) -> Vec<String> {
    let text = String::from_utf8_lossy(part.contents()).replace("\r\n", "\n");
    let of_recipient = |group: &str| {
        let fields =
            || group.lines().filter_map(|line| line.split_once(':')).map(|(name, value)| (name.trim(), value.trim()));
        let field = |wanted: &str| fields().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value);
        let is_final = field("Action").is_some_and(|action| action.eq_ignore_ascii_case("failed"));
        // Some servers keep to 5.0.0, and repeat what the next one answered.
        let is_gone = ["Status", "Diagnostic-Code"].into_iter().filter_map(field).any(says_no_such_address);
        let names = ["Original-Recipient", "Final-Recipient"].into_iter().filter(move |_| is_final && is_gone);
        names.filter_map(|name| address(field(name)?.split_once(';')?.1)).collect::<Vec<_>>()
    };
    text.split("\n\n").flat_map(of_recipient).collect()
}

/// Our id of the mail that came back, and the code after it; from the mail itself or its head alone.
fn returned_id(part: &MessagePart<'_>) -> Option<(String, String)> {
    let read = |message: &Message<'_>| {
        let name = message.message_id()?.split_once('@')?.0;
        let (id, code) = name.rsplit_once('.')?;
        Some((id.to_owned(), code.to_owned()))
    };
    match &part.body {
        PartType::Message(message) => read(message),
        PartType::Text(head) if is(part, "rfc822-headers") => read(&PARSER.parse_headers(head.as_bytes())?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pepper() -> Pepper {
        Pepper::from_hex(&"7".repeat(64)).unwrap()
    }

    /// A report as Postfix writes it, about a mail to `to`.
    fn report(name: &str, to: &str, action: &str, status: &str, returned: &str) -> Vec<u8> {
        format!(
            "From: MAILER-DAEMON@mx.example.org\r\nTo: heard@heard.example\r\nSubject: Undelivered Mail Returned to Sender\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n\
             --B\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI'm sorry to have to inform you.\r\n\r\n\
             --B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n\
             Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n\
             Diagnostic-Code: smtp; 550 unknown\r\n\r\n\
             --B\r\nContent-Type: {returned}\r\n\r\nMessage-ID: <{name}@heard.example>\r\nTo: {to}\r\nSubject: Music\r\n\r\n--B--\r\n"
        )
        .into_bytes()
    }

    #[test]
    fn a_report_that_there_is_no_such_address_is_believed_where_the_mail_was_ours() {
        let ours = message_name(&pepper(), "abc", "ann@example.org");
        for returned in ["message/rfc822", "text/rfc822-headers"] {
            let read = |to, action, status| gone(&pepper(), &report(&ours, to, action, status, returned));
            assert_eq!(read("ann@example.org", "failed", "5.1.1").as_deref(), Some("ann@example.org"), "{returned}");
            assert_eq!(read("Ann@Example.org", "failed", "5.2.1").as_deref(), Some("ann@example.org"));
            assert_eq!(read("ann@example.org", "delayed", "5.1.1"), None);
            assert_eq!(read("ann@example.org", "failed", "4.4.1"), None, "it is busy");
            assert_eq!(read("ann@example.org", "failed", "5.7.1"), None, "it does not like us");
            assert_eq!(read("bo@example.org", "failed", "5.1.1"), None, "that mail was Ann's");
        }
        let made_up = report("abc.def", "ann@example.org", "failed", "5.1.1", "message/rfc822");
        assert_eq!(gone(&pepper(), &made_up), None);
    }

    #[test]
    fn what_is_no_report_says_nothing() {
        for mail in [&b""[..], b"\xff\xfe", b"Subject: hello\r\n\r\nAction: failed\r\n", &b"--B\r\n".repeat(10_000)] {
            assert_eq!(gone(&pepper(), mail), None);
        }
    }

    #[test]
    fn answers_of_mail_servers_are_told_apart() {
        assert!(says_no_such_address("permanent error (550): 5.1.1 <ann@example.org>: Recipient address rejected"));
        assert!(says_no_such_address("permanent error (550): 5.1.10 RESOLVER.ADR.RecipientNotFound"));
        for other in
            ["550 relay not permitted", "554 5.7.1 blocked", "535 5.7.8 bad password", "550 5.1.8 sender", "5.1.11"]
        {
            assert!(!says_no_such_address(other), "{other}");
        }
    }
}
