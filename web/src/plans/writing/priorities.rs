//! The form of a priority.

use heard_core::{
    answer::Typed,
    plan::{Priority, TargetArea},
    text::{Key, Lang},
};

use super::read::Read;
use crate::form::sheet::Trouble;

pub(super) const FIELDS: [&str; 3] = ["title", "why", "area"];

/// The target areas by their codes.
pub(super) const AREAS: [(&str, TargetArea); 4] = [
    ("workforce", TargetArea::Workforce),
    ("voice", TargetArea::Voice),
    ("programming", TargetArea::Programming),
    ("leadership", TargetArea::Leadership),
];

/// What a field is called.
pub(super) fn label(field: &str) -> &'static str {
    match field {
        "title" => "What is to change",
        "why" => "Why, and for whom",
        _ => "Target area",
    }
}

pub(super) fn fill(priority: &Priority) -> Vec<(&'static str, String)> {
    let lang = Lang::english();
    let area = AREAS.iter().find(|(_, area)| *area == priority.area).map_or("", |(code, _)| code);
    vec![
        ("title", priority.title.get(&lang).to_owned()),
        ("why", priority.why.get(&lang).to_owned()),
        ("area", area.to_owned()),
    ]
}

pub(super) fn read(
    typed: &Typed,
    before: Option<Priority>,
    key: impl FnOnce() -> Key,
) -> Result<Priority, Vec<Trouble>> {
    let mut read = Read::new(typed, label);
    let was = before.as_ref();
    let title = read.line("title", was.map(|was| &was.title), "Say in a sentence what is to change.");
    let why = read.sentences(
        "why",
        was.map(|was| &was.why),
        "Say why, and for whom: people stand behind what they understand.",
    );
    let area = read.one_of("area", &AREAS, TargetArea::Programming, "Choose the area that it belongs to most.");
    if !read.troubles.is_empty() {
        return Err(read.troubles);
    }
    Ok(match before {
        Some(before) => Priority { title, why, area, ..before },
        None => Priority { key: key(), title, why, area, actions: Vec::new(), indicators: Vec::new() },
    })
}
