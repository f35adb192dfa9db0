//! The host's reduction of what plugins gave: from contributions to one raw figure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::interval::{self, Interval};

/// Rounding errors in sums of weights are far smaller, real differences far larger.
const NEARLY: f64 = 1e-9;

/// What one response gives one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// In the indicator's unit; finite, because the host checks what plugins return.
    pub value: f64,
    /// Finite and not below 0. With a weight of 0 the response says nothing about this indicator.
    pub weight: f64,
}

/// How the contributions of many responses become one figure. A plugin names it for each indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Aggregation {
    /// The weighted mean.
    Mean,
    /// The sum of value times weight.
    Sum,
    /// The weighted median.
    Median,
    /// The lowest value. Never shown: it is one person's.
    Minimum,
    /// The highest value. Never shown: it is one person's.
    Maximum,
}

/// The values that a contribution to an indicator may take.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bounds {
    /// The lowest possible value.
    pub min: f64,
    /// The highest possible value, above `min`.
    pub max: f64,
}

/// A raw figure, with what disclosure control has to know about it.
///
/// Not for showing: it has no `Display`, and pages cannot be given one. Go through
/// [`Rules::measure`](crate::disclosure::Rules::measure).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// How it was made.
    pub aggregation: Aggregation,
    /// In the indicator's unit.
    pub value: f64,
    /// How many responses it rests on; those with a weight of 0 do not count.
    pub base: u32,
    /// How many responses of equal weight would say as much ([`interval::effective_base`]).
    pub effective_base: f64,
    /// For a mean Student's, for a median by order statistics; none for a sum, a minimum or a maximum, which are facts
    /// about those who answered and no estimate of anything else.
    pub interval: Option<Interval>,
    /// The weighted mean of the values, whatever the aggregation.
    pub mean: f64,
    /// Standard deviation of the values (divided by effective base − 1), 0 for a base of 1.
    pub deviation: f64,
    /// The sum of the weights.
    pub weight: f64,
}

/// Joins contributions, in the order of the responses, so that the same responses give the same bits. None where no
/// contribution has a weight.
///
/// Only the contributions that [`settled`](crate::disclosure::settled) lets through may be given, as long as the wave
/// can still change and after: disclosure hides what rests on any other number of responses.
pub fn reduce(contributions: &[Contribution], aggregation: Aggregation) -> Option<Measure> {
    let given: Vec<Contribution> = contributions.iter().copied().filter(|c| c.weight > 0.0).collect();
    let base = u32::try_from(given.len()).unwrap_or(u32::MAX);
    if base == 0 {
        return None;
    }
    let effective_base = interval::effective_base(given.iter().map(|c| c.weight));
    let lowest = given.iter().fold(f64::INFINITY, |least, c| least.min(c.value));
    let highest = given.iter().fold(f64::NEG_INFINITY, |most, c| most.max(c.value));
    let weight: f64 = given.iter().map(|c| c.weight).sum();
    let sum: f64 = given.iter().map(|c| c.weight * c.value).sum();
    let mean = (sum / weight).clamp(lowest, highest);
    let deviation = deviation(&given, mean, weight, effective_base);
    let (value, interval) = match aggregation {
        Aggregation::Mean => (mean, interval::mean(mean, deviation, effective_base)),
        Aggregation::Sum => (sum, None),
        Aggregation::Median => median(&given, weight, effective_base),
        Aggregation::Minimum => (lowest, None),
        Aggregation::Maximum => (highest, None),
    };
    Some(Measure { aggregation, value, base, effective_base, interval, mean, deviation, weight })
}

/// Responses that say the same, with the same weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike {
    /// How many.
    pub(super) responses: u32,
    /// The weight of each, not below 0.
    pub(super) weight: f64,
    /// What each of them says.
    pub(super) value: f64,
}

/// The mean of what responses say, as [`reduce`] makes it, from how many say each thing. None without any weight.
pub(super) fn mean_of(alike: impl IntoIterator<Item = Alike>) -> Option<Measure> {
    let given: Vec<_> = alike.into_iter().filter(|group| group.responses > 0 && group.weight > 0.0).collect();
    let base: u32 = given.iter().map(|group| group.responses).sum();
    if base == 0 {
        return None;
    }
    let sum =
        |of: &dyn Fn(&Alike) -> f64| given.iter().map(|group| f64::from(group.responses) * of(group)).sum::<f64>();
    let weight = sum(&|group| group.weight);
    let effective_base = weight * weight / sum(&|group| group.weight * group.weight);
    let lowest = given.iter().fold(f64::INFINITY, |least, group| least.min(group.value));
    let highest = given.iter().fold(f64::NEG_INFINITY, |most, group| most.max(group.value));
    let mean = (sum(&|group| group.weight * group.value) / weight).clamp(lowest, highest);
    let squares = sum(&|group| group.weight * (group.value - mean).powi(2));
    let deviation = spread(squares, weight, effective_base);
    let interval = interval::mean(mean, deviation, effective_base);
    Some(Measure {
        aggregation: Aggregation::Mean,
        value: mean,
        base,
        effective_base,
        interval,
        mean,
        deviation,
        weight,
    })
}

fn deviation(given: &[Contribution], mean: f64, total: f64, effective_base: f64) -> f64 {
    spread(given.iter().map(|c| c.weight * (c.value - mean).powi(2)).sum(), total, effective_base)
}

fn spread(squares: f64, total: f64, effective_base: f64) -> f64 {
    if effective_base <= 1.0 + NEARLY {
        return 0.0;
    }
    (squares / total * effective_base / (effective_base - 1.0)).sqrt()
}

