//! The same attacker before several tables of one question: by the groups of one cut, and of another.

use std::collections::BTreeMap;

use super::{
    attack::{Known, learn, ways},
    *,
};
use crate::results::{Choosing, Tally};

fn sums(groups: &[Vec<u32>]) -> Vec<u32> {
    (0..groups[0].len()).map(|answer| groups.iter().map(|group| group[answer]).sum()).collect()
}

fn tally(counts: &[u32]) -> Tally {
    Tally::of_counts(Choosing::One, counts.iter().sum(), counts.to_vec())
}

/// A cut whose last group is of those in no group, where there is such a one.
fn cut(groups: &[Vec<u32>], named: usize) -> Cut {
    let groups = &groups[..named];
    Cut {
        groups: groups.iter().map(|group| tally(group)).collect(),
        people: groups.iter().map(|group| group.iter().sum()).collect(),
    }
}

/// Every way in which groups of these sizes can answer.
fn answered(sizes: &[u32], answers: usize) -> Vec<Vec<Vec<u32>>> {
    sizes.iter().fold(vec![Vec::new()], |all, size| {
        let with = |groups: Vec<Vec<u32>>| {
            ways(*size, answers).into_iter().map(move |way| [groups.clone(), vec![way]].concat())
        };
        all.into_iter().flat_map(with).collect()
    })
}

/// Fails where a small count is known, from what is shown and from what is not. `sizes` are the people behind each.
fn holds(known: &Known, sizes: &[u32], threshold: u32) {
    for (published, cells) in known {
        for ((cell, values), size) in cells.iter().enumerate().zip(sizes) {
            let pinned = values.len() == 1 && *size > 0 && values.iter().all(|value| *value < threshold);
            assert!(!pinned, "cell {cell} is known to be {values:?} from {published}");
        }
    }
}

/// How many people stand behind each total and each count of groups.
fn behind(sizes: &[&[u32]], answers: usize) -> Vec<u32> {
    let total: u32 = sizes[0].iter().sum();
    let all = [total].into_iter().chain(sizes.iter().flat_map(|sizes| sizes.iter().copied()));
    all.flat_map(|size| vec![size; answers]).collect()
}

/// How many tables were shown, of all ways to answer.
fn one_cut(rules: Rules, sizes: &[u32], named: usize, answers: usize) -> (usize, usize) {
    let (mut known, mut tables, mut all) = (Known::new(), 0, 0);
    for groups in answered(sizes, answers) {
        let shown = rules.crossed(&tally(&sums(&groups)), &[cut(&groups, named)]);
        tables += usize::from(shown.cuts()[0].is_some());
        all += 1;
        learn(&mut known, &shown, &[sums(&groups), groups.concat()].concat());
    }
    holds(&known, &behind(&[sizes], answers), rules.threshold());
    (tables, all)
}

fn two_cuts(rules: Rules, sizes: [&[u32]; 2], answers: usize) -> (usize, usize) {
    let (mut known, mut tables, mut all) = (Known::new(), 0, 0);
    let mut others: BTreeMap<Vec<u32>, Vec<Vec<Vec<u32>>>> = BTreeMap::new();
    for groups in answered(sizes[1], answers) {
        others.entry(sums(&groups)).or_default().push(groups);
    }
    for one in answered(sizes[0], answers) {
        for other in others.get(&sums(&one)).into_iter().flatten() {
            let cuts = [cut(&one, sizes[0].len()), cut(other, sizes[1].len())];
            let shown = rules.crossed(&tally(&sums(&one)), &cuts);
            tables += shown.cuts().iter().filter(|cut| cut.is_some()).count();
            all += 2;
            learn(&mut known, &shown, &[sums(&one), one.concat(), other.concat()].concat());
        }
    }
    holds(&known, &behind(&sizes, answers), rules.threshold());
    (tables, all)
}

#[test]
fn no_small_count_comes_back_from_a_table_by_groups() {
    for (sizes, named, answers, least) in [
        (&[10, 10][..], 2, 2, 0),
        (&[35, 25], 2, 2, 500),
        (&[60, 45], 2, 2, 1_500),
        (&[20, 15, 10], 2, 2, 2_000),
        (&[20, 15, 10], 3, 2, 1_500),
        (&[20, 15], 2, 3, 10_000),
    ] {
        let (tables, all) = one_cut(Rules::TEN_FIVE, sizes, named, answers);
        assert!(tables >= least, "{sizes:?}: {tables} tables of {all}");
        one_cut(Rules::FIVE_FIVE, sizes, named, answers);
    }
}

#[test]
fn no_small_count_comes_back_from_two_cuts_of_one_question() {
    for sizes in [[&[25, 15][..], &[20, 20]], [&[20, 15, 10], &[30, 15]]] {
        let (tables, all) = two_cuts(Rules::TEN_FIVE, sizes, 2);
        assert!(tables > 0, "{sizes:?}: {tables} tables of {all}");
    }
}
