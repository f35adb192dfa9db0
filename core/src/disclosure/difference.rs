//! How far two groups that may be shown are apart, made of what is shown alone.

use super::{OFF, ShownTally};
use crate::results::{
    Interval,
    change::{Difference, of_shares},
};

impl ShownTally {
    /// How much oftener an option was chosen here than there, as a share from −1 to 1; none where one of the two is hidden.
    ///
    /// It allows for rounding: the interval is R. G. Newcombe's (Statistics in Medicine 17, 1998, method 10) from the limits
    /// that are shown of each share, and p is that of the counts that lie nearest to each other of all that could stand
    /// behind the two.
    pub fn minus(&self, other: &Self, option: usize) -> Option<Difference> {
        let (one, two) = (self.options()[option]?, other.options()[option]?);
        let bases = (f64::from(self.base()?), f64::from(other.base()?));
        let counts = (f64::from(one.count()), f64::from(two.count()));
        let value = counts.0 / bases.0 - counts.1 / bases.1;
        let nearer = f64::from(OFF) * value.signum();
        let nearest = ((counts.0 - nearer).clamp(0.0, bases.0), (counts.1 + nearer).clamp(0.0, bases.1));
        let least = of_shares((nearest.0, bases.0), (nearest.1, bases.1))?;
        let p = if least.value * value > 0.0 { least.p } else { 1.0 };
        let share = |interval: Interval| interval.scaled(0.01, 0.0);
        let (a, b) = (share(one.interval()?), share(two.interval()?));
        let (p1, p2) = (counts.0 / bases.0, counts.1 / bases.1);
        let interval =
            Interval { low: value - (p1 - a.low).hypot(b.high - p2), high: value + (a.high - p1).hypot(p2 - b.low) };
        Some(Difference { value, interval, p })
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        disclosure::Rules,
        results::{Choosing, Interval, Tally, change::of_shares},
    };

    #[test]
    fn a_difference_is_never_surer_than_what_is_shown() {
        let shown = |counts: [u32; 2]| {
            Rules::TEN_FIVE.tally(&Tally::of_counts(Choosing::One, counts.iter().sum(), counts.to_vec()))
        };
        for (one, two) in [([45, 15], [20, 60]), ([52, 28], [48, 32]), ([200, 100], [90, 210])] {
            let found = shown(one).minus(&shown(two), 0).unwrap();
            let part = |counts: [u32; 2]| (f64::from(counts[0]), f64::from(counts.iter().sum::<u32>()));
            let raw = of_shares(part(one), part(two)).unwrap();
            assert!(
                found.interval.low < raw.interval.low && found.interval.high > raw.interval.high,
                "{one:?} {two:?}"
            );
            assert!(found.p > raw.p);
        }
        // What rounding alone could make is no difference.
        assert!(shown([52, 48]).minus(&shown([48, 52]), 0).unwrap().p > 0.99);
        assert!(shown([5, 95]).minus(&shown([30, 70]), 0).is_none());
    }
}