/// The weighted median and its interval. Ranks among the effective base become shares of the whole weight (Woodruff
/// 1952), so that with equal weights they are plain order statistics.
fn median(given: &[Contribution], total: f64, effective_base: f64) -> (f64, Option<Interval>) {
    let mut sorted = given.to_vec();
    // A stable sort: equal values keep the order of the responses, and sums of weights their bits.
    sorted.sort_by(|a, b| a.value.total_cmp(&b.value));
    // The first value with at least (or more than) that much of the weight at or below it.
    let at = |share: f64, more: bool| {
        let mut below = 0.0;
        let reached = sorted.iter().find(|c| {
            below += c.weight / total;
            if more { below > share + NEARLY } else { below >= share - NEARLY }
        });
        reached.or(sorted.last()).expect("there is at least one contribution").value
    };
    let value = f64::midpoint(at(0.5, false), at(0.5, true));
    let whole = whole(effective_base);
    let interval = interval::median_rank(whole).map(|rank| {
        let outside = f64::from(rank - 1) / f64::from(whole);
        Interval { low: at(outside, true), high: at(1.0 - outside, false) }
    });
    (value, interval)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the base, which is a u32")]
fn whole(effective_base: f64) -> u32 {
    (effective_base + NEARLY) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn even(values: &[f64]) -> Vec<Contribution> {
        values.iter().map(|&value| Contribution { value, weight: 1.0 }).collect()
    }

    fn check(contributions: &[Contribution], aggregation: Aggregation, expected: f64) -> Measure {
        let measure = reduce(contributions, aggregation).expect("there is a weight");
        assert!((measure.value - expected).abs() < 1e-12, "{measure:?}, not {expected}");
        measure
    }

    #[test]
    fn each_aggregation() {
        let five = even(&[3.0, 1.0, 4.0, 1.0, 5.0]);
        check(&five, Aggregation::Mean, 2.8);
        check(&five, Aggregation::Sum, 14.0);
        check(&five, Aggregation::Median, 3.0);
        check(&five, Aggregation::Minimum, 1.0);
        check(&five, Aggregation::Maximum, 5.0);
        check(&even(&[1.0, 2.0, 3.0, 4.0]), Aggregation::Median, 2.5);
    }

    #[test]
    fn a_mean_has_students_interval() {
        // Ten values with mean 5.5 and standard deviation √(82.5/9): 5.5 ± 2.2622 × 3.0277 / √10.
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        let measure = check(&even(&ten), Aggregation::Mean, 5.5);
        let interval = measure.interval.unwrap();
        assert!((interval.low - 3.3341).abs() < 5e-5 && (interval.high - 7.6659).abs() < 5e-5, "{interval:?}");
        assert_eq!(measure.base, 10);
    }

    #[test]
    fn a_median_has_order_statistics() {
        // The tables give the 6th lowest and the 6th highest of 20.
        let twenty: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        let measure = check(&even(&twenty), Aggregation::Median, 10.5);
        assert_eq!(measure.interval, Some(Interval { low: 6.0, high: 15.0 }));
        assert_eq!(check(&even(&[1.0, 2.0]), Aggregation::Median, 1.5).interval, None);
    }

    #[test]
    fn weights_count() {
        let weighted = [(10.0, 1.0), (20.0, 3.0), (1000.0, 0.0)].map(|(value, weight)| Contribution { value, weight });
        let measure = check(&weighted, Aggregation::Mean, 17.5);
        assert_eq!(measure.base, 2);
        assert!((measure.effective_base - 1.6).abs() < 1e-12);
        check(&weighted, Aggregation::Sum, 70.0);
        check(&weighted, Aggregation::Median, 20.0);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(reduce(&[], Aggregation::Mean), None);
        assert_eq!(reduce(&[Contribution { value: 1.0, weight: 0.0 }], Aggregation::Sum), None);
    }

    fn some_contributions() -> impl Strategy<Value = Vec<Contribution>> {
        prop::collection::vec((-50.0..150.0, 0.0..4.0), 1..60).prop_map(|pairs| {
            pairs.into_iter().map(|(value, weight)| Contribution { value, weight: weight + 0.01 }).collect()
        })
    }

    proptest! {
        #[test]
        fn figures_lie_among_the_values(given in some_contributions()) {
            for aggregation in [Aggregation::Mean, Aggregation::Median] {
                let measure = reduce(&given, aggregation).unwrap();
                let (lowest, highest) = (reduce(&given, Aggregation::Minimum), reduce(&given, Aggregation::Maximum));
                prop_assert!(lowest.unwrap().value <= measure.value && measure.value <= highest.unwrap().value);
                if let Some(interval) = measure.interval {
                    prop_assert!(interval.low <= measure.value && measure.value <= interval.high);
                }
            }
        }

        #[test]
        fn the_unit_does_not_matter(given in some_contributions(), factor in 0.1..10.0_f64, shift in -100.0..100.0_f64) {
            let moved: Vec<_> =
                given.iter().map(|c| Contribution { value: c.value * factor + shift, ..*c }).collect();
            for aggregation in [Aggregation::Mean, Aggregation::Median] {
                let (one, two) = (reduce(&given, aggregation).unwrap(), reduce(&moved, aggregation).unwrap());
                prop_assert!((one.value * factor + shift - two.value).abs() < 1e-6);
                prop_assert!((one.deviation * factor - two.deviation).abs() < 1e-6);
            }
        }

        #[test]
        fn the_same_inputs_give_the_same_bits(given in some_contributions()) {
            let again = given.clone();
            let bits = |m: Measure| (m.value.to_bits(), m.deviation.to_bits(), m.mean.to_bits());
            for aggregation in [Aggregation::Mean, Aggregation::Sum, Aggregation::Median] {
                let (one, two) = (reduce(&given, aggregation).unwrap(), reduce(&again, aggregation).unwrap());
                prop_assert_eq!(bits(one), bits(two));
            }
        }
    }
}
