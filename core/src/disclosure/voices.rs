//! Who answered against who is there, as far as it may be shown.

use super::{Rules, ShownShare, measure::share_interval};
use crate::results::{
    Interval, Verdict,
    interval::wilson,
    representation::{dissimilarity, ratio},
};

/// A group among those who answered, as far as it is shown, and how many people of it there are, where that is known.
pub type SizedGroup = (Option<ShownShare>, Option<u64>);

/// A group among those who answered, against its share of the population.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice {
    /// About how many answered; none where that is hidden, or nobody did.
    pub answered: Option<u32>,
    /// Which percentage of those who answered it is.
    pub percent: Option<f64>,
    /// Which percentage of the population it is.
    pub expected: f64,
    /// Its participation-to-prevalence ratio ([`ratio`]); none where the count is hidden.
    pub ratio: Option<f64>,
    /// Between which ratios chance and rounding leave it, with 95 % confidence: Wilson's interval of the share among
    /// those who answered, divided by the share of the population.
    pub interval: Option<Interval>,
    /// What can be said.
    pub verdict: Verdict,
}

impl Rules {
    /// What may be shown of groups against their sizes; nothing of a group whose size is not known, and whoever is shown
    /// to belong to such a one is left out of the others' base too. `base` is about how many people answered, and
    /// `population` how many there are: none, where everybody belongs to one group, so that they are the sum.
    ///
    /// It rests on what is shown already and nothing else, so it tells no more. Where some groups are shown and one is
    /// not, everybody knows that it has fewer people than the threshold: where even as many would be fewer than
    /// expected, that is said. These are the voices that are missing most.
    pub fn voices(&self, base: Option<u32>, groups: &[SizedGroup], population: Option<u64>) -> Vec<Option<Voice>> {
        let unknown = |(shown, size): &SizedGroup| shown.filter(|_| size.is_none()).map_or(0, |share| share.count());
        let elsewhere: u32 = if population.is_none() { groups.iter().map(unknown).sum() } else { 0 };
        let base = base.map(|base| base.saturating_sub(elsewhere)).filter(|base| *base >= self.threshold);
        let population = population.unwrap_or_else(|| groups.iter().filter_map(|(_, size)| *size).sum());
        let some = groups.iter().any(|(shown, _)| shown.is_some());
        let voice = |(shown, size): &SizedGroup| {
            size.map(|size| self.voice(base, shown.map(|share| share.count()), share(size, population), some))
        };
        groups.iter().map(voice).collect()
    }

    fn voice(&self, base: Option<u32>, answered: Option<u32>, expected: f64, some: bool) -> Voice {
        let of_expected = |interval: Interval| (expected > 0.0).then(|| interval.scaled(1.0 / expected, 0.0));
        let shown = base.zip(answered).map(|(base, count)| (f64::from(count.min(base)), f64::from(base)));
        let interval = shown.and_then(|(count, base)| share_interval(count, base)).and_then(of_expected);
        // Of so few, one that is hidden may as well be everybody.
        let told = base.filter(|base| some && *base >= 2 * self.threshold);
        let at_most =
            told.and_then(|base| wilson(f64::from(self.threshold - 1), f64::from(base))).and_then(of_expected);
        let missing = answered.is_none() && at_most.is_some_and(|at_most| at_most.high < 1.0);
        Voice {
            answered: answered.filter(|_| base.is_some()),
            percent: shown.map(|(count, base)| 100.0 * count / base),
            expected: 100.0 * expected,
            ratio: shown.and_then(|(count, base)| ratio(count / base, expected)),
            interval,
            verdict: if missing { Verdict::Fewer } else { Verdict::of(interval) },
        }
    }
}

/// The percentage of those who answered who would have to belong to another group; none where some group is hidden.
/// For groups of which everybody belongs to one.
pub fn unlike<'v>(voices: impl IntoIterator<Item = &'v Voice>) -> Option<f64> {
    let shares: Option<Vec<_>> =
        voices.into_iter().map(|voice| Some((voice.percent? / 100.0, voice.expected / 100.0))).collect();
    shares.filter(|shares| !shares.is_empty()).map(|shares| 100.0 * dissimilarity(shares))
}

