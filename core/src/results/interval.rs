//! How far chance alone may have moved a figure: 95 % intervals.
//!
//! They describe chance and nothing else. Who answered chose to, and no interval knows about those who did not.

use serde::{Deserialize, Serialize};
use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, StudentsT};

/// The 97.5 % point of the standard normal distribution: two-sided 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// What is left outside at each end.
pub(super) const TAIL: f64 = 0.025;

/// A 95 % interval, in the unit of its figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end, never below `low`.
    pub high: f64,
}

impl Interval {
    /// The same interval in other units: each end times `factor` plus `shift`. A factor below 0 swaps the ends.
    #[must_use]
    pub fn scaled(self, factor: f64, shift: f64) -> Self {
        let (a, b) = (self.low * factor + shift, self.high * factor + shift);
        Self { low: a.min(b), high: a.max(b) }
    }

    /// The part of the interval that lies between two values.
    #[must_use]
    pub fn clamped(self, min: f64, max: f64) -> Self {
        Self { low: self.low.clamp(min, max), high: self.high.clamp(min, max) }
    }
}

/// Wilson's score interval for a share, each end from 0 to 1; none for a base of 0.
///
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Neither number need be whole: with weights, give the weighted
/// share times the effective base, and the effective base.
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
pub fn wilson(count: f64, base: f64) -> Option<Interval> {
    if base.is_nan() || base <= 0.0 || !(0.0..=base).contains(&count) {
        return None;
    }
    let share = count / base;
    let z2 = Z * Z / base;
    let middle = (share + z2 / 2.0) / (1.0 + z2);
    let half = Z * (share * (1.0 - share) / base + z2 / (4.0 * base)).sqrt() / (1.0 + z2);
    // Without rounding errors the ends are exactly 0 for none and exactly 1 for all.
    let low = if count <= 0.0 { 0.0 } else { middle - half };
    let high = if count >= base { 1.0 } else { middle + half };
    Some(Interval { low, high }.clamped(0.0, 1.0))
}

/// Newcombe's interval for the difference of two independent shares, the first minus the second, each given as a
/// count and its base; none where a base is 0.
///
/// With Wilson's ends l and u of each share p: d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²).
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
/// Medicine 17 (1998), method 10.
pub fn newcombe(first: (f64, f64), second: (f64, f64)) -> Option<Interval> {
    let (one, two) = (wilson(first.0, first.1)?, wilson(second.0, second.1)?);
    let (p, q) = (first.0 / first.1, second.0 / second.1);
    Some(Interval { low: p - q - (p - one.low).hypot(two.high - q), high: p - q + (one.high - p).hypot(q - two.low) })
}

/// Kish's effective base: how many responses of equal weight say as much. 0 where there is no weight.
///
/// (Σw)² / Σw². Source: L. Kish, "Survey Sampling" (1965), 11.7.
pub fn effective_base(weights: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut squares) = (0.0, 0.0);
    for weight in weights {
        sum += weight;
        squares += weight * weight;
    }
    if squares > 0.0 { sum * sum / squares } else { 0.0 }
}

/// Student's interval for a mean; none where the base is not above 1, because one value says nothing about spread.
///
/// mean ± t(n−1) · s / √n, with `deviation` as s (divided by n − 1) and the effective base as n, which need not be
/// whole. Sources: Student, "The probable error of a mean", Biometrika 6 (1908); Kish as in [`effective_base`]. Kish's
/// base treats weights as unrelated to the values, so it differs a little from the linearised errors of survey
/// packages.
pub fn mean(mean: f64, deviation: f64, effective_base: f64) -> Option<Interval> {
    let freedom = effective_base - 1.0;
    let t = StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(1.0 - TAIL);
    let half = t * deviation / effective_base.sqrt();
    half.is_finite().then_some(Interval { low: mean - half, high: mean + half })
}

