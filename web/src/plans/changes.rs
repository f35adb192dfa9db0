//! What changed between two versions of the plan, as a list.

use heard_core::plan::{Change, Respect, What};
use maud::{Markup, html};

/// The changes, or that there are none.
pub(super) fn list(changes: &[Change]) -> Markup {
    html! {
        @if changes.is_empty() { p { "Nothing." } } @else {
            ul { @for change in changes { li { (change.part.words()) " “" (change.title) "”: " (what(&change.what)) "." } } }
        }
    }
}

fn what(what: &What) -> String {
    match what {
        What::Added => "new".to_owned(),
        What::Removed => "taken out".to_owned(),
        What::Changed(respects) => {
            respects.iter().map(|respect| Respect::words(*respect)).collect::<Vec<_>>().join("; ")
        }
    }
}
