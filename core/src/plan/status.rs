//! Whether an indicator is where it should be.

use jiff::civil::Date;
use serde::Serialize;

use super::{Direction, Indicator, Source, Target, Unit};
use crate::{
    disclosure::{Reported, Rules, ShownMeasure},
    results::Interval,
};

/// How an indicator stands, never greener than its interval allows.
///
/// Of the two ends of the interval, the *worse* is the one farther from the target's side, the *better* the other.
///
/// | | when |
/// |---|---|
/// | met | even the worse end has reached the target, whatever the day |
/// | missed | the target's day is over and not even the better end has reached it |
/// | on course | the day is not over, and even the worse end has reached the line from baseline to target |
/// | off course | the day is not over, and not even the better end has reached that line |
/// | not enough evidence | everything else: the line or target lies within the interval, the figure is hidden, or nobody can say how sure it is |
///
/// The line is straight, from the baseline on its day to the target on the last day. Baseline and target are taken as
/// they were written: a baseline's own uncertainty belongs to the judgement of change, not here. What lies exactly on
/// a line has reached it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Too late.
    Missed,
    /// Behind.
    OffCourse,
    /// Nobody can say.
    NotEnoughEvidence,
    /// As it should be by now.
    OnCourse,
    /// Reached.
    Met,
}

/// What a status was judged by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Yardstick {
    /// Nothing: there is no figure to show. Hidden and empty are the same.
    NoFigure,
    /// Nothing: how sure the figure is, nobody can say.
    NoInterval,
    /// The target itself.
    Target,
    /// Where the line from baseline to target is by now, in the indicator's unit.
    Line(f64),
}

/// A status with what it was judged by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// How the indicator stands.
    pub status: Status,
    /// What was held against the figure's interval.
    pub by: Yardstick,
}

impl Status {
    /// A word or three for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Missed => "Target missed",
            Self::OffCourse => "Off course",
            Self::NotEnoughEvidence => "Not enough evidence",
            Self::OnCourse => "On course",
            Self::Met => "Target met",
        }
    }
}

impl Target {
    /// Where the indicator should be on a day: on the straight line from the baseline to the target, and at its ends
    /// before and after.
    pub fn expected(&self, day: Date) -> f64 {
        let days = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
        if day >= self.by {
            return self.value;
        }
        let part = (days(self.since, day) / days(self.since, self.by)).clamp(0.0, 1.0);
        self.baseline + (self.value - self.baseline) * part
    }
}

impl Indicator {
    /// How the indicator stands today, by the figure that people are shown: what is hidden from them does not colour
    /// the status either.
    pub fn standing(&self, shown: &ShownMeasure, today: Date) -> Standing {
        let unjudged = |by| Standing { status: Status::NotEnoughEvidence, by };
        let Some(figure) = shown.figure() else { return unjudged(Yardstick::NoFigure) };
        let Some(interval) = figure.interval() else { return unjudged(Yardstick::NoInterval) };
        // From here on, more is better.
        let sign = match self.better {
            Direction::Higher => 1.0,
            Direction::Lower => -1.0,
        };
        let Interval { low: worse, high: better } = interval.scaled(sign, 0.0);
        let expected = self.target.expected(today);
        let (target, line) = (sign * self.target.value, sign * expected);
        let over = today > self.target.by;
        let (status, by) = match () {
            () if worse >= target => (Status::Met, Yardstick::Target),
            () if over && better < target => (Status::Missed, Yardstick::Target),
            () if over => (Status::NotEnoughEvidence, Yardstick::Target),
            () if worse >= line => (Status::OnCourse, Yardstick::Line(expected)),
            () if better < line => (Status::OffCourse, Yardstick::Line(expected)),
            () => (Status::NotEnoughEvidence, Yardstick::Line(expected)),
        };
        Standing { status, by }
    }

