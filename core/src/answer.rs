//! What a respondent said: coded, with missing as a kind of its own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    area::{Place, Postcode},
    question::Question,
    text::Key,
};

/// The value a form posts for "I'd rather not say". No option key can be equal to it.
pub const RATHER_NOT_SAY: &str = "@rather_not";

/// One answer to one question. Options are stored by key; words are looked up when shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The one option that was chosen; `yes` or `no` for a yes/no question.
    Choice(Key),
    /// The options that were ticked, at least one, in the order of the question.
    Choices(Vec<Key>),
    /// A number.
    Number(f64),
    /// Words, trimmed, never empty.
    Text(String),
    /// What a postcode was reduced to. It exists in drafts only: a finished response carries it beside its answers.
    Place(Place),
    /// The question was shown and left empty.
    Skipped,
    /// The respondent chose not to say.
    RatherNotSay,
}

impl Answer {
    /// Whether the respondent gave an answer, which includes choosing not to say.
    pub fn is_given(&self) -> bool {
        !matches!(self, Self::Skipped)
    }
}

/// Answers by question key. A question without an entry was not asked (or not reached yet, in a draft).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<Key, Answer>);

impl Answers {
    /// The answer to a question, if it was asked.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Sets the answer to a question, replacing an earlier one.
    pub fn set(&mut self, question: Key, answer: Answer) {
        self.0.insert(question, answer);
    }

    /// Takes the answer to a question out.
    pub fn take(&mut self, question: &str) -> Option<Answer> {
        self.0.remove(question)
    }

    /// Lays `newer` over these: a page that was answered again replaces its earlier answers.
    pub fn merge(&mut self, newer: Self) {
        self.0.extend(newer.0);
    }

    /// All answers, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Answer)> {
        self.0.iter()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads the answers to `questions` out of what was typed. Never fails: it returns what could be read, and a
    /// problem for each question whose answer has to be changed.
    ///
    /// `places` looks a postcode up; `None` means that no such postcode is known.
    pub fn read<'q>(
        questions: impl IntoIterator<Item = &'q Question>,
        typed: &Typed,
        places: &dyn Fn(&Postcode) -> Option<Place>,
    ) -> (Self, Vec<Problem>) {
        let mut answers = Self::default();
        let mut problems = Vec::new();
        for question in questions {
            match question.read(typed.all(&question.key), places) {
                Ok(None) => {}
                Ok(Some(answer)) => answers.set(question.key.clone(), answer),
                Err(wrong) => problems.push(Problem { question: question.key.clone(), wrong }),
            }
        }
        (answers, problems)
    }
}

impl FromIterator<(Key, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Key, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

/// A form as it was typed: each field's values in their order. Kept as it is to fill the form again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// Every value of a field.
    pub fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// The first value of a field, or nothing.
    pub fn first(&self, field: &str) -> &str {
        self.all(field).first().map_or("", String::as_str)
    }

    /// The names of the fields.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The form that, when posted, would give this answer again. A postcode is gone, so its field stays empty.
    pub fn from_answers(answers: &Answers) -> Self {
        answers
            .iter()
            .flat_map(|(key, answer)| {
                let values = match answer {
                    Answer::Choice(option) => vec![option.to_string()],
                    Answer::Choices(options) => options.iter().map(ToString::to_string).collect(),
                    Answer::Number(number) => vec![number.to_string()],
                    Answer::Text(text) => vec![text.clone()],
                    Answer::RatherNotSay => vec![RATHER_NOT_SAY.to_owned()],
                    Answer::Place(_) | Answer::Skipped => Vec::new(),
                };
                values.into_iter().map(|value| (key.to_string(), value))
            })
            .collect()
    }
}

impl FromIterator<(String, String)> for Typed {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut typed = Self::default();
        for (field, value) in pairs {
            typed.0.entry(field).or_default().push(value);
        }
        typed
    }
}

/// An answer that has to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question it belongs to.
    pub question: Key,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What can be wrong with an answer. The page that shows it finds the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A required question was left empty.
    Missing,
    /// Something that the question does not offer: the form was changed on its way.
    NotOffered,
    /// One answer was asked for, and several came.
    MoreThanOne,
    /// More options than allowed.
    TooMany {
        /// How many are allowed.
        at_most: usize,
    },
    /// "None of these" together with one of these.
    NoneAndSome,
    /// Not a number.
    NotANumber,
    /// Not a whole number.
    NotWhole,
    /// Outside the range of the question.
    OutOfRange {
        /// The smallest that is allowed.
        min: String,
        /// The largest that is allowed.
        max: String,
    },
    /// Too many characters.
    TooLong {
        /// How many are allowed.
        at_most: usize,
        /// How many there are.
        were: usize,
    },
    /// Not of the form of a postcode.
    NotAPostcode,
    /// Of the form of a postcode, but none that we know.
    UnknownPostcode,
}
