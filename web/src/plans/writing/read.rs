//! Reading the forms of a plan: each value that was typed, and what is wrong with it.

use heard_core::{
    answer::Typed,
    plan::Want,
    text::{Lang, Texts},
};
use jiff::civil::Date;

use crate::{form::sheet::Trouble, typed};

/// How long a line may be, and some sentences.
const LINE: usize = 300;
const SENTENCES: usize = 4_000;

/// What was typed, as far as it can be read.
pub(in crate::plans) struct Read<'a> {
    pub typed: &'a Typed,
    label: fn(&str) -> &'static str,
    pub troubles: Vec<Trouble>,
}

impl<'a> Read<'a> {
    /// `label` says what a field is called.
    pub fn new(typed: &'a Typed, label: fn(&str) -> &'static str) -> Self {
        Self { typed, label, troubles: Vec::new() }
    }

    pub fn wrong(&mut self, field: &str, advice: &'static str) {
        self.troubles.push(Trouble { field: field.to_owned(), label: (self.label)(field).to_owned(), advice });
    }

    /// A line in English that has to be there; what it says in other languages stays.
    pub fn line(&mut self, field: &str, before: Option<&Texts>, missing: &'static str) -> Texts {
        if self.typed.first(field).trim().contains(char::is_control) {
            self.wrong(field, "Write it in one line.");
        }
        self.text(field, before, LINE, missing)
    }

    /// The same with paragraphs.
    pub fn sentences(&mut self, field: &str, before: Option<&Texts>, missing: &'static str) -> Texts {
        self.text(field, before, SENTENCES, missing)
    }

    fn text(&mut self, field: &str, before: Option<&Texts>, most: usize, missing: &'static str) -> Texts {
        let words = self.typed.first(field).trim();
        if words.is_empty() {
            self.wrong(field, missing);
        } else if words.chars().count() > most {
            self.wrong(field, "Make it shorter, please.");
        }
        let mut text = before.cloned().unwrap_or_default();
        text.set(&Lang::english(), words);
        text
    }

    /// A day. The first of January of year 1 stands for one that is none, until what is wrong is told.
    pub fn day(&mut self, field: &str) -> Date {
        typed::day(self.typed.first(field)).unwrap_or_else(|| {
            self.wrong(field, "Write a day, such as 31 July 2027.");
            Date::constant(1, 1, 1)
        })
    }

    /// A number as people write it: 28.9, 1,200 or 44 %.
    pub fn number(&mut self, field: &str) -> f64 {
        number(self.typed.first(field)).unwrap_or_else(|| {
            self.wrong(field, "Write a number, such as 62 or 28.9.");
            0.0
        })
    }

    /// One of several; none is wrong.
    pub fn one_of<T: Copy>(&mut self, field: &str, all: &[(&str, T)], or: T, missing: &'static str) -> T {
        let found = all.iter().find(|(value, _)| *value == self.typed.first(field)).map(|(_, one)| *one);
        found.unwrap_or_else(|| {
            self.wrong(field, missing);
            or
        })
    }

    /// Tells what the core wants of a part; `field` is the field of one of its paths.
    pub fn wants(&mut self, wants: Vec<Want>, field: fn(&str) -> &'static str) {
        for want in wants {
            let field = field(want.at);
            // One thing at a time for each field.
            if self.troubles.iter().all(|trouble| trouble.field != field) {
                self.wrong(field, want.advice);
            }
        }
    }
}

/// A number as people write it.
fn number(written: &str) -> Option<f64> {
    let plain: String = written.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '%')).collect();
    let digits =
        plain.starts_with(|c: char| c.is_ascii_digit()) && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain.parse::<f64>().ok().filter(|number| digits && *number < 1e9)
}

/// A number as it stands in a box.
pub(in crate::plans) fn written(number: f64) -> String {
    number.to_string()
}

/// A day as it stands in a box.
pub(in crate::plans) fn written_day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("62", Some(62.0)),
            (" 28.9 % ", Some(28.9)),
            ("1,200", Some(1200.0)),
            ("", None),
            ("about 5", None),
            ("-3", None),
            ("1e5", None),
            ("inf", None),
            (".5", None),
            ("1.2.3", None),
        ] {
            assert_eq!(number(typed), expected, "{typed}");
        }
        assert_eq!(written(62.0), "62");
        assert_eq!(written(28.9), "28.9");
    }
}
