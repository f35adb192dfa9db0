//! Questions. Adding a kind means one file here and one control in `web/src/form/`.

mod choice;
mod number;
mod postcode;
mod several;
mod text;

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use choice::{Choice, ChoiceOption};
pub use number::Number;
pub use several::{Several, SeveralOption};
pub use text::FreeText;

use crate::{
    answer::{Answer, RATHER_NOT_SAY, Wrong},
    area::{Place, Postcode},
    audience::Audience,
    condition::Condition,
    text::{Key, Texts},
};

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
    /// When it is shown; always, where there is none. It may look at earlier sections only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The standard item that it is a copy of, such as `ethnic_group_2021`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<String>,
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
    /// A number.
    Number(Number),
    /// A line of words.
    ShortText(FreeText),
    /// A few sentences.
    LongText(FreeText),
    /// Yes or no.
    YesNo,
    /// A postcode, reduced at once to a district and a deprivation decile.
    Postcode,
    /// Something to read, with nothing to answer.
    Information,
}

impl Question {
    /// Reads the answer out of the values that were typed for this question. `None` for a question that takes none.
    pub(crate) fn read(
        &self,
        values: &[String],
        places: &dyn Fn(&Postcode) -> Option<Place>,
    ) -> Result<Option<Answer>, Wrong> {
        if matches!(self.kind, Kind::Information) {
            return if values.is_empty() { Ok(None) } else { Err(Wrong::NotOffered) };
        }
        let answer = if values.iter().any(|value| value == RATHER_NOT_SAY) {
            self.read_rather_not_say(values)?
        } else {
            match &self.kind {
                Kind::Single(kind) | Kind::Scale(kind) => kind.read(values)?,
                Kind::Several(kind) => kind.read(values)?,
                Kind::Number(kind) => kind.read(values)?,
                Kind::ShortText(kind) | Kind::LongText(kind) => kind.read(values)?,
                Kind::YesNo => choice::read_yes_no(values)?,
                Kind::Postcode => postcode::read(values, places)?,
                Kind::Information => Answer::Skipped,
            }
        };
        if self.required && !answer.is_given() {
            return Err(Wrong::Missing);
        }
        Ok(Some(answer))
    }

    fn read_rather_not_say(&self, values: &[String]) -> Result<Answer, Wrong> {
        // The text box beside the choice posts its emptiness as well.
        let said = values.iter().filter(|value| *value != RATHER_NOT_SAY && !value.trim().is_empty()).count();
        match said {
            _ if !self.sensitive => Err(Wrong::NotOffered),
            0 => Ok(Answer::RatherNotSay),
            _ if matches!(self.kind, Kind::Several(_)) => Err(Wrong::NoneAndSome),
            _ => Err(Wrong::MoreThanOne),
        }
    }

    /// The keys that an answer to this question may hold, in the order of the question; none for words and numbers.
    pub fn option_keys(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Single(kind) | Kind::Scale(kind) => kind.options.iter().map(|o| &*o.key).collect(),
            Kind::Several(kind) => kind.options.iter().map(|o| &*o.key).collect(),
            Kind::YesNo => choice::YES_NO.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The audience that an option of this question puts the respondent in.
    pub fn audience_of(&self, option: &str) -> Option<Audience> {
        match &self.kind {
            Kind::Single(kind) => kind.options.iter().find(|o| o.key == *option)?.audience,
            _ => None,
        }
    }

    /// Every text of the question, with where it stands: what has to be translated.
    pub(crate) fn texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = vec![("text".to_owned(), &self.text)];
        texts.extend(self.help.iter().map(|help| ("help".to_owned(), help)));
        texts.extend(self.reason.iter().map(|reason| ("reason".to_owned(), reason)));
        match &self.kind {
            Kind::Single(kind) | Kind::Scale(kind) => {
                texts.extend(kind.options.iter().map(|o| (format!("option {}", o.key), &o.text)));
            }
            Kind::Several(kind) => {
                texts.extend(kind.options.iter().map(|o| (format!("option {}", o.key), &o.text)));
            }
            _ => {}
        }
        texts
    }

    /// What its author got wrong within the question itself, in words.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = match &self.kind {
            Kind::Single(kind) => kind.faults(),
            Kind::Scale(kind) => kind.scale_faults(),
            Kind::Several(kind) => kind.faults(),
            Kind::Number(kind) => kind.faults(),
            Kind::ShortText(kind) | Kind::LongText(kind) => kind.faults(),
            Kind::YesNo | Kind::Postcode | Kind::Information => Vec::new(),
        };
        if self.required && matches!(self.kind, Kind::Information) {
            faults.push("information cannot be required: there is nothing to answer".to_owned());
        }
        faults
    }
}

/// Keys that stand more than once.
fn repeated<'a>(keys: impl Iterator<Item = &'a Key>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    keys.filter(|key| !seen.insert(*key))
        .map(|key| format!("two options have the key \"{key}\"; give each its own"))
        .collect()
}

/// The one value of a field that takes one: nothing, or trimmed words.
fn single_value(values: &[String]) -> Result<Option<&str>, Wrong> {
    match values {
        [] => Ok(None),
        [value] => Ok(Some(value.trim()).filter(|value| !value.is_empty())),
        _ => Err(Wrong::MoreThanOne),
    }
}
