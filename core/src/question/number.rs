//! A number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{plain_digits, single_value};
use crate::answer::{Answer, Wrong};

/// The range of a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Number {
    /// The smallest that is allowed.
    pub min: f64,
    /// The largest that is allowed.
    pub max: f64,
    /// Whether only whole numbers are.
    #[serde(default)]
    pub whole: bool,
}

impl Number {
    pub(super) fn read(&self, values: &[String]) -> Result<Answer, Wrong> {
        let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
        let number = plain_number(value).ok_or(Wrong::NotANumber)?;
        if !(self.min..=self.max).contains(&number) {
            return Err(Wrong::OutOfRange { min: self.min.to_string(), max: self.max.to_string() });
        }
        if self.whole && number.fract() != 0.0 {
            return Err(Wrong::NotWhole);
        }
        Ok(Answer::Number(number))
    }

    pub(super) fn faults(&self) -> Vec<String> {
        if self.min.is_finite() && self.max.is_finite() && self.min < self.max {
            Vec::new()
        } else {
            vec!["\"min\" has to be smaller than \"max\"".to_owned()]
        }
    }
}

/// Digits as people type them: "1,200", "7.5", "-3", "۱۲"; not "inf", "NaN" or "1e9", which Rust would read as well.
fn plain_number(value: &str) -> Option<f64> {
    let digits = plain_digits(value).replace(',', "");
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    plain.then(|| digits.parse().ok()).flatten()
}
