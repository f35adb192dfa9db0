//! Measures that may be shown.

use serde::Serialize;

use super::{HALF_STEP, Rules, STEP};
use crate::results::{
    Aggregation, Bounds, Measure,
    interval::{self, Interval},
};

/// The deviation of most scales of agreement and what is made of them, as a part of the range, rounded up.
const USUAL_SPREAD: f64 = 0.3;

/// From how many people on an interval may tell that they differ no more than usual.
const SPREAD_BASE: f64 = 50.0;

/// How far in from either end, as a part of the range, the mean has to be for the same.
const SPREAD_SHARE: f64 = 0.2;

/// The coarsest rounding of a median, as a part of the range.
const MEDIAN_GRID: f64 = 0.1;

/// Rounding errors of floating point are far smaller, steps of people far larger.
const NEARLY: f64 = 1e-9;

/// A figure that may be shown, or nothing: hidden and empty are the same.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct ShownMeasure(Option<Figure>);

/// What a [`ShownMeasure`] shows. Only this module can make one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    value: f64,
    base: Option<u32>,
    interval: Option<Interval>,
}

impl ShownMeasure {
    /// The figure, where there is one to show.
    pub fn figure(&self) -> Option<&Figure> {
        self.0.as_ref()
    }

    /// In words, for people: "between 57 and 69, from about 240 families".
    pub fn words(&self, people: &str) -> String {
        let Some(figure) = &self.0 else {
            return "not enough answers to show a figure".to_owned();
        };
        let value = match figure.interval {
            // The ends are rounded outwards, so that the words are no surer than the figures.
            Some(Interval { low, high }) if high - low > NEARLY => {
                let (low, high) = (digits(low + NEARLY, f64::floor), digits(high - NEARLY, f64::ceil));
                format!("between {low} and {high}")
            }
            _ => digits(figure.value, f64::round),
        };
        match figure.base {
            Some(base) => format!("{value}, from about {base} {people}"),
            None => value,
        }
    }

    /// Any interval, for the tests of what is made of one.
    #[cfg(test)]
    pub(crate) fn of_interval(low: f64, high: f64) -> Self {
        Self::of(f64::midpoint(low, high), None, Some(Interval { low, high }))
    }

    pub(super) fn hidden() -> Self {
        Self(None)
    }

    pub(super) fn of(value: f64, base: Option<u32>, interval: Option<Interval>) -> Self {
        Self(Some(Figure { value, base, interval }))
    }
}

impl Figure {
    /// In the indicator's unit, rounded.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// About how many people it rests on; none where it is not about people.
    pub fn base(&self) -> Option<u32> {
        self.base
    }

    /// Between which values chance and rounding leave it, with 95 % confidence; none where that is not known.
    pub fn interval(&self) -> Option<Interval> {
        self.interval
    }
}

impl Rules {
    /// What may be shown of a measure whose values lie between `bounds`. Give it `None` where there is no measure.
    pub fn measure(&self, measure: Option<&Measure>, bounds: Bounds) -> ShownMeasure {
        let Some(measure) = measure.filter(|m| self.rests_on_enough(m) && bounds.min < bounds.max) else {
            return ShownMeasure::hidden();
        };
        let mean = self.mean(measure, bounds);
        match (measure.aggregation, mean) {
            (Aggregation::Mean, Some((value, interval))) => ShownMeasure::of(value, Some(measure.base), interval),
            // With equal weights a sum tells as much as its mean.
            (Aggregation::Sum, Some((mean, _))) => ShownMeasure::of(mean * measure.weight, Some(measure.base), None),
            // Each half must be a group that may be told of: a tie tells its size.
            (Aggregation::Median, _) if measure.base >= 2 * self.threshold => {
                let (value, interval) = median(measure, bounds);
                ShownMeasure::of(value, Some(measure.base), interval)
            }
            _ => ShownMeasure::hidden(),
        }
    }

