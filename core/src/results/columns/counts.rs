//! What rows of a snapshot add up to, in whole numbers: so the order of the responses changes nothing, and parts of the
//! rows that are counted apart can be added up.

use std::ops::Range;

use super::{
    Mask, Missing, Variable,
    codes::{self, Axis},
    missing::FIRST,
};
use crate::results::{
    Choosing, Measure, Tally,
    measure::{self, Alike},
};

/// The rows that are counted.
#[derive(Clone, Debug)]
pub struct Rows<'m> {
    /// The first rows that a figure may rest on, or a part of them: see
    /// [`settled_count`](crate::disclosure::settled_count). Rows beyond the last count for nothing.
    pub range: Range<usize>,
    /// Of these only those in the set, where there is one.
    pub only: Option<&'m Mask>,
}

/// Raw counts of one variable, not for showing: see [`Tally`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    choosing: Choosing,
    missing: [u32; FIRST as usize],
    given: u32,
    levels: Vec<u32>,
}

impl Counts {
    /// How many say nothing, and why.
    pub fn missing(&self, kind: Missing) -> u32 {
        self.missing[kind as usize]
    }

    /// How many have a level, or of several options an answer.
    pub fn given(&self) -> u32 {
        self.given
    }

    /// How many have each level, in the order of [`Variable::levels`].
    pub fn levels(&self) -> &[u32] {
        &self.levels
    }

    /// The same without what is missing.
    pub fn tally(&self) -> Tally {
        Tally::of_counts(self.choosing, self.given, self.levels.clone())
    }

    /// Of those who were asked, how many answered, left it empty, would rather not say, and did not understand the
    /// question, as [`Counted::reached`](crate::results::Counted::reached) has them.
    pub fn reached(&self) -> Tally {
        let of = |kind| self.missing(kind);
        let answered = self.given + of(Missing::PassedOver);
        let counts = vec![answered, of(Missing::Skipped), of(Missing::RatherNotSay), of(Missing::NotUnderstood)];
        Tally::of_counts(Choosing::One, counts.iter().sum(), counts)
    }

    /// The mean of the levels' numbers, over those who have one; none where nobody has, or where one response can have
    /// several levels. `values` are those of [`Variable::levels`].
    ///
    /// The same as [`reduce`](crate::results::reduce) gives of a contribution of weight 1 for each.
    pub fn mean(&self, values: &[Option<f64>]) -> Option<Measure> {
        if self.choosing == Choosing::Several {
            return None;
        }
        let pairs = self.levels.iter().zip(values).filter_map(|(count, value)| Some((*count, (*value)?)));
        measure::mean_of(pairs.map(|(responses, value)| Alike { responses, weight: 1.0, value }))
    }

    /// Adds what other rows of the same snapshot were counted to.
    pub fn merge(&mut self, other: &Self) {
        self.given += other.given;
        self.missing.iter_mut().zip(&other.missing).for_each(|(sum, more)| *sum += more);
        self.levels.iter_mut().zip(&other.levels).for_each(|(sum, more)| *sum += more);
    }

    /// From how often each code of a variable stands.
    pub(in crate::results) fn of_codes(variable: &Variable, codes: &[u32]) -> Self {
        let (missing, rest) = codes.split_at(FIRST as usize);
        let levels = variable.order().into_iter().map(|code| codes[code as usize]);
        let mut counts = [0; FIRST as usize];
        counts.copy_from_slice(missing);
        Self { choosing: variable.choosing(), missing: counts, given: rest.iter().sum(), levels: levels.collect() }
    }
}

/// Raw counts of one variable for each level of another, not for showing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossTable {
    /// For each level of the other variable. Where a response can have several levels, it counts in each.
    pub groups: Vec<Counts>,
    /// For each kind of missing of the other variable, in the order of [`Missing::ALL`].
    pub missing: Vec<Counts>,
}

impl CrossTable {
    /// Adds what other rows of the same snapshot were counted to.
    pub fn merge(&mut self, other: &Self) {
        self.groups.iter_mut().zip(&other.groups).for_each(|(sum, more)| sum.merge(more));
        self.missing.iter_mut().zip(&other.missing).for_each(|(sum, more)| sum.merge(more));
    }
}

impl Variable {
    /// How many of the rows have each level, and why the others have none.
    pub fn counts(&self, rows: &Rows<'_>) -> Counts {
        // A single axis always fits: it has no more levels than there are responses, and memory for them.
        let codes = codes::table(&[self.axis()], rows.range.clone(), rows.only).unwrap_or_default();
        let mut counts = Counts::of_codes(self, &codes);
        counts.levels.extend(self.ticked.iter().map(|mask| mask.count(rows.range.clone(), rows.only)));
        counts
    }

    /// The same for each level of another variable. None where the two have so many levels that nobody could read the
    /// table: band one of them first.
    pub fn by(&self, other: &Self, rows: &Rows<'_>) -> Option<CrossTable> {
        let by_code = self.by_axis(other.axis(), rows)?;
        let (missing, given) = by_code.split_at(FIRST as usize);
        let groups = match other.choosing() {
            Choosing::One => {
                let place = |code: u32| (code - FIRST) as usize;
                other.order().into_iter().map(|code| given[place(code)].clone()).collect()
            }
            Choosing::Several => {
                let group = |mask: &Mask| {
                    let both = rows.only.map(|only| only & mask);
                    self.counts(&Rows { range: rows.range.clone(), only: both.as_ref().or(Some(mask)) })
                };
                other.ticked.iter().map(group).collect()
            }
        };
        Some(CrossTable { groups, missing: missing.to_vec() })
    }

    /// Its counts for each code of an axis.
    pub(in crate::results) fn by_axis(&self, axis: Axis<'_>, rows: &Rows<'_>) -> Option<Vec<Counts>> {
        let table = codes::table(&[axis, self.axis()], rows.range.clone(), rows.only)?;
        let width = self.axis().1;
        let mut groups: Vec<_> = table.chunks(width).map(|codes| Counts::of_codes(self, codes)).collect();
        for mask in &self.ticked {
            let both = rows.only.map(|only| only & mask);
            let of_option = codes::table(&[axis], rows.range.clone(), both.as_ref().or(Some(mask)))?;
            groups.iter_mut().zip(of_option).for_each(|(group, count)| group.levels.push(count));
        }
        Some(groups)
    }
}
