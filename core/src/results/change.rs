//! Whether a figure changed from one wave to the next, or only seems to have.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

use super::{Interval, Measure, interval};
use crate::{
    comparable::{Change, Comparable},
    text::Key,
};

/// How much larger one figure is than another, not for showing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// In the unit of the figures; of shares, from −1 to 1.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: Interval,
    /// How probable a difference of this size or more is where there is none, from 0 to 1. Where several figures are
    /// looked at, see [`holm`].
    pub p: f64,
}

/// Why two waves cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// These questions were asked otherwise, of others, or in one wave only, and nobody has judged them the same.
    Questions(Vec<Key>),
    /// The answers were made into figures in another way.
    Scoring,
}

/// Whether a figure that rests on these questions can be compared between two waves: `changes` are those from one
/// version to the other, `judged` the questions that a person found to ask the same in other words, and `scoring` what
/// made each figure: the plugin's digest with its settings.
pub fn comparable(
    changes: &[Change],
    rests_on: &[Key],
    judged: &[Key],
    scoring: (&str, &str),
) -> Result<(), Incomparable> {
    if scoring.0 != scoring.1 {
        return Err(Incomparable::Scoring);
    }
    let stands = |key: &Key| match changes.iter().find(|change| change.question == *key).map(Change::comparable) {
        Some(Comparable::Fully | Comparable::WithCare) => true,
        Some(Comparable::Judge) => judged.contains(key),
        Some(Comparable::Not) | None => false,
    };
    let otherwise: Vec<_> = rests_on.iter().filter(|key| !stands(key)).cloned().collect();
    if otherwise.is_empty() { Ok(()) } else { Err(Incomparable::Questions(otherwise)) }
}

/// The first share minus the second, of independent responses, each given as a count and its base: with weights, the
/// weighted share times the effective base, and the effective base. None where a base is 0.
///
/// The interval is [`interval::newcombe`]'s. p is that of the two-sided test with the pooled share q:
/// z = (p₁ − p₂) / √(q (1 − q) (1/n₁ + 1/n₂)); 1 where all or none are in both. Source: K. Pearson, "On the criterion…",
/// Philosophical Magazine 50 (1900): z² is his χ² for a two by two table.
pub fn of_shares(first: (f64, f64), second: (f64, f64)) -> Option<Difference> {
    let interval = interval::newcombe(first, second)?;
    let value = first.0 / first.1 - second.0 / second.1;
    let pooled = (first.0 + second.0) / (first.1 + second.1);
    let error = (pooled * (1.0 - pooled) * (1.0 / first.1 + 1.0 / second.1)).sqrt();
    let p = if error > 0.0 { 2.0 * Normal::standard().cdf(-(value / error).abs()) } else { 1.0 };
    Some(Difference { value, interval, p })
}

/// The first mean minus the second, of independent responses; none where a mean has no interval of its own, or nothing
/// varies in either.
///
/// d ± t(ν) √(s₁²/n₁ + s₂²/n₂) on effective bases n, with ν = (a + b)² / (a²/(n₁−1) + b²/(n₂−1)), a and b being the two
/// terms under the root. Source: B. L. Welch, Biometrika 34 (1947), on "Student's" problem with different variances.
pub fn of_means(first: &Measure, second: &Measure) -> Option<Difference> {
    let term = |measure: &Measure| measure.deviation.powi(2) / measure.effective_base;
    let (a, b) = (term(first), term(second));
    let below = |term: f64, measure: &Measure| term.powi(2) / (measure.effective_base - 1.0);
    let least = first.effective_base.min(second.effective_base);
    let error = (a + b).sqrt();
    if least.is_nan() || least <= 1.0 || error.is_nan() || error <= 0.0 {
        return None;
    }
    let student = StudentsT::new(0.0, 1.0, (a + b).powi(2) / (below(a, first) + below(b, second))).ok()?;
    let value = first.mean - second.mean;
    let half = student.inverse_cdf(1.0 - interval::TAIL) * error;
    let p = 2.0 * student.cdf(-(value / error).abs());
    Some(Difference { value, interval: Interval { low: value - half, high: value + half }, p })
}

