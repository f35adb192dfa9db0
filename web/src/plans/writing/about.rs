//! What the plan says about itself, and its days.

use heard_core::{answer::Typed, plan::Plan, text::Lang};

use super::read::{Read, written_day};
use crate::form::sheet::Trouble;

pub(super) const FIELDS: [&str; 4] = ["title", "about", "begins", "ends"];

/// What a field is called.
pub(super) fn label(field: &str) -> &'static str {
    match field {
        "title" => "Title",
        "about" => "About the plan",
        "begins" => "First day",
        _ => "Last day",
    }
}

pub(super) fn fill(plan: &Plan) -> Vec<(&'static str, String)> {
    let lang = Lang::english();
    vec![
        ("title", plan.title.get(&lang).to_owned()),
        ("about", plan.about.get(&lang).to_owned()),
        ("begins", written_day(plan.begins)),
        ("ends", written_day(plan.ends)),
    ]
}

pub(super) fn write(plan: &mut Plan, typed: &Typed) -> Result<(), Vec<Trouble>> {
    let mut read = Read::new(typed, label);
    let title = read.line("title", Some(&plan.title), "Give the plan a title.");
    let about =
        read.sentences("about", Some(&plan.about), "Say what it is about, who wrote it, and who stands behind it.");
    let (begins, ends) = (read.day("begins"), read.day("ends"));
    if read.troubles.is_empty() && begins >= ends {
        read.wrong("ends", "The last day has to be after the first.");
    }
    if !read.troubles.is_empty() {
        return Err(read.troubles);
    }
    (plan.title, plan.about, plan.begins, plan.ends) = (title, about, begins, ends);
    Ok(())
}
