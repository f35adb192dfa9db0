//! Quoting what people wrote: what in it could tell who they are, and whether a quote says what they said.

use std::ops::Range;

/// What stands in a quote for what was left out.
pub const LEFT_OUT: &str = "[…]";

/// Something in a text that could tell who wrote it, or of whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// An e-mail address, an address on the web or a name in a network.
    Address,
    /// A telephone number, or another number as long as one.
    Number,
    /// A postcode of the United Kingdom.
    Postcode,
    /// A word with a capital letter in the middle of a sentence, or after words such as "my name is".
    Name,
}

/// The places of a text that could tell who wrote it, in order; bytes. It looks at shapes, not at meaning: a person has
/// to read the text all the same.
pub fn telling(text: &str) -> Vec<(Range<usize>, Telling)> {
    let words = words(text);
    let mut found: Vec<(Range<usize>, Telling)> = Vec::new();
    let mut skip = 0;
    for (place, word) in words.iter().enumerate() {
        if place < skip {
            continue;
        }
        let (range, telling) = match whole(text, &words[place..]) {
            Some((count, telling)) => {
                skip = place + count;
                (word.start..words[place + count - 1].end, telling)
            }
            None if is_name(text, &words, place) => (word.clone(), Telling::Name),
            None => continue,
        };
        match found.last_mut() {
            // "Anna Brown" is one name.
            Some((last, Telling::Name)) if telling == Telling::Name && text[last.end..range.start] == *" " => {
                last.end = range.end;
            }
            _ => found.push((range, telling)),
        }
    }
    found
}

/// The words of a text, without the signs around them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let inner = part.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '+'));
        if !inner.is_empty() {
            let start = at + (inner.as_ptr() as usize - part.as_ptr() as usize);
            words.push(start..start + inner.len());
        }
        at += part.len();
    }
    words
}

/// Whether the next words are an address, a number or a postcode, and of how many words.
fn whole(text: &str, words: &[Range<usize>]) -> Option<(usize, Telling)> {
    let word = &text[words[0].clone()];
    let is_site = |word: &str| word.starts_with("http") || word.starts_with("www.");
    if word.contains('@') || is_site(word) {
        return Some((1, Telling::Address));
    }
    let mut digits = 0;
    let of_number = words.iter().take_while(|range| {
        let word = &text[(*range).clone()];
        digits += word.chars().filter(char::is_ascii_digit).count();
        word.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '/' | '.' | '(' | ')'))
    });
    let count = of_number.count();
    if count > 0 && digits >= 7 {
        return Some((count, Telling::Number));
    }
    let joined = |count: usize| {
        let parts = words.get(..count)?;
        Some(parts.iter().map(|range| &text[range.clone()]).collect::<String>())
    };
    (1..=2)
        .find(|count| joined(*count).is_some_and(|joined| is_postcode(&joined)))
        .map(|count| (count, Telling::Postcode))
}

/// A letter or two, a digit, perhaps another sign; then a digit and two letters.
fn is_postcode(joined: &str) -> bool {
    let signs = joined.as_bytes();
    if !(5..=7).contains(&signs.len()) {
        return false;
    }
    let (outward, inward) = signs.split_at(signs.len() - 3);
    let letters = outward.iter().take_while(|sign| sign.is_ascii_alphabetic()).count();
    let rest = &outward[letters..];
    (1..=2).contains(&letters)
        && rest.first().is_some_and(u8::is_ascii_digit)
        && rest.iter().all(u8::is_ascii_alphanumeric)
        && rest.len() <= 2
        && inward[0].is_ascii_digit()
        && inward[1..].iter().all(u8::is_ascii_alphabetic)
}

/// Words with capitals that are in everybody's sentences.
const USUAL: [&str; 24] = [
    "I",
    "I'm",
    "I'd",
    "I've",
    "I'll",
    "I’m",
    "I’d",
    "I’ve",
    "I’ll",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Christmas",
    "Easter",
    "English",
    "SEND",
    "SEN",
    "EHCP",
    "TV",
    "OK",
];

