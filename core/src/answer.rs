//! What a respondent said: coded, with missing as a kind of its own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    area::{Place, Postcode},
    date::{DatePart, PartialDate},
    question::Question,
    text::Key,
};

pub use crate::typed::Typed;

/// The value a form posts for "I'd rather not say". No option key can be equal to it.
pub const RATHER_NOT_SAY: &str = "@rather_not";

/// The value a form posts for "I don't understand this question". No option key can be equal to it.
pub const NOT_UNDERSTOOD: &str = "@not_understood";

/// The part of a question's form that takes the words of "other: say what".
pub const OTHER: &str = "@other";

/// One answer to one question. Options are stored by key; words are looked up when shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The one option that was chosen; `yes` or `no` for a yes/no question and for a consent.
    Choice(Key),
    /// The options that were ticked, at least one, in the order of the question.
    Choices(Vec<Key>),
    /// One or several options, with the words that one of them asks for: "other: say what".
    WithOther {
        /// What was chosen, in the order of the question.
        chosen: Vec<Key>,
        /// The respondent's words, trimmed, never empty.
        other: String,
    },
    /// Options in order, the best first; at least one, none of them twice.
    Ranking(Vec<Key>),
    /// The point of the scale that each statement was given. Statements that were passed over have none.
    Grid(BTreeMap<Key, Key>),
    /// A day, month or year.
    Date(PartialDate),
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
    /// The respondent told us that they do not understand the question.
    NotUnderstood,
}

impl Answer {
    /// Whether the respondent did something about the question, which includes choosing not to say and telling us
    /// that they do not understand it.
    pub fn is_given(&self) -> bool {
        !matches!(self, Self::Skipped)
    }

    /// Whether it says nothing about what was asked: why it is missing, then.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Skipped | Self::RatherNotSay | Self::NotUnderstood)
    }

    /// The options that it names. Of a grid and a ranking, those of one part: a statement's key, or a place, of which
    /// `1` is the first. Other answers have no parts.
    pub fn chosen(&self, part: Option<&str>) -> &[Key] {
        match (self, part) {
            (Self::Choice(option), None) => std::slice::from_ref(option),
            (Self::Choices(options) | Self::WithOther { chosen: options, .. }, None) => options,
            (Self::Ranking(order), Some(place)) => {
                let place = place.parse::<usize>().ok().and_then(|place| order.get(place.checked_sub(1)?));
                place.map_or(&[], std::slice::from_ref)
            }
            (Self::Grid(points), Some(statement)) => points.get(statement).map_or(&[], std::slice::from_ref),
            _ => &[],
        }
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
            match question.read(typed, places) {
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
    /// An answer, and beside it the choice to give none.
    AnsweredAndNot,
    /// "Other" without the words that it asks for.
    OtherUnsaid,
    /// Words for "other", which is not chosen.
    OtherNotChosen,
    /// A box of a date that was left empty beside others that were not.
    DateLacks(DatePart),
    /// A box of a date that cannot be read.
    DateUnread(DatePart),
    /// No such day, as on 31 February.
    NoSuchDay,
    /// Outside the range of the question.
    DateOutside {
        /// The earliest that is allowed.
        earliest: Option<PartialDate>,
        /// The latest.
        latest: Option<PartialDate>,
    },
    /// An option that stands at an earlier place already.
    RankedTwice {
        /// The later place, from 1.
        place: usize,
    },
    /// An empty place with a filled one after it.
    RankGap {
        /// The empty place, from 1.
        place: usize,
    },
    /// Statements that need an answer and have none.
    RowsMissing(Vec<Key>),
    /// Something was said where the other answers do not lead.
    NotForYou,
    /// A number that can be read in two ways: with a mark between its thousands, or as a fraction.
    TwoNumbers {
        /// With a mark between thousands.
        thousands: String,
        /// As a fraction.
        fraction: String,
    },
}
