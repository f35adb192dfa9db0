//! What a plan's page says in words: figures in their unit, days, and what a status rests on.

use heard_core::{
    plan::{Direction, Indicator, Source, Status, Unit, Yardstick},
    text::Lang,
};
use jiff::civil::Date;

use super::Shown;

/// Why an indicator has its status, for a parent: what was held against the figure, and what came of it.
///
/// A hidden figure and one that nobody answered are told in the same words.
pub(super) fn reason(indicator: &Indicator, shown: &Shown) -> String {
    let bar = match shown.standing.by {
        Yardstick::NoFigure => {
            return "We show a figure only when it rests on so many people that nobody can be recognised. \
                Without one, nobody can honestly say how this stands."
                .to_owned();
        }
        Yardstick::NoInterval => {
            return "How much of this figure is chance, nobody can say. So we do not judge it.".to_owned();
        }
        Yardstick::Target => format!("The target is {}.", target(indicator)),
        Yardstick::Line(place) => {
            format!("On a steady way to its target it would be at about {} by now.", in_unit(place, indicator.unit))
        }
    };
    let interval = shown.figure.figure().and_then(heard_core::disclosure::Figure::interval);
    let counted = interval.is_some_and(|i| !is_open(i.low, i.high));
    let finding = match (shown.standing.status, shown.standing.by) {
        (Status::Met, _) => "It has got there",
        (Status::Missed, _) => "It did not get there",
        (Status::OnCourse, _) => "It is there, or better",
        (Status::OffCourse, _) => "It is not there yet",
        (Status::NotEnoughEvidence, _) => return format!("{bar} That lies within what is likely: too close to call."),
    };
    if counted {
        format!("{bar} {finding}.")
    } else {
        format!("{bar} {finding}, even when we allow for chance and rounding.")
    }
}

/// "at least 70 of 100 by 31 July 2027"
pub(super) fn target(indicator: &Indicator) -> String {
    let least = match indicator.better {
        Direction::Higher => "at least",
        Direction::Lower => "at most",
    };
    let target = &indicator.target;
    format!("{least} {} by {}", in_unit(target.value, indicator.unit), day(target.by))
}

/// Whether an interval leaves something open. Where everyone was counted, it does not.
pub(super) fn is_open(low: f64, high: f64) -> bool {
    high - low > 0.5
}

/// Where the figure comes from.
pub(super) fn source(indicator: &Indicator, lang: &Lang) -> String {
    match &indicator.source {
        Source::Plugin { .. } => "From the answers to our survey.".to_owned(),
        Source::Hand { date, note, .. } => format!("{} ({})", note.get(lang), day(*date)),
    }
}

pub(super) fn in_unit(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Points => format!("{} of 100", number(value)),
        Unit::Percent => format!("{} %", number(value)),
        Unit::Number => number(value),
    }
}

pub(super) fn number(value: f64) -> String {
    format!("{value:.0}")
}

pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use heard_core::{
        disclosure::{Reported, Rules, ShownMeasure},
        plan::Target,
        text::Texts,
    };
    use jiff::civil::date;

    fn said(figure: ShownMeasure, today: Date) -> String {
        let indicator = Indicator {
            key: "welcome".try_into().unwrap(),
            title: Texts::english("Feeling welcome"),
            unit: Unit::Percent,
            better: Direction::Higher,
            people: Texts::english("families"),
            target: Target { baseline: 50.0, since: date(2026, 1, 1), value: 70.0, by: date(2026, 4, 11) },
            source: Source::Plugin { binding: "welcome".try_into().unwrap(), indicator: "index".try_into().unwrap() },
        };
        let standing = indicator.standing(&figure, today);
        reason(&indicator, &Shown { figure, standing, provenance: None })
    }

    /// What is said of a share of 200 families on day 50, and on the day after the last.
    fn check(percent: f64, halfway: &str, after: &str) {
        let share = Rules::TEN_FIVE.reported(Reported::Share { percent, base: 200, sample: true });
        assert_eq!(said(share, date(2026, 2, 20)), halfway);
        assert_eq!(said(share, date(2026, 4, 12)), after);
    }

    #[test]
    fn a_status_says_what_it_rests_on() {
        const LINE: &str = "On a steady way to its target it would be at about 60 % by now.";
        const TARGET: &str = "The target is at least 70 % by 11 April 2026.";
        const CLOSE: &str = "That lies within what is likely: too close to call.";
        let met = format!("{TARGET} It has got there, even when we allow for chance and rounding.");
        check(90.0, &met, &met);
        check(
            70.0,
            &format!("{LINE} It is there, or better, even when we allow for chance and rounding."),
            &format!("{TARGET} {CLOSE}"),
        );
        let missed = format!("{TARGET} It did not get there, even when we allow for chance and rounding.");
        check(60.0, &format!("{LINE} {CLOSE}"), &missed);
        check(40.0, &format!("{LINE} It is not there yet, even when we allow for chance and rounding."), &missed);
    }

    #[test]
    fn what_was_counted_leaves_nothing_to_chance() {
        let counted = said(Rules::TEN_FIVE.reported(Reported::Things(80.0)), date(2026, 2, 20));
        assert_eq!(counted, "The target is at least 70 % by 11 April 2026. It has got there.");
    }

    #[test]
    fn hidden_and_empty_are_told_in_the_same_words() {
        let empty = Rules::TEN_FIVE.measure(None, heard_core::results::Bounds { min: 0.0, max: 100.0 });
        let few = Rules::TEN_FIVE.reported(Reported::People(3));
        for today in [date(2026, 2, 20), date(2026, 4, 12)] {
            assert_eq!(said(empty, today), said(few, today));
            assert!(said(few, today).contains("nobody can be recognised"));
        }
        let unsure = Rules::TEN_FIVE.reported(Reported::Mean { value: 60.0, base: 200 });
        assert!(said(unsure, date(2026, 2, 20)).contains("do not judge"));
    }
}
