//! Counting people as they come, so that what is shown moves in steps of several people at a time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::STEP;

/// Of so many people that were counted before, one more has to come for each, where that is more than [`STEP`]: so that
/// counting a crowd anew costs little for each who came.
const PART: u32 = 100;

/// How many people said what, of those whom a figure may rest on. Raw: it passes [`Rules`](super::Rules) before anybody
/// sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// How many people: always a multiple of [`STEP`].
    pub base: u32,
    /// What they said, by its code; whoever may say several things is in several of them.
    pub of: BTreeMap<String, u32>,
}

impl Counts {
    /// How many said this.
    pub fn of(&self, code: &str) -> u32 {
        self.of.get(code).copied().unwrap_or(0)
    }

    /// How many more people have to come before they are shown.
    pub fn needed(&self) -> u32 {
        STEP.max(self.base / PART)
    }
}

/// Counts people in the order in which they came, and leaves out the last that do not make up a step
/// ([`settled_count`](super::settled_count)).
#[derive(Clone, Debug, Default)]
pub struct Counting {
    counts: Counts,
    before: Option<i64>,
    up_to: i64,
    newcomers: u32,
    waiting: Vec<(i64, Vec<String>)>,
}

impl Counting {
    /// Counts anew, where the last time nobody was counted who came after that number.
    pub fn since(before: Option<i64>) -> Self {
        Self { before, ..Self::default() }
    }

    /// Adds the person who came with that number, and what they said. Give them in the order of their numbers.
    pub fn add(&mut self, number: i64, said: Vec<String>) {
        self.waiting.push((number, said));
        if self.waiting.len() < STEP as usize {
            return;
        }
        for (number, said) in self.waiting.drain(..) {
            self.counts.base += 1;
            self.newcomers += u32::from(self.before.is_none_or(|before| number > before));
            self.up_to = number;
            for code in said {
                *self.counts.of.entry(code).or_default() += 1;
            }
        }
    }

    /// The new counts, and up to which number, where enough people came to show them. Whoever took their answer back
    /// stays counted until then: otherwise two looks would tell what they had said.
    pub fn moved(self) -> Option<(Counts, i64)> {
        let first = self.before.is_none() && self.counts.base > 0;
        (first || self.newcomers >= self.counts.needed()).then_some((self.counts, self.up_to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(before: Option<i64>, numbers: impl IntoIterator<Item = i64>) -> Option<(u32, u32, i64)> {
        let mut counting = Counting::since(before);
        numbers.into_iter().for_each(|number| counting.add(number, vec!["a".to_owned()]));
        counting.moved().map(|(counts, up_to)| (counts.base, counts.of("a"), up_to))
    }

    #[test]
    fn what_does_not_make_up_a_step_waits() {
        assert_eq!(count(None, 1..=4), None);
        assert_eq!(count(None, 1..=9), Some((5, 5, 5)));
        assert_eq!(count(Some(5), 1..=9), None);
        assert_eq!(count(Some(5), 1..=10), Some((10, 10, 10)));
    }

    #[test]
    fn who_takes_an_answer_back_is_counted_until_five_more_came() {
        let without_the_third = |to: i64| (1..=to).filter(|number| *number != 3);
        // Eleven came, one went: the first ten of those who stay hold one newcomer.
        assert_eq!(count(Some(10), without_the_third(11)), None);
        assert_eq!(count(Some(10), without_the_third(15)), None);
        assert_eq!(count(Some(10), without_the_third(16)), Some((15, 15, 16)));
        // The answers are deleted in the end; the figures that were made of them stay.
        assert_eq!(count(Some(10), []), None);
    }

    #[test]
    fn a_crowd_moves_in_larger_steps() {
        assert_eq!(count(Some(1_000), 1..=1_005), None);
        assert_eq!(count(Some(1_000), 1..=1_010), Some((1_010, 1_010, 1_010)));
    }
}
