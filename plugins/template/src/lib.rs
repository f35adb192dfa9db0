//! My plugin: how many of the things on a list a person chose.

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};

/// As `settings.schema.json` describes them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    question: String,
}

/// The plugin, set up.
pub struct MyPlugin {
    question: Option<Read>,
}

impl Plugin for MyPlugin {
    type Settings = Settings;

    fn describe() -> Description {
        Description {
            name: "My plugin".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            summary: "How many of the things on a list people chose.".into(),
            indicators: vec![Indicator::new("chosen", "Things chosen", "things", 0.0..=63.0)],
            settings_schema: include_str!("../settings.schema.json").into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        Self { question: setup.several(&settings.question, "/question") }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        // Who did not answer gives nothing; who chose none of them gives 0.
        let Some(question) = self.question.filter(|question| row.answered(*question)) else { return };
        let chosen = row.choices(question).fold(0.0, |count, _| count + 1.0);
        out.give("chosen", chosen).from(question, chosen);
    }
}

heard_plugin::export!(MyPlugin);
