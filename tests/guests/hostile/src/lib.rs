//! What the hostile guests have in common: they look harmless until they score. One guest a fault;
//! the host's tests load each and say how it must end.

use heard_plugin::{Description, Indicator, Read, Setup};

/// Any settings will do.
pub type Settings = serde::de::IgnoredAny;

/// A harmless description: one indicator `index` from 0 to 100.
pub fn describe(name: &str) -> Description {
    Description {
        name: name.into(),
        version: "1".into(),
        summary: "Looks harmless.".into(),
        indicators: vec![Indicator::new("index", "Index", "points", 0.0..=100.0)],
        settings_schema: r#"{"type": "object"}"#.into(),
    }
}

/// Reads the question `welcome`.
pub fn welcome(setup: &mut Setup<'_>) -> Option<Read> {
    setup.single("welcome", "")
}
