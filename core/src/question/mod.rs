//! Questions. Adding a kind means one file here and one control in `web/src/form/`.

mod choice;
mod columns;
mod consent;
mod date;
mod fields;
mod grid;
mod kind;
mod months;
mod number;
mod other;
mod postcode;
mod ranking;
mod several;
mod text;
mod wording;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_number;
#[cfg(test)]
mod tests_parts;
#[cfg(test)]
mod tests_wording;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use choice::{Choice, ChoiceOption};
pub use columns::{Column, Holds};
pub use consent::Consent;
pub use date::DateAsked;
pub use grid::Grid;
pub use number::{Number, in_figures};
pub use other::OTHER_LONGEST;
pub use ranking::Ranking;
pub use several::{Several, SeveralOption};
pub use text::FreeText;
pub use wording::Wording;

use crate::{
    answer::{Answer, NOT_UNDERSTOOD, RATHER_NOT_SAY, Typed, Wrong},
    area::{Place, Postcode},
    condition::Condition,
    picture::Illustration,
    text::{Key, Texts},
};
use fields::{Fields, single_value};

/// One thing that is asked, or told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Stable over versions: waves are compared, and plugins find answers, by it.
    pub key: Key,
    /// The question itself.
    pub text: Texts,
    /// Help with answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Texts>,
    /// Why it is asked, in words for the person who is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Texts>,
    /// Whether the survey cannot be sent without an answer.
    #[serde(default)]
    pub required: bool,
    /// Whether "I'd rather not say" is offered. Always so in a monitoring section.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether "I don't understand this question" is offered. Never so where the survey says that it is not.
    #[serde(default = "yes")]
    pub offer_not_understood: bool,
    /// When it is shown; always, where there is none. It may look at earlier sections only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The standard item that it is a copy of, such as `ethnic_group_2021`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<String>,
    /// Shown above it to those whom pictures help, with words for those who do not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Illustration>,
    /// The same in other words, for readers of an age or of Easy Read. Whatever they read, their answers are one
    /// column of the results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<Wording>,
    /// What kind of answer it takes.
    #[serde(flatten)]
    pub kind: Kind,
}

/// The kinds of question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// One of some options.
    Single(Choice),
    /// One of some labelled points in order.
    Scale(Choice),
    /// Any of some options.
    Several(Several),
    /// The best few of some options, in order.
    Ranking(Ranking),
    /// Statements, each answered on one scale.
    Grid(Grid),
    /// A number.
    Number(Number),
    /// A day, a month or a year.
    Date(DateAsked),
    /// A line of words.
    ShortText(FreeText),
    /// A few sentences.
    LongText(FreeText),
    /// Yes or no.
    YesNo,
    /// A box to tick under words that one agrees to.
    Consent(Consent),
    /// A postcode, reduced at once to a district and a deprivation decile.
    Postcode,
    /// Something to read, with nothing to answer.
    Information,
}

/// A key with the words that stand for it: an option to put in order, a statement of a grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// What is stored.
    pub key: Key,
    /// What is shown.
    pub text: Texts,
}

impl Question {
    /// Reads the answer out of what was typed for this question. `None` for a question that takes none.
    pub(crate) fn read(
        &self,
        typed: &Typed,
        places: &dyn Fn(&Postcode) -> Option<Place>,
    ) -> Result<Option<Answer>, Wrong> {
        self.read_insisting(typed, places, true)
    }

    /// The same for what was written on paper: nobody can be asked again, so nothing that is missing is insisted on.
    pub(crate) fn read_from_paper(
        &self,
        typed: &Typed,
        places: &dyn Fn(&Postcode) -> Option<Place>,
    ) -> Result<Option<Answer>, Wrong> {
        self.read_insisting(typed, places, false)
    }

