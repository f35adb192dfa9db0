//! What an adult says who stops something of a council: that it is for somebody's safety, and why. The council reads it.

use heard_core::answer::Typed;
use maud::{Markup, html};

use crate::form::sheet::{Sheet, Trouble, YES};

/// The fields of the form.
pub(crate) const REASON: &str = "reason";
pub(crate) const SAFETY: &str = "safety";
/// The longest reason, in letters.
const LONGEST: usize = 500;

fn label(field: &str) -> &'static str {
    if field == REASON { "Why" } else { "Only for safety" }
}

/// The reason that was given, or what is wrong with the form.
pub(crate) fn reason(typed: &Typed) -> Result<&str, Vec<Trouble>> {
    let trouble = |field: &str, advice| Trouble { field: field.to_owned(), label: label(field).to_owned(), advice };
    let reason = typed.first(REASON).trim();
    let mut troubles = Vec::new();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        troubles.push(trouble(REASON, "Say why, so that young people understand it: 500 letters at most."));
    }
    if typed.first(SAFETY) != YES {
        troubles.push(trouble(SAFETY, "You can do this for somebody’s safety only. If that is why, tick the box."));
    }
    if troubles.is_empty() { Ok(reason) } else { Err(troubles) }
}

/// The controls of the form.
pub(crate) fn controls(sheet: &Sheet<'_>) -> Markup {
    let risk = (YES.to_owned(), "I do this because somebody’s safety is at risk.".to_owned());
    html! {
        (sheet.sentences(REASON, label(REASON), "For the young people to read. Name nobody who has to be kept safe."))
        (sheet.ticks(SAFETY, label(SAFETY), "", &[risk]))
    }
}
