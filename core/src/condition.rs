//! When a section or question is shown, as data: the same rule on server, in plugins' view and in print.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    age::AgeBand,
    answer::Answer,
    audience::Audience,
    date::PartialDate,
    question::Question,
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
    /// The date that answers an earlier question lies, with some day of it, between two.
    Date(DateIs),
    /// The respondent belongs to one of these audiences. So it is, too, where the survey asks nobody else.
    Audience(Vec<Audience>),
    /// The respondent is of one of these ages.
    AgeBand(Vec<AgeBand>),
    /// The survey is being read in one of these languages.
    Language(Vec<Lang>),
}

/// See [`Condition::Answer`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerIs {
    /// The earlier question. Of a ranking, the favourite is looked at.
    pub question: Key,
    /// Which statement, of a grid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Key>,
    /// Option keys; `yes` and `no` for a yes/no question and for a consent.
    pub is: Vec<Key>,
}

/// See [`Condition::Date`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateIs {
    /// The earlier question.
    pub question: Key,
    /// Not before this day, month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Not after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

/// What is known of a respondent at some point of the way.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Answers given so far.
    pub answers: BTreeMap<&'a str, &'a Answer>,
    /// Whom the respondent has turned out to be, if that is known.
    pub audience: Option<Audience>,
    /// How old the respondent has turned out to be, if that is known.
    pub age_band: Option<AgeBand>,
    /// The language of the page.
    pub language: &'a Lang,
    /// Whom the survey is for.
    pub among: &'a [Audience],
    /// What is not known yet, but may be before the rule counts.
    pub ahead: Ahead<'a>,
}

/// What may still be learned.
#[derive(Clone, Debug, Default)]
pub struct Ahead<'a> {
    questions: BTreeSet<&'a str>,
    audience: bool,
    age_band: bool,
}

impl<'a> Facts<'a> {
    /// Nothing but the language, and the audience where there is only one.
    pub fn new(among: &'a [Audience], language: &'a Lang) -> Self {
        let audience = if let [only] = among { Some(*only) } else { None };
        Self { answers: BTreeMap::new(), audience, age_band: None, language, among, ahead: Ahead::default() }
    }

    /// Takes an answer in. Of several that tell the audience or the age, the last one counts.
    pub fn learn(&mut self, question: &'a Question, answer: &'a Answer) {
        if let [option, ..] = answer.chosen(None) {
            self.audience = question.audience_of(option).or(self.audience);
            self.age_band = question.age_band_of(option).or(self.age_band);
        }
        self.answers.insert(&question.key, answer);
    }

    /// Takes note that a question may be answered before the rule counts.
    pub fn expect(&mut self, question: &'a Question) {
        self.ahead.questions.insert(&question.key);
        let options = question.option_keys();
        self.ahead.audience |= options.iter().any(|option| question.audience_of(option).is_some());
        self.ahead.age_band |= options.iter().any(|option| question.age_band_of(option).is_some());
    }

    /// Takes note that the audience, or the age, is known whatever is answered.
    pub fn settle(&mut self, audience: bool, age_band: bool) {
        self.ahead.audience &= !audience;
        self.ahead.age_band &= !age_band;
    }
}

impl Condition {
    /// Whether the rule holds. An unanswered question satisfies no rule about its answer.
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        self.outlook(facts) == Some(true)
    }

    /// Whether the rule holds whatever comes; `None` where it depends on what is still ahead.
    pub fn outlook(&self, facts: &Facts<'_>) -> Option<bool> {
        let known = |open: bool, holds: bool| (!open).then_some(holds);
        let is_ahead = |question: &Key| facts.ahead.questions.contains(&**question);
        match self {
            Self::All(rules) => settle(rules, facts, false),
            Self::Any(rules) => settle(rules, facts, true),
            Self::Not(rule) => rule.outlook(facts).map(|holds| !holds),
            Self::Answer(rule) => known(is_ahead(&rule.question), rule.holds(facts)),
            Self::Date(rule) => known(is_ahead(&rule.question), rule.holds(facts)),
            Self::Audience(these) if facts.among.iter().all(|audience| these.contains(audience)) => Some(true),
            Self::Audience(these) => {
                known(facts.ahead.audience, facts.audience.is_some_and(|audience| these.contains(&audience)))
            }
            Self::AgeBand(these) => {
                known(facts.ahead.age_band, facts.age_band.is_some_and(|band| these.contains(&band)))
            }
            Self::Language(these) => Some(these.contains(facts.language)),
        }
    }

    /// Every rule about an answer inside, for checking that what it names exists.
    pub fn leaves(&self) -> Vec<&Self> {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::leaves).collect(),
            Self::Not(rule) => rule.leaves(),
            leaf => vec![leaf],
        }
    }
}

/// The outlook of rules of which one that is `decisive` decides all.
fn settle(rules: &[Condition], facts: &Facts<'_>, decisive: bool) -> Option<bool> {
    let outlooks: Vec<_> = rules.iter().map(|rule| rule.outlook(facts)).collect();
    if outlooks.contains(&Some(decisive)) {
        Some(decisive)
    } else if outlooks.contains(&None) {
        None
    } else {
        Some(!decisive)
    }
}

impl AnswerIs {
    fn holds(&self, facts: &Facts<'_>) -> bool {
        let Some(answer) = facts.answers.get(&*self.question) else { return false };
        let part = match answer {
            Answer::Ranking(_) => Some("1"),
            _ => self.statement.as_deref(),
        };
        answer.chosen(part).iter().any(|option| self.is.contains(option))
    }
}

impl DateIs {
    fn holds(&self, facts: &Facts<'_>) -> bool {
        match facts.answers.get(&*self.question) {
            Some(Answer::Date(date)) => date.is_within(self.from, self.to),
            _ => false,
        }
    }
}
