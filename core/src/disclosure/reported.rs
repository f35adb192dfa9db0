//! Figures that a service reports by hand, such as numbers from its staff register. They pass the same door.

use super::{
    HALF_STEP, Rules, STEP, ShownMeasure,
    measure::{nearest, share_interval},
    rounded,
};
use crate::results::Interval;

/// A figure made outside the platform.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reported {
    /// A percentage of people.
    Share {
        /// From 0 to 100.
        percent: f64,
        /// How many people it is a percentage of.
        base: u32,
        /// Whether those asked stand for more people than themselves. Otherwise everyone was counted, and chance has
        /// no part in it.
        sample: bool,
    },
    /// A number of people.
    People(u32),
    /// A mean over people, of which nobody knows the spread.
    Mean {
        /// From 0 to 100.
        value: f64,
        /// How many people it is the mean of.
        base: u32,
    },
    /// Not about people: schools, places, policies, hours.
    Things(f64),
}

impl Rules {
    /// What may be shown of a figure that was reported by hand.
    ///
    /// Where everyone was counted the interval is what rounding leaves open, so that a status never rests on a count
    /// that rounding made up. A mean has none: nobody can say what chance did to it.
    pub fn reported(&self, reported: Reported) -> ShownMeasure {
        match reported {
            Reported::Share { percent, base, sample } => self.reported_share(percent, base, sample),
            Reported::People(count) if count < self.threshold => ShownMeasure::hidden(),
            Reported::People(count) => {
                let count = f64::from(rounded(count));
                let behind = Interval { low: count - HALF_STEP, high: count + HALF_STEP };
                ShownMeasure::of(count, None, Some(behind))
            }
            Reported::Mean { base, .. } if base < self.figure_base => ShownMeasure::hidden(),
            Reported::Mean { value, base } => {
                let grid = 100.0 * f64::from(STEP) / f64::from(base);
                ShownMeasure::of(nearest(value, 0.0, grid), Some(rounded(base)), None)
            }
            Reported::Things(value) => ShownMeasure::of(value, None, Some(Interval { low: value, high: value })),
        }
    }

    fn reported_share(&self, percent: f64, base: u32, sample: bool) -> ShownMeasure {
        let count = percent / 100.0 * f64::from(base);
        let shown = (0.0..=100.0).contains(&percent)
            && base >= self.figure_base.max(self.threshold + STEP)
            && count.round() >= f64::from(self.threshold);
        if !shown {
            return ShownMeasure::hidden();
        }
        let about = rounded(base);
        let of = f64::from(about);
        let count = nearest(count, 0.0, f64::from(STEP)).min(of);
        let share = if sample {
            share_interval(count, of)
        } else {
            Some(
                Interval { low: (count - HALF_STEP) / (of + HALF_STEP), high: (count + HALF_STEP) / (of - HALF_STEP) }
                    .clamped(0.0, 1.0),
            )
        };
        ShownMeasure::of(100.0 * count / of, Some(about), share.map(|i| i.scaled(100.0, 0.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules::TEN_FIVE;

    fn check(reported: Reported, expected: &str) {
        assert_eq!(RULES.reported(reported).words("people"), expected, "{reported:?}");
    }

    #[test]
    fn small_groups_are_hidden() {
        const HIDDEN: &str = "not enough answers to show a figure";
        check(Reported::People(9), HIDDEN);
        check(Reported::Share { percent: 100.0, base: 9, sample: false }, HIDDEN);
        check(Reported::Share { percent: 100.0, base: 10, sample: false }, HIDDEN);
        check(Reported::Share { percent: 6.0, base: 120, sample: false }, HIDDEN);
        check(Reported::Share { percent: 0.0, base: 120, sample: true }, HIDDEN);
        check(Reported::Share { percent: 130.0, base: 120, sample: true }, HIDDEN);
        check(Reported::Mean { value: 60.0, base: 9 }, HIDDEN);
    }

    #[test]
    fn the_rest_is_rounded_and_says_how_sure_it_is() {
        check(Reported::People(24), "between 22 and 28");
        check(Reported::Share { percent: 50.0, base: 118, sample: false }, "between 46 and 54, from about 120 people");
        check(Reported::Share { percent: 50.0, base: 118, sample: true }, "between 39 and 61, from about 120 people");
        check(Reported::Mean { value: 61.7, base: 58 }, "60, from about 60 people");
        check(Reported::Things(14.0), "14");
        check(Reported::Things(2.5), "2.5");
    }
}
