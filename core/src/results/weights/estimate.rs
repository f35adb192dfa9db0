//! Weighted shares and means, and how far chance may have moved them.

use crate::results::{
    Choosing, Measure,
    columns::Counts,
    interval,
    measure::{Alike, mean_of},
};

/// Raw weighted counts of one variable, not for showing.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    /// The weights that responses have, and what those of each weight say.
    pub(super) groups: Vec<(f64, Counts)>,
}

/// A weighted mean, not for showing. A share is the mean of 1 for those who are in it and 0 for the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean, with its interval on the effective base: Wilson's for a share.
    pub measure: Measure,
    /// Its linearised standard error, in the same unit: [`standard_error`].
    pub error: f64,
}

impl Weighted {
    /// How many responses it rests on: those with a level, or of several options an answer.
    pub fn base(&self) -> u32 {
        self.groups.iter().map(|(_, counts)| counts.given()).sum()
    }

    /// The weight of those, and of those with each level, in the order of
    /// [`Variable::levels`](crate::results::columns::Variable::levels).
    pub fn weights(&self) -> (f64, Vec<f64>) {
        let levels = self.groups.first().map_or(0, |(_, counts)| counts.levels().len());
        let mut sums = vec![0.0; levels];
        for (weight, counts) in &self.groups {
            sums.iter_mut().zip(counts.levels()).for_each(|(sum, count)| *sum += weight * f64::from(*count));
        }
        (self.groups.iter().map(|(weight, counts)| weight * f64::from(counts.given())).sum(), sums)
    }

    /// How many responses of equal weight would say as much ([`interval::effective_base`]).
    pub fn effective_base(&self) -> f64 {
        let sum = |power| self.groups.iter().map(|(weight, c)| f64::from(c.given()) * weight.powi(power)).sum::<f64>();
        let squares = sum(2);
        if squares > 0.0 { sum(1).powi(2) / squares } else { 0.0 }
    }

    /// Kish's design effect: how many times as many responses it takes with such weights as with equal ones; none for
    /// a base of 0. n Σw² / (Σw)². Source: as for [`interval::effective_base`].
    pub fn design_effect(&self) -> Option<f64> {
        let effective = self.effective_base();
        (effective > 0.0).then(|| f64::from(self.base()) / effective)
    }

    /// The share of those with a level, by its place; none where there is no such level or no weight.
    pub fn share(&self, level: usize) -> Option<Estimate> {
        let alike = self.groups.iter().map(|(weight, counts)| {
            let inside = *counts.levels().get(level)?;
            let of = |responses, value| Alike { responses, weight: *weight, value };
            Some([of(inside, 1.0), of(counts.given() - inside, 0.0)])
        });
        let alike = alike.collect::<Option<Vec<_>>>()?.concat();
        let mut estimate = Estimate::of(&alike)?;
        let base = estimate.measure.effective_base;
        estimate.measure.interval = interval::wilson(estimate.measure.value * base, base);
        Some(estimate)
    }

    /// The mean of the levels' numbers, over those who have one. None as for [`Counts::mean`].
    pub fn mean(&self, values: &[Option<f64>]) -> Option<Estimate> {
        let single = self.groups.iter().all(|(_, counts)| counts.tally().choosing() == Choosing::One);
        let alike = self.groups.iter().flat_map(|(weight, counts)| {
            let said = counts.levels().iter().zip(values);
            said.filter_map(|(count, value)| Some(Alike { responses: *count, weight: *weight, value: (*value)? }))
        });
        Estimate::of(&alike.collect::<Vec<_>>()).filter(|_| single)
    }

    /// Adds what other rows were counted to with the same weights.
    pub fn merge(&mut self, other: &Self) {
        self.groups.iter_mut().zip(&other.groups).for_each(|((_, sum), (_, more))| sum.merge(more));
    }
}

impl Estimate {
    fn of(alike: &[Alike]) -> Option<Self> {
        let measure = mean_of(alike.iter().copied())?;
        let each = alike.iter().map(|group| (group.responses, group.weight, group.value));
        Some(Self { measure, error: standard_error(each, measure.value) })
    }
}

/// The linearised standard error of a weighted mean, in its unit; 0 for a base of 1. Each item is how many responses
/// say the same, what each of them weighs, and what they say.
///
/// √(n/(n−1) Σ (w (y − mean) / Σw)²), with n responses that were drawn independently, and weights taken as given: so it
/// is a little larger than one that counts in what raking knew. Source: D. A. Binder, "On the variances of
/// asymptotically normal estimators from complex surveys", International Statistical Review 51 (1983).
pub fn standard_error(alike: impl IntoIterator<Item = (u32, f64, f64)>, mean: f64) -> f64 {
    let (mut base, mut total, mut squares) = (0.0, 0.0, 0.0);
    for (responses, weight, value) in alike.into_iter().filter(|(_, weight, _)| *weight > 0.0) {
        let responses = f64::from(responses);
        base += responses;
        total += responses * weight;
        squares += responses * (weight * (value - mean)).powi(2);
    }
    if base > 1.0 { (base / (base - 1.0) * squares).sqrt() / total } else { 0.0 }
}
