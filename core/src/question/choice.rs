//! One of some options: radio buttons, labelled scales, yes and no.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Fields, other, repeated, single_value};
use crate::{
    age::AgeBand,
    answer::{Answer, Wrong},
    audience::Audience,
    picture::Picture,
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
    /// Choosing it tells how old the respondent is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_band: Option<AgeBand>,
    /// "Other": whoever chooses it says what, in a box below it.
    #[serde(default)]
    pub other: bool,
    /// Drawn beside its words, which say the same: it needs none of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

impl Choice {
    /// The option that asks for words.
    pub fn other(&self) -> Option<&ChoiceOption> {
        self.options.iter().find(|option| option.other)
    }

    pub(super) fn read(&self, fields: &Fields<'_>) -> Result<Answer, Wrong> {
        let chosen = match single_value(fields.whole())? {
            None => {
                self.other().filter(|_| other::is_said(fields)).map(|option| option.key.clone()).into_iter().collect()
            }
            Some(value) => {
                let option = self.options.iter().find(|option| option.key == *value).ok_or(Wrong::NotOffered)?;
                vec![option.key.clone()]
            }
        };
        other::read(fields, chosen, self.other().map(|option| &option.key), true)
    }

    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = option_faults(&self.options);
        faults.extend(other::faults(self.options.iter().filter(|option| option.other).map(|option| &option.key)));
        faults
    }
}

fn option_faults(options: &[ChoiceOption]) -> Vec<String> {
    let mut faults = repeated("options", options.iter().map(|option| &option.key));
    if !(2..=MOST_OPTIONS).contains(&options.len()) {
        faults.push(format!("it has {} options; give it at least two", options.len()));
    }
    if options.iter().any(|option| option.value.is_some_and(|value| !value.is_finite())) {
        faults.push("an option's value is not a number".to_owned());
    }
    faults
}

/// What is wrong with the points of a scale.
pub(super) fn scale_faults(options: &[ChoiceOption]) -> Vec<String> {
    let mut faults = option_faults(options);
    if options.iter().filter(|option| option.value.is_some()).count() < 2 {
        faults.push("a scale needs at least two points with a value".to_owned());
    }
    if options.iter().any(|option| option.audience.is_some() || option.age_band.is_some() || option.other) {
        faults.push("\"audience\", \"age_band\" and \"other\" are for a single choice, not for a scale".to_owned());
    }
    faults
}

pub(super) fn read_yes_no(values: &[String]) -> Result<Answer, Wrong> {
    let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
    if !YES_NO.contains(&value) {
        return Err(Wrong::NotOffered);
    }
    Key::try_from(value).map(Answer::Choice).map_err(|_| Wrong::NotOffered)
}