    fn rests_on_enough(&self, measure: &Measure) -> bool {
        measure.base.is_multiple_of(STEP)
            && measure.base >= self.figure_base
            && measure.effective_base + NEARLY >= f64::from(self.figure_base)
            && measure.value.is_finite()
    }

    /// The mean as a share of its range: so many of the people at the top and the others at the bottom would give the
    /// same figure, and as few of them as if they were counted are hidden, and as coarsely rounded.
    fn mean(&self, measure: &Measure, bounds: Bounds) -> Option<(f64, Option<Interval>)> {
        let range = bounds.max - bounds.min;
        let people = whole_steps(measure.effective_base);
        let top = (measure.mean - bounds.min) / range * people;
        let threshold = f64::from(self.threshold) - NEARLY;
        if top < threshold || people - top < threshold {
            return None;
        }
        // In parts of the range, in which people are counted.
        let share = nearest(top / people, 0.0, f64::from(STEP) / people);
        let interval = interval::mean(share, spread(measure.deviation / range, share, people), people);
        let off = HALF_STEP / people;
        let interval = interval.map(|i| Interval { low: i.low - off, high: i.high + off }.clamped(0.0, 1.0));
        Some((bounds.min + share * range, interval.map(|i| i.scaled(range, bounds.min))))
    }
}

/// The interval of a share in a sample, from 0 to 1, given the rounded count and the base: Wilson's, at each end from
/// the count that rounding may have hidden there.
pub(super) fn share_interval(rounded_count: f64, base: f64) -> Option<Interval> {
    let low = interval::wilson((rounded_count - HALF_STEP).max(0.0), base)?;
    let high = interval::wilson((rounded_count + HALF_STEP).min(base), base)?;
    Some(Interval { low: low.low, high: high.high })
}

/// The nearest point of a grid that begins at `origin`.
pub(super) fn nearest(value: f64, origin: f64, grid: f64) -> f64 {
    origin + ((value - origin) / grid).round() * grid
}

/// The deviation, rounded up to one of two values: [`USUAL_SPREAD`], or the largest that a mean of about `share` (both
/// from 0 to 1) leaves room for. Finer steps would tell who is at the ends: a mean and a deviation together come close
/// to the answers. For the same reason there is but one value where the base is small or the mean far out.
fn spread(deviation: f64, share: f64, people: f64) -> f64 {
    // The true mean may be nearer to the middle by half a step.
    let off = HALF_STEP / people;
    let share = if share < 0.5 { (share + off).min(0.5) } else { (share - off).max(0.5) };
    let largest = (share * (1.0 - share) * people / (people - 1.0)).sqrt();
    let usual = people >= SPREAD_BASE && (SPREAD_SHARE..=1.0 - SPREAD_SHARE).contains(&share);
    if usual && deviation <= USUAL_SPREAD { USUAL_SPREAD } else { largest }
}

/// A median, rounded, because somebody gave it.
fn median(measure: &Measure, bounds: Bounds) -> (f64, Option<Interval>) {
    let range = bounds.max - bounds.min;
    let grid = range * (f64::from(STEP) / f64::from(measure.base)).min(MEDIAN_GRID);
    let interval = measure.interval.map(|i| outward(i, bounds, grid));
    (nearest(measure.value, bounds.min, grid).min(bounds.max), interval)
}

/// An effective base, rounded down so that no weight can be read from it.
fn whole_steps(effective_base: f64) -> f64 {
    let step = f64::from(STEP);
    ((effective_base + NEARLY) / step).floor() * step
}

/// The interval widened to the grid, within the bounds.
fn outward(interval: Interval, bounds: Bounds, grid: f64) -> Interval {
    let low = ((interval.low - bounds.min) / grid + NEARLY).floor() * grid + bounds.min;
    let high = ((interval.high - bounds.min) / grid - NEARLY).ceil() * grid + bounds.min;
    Interval { low, high }.clamped(bounds.min, bounds.max)
}