/// Words after which a name comes, however it is written.
const BEFORE_NAMES: [&str; 10] = ["mr", "mrs", "ms", "miss", "dr", "called", "named", "son", "daughter", "teacher"];

fn is_name(text: &str, words: &[Range<usize>], place: usize) -> bool {
    let word = &text[words[place].clone()];
    if USUAL.contains(&word.trim_end_matches('s')) || !word.starts_with(char::is_alphabetic) || place == 0 {
        return false;
    }
    let before = |back: usize| place.checked_sub(back).map_or("", |before| &text[words[before].clone()]);
    if before(2).eq_ignore_ascii_case("name") && before(1).eq_ignore_ascii_case("is") {
        return true;
    }
    let has_capital = word.starts_with(char::is_uppercase) && word.chars().count() > 1;
    let title = BEFORE_NAMES.contains(&before(1).to_lowercase().as_str());
    let begins = text[words[place - 1].end..words[place].start].contains(['.', '!', '?', ':', '\n', '“', '"']);
    has_capital && (title || !begins)
}

/// Whether a quote holds only what was written, in its order: whatever is left out is marked by `[…]` or `[...]`, except
/// at the ends. Blanks count as one. Words are quoted whole: "fair" does not stand in "unfair".
pub fn is_faithful(written: &str, quote: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let written = plain(written);
    let mut rest = written.as_str();
    let mut any = false;
    for part in plain(&quote.replace("[...]", LEFT_OUT)).split(LEFT_OUT).map(str::trim).filter(|part| !part.is_empty())
    {
        let stands_whole = |at: &usize| {
            let place = written.len() - rest.len() + at;
            !cuts_a_word(&written, place) && !cuts_a_word(&written, place + part.len())
        };
        let Some(at) = rest.match_indices(part).map(|(at, _)| at).find(stands_whole) else { return false };
        rest = &rest[at + part.len()..];
        any = true;
    }
    any
}

/// Whether a word goes on over a place of a text.
fn cuts_a_word(text: &str, place: usize) -> bool {
    text[..place].ends_with(char::is_alphanumeric) && text[place..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Telling)]) {
        let found: Vec<_> = telling(text).into_iter().map(|(range, telling)| (&text[range], telling)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_could_tell_who_it_is() {
        use Telling::{Address, Name, Number, Postcode};
        check("The bus is too dear. I would come on Saturdays.", &[]);
        check("Ask me: anna.brown@example.org, please", &[("anna.brown@example.org", Address)]);
        check("see www.example.org/anna", &[("www.example.org/anna", Address)]);
        check("Ring 07700 900 123 or +44 1632 960001.", &[("07700 900 123", Number), ("+44 1632 960001", Number)]);
        check("It was 2024 and we paid 20 a term for 2 children", &[]);
        check("We live near SG1 2AB and al11ab", &[("SG1 2AB", Postcode), ("al11ab", Postcode)]);
        check("My son Tom Brown loves drums", &[("Tom Brown", Name)]);
        check("my name is anna", &[("anna", Name)]);
        check("Thanks to Mrs. Khan! Great lessons.", &[("Mrs", Name), ("Khan", Name)]);
        check("We love the School in Ashwater", &[("School", Name), ("Ashwater", Name)]);
    }

    #[test]
    fn a_quote_holds_only_what_was_written() {
        let written = "The bus is too dear.\nTom would come on Saturday, and so would we.";
        for (quote, faithful) in [
            ("The bus is too dear.", true),
            ("The bus is too dear. […] would come on Saturday […]", true),
            ("[...] would come  on Saturday", true),
            ("The bus is fine.", false),
            ("he bus is too dear.", false),
            ("The bus is too de", false),
            ("om […] aturday", false),
            ("would come on Saturday […] The bus", false),
            ("[…]", false),
            ("", false),
        ] {
            assert_eq!(is_faithful(written, quote), faithful, "{quote}");
        }
    }
}
