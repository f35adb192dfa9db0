//! An attacker who knows the rules: every possible set of answers is published, and those that look the same are
//! compared. What is equal in all of them is known to whoever sees that page, and must not be a small group.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::results::{Aggregation, Bounds, Tally, reduce};

/// Every way in which `base` people can fall into `cells` cells.
pub(super) fn ways(base: u32, cells: usize) -> Vec<Vec<u32>> {
    if cells == 1 {
        return vec![vec![base]];
    }
    (0..=base)
        .flat_map(|first| {
            ways(base - first, cells - 1).into_iter().map(move |mut rest| {
                rest.insert(0, first);
                rest
            })
        })
        .collect()
}

/// For each published text, which values each cell takes over all the secrets that publish it.
pub(super) type Known = BTreeMap<String, Vec<BTreeSet<u32>>>;

pub(super) fn learn(known: &mut Known, published: &impl Serialize, secret: &[u32]) {
    let published = serde_json::to_string(published).unwrap();
    let cells = known.entry(published).or_insert_with(|| vec![BTreeSet::new(); secret.len()]);
    for (cell, &value) in cells.iter_mut().zip(secret) {
        cell.insert(value);
    }
}

/// Fails where a small count can have one value only.
fn no_small_count_is_known(known: &Known, threshold: u32) {
    for (published, cells) in known {
        for (i, values) in cells.iter().enumerate() {
            let pinned = values.len() == 1 && values.iter().all(|&value| value < threshold);
            assert!(!pinned, "cell {i} is known to be {values:?} from {published}");
        }
    }
}

fn people(counts: &[u32]) -> Vec<usize> {
    let people = counts.iter().enumerate();
    people.flat_map(|(option, &count)| vec![option; count as usize]).collect()
}

#[test]
fn no_hidden_count_comes_back_from_a_table() {
    for rules in [Rules::TEN_FIVE, Rules::FIVE_FIVE, Rules::BASE_THIRTY] {
        for (cells, largest) in [(2, 120), (3, 70), (4, 40), (5, 25)] {
            for base in (0..=largest).step_by(5) {
                let mut known = Known::new();
                for counts in ways(base, cells) {
                    let shown = rules.tally(&Tally::of_one(cells, people(&counts)));
                    for (share, &count) in shown.options().iter().zip(&counts) {
                        assert!(share.is_none() || count >= rules.threshold());
                    }
                    learn(&mut known, &shown, &counts);
                }
                // Below the threshold nothing is shown at all, and that one base is compared with itself alone.
                if base >= rules.threshold() {
                    no_small_count_is_known(&known, rules.threshold());
                }
            }
        }
    }
}

#[test]
fn neither_who_chose_nor_who_did_not_comes_back_from_several_options() {
    for rules in [Rules::TEN_FIVE, Rules::FIVE_FIVE, Rules::BASE_THIRTY] {
        for base in (rules.threshold()..=120).step_by(5) {
            let mut known = Known::new();
            for chose in 0..=base {
                let sets = (0..base).map(|person| u64::from(person < chose));
                learn(&mut known, &rules.tally(&Tally::of_several(1, sets)), &[chose, base - chose]);
            }
            no_small_count_is_known(&known, rules.threshold());
        }
    }
}

/// Publishes the figure of every set of answers on a scale with so many points.
fn scale(rules: Rules, aggregation: Aggregation, base: u32, points: usize) -> Known {
    let top = f64::from(u32::try_from(points - 1).unwrap());
    let mut known = Known::new();
    for counts in ways(base, points) {
        let value = |point: usize| 100.0 * f64::from(u32::try_from(point).unwrap()) / top;
        let given: Vec<_> =
            people(&counts).into_iter().map(|point| Contribution { value: value(point), weight: 1.0 }).collect();
        let measure = reduce(&given, aggregation);
        learn(&mut known, &rules.measure(measure.as_ref(), Bounds { min: 0.0, max: 100.0 }), &counts);
    }
    known
}

