//! What a rule of another tool means here: a condition over the answers to earlier questions.

use super::expression::{Expression, Op};
use crate::{
    condition::{AnswerIs, Condition, DateIs},
    date::{DatePart, PartialDate},
    question::{Kind, Question},
    text::Key,
};

/// Something that a rule can look at, by the name that the other tool has for it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The question here.
    pub question: Key,
    /// Which statement, of a grid.
    pub statement: Option<Key>,
    /// What can be said of its answer.
    pub holds: Holds,
}

/// A rule that looks at many options at once may name so many.
const MOST_LISTED: usize = 200;

/// What can be said of an answer. Options stand beside their codes in the other tool.
#[derive(Clone, Debug)]
pub(super) enum Holds {
    One(Vec<(String, Key)>),
    Several(Vec<(String, Key)>),
    /// In order; only the first can be looked at.
    Ranked(Vec<(String, Key)>),
    Date,
    /// Words or numbers, which no condition looks into.
    Nothing,
}

impl Known {
    /// A question as it is, with the codes of its options.
    pub fn of(question: &Question, codes: Vec<(String, Key)>) -> Self {
        let holds = match &question.kind {
            Kind::Single(_) | Kind::Scale(_) | Kind::YesNo => Holds::One(codes),
            Kind::Several(_) | Kind::Consent(_) => Holds::Several(codes),
            Kind::Ranking(_) => Holds::Ranked(codes),
            Kind::Date(_) => Holds::Date,
            _ => Holds::Nothing,
        };
        Self { question: question.key.clone(), statement: None, holds }
    }

    fn codes(&self) -> &[(String, Key)] {
        match &self.holds {
            Holds::One(codes) | Holds::Several(codes) | Holds::Ranked(codes) => codes,
            Holds::Date | Holds::Nothing => &[],
        }
    }

    fn is(&self, options: Vec<Key>) -> Condition {
        Condition::Answer(AnswerIs { question: self.question.clone(), statement: self.statement.clone(), is: options })
    }

    fn is_dated(&self, from: Option<PartialDate>, to: Option<PartialDate>) -> Condition {
        Condition::Date(DateIs { question: self.question.clone(), from, to })
    }

    /// That it was answered at all.
    fn is_answered(&self) -> Result<Condition, String> {
        match self.holds {
            Holds::Nothing => {
                Err(format!("\"{}\" takes words or numbers, which no condition looks into", self.question))
            }
            Holds::Date => Ok(self.is_dated(None, None)),
            _ if self.codes().len() > MOST_LISTED => {
                Err(format!("\"{}\" has too many options for that", self.question))
            }
            _ => Ok(self.is(self.codes().iter().map(|(_, key)| key.clone()).collect())),
        }
    }

    fn option(&self, code: &str) -> Result<&Key, String> {
        let same = |known: &str| known == code || number(known).is_some_and(|value| number(code) == Some(value));
        let found = self.codes().iter().find(|(known, _)| same(known)).map(|(_, key)| key);
        found.ok_or_else(|| format!("\"{}\" has no option \"{code}\"", self.question))
    }
}

/// The condition that a rule is, or in words why there is none.
pub(super) fn condition<'k>(rule: &Expression, known: &dyn Fn(&str) -> Option<&'k Known>) -> Result<Condition, String> {
    let each = |parts: &[Expression]| parts.iter().map(|part| condition(part, known)).collect::<Result<Vec<_>, _>>();
    match rule {
        Expression::Or(parts) => each(parts).map(Condition::Any),
        Expression::And(parts) => each(parts).map(Condition::All),
        Expression::Not(part) => Ok(not(condition(part, known)?)),
        Expression::Compare(left, op, right) => match (literal(left), literal(right)) {
            (None, Some(value)) => compared(left, *op, value, known),
            (Some(value), None) => compared(right, op.turned(), value, known),
            _ => Err("Heard compares answers with what is written, not with one another".to_owned()),
        },
        Expression::Call(name, given) => match (&**name, &given[..]) {
            ("true", []) => Ok(Condition::All(Vec::new())),
            ("false", []) => Ok(Condition::Any(Vec::new())),
            ("selected", [Expression::Answer(name), Expression::Literal(code)]) => {
                let looked_at = find(name, known)?;
                if matches!(looked_at.holds, Holds::Ranked(_)) {
                    return Err(format!("\"{name}\" is a ranking, of which the first alone can be looked at"));
                }
                Ok(looked_at.is(vec![looked_at.option(code)?.clone()]))
            }
            ("is_empty", [Expression::Answer(name)]) => Ok(not(find(name, known)?.is_answered()?)),
            _ => Err(format!("Heard does not know \"{name}()\" here")),
        },
        _ => Err("it is no rule about an answer".to_owned()),
    }
}

fn not(condition: Condition) -> Condition {
    match condition {
        Condition::Not(inside) => *inside,
        condition => Condition::Not(Box::new(condition)),
    }
}

fn find<'k>(name: &str, known: &dyn Fn(&str) -> Option<&'k Known>) -> Result<&'k Known, String> {
    // LimeSurvey says after a point what of the answer is meant: `q1.NAOK`.
    let short = name.split_once('.').filter(|(_, what)| ["NAOK", "code", "value"].contains(what));
    let found = known(name).or_else(|| known(short?.0));
    found.ok_or_else(|| format!("\"{name}\" is not asked before it, or is not there"))
}