/// The probabilities of several differences, each made larger for being one of many: a change is one where what comes
/// back is under 0.05, and then the chance of taking any one for a change that is none is under 5 %. In the order given.
///
/// Sorted, the i-th smallest of m is multiplied by m − i + 1; none becomes smaller than one before it, none more than 1.
/// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6
/// (1979).
pub fn holm(probabilities: &[f64]) -> Vec<f64> {
    let mut order: Vec<_> = (0..probabilities.len()).collect();
    order.sort_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]));
    let mut adjusted = vec![0.0; probabilities.len()];
    let (mut left, mut most) = (probabilities.iter().map(|_| 1.0).sum::<f64>(), 0.0_f64);
    for at in order {
        most = most.max(probabilities[at] * left).min(1.0);
        adjusted[at] = most;
        left -= 1.0;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{comparable, results::Aggregation};
    use proptest::prelude::*;

    fn measure(base: u32, mean: f64, deviation: f64) -> Measure {
        Measure {
            aggregation: Aggregation::Mean,
            value: mean,
            base,
            effective_base: f64::from(base),
            interval: None,
            mean,
            deviation,
            weight: f64::from(base),
        }
    }

    #[track_caller]
    fn check(found: Difference, value: f64, interval: (f64, f64), p: f64) {
        for (found, expected) in
            [(found.value, value), (found.interval.low, interval.0), (found.interval.high, interval.1), (found.p, p)]
        {
            assert!((found - expected).abs() < 5e-5, "{found}, not {expected}");
        }
    }

    #[test]
    fn shares_differ_as_published() {
        // R: prop.test(c(56, 48), c(70, 80), correct = FALSE).
        let difference = of_shares((56.0, 70.0), (48.0, 80.0)).unwrap();
        check(difference, 0.2, (0.0524, 0.3339), 0.00805);
        let all = of_shares((5.0, 5.0), (9.0, 9.0)).unwrap();
        assert!((all.p - 1.0).abs() < f64::EPSILON);
        assert_eq!(of_shares((0.0, 0.0), (1.0, 2.0)), None);
    }

    #[test]
    fn means_differ_as_r_has_them() {
        // R: t.test(mpg ~ am, mtcars).
        let (automatic, manual) = (measure(19, 17.147_368, 3.833_966), measure(13, 24.392_308, 6.166_504));
        check(of_means(&automatic, &manual).unwrap(), -7.244_94, (-11.280_19, -3.209_68), 0.001_374);
        assert_eq!(of_means(&measure(1, 1.0, 0.0), &manual), None);
        assert_eq!(of_means(&measure(9, 1.0, 0.0), &measure(9, 2.0, 0.0)), None);
    }

    #[test]
    fn holm_is_as_r_has_it() {
        // R: p.adjust(c(.01, .04, .03, .005), "holm").
        for (found, expected) in holm(&[0.01, 0.04, 0.03, 0.005]).into_iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert!(holm(&[]).is_empty());
    }

    #[test]
    fn what_was_asked_or_scored_otherwise_is_refused() {
        let key = |key: &str| Key::try_from(key).unwrap();
        let change = |question, differences| Change { question: key(question), differences };
        let changes = [
            change("same", Vec::new()),
            change("order", vec![comparable::Difference::Order]),
            change("words", vec![comparable::Difference::Words]),
            change("kind", vec![comparable::Difference::Kind]),
        ];
        let verdict = |on: &[&str], judged: &[&str], scoring: (&str, &str)| {
            let keys = |keys: &[&str]| keys.iter().map(|k| key(k)).collect::<Vec<_>>();
            super::comparable(&changes, &keys(on), &keys(judged), scoring)
        };
        let refused = |keys: &[&str]| Err(Incomparable::Questions(keys.iter().map(|k| key(k)).collect()));
        assert_eq!(verdict(&["same", "order"], &[], ("a", "a")), Ok(()));
        assert_eq!(verdict(&["same"], &[], ("a", "b")), Err(Incomparable::Scoring));
        assert_eq!(verdict(&["words", "same"], &[], ("a", "a")), refused(&["words"]));
        assert_eq!(verdict(&["words"], &["words"], ("a", "a")), Ok(()));
        assert_eq!(verdict(&["kind"], &["kind"], ("a", "a")), refused(&["kind"]));
        assert_eq!(verdict(&["unknown"], &[], ("a", "a")), refused(&["unknown"]));
    }

    proptest! {
        #[test]
        fn holm_never_makes_a_chance_smaller(given in prop::collection::vec(0.0..=1.0_f64, 0..20)) {
            let adjusted = holm(&given);
            prop_assert!(given.iter().zip(&adjusted).all(|(p, adjusted)| p <= adjusted && *adjusted <= 1.0));
        }

        #[test]
        fn a_difference_turns_round(n in 2_u32..300, m in 2_u32..300, a in 0.1..9.0_f64, b in 0.1..9.0_f64) {
            let (one, two) = (measure(n, a, b), measure(m, b, a));
            let (there, back) = (of_means(&one, &two).unwrap(), of_means(&two, &one).unwrap());
            prop_assert!((there.value + back.value).abs() < 1e-12 && (there.p - back.p).abs() < 1e-12);
            prop_assert!((there.interval.low + back.interval.high).abs() < 1e-9);
        }
    }
}
