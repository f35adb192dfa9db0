//! What a plugin says of itself.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use crate::{MAX_INDICATORS, MAX_SCHEMA, is_key, schema};

/// Longest name, label or unit, in bytes.
const MAX_NAME: usize = 120;
/// Longest summary, in bytes.
const MAX_SUMMARY: usize = 2_000;

/// Name, indicators and settings of a plugin.
#[derive(Debug, Clone, PartialEq)]
pub struct Description {
    /// As people read it.
    pub name: String,
    /// The plugin's own version.
    pub version: String,
    /// One or two sentences: what its figures mean.
    pub summary: String,
    /// What it can feed, at most [`MAX_INDICATORS`].
    pub indicators: Vec<Indicator>,
    /// JSON Schema 2020-12 of the settings; the settings form is made from it.
    pub settings_schema: String,
}

/// A figure that a plugin feeds, one contribution a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Stable and unique in the plugin; see [`is_key`].
    pub key: String,
    /// As people read it.
    pub label: String,
    /// What one of it is: "points", "barriers".
    pub unit: String,
    /// Smallest possible contribution.
    pub min: f64,
    /// Largest possible contribution.
    pub max: f64,
    /// Which direction is good.
    pub higher_is_better: bool,
    /// How the host joins the contributions of a group.
    pub aggregate: Aggregation,
    /// Named levels, ascending.
    pub bands: Vec<Band>,
}

/// How contributions of many responses become one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    /// Weighted mean.
    Mean,
    /// Weighted sum.
    Sum,
    /// Weighted median.
    Median,
    /// Smallest.
    Minimum,
    /// Largest.
    Maximum,
}

/// A level of an indicator, from `at_least` up to the next band.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Stable and unique in the indicator; see [`is_key`].
    pub key: String,
    /// Where the band begins, in the indicator's unit.
    pub at_least: f64,
}

impl Description {
    /// Says what is wrong with it, in words for the plugin's author.
    pub fn check(&self) -> Result<(), String> {
        short("name", &self.name, MAX_NAME)?;
        short("version", &self.version, MAX_NAME)?;
        short("summary", &self.summary, MAX_SUMMARY)?;
        self.check_schema()?;
        let count = self.indicators.len();
        if !(1..=MAX_INDICATORS).contains(&count) {
            return Err(format!("it names {count} indicators; there must be between 1 and {MAX_INDICATORS}"));
        }
        let mut keys = HashSet::new();
        for indicator in &self.indicators {
            indicator.check().map_err(|what| format!("indicator `{}`: {what}", indicator.key))?;
            if !keys.insert(&indicator.key) {
                return Err(format!("two indicators have the key `{}`", indicator.key));
            }
        }
        Ok(())
    }

    fn check_schema(&self) -> Result<(), String> {
        if self.settings_schema.len() > MAX_SCHEMA {
            return Err(format!("its settings schema is longer than {MAX_SCHEMA} bytes"));
        }
        let schema: serde_json::Value = serde_json::from_str(&self.settings_schema)
            .map_err(|error| format!("its settings schema is not JSON: {error}"))?;
        if schema["type"] != "object" {
            return Err("its settings schema must describe an object (\"type\": \"object\")".into());
        }
        schema::check(&schema).map_err(|what| format!("its settings schema: {what}"))
    }
}

impl Indicator {
    /// An indicator where higher is better and a group's figure is the mean; the methods below
    /// change that.
    pub fn new(key: &str, label: &str, unit: &str, range: RangeInclusive<f64>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            unit: unit.into(),
            min: *range.start(),
            max: *range.end(),
            higher_is_better: true,
            aggregate: Aggregation::Mean,
            bands: Vec::new(),
        }
    }

    /// Less of it is the better.
    #[must_use]
    pub fn lower_is_better(mut self) -> Self {
        self.higher_is_better = false;
        self
    }

    /// Another way to join the contributions of a group.
    #[must_use]
    pub fn aggregate(mut self, aggregate: Aggregation) -> Self {
        self.aggregate = aggregate;
        self
    }

    /// One more named level, above those before.
    #[must_use]
    pub fn band(mut self, key: &str, at_least: f64) -> Self {
        self.bands.push(Band { key: key.into(), at_least });
        self
    }

    fn check(&self) -> Result<(), String> {
        if !is_key(&self.key) {
            return Err("its key may have only a-z, 0-9 and -, 64 at most".into());
        }
        short("label", &self.label, MAX_NAME)?;
        if self.unit.len() > MAX_NAME {
            return Err(format!("its unit is longer than {MAX_NAME} bytes"));
        }
        if !(self.min.is_finite() && self.max.is_finite() && self.min < self.max) {
            return Err(format!("its range {} to {} is empty or endless", self.min, self.max));
        }
        self.check_bands()
    }

    fn check_bands(&self) -> Result<(), String> {
        let mut last = None;
        let mut keys = HashSet::new();
        for band in &self.bands {
            if !is_key(&band.key) || !keys.insert(&band.key) {
                return Err(format!("the band key `{}` is not a key, or stands twice", band.key));
            }
            let inside = band.at_least >= self.min && band.at_least <= self.max;
            if !inside || last.is_some_and(|last| band.at_least <= last) {
                return Err(format!("band `{}` begins at {}: bands ascend within the range", band.key, band.at_least));
            }
            last = Some(band.at_least);
        }
        Ok(())
    }
}

fn short(what: &str, text: &str, most: usize) -> Result<(), String> {
    if text.trim().is_empty() {
        Err(format!("its {what} is empty"))
    } else if text.len() > most {
        Err(format!("its {what} is longer than {most} bytes"))
    } else {
        Ok(())
    }
}
