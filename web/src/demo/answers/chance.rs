//! Seeded chance: only sums and comparisons, so that with one version of `rand` a seed gives the same families on every
//! machine.

use rand::{RngExt, SeedableRng, rngs::StdRng};

/// A source of chance that starts from a seed and from nothing else.
pub(in crate::demo) struct Chance(StdRng);

impl Chance {
    pub(in crate::demo) fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// True with this probability, 0 to 1.
    pub(in crate::demo) fn happens(&mut self, probability: f64) -> bool {
        self.even() < probability
    }

    /// A whole number from 0, smaller than `n`.
    pub(in crate::demo) fn below(&mut self, n: u16) -> u16 {
        self.0.random_range(..n)
    }

    /// About normal, with mean 0 and standard deviation 1: four even draws, summed and stretched.
    pub(in crate::demo) fn bell(&mut self) -> f64 {
        let sum: f64 = (0..4).map(|_| self.even()).sum();
        (sum - 2.0) * 3_f64.sqrt()
    }

    /// One of these, each as likely as another.
    pub(in crate::demo) fn one_of<T: Copy>(&mut self, these: &[T]) -> T {
        these[self.0.random_range(..these.len())]
    }

    /// One of these, each as likely as `weight` says in proportion to the others.
    pub(in crate::demo) fn weighted<'a, T>(&mut self, these: &'a [T], weight: impl Fn(&T) -> f64) -> &'a T {
        let mut left = self.even() * these.iter().map(&weight).sum::<f64>();
        these
            .iter()
            .find(|one| {
                left -= weight(one);
                left < 0.0
            })
            .unwrap_or(&these[these.len() - 1])
    }

    /// One of these names by its share.
    pub(in crate::demo) fn pick(&mut self, shares: &[(&'static str, f64)]) -> &'static str {
        self.weighted(shares, |(_, share)| *share).0
    }

    /// Each of these names with its own probability, none shutting out another.
    pub(in crate::demo) fn each(&mut self, probabilities: &[(&'static str, f64)]) -> Vec<&'static str> {
        probabilities.iter().filter(|(_, probability)| self.happens(*probability)).map(|(name, _)| *name).collect()
    }

    /// Evenly between 0 and 1.
    fn even(&mut self) -> f64 {
        self.0.random()
    }
}