/// Between which values, counted from each end of the sorted values, the median lies; none for a base under 6, where
/// even the lowest and the highest value leave more than 5 % outside.
///
/// The result is the largest k with P(X < k) ≤ 0.025, X binomial (n, ½): the interval is from the k-th lowest to the
/// k-th highest value. Source: H. A. David and H. N. Nagaraja, "Order Statistics" (2003), 7.1.
pub fn median_rank(base: u32) -> Option<u32> {
    let below = Binomial::new(0.5, u64::from(base)).ok()?;
    let fits = |rank: u32| rank > 0 && below.cdf(u64::from(rank - 1)) <= TAIL;
    if !fits(1) {
        return None;
    }
    // `fits` holds up to some rank and fails from there to the middle.
    let (mut good, mut bad) = (1, base / 2 + 1);
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        if fits(middle) { good = middle } else { bad = middle }
    }
    Some(good)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(found: Option<Interval>, low: f64, high: f64) {
        let found = found.expect("the base is large enough");
        assert!((found.low - low).abs() < 5e-5 && (found.high - high).abs() < 5e-5, "{found:?}, not {low} to {high}");
    }

    #[test]
    fn wilson_agrees_with_published_values() {
        check(wilson(81.0, 263.0), 0.2553, 0.3662);
        check(wilson(15.0, 148.0), 0.0624, 0.1605);
        check(wilson(0.0, 20.0), 0.0, 0.1611);
        check(wilson(1.0, 29.0), 0.0061, 0.1718);
    }

    #[test]
    fn newcombe_agrees_with_published_values() {
        check(newcombe((56.0, 70.0), (48.0, 80.0)), 0.0524, 0.3339);
        check(newcombe((9.0, 10.0), (3.0, 10.0)), 0.1705, 0.8090);
        check(newcombe((0.0, 10.0), (0.0, 20.0)), -0.1611, 0.2775);
    }

    #[test]
    fn kish_agrees_with_the_check_value() {
        let weights = [1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 4.0, 8.0];
        let effective = effective_base(weights);
        assert!((effective - 4.3478).abs() < 5e-5, "{effective}");
        assert!((8.0 / effective - 1.84).abs() < 5e-5);
        assert!(effective_base([]).abs() < f64::EPSILON);
    }

    #[test]
    fn student_agrees_with_tables() {
        // Two-sided 5 % points of t with 1, 4, 9, 29 and 100 degrees of freedom.
        for (base, t) in [(2.0, 12.7062), (5.0, 2.7764), (10.0, 2.2622), (30.0, 2.0452), (101.0, 1.9840)] {
            check(mean(0.0, f64::sqrt(base), base), -t, t);
        }
        assert_eq!(mean(1.0, 1.0, 1.0), None);
        assert_eq!(mean(1.0, 1.0, 0.0), None);
    }

    #[test]
    fn median_ranks_agree_with_tables() {
        for (base, rank) in [
            (0, None),
            (5, None),
            (6, Some(1)),
            (8, Some(1)),
            (9, Some(2)),
            (10, Some(2)),
            (15, Some(4)),
            (20, Some(6)),
            (25, Some(8)),
            (50, Some(18)),
            (100, Some(40)),
        ] {
            assert_eq!(median_rank(base), rank, "{base}");
        }
        assert_eq!(median_rank(1_000_000), Some(499_020));
    }

    proptest! {
        #[test]
        fn wilson_holds_its_share(base in 1_u32..5000, part in 0.0..=1.0_f64) {
            let base = f64::from(base);
            let count = (base * part).floor();
            let found = wilson(count, base).unwrap();
            prop_assert!(0.0 <= found.low && found.low <= count / base);
            prop_assert!(count / base <= found.high && found.high <= 1.0);
        }

        #[test]
        fn wilson_mirrors(base in 1_u32..5000, part in 0.0..=1.0_f64) {
            let base = f64::from(base);
            let count = (base * part).floor();
            let (one, other) = (wilson(count, base).unwrap(), wilson(base - count, base).unwrap());
            prop_assert!((one.low - (1.0 - other.high)).abs() < 1e-12);
        }

        #[test]
        fn newcombe_turns_round(n in 1_u32..500, m in 1_u32..500, p in 0.0..=1.0_f64, q in 0.0..=1.0_f64) {
            let one = ((f64::from(n) * p).floor(), f64::from(n));
            let two = ((f64::from(m) * q).floor(), f64::from(m));
            let (there, back) = (newcombe(one, two).unwrap(), newcombe(two, one).unwrap());
            prop_assert!((there.low + back.high).abs() < 1e-12 && (there.high + back.low).abs() < 1e-12);
            prop_assert!(-1.0 - 1e-12 <= there.low && there.high <= 1.0 + 1e-12);
        }

        #[test]
        fn a_larger_base_is_surer(base in 2_u32..5000, deviation in 0.1..50.0) {
            let width = |n: u32| mean(0.0, deviation, f64::from(n)).map_or(f64::INFINITY, |i| i.high - i.low);
            prop_assert!(width(base + 1) < width(base));
        }

        #[test]
        fn effective_base_is_at_most_the_base(weights in prop::collection::vec(0.01..10.0, 1..50), k in 0.1..10.0) {
            let base = f64::from(u32::try_from(weights.len()).unwrap());
            let effective = effective_base(weights.iter().copied());
            prop_assert!(effective <= base + 1e-9 && effective >= 1.0 - 1e-9);
            let scaled = effective_base(weights.iter().map(|w| w * k));
            prop_assert!((scaled - effective).abs() < 1e-9);
        }
    }
}
