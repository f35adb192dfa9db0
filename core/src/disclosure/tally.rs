//! Tallies that may be shown.

use serde::Serialize;

use super::{OFF, Rules, STEP, measure::share_interval, rounded};
use crate::results::{Choosing, Interval, Tally};

/// A hidden count, and a shown one where everyone could be behind it, must leave at least so many counts possible.
const POSSIBLE: i64 = 3;

/// The counts of a question's options that may be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShownTally {
    base: Option<u32>,
    options: Vec<Option<ShownShare>>,
}

/// How many chose an option. Only this module can make one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ShownShare {
    count: u32,
    percent: f64,
    interval: Option<Interval>,
}

impl ShownTally {
    /// Nothing of a question with so many options.
    fn hidden(options: usize) -> Self {
        Self { base: None, options: vec![None; options] }
    }

    /// The same with nothing in it.
    pub(super) fn hide(&self) -> Self {
        Self::hidden(self.options.len())
    }

    /// About how many people answered; none where that is hidden, or nobody did.
    pub fn base(&self) -> Option<u32> {
        self.base
    }

    /// The options in the question's order; none where the count is hidden or nobody chose it.
    pub fn options(&self) -> &[Option<ShownShare>] {
        &self.options
    }
}

impl ShownShare {
    /// How many people, to the nearest [`STEP`].
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The percentage that the rounded count is of the base.
    pub fn percent(&self) -> f64 {
        self.percent
    }

    /// Between which percentages chance and rounding leave it, with 95 % confidence.
    pub fn interval(&self) -> Option<Interval> {
        self.interval
    }
}

impl Rules {
    /// What may be shown of a tally.
    pub fn tally(&self, tally: &Tally) -> ShownTally {
        let base = tally.base();
        if base < self.figure_base.max(self.threshold) || !base.is_multiple_of(STEP) {
            return ShownTally::hidden(tally.counts().len());
        }
        let shown = match tally.choosing() {
            Choosing::One => self.shown_of_one(base, tally.counts()),
            Choosing::Several => tally.counts().iter().map(|&count| self.shown_of_several(base, count)).collect(),
        };
        let share = |(&count, shown): (&u32, bool)| shown.then(|| ShownShare::of(rounded(count), base));
        ShownTally { base: Some(base), options: tally.counts().iter().zip(shown).map(share).collect() }
    }

    /// The counts that could stand behind a shown one.
    pub(super) fn behind(&self, count: u32, base: u32) -> (i64, i64) {
        let shown = rounded(count);
        let low = shown.saturating_sub(OFF).max(self.threshold);
        (low.into(), (shown + OFF).min(base).into())
    }

    /// Of several options each stands alone, but a count that can only be everybody tells what everybody said.
    fn shown_of_several(&self, base: u32, count: u32) -> bool {
        let (low, high) = self.behind(count, base);
        count >= self.threshold && high - low + 1 >= POSSIBLE
    }

    /// Where each chose one option, the counts add up to the base, and what is shown narrows what is hidden. Where that
    /// leaves a hidden count too few values, all are hidden: to hide just one more would not do, because whoever knows
    /// this rule also knows which one it would choose.
    fn shown_of_one(&self, base: u32, counts: &[u32]) -> Vec<bool> {
        let shown: Vec<bool> = counts.iter().map(|&count| count >= self.threshold).collect();
        let hidden = i64::try_from(shown.iter().filter(|shown| !**shown).count()).expect("few options");
        let behind = counts.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(&count, _)| self.behind(count, base));
        let (low, high) = behind.fold((0, 0), |sum, behind| (sum.0 + behind.0, sum.1 + behind.1));
        // One hidden count lies between what the others can leave over at least and at most.
        let (base, most) = (i64::from(base), i64::from(self.threshold) - 1);
        let at_least = (base - high - most * (hidden - 1)).max(0);
        let at_most = (base - low).min(most);
        if hidden > 0 && at_most - at_least + 1 < POSSIBLE { vec![false; counts.len()] } else { shown }
    }
}

impl ShownShare {
    fn of(count: u32, base: u32) -> Self {
        let (part, whole) = (f64::from(count), f64::from(base));
        Self {
            count,
            percent: 100.0 * part / whole,
            interval: share_interval(part, whole).map(|i| i.scaled(100.0, 0.0)),
        }
    }
}
