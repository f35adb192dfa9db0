//! When people answered, told in spans of days that are each long enough to hide everybody in them.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};

use super::{Counts, Rules, STEP, ShownShare};
use crate::results::{Choosing, Tally};

/// In what takes longer than so many days, spans are whole weeks.
const DAYS_TOLD: i32 = 42;

/// Days one after the other, the last among them, with how many people answered in them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// How many people, and which part of all.
    pub people: ShownShare,
}

impl Rules {
    /// What may be shown of how many people answered on which day (`2026-11-22`), from the first day to the last; nothing
    /// where that is hidden.
    ///
    /// One day has few people, and whoever looks every day would see them come. So days are put together from the first
    /// on until they hold as many people as may be shown and a step more, and what is left over at the end belongs to the
    /// last of them. (Whoever looks before a step and after it knows how many people were in the new span before: a step
    /// less.) Spans that are over never change again when more people come. Where it takes longer than six weeks, whole
    /// weeks are put together.
    pub fn spans(&self, (first, last): (Date, Date), days: &Counts) -> Vec<Span> {
        let unit = if (last - first).get_days() >= DAYS_TOLD { 7 } else { 1 };
        let mut told: Vec<(Date, Date, u32)> = Vec::new();
        let mut open: Option<(Date, u32)> = None;
        for (begins, ends, people) in units((first, last), unit, days) {
            let (since, so_far) = open.unwrap_or((begins, 0));
            open = Some((since, so_far + people));
            if so_far + people >= self.threshold + STEP {
                told.push((since, ends, so_far + people));
                open = None;
            }
        }
        match (told.last_mut(), open) {
            (Some(span), Some((_, left))) => *span = (span.0, last, span.2 + left),
            (None, Some((since, left))) => told.push((since, last, left)),
            _ => {}
        }
        let tally = Tally::of_counts(Choosing::One, days.base, told.iter().map(|span| span.2).collect());
        let shown = self.tally(&tally);
        let shown = told
            .iter()
            .zip(shown.options())
            .filter_map(|((first, last, _), people)| people.map(|people| Span { first: *first, last: *last, people }));
        shown.collect()
    }
}

/// The days in units of so many, each with how many people; who answered before or after is put to the first or last.
fn units((first, last): (Date, Date), unit: i32, days: &Counts) -> Vec<(Date, Date, u32)> {
    let of_day: BTreeMap<Date, u32> = days
        .of
        .iter()
        .filter_map(|(day, people)| Some((day.parse::<Date>().ok()?.clamp(first, last.max(first)), *people)))
        .fold(BTreeMap::new(), |mut all, (day, people)| {
            *all.entry(day).or_default() += people;
            all
        });
    let mut units = Vec::new();
    let mut begins = first;
    while begins <= last {
        let ends = begins.saturating_add((unit - 1).days()).min(last);
        units.push((begins, ends, of_day.range(begins..=ends).map(|(_, people)| people).sum()));
        let Ok(next) = ends.tomorrow() else { break };
        begins = next;
    }
    units
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const BEGINS: Date = date(2026, 11, 1);

    fn on(days: &[u32]) -> Counts {
        let day = |place: usize| BEGINS.saturating_add(i64::try_from(place).unwrap().days()).to_string();
        Counts {
            base: days.iter().sum(),
            of: days.iter().enumerate().filter(|(_, n)| **n > 0).map(|(place, n)| (day(place), *n)).collect(),
        }
    }

    fn shown(days: &[u32]) -> Vec<(i8, i8, u32)> {
        let last = BEGINS.saturating_add(i64::try_from(days.len() - 1).unwrap().days());
        let spans = Rules::TEN_FIVE.spans((BEGINS, last), &on(days));
        spans.iter().map(|span| (span.first.day(), span.last.day(), span.people.count())).collect()
    }

    #[test]
    fn days_are_put_together_until_they_hold_enough() {
        assert_eq!(shown(&[20, 15, 15]), [(1, 1, 20), (2, 2, 15), (3, 3, 15)]);
        assert_eq!(shown(&[9, 7, 0, 13, 6, 0]), [(1, 2, 15), (3, 6, 20)]);
        assert_eq!(shown(&[15, 14, 1, 10]), [(1, 1, 15), (2, 4, 25)]);
        assert_eq!(shown(&[4, 0, 1]), []);
        assert_eq!(shown(&[4, 0, 6]), [(1, 3, 10)]);
        assert_eq!(shown(&[0, 0, 0]), []);
        // Not a whole step: somebody has to wait.
        assert_eq!(shown(&[12, 12]), []);
    }

    #[test]
    fn what_takes_long_is_told_in_weeks() {
        let mut days = [3; 50];
        days[0] = 8;
        assert_eq!(shown(&days).len(), 7);
        let last = date(2026, 12, 20);
        let late = Counts { base: 10, of: [("2027-03-01".to_owned(), 10)].into() };
        let spans = Rules::TEN_FIVE.spans((BEGINS, last), &late);
        assert_eq!((spans[0].first, spans[0].last), (BEGINS, last), "typed in after the close");
    }

    proptest! {
        #[test]
        fn no_span_is_small_and_none_changes_when_more_people_come(
            days in prop::collection::vec(0_u32..14, 1..40),
            more in 1_u32..4,
        ) {
            let mut days = days;
            let short = days.iter().sum::<u32>() % 5;
            days[0] += (5 - short) % 5;
            let before = shown(&days);
            prop_assert!(before.iter().all(|(.., people)| *people >= 10));
            *days.last_mut().unwrap() += 5 * more;
            let after = shown(&days);
            let over = before.len().saturating_sub(1);
            prop_assert_eq!(&before[..over], &after[..over]);
        }
    }
}
