//! What a configured plugin reads and gives.

use serde::{Deserialize, Serialize};

use crate::{Description, Survey};

/// Something in the settings that cannot be used, or that a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// JSON pointer into the settings, or the key of a question.
    pub at: String,
    /// What is wrong and what to do, for the person who fills in the settings.
    pub message: String,
}

/// The questions that a configured plugin reads and the indicators that it gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Indexes into [`Survey::questions`], ascending. The host sends nothing else.
    pub reads: Vec<u16>,
    /// Indexes into [`Description::indicators`], ascending: the columns of the scores.
    pub gives: Vec<u16>,
    /// Shown beside the settings; they do not stop the plugin.
    pub warnings: Vec<Problem>,
}

impl Plan {
    /// Says what is wrong with it, in words for the plugin's author.
    pub fn check(&self, survey: &Survey, description: &Description) -> Result<(), String> {
        ascending("reads", &self.reads, survey.questions.len())?;
        ascending("gives", &self.gives, description.indicators.len())?;
        if self.gives.is_empty() {
            return Err("its plan gives no indicator".into());
        }
        Ok(())
    }
}

fn ascending(what: &str, indexes: &[u16], count: usize) -> Result<(), String> {
    let rising = indexes.windows(2).all(|pair| pair[0] < pair[1]);
    let inside = indexes.last().is_none_or(|last| usize::from(*last) < count);
    if rising && inside { Ok(()) } else { Err(format!("`{what}` of its plan must be ascending indexes below {count}")) }
}
