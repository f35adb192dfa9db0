//! One thing that is known of each response, as a code each.

use std::collections::BTreeMap;

use super::{
    Mask, Missing,
    codes::{Axis, Codes},
    missing::FIRST,
};
use crate::{
    answer::Answer,
    date::days_from_1970,
    question::{Column, Holds},
    results::Choosing,
    text::Key,
};

/// What a variable is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Answers to a question: of a grid those for one statement, of a ranking those in one place.
    Question {
        /// The question.
        key: Key,
        /// The statement's key or the place, of which `1` is the first.
        part: Option<String>,
    },
    /// Whom respondents turned out to be.
    Audience,
    /// How old they are.
    AgeBand,
    /// The language that they answered in.
    Language,
    /// The district that they live in.
    Area,
    /// The deprivation decile of their neighbourhood, 1 the most deprived.
    Decile,
}

/// One of the values that a variable takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// An option's key, a code of an audience, a district and the like, or a number in figures.
    pub key: String,
    /// The number that it stands for, if it stands for one: a date for its days since 1 January 1970.
    pub value: Option<f64>,
}

/// A column of codes. Codes under [`FIRST`] are kinds of missing, the others levels.
#[derive(Clone, Debug)]
pub struct Variable {
    subject: Subject,
    levels: Levels,
    pub(in crate::results) codes: Codes,
    /// Of several options, who ticked each: the code only says whether any answer was given.
    pub(super) ticked: Vec<Mask>,
}

/// What the codes of a column stand for.
#[derive(Clone, Debug)]
enum Levels {
    /// What the survey offers, in its order.
    Offered { levels: Vec<Level>, codes: BTreeMap<String, u32> },
    /// What has come so far.
    Met(BTreeMap<String, u32>),
    /// Numbers that have come so far, each as bits that are in the order of the numbers.
    Numbers(BTreeMap<u64, u32>),
    /// Words: only that there are some.
    Words,
}

impl Variable {
    /// A variable beside the questions, whose levels are met as responses come.
    pub(super) fn beside(subject: Subject) -> Self {
        let levels = match subject {
            Subject::Decile => Levels::Numbers(BTreeMap::new()),
            _ => Levels::Met(BTreeMap::new()),
        };
        Self { subject, levels, codes: Codes::new(), ticked: Vec::new() }
    }

    pub(super) fn of_column(question: &Key, column: Column<'_>) -> Self {
        let level = |key: &str, value| Level { key: key.to_owned(), value };
        let (levels, several) = match column.holds {
            Holds::One(options) => (offered(options.into_iter().map(|(key, value)| level(key, value)).collect()), 0),
            Holds::Several(options) => {
                let count = options.len();
                (offered(options.into_iter().map(|key| level(key, None)).collect()), count)
            }
            Holds::Number { .. } => (Levels::Numbers(BTreeMap::new()), 0),
            Holds::Words => (Levels::Words, 0),
        };
        let subject = Subject::Question { key: question.clone(), part: column.part };
        Self { subject, levels, codes: Codes::new(), ticked: vec![Mask::default(); several] }
    }

    /// What it is about.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Whether one response has one level, or any number of them.
    pub fn choosing(&self) -> Choosing {
        if self.ticked.is_empty() { Choosing::One } else { Choosing::Several }
    }

    /// Its levels, in the order of their counts: as the survey offers them, others by their code or number. Words have
    /// none.
    pub fn levels(&self) -> Vec<Level> {
        match &self.levels {
            Levels::Offered { levels, .. } => levels.clone(),
            Levels::Met(codes) => codes.keys().map(|key| Level { key: key.clone(), value: None }).collect(),
            Levels::Numbers(codes) => {
                let number = |bits: &u64| number_of(*bits);
                codes.keys().map(number).map(|n| Level { key: n.to_string(), value: Some(n) }).collect()
            }
            Levels::Words => Vec::new(),
        }
    }

    /// The codes of its levels, in the order of [`levels`](Self::levels).
    pub(in crate::results) fn order(&self) -> Vec<u32> {
        match &self.levels {
            Levels::Offered { codes, .. } if self.ticked.is_empty() => (FIRST..).take(codes.len()).collect(),
            Levels::Offered { .. } | Levels::Words => Vec::new(),
            Levels::Met(codes) => codes.values().copied().collect(),
            Levels::Numbers(codes) => codes.values().copied().collect(),
        }
    }

