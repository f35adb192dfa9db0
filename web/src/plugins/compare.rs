//! What another set-up would change in what real responses give.
//!
//! A comparison is a figure about people too: it is kept raw, as measures are, and shown through [`Rules`] alone. What
//! changes is told as how many responses move how far; the largest single difference is never shown, because it is one
//! person's.

use std::collections::BTreeSet;

use heard_core::{
    disclosure::{Rules, STEP, ShownMeasure, ShownTally, settled, settled_count},
    results::{Aggregation, Bounds, Contribution, Measure, Tally, reduce},
};
use heard_host::{Artefact, Indicator};
use serde::{Deserialize, Serialize};

use crate::scoring::{
    self,
    trial::{Sample, Trial},
};

/// The most responses that are compared: the newest.
pub(super) const MOST: i64 = 10_000;

const RULES: Rules = Rules::TEN_FIVE;

/// A part of an indicator's range: what moves no farther moves a little.
const A_LITTLE: f64 = 0.1;
/// Figures that differ by less are the same: rounding of sums is far smaller.
const SAME: f64 = 1e-9;

/// What a set-up would change. Not for showing: see [`Compared::shown`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Compared {
    /// How many responses were scored with both.
    responses: u32,
    /// Those that could not be scored, before and after.
    unscored: [usize; 2],
    /// The fuel that it took, before and after.
    fuel: [u64; 2],
    figures: Vec<Raw>,
}

/// One figure of the plugin's, before and after.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Raw {
    label: String,
    unit: String,
    bounds: Bounds,
    before: Option<Measure>,
    after: Option<Measure>,
    /// How far each response moves: one of [`MOVES`].
    moved: Tally,
    /// The mean of how far they move, of those that have a score before and after.
    apart: Option<Measure>,
}

/// How far a response moves.
pub(super) const MOVES: [&str; 5] = [
    "Do not change",
    "Move by up to a tenth of the scale",
    "Move farther",
    "Lose their score",
    "Get a score for the first time",
];

/// What of a comparison may be shown.
pub(super) struct Shown {
    /// About how many responses were compared; none where they were too few to tell anything.
    pub responses: Option<u32>,
    /// About how many cannot be scored any more, beyond those that could not be before; none where they are few.
    pub newly_unscored: Option<u32>,
    /// How many times the computing of before it takes, to one decimal: exact fuel would tell of single responses. None
    /// where nothing was computed.
    pub effort: Option<f64>,
    pub figures: Vec<Figure>,
}

/// What may be shown of one figure.
pub(super) struct Figure {
    pub label: String,
    pub unit: String,
    pub before: ShownMeasure,
    pub after: ShownMeasure,
    pub moved: ShownTally,
    pub apart: ShownMeasure,
}

/// Scores the sample with both. It computes for as long as the limits of the host allow; the error says why a plugin
/// cannot, in words.
pub(super) fn compare(
    sample: &Sample,
    before: (&Artefact, &str),
    after: (&Artefact, &str),
) -> Result<Compared, String> {
    let old = sample.score(before.0, before.1)?;
    let new = sample.score(after.0, after.1)?;
    let numbers: Vec<i64> = sample.numbers().collect();
    let keys: BTreeSet<&String> = old.given.keys().chain(new.given.keys()).collect();
    let found = |artefact: &'_ Artefact, key: &str| {
        artefact.description().indicators.iter().find(|indicator| indicator.key == key).cloned()
    };
    let raw = |key: &String| {
        let indicator = found(after.0, key).or_else(|| found(before.0, key))?;
        Some(figure(&indicator, key, &numbers, &old, &new))
    };
    Ok(Compared {
        responses: u32::try_from(numbers.len()).unwrap_or(u32::MAX),
        unscored: [old.unscored, new.unscored],
        fuel: [old.fuel, new.fuel],
        figures: keys.into_iter().filter_map(raw).collect(),
    })
}

fn figure(indicator: &Indicator, key: &str, numbers: &[i64], old: &Trial, new: &Trial) -> Raw {
    let given = |trial: &Trial, number: i64| trial.given.get(key)?.get(&number).copied();
    let range = indicator.max - indicator.min;
    let measure = |trial: &Trial| {
        let all: Vec<_> = numbers.iter().filter_map(|number| given(trial, *number)).collect();
        reduce(settled(&all), scoring::aggregation(indicator.aggregate))
    };
    // Of the responses that give anything; where neither set-up makes anything of them, nothing can move.
    let pairs: Vec<_> = numbers
        .iter()
        .map(|number| (given(old, *number), given(new, *number)))
        .filter(|pair| !matches!(pair, (None, None)))
        .collect();
    let base = settled_count(u32::try_from(pairs.len()).unwrap_or(u32::MAX));
    let pairs = &pairs[..usize::try_from(base).unwrap_or(pairs.len()).min(pairs.len())];
    let moves = pairs.iter().map(|(before, after)| how_far(before.as_ref(), after.as_ref(), range));
    let apart: Vec<_> = pairs
        .iter()
        .filter_map(|(before, after)| {
            Some(Contribution { value: (before.as_ref()?.value - after.as_ref()?.value).abs(), weight: 1.0 })
        })
        .collect();
    Raw {
        label: indicator.label.clone(),
        unit: indicator.unit.clone(),
        bounds: Bounds { min: indicator.min, max: indicator.max },
        before: measure(old),
        after: measure(new),
        moved: Tally::of_one(MOVES.len(), moves),
        apart: reduce(settled(&apart), Aggregation::Mean),
    }
}

