//! Reading what a form posted: strictly, so that nothing is guessed, and whole, so that it can be shown again.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Request},
    http::header::CONTENT_TYPE,
};
use heard_core::{answer::Typed, text::visible};
use jiff::civil::Date;
use percent_encoding::percent_decode;
use tokio::time::timeout;

use crate::{app::App, error::Error};

/// The largest form that is read. The longest survey page with every text full stays well below it.
const MOST_BYTES: usize = 128 * 1024;
/// The same of staff, whose pages hold all texts of a section in a script of many bytes, twice.
const MOST_BYTES_OF_STAFF: usize = 1 << 20;

/// How large a form that is sent to an address may be.
pub fn most_bytes(path: &str) -> usize {
    if path.starts_with("/staff/") { MOST_BYTES_OF_STAFF } else { MOST_BYTES }
}

/// The fields of a posted form, as they were typed.
#[derive(Debug)]
pub struct PostedForm(pub Typed);

impl PostedForm {
    /// What was typed, if the form has these fields and no others, none of them twice.
    pub fn only(self, fields: &[&str]) -> Result<Typed, Error> {
        self.with_several(fields, &[])
    }

    /// The same, where some more fields may come any number of times.
    pub fn with_several(self, fields: &[&str], several: &[&str]) -> Result<Typed, Error> {
        let once = |field: &str| fields.contains(&field) && self.0.all(field).len() == 1;
        let known = |field: &str| once(field) || several.contains(&field);
        if !self.0.fields().all(known) {
            return Err(Error::Refused("What came is not what our page asks for. Go back and load it again."));
        }
        Ok(self.0)
    }
}

impl FromRequest<App> for PostedForm {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Error::Refused("This address takes forms of our own pages only."));
        }
        let most = most_bytes(request.uri().path());
        let bytes = timeout(app.patience, to_bytes(request.into_body(), most)).await;
        let bytes = bytes.map_err(|_| Error::TooSlow)?.map_err(|_| Error::TooLarge)?;
        parse(&bytes).map(Self)
    }
}

/// A day as people write it: `1 March 2027`, `1st Mar 2027`, `Monday, 1 March 2027`, `March 1, 2027`, `1/3/2027` or `1/3/27`
/// (the day first, as in England) or `2027-03-01`.
pub fn day(written: &str) -> Option<Date> {
    let lower = written.to_lowercase().replace(',', " ");
    let words: Vec<_> =
        lower.split_whitespace().filter(|word| !is_weekday(word) && *word != "of").map(number).collect();
    let plain = words.join(" ").replace("sept ", "sep ");
    let forms = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d/%m/%Y", "%d.%m.%Y"];
    // A blank in a form also stands for none: "March 2027" is not the 20th of March 27.
    let mut fitting = forms.iter().filter(|form| form.split(' ').count() == words.len());
    let day = fitting.find_map(|form| Date::strptime(form, &plain).ok())?;
    // Staff write of days that are near: two figures for a year are of this century.
    let day = if day.year() < 100 { Date::new(day.year() + 2000, day.month(), day.day()).ok()? } else { day };
    (1900..=9998).contains(&day.year()).then_some(day)
}

/// Whether a word is a day of the week, or the beginning of one.
fn is_weekday(word: &str) -> bool {
    let week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3 && week.iter().any(|day| day.starts_with(word.trim_end_matches('.')))
}

/// A number without the letters that make it an ordinal.
fn number(word: &str) -> &str {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    bare.filter(|bare| !bare.is_empty() && bare.bytes().all(|sign| sign.is_ascii_digit())).unwrap_or(word)
}

/// A code of ours that stands in an address, if it can be one: what is none is not repeated on a page.
pub fn code(written: &str) -> Result<&str, Error> {
    let plain = written.len() < 64 && written.bytes().all(|b| b.is_ascii_alphanumeric());
    if plain { Ok(written) } else { Err(Error::NotFound) }
}

/// The fields of an address, such as `a=1&b=2`, read as those of a form.
pub fn parse(bytes: &[u8]) -> Result<Typed, Error> {
    bytes
        .split(|b| *b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |b| *b == b'=');
            let mut half = || decode(halves.next().unwrap_or_default());
            // What is pasted often brings along signs that nobody sees.
            Ok((half()?, visible(half()?)))
        })
        .collect()
}

fn decode(half: &[u8]) -> Result<String, Error> {
    let spaced: Vec<u8> = half.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    let text = percent_decode(&spaced)
        .decode_utf8()
        .map_err(|_| Error::Refused("What came is not text. Go back, and type your answer again."))?;
    // PostgreSQL cannot hold it and no keyboard types it.
    if text.contains('\0') {
        return Err(Error::Refused("What came is not text. Go back, and type your answer again."));
    }
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_browsers_write_them() {
        let typed = parse(b"why=too+dear%21&who=a&who=b&empty=&=&%C5%82=%F0%9F%8E%B5").unwrap();
        assert_eq!(typed.first("why"), "too dear!");
        assert_eq!(typed.all("who"), ["a", "b"]);
        assert_eq!(typed.all("empty"), [""]);
        assert_eq!(typed.first("ł"), "🎵");
    }

    #[test]
    fn what_only_hides_or_turns_text_is_left_out_of_values() {
        let typed = parse("a=x%E2%80%AEy%E2%81%A6z%0D%0A%09%E2%80%8F&b%E2%80%AE=1".as_bytes()).unwrap();
        assert_eq!(typed.first("a"), "xyz\r\n\t\u{200f}");
        // A field's name is ours, or it is refused.
        assert_eq!(typed.first("b"), "");
    }

    #[test]
    fn fields_that_are_not_asked_for_are_refused() {
        let only = |body: &[u8], fields: &[&str]| PostedForm(parse(body).unwrap()).only(fields).is_ok();
        assert!(only(b"name=Ann&role=owner", &["name", "role", "note"]));
        assert!(only(b"", &[]));
        assert!(!only(b"name=Ann&admin=1", &["name"]));
        assert!(!only(b"name=Ann&name=Bo", &["name"]));
    }

    #[test]
    fn a_code_that_cannot_be_one_is_not_repeated_on_a_page() {
        assert!(code("abc234").is_ok());
        for bad in ["a/b", "a\"b", "a b", &"a".repeat(64)] {
            assert!(code(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let first = Date::constant(2027, 3, 1);
        for written in [
            "1 March 2027",
            "1 Mar 2027",
            "01/03/2027",
            "1/3/27",
            "1.3.2027",
            "2027-03-01",
            "1st March 2027",
            "1st of march, 2027",
            "March 1, 2027",
            "Mar 1st 2027",
            "Mon 1 March 2027",
            "Monday, 1 March 2027",
            "  1   MARCH  2027 ",
        ] {
            assert_eq!(day(written), Some(first), "{written}");
        }
        assert_eq!(day("22 Sept 2026"), Some(Date::constant(2026, 9, 22)));
        for bad in
            ["", "tomorrow", "31 February 2027", "1 March", "March 2027", "3/13/2027", "1/3/127", "st March 2027"]
        {
            assert_eq!(day(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_not_text_is_refused() {
        for bad in [&b"a=%FF"[..], b"a=%C3%28", b"%ED%A0%80=a", b"a=%00", b"a=\xff"] {
            assert!(matches!(parse(bad), Err(Error::Refused(_))), "{bad:?}");
        }
    }
}
