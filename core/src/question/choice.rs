//! One of some options: radio buttons, labelled scales, yes and no.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{repeated, single_value};
use crate::{
    answer::{Answer, Wrong},
    audience::Audience,
    text::{Key, Texts},
};

pub(super) const YES_NO: [&str; 2] = ["yes", "no"];

/// The contract with plugins numbers options with 16 bits and keeps the last number for "no answer".
const MOST_OPTIONS: usize = 65_535;

/// The options of a single choice or a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// In the order in which they are shown.
    pub options: Vec<ChoiceOption>,
}

/// One option of a single choice, or one point of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// What is stored.
    pub key: Key,
    /// What is shown.
    pub text: Texts,
    /// The number that a scale gives to this point. An option such as "I do not know" has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Choosing it tells whom we are asking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

impl Choice {
    pub(super) fn read(&self, values: &[String]) -> Result<Answer, Wrong> {
        let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
        let option = self.options.iter().find(|option| option.key == *value).ok_or(Wrong::NotOffered)?;
        Ok(Answer::Choice(option.key.clone()))
    }

    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = repeated(self.options.iter().map(|option| &option.key));
        if !(2..=MOST_OPTIONS).contains(&self.options.len()) {
            faults.push(format!("it has {} options; give it at least two", self.options.len()));
        }
        if self.options.iter().any(|option| option.value.is_some_and(|value| !value.is_finite())) {
            faults.push("an option's value is not a number".to_owned());
        }
        faults
    }

    pub(super) fn scale_faults(&self) -> Vec<String> {
        let mut faults = self.faults();
        if self.options.iter().filter(|option| option.value.is_some()).count() < 2 {
            faults.push("a scale needs at least two points with a value".to_owned());
        }
        if self.options.iter().any(|option| option.audience.is_some()) {
            faults.push("only a single choice can tell the audience, not a scale".to_owned());
        }
        faults
    }
}

pub(super) fn read_yes_no(values: &[String]) -> Result<Answer, Wrong> {
    let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
    if !YES_NO.contains(&value) {
        return Err(Wrong::NotOffered);
    }
    Key::try_from(value).map(Answer::Choice).map_err(|_| Wrong::NotOffered)
}
