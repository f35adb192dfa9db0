//! From what a form posted to settings. Reading never fails: what cannot be used stays as it was typed, with a problem.

use std::collections::BTreeSet;

use heard_core::answer::Typed;
use serde_json::{Map, Value};

use super::{Choices, Field, MOST_ROWS, Shape, as_posted, part};
use crate::error::Error;

/// The name of the control for settings that are one box of JSON.
pub(super) const WHOLE: &str = "@settings";

/// Something that has to be changed before the settings can be used, or that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plugins) struct Trouble {
    /// JSON pointer into the settings; anything else is about all of them.
    pub at: String,
    pub message: String,
}

/// What a form posted.
#[derive(Debug)]
pub(in crate::plugins) struct Posted {
    /// The settings, with what cannot be read left as it was typed.
    pub settings: Value,
    pub troubles: Vec<Trouble>,
}

/// Reads settings. `own` are the fields of the page beside them; any other field is refused.
pub(in crate::plugins) fn read(form: &Field, typed: &Typed, own: &[&str]) -> Result<Posted, Error> {
    let mut reader = Reader { typed, once: own.iter().map(|name| (*name).to_owned()).collect(), ..Reader::new(typed) };
    let settings = reader.value(form, "").unwrap_or_default();
    let known = |name: &str| reader.often.contains(name) || reader.once.contains(name) && typed.all(name).len() == 1;
    if typed.fields().all(known) {
        Ok(Posted { settings, troubles: reader.troubles })
    } else {
        Err(Error::Refused("What came is not what our page asks for. Go back and load it again."))
    }
}

/// The name of the control for what is at a pointer.
pub(super) fn name(pointer: &str) -> &str {
    if pointer.is_empty() { WHOLE } else { pointer }
}

struct Reader<'t> {
    typed: &'t Typed,
    /// Controls that post one value at most.
    once: BTreeSet<String>,
    /// Controls that may post several.
    often: BTreeSet<String>,
    troubles: Vec<Trouble>,
}

impl<'t> Reader<'t> {
    fn new(typed: &'t Typed) -> Self {
        Self { typed, once: BTreeSet::new(), often: BTreeSet::new(), troubles: Vec::new() }
    }

    fn value(&mut self, field: &Field, at: &str) -> Option<Value> {
        match &field.shape {
            Shape::Group(parts) => {
                let read =
                    parts.iter().filter_map(|one| Some((one.key.clone(), self.value(one, &part(at, &one.key))?)));
                let read: Map<_, _> = read.collect();
                (field.required || !read.values().all(is_nothing)).then_some(Value::Object(read))
            }
            Shape::Rows { item, .. } => {
                let rows = self.one(at).parse::<usize>().unwrap_or(0).min(MOST_ROWS);
                let row = |row: usize| self.value(item, &part(at, &row.to_string())).unwrap_or_default();
                Some((0..rows).map(row).collect())
            }
            Shape::Lines => {
                let lines = self.one(at).lines().map(str::trim).filter(|line| !line.is_empty());
                Some(lines.map(Value::from).collect())
            }
            Shape::Tick(choices) => {
                self.often.insert(name(at).to_owned());
                Some(self.typed.all(name(at)).iter().map(|posted| chosen(choices, posted)).collect())
            }
            // An unticked box posts nothing.
            Shape::Flag => Some(Value::Bool(!self.one(at).is_empty())),
            _ => {
                let typed = self.one(at).trim();
                if typed.is_empty() && field.required {
                    self.trouble(
                        at,
                        if matches!(field.shape, Shape::Pick(_)) { "Choose one." } else { "Fill this in." },
                    );
                }
                (!typed.is_empty()).then(|| self.said(&field.shape, at, typed))
            }
        }
    }

    /// What one control with something in it says.
    fn said(&mut self, shape: &Shape, at: &str, typed: &str) -> Value {
        match shape {
            Shape::Pick(choices) => chosen(choices, typed),
            Shape::Number { whole, range } => {
                let Some(number) = number(typed) else {
                    self.trouble(at, "Write a number in figures, such as 3 or 0.5.");
                    return Value::from(typed);
                };
                if *whole && number.fract() != 0.0 {
                    self.trouble(at, "Write a whole number.");
                } else if range.refuses(number) {
                    let words = range.words().unwrap_or_default();
                    self.trouble(at, &format!("Write a number that fits: {words}."));
                }
                as_number(number)
            }
            Shape::Json => serde_json::from_str(typed).unwrap_or_else(|error| {
                self.trouble(at, &format!("This cannot be read as JSON: {error}."));
                Value::from(typed)
            }),
            _ => Value::from(typed),
        }
    }

    /// What a control that posts one value says.
    fn one(&mut self, at: &str) -> &'t str {
        self.once.insert(name(at).to_owned());
        self.typed.first(name(at))
    }

    fn trouble(&mut self, at: &str, message: &str) {
        self.troubles.push(Trouble { at: at.to_owned(), message: message.to_owned() });
    }
}

/// Whether nothing was filled in: what is optional is left out then.
fn is_nothing(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false)) || value.as_array().is_some_and(Vec::is_empty)
}

fn chosen(choices: &Choices, posted: &str) -> Value {
    let fixed = if let Choices::Fixed(fixed) = choices { &fixed[..] } else { &[] };
    let found = fixed.iter().find(|(value, _)| as_posted(value) == posted);
    found.map_or_else(|| Value::from(posted), |(value, _)| value.clone())
}

/// A number as people type it, with a point or a comma before its decimals.
fn number(typed: &str) -> Option<f64> {
    typed.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())
}

/// Whole numbers without a point, as plugins that read integers need them.
#[expect(clippy::cast_possible_truncation, reason = "whole and far within the range")]
fn as_number(number: f64) -> Value {
    let whole = number.fract() == 0.0 && number.abs() < 1e15;
    if whole { Value::from(number as i64) } else { Value::from(number) }
}
