//! Who answered against who is there: how far the people who answered are like the population that they come from.
//!
//! Raw, and of shares: [`Rules::voices`](crate::disclosure::Rules) makes of it what may be shown.

use serde::{Deserialize, Serialize};

use super::Interval;

/// From which ratio to which a group is there about as much as expected: within a quarter of its share, or a third more.
const ABOUT: Interval = Interval { low: 0.75, high: 4.0 / 3.0 };

/// The participation-to-prevalence ratio: the share of a group among those who answered, divided by its share of the
/// population, each from 0 to 1. 1 is as many as expected, 0.5 half as many. None for a group that the population has
/// nobody of.
///
/// Source: P. E. Scott and others, "Participation of women in clinical trials supporting FDA approval of cardiovascular
/// drugs", Journal of the American College of Cardiology 71 (2018), who count 0.8 to 1.2 as similar.
pub fn ratio(among_respondents: f64, of_population: f64) -> Option<f64> {
    (of_population > 0.0).then(|| among_respondents / of_population)
}

/// The index of dissimilarity: which part of those who answered would have to belong to another group for their shares
/// to be those of the population. ½ Σ |share among respondents − share of the population|, from 0 to 1.
///
/// Source: O. D. Duncan and B. Duncan, "A methodological analysis of segregation indexes", American Sociological Review
/// 20 (1955).
pub fn dissimilarity(shares: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    shares.into_iter().map(|(among, of)| (among - of).abs()).sum::<f64>() / 2.0
}

/// Whether a group was heard as much as its size lets expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Fewer than expected, and chance does not explain it.
    Fewer,
    /// About as many as expected.
    AsExpected,
    /// More than expected, and chance does not explain it.
    More,
    /// Too few answers to tell.
    Unsure,
}

impl Verdict {
    /// What the interval of a ratio allows to say. It is never surer than the interval: where that holds 1 and much else
    /// too, nobody can say.
    pub fn of(ratio: Option<Interval>) -> Self {
        match ratio {
            Some(Interval { high, .. }) if high < 1.0 => Self::Fewer,
            Some(Interval { low, .. }) if low > 1.0 => Self::More,
            Some(Interval { low, high }) if low >= ABOUT.low && high <= ABOUT.high => Self::AsExpected,
            _ => Self::Unsure,
        }
    }

    /// In words, after "People of this group answered: ".
    pub fn words(self) -> &'static str {
        match self {
            Self::Fewer => "fewer than expected",
            Self::AsExpected => "about as many as expected",
            Self::More => "more than expected",
            Self::Unsure => "not enough answers to say",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARES: [(f64, f64); 3] = [(0.6, 0.5), (0.25, 0.3), (0.15, 0.2)];

    #[test]
    fn the_check_values_of_representation() {
        let ratios = SHARES.map(|(among, of)| ratio(among, of).unwrap());
        for (found, expected) in ratios.into_iter().zip([1.2, 0.8333, 0.75]) {
            assert!((found - expected).abs() < 5e-5, "{found}, not {expected}");
        }
        assert!((dissimilarity(SHARES) - 0.10).abs() < 1e-12);
        assert_eq!(ratio(0.1, 0.0), None);
    }

    #[test]
    fn a_verdict_is_never_surer_than_its_interval() {
        for (low, high, verdict) in [
            (0.4, 0.9, Verdict::Fewer),
            (1.1, 1.6, Verdict::More),
            (0.8, 1.3, Verdict::AsExpected),
            (0.5, 1.2, Verdict::Unsure),
            (0.9, 1.5, Verdict::Unsure),
            (1.0, 1.2, Verdict::AsExpected),
        ] {
            assert_eq!(Verdict::of(Some(Interval { low, high })), verdict, "{low} to {high}");
        }
        assert_eq!(Verdict::of(None), Verdict::Unsure);
    }
}
