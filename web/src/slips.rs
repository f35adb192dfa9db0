//! Codes on slips of paper, which are printed, cut, shuffled and handed out: whoever holds one may do one thing, once.
//!
//! A code is made in memory and shown on the one page that is printed; what is kept of it is its keyed hash. A code is
//! found by that hash as a whole, so how long an answer takes tells nothing of its parts. Where a slip is scanned, its
//! code is swapped at once for a cookie, and the address is a clean one; where it is typed, the same.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

use crate::{app::App, clock::random_below, cookie, page};

/// The cookie that carries a code from one page to the next.
const COOKIE: &str = "slip";
/// Letters and digits that nobody takes for another, by eye or by ear.
const SIGNS: &[u8; 30] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";
/// 12 signs of 30: 58 bits.
const LENGTH: usize = 12;
/// How they are written: in groups of four.
const GROUP: usize = 4;

/// A code that nobody has.
pub fn new_code() -> String {
    (0..LENGTH).map(|_| char::from(SIGNS[random_below(SIGNS.len())])).collect()
}

/// A code as somebody typed it, if it can be one: capitals or not, with blanks and strokes or without.
pub fn read(typed: &str) -> Option<String> {
    let signs = typed.chars().filter(|c| !c.is_whitespace() && !"-–—.".contains(*c));
    let code: String = signs.map(|c| c.to_ascii_uppercase()).collect();
    (code.len() == LENGTH && code.bytes().all(|sign| SIGNS.contains(&sign))).then_some(code)
}

/// A code as it is printed and read aloud.
pub fn written(code: &str) -> String {
    let groups: Vec<_> = code.as_bytes().chunks(GROUP).map(String::from_utf8_lossy).collect();
    groups.join("-")
}

/// Takes a code along to a page, out of the address.
pub fn carry(app: &App, code: &str, to: &str, path: &str) -> Response {
    // What can be no code is not repeated in a header.
    let code = read(code).unwrap_or_default();
    ([(header::SET_COOKIE, cookie::set(COOKIE, &code, path, app.secure()))], Redirect::to(to)).into_response()
}

/// The code that was taken along.
pub fn carried(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie::read(headers, COOKIE, app.secure()).and_then(read)
}

/// Leaves the code behind when it is used.
pub fn used(app: &App, path: &str, more: Option<HeaderValue>, response: impl IntoResponse) -> Response {
    let cookies = [cookie::clear(COOKIE, path, app.secure())].into_iter().chain(more);
    let cookies: Vec<_> = cookies.map(|cookie| (header::SET_COOKIE, cookie)).collect();
    (AppendHeaders(cookies), response).into_response()
}

/// A slip to be printed.
pub struct Slip {
    /// What it is for, in a line.
    pub heading: String,
    /// The code.
    pub code: String,
    /// The address that is scanned.
    pub scanned: String,
    /// The short address where the code is typed.
    pub typed: String,
}

/// Slips, one below the other, to be cut apart.
pub fn sheet(slips: &[Slip]) -> Markup {
    html! {
        div class="letter" {
            @for (place, slip) in slips.iter().enumerate() {
                div class="way card" {
                    (page::qr(&slip.scanned, &format!("QR code of slip {}", place + 1)))
                    div {
                        p { strong { (slip.heading) } }
                        p { span class="code" { (written(&slip.code)) } }
                        p class="small" { "Scan it with a phone, or go to " strong { (slip.typed) } " and type the code. It works once." }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = new_code();
        assert_eq!(read(&written(&code)), Some(code.clone()));
        assert_eq!(read(&format!(" {} ", written(&code).to_lowercase().replace('-', " – "))), Some(code.clone()));
        assert_eq!((written(&code).len(), code.len()), (14, 12));
        for bad in ["", "ABCD-EFGH", "ABCD-EFGH-JKL1", "ABCDEFGHJKMNP", "ÄBCDEFGHJKM"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