    /// Its codes as an axis of a table.
    pub(in crate::results) fn axis(&self) -> Axis<'_> {
        let levels = match &self.levels {
            Levels::Offered { codes, .. } if self.ticked.is_empty() => codes.len(),
            // Words are there, or some option of several was ticked.
            Levels::Offered { .. } | Levels::Words => 1,
            Levels::Met(codes) => codes.len(),
            Levels::Numbers(codes) => codes.len(),
        };
        (&self.codes, FIRST as usize + levels)
    }

    /// How many bytes it takes, levels left out: they are few beside responses.
    pub(super) fn bytes(&self) -> usize {
        self.codes.bytes() + self.ticked.iter().map(Mask::bytes).sum::<usize>()
    }

    /// Adds the code that the next response has, or why it has none.
    pub(super) fn push_code(&mut self, code: Result<&str, Missing>) {
        let code = match (&mut self.levels, code) {
            (Levels::Met(codes), Ok(key)) => codes.get(key).copied().unwrap_or_else(|| next(codes, key.to_owned())),
            (_, code) => code.err().unwrap_or(Missing::PassedOver).code(),
        };
        self.codes.push(code);
    }

    /// Adds the number that the next response has, or why it has none.
    pub(super) fn push_number(&mut self, number: Result<f64, Missing>) {
        let code = match (&mut self.levels, number) {
            (Levels::Numbers(codes), Ok(number)) => code_of_number(codes, number),
            (_, number) => number.err().unwrap_or(Missing::PassedOver).code(),
        };
        self.codes.push(code);
    }

    /// Adds the next response's answer; none where the question was not asked.
    pub(super) fn push_answer(&mut self, answer: Option<&Answer>) {
        let said = answer.filter(|answer| !answer.is_missing());
        self.tick(said.map_or(&[], |answer| answer.chosen(None)));
        let code = said.and_then(|answer| self.code_of(answer));
        self.codes.push(code.unwrap_or(Missing::of(answer).code()));
    }

    fn tick(&mut self, chosen: &[Key]) {
        let Levels::Offered { codes, .. } = &self.levels else { return };
        let set = chosen.iter().filter_map(|key| codes.get(&**key)).fold(0_u64, |set, code| set | 1 << (code - FIRST));
        for (option, mask) in self.ticked.iter_mut().enumerate() {
            mask.push(set >> option & 1 == 1);
        }
    }

    /// The code of an answer that is not missing; none where it says nothing about this part of the question.
    fn code_of(&mut self, answer: &Answer) -> Option<u32> {
        let Subject::Question { part, .. } = &self.subject else { return None };
        match (&mut self.levels, answer) {
            (Levels::Offered { .. }, _) if !self.ticked.is_empty() => Some(FIRST),
            (Levels::Offered { codes, .. }, answer) => {
                answer.chosen(part.as_deref()).first().and_then(|key| codes.get(&**key)).copied()
            }
            (Levels::Numbers(codes), Answer::Number(number)) => Some(code_of_number(codes, *number)),
            (Levels::Numbers(codes), Answer::Date(date)) => {
                Some(code_of_number(codes, f64::from(days_from_1970(date.first_day()))))
            }
            (Levels::Words, Answer::Text(_)) => Some(FIRST),
            _ => None,
        }
    }
}

fn offered(levels: Vec<Level>) -> Levels {
    let codes = levels.iter().zip(FIRST..).map(|(level, code)| (level.key.clone(), code)).collect();
    Levels::Offered { levels, codes }
}

fn next<K: Ord>(codes: &mut BTreeMap<K, u32>, key: K) -> u32 {
    let code = FIRST + u32::try_from(codes.len()).unwrap_or(u32::MAX - FIRST);
    codes.insert(key, code);
    code
}

fn code_of_number(codes: &mut BTreeMap<u64, u32>, number: f64) -> u32 {
    let bits = ordered_bits(number);
    match codes.get(&bits) {
        Some(code) => *code,
        None => next(codes, bits),
    }
}

const SIGN: u64 = 1 << 63;

/// Bits that are in the order of the numbers: those of a negative one turned over, those of the others after them.
fn ordered_bits(number: f64) -> u64 {
    // −0 is 0.
    let bits = (number + 0.0).to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

fn number_of(ordered: u64) -> f64 {
    f64::from_bits(if ordered & SIGN == 0 { !ordered } else { ordered ^ SIGN })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_in_the_order_of_numbers() {
        let numbers = [-1e9, -2.5, -1e-300, 0.0, 1e-300, 3.0, 1e9];
        let bits = numbers.map(ordered_bits);
        assert!(bits.is_sorted());
        assert_eq!(bits.map(number_of).map(f64::to_bits), numbers.map(f64::to_bits));
        assert_eq!(ordered_bits(-0.0), ordered_bits(0.0));
    }
}
