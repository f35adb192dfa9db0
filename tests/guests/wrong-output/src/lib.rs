//! Hands back what the settings name: `too much`, `too little`, or the `sources` of questions that
//! nobody sent. Goes round the SDK, which would not let it.
#![cfg(target_arch = "wasm32")]

use heard_plugin::component::bindings::{self, exports::heard::scoring::scorer as wit};

struct WrongOutput {
    how: String,
}

impl wit::Guest for WrongOutput {
    type Configured = Self;

    fn describe() -> wit::Description {
        let index = wit::Indicator {
            key: "index".into(),
            label: "Index".into(),
            unit: String::new(),
            min: 0.0,
            max: 100.0,
            higher_is_better: true,
            aggregate: wit::Aggregation::Mean,
            bands: Vec::new(),
        };
        wit::Description {
            name: "Wrong output".into(),
            version: "1".into(),
            summary: "Looks harmless.".into(),
            indicators: vec![index],
            settings_schema: r#"{"type": "object"}"#.into(),
        }
    }
}

impl wit::GuestConfigured for WrongOutput {
    fn configure(_: wit::Survey, settings: String) -> Result<wit::Configured, Vec<wit::Problem>> {
        Ok(wit::Configured::new(Self { how: settings }))
    }

    fn plan(&self) -> wit::Plan {
        wit::Plan { reads: Vec::new(), gives: vec![0], warnings: Vec::new() }
    }

    fn score(&self, batch: wit::Batch) -> Result<wit::Scores, String> {
        let cells = match self.how.as_str() {
            r#""too much""# => 1 << 20,
            r#""too little""# => 0,
            _ => batch.responses as usize,
        };
        let sources = if self.how == r#""sources""# { vec![9; cells] } else { Vec::new() };
        let ends = (1..).take(cells).map(|end| if sources.is_empty() { 0 } else { end });
        Ok(wit::Scores {
            values: vec![50.0; cells],
            weights: vec![1.0; cells],
            source_ends: ends.collect(),
            sources,
            shares: Vec::new(),
            notes: Vec::new(),
        })
    }
}

bindings::export_component!(WrongOutput with_types_in bindings);
