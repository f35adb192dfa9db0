use proptest::{prelude::*, sample::Index};

use super::*;
use crate::results::columns::tests::{responses, snapshot, subject};

fn margin(subject: Subject, groups: &[(&str, f64)]) -> Margin {
    Margin { subject, groups: groups.iter().map(|(key, size)| ((*key).to_owned(), *size)).collect() }
}

fn cell(responses: u32, groups: &[usize]) -> Cell {
    Cell { responses, weight: 1.0, groups: groups.iter().copied().map(Some).collect() }
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn one_margin_is_a_division() {
    let raked = rake(&[cell(60, &[0]), cell(40, &[1])], &[vec![500.0, 500.0]], None);
    near(raked.weights[0], 0.5 / 0.6);
    near(raked.weights[1], 0.5 / 0.4);
    assert!(raked.converged && raked.empty.is_empty() && raked.trimmed == 0);
}

#[test]
fn a_group_that_nobody_is_in_is_told_and_the_others_share() {
    let raked = rake(&[cell(6, &[0]), cell(4, &[1])], &[vec![0.4, 0.4, 0.2]], None);
    assert_eq!(raked.empty, [(0, 2)]);
    assert!(raked.converged);
    near(raked.weights[0] * 6.0, raked.weights[1] * 4.0);
}

#[test]
fn margins_that_contradict_each_other_are_told() {
    // Who is in the first group of one margin is in the first of the other, and cannot be half and nine tenths of all.
    let raked = rake(&[cell(5, &[0, 0]), cell(5, &[1, 1])], &[vec![0.5, 0.5], vec![0.9, 0.1]], None);
    assert!(!raked.converged && raked.change > 0.1, "{raked:?}");
}

#[test]
fn trimmed_weights_are_raked_again() {
    let cells = [cell(50, &[0, 0]), cell(44, &[0, 1]), cell(5, &[1, 0]), cell(1, &[1, 1])];
    let margins = [vec![0.9, 0.1], vec![0.5, 0.5]];
    let free = rake(&cells, &margins, None);
    let highest = free.weights.iter().fold(0.0_f64, |most, weight| most.max(*weight));
    assert!(free.converged && highest > 1.8, "{free:?}");
    let trimmed = rake(&cells, &margins, Some(1.8));
    assert!(trimmed.converged && trimmed.trimmed == 1, "{trimmed:?}");
    near(trimmed.weights[1] * 44.0 + trimmed.weights[3], 50.0);
    near(trimmed.weights[2] * 5.0 + trimmed.weights[3], 10.0);
    // One response in ten cannot be half of all without weighing five.
    assert!(!rake(&[cell(9, &[0]), cell(1, &[1])], &[vec![1.0, 1.0]], Some(3.0)).converged);
}

#[test]
fn who_has_no_known_group_keeps_their_weight() {
    let unknown = Cell { responses: 10, weight: 1.0, groups: vec![None] };
    let raked = rake(&[cell(60, &[0]), cell(30, &[1]), unknown], &[vec![1.0, 1.0]], None);
    near(raked.weights[2], 1.0);
    near(raked.weights[1], 1.5);
}

#[test]
fn the_check_value_of_kish() {
    let columns = snapshot(&vec![responses_of_one(); 8]);
    let mut codes = Codes::new();
    (0..8).for_each(|cell| codes.push(cell));
    let weights = Weights { codes, rows: 8, each: vec![1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 4.0, 8.0] };
    let weighted = columns.variable(&subject("said")).unwrap().weighted(&weights, &columns.all()).unwrap();
    assert!((weighted.effective_base() - 4.3478).abs() < 5e-5);
    assert!((weighted.design_effect().unwrap() - 1.84).abs() < 5e-5);
}

fn responses_of_one() -> crate::response::Response {
    let said = crate::answer::Answer::Text("Words".to_owned());
    crate::response::Response {
        audience: None,
        age_band: None,
        language: crate::text::Lang::english(),
        answers: [(crate::text::Key::try_from("said").unwrap(), said)].into_iter().collect(),
        monitoring: crate::answer::Answers::default(),
        place: None,
        apart: Vec::new(),
    }
}

#[test]
fn what_cannot_be_raked_is_said() {
    let columns = snapshot(&[responses_of_one()]);
    let several = margin(subject("any"), &[("p", 1.0)]);
    assert_eq!(columns.rake(1, &[several], None).err(), Some(Unrakable::Variable(subject("any"))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn equal_weights_change_nothing(given in responses(), cut in any::<Index>()) {
        let columns = snapshot(&given);
        let (weights, raked) = columns.rake(columns.len(), &[], None).unwrap();
        prop_assert!(raked.converged);
        let cut = cut.index(given.len());
        for variable in columns.variables() {
            let counts = variable.counts(&columns.all());
            let mut weighted = variable.weighted(&weights, &Rows { range: 0..cut, only: None }).unwrap();
            weighted.merge(&variable.weighted(&weights, &Rows { range: cut..given.len(), only: None }).unwrap());
            let (all, levels) = weighted.weights();
            prop_assert_eq!(all.to_bits(), f64::from(counts.given()).to_bits());
            prop_assert_eq!(levels, counts.levels().iter().map(|count| f64::from(*count)).collect::<Vec<_>>());
            let values: Vec<_> = variable.levels().iter().map(|level| level.value).collect();
            let mean = counts.mean(&values);
            let estimate = weighted.mean(&values);
            prop_assert_eq!(estimate.map(|estimate| estimate.measure), mean);
            if let (Some(estimate), Some(mean)) = (estimate, mean) {
                let expected = mean.deviation / f64::from(mean.base).sqrt();
                prop_assert!((estimate.error - expected).abs() <= 1e-9 * expected, "{estimate:?}");
            }
        }
    }

    #[test]
    fn raking_hits_the_margins(given in responses(), sizes in prop::collection::vec(0.1..1.0_f64, 6)) {
        let columns = snapshot(&given);
        let margins = [
            margin(subject("how"), &[("low", sizes[0]), ("high", sizes[1])]),
            margin(Subject::Area, &[("E06", sizes[2]), ("E07", sizes[3]), ("W06", sizes[4])]),
        ];
        let (weights, raked) = columns.rake(columns.len(), &margins, None).unwrap();
        let total: f64 = raked_total(&columns, &weights);
        prop_assert!((total - f64::from(u32::try_from(given.len()).unwrap())).abs() < 1e-6);
        if !raked.converged {
            return Ok(());
        }
        for (at, margin) in margins.iter().enumerate() {
            let variable = columns.variable(&margin.subject).unwrap();
            let (all, found) = variable.weighted(&weights, &columns.all()).unwrap().weights();
            let there = |key: &str| !raked.empty.iter().any(|(m, group)| *m == at && margin.groups[*group].0 == key);
            let reached: f64 = margin.groups.iter().filter(|(key, _)| there(key)).map(|(_, size)| size).sum();
            for (level, weight) in variable.levels().iter().zip(found) {
                let size = margin.groups.iter().find(|(key, _)| *key == level.key).unwrap().1;
                if there(&level.key) {
                    prop_assert!((weight - size / reached * all).abs() < 1e-6, "{weight} of {all}, not {size}");
                }
            }
        }
    }
}

fn raked_total(columns: &Columns, weights: &Weights) -> f64 {
    let language = columns.variable(&Subject::Language).unwrap();
    language.weighted(weights, &columns.all()).unwrap().weights().0
}
