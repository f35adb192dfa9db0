//! One construct from several agreement scales, as an index from 0 to 100.
//!
//! Each answer becomes 0 (the worst point of its scale) to 100 (the best), reversed items as
//! `min + max - x` first. The index is the mean over the answered items, given when at least the
//! declared share of the items was answered (a prorated scale score). Items on different scales
//! therefore weigh the same.

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Scale, Setup};

/// As `settings.schema.json` describes them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    items: Vec<String>,
    #[serde(default)]
    reversed: Vec<String>,
    #[serde(default = "half")]
    answered_at_least: f64,
}

/// The plugin, set up.
pub struct ScaleIndex {
    items: Vec<Item>,
    answered_at_least: f64,
}

struct Item {
    scale: Scale,
    reversed: bool,
}

impl Plugin for ScaleIndex {
    type Settings = Settings;

    fn describe() -> Description {
        Description {
            name: "Scale index".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            summary: "Joins agreement scales that ask about one thing into an index: 0 when everyone \
                      chose the worst answers, 100 when everyone chose the best."
                .into(),
            indicators: vec![Indicator::new("index", "Index", "points out of 100", 0.0..=100.0)],
            settings_schema: include_str!("../settings.schema.json").into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        settings.check(setup);
        let keys = settings.items.iter().enumerate();
        let items = keys.filter_map(|(index, key)| {
            let scale = setup.scale(key, &format!("/items/{index}"))?;
            Some(Item { scale, reversed: settings.reversed.contains(key) })
        });
        Self { items: items.collect(), answered_at_least: settings.answered_at_least }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        let answers: Vec<(Read, f64)> = self.items.iter().filter_map(|item| item.points(row)).collect();
        let (answered, items) = (count(answers.len()), count(self.items.len()));
        if answers.is_empty() {
            return;
        }
        if answered < self.answered_at_least * items {
            out.note("too-few-answers");
            return;
        }
        let sum: f64 = answers.iter().map(|(_, points)| points).sum();
        let index = out.give("index", sum / answered);
        for (question, points) in answers {
            index.from(question, points / answered);
        }
    }
}

heard_plugin::export!(ScaleIndex);

impl Settings {
    fn check(&self, setup: &mut Setup<'_>) {
        if self.items.is_empty() {
            setup.problem("/items", "Choose at least one question.");
        }
        for (index, key) in self.items.iter().enumerate() {
            if self.items[..index].contains(key) {
                setup.problem(format!("/items/{index}"), format!("`{key}` stands here twice. Once is enough."));
            }
        }
        for (index, key) in self.reversed.iter().enumerate() {
            if !self.items.contains(key) {
                let message = format!("`{key}` is not among the questions above. Add it there, or take it out here.");
                setup.problem(format!("/reversed/{index}"), message);
            }
        }
        if !(self.answered_at_least > 0.0 && self.answered_at_least <= 1.0) {
            let message = "Choose a share above 0 and up to 1, such as 0.5 for half of the questions.";
            setup.problem("/answered_at_least", message);
        }
    }
}

impl Item {
    /// The answer from 0 to 100, if there is one.
    fn points(&self, row: &Row<'_>) -> Option<(Read, f64)> {
        let Scale { read, min, max } = self.scale;
        let given = row.value(read)?;
        let value = if self.reversed { min + max - given } else { given };
        Some((read, 100.0 * (value - min) / (max - min)))
    }
}

fn half() -> f64 {
    0.5
}

#[expect(clippy::cast_precision_loss, reason = "a survey has fewer questions than an f64 counts exactly")]
fn count(len: usize) -> f64 {
    len as f64
}
