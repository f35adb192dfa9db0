//! An update, "you said, we did": what people said, what was done, what changed, and when it is looked at again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{lint, text::Key};

/// The school year, by grade, above which words for children are advised against.
const CHILDREN: f64 = 4.0;

/// What a service tells those who spoke. In English, as the plan is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// A line that says it all.
    pub title: String,
    /// What people said.
    pub said: String,
    /// The plan's indicator in which that shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Key>,
    /// What was done.
    pub did: String,
    /// The plan's action that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Key>,
    /// What changed by it, as far as one can tell.
    pub changed: String,
    /// When it is looked at again, whether it worked.
    pub look_again: Date,
    /// All of it in easy words, for children.
    pub easy: String,
}

impl Update {
    /// What could be better in it: nothing of it has to be done.
    pub fn advice(&self) -> Vec<&'static str> {
        let hard = lint::grade(&self.easy).is_some_and(|grade| grade > CHILDREN);
        let long = self.easy.chars().count() > 500;
        let unlinked = self.action.is_none() && self.indicator.is_none();
        [
            (hard, "The easy words are hard to read for a child of nine. Shorter sentences and shorter words help."),
            (long, "The easy words are long. Four or five sentences are enough for a child."),
            (unlinked, "It belongs to no action and no indicator of the plan: nobody can walk from one to the other."),
        ]
        .into_iter()
        .filter_map(|(so, advice)| so.then_some(advice))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn words_for_children_are_easy_or_there_is_advice() {
        let update = |easy: &str| Update {
            title: "Later buses".to_owned(),
            said: "Rehearsals end after the last bus.".to_owned(),
            indicator: None,
            did: "We moved them.".to_owned(),
            action: Some("buses".try_into().unwrap()),
            changed: "We do not know yet.".to_owned(),
            look_again: date(2027, 5, 1),
            easy: easy.to_owned(),
        };
        let easy =
            "You told us it ends too late. The bus has gone by then. So we start sooner. Now you can get home by bus.";
        assert_eq!(update(easy).advice(), [""; 0]);
        let hard = "Following extensive consultation with participating families regarding transportation availability, \
            rehearsal scheduling arrangements have been comprehensively reconsidered and subsequently reorganised. ";
        assert!(update(&hard.repeat(2)).advice()[0].contains("hard to read"));
        assert!(update(&easy.repeat(6)).advice()[0].contains("long"));
        let unlinked = Update { action: None, ..update(easy) };
        assert!(unlinked.advice()[0].contains("no action"));
    }
}