    /// What may be shown of a figure that was typed in; none where the figure comes from a plugin.
    pub fn by_hand(&self, rules: &Rules) -> Option<ShownMeasure> {
        let Source::Hand { value, base, sample, .. } = self.source else { return None };
        Some(rules.reported(match (self.unit, base) {
            (_, None) => Reported::Things(value),
            (Unit::Percent, Some(base)) => Reported::Share { percent: value, base, sample },
            (Unit::Points, Some(base)) => Reported::Mean { value, base },
            (Unit::Number, Some(base)) => Reported::People(base),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// From 50 on 1 January 2026 to 70 on 11 April, 100 days later: 0.2 a day.
    fn indicator(better: Direction, baseline: f64, value: f64) -> Indicator {
        Indicator {
            key: "welcome".try_into().unwrap(),
            title: Texts::english("Welcome"),
            unit: Unit::Points,
            better,
            people: Texts::english("families"),
            target: Target { baseline, since: date(2026, 1, 1), value, by: date(2026, 4, 11) },
            source: Source::Plugin { binding: "welcome".try_into().unwrap(), indicator: "index".try_into().unwrap() },
        }
    }

    fn check(better: Direction, interval: (f64, f64), days: i32, expected: Status) {
        let indicator = match better {
            Direction::Higher => indicator(better, 50.0, 70.0),
            Direction::Lower => indicator(better, 50.0, 30.0),
        };
        let today = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
        let found = indicator.standing(&ShownMeasure::of_interval(interval.0, interval.1), today);
        assert_eq!(found.status, expected, "{better:?} {interval:?} on day {days}");
    }

    #[test]
    fn statuses_at_their_edges() {
        for (interval, days, expected) in [
            // Met needs the whole interval, on any day.
            ((70.0, 80.0), 10, Status::Met),
            ((70.0, 80.0), 100, Status::Met),
            ((70.0, 80.0), 300, Status::Met),
            ((69.9, 80.0), 300, Status::NotEnoughEvidence),
            // The line is at 60 on day 50.
            ((60.0, 80.0), 50, Status::OnCourse),
            ((59.9, 80.0), 50, Status::NotEnoughEvidence),
            ((40.0, 60.0), 50, Status::NotEnoughEvidence),
            ((40.0, 59.9), 50, Status::OffCourse),
            // Before the baseline's day the line is at the baseline.
            ((50.0, 52.0), -30, Status::OnCourse),
            ((48.0, 49.9), -30, Status::OffCourse),
            // The last day still counts, the next no longer.
            ((60.0, 69.9), 100, Status::OffCourse),
            ((60.0, 69.9), 101, Status::Missed),
            ((60.0, 70.0), 100, Status::NotEnoughEvidence),
            ((60.0, 70.0), 101, Status::NotEnoughEvidence),
        ] {
            check(Direction::Higher, interval, days, expected);
            check(Direction::Lower, (100.0 - interval.1, 100.0 - interval.0), days, expected);
        }
    }

    #[test]
    fn without_an_interval_nobody_can_say() {
        let indicator = indicator(Direction::Higher, 50.0, 70.0);
        let today = date(2026, 3, 1);
        let mean = Rules::TEN_FIVE.reported(Reported::Mean { value: 90.0, base: 200 });
        let hidden = Rules::TEN_FIVE.reported(Reported::People(3));
        for (shown, by) in [(mean, Yardstick::NoInterval), (hidden, Yardstick::NoFigure)] {
            assert_eq!(indicator.standing(&shown, today), Standing { status: Status::NotEnoughEvidence, by });
        }
    }

    #[test]
    fn a_status_says_what_it_was_judged_by() {
        let indicator = indicator(Direction::Higher, 50.0, 70.0);
        let by = |low, high, today| indicator.standing(&ShownMeasure::of_interval(low, high), today).by;
        // Day 50 and the day after the last.
        let (halfway, after) = (date(2026, 2, 20), date(2026, 4, 12));
        for (low, high) in [(61.0, 65.0), (50.0, 55.0), (58.0, 62.0)] {
            assert_eq!(by(low, high, halfway), Yardstick::Line(60.0));
            assert_eq!(by(low, high, after), Yardstick::Target);
        }
        assert_eq!(by(71.0, 75.0, halfway), Yardstick::Target);
    }

    proptest! {
        #[test]
        fn less_evidence_is_never_greener(
            low in 0.0..100.0_f64, width in 0.0..50.0_f64, more in 0.0..30.0_f64, days in -50..200,
        ) {
            let indicator = indicator(Direction::Higher, 50.0, 70.0);
            let today = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            let sure = indicator.standing(&ShownMeasure::of_interval(low, low + width), today).status;
            let unsure = indicator.standing(&ShownMeasure::of_interval(low - more, low + width + more), today).status;
            let green = |status: Status| status.max(Status::NotEnoughEvidence);
            prop_assert!(green(unsure) <= green(sure));
            // Nor is it ever redder.
            let red = |status: Status| status.min(Status::NotEnoughEvidence);
            prop_assert!(red(unsure) >= red(sure));
        }

        #[test]
        fn better_figures_never_look_worse(low in 0.0..100.0_f64, gain in 0.0..30.0_f64, days in -50..200) {
            let indicator = indicator(Direction::Higher, 50.0, 70.0);
            let today = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            let status = |low: f64| indicator.standing(&ShownMeasure::of_interval(low, low + 8.0), today).status;
            prop_assert!(status(low) <= status(low + gain));
        }
    }
}