    fn read_insisting(
        &self,
        typed: &Typed,
        places: &dyn Fn(&Postcode) -> Option<Place>,
        insists: bool,
    ) -> Result<Option<Answer>, Wrong> {
        let fields = Fields { typed, key: &self.key, insists };
        if !self.takes_answer() {
            return if fields.whole().is_empty() { Ok(None) } else { Err(Wrong::NotOffered) };
        }
        let answer = match self.read_missing(&fields)? {
            Some(missing) => missing,
            None => match &self.kind {
                Kind::Single(kind) | Kind::Scale(kind) => kind.read(&fields)?,
                Kind::Several(kind) => kind.read(&fields)?,
                Kind::Ranking(kind) => kind.read(&fields)?,
                Kind::Grid(kind) => kind.read(&fields, self.required)?,
                Kind::Number(kind) => kind.read(fields.whole())?,
                Kind::Date(kind) => kind.read(&fields)?,
                Kind::ShortText(kind) | Kind::LongText(kind) => kind.read(fields.whole())?,
                Kind::YesNo => choice::read_yes_no(fields.whole())?,
                Kind::Consent(_) => consent::read(fields.whole())?,
                Kind::Postcode => postcode::read(fields.whole(), places)?,
                Kind::Information => Answer::Skipped,
            },
        };
        if insists && self.required && !self.is_satisfied_by(&answer) {
            return Err(Wrong::Missing);
        }
        Ok(Some(answer))
    }

    /// Reads the choice to give no answer, if that is what was made.
    fn read_missing(&self, fields: &Fields<'_>) -> Result<Option<Answer>, Wrong> {
        let marked = |mark: &str| fields.whole().iter().any(|value| value == mark);
        let (missing, offered) = match (marked(RATHER_NOT_SAY), marked(NOT_UNDERSTOOD)) {
            (false, false) => return Ok(None),
            (true, true) => return Err(Wrong::MoreThanOne),
            (true, false) => (Answer::RatherNotSay, self.sensitive),
            (false, true) => (Answer::NotUnderstood, self.offers_not_understood()),
        };
        // The text box beside the choice posts its emptiness as well.
        let said = fields.whole().iter().filter(|value| !value.trim().is_empty()).count() > 1 || fields.any_part();
        match said {
            _ if !offered => Err(Wrong::NotOffered),
            true => Err(Wrong::AnsweredAndNot),
            false => Ok(Some(missing)),
        }
    }

    /// Whether there is something to answer.
    pub fn takes_answer(&self) -> bool {
        !matches!(self.kind, Kind::Information)
    }

    /// Whether "I don't understand this question" is a choice. Where a survey cannot be sent without a consent it is
    /// none: nobody agrees to what they do not understand.
    pub fn offers_not_understood(&self) -> bool {
        self.offer_not_understood && self.takes_answer() && !(self.required && matches!(self.kind, Kind::Consent(_)))
    }

    /// Whether the survey can be sent with this question as it is, with what was answered so far.
    pub(crate) fn is_open(&self, answer: Option<&Answer>) -> bool {
        self.takes_answer() && answer.is_none_or(|answer| self.required && !self.is_satisfied_by(answer))
    }

    /// Whether an answer is what a required question asks for.
    pub(crate) fn is_satisfied_by(&self, answer: &Answer) -> bool {
        let refused = matches!(self.kind, Kind::Consent(_)) && answer.chosen(None).iter().any(|said| *said == *"no");
        answer.is_given() && !refused
    }

    /// What its author got wrong within the question itself, in words.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = self.kind.faults();
        if self.required && !self.takes_answer() {
            faults.push("information cannot be required: there is nothing to answer".to_owned());
        }
        if self.sensitive && matches!(self.kind, Kind::Consent(_)) {
            let message = "a consent cannot be \"sensitive\" or in equality monitoring: an empty box is a no";
            faults.push(message.to_owned());
        }
        faults
    }
}

fn yes() -> bool {
    true
}

/// Keys that stand more than once.
fn repeated<'a>(what: &str, keys: impl Iterator<Item = &'a Key>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    keys.filter(|key| !seen.insert(*key))
        .map(|key| format!("two {what} have the key \"{key}\"; give each its own"))
        .collect()
}

/// A text with the digits of other scripts, as keyboards of their languages type them, written as ours.
pub fn plain_digits(text: &str) -> String {
    let plain = |c: char| {
        let zero =
            ['\u{660}', '\u{6f0}', '\u{9e6}'].into_iter().find(|zero| (*zero..).take(10).any(|digit| digit == c));
        zero.and_then(|zero| char::from_digit(u32::from(c) - u32::from(zero), 10)).unwrap_or(c)
    };
    text.chars().map(plain).collect()
}