fn figures_hold(rules: Rules, sizes: &[(usize, u32)]) {
    for aggregation in [Aggregation::Mean, Aggregation::Median, Aggregation::Sum] {
        for &(points, base) in sizes {
            no_small_count_is_known(&scale(rules, aggregation, base, points), rules.threshold());
        }
    }
}

#[test]
fn no_answer_comes_back_from_a_figure() {
    figures_hold(
        Rules::TEN_FIVE,
        &[(2, 10), (2, 25), (2, 100), (3, 10), (3, 20), (3, 35), (3, 50), (3, 60), (4, 20), (4, 25), (5, 10)],
    );
    figures_hold(Rules::FIVE_FIVE, &[(2, 10), (2, 50), (3, 10), (3, 15), (3, 25), (3, 50), (4, 10), (4, 15), (5, 10)]);
}

/// Counts by letters, or by the days of November.
fn counts(secret: &[u32], code: impl Fn(usize) -> String) -> Counts {
    let of = secret.iter().enumerate().filter(|(_, count)| **count > 0).map(|(place, count)| (code(place), *count));
    Counts { base: secret.iter().sum(), of: of.collect() }
}

#[test]
fn neither_a_day_nor_a_small_part_comes_back() {
    let (first, last) = (jiff::civil::date(2026, 11, 1), jiff::civil::date(2026, 11, 4));
    for rules in [Rules::TEN_FIVE, Rules::FIVE_FIVE, Rules::BASE_THIRTY] {
        for base in (rules.threshold()..=35).step_by(5) {
            let (mut days, mut parts) = (Known::new(), Known::new());
            for secret in ways(base, 4) {
                let spans = rules.spans((first, last), &counts(&secret, |day| format!("2026-11-0{}", day + 1)));
                assert!(spans.iter().all(|span| span.people.count() >= rules.threshold()));
                let told: Vec<_> = spans.iter().map(|span| (span.first, span.last, span.people)).collect();
                learn(&mut days, &told, &secret);
                let shown = rules.parts(&counts(&secret, |part| part.to_string()));
                learn(&mut parts, &(shown.base(), shown.parts()), &secret);
            }
            no_small_count_is_known(&days, rules.threshold());
            no_small_count_is_known(&parts, rules.threshold());
        }
    }
}

/// Somebody looks, five more people come, of whom all come on the last day, and they look again.
#[test]
fn looking_every_day_tells_of_no_day() {
    let rules = Rules::TEN_FIVE;
    let (first, last) = (jiff::civil::date(2026, 11, 1), jiff::civil::date(2026, 11, 3));
    for base in (10..=50).step_by(5) {
        let mut days = Known::new();
        for before in ways(base, 3) {
            let after = [before[0], before[1], before[2] + 5];
            let told = [&before[..], &after].map(|secret| {
                let spans = rules.spans((first, last), &counts(secret, |day| format!("2026-11-0{}", day + 1)));
                spans.iter().map(|span| (span.first, span.last, span.people)).collect::<Vec<_>>()
            });
            learn(&mut days, &told, &before);
        }
        no_small_count_is_known(&days, rules.threshold());
    }
}

#[test]
#[ignore = "a minute"]
fn no_answer_comes_back_from_larger_figures() {
    for base in (10..=120).step_by(5) {
        figures_hold(Rules::TEN_FIVE, &[(2, base), (3, base)]);
    }
    figures_hold(Rules::TEN_FIVE, &[(4, 30), (4, 50), (4, 55), (5, 15), (5, 20), (5, 25)]);
}

#[test]
#[should_panic(expected = "cell 1 is known to be {3}")]
fn the_attacker_is_no_sham() {
    let mut known = Known::new();
    for counts in ways(60, 2) {
        let naive: Vec<_> = counts.iter().map(|&count| Some(count).filter(|&count| count >= 10)).collect();
        learn(&mut known, &naive, &counts);
    }
    no_small_count_is_known(&known, 4);
}

#[test]
fn one_persons_answer_is_never_shown() {
    for aggregation in [Aggregation::Minimum, Aggregation::Maximum] {
        assert_eq!(scale(Rules::TEN_FIVE, aggregation, 20, 3).len(), 1);
    }
}
