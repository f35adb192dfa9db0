//! The form of an action.

use heard_core::{
    answer::Typed,
    plan::{Action, Plan, Progress},
    text::{Key, Lang},
};

use super::read::{Read, written_day};
use crate::form::sheet::Trouble;

pub(super) const FIELDS: [&str; 4] = ["title", "lead", "due", "progress"];

/// How far an action can be, by codes.
pub(in crate::plans) const PROGRESS: [(&str, Progress); 3] =
    [("planned", Progress::Planned), ("under_way", Progress::UnderWay), ("done", Progress::Done)];

/// What a field is called.
pub(super) fn label(field: &str) -> &'static str {
    match field {
        "title" => "What is done",
        "lead" => "Who sees to it",
        "due" => "By when",
        _ => "How far it is",
    }
}

/// The code of how far an action is.
pub(in crate::plans) fn code(progress: Progress) -> &'static str {
    PROGRESS.iter().find(|(_, one)| *one == progress).map_or("", |(code, _)| code)
}

pub(super) fn fill(action: &Action) -> Vec<(&'static str, String)> {
    let lang = Lang::english();
    vec![
        ("title", action.title.get(&lang).to_owned()),
        ("lead", action.lead.get(&lang).to_owned()),
        ("due", written_day(action.due)),
        ("progress", code(action.progress).to_owned()),
    ]
}

pub(super) fn read(
    plan: &Plan,
    typed: &Typed,
    was: Option<&Action>,
    key: impl FnOnce() -> Key,
) -> Result<Action, Vec<Trouble>> {
    let mut read = Read::new(typed, label);
    let title = read.line("title", was.map(|was| &was.title), "Say what is done, so that one can tell whether it was.");
    let lead = read.line("lead", was.map(|was| &was.lead), "Name the role that sees to it, such as Head of service.");
    let due = read.day("due");
    let progress = read.one_of("progress", &PROGRESS, Progress::Planned, "Choose how far it is.");
    let key = was.map_or_else(key, |was| was.key.clone());
    let action = Action { key, title, lead, due, progress };
    if read.troubles.is_empty() {
        read.wants(action.wants(plan), |at| match at {
            "title" => "title",
            "lead" => "lead",
            _ => "due",
        });
    }
    if !read.troubles.is_empty() {
        return Err(read.troubles);
    }
    Ok(action)
}
