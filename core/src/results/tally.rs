//! How many chose each option.

use serde::{Deserialize, Serialize};

/// How a question was answered, which decides what its counts give away about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choosing {
    /// Everyone in the base chose one option: the counts add up to the base.
    One,
    /// Everyone in the base chose any number of options: each count is between 0 and the base.
    Several,
}

/// Raw counts of the options of one question.
///
/// Not for showing: it has no `Display`, and pages cannot be given one. Go through
/// [`Rules::tally`](crate::disclosure::Rules::tally), with as many responses as
/// [`settled`](crate::disclosure::settled) lets through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    choosing: Choosing,
    base: u32,
    counts: Vec<u32>,
}

impl Tally {
    /// Counts the options that one person each chose, in a question with that many options. The base is everyone in
    /// `chosen`; leave out who did not answer. Indexes beyond the options count for nothing.
    pub fn of_one(options: usize, chosen: impl IntoIterator<Item = usize>) -> Self {
        let mut tally = Self { choosing: Choosing::One, base: 0, counts: vec![0; options] };
        for option in chosen {
            if let Some(count) = tally.counts.get_mut(option) {
                *count += 1;
                tally.base += 1;
            }
        }
        tally
    }

    /// Counts the options that people chose several of, each person a set in which bit i is option i; at most 64
    /// options. The base is everyone in `chosen`, those with an empty set too; leave out who did not answer.
    pub fn of_several(options: usize, chosen: impl IntoIterator<Item = u64>) -> Self {
        let mut tally = Self { choosing: Choosing::Several, base: 0, counts: vec![0; options.min(64)] };
        for set in chosen {
            tally.base += 1;
            for (option, count) in tally.counts.iter_mut().enumerate() {
                *count += u32::from(set >> option & 1 == 1);
            }
        }
        tally
    }

    /// Counts that were made elsewhere: `base` people, and how many of them chose each option.
    pub fn of_counts(choosing: Choosing, base: u32, counts: Vec<u32>) -> Self {
        Self { choosing, base, counts }
    }

    /// How the question was answered.
    pub fn choosing(&self) -> Choosing {
        self.choosing
    }

    /// How many people answered the question.
    pub fn base(&self) -> u32 {
        self.base
    }

    /// How many chose each option, in the question's order.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// Which part of the base chose each option, from 0 to 1; empty for a base of 0.
    pub fn shares(&self) -> Vec<f64> {
        if self.base == 0 {
            return Vec::new();
        }
        self.counts.iter().map(|&count| f64::from(count) / f64::from(self.base)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_option_each() {
        let tally = Tally::of_one(3, [0, 2, 2, 0, 2, 9]);
        assert_eq!((tally.base(), tally.counts()), (5, &[2, 0, 3][..]));
        assert_eq!(tally.shares(), [0.4, 0.0, 0.6]);
    }

    #[test]
    fn several_options_each() {
        let tally = Tally::of_several(3, [0b101, 0b001, 0, 0b100, 0b1000]);
        assert_eq!((tally.base(), tally.counts()), (5, &[2, 0, 2][..]));
    }

    #[test]
    fn nobody() {
        assert!(Tally::of_one(2, []).shares().is_empty());
    }
}
