//! Any of some options: checkboxes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Fields, other, repeated};
use crate::{
    answer::{Answer, Wrong},
    picture::Picture,
    text::{Key, Texts},
};

/// The contract with plugins holds the ticked options as 63 bits.
const MOST_OPTIONS: usize = 63;

/// The options of a question that takes several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Several {
    /// In the order in which they are shown, 63 at most.
    pub options: Vec<SeveralOption>,
    /// How many may be ticked; all of them, where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<usize>,
}

/// One option of [`Several`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeveralOption {
    /// What is stored.
    pub key: Key,
    /// What is shown.
    pub text: Texts,
    /// "None of these": it cannot stand together with another option.
    #[serde(default)]
    pub exclusive: bool,
    /// "Other": whoever ticks it says what, in a box below it.
    #[serde(default)]
    pub other: bool,
    /// Drawn beside its words, which say the same: it needs none of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

impl Several {
    /// The option that asks for words.
    pub fn other(&self) -> Option<&SeveralOption> {
        self.options.iter().find(|option| option.other)
    }

    pub(super) fn read(&self, fields: &Fields<'_>) -> Result<Answer, Wrong> {
        let values = fields.whole();
        let ticked: Vec<_> = self.options.iter().filter(|option| values.iter().any(|v| option.key == **v)).collect();
        if ticked.len() != values.len() {
            return Err(Wrong::NotOffered);
        }
        if ticked.len() > 1 && ticked.iter().any(|option| option.exclusive) {
            return Err(Wrong::NoneAndSome);
        }
        if let Some(at_most) = self.at_most.filter(|at_most| ticked.len() > *at_most) {
            return Err(Wrong::TooMany { at_most });
        }
        let has_room = self.at_most.is_none_or(|at_most| ticked.len() < at_most);
        let by_words = has_room && other::is_said(fields) && !ticked.iter().any(|option| option.exclusive);
        let chosen = self.options.iter().filter(|option| ticked.contains(option) || by_words && option.other);
        let chosen = chosen.map(|option| option.key.clone()).collect();
        other::read(fields, chosen, self.other().map(|option| &option.key), false)
    }

    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = repeated("options", self.options.iter().map(|option| &option.key));
        faults.extend(other::faults(self.options.iter().filter(|option| option.other).map(|option| &option.key)));
        if !(1..=MOST_OPTIONS).contains(&self.options.len()) {
            faults.push(format!("it has {} options; give it 1 to {MOST_OPTIONS}", self.options.len()));
        }
        if self.at_most == Some(0) {
            faults.push("\"at_most\": 0 lets nobody answer".to_owned());
        }
        faults
    }
}
