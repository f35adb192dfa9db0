//! The form of an indicator: what is measured, its target, and where its figure comes from.

use heard_core::{
    answer::Typed,
    plan::{Direction, Indicator, Plan, Source, Target, Unit},
    text::{Key, Lang, Texts},
};

use super::read::{Read, written, written_day};
use crate::form::sheet::{Trouble, YES};

pub(super) const FIELDS: [&str; 14] = [
    "title", "people", "unit", "better", "baseline", "since", "value", "by", "source", "hand", "base", "sample",
    "date", "note",
];

pub(super) const UNITS: [(&str, Unit); 3] =
    [("points", Unit::Points), ("percent", Unit::Percent), ("number", Unit::Number)];
pub(super) const WAYS: [(&str, Direction); 2] = [("higher", Direction::Higher), ("lower", Direction::Lower)];

/// The value of the button for a figure by hand.
pub(super) const HAND: &str = "hand";

/// The value of the button for a figure of a binding.
pub(super) fn fed_by(binding: &str, indicator: &str) -> String {
    format!("{binding}/{indicator}")
}

/// What a field is called.
pub(in crate::plans) fn label(field: &str) -> &'static str {
    match field {
        "title" => "What is measured",
        "people" => "Whom or what it counts",
        "unit" => "What its numbers are",
        "better" => "Which way is better",
        "baseline" => "Baseline",
        "since" => "Day of the baseline",
        "value" => "Target",
        "by" => "To be reached by",
        "source" => "Where its figure comes from",
        "hand" => "The figure now",
        "base" => "How many it is of",
        "date" => "The day it is of",
        _ => "How it was found",
    }
}

/// The field of one of the core's paths.
fn field(at: &str) -> &'static str {
    match at {
        "people" => "people",
        "target/baseline" => "baseline",
        "target/value" => "value",
        "target/by" => "by",
        "source/value" => "hand",
        "source/base" => "base",
        "source/date" => "date",
        "source/note" => "note",
        _ => "title",
    }
}

pub(super) fn fill(indicator: &Indicator) -> Vec<(&'static str, String)> {
    fn code<T: PartialEq>(all: &[(&'static str, T)], one: &T) -> String {
        all.iter().find(|(_, known)| known == one).map_or("", |(code, _)| code).to_owned()
    }
    let lang = Lang::english();
    let target = &indicator.target;
    let mut fields = vec![
        ("title", indicator.title.get(&lang).to_owned()),
        ("people", indicator.people.get(&lang).to_owned()),
        ("unit", code(&UNITS, &indicator.unit)),
        ("better", code(&WAYS, &indicator.better)),
        ("baseline", written(target.baseline)),
        ("since", written_day(target.since)),
        ("value", written(target.value)),
        ("by", written_day(target.by)),
    ];
    match &indicator.source {
        Source::Plugin { binding, indicator } => fields.push(("source", fed_by(binding, indicator))),
        hand @ Source::Hand { .. } => {
            fields.push(("source", HAND.to_owned()));
            fields.extend(filled(hand));
        }
    }
    fields
}

/// A figure by hand as if it had been typed.
pub(in crate::plans) fn filled(source: &Source) -> Vec<(&'static str, String)> {
    let Source::Hand { value, base, sample, date, note } = source else { return Vec::new() };
    let mut fields = vec![
        ("hand", written(*value)),
        ("base", base.map_or_else(String::new, |base| base.to_string())),
        ("date", written_day(*date)),
        ("note", note.get(&Lang::english()).to_owned()),
    ];
    if *sample {
        fields.push(("sample", YES.to_owned()));
    }
    fields
}

pub(super) fn read(
    plan: &Plan,
    typed: &Typed,
    was: Option<&Indicator>,
    key: impl FnOnce() -> Key,
) -> Result<Indicator, Vec<Trouble>> {
    let mut read = Read::new(typed, label);
    let indicator = Indicator {
        key: was.map_or_else(key, |was| was.key.clone()),
        title: read.line("title", was.map(|was| &was.title), "Say what is measured, and of whom."),
        people: read.line("people", was.map(|was| &was.people), "Say whom or what it counts, such as families."),
        unit: read.one_of("unit", &UNITS, Unit::Points, "Choose what its numbers are: then it can be measured."),
        better: read.one_of("better", &WAYS, Direction::Higher, "Choose which way is better."),
        target: Target {
            baseline: read.number("baseline"),
            since: read.day("since"),
            value: read.number("value"),
            by: read.day("by"),
        },
        source: source(&mut read, was.map(|was| &was.source)),
    };
    if read.troubles.is_empty() {
        read.wants(indicator.wants(plan), field);
    }
    if read.troubles.is_empty() { Ok(indicator) } else { Err(read.troubles) }
}

fn source(read: &mut Read<'_>, before: Option<&Source>) -> Source {
    let chosen = read.typed.first("source");
    if chosen == HAND {
        return hand(read, before);
    }
    let named = chosen.split_once('/').map(|(binding, figure)| (binding.to_owned(), figure.to_owned()));
    let keys = named.and_then(|(binding, figure)| Some((Key::try_from(binding).ok()?, Key::try_from(figure).ok()?)));
    if let Some((binding, indicator)) = keys {
        return Source::Plugin { binding, indicator };
    }
    read.wrong("source", "Choose where its figure comes from.");
    // It stands for none until what is wrong is told.
    hand(&mut Read::new(read.typed, label), None)
}

/// A figure by hand, as it was typed.
pub(in crate::plans) fn hand(read: &mut Read<'_>, before: Option<&Source>) -> Source {
    let note_before = match before {
        Some(Source::Hand { note, .. }) => Some(note),
        _ => None,
    };
    let value = read.number("hand");
    let base = match read.typed.first("base").trim().replace(',', "") {
        none if none.is_empty() => None,
        typed => typed.parse::<u32>().map_or_else(
            |_| {
                read.wrong("base", "Write how many people, such as 820; or nothing, where it is not about people.");
                None
            },
            Some,
        ),
    };
    let date = read.day("date");
    let note: Texts =
        read.sentences("note", note_before, "Say how it was found, so that it can be found in the same way again.");
    Source::Hand { value, base, sample: read.typed.first("sample") == YES, date, note }
}

/// What the core wants of the figure of an indicator, by the fields of its form.
pub(in crate::plans) fn check(read: &mut Read<'_>, indicator: &Indicator, plan: &Plan) {
    if read.troubles.is_empty() {
        let wants = indicator.wants(plan).into_iter().filter(|want| want.at.starts_with("source/")).collect();
        read.wants(wants, field);
    }
}
