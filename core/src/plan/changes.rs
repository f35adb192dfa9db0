//! What changed between two versions of a plan. Parts are known by their keys, so a title can change.
//!
//! What was counted by hand is told as "a new figure" with its day: the figure itself is shown only where it has passed
//! [`crate::disclosure`].

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Action, Indicator, Plan, Priority, Progress, Source};
use crate::text::{Key, Lang};

/// A part of a plan that was added, removed or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is.
    pub part: Part,
    /// Its key; nothing for the plan as a whole.
    pub key: Option<Key>,
    /// Its title, as it is now, or as it was last.
    pub title: String,
    /// What became of it.
    pub what: What,
}

/// The parts of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The plan as a whole.
    Plan,
    /// A priority.
    Priority,
    /// An action.
    Action,
    /// An indicator.
    Indicator,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It changed in these respects, at least one.
    Changed(Vec<Respect>),
}

/// A respect in which a part changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Respect {
    /// Other words for a title.
    Title,
    /// What the plan says about itself.
    About,
    /// The plan's first or last day.
    Days,
    /// The order of the priorities, of the parts of one, or to which priority one belongs.
    Order,
    /// Why a priority is one.
    Why,
    /// To which target area it belongs.
    Area,
    /// Who leads an action.
    Lead,
    /// When it is due: before and after.
    Due(Date, Date),
    /// How far it is: before and after.
    Progress(Progress, Progress),
    /// What an indicator's numbers are, or which way is better.
    Unit,
    /// Whom its base counts.
    People,
    /// Its baseline or the baseline's day.
    Baseline,
    /// Its target or the target's day.
    Target,
    /// Where its figure comes from.
    Source,
    /// A new figure by hand, of this day.
    Figure(Date),
    /// How a figure by hand is described.
    Note,
}

impl Plan {
    /// What changed since an earlier version: the whole, then priorities, actions and indicators in order, what was
    /// removed after what is there.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        let whole = self.whole_since(before);
        if !whole.is_empty() {
            let title = self.title.get(&Lang::english()).to_owned();
            changes.push(Change { part: Part::Plan, key: None, title, what: What::Changed(whole) });
        }
        changes.extend(compared(
            &before.priorities.iter().collect::<Vec<_>>(),
            &self.priorities.iter().collect::<Vec<_>>(),
        ));
        changes.extend(compared(&before.actions().collect::<Vec<_>>(), &self.actions().collect::<Vec<_>>()));
        let indicators = |plan: &Self| plan.indicators().map(|(_, indicator)| indicator.clone()).collect::<Vec<_>>();
        let (was, is) = (indicators(before), indicators(self));
        changes.extend(compared(&was.iter().collect::<Vec<_>>(), &is.iter().collect::<Vec<_>>()));
        changes
    }

    fn whole_since(&self, before: &Self) -> Vec<Respect> {
        let order = |plan: &Self, other: &Self| -> Vec<String> {
            let known: BTreeSet<String> = other.parts().into_iter().map(|(_, key)| key).collect();
            let kept = plan.parts().into_iter().filter(|(_, key)| known.contains(key));
            kept.map(|(within, key)| format!("{within} {key}")).collect()
        };
        [
            (before.title != self.title, Respect::Title),
            (before.about != self.about, Respect::About),
            ((before.begins, before.ends) != (self.begins, self.ends), Respect::Days),
            (order(before, self) != order(self, before), Respect::Order),
        ]
        .into_iter()
        .filter_map(|(other, respect)| other.then_some(respect))
        .collect()
    }

    /// The keys of all parts in order, each with what it belongs to.
    fn parts(&self) -> Vec<(String, String)> {
        let mut parts = Vec::new();
        for priority in &self.priorities {
            parts.push((String::new(), format!("priority {}", priority.key)));
            let within = |kind: &str, key: &Key| (priority.key.to_string(), format!("{kind} {key}"));
            parts.extend(priority.actions.iter().map(|action| within("action", &action.key)));
            parts.extend(priority.indicators.iter().map(|indicator| within("indicator", &indicator.key)));
        }
        parts
    }
}

/// A part that is known by its key.
trait Compared {
    const PART: Part;
    fn key(&self) -> &Key;
    fn title(&self) -> &str;
    fn since(&self, before: &Self) -> Vec<Respect>;
}