/// A number as people write it: whole where it is 10 or more, with one decimal place where it is less.
fn digits(value: f64, round: fn(f64) -> f64) -> String {
    let places = if value.abs() >= 10.0 { 1.0 } else { 10.0 };
    // Adding 0 makes a negative zero a plain one.
    format!("{}", round(value * places) / places + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        disclosure::settled,
        results::{Contribution, reduce},
    };
    use proptest::prelude::*;

    const HUNDRED: Bounds = Bounds { min: 0.0, max: 100.0 };

    fn shown(values: impl IntoIterator<Item = f64>, aggregation: Aggregation) -> ShownMeasure {
        let given: Vec<_> = values.into_iter().map(|value| Contribution { value, weight: 1.0 }).collect();
        Rules::TEN_FIVE.measure(reduce(&given, aggregation).as_ref(), HUNDRED)
    }

    fn check(values: impl IntoIterator<Item = f64>, aggregation: Aggregation, words: &str) {
        assert_eq!(shown(values, aggregation).words("families"), words);
    }

    /// As many answers spread evenly over five points as asked for.
    fn answers(count: u32) -> impl Iterator<Item = f64> {
        (0..count).map(|i| f64::from(i % 5) * 25.0)
    }

    #[test]
    fn hidden_and_empty_look_the_same() {
        const HIDDEN: &str = "not enough answers to show a figure";
        check([], Aggregation::Mean, HIDDEN);
        check(answers(15), Aggregation::Mean, HIDDEN);
        check(answers(241), Aggregation::Mean, HIDDEN);
        check([100.0; 240], Aggregation::Mean, HIDDEN);
        check(answers(240), Aggregation::Minimum, HIDDEN);
        check(answers(15), Aggregation::Median, HIDDEN);
        let outliers = (0..240).map(|i| if i < 9 { 100.0 } else { 0.0 });
        check(outliers, Aggregation::Mean, HIDDEN);
        let (empty, small) = (shown([], Aggregation::Mean), shown(answers(15), Aggregation::Mean));
        assert_eq!(serde_json::to_string(&empty).unwrap(), serde_json::to_string(&small).unwrap());
    }

    #[test]
    fn figures_have_words() {
        let mild = (0..240).map(|i| [37.5, 50.0, 62.5, 75.0, 87.5][i % 5]);
        check(mild, Aggregation::Mean, "between 57 and 68, from about 240 families");
        check(answers(240), Aggregation::Mean, "between 42 and 58, from about 240 families");
        check(answers(20), Aggregation::Median, "between 20 and 80, from about 20 families");
        check(answers(100), Aggregation::Sum, "5000, from about 100 families");
    }

    #[test]
    fn a_heavy_response_is_not_a_crowd() {
        let heavy = |i: u32| if i == 0 { 100.0 } else { 1.0 };
        let given: Vec<_> = answers(50).zip(0..).map(|(value, i)| Contribution { value, weight: heavy(i) }).collect();
        assert_eq!(Rules::TEN_FIVE.measure(reduce(&given, Aggregation::Mean).as_ref(), HUNDRED).figure(), None);
    }

    proptest! {
        #[test]
        fn an_interval_is_never_surer_than_the_raw_one(
            given in prop::collection::vec((0.0..=100.0_f64, 0.2..3.0_f64), 20..150),
        ) {
            let given: Vec<_> = given.into_iter().map(|(value, weight)| Contribution { value, weight }).collect();
            let given = settled(&given);
            for aggregation in [Aggregation::Mean, Aggregation::Median] {
                let raw = reduce(given, aggregation).unwrap();
                let shown = Rules::TEN_FIVE.measure(Some(&raw), HUNDRED);
                let Some(figure) = shown.figure() else { continue };
                let (wide, narrow) = (figure.interval().unwrap(), raw.interval.unwrap());
                prop_assert!(wide.low <= narrow.low.max(0.0) + 1e-9, "{:?} {:?}", wide, raw);
                prop_assert!(wide.high >= narrow.high.min(100.0) - 1e-9, "{:?} {:?}", wide, raw);
                prop_assert!(wide.low <= figure.value() && figure.value() <= wide.high);
            }
        }
    }
}