fn literal(side: &Expression) -> Option<&str> {
    match side {
        Expression::Literal(text) => Some(text),
        Expression::Call(name, given) if name == "date" => match &given[..] {
            [Expression::Literal(text)] => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn compared<'k>(
    side: &Expression,
    op: Op,
    value: &str,
    known: &dyn Fn(&str) -> Option<&'k Known>,
) -> Result<Condition, String> {
    match side {
        Expression::Answer(name) => answer(find(name, known)?, op, value),
        Expression::Call(function, given) => match (&**function, &given[..]) {
            ("selected-at", [Expression::Answer(name), Expression::Literal(place)]) if place == "0" => {
                let looked_at = find(name, known)?;
                let Holds::Ranked(codes) = &looked_at.holds else {
                    return Err(format!("\"{name}\" is no ranking"));
                };
                answer(&Known { holds: Holds::One(codes.clone()), ..looked_at.clone() }, op, value)
            }
            ("count-selected" | "string-length" | "strlen" | "count", [Expression::Answer(name)]) => {
                let is_answered = find(name, known)?.is_answered()?;
                match (op, value) {
                    (Op::More | Op::Unequal, "0") | (Op::AtLeast, "1") => Ok(is_answered),
                    (Op::Equal, "0") | (Op::Less, "1") => Ok(not(is_answered)),
                    _ => Err("Heard does not count what was chosen".to_owned()),
                }
            }
            _ => Err(format!("Heard does not know \"{function}()\" here")),
        },
        _ => Err("it is no rule about an answer".to_owned()),
    }
}

fn answer(looked_at: &Known, op: Op, value: &str) -> Result<Condition, String> {
    match (op, value) {
        (Op::Equal, "") => return looked_at.is_answered().map(not),
        (Op::Unequal, "") => return looked_at.is_answered(),
        (Op::Unequal, _) => return answer(looked_at, Op::Equal, value).map(not),
        _ => {}
    }
    match &looked_at.holds {
        Holds::Nothing => looked_at.is_answered(),
        Holds::Date => dated(looked_at, op, value),
        Holds::Ranked(_) => Err(format!("\"{}\" is a ranking: look at its first place", looked_at.question)),
        Holds::Several(codes) if op == Op::Equal => {
            // Exactly this one was chosen.
            let option = looked_at.option(value)?;
            let others: Vec<_> = codes.iter().map(|(_, key)| key).filter(|key| *key != option).cloned().collect();
            if others.len() > MOST_LISTED {
                return Err(format!("\"{}\" has too many options for that", looked_at.question));
            }
            let chosen = looked_at.is(vec![option.clone()]);
            Ok(if others.is_empty() { chosen } else { Condition::All(vec![chosen, not(looked_at.is(others))]) })
        }
        Holds::One(_) if op == Op::Equal => Ok(looked_at.is(vec![looked_at.option(value)?.clone()])),
        Holds::One(codes) => {
            let limit = number(value).ok_or("what is greater or less has to be a number")?;
            let fits = |code: &str| {
                number(code).is_some_and(|code| match op {
                    Op::Less => code < limit,
                    Op::AtMost => code <= limit,
                    Op::More => code > limit,
                    _ => code >= limit,
                })
            };
            let fitting: Vec<_> = codes.iter().filter(|(code, _)| fits(code)).map(|(_, key)| key.clone()).collect();
            if fitting.is_empty() || fitting.len() > MOST_LISTED {
                return Err(format!("\"{}\" has no options that are such numbers, or too many", looked_at.question));
            }
            Ok(looked_at.is(fitting))
        }
        Holds::Several(_) => Err(format!("\"{}\" takes several answers, which are no number", looked_at.question)),
    }
}

fn dated(looked_at: &Known, op: Op, value: &str) -> Result<Condition, String> {
    let written: PartialDate = value.parse()?;
    let day = |day: jiff::civil::Date| PartialDate::new(day.year(), Some(day.month()), Some(day.day()));
    let before = || written.first_day().yesterday().ok().and_then(day).ok_or("there is no day before it");
    let after = || written.last_day().tomorrow().ok().and_then(day).ok_or("there is no day after it");
    Ok(match op {
        Op::Equal | Op::Unequal => looked_at.is_dated(Some(written), Some(written)),
        Op::AtLeast => looked_at.is_dated(Some(written), None),
        Op::AtMost => looked_at.is_dated(None, Some(written)),
        Op::More => looked_at.is_dated(Some(after()?), None),
        Op::Less => looked_at.is_dated(None, Some(before()?)),
    })
}

/// A number as rules write it: not "inf" or "NaN", which Rust would read as well.
pub(super) fn number(written: &str) -> Option<f64> {
    let plain = written.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    plain.then(|| written.parse().ok()).flatten().filter(|number: &f64| number.is_finite())
}

/// A day as other tools write it, where a month or year is meant by its first day.
pub(super) fn as_precise_as(part: DatePart, date: PartialDate) -> PartialDate {
    let first = date.first_day();
    let made = match part {
        DatePart::Day => PartialDate::new(first.year(), Some(first.month()), Some(first.day())),
        DatePart::Month => PartialDate::new(first.year(), Some(first.month()), None),
        DatePart::Year => PartialDate::new(first.year(), None, None),
    };
    made.unwrap_or(date)
}
