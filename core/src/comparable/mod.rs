//! Whether the answers to two versions of a survey can be laid side by side, question by question. What a program can
//! tell is told; whether other words still ask the same is for a person to judge.

#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt, mem::discriminant};

use crate::{
    question::{Kind, Question},
    survey::{Section, Survey},
    text::{Key, Texts},
};

/// How far the answers to a question can be compared, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparable {
    /// The same was asked in the same way.
    Fully,
    /// They can be, by whoever says what was different.
    WithCare,
    /// A person has to judge whether the same was asked.
    Judge,
    /// They cannot be.
    Not,
}

/// What became of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: Key,
    /// What is different, in the order in which it is looked for; nothing, where all is the same.
    pub differences: Vec<Difference>,
}

/// Something about a question that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was not asked before.
    New,
    /// It is not asked any more.
    Removed,
    /// It takes another kind of answer.
    Kind,
    /// An option stands for another number than before.
    Value(Key),
    /// It reads otherwise: the question, its help, or the words of an option.
    Words,
    /// It is asked of others than before.
    Asked,
    /// What may be answered has other limits.
    Limits,
    /// There is an option less: whoever would have chosen it chooses another, or none.
    OptionRemoved(Key),
    /// There is an option more: some who choose it would have chosen another.
    OptionAdded(Key),
    /// A grid has a statement less.
    StatementRemoved(Key),
    /// A grid has a statement more.
    StatementAdded(Key),
    /// The options stand in another order: the first are chosen a little more often.
    Order,
    /// There are other ways not to answer, or an answer is insisted on and was not.
    WaysOut,
}

impl Change {
    /// How far its answers can be compared: as far as its worst difference lets them.
    pub fn comparable(&self) -> Comparable {
        self.differences.iter().map(Difference::comparable).max().unwrap_or(Comparable::Fully)
    }
}

impl Difference {
    /// How far this alone lets answers be compared.
    pub fn comparable(&self) -> Comparable {
        match self {
            Self::New | Self::Removed | Self::Kind | Self::Value(_) => Comparable::Not,
            Self::Words | Self::Asked | Self::Limits | Self::OptionRemoved(_) => Comparable::Judge,
            Self::OptionAdded(_)
            | Self::StatementRemoved(_)
            | Self::StatementAdded(_)
            | Self::Order
            | Self::WaysOut => Comparable::WithCare,
        }
    }
}

impl fmt::Display for Comparable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fully => "can be compared",
            Self::WithCare => "can be compared with care",
            Self::Judge => "judge for yourself",
            Self::Not => "cannot be compared",
        })
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => f.write_str("it is new"),
            Self::Removed => f.write_str("it is not asked any more"),
            Self::Kind => f.write_str("it takes another kind of answer"),
            Self::Value(option) => write!(f, "the option \"{option}\" stands for another number"),
            Self::Words => f.write_str("its words have changed"),
            Self::Asked => f.write_str("other people are asked"),
            Self::Limits => f.write_str("other answers are allowed"),
            Self::OptionRemoved(option) => write!(f, "the option \"{option}\" is gone"),
            Self::OptionAdded(option) => write!(f, "the option \"{option}\" is new"),
            Self::StatementRemoved(statement) => write!(f, "the statement \"{statement}\" is gone"),
            Self::StatementAdded(statement) => write!(f, "the statement \"{statement}\" is new"),
            Self::Order => f.write_str("its options stand in another order"),
            Self::WaysOut => f.write_str("the ways not to answer it are others"),
        }
    }
}

/// What became of every question that takes an answer: those of the new version in its order, then those that it
/// asks no more. Another order of the questions themselves is not looked at.
pub fn compare(old: &Survey, new: &Survey) -> Vec<Change> {
    let same_audiences = old.audiences.len() == new.audiences.len()
        && old.audiences.iter().all(|audience| new.audiences.contains(audience));
    let asked_now = answered(new).map(|now| {
        let before = answered(old).find(|(_, question)| question.key == now.1.key);
        let mut differences = before.map_or_else(|| vec![Difference::New], |before| between(before, now));
        if before.is_some() && !same_audiences && !differences.contains(&Difference::Asked) {
            differences.push(Difference::Asked);
        }
        Change { question: now.1.key.clone(), differences }
    });
    let gone = answered(old).filter(|(_, question)| !answered(new).any(|(_, now)| now.key == question.key));
    let gone =
        gone.map(|(_, question)| Change { question: question.key.clone(), differences: vec![Difference::Removed] });
    asked_now.chain(gone).collect()
}

/// A question in its section.
type Placed<'s> = (&'s Section, &'s Question);

fn answered(survey: &Survey) -> impl Iterator<Item = Placed<'_>> {
    survey.questions().filter(|(_, question)| question.takes_answer())
}

