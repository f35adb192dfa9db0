//! The mail that asks an address to confirm.

use super::place::Place;
use crate::{mail::OWN_CODE, words::words};

/// Subject and body, in the reader's language.
pub(super) fn confirm(base_url: &str, place: &Place) -> (String, String) {
    let words = words(&place.lang);
    let link = |what: &str| format!("{base_url}/{}/tell-me/{what}/{OWN_CODE}", place.house.key);
    let body = format!(
        "{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n",
        words.mail_hello,
        words.mail_asked(&place.house.name),
        words.mail_open,
        link("yes"),
        words.mail_not_you,
        words.mail_stop,
        link("stop"),
    );
    (words.mail_subject(&place.house.name), body)
}