#[expect(clippy::cast_precision_loss, reason = "no population has so many people")]
fn share(size: u64, population: u64) -> f64 {
    if population == 0 { 0.0 } else { size as f64 / population as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::{Choosing, Tally};

    fn voices(counts: &[u32], sizes: &[Option<u64>]) -> Vec<Option<Voice>> {
        let rules = Rules::TEN_FIVE;
        let shown = rules.tally(&Tally::of_counts(Choosing::One, counts.iter().sum(), counts.to_vec()));
        let groups: Vec<_> = shown.options().iter().copied().zip(sizes.iter().copied()).collect();
        rules.voices(shown.base(), &groups, None)
    }

    fn all(counts: &[u32], sizes: &[u64]) -> Vec<Voice> {
        let sizes: Vec<_> = sizes.iter().copied().map(Some).collect();
        voices(counts, &sizes).into_iter().map(|voice| voice.expect("its size is known")).collect()
    }

    #[test]
    fn the_check_values_come_through_the_door() {
        let found = all(&[600, 250, 150], &[5_000, 3_000, 2_000]);
        for (voice, expected) in found.iter().zip([1.2, 0.8333, 0.75]) {
            assert!((voice.ratio.unwrap() - expected).abs() < 5e-5, "{voice:?}");
            let interval = voice.interval.unwrap();
            assert!(interval.low < expected && expected < interval.high);
        }
        let verdicts: Vec<_> = found.iter().map(|voice| voice.verdict).collect();
        assert_eq!(verdicts, [Verdict::More, Verdict::Fewer, Verdict::Fewer]);
        assert!((unlike(&found).unwrap() - 10.0).abs() < 1e-9);
    }

    #[test]
    fn a_hidden_group_is_missing_where_it_should_be_large() {
        let found = all(&[200, 95, 5], &[50, 30, 20]);
        assert_eq!((found[2].answered, found[2].ratio, found[2].verdict), (None, None, Verdict::Fewer));
        assert_eq!(unlike(&found), None);
        // One that is small anyhow may be missing or not.
        assert_eq!(all(&[200, 95, 5], &[50, 48, 2])[2].verdict, Verdict::Unsure);
        // Where nothing is shown, nothing can be said.
        assert!(all(&[5, 3, 1], &[50, 30, 20]).iter().all(|voice| voice.verdict == Verdict::Unsure));
    }

    #[test]
    fn a_few_answers_do_not_say_much() {
        assert_eq!(all(&[12, 13], &[50, 50])[0].verdict, Verdict::Unsure);
        assert_eq!(all(&[1_200, 1_300], &[50, 50])[0].verdict, Verdict::AsExpected);
        let nobody = all(&[20, 20], &[0, 0]);
        assert!(nobody.iter().all(|voice| voice.ratio.is_none() && voice.verdict == Verdict::Unsure));
    }

    #[test]
    fn who_belongs_to_no_group_of_the_population_is_left_out() {
        let found = voices(&[60, 40, 100], &[Some(50), Some(50), None]);
        assert_eq!(found[2], None);
        assert!((found[0].unwrap().ratio.unwrap() - 1.2).abs() < 1e-9);
        assert!((found[0].unwrap().percent.unwrap() - 60.0).abs() < 1e-9);
    }

    #[test]
    fn groups_of_which_one_can_be_in_several_have_a_population_of_their_own() {
        let rules = Rules::TEN_FIVE;
        let shown = rules.tally(&Tally::of_counts(Choosing::Several, 100, vec![40, 90]));
        let groups: Vec<_> = shown.options().iter().copied().zip([Some(300), Some(900)]).collect();
        let found = rules.voices(shown.base(), &groups, Some(1_000));
        assert!((found[0].unwrap().ratio.unwrap() - 4.0 / 3.0).abs() < 1e-9);
        assert!((found[1].unwrap().ratio.unwrap() - 1.0).abs() < 1e-9);
    }
}
