//! Points from a table of rules, for people who do not program: each row says which answers it is for, and how many
//! points it gives.
//!
//! A response counts when it answered at least one question of the table. Its points begin at `start`; the rows that
//! fit, or the first of them, add to it, and the result is kept between 0 and 100.

mod row;

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};
use row::{Rule, WantedRow};

const POINTS: &str = "points";

/// As `settings.schema.json` describes them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    rows: Vec<WantedRow>,
    #[serde(default)]
    rule: When,
    #[serde(default)]
    start: f64,
    #[serde(default)]
    no_row: Otherwise,
}

/// When several rows fit.
#[derive(Default, PartialEq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum When {
    #[default]
    Sum,
    First,
}

/// When no row fits.
#[derive(Default, PartialEq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Otherwise {
    #[default]
    Start,
    Nothing,
}

/// The plugin, set up.
pub struct Table {
    rules: Vec<Rule>,
    /// Every question of the table, once.
    questions: Vec<Read>,
    settings: Settings,
}

impl Plugin for Table {
    type Settings = Settings;

    fn describe() -> Description {
        Description {
            name: "Table of rules".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            summary: "Gives points for answers by a table that you write: which answers, and how many points. The \
                      points of all rows that fit are added up, or the first of them counts."
                .into(),
            indicators: vec![Indicator::new(POINTS, "Points", "points out of 100", 0.0..=100.0)],
            settings_schema: include_str!("../settings.schema.json").into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        if settings.rows.is_empty() {
            setup.problem("/rows", "Write at least one row.");
        }
        if !(0.0..=100.0).contains(&settings.start) {
            setup.problem("/start", "Choose a number from 0 to 100.");
        }
        let rows = settings.rows.iter().enumerate();
        let rules: Vec<Rule> = rows.filter_map(|(index, row)| row.rule(&format!("/rows/{index}"), setup)).collect();
        let mut questions = Vec::new();
        for question in rules.iter().flat_map(Rule::questions) {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        Self { rules, questions, settings }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        if !self.questions.iter().any(|question| row.answered(*question)) {
            return;
        }
        let most = if self.settings.rule == When::First { 1 } else { usize::MAX };
        let fitting: Vec<&Rule> = self.rules.iter().filter(|rule| rule.fits(row)).take(most).collect();
        if fitting.is_empty() && self.settings.no_row == Otherwise::Nothing {
            out.note("no-row");
            return;
        }
        let points = self.settings.start + fitting.iter().map(|rule| rule.points).sum::<f64>();
        let given = out.give(POINTS, points.clamp(0.0, 100.0));
        // In the order of the table's questions: each with what the rows that it decided gave.
        for question in &self.questions {
            let part: f64 = fitting.iter().filter(|rule| rule.first() == *question).map(|rule| rule.points).sum();
            if row.answered(*question) {
                given.from(*question, part);
            }
        }
    }
}

heard_plugin::export!(Table);
