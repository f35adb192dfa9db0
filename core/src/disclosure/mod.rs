//! The one door between raw figures and people's eyes.
//!
//! A page, export, API or live screen can show a [`ShownMeasure`] or a [`ShownTally`], and nothing outside this module
//! can make one. What comes out has been hidden, rounded and widened so that no small group of people can be read
//! from it, and a hidden figure looks exactly like one that nobody answered.
//!
//! # The rule set *10-5*
//!
//! 1. A count under 10 is hidden, and 0 is such a count: that nobody said something is told about everybody.
//! 2. Counts are rounded to the nearest 5, and percentages are made from rounded counts.
//! 3. A mean or sum is a share of its range, and is treated as one: with values from 0 to 100, a mean of 63 from 240
//!    people is as if 151 of them were at 100. The threshold holds for those and for the others, and they are rounded
//!    to 5. So a plugin that gives 0 and 1 tells no more than a count does; and no mean is shown that a few outliers
//!    make, or under 20 responses, or in effect under 20 where weights differ.
//! 4. A median needs 10 people on either side. It is rounded, and its interval widened to the same steps.
//! 5. An interval is made from what is rounded: the rounded count or mean, the base rounded down, and of the deviation
//!    only whether it is usual. So it tells next to nothing that its figure does not, and is never narrower than the
//!    raw one.
//! 6. A minimum and a maximum are always one person's answer. They are never shown; ask for a share or a median.
//! 7. Options that add up to a known base could give a hidden count back. Where fewer than three counts remain possible
//!    for one, the whole question is hidden.
//! 8. Figures move in steps of 5 responses ([`settled`]), also after a wave has closed. Otherwise two looks at the same
//!    page, one answer apart, would tell that answer. What rests on any other number is hidden.
//!
//! 9. Days are told in spans that hold enough people each ([`Rules::spans`]), small parts together ([`Rules::parts`]), a
//!    median of times as a band ([`Rules::middle_band`]). What stands against a population ([`Rules::voices`]) is made
//!    from what is shown.
//!
//! 10. Tables of one question by the groups of several cuts are shown together, or not ([`Rules::crossed`]): every hidden
//!     count is another in other worlds that look the same in all of them. Each group moves in steps of its own.
//!
//! Polls are told by rules of their own: [`Voting`]; records for those who compute by themselves too: [`Rules::records`].
//!
//! Deliberately absent: tables by two cuts at once, which would need a guard of their own; and a guard between the tables
//! of a question and the figures that plugins make of it, each of which keeps these rules by itself.

mod counting;
mod crossed;
mod crossing;
mod difference;
mod measure;
mod middle;
mod parts;
mod polls;
mod records;
mod reported;
mod spans;
mod tally;
mod voices;
mod worlds;

#[cfg(test)]
mod attack;
#[cfg(test)]
mod attack_cuts;

use serde::Serialize;

use crate::results::Contribution;

pub use counting::{Counting, Counts};
pub use crossed::{Cut, ShownCrossed};
pub use crossing::{Crossed, Crossing, Group};
pub use measure::{Figure, ShownMeasure};
pub use parts::ShownParts;
pub use polls::{ShownCount, Voting};
pub use records::{Code, EMPTY, NOT_ASKED, NOT_UNDERSTOOD, RATHER_NOT, Records, ShownRecords, WITHHELD};
pub use reported::Reported;
pub use spans::Span;
pub use tally::{ShownShare, ShownTally};
pub use voices::{SizedGroup, Voice, unlike};

/// Counts are rounded to a multiple of this, and figures move when this many more responses are in.
pub const STEP: u32 = 5;

/// How far a rounded whole count can be from the true one.
const OFF: u32 = STEP / 2;

/// How far a rounded weighted count can be from the true one.
const HALF_STEP: f64 = 2.5;

/// Which figures may be shown. A service chooses a set; the operator sets a floor that no service goes under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rules {
    name: &'static str,
    threshold: u32,
    figure_base: u32,
}

impl Rules {
    /// The default: fewer than 10 hidden, the nearest 5.
    pub const TEN_FIVE: Self = Self { name: "10-5", threshold: 10, figure_base: 10 };

    /// For services whose own rule is looser: fewer than 5 hidden, the nearest 5.
    pub const FIVE_FIVE: Self = Self { name: "5-5", threshold: 5, figure_base: 5 };

    /// As 10-5, and nothing at all about a question that fewer than 30 answered.
    pub const BASE_THIRTY: Self = Self { name: "base-30", threshold: 10, figure_base: 30 };

    /// The rule set of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::TEN_FIVE, Self::FIVE_FIVE, Self::BASE_THIRTY].into_iter().find(|rules| rules.name == name)
    }

    /// What it is called in settings and on pages.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The smallest count that is shown.
    pub fn threshold(&self) -> u32 {
        self.threshold
    }

    /// Whether every figure that these rules hide or coarsen is hidden or coarsened by `other` too.
    pub fn at_most_as_strict_as(&self, other: &Self) -> bool {
        self.threshold <= other.threshold && self.figure_base <= other.figure_base
    }
}

/// How many of `count` responses a figure may rest on: as many of the first as make a multiple of [`STEP`].
///
/// It holds for the answers to one question or indicator, not for the survey's responses: of five new responses four
/// may have skipped the question, and the figure would move by one person's answer.
pub fn settled_count(count: u32) -> u32 {
    count - count % STEP
}

/// The first contributions, in the order of the responses, that a figure may rest on; those without weight do not count.
pub fn settled(contributions: &[Contribution]) -> &[Contribution] {
    let weighty = |c: &&Contribution| c.weight > 0.0;
    let mut left = contributions.iter().filter(weighty).count() % STEP as usize;
    let mut end = contributions.len();
    while left > 0 {
        end -= 1;
        left -= usize::from(contributions[end].weight > 0.0);
    }
    &contributions[..end]
}

/// The nearest multiple of [`STEP`].
fn rounded(count: u32) -> u32 {
    (count + OFF) / STEP * STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_sets_are_found_by_name() {
        for rules in [Rules::TEN_FIVE, Rules::FIVE_FIVE, Rules::BASE_THIRTY] {
            assert_eq!(Rules::named(rules.name()), Some(rules));
        }
        assert_eq!(Rules::named("none"), None);
        assert!(Rules::FIVE_FIVE.at_most_as_strict_as(&Rules::TEN_FIVE));
        assert!(!Rules::BASE_THIRTY.at_most_as_strict_as(&Rules::TEN_FIVE));
    }

    #[test]
    fn counts_round_to_the_nearest_five() {
        for (count, to) in [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15)] {
            assert_eq!(rounded(count), to, "{count}");
        }
    }

    #[test]
    fn figures_move_in_steps() {
        for (count, first) in [(0, 0), (4, 0), (5, 5), (14, 10), (240, 240)] {
            assert_eq!(settled_count(count), first);
        }
        let weights = [1.0, 0.0, 1.0, 2.0, 1.0, 1.0, 0.0, 1.0, 0.0];
        let given = weights.map(|weight| Contribution { value: 50.0, weight });
        assert_eq!(settled(&given).len(), 7);
        assert!(settled(&given[..5]).iter().all(|c| c.weight <= 0.0));
    }
}