fn compared<T: Compared>(before: &[&T], after: &[&T]) -> Vec<Change> {
    let told =
        |part: &T, what| Change { part: T::PART, key: Some(part.key().clone()), title: part.title().to_owned(), what };
    let there = after.iter().filter_map(|now| match before.iter().find(|was| was.key() == now.key()) {
        None => Some(told(now, What::Added)),
        Some(was) => {
            let respects = now.since(was);
            (!respects.is_empty()).then(|| told(now, What::Changed(respects)))
        }
    });
    let gone = before.iter().filter(|was| !after.iter().any(|now| now.key() == was.key()));
    there.chain(gone.map(|was| told(was, What::Removed))).collect()
}

fn only(respects: impl IntoIterator<Item = (bool, Respect)>) -> Vec<Respect> {
    respects.into_iter().filter_map(|(other, respect)| other.then_some(respect)).collect()
}

impl Compared for Priority {
    const PART: Part = Part::Priority;

    fn key(&self) -> &Key {
        &self.key
    }

    fn title(&self) -> &str {
        self.title.get(&Lang::english())
    }

    fn since(&self, before: &Self) -> Vec<Respect> {
        only([
            (before.title != self.title, Respect::Title),
            (before.why != self.why, Respect::Why),
            (before.area != self.area, Respect::Area),
        ])
    }
}

impl Compared for Action {
    const PART: Part = Part::Action;

    fn key(&self) -> &Key {
        &self.key
    }

    fn title(&self) -> &str {
        self.title.get(&Lang::english())
    }

    fn since(&self, before: &Self) -> Vec<Respect> {
        only([
            (before.title != self.title, Respect::Title),
            (before.lead != self.lead, Respect::Lead),
            (before.due != self.due, Respect::Due(before.due, self.due)),
            (before.progress != self.progress, Respect::Progress(before.progress, self.progress)),
        ])
    }
}

impl Compared for Indicator {
    const PART: Part = Part::Indicator;

    fn key(&self) -> &Key {
        &self.key
    }

    fn title(&self) -> &str {
        self.title.get(&Lang::english())
    }

    fn since(&self, before: &Self) -> Vec<Respect> {
        let (was, is) = (&before.target, &self.target);
        let (from, to) =
            ((was.baseline, was.since) != (is.baseline, is.since), (was.value, was.by) != (is.value, is.by));
        let mut respects = only([
            (before.title != self.title, Respect::Title),
            ((before.unit, before.better) != (self.unit, self.better), Respect::Unit),
            (before.people != self.people, Respect::People),
            (from, Respect::Baseline),
            (to, Respect::Target),
        ]);
        respects.extend(source_since(&self.source, &before.source));
        respects
    }
}

fn source_since(now: &Source, before: &Source) -> Option<Respect> {
    match (before, now) {
        _ if before == now => None,
        (
            Source::Hand { value: v, base: b, sample: s, date: d, .. },
            Source::Hand { value, base, sample, date, .. },
        ) => {
            #[expect(clippy::float_cmp, reason = "what was typed anew is another figure, however near")]
            let same = v == value && b == base && s == sample && d == date;
            Some(if same { Respect::Note } else { Respect::Figure(*date) })
        }
        (Source::Plugin { .. }, Source::Hand { .. } | Source::Plugin { .. })
        | (Source::Hand { .. }, Source::Plugin { .. }) => Some(Respect::Source),
    }
}

impl Part {
    /// What people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Priority => "Priority",
            Self::Action => "Action",
            Self::Indicator => "Indicator",
        }
    }
}

impl Respect {
    /// In words, such as "due 31 March 2027 instead of 31 December 2026".
    pub fn words(self) -> String {
        match self {
            Self::Title => "other words".to_owned(),
            Self::About => "what it says about itself".to_owned(),
            Self::Days => "its first or last day".to_owned(),
            Self::Order => "the order of its parts".to_owned(),
            Self::Why => "why it is one".to_owned(),
            Self::Area => "its target area".to_owned(),
            Self::Lead => "who leads it".to_owned(),
            Self::Due(was, is) => format!("due {} instead of {}", day(is), day(was)),
            Self::Progress(was, is) => format!("now “{}”, before “{}”", is.words(), was.words()),
            Self::Unit => "its unit, or which way is better".to_owned(),
            Self::People => "whom it counts".to_owned(),
            Self::Baseline => "its baseline".to_owned(),
            Self::Target => "its target".to_owned(),
            Self::Source => "where its figure comes from".to_owned(),
            Self::Figure(of) => format!("a new figure, of {}", day(of)),
            Self::Note => "how its figure is described".to_owned(),
        }
    }
}

fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
pub(super) mod tests;
