//! Counts of many parts, such as districts, most of which few people come from.

use super::{Counts, Rules, ShownShare};
use crate::results::{Choosing, Tally};

/// What may be shown of parts that each person belongs to one of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownParts {
    base: Option<u32>,
    parts: Vec<(String, ShownShare)>,
}

impl ShownParts {
    /// About how many people there are in all parts; none where that is hidden.
    pub fn base(&self) -> Option<u32> {
        self.base
    }

    /// The parts that are shown, by their codes: the largest first.
    pub fn parts(&self) -> &[(String, ShownShare)] {
        &self.parts
    }

    /// A part that is shown.
    pub fn part(&self, code: &str) -> Option<ShownShare> {
        self.parts.iter().find(|(shown, _)| shown == code).map(|(_, share)| *share)
    }
}

impl Rules {
    /// What may be shown of parts: those with enough people each. Which others have a few people and which have none,
    /// nobody can tell. They are not shown together either: of two small parts, 20 people would tell that each has 9.
    pub fn parts(&self, counts: &Counts) -> ShownParts {
        let mut all: Vec<u32> = counts.of.values().copied().collect();
        // There is always somewhere that nobody came from, which nobody should be able to tell.
        all.extend(all.iter().all(|count| *count >= self.threshold).then_some(0));
        let shown = self.tally(&Tally::of_counts(Choosing::One, counts.base, all));
        let parts = counts.of.keys().zip(shown.options());
        let mut parts: Vec<_> = parts.filter_map(|(code, share)| share.map(|share| (code.clone(), share))).collect();
        parts.sort_by_key(|(_, share)| std::cmp::Reverse(share.count()));
        ShownParts { base: shown.base(), parts }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(counts: &[u32], parts: &[(&str, u32)]) {
        let of = counts.iter().zip('a'..).map(|(count, code)| (code.to_string(), *count)).collect();
        let shown = Rules::TEN_FIVE.parts(&Counts { base: counts.iter().sum(), of });
        let found: Vec<_> = shown.parts().iter().map(|(code, share)| (&**code, share.count())).collect();
        assert_eq!(found, parts, "{counts:?}");
    }

    #[test]
    fn small_parts_are_left_out() {
        check(&[12, 40, 8, 5], &[("b", 40), ("a", 10)]);
        check(&[12, 40, 8], &[("b", 40), ("a", 10)]);
        check(&[21, 34], &[("b", 35), ("a", 20)]);
        // Two parts of ten each leave nothing for others: that would tell that there is nobody.
        check(&[10, 10], &[]);
        check(&[9], &[]);
        check(&[6, 4], &[]);
    }

    proptest! {
        #[test]
        fn nothing_small_is_shown(counts in prop::collection::vec(0_u32..60, 1..12)) {
            let mut counts = counts;
            counts[0] += (5 - counts.iter().sum::<u32>() % 5) % 5;
            let of: std::collections::BTreeMap<_, _> = counts.iter().zip('a'..).map(|(n, code)| (code.to_string(), *n)).collect();
            let shown = Rules::TEN_FIVE.parts(&Counts { base: counts.iter().sum(), of: of.clone() });
            for (code, share) in shown.parts() {
                prop_assert!(of[code] >= 10 && share.count() >= 10 && share.count().is_multiple_of(5));
            }
        }
    }
}
