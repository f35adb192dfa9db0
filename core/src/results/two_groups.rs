//! Two groups of people side by side: above all parents whose children take part, and parents whose children do not.

use super::{
    Tally,
    change::{self, Difference},
    columns::{Columns, Counts, Mask, Rows, Subject, Variable},
};
use crate::audience::Audience;

/// What two groups say to one question, not for showing.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoGroups {
    /// What the first say.
    pub first: Counts,
    /// What the second say.
    pub second: Counts,
}

/// How often the two chose an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// Its place in the question.
    pub option: usize,
    /// The share of the first group minus the share of the second.
    pub difference: Difference,
}

impl TwoGroups {
    /// What parents whose children do not take part say, then those whose children do: of the rows that are given.
    pub fn of_parents(columns: &Columns, variable: &Variable, rows: &Rows<'_>) -> Option<Self> {
        let by = columns.variable(&Subject::Audience)?;
        let groups = variable.by(by, rows)?.groups;
        let levels = by.levels();
        let of = |audience: Audience| {
            let place = levels.iter().position(|level| level.key == audience.code());
            place.and_then(|place| groups.get(place)).cloned()
        };
        let nobody = || variable.counts(&Rows { range: 0..0, only: None::<&Mask> });
        Some(Self {
            first: of(Audience::NonParticipatingParent).unwrap_or_else(nobody),
            second: of(Audience::ParticipatingParent).unwrap_or_else(nobody),
        })
    }

    /// Every option, with the difference of its shares: those first that the first group chose most often, and of
    /// equally many the earlier in the question. So barriers are ranked by those whom they keep away. Empty where one
    /// group said nothing.
    pub fn ranked(&self) -> Vec<Contrast> {
        let (first, second) = (self.first.tally(), self.second.tally());
        let of = |tally: &Tally, option: usize| (f64::from(tally.counts()[option]), f64::from(tally.base()));
        let contrast = |option| {
            let difference = change::of_shares(of(&first, option), of(&second, option))?;
            Some(Contrast { option, difference })
        };
        let mut contrasts: Vec<_> = (0..first.counts().len()).filter_map(contrast).collect();
        contrasts.sort_by_key(|contrast| std::cmp::Reverse(first.counts()[contrast.option]));
        contrasts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::columns::tests::{responses, snapshot, subject};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn parents_are_told_apart(given in responses()) {
            let columns = snapshot(&given);
            for question in ["one", "any", "grid.s"] {
                let variable = columns.variable(&subject(question)).unwrap();
                let groups = TwoGroups::of_parents(&columns, variable, &columns.all()).unwrap();
                let away = Some(Audience::NonParticipatingParent);
                let first: Vec<_> = given.iter().filter(|response| response.audience == away).cloned().collect();
                let alone = snapshot(&first);
                let counts = alone.variable(&subject(question)).unwrap().counts(&alone.all());
                prop_assert_eq!(&groups.first, &counts);
                let ranked = groups.ranked();
                let chosen: Vec<_> = ranked.iter().map(|contrast| counts.levels()[contrast.option]).collect();
                prop_assert!(chosen.is_sorted_by(|a, b| a >= b));
                let said = groups.first.given() > 0 && groups.second.given() > 0;
                prop_assert_eq!(ranked.len(), if said { variable.levels().len() } else { 0 });
                let held = |d: Difference| d.interval.low <= d.value && d.value <= d.interval.high;
                prop_assert!(ranked.iter().all(|contrast| held(contrast.difference)));
            }
        }
    }
}
