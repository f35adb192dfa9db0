//! When a section or question is shown, as data: the same rule on server, in plugins' view and in print.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    answer::{Answer, Answers},
    audience::Audience,
    text::{Key, Lang},
};

/// A rule over what is known of a respondent so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The answer to an earlier question is, or includes, one of these options.
    Answer(AnswerIs),
    /// The respondent belongs to one of these audiences.
    Audience(Vec<Audience>),
    /// The survey is being read in one of these languages.
    Language(Vec<Lang>),
}

/// See [`Condition::Answer`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerIs {
    /// The earlier question.
    pub question: Key,
    /// Option keys; `yes` and `no` for a yes/no question.
    pub is: Vec<Key>,
}

/// What a condition may look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Answers given so far.
    pub answers: &'a Answers,
    /// Whom the respondent has turned out to be, if that is known.
    pub audience: Option<Audience>,
    /// The language of the page.
    pub language: &'a Lang,
}

impl Condition {
    /// Whether the rule holds. An unanswered question satisfies no `answer` rule.
    pub fn holds(&self, facts: Facts<'_>) -> bool {
        match self {
            Self::All(rules) => rules.iter().all(|rule| rule.holds(facts)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(facts)),
            Self::Not(rule) => !rule.holds(facts),
            Self::Answer(AnswerIs { question, is }) => match facts.answers.get(question) {
                Some(Answer::Choice(key)) => is.contains(key),
                Some(Answer::Choices(keys)) => keys.iter().any(|key| is.contains(key)),
                _ => false,
            },
            Self::Audience(audiences) => facts.audience.is_some_and(|a| audiences.contains(&a)),
            Self::Language(languages) => languages.contains(facts.language),
        }
    }

    /// Every `answer` rule inside, for checking that what they name exists.
    pub fn answer_rules(&self) -> Vec<&AnswerIs> {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::answer_rules).collect(),
            Self::Not(rule) => rule.answer_rules(),
            Self::Answer(rule) => vec![rule],
            Self::Audience(_) | Self::Language(_) => Vec::new(),
        }
    }
}
