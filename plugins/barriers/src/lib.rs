//! What keeps families away: how many barriers each of them named, and how heavily these weigh.
//!
//! All figures are about people who answered the question. Somebody who ticked only answers that are no barrier, such
//! as "nothing keeps us away", answered it and met none.

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};

/// As `settings.schema.json` describes them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    question: String,
    #[serde(default)]
    not_barriers: Vec<String>,
    #[serde(default)]
    weights: Vec<Weighed>,
    #[serde(default = "three")]
    many: u8,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Weighed {
    option: String,
    weight: f64,
}

/// The plugin, set up.
pub struct Barriers {
    question: Option<Read>,
    /// Each barrier of the question with its weight.
    weights: Vec<(String, f64)>,
    /// The weight of all barriers together.
    all: f64,
    many: f64,
}

impl Plugin for Barriers {
    type Settings = Settings;

    fn describe() -> Description {
        let percent = "percent of those who answered";
        Description {
            name: "Barriers".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            summary: "How many things keep each family away, how heavily they weigh together, and how many families \
                      meet any of them, or many."
                .into(),
            indicators: vec![
                Indicator::new("count", "Barriers named", "barriers", 0.0..=63.0).lower_is_better(),
                Indicator::new(
                    "load",
                    "Weight of the barriers, where 100 is all of them",
                    "points out of 100",
                    0.0..=100.0,
                )
                .lower_is_better(),
                Indicator::new("any", "Families who meet a barrier", percent, 0.0..=100.0).lower_is_better(),
                Indicator::new("many", "Families who meet many barriers", percent, 0.0..=100.0).lower_is_better(),
            ],
            settings_schema: include_str!("../settings.schema.json").into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        let question = setup.several(&settings.question, "/question");
        let weights = question.map_or_else(Vec::new, |question| settings.weights(question, setup));
        let all = weights.iter().map(|(_, weight)| weight).sum();
        if question.is_some() && weights.is_empty() {
            setup.problem("/not_barriers", "No answer is left that is a barrier. Take at least one out of this list.");
        }
        Self { question, weights, all, many: f64::from(settings.many) }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        let Some(question) = self.question.filter(|question| row.answered(*question)) else { return };
        let (mut count, mut load) = (0.0, 0.0);
        for (_, weight) in self.weights.iter().filter(|(barrier, _)| row.chose(question, barrier)) {
            count += 1.0;
            load += weight;
        }
        let mut give = |indicator, value| {
            out.give(indicator, value).from(question, value);
        };
        give("count", count);
        give("load", 100.0 * load / self.all);
        give("any", if count > 0.0 { 100.0 } else { 0.0 });
        give("many", if count >= self.many { 100.0 } else { 0.0 });
    }
}

heard_plugin::export!(Barriers);

impl Settings {
    fn weights(&self, question: Read, setup: &mut Setup<'_>) -> Vec<(String, f64)> {
        for (index, option) in self.not_barriers.iter().enumerate() {
            setup.offers(question, option, &format!("/not_barriers/{index}"));
        }
        for (index, Weighed { option, weight }) in self.weights.iter().enumerate() {
            let at = format!("/weights/{index}");
            setup.offers(question, option, &format!("{at}/option"));
            if self.not_barriers.contains(option) {
                let message =
                    format!("`{option}` is among the answers that are no barrier. Take it out of one of the two.");
                setup.problem(format!("{at}/option"), message);
            }
            if self.weights[..index].iter().any(|earlier| earlier.option == *option) {
                setup.problem(format!("{at}/option"), format!("`{option}` has a weight already."));
            }
            if !(*weight > 0.0 && *weight <= 10.0) {
                setup.problem(format!("{at}/weight"), "Choose a weight above 0 and up to 10.");
            }
        }
        if !(1..=63).contains(&self.many) {
            setup.problem("/many", "Choose a number from 1 to 63.");
        }
        let Some(asked) = setup.survey().questions.iter().find(|asked| asked.key == self.question) else {
            return Vec::new();
        };
        let barriers = asked.kind.options().iter().filter(|option| !self.not_barriers.contains(&option.key));
        let weight = |key: &str| self.weights.iter().find(|weighed| weighed.option == key).map_or(1.0, |w| w.weight);
        barriers.map(|option| (option.key.clone(), weight(&option.key))).collect()
    }
}

fn three() -> u8 {
    3
}
