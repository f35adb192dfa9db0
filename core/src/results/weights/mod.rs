//! Weights: each who answered speaks for as many as their group is short of.
//!
//! They mend who answered only as far as the groups that are known go. Whoever answers chose to, in every group.

mod estimate;
mod rake;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::columns::{Axis, Codes, Columns, Rows, Subject, Variable, blocks, cells, table};
use crate::results::Choosing;

pub use estimate::{Estimate, Weighted, standard_error};
pub use rake::{Cell, Raked, rake};

/// How large the groups of a population are that one variable parts it into.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// The variable: one whose responses have one level each.
    pub subject: Subject,
    /// Keys of its levels with their size in the population, in any unit. Who has none of them is not moved by it.
    pub groups: Vec<(String, f64)>,
}

/// A weight for each of the first responses of a snapshot.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The cell that each response is in.
    codes: Codes,
    rows: usize,
    /// What each response of a cell weighs.
    each: Vec<f64>,
}

/// Why a snapshot cannot be raked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrakable {
    /// There is no such variable, or its responses have several levels each.
    Variable(Subject),
    /// The margins part people into more groups than anybody could weigh.
    TooManyGroups,
}

impl Columns {
    /// Rakes the responses of the first `rows` to margins, as [`rake`] does, each with a weight of 1 to begin with: the
    /// weights, and what is to be said of them.
    pub fn rake(&self, rows: usize, margins: &[Margin], most: Option<f64>) -> Result<(Weights, Raked), Unrakable> {
        let rows = rows.min(self.len());
        let variable = |margin: &Margin| {
            let found = self.variable(&margin.subject).filter(|variable| variable.choosing() == Choosing::One);
            found.ok_or_else(|| Unrakable::Variable(margin.subject.clone()))
        };
        let variables = margins.iter().map(variable).collect::<Result<Vec<_>, _>>()?;
        let axes: Vec<_> = variables.iter().map(|variable| variable.axis()).collect();
        let counts = table(&axes, 0..rows, None).ok_or(Unrakable::TooManyGroups)?;
        let groups: Vec<_> = variables.iter().zip(margins).map(|(of, margin)| group_by_code(of, margin)).collect();
        let inhabited: Vec<_> = (0..counts.len()).filter(|at| counts[*at] > 0).collect();
        let cell = |at: &usize| Cell { responses: counts[*at], weight: 1.0, groups: groups_of(*at, &groups) };
        let sizes: Vec<_> =
            margins.iter().map(|margin| margin.groups.iter().map(|(_, size)| *size).collect()).collect();
        let raked = rake(&inhabited.iter().map(cell).collect::<Vec<_>>(), &sizes, most);
        let codes = codes_of(&axes, 0..rows, &inhabited).ok_or(Unrakable::TooManyGroups)?;
        Ok((Weights { codes, rows, each: raked.weights.clone() }, raked))
    }
}

impl Variable {
    /// What the rows say, weighted; rows without a weight are left out. None where there are so many weights and levels
    /// that they cannot be counted.
    pub fn weighted(&self, weights: &Weights, rows: &Rows<'_>) -> Option<Weighted> {
        let range = rows.range.start.min(weights.rows)..rows.range.end.min(weights.rows);
        let counts = self.by_axis((&weights.codes, weights.each.len()), &Rows { range, only: rows.only })?;
        Some(Weighted { groups: weights.each.iter().copied().zip(counts).collect() })
    }
}

/// For each code of a variable, the group of the margin that it belongs to.
fn group_by_code(variable: &Variable, margin: &Margin) -> Vec<Option<usize>> {
    let mut groups = vec![None; variable.axis().1];
    for (level, code) in variable.levels().iter().zip(variable.order()) {
        groups[code as usize] = margin.groups.iter().position(|(key, _)| *key == level.key);
    }
    groups
}

/// The groups of a cell of the table over all margins: the code of the last counts up fastest.
fn groups_of(mut cell: usize, groups: &[Vec<Option<usize>>]) -> Vec<Option<usize>> {
    let mut found: Vec<_> = groups
        .iter()
        .rev()
        .map(|of_code| {
            let group = of_code[cell % of_code.len()];
            cell /= of_code.len();
            group
        })
        .collect();
    found.reverse();
    found
}

/// For each row, the place of its cell among those that somebody is in.
fn codes_of(axes: &[Axis<'_>], rows: Range<usize>, inhabited: &[usize]) -> Option<Codes> {
    let mut places = vec![0; cells(axes)?];
    for (cell, place) in inhabited.iter().zip(0..) {
        places[*cell] = place;
    }
    let mut codes = Codes::new();
    blocks(axes, rows, None, |block| block.iter().for_each(|cell| codes.push(places[*cell as usize])));
    Some(codes)
}