fn between((old_section, old): Placed<'_>, (new_section, new): Placed<'_>) -> Vec<Difference> {
    if discriminant(&old.kind) != discriminant(&new.kind) {
        return vec![Difference::Kind];
    }
    let mut differences = options(old, new);
    differences.extend(statements(&old.kind, &new.kind));
    let ways_out = |question: &Question| (question.required, question.sensitive, question.offers_not_understood());
    let looked_for = [
        (other_words(old, new), Difference::Words),
        (old.condition != new.condition || old_section.condition != new_section.condition, Difference::Asked),
        (other_limits(&old.kind, &new.kind), Difference::Limits),
        (ways_out(old) != ways_out(new), Difference::WaysOut),
    ];
    differences.extend(looked_for.into_iter().filter(|(is_so, _)| *is_so).map(|(_, difference)| difference));
    differences
}

fn options(old: &Question, new: &Question) -> Vec<Difference> {
    let (before, now) = (coded(&old.kind), coded(&new.kind));
    let value = |of: &[(Key, Option<f64>)], key: &Key| of.iter().find(|(k, _)| k == key).map(|(_, value)| *value);
    let kept = |of: &[(Key, Option<f64>)], other: &[(Key, Option<f64>)]| -> Vec<Key> {
        of.iter().map(|(key, _)| key).filter(|key| value(other, key).is_some()).cloned().collect()
    };
    let (still, again) = (kept(&before, &now), kept(&now, &before));
    let revalued = still.iter().filter(|key| value(&before, key) != value(&now, key)).cloned().map(Difference::Value);
    let mut differences: Vec<_> = revalued.collect();
    let keys = |of: &[(Key, Option<f64>)]| of.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    differences.extend(only_in(&keys(&before), &still).map(Difference::OptionRemoved));
    differences.extend(only_in(&keys(&now), &again).map(Difference::OptionAdded));
    differences.extend((still != again).then_some(Difference::Order));
    differences
}

/// The options of a question, with the numbers that they stand for.
fn coded(kind: &Kind) -> Vec<(Key, Option<f64>)> {
    match kind {
        Kind::Single(kind) | Kind::Scale(kind) => kind.options.iter().map(|o| (o.key.clone(), o.value)).collect(),
        Kind::Grid(kind) => kind.options.iter().map(|o| (o.key.clone(), o.value)).collect(),
        Kind::Several(kind) => kind.options.iter().map(|o| (o.key.clone(), None)).collect(),
        Kind::Ranking(kind) => kind.options.iter().map(|o| (o.key.clone(), None)).collect(),
        _ => Vec::new(),
    }
}

fn statements(old: &Kind, new: &Kind) -> Vec<Difference> {
    let (Kind::Grid(old), Kind::Grid(new)) = (old, new) else { return Vec::new() };
    let before: Vec<_> = old.statements.iter().map(|statement| statement.key.clone()).collect();
    let now: Vec<_> = new.statements.iter().map(|statement| statement.key.clone()).collect();
    let removed = only_in(&before, &now).map(Difference::StatementRemoved);
    removed.chain(only_in(&now, &before).map(Difference::StatementAdded)).collect()
}

fn only_in<'k>(keys: &'k [Key], others: &'k [Key]) -> impl Iterator<Item = Key> + 'k {
    keys.iter().filter(|key| !others.contains(key)).cloned()
}

/// Whether something that both say is said otherwise, or one says something beside its options that the other does
/// not. A language that was added is none of that: those who answered before read the same words.
fn other_words(old: &Question, new: &Question) -> bool {
    let (before, now) = (by_part(old), by_part(new));
    let said_by_one = |some: &BTreeMap<String, &Texts>, others: &BTreeMap<String, &Texts>| {
        some.keys()
            .any(|part| !part.starts_with("option ") && !part.starts_with("statement ") && !others.contains_key(part))
    };
    let reads_otherwise = |part: &String, was: &Texts| {
        now.get(part).is_some_and(|is| was.0.iter().any(|(lang, text)| is.0.get(lang).is_some_and(|is| is != text)))
    };
    before.iter().any(|(part, was)| reads_otherwise(part, was))
        || said_by_one(&before, &now)
        || said_by_one(&now, &before)
}

fn by_part(question: &Question) -> BTreeMap<String, &Texts> {
    question.texts().into_iter().collect()
}

fn other_limits(old: &Kind, new: &Kind) -> bool {
    match (old, new) {
        (Kind::Number(old), Kind::Number(new)) => old != new,
        (Kind::Date(old), Kind::Date(new)) => old != new,
        (Kind::Several(old), Kind::Several(new)) => old.at_most != new.at_most,
        // As many places as options, where it is not said: an option more is no other limit.
        (Kind::Ranking(old), Kind::Ranking(new)) => old.places != new.places,
        _ => false,
    }
}
