//! Our weights, weighted means and standard errors beside those of R's package `survey`, on its own sample of schools.
//! `survey.R` wrote the tables here; `tests/run oracle` has R write them again and looks whether they are the same.

use heard_core::results::weights::{Cell, rake, standard_error};

const SCHOOLS: &str = include_str!("schools.csv");
const MARGINS: &str = include_str!("margins.csv");
const FIGURES: &str = include_str!("figures.csv");

/// A school: its groups of both margins, whether it met both targets, its index, and its weights as drawn and raked.
struct School {
    groups: [&'static str; 2],
    both: f64,
    index: f64,
    drawn: f64,
    raked: f64,
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

fn number(written: &str) -> f64 {
    written.parse().expect("a number")
}

fn schools() -> Vec<School> {
    let school = |row: Vec<&'static str>| School {
        groups: [row[0], row[1]],
        both: f64::from(u8::from(row[2] == "Yes")),
        index: number(row[3]),
        drawn: number(row[4]),
        raked: number(row[5]),
    };
    rows(SCHOOLS).map(school).collect()
}

#[track_caller]
fn near(found: f64, expected: f64, what: &str) {
    assert!((found / expected - 1.0).abs() < 1e-8, "{what}: {found}, where R has {expected}");
}

#[test]
fn raked_weights_are_those_of_r() {
    let sizes: Vec<_> = rows(MARGINS).map(|row| (row[0], number(row[1]))).collect();
    let (types, wide) = sizes.split_at(3);
    let schools = schools();
    let place = |of: &[(&str, f64)], group: &str| of.iter().position(|(known, _)| *known == group);
    let cell = |school: &School| Cell {
        responses: 1,
        weight: school.drawn,
        groups: vec![place(types, school.groups[0]), place(wide, school.groups[1])],
    };
    let margins = [types, wide].map(|margin| margin.iter().map(|(_, size)| *size).collect());
    let raked = rake(&schools.iter().map(cell).collect::<Vec<_>>(), &margins, None);
    assert!(raked.converged && raked.empty.is_empty(), "{raked:?}");
    // Ours have a mean of 1, those of R stand for all schools.
    let all: f64 = types.iter().map(|(_, size)| size).sum();
    for (school, weight) in schools.iter().zip(&raked.weights) {
        near(weight * all / 200.0, school.raked, "a weight");
    }
}

#[test]
fn means_and_their_errors_are_those_of_r() {
    let schools = schools();
    for row in rows(FIGURES) {
        let said = |school: &School| if row[0].starts_with("api00") { school.index } else { school.both };
        let weight = |school: &School| if row[0].ends_with("drawn") { school.drawn } else { school.raked };
        let total: f64 = schools.iter().map(weight).sum();
        let mean = schools.iter().map(|school| weight(school) * said(school)).sum::<f64>() / total;
        near(mean, number(row[1]), row[0]);
        let error = standard_error(schools.iter().map(|school| (1, weight(school), said(school))), mean);
        near(error, number(row[2]), row[0]);
    }
}
