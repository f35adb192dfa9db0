//! The mail that asks an address to confirm, and what ends every mail.

use heard_core::text::Lang;

use super::place::Place;
use crate::{mail::OWN_CODE, words::words};

/// Subject and body, in the reader's language.
pub(super) fn confirm(base_url: &str, place: &Place) -> (String, String) {
    let words = words(&place.lang);
    let body = format!(
        "{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}",
        words.mail_hello,
        words.mail_asked(&place.house.name),
        words.mail_open,
        link(base_url, &place.house.key, "yes"),
        words.mail_not_you,
        stop(base_url, &place.house.key, &place.lang),
    );
    (words.mail_subject(&place.house.name), body)
}

/// How to have no more mails, with the link that does it.
pub(super) fn stop(base_url: &str, service: &str, lang: &Lang) -> String {
    format!("{}\n\n{}\n", words(lang).mail_stop, link(base_url, service, "stop"))
}

fn link(base_url: &str, service: &str, what: &str) -> String {
    format!("{base_url}/{service}/tell-me/{what}/{OWN_CODE}")
}
