//! Words of the respondent's own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::single_value;
use crate::answer::{Answer, Wrong};

const LONGEST: usize = 5_000;

/// The limits of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FreeText {
    /// How many characters are allowed, 5,000 at most.
    pub max_length: usize,
}

impl FreeText {
    pub(super) fn read(&self, values: &[String]) -> Result<Answer, Wrong> {
        let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
        let text = clean(value);
        fits(&text, self.max_length)?;
        Ok(if text.is_empty() { Answer::Skipped } else { Answer::Text(text) })
    }

    pub(super) fn faults(&self) -> Vec<String> {
        if (1..=LONGEST).contains(&self.max_length) {
            Vec::new()
        } else {
            vec![format!("\"max_length\" has to be 1 to {LONGEST}")]
        }
    }
}

/// The text as it is kept: without controls, and without spaces around what is left. Browsers send a line break as two
/// characters and count it as one.
pub(super) fn clean(value: &str) -> String {
    let text: String = value.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    text.trim().to_owned()
}

/// That a text is not too long.
pub(super) fn fits(text: &str, at_most: usize) -> Result<(), Wrong> {
    let were = text.chars().count();
    if were > at_most { Err(Wrong::TooLong { at_most, were }) } else { Ok(()) }
}
