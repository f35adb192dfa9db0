//! What a plugin learns of a survey when it is configured.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

/// Most options of a question with one answer: 65 535 stands for "no answer".
pub const MAX_SINGLE: usize = 65_535;
/// Most options of a question with several answers: bit 63 stands for "no answer".
pub const MAX_MULTI: usize = 63;

/// A survey version, without its wording: keys, kinds and the numbers behind the options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The survey's stable key.
    pub key: String,
    /// The published version.
    pub revision: u32,
    /// In the order of the form.
    pub questions: Vec<Question>,
    /// Room to grow; see `scoring.wit`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
}

/// One question of a [`Survey`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable and unique in the survey. A key that starts with `@` is synthetic.
    pub key: String,
    /// What an answer looks like.
    pub kind: Kind,
    /// Room to grow; see `scoring.wit`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
}

/// The shape of a question's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One option: scale, radio, list.
    Single(Vec<Choice>),
    /// Any number of options.
    Multi(Vec<Choice>),
    /// A number, perhaps within bounds.
    Number {
        /// Smallest number the form accepts.
        min: Option<f64>,
        /// Largest number the form accepts.
        max: Option<f64>,
    },
    /// Words.
    Text,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable and unique in the question.
    pub key: String,
    /// The number that the author of the survey gave to the option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// A named text that a later version of the contract may add to a survey or question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// What it is.
    pub key: String,
    /// Its text.
    pub value: String,
}

impl Survey {
    /// The place of the question with this key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.key == key)
    }

    /// Says why this survey cannot be put to a plugin: too many questions or options, a key twice,
    /// a number that is none. The contract's indexes and bit sets rest on these.
    pub fn check(&self) -> Result<(), String> {
        if self.questions.len() > usize::from(u16::MAX) {
            return Err(format!("the survey has more than {} questions", u16::MAX));
        }
        let mut keys = HashSet::new();
        for question in &self.questions {
            if !keys.insert(&question.key) {
                return Err(format!("two questions have the key `{}`", question.key));
            }
            question.check()?;
        }
        Ok(())
    }
}

impl Question {
    fn check(&self) -> Result<(), String> {
        let (options, most) = match &self.kind {
            Kind::Single(options) => (options, MAX_SINGLE),
            Kind::Multi(options) => (options, MAX_MULTI),
            Kind::Number { .. } | Kind::Text => return Ok(()),
        };
        if options.len() > most {
            return Err(format!("`{}` has {} options; plugins can be given {most} at most", self.key, options.len()));
        }
        let mut keys = HashSet::new();
        for option in options {
            if !keys.insert(&option.key) {
                return Err(format!("`{}` has the option `{}` twice", self.key, option.key));
            }
            if option.value.is_some_and(|value| !value.is_finite()) {
                return Err(format!("option `{}` of `{}` has no finite number", option.key, self.key));
            }
        }
        Ok(())
    }
}

impl Kind {
    /// The options of a choice question; none for numbers and words.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::Single(options) | Self::Multi(options) => options,
            Self::Number { .. } | Self::Text => &[],
        }
    }

    /// What people call a question of this kind.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Single(_) => "a question with one answer",
            Self::Multi(_) => "a question with several answers",
            Self::Number { .. } => "a question for a number",
            Self::Text => "a question for words",
        }
    }
}