/// Which of [`MOVES`] a response makes.
fn how_far(before: Option<&Contribution>, after: Option<&Contribution>, range: f64) -> usize {
    match (before, after) {
        (Some(_), None) => 3,
        (None, _) => 4,
        (Some(before), Some(after)) => match (before.value - after.value).abs() / range {
            apart if apart < SAME && (before.weight - after.weight).abs() < SAME => 0,
            apart if apart <= A_LITTLE => 1,
            _ => 2,
        },
    }
}

impl Compared {
    /// What may be shown of it.
    pub fn shown(&self) -> Shown {
        let responses = settled_count(self.responses);
        let lost = u32::try_from(self.unscored[1].saturating_sub(self.unscored[0])).unwrap_or(u32::MAX);
        let figure = |raw: &Raw| Figure {
            label: raw.label.clone(),
            unit: raw.unit.clone(),
            before: RULES.measure(raw.before.as_ref(), raw.bounds),
            after: RULES.measure(raw.after.as_ref(), raw.bounds),
            moved: RULES.tally(&raw.moved),
            apart: RULES.measure(raw.apart.as_ref(), Bounds { min: 0.0, max: raw.bounds.max - raw.bounds.min }),
        };
        Shown {
            responses: Some(responses).filter(|responses| *responses >= RULES.threshold()),
            newly_unscored: Some(lost / STEP * STEP).filter(|_| lost >= RULES.threshold()),
            effort: (self.fuel[0] > 0).then(|| (10.0 * times(self.fuel)).round() / 10.0),
            figures: self.figures.iter().map(figure).collect(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "one decimal is all that is asked for")]
fn times([before, after]: [u64; 2]) -> f64 {
    after as f64 / before as f64
}

impl Shown {
    /// Whether nothing changes, as far as anybody may know: few may still move, and who they are stays hidden.
    pub fn is_same(&self) -> bool {
        let same = |figure: &Figure| {
            let mut shares = figure.moved.options().iter().map(Option::is_some);
            shares.next() == Some(true) && !shares.any(|shown| shown) && figure.before == figure.after
        };
        self.newly_unscored.is_none() && !self.figures.is_empty() && self.figures.iter().all(same)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn indicator() -> Indicator {
        Indicator {
            key: "index".to_owned(),
            label: "Index".to_owned(),
            unit: "points".to_owned(),
            min: 0.0,
            max: 100.0,
            higher_is_better: true,
            aggregate: heard_host::Aggregation::Mean,
            bands: Vec::new(),
        }
    }

    /// What the responses 1, 2, … give; none where they give nothing.
    fn trial(values: &[Option<f64>]) -> Trial {
        let given = values.iter().zip(1_i64..);
        let given: BTreeMap<_, _> = given
            .filter_map(|(value, number)| Some((number, Contribution { value: (*value)?, weight: 1.0 })))
            .collect();
        Trial { given: [("index".to_owned(), given)].into(), ..Trial::default() }
    }

    fn compared(before: &[Option<f64>], after: &[Option<f64>]) -> Shown {
        let numbers: Vec<i64> = (1..).take(before.len()).collect();
        let figure = figure(&indicator(), "index", &numbers, &trial(before), &trial(after));
        let responses = u32::try_from(numbers.len()).unwrap();
        Compared { responses, unscored: [0, 0], fuel: [0, 0], figures: vec![figure] }.shown()
    }

    fn counts(shown: &Shown) -> Vec<bool> {
        shown.figures[0].moved.options().iter().map(Option::is_some).collect()
    }

    /// 40 at 25 and 40 at 75, and the first so many of them changed.
    fn moved(how_many: usize, to: Option<f64>) -> Shown {
        let before: Vec<_> = (0..80).map(|one| Some(if one % 2 == 0 { 25.0 } else { 75.0 })).collect();
        let mut after = before.clone();
        after[..how_many].fill(to);
        compared(&before, &after)
    }

    #[test]
    fn a_few_who_move_look_like_none() {
        for few in [0, 1, 9] {
            let shown = moved(few, Some(26.0));
            assert_eq!(counts(&shown), [true, false, false, false, false], "{few}");
        }
        assert!(moved(0, None).is_same());
        assert!(moved(1, Some(26.0)).is_same(), "one person must not be told from none");
    }

    #[test]
    fn many_who_move_are_told() {
        let shown = moved(40, Some(50.0));
        assert_eq!(counts(&shown), [true, false, true, false, false]);
        assert!(!shown.is_same());
        let shown = moved(30, None);
        assert_eq!(counts(&shown), [true, false, false, true, false]);
        assert!(!shown.is_same());
    }

    #[test]
    fn nothing_is_told_of_a_handful() {
        let shown = compared(&[Some(25.0); 9], &[Some(75.0); 9]);
        assert_eq!((shown.responses, counts(&shown)), (None, vec![false; 5]));
        assert!(shown.figures[0].before.figure().is_none() && shown.figures[0].after.figure().is_none());
        assert!(!shown.is_same(), "what cannot be seen has to be agreed to");
    }
}
