//! Kind advice to whoever writes a survey. Nothing here has to be followed before publishing: what has to be changed is
//! a [`Fault`](crate::survey::Fault).
//!
//! A rule is one function in one of the files beside this one, and a line of [`RULES`]. It takes a draft however
//! unfinished. Advice on words is for English alone: we know too little of how other languages read.

mod alternatives;
mod asking;
mod care;
mod judged;
mod phrases;
mod plain;
mod ranges;
mod reading;
mod scales;
mod texts;
mod way;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_any;
#[cfg(test)]
mod tests_words;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{survey::Survey, text::Key};
use texts::Text;

/// How hard English is to read, as a year of school; nothing where there are too few words to tell.
pub fn grade(text: &str) -> Option<f64> {
    reading::grade(text)
}

/// Something in a survey that its author may want to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// Where, as a fault says it: `section/question/text`, or a field of the survey.
    pub at: String,
    /// Which rule says so.
    pub rule: Rule,
    /// What we see, and why it matters.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// The rules that advice follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The words need more years at school than readers may have had.
    HardToRead,
    /// A sentence is long.
    LongSentence,
    /// A text is long.
    LongText,
    /// A word is known to insiders only.
    Jargon,
    /// The words lean towards an answer.
    Leading,
    /// Two things are asked at once.
    DoubleBarrelled,
    /// A "not" is easily missed, and makes "no" mean yes.
    Negative,
    /// Points of a scale are numbers alone.
    BarePoints,
    /// A scale has more points on one side.
    LopsidedScale,
    /// A scale of agreement has no middle.
    NoMiddle,
    /// A scale of agreement has no "I don't know".
    NoDontKnow,
    /// A number fits two options.
    OverlappingNumbers,
    /// There are more options than anybody reads.
    TooManyOptions,
    /// Some answers have no option.
    NoOther,
    /// A delicate question says not why it is asked.
    NoReason,
    /// A delicate question has no "I'd rather not say".
    NoWayOut,
    /// Most questions insist on an answer.
    TooManyRequired,
    /// Children under 9 read words for older ones.
    NoYoungerWords,
    /// There is no Easy Read where it would help.
    NoEasyRead,
    /// No answers lead there.
    NobodyGetsHere,
    /// It takes longer than promised, or than people stay.
    TooLong,
    /// No indicator reads the answers.
    WhyAsk,
}

impl Rule {
    /// Every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        RULES.iter().map(|(rule, _)| *rule)
    }

    /// The stable code that an author is shown.
    pub fn code(self) -> &'static str {
        match self {
            Self::HardToRead => "hard_to_read",
            Self::LongSentence => "long_sentence",
            Self::LongText => "long_text",
            Self::Jargon => "jargon",
            Self::Leading => "leading",
            Self::DoubleBarrelled => "double_barrelled",
            Self::Negative => "negative",
            Self::BarePoints => "bare_points",
            Self::LopsidedScale => "lopsided_scale",
            Self::NoMiddle => "no_middle",
            Self::NoDontKnow => "no_dont_know",
            Self::OverlappingNumbers => "overlapping_numbers",
            Self::TooManyOptions => "too_many_options",
            Self::NoOther => "no_other",
            Self::NoReason => "no_reason",
            Self::NoWayOut => "no_way_out",
            Self::TooManyRequired => "too_many_required",
            Self::NoYoungerWords => "no_younger_words",
            Self::NoEasyRead => "no_easy_read",
            Self::NobodyGetsHere => "nobody_gets_here",
            Self::TooLong => "too_long",
            Self::WhyAsk => "why_ask",
        }
    }
}

/// What a rule does.
type Check = fn(&Draft<'_>) -> Vec<Found>;

const RULES: [(Rule, Check); 22] = [
    (Rule::HardToRead, plain::hard_to_read),
    (Rule::LongSentence, plain::long_sentences),
    (Rule::LongText, plain::long_texts),
    (Rule::Jargon, plain::jargon),
    (Rule::Leading, asking::leading),
    (Rule::DoubleBarrelled, asking::double_barrelled),
    (Rule::Negative, asking::negative),
    (Rule::BarePoints, scales::bare_points),
    (Rule::LopsidedScale, scales::lopsided),
    (Rule::NoMiddle, scales::no_middle),
    (Rule::NoDontKnow, scales::no_dont_know),
    (Rule::OverlappingNumbers, ranges::overlapping),
    (Rule::TooManyOptions, alternatives::too_many),
    (Rule::NoOther, alternatives::no_other),
    (Rule::NoReason, care::no_reason),
    (Rule::NoWayOut, care::no_way_out),
    (Rule::TooManyRequired, care::too_many_required),
    (Rule::NoYoungerWords, care::no_younger_words),
    (Rule::NoEasyRead, care::no_easy_read),
    (Rule::NobodyGetsHere, way::nobody_gets_here),
    (Rule::TooLong, way::too_long),
    (Rule::WhyAsk, way::why_ask),
];

/// What a rule found.
struct Found {
    at: String,
    message: String,
    fix: String,
}

impl Found {
    fn new(at: impl Into<String>, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { at: at.into(), message: message.into(), fix: fix.into() }
    }
}

/// What rules look at.
struct Draft<'s> {
    /// With standard items put in as questions.
    survey: &'s Survey,
    /// Every English text of the author's own.
    texts: Vec<Text<'s>>,
    /// The questions that some indicator reads, where that is known.
    used: Option<&'s BTreeSet<Key>>,
}

/// Advice on a survey, in the order of its parts. `used` are the keys of the questions whose answers some indicator
/// reads; without it, nothing is said about use.
pub fn lint(survey: &Survey, used: Option<&BTreeSet<Key>>) -> Vec<Advice> {
    let (survey, _) = survey.clone().with_standard_items();
    let draft = Draft { survey: &survey, texts: texts::of(&survey), used };
    let found = RULES.iter().flat_map(|(rule, check)| check(&draft).into_iter().map(move |found| (*rule, found)));
    let mut advice: Vec<_> =
        found.map(|(rule, Found { at, message, fix })| Advice { at, rule, message, fix }).collect();
    advice.sort_by_cached_key(|advice| place(&survey, &advice.at));
    advice
}

/// Where an address stands in the order of the survey; what belongs to no section comes first.
fn place(survey: &Survey, at: &str) -> Option<(usize, Option<usize>)> {
    let mut parts = at.split('/');
    let key = parts.next()?;
    let section = survey.sections.iter().position(|section| section.key == *key)?;
    let question = parts.next()?;
    Some((section, survey.sections[section].questions.iter().position(|known| known.key == *question)))
}
