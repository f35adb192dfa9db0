//! The form that a plugin's JSON Schema of its settings becomes: fields that people fill in, without JavaScript.
//!
//! Of the schema it knows what settings are made of: objects, lists of objects, lists of words, choices (`enum`, or
//! `oneOf` with `const` and `title`), numbers, texts and yes or no; and the house's formats for keys of questions
//! (`heard-question`, and `-scale`, `-single`, `-several`, `-number`, `-text`) and of their options (`heard-option`,
//! with `heardOf` naming the field beside it that holds the question). Anything else is a box for JSON, which says so.
//! Nothing here judges the settings beyond what it takes to read them: the plugin does.
//!
//! A control is named by the JSON pointer of its value, which is what a plugin's problems name as well.

mod offers;
mod problems;
mod read;
mod view;

use serde_json::{Map, Value};

pub(super) use problems::problems;
pub(super) use read::{Posted, Trouble, read};
pub(super) use view::{Shown, controls};

/// How deep settings may be nested. Beyond it, and where a schema refers to itself, there is a box for JSON.
const DEEPEST: usize = 6;
/// The most rows that a list can have on a page.
const MOST_ROWS: usize = 100;

/// A setting, as a form asks for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// Its name in the object that it is part of; nothing for what is part of a list.
    pub key: String,
    pub title: String,
    pub hint: Option<String>,
    pub required: bool,
    default: Option<Value>,
    pub shape: Shape,
}

/// What a field is filled with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Several fields.
    Group(Vec<Field>),
    /// Any number of rows of one field.
    Rows {
        item: Box<Field>,
        least: usize,
        most: usize,
    },
    /// Any number of texts, a line each.
    Lines,
    /// Any of some choices.
    Tick(Choices),
    /// One of some choices.
    Pick(Choices),
    Number {
        whole: bool,
        range: Range,
    },
    Flag,
    Text {
        longest: Option<usize>,
    },
    Json,
}

/// Where choices come from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choices {
    /// The schema names them: value and words.
    Fixed(Vec<(Value, String)>),
    /// The survey's questions of a kind.
    Questions(Fits),
    /// The options of the question that the field of this name holds.
    OptionsOf(String),
}

/// Which questions a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fits {
    Any,
    /// One answer, whose options have at least two different numbers.
    Scale,
    Single,
    Several,
    Number,
    Text,
}

/// Between which numbers a number lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Range {
    min: Option<f64>,
    above: Option<f64>,
    max: Option<f64>,
    below: Option<f64>,
}

/// The whole form of a schema.
pub(super) fn form(schema: &str) -> Field {
    let root: Value = serde_json::from_str(schema).unwrap_or_default();
    let mut form = field(&root, &root, String::new(), true, DEEPEST);
    if !matches!(form.shape, Shape::Group(_)) {
        "Settings".clone_into(&mut form.title);
        form.shape = Shape::Json;
    }
    form
}

fn field(schema: &Value, root: &Value, key: String, required: bool, deep: usize) -> Field {
    let schema = resolved(schema, root);
    let text = |name: &str| schema[name].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    Field {
        title: text("title").unwrap_or_else(|| if key.is_empty() { "Entry".to_owned() } else { key.replace('_', " ") }),
        hint: text("description"),
        required,
        default: schema.get("default").cloned(),
        shape: shape(schema, root, deep),
        key,
    }
}

/// What a `$ref` within the schema stands for.
fn resolved<'s>(schema: &'s Value, root: &'s Value) -> &'s Value {
    let pointer = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

fn shape(schema: &Value, root: &Value, deep: usize) -> Shape {
    let Some(deeper) = deep.checked_sub(1) else { return Shape::Json };
    if let Some(choices) = choices(schema) {
        return Shape::Pick(choices);
    }
    match schema["type"].as_str() {
        Some("object") if schema["properties"].is_object() => Shape::Group(parts(schema, root, deeper)),
        Some("array") if schema["items"].is_object() => list(schema, root, deeper),
        Some("number" | "integer") => {
            let at = |name: &str| schema[name].as_f64();
            let range = Range {
                min: at("minimum"),
                above: at("exclusiveMinimum"),
                max: at("maximum"),
                below: at("exclusiveMaximum"),
            };
            Shape::Number { whole: schema["type"] == "integer", range }
        }
        Some("boolean") => Shape::Flag,
        Some("string") => Shape::Text { longest: size(schema, "maxLength") },
        _ => Shape::Json,
    }
}

fn size(schema: &Value, name: &str) -> Option<usize> {
    schema[name].as_u64().and_then(|size| usize::try_from(size).ok())
}

/// The fields of an object: those that must be set first, otherwise in the order of the schema's keys.
fn parts(schema: &Value, root: &Value, deep: usize) -> Vec<Field> {
    let nothing = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&nothing);
    let place = |key: &String| schema["required"].as_array()?.iter().position(|one| one == key);
    let mut parts: Vec<(usize, Field)> = properties
        .iter()
        .map(|(key, part)| {
            let place = place(key);
            (place.unwrap_or(usize::MAX), field(part, root, key.clone(), place.is_some(), deep))
        })
        .collect();
    parts.sort_by_key(|(place, _)| *place);
    let mut parts: Vec<Field> = parts.into_iter().map(|(_, field)| field).collect();
    put_after_their_questions(&mut parts);
    parts
}

/// A choice among options comes right after the question that they belong to.
fn put_after_their_questions(parts: &mut Vec<Field>) {
    for index in 0..parts.len() {
        let (Shape::Tick(Choices::OptionsOf(of)) | Shape::Pick(Choices::OptionsOf(of))) = &parts[index].shape else {
            continue;
        };
        if let Some(question) = parts.iter().position(|part| part.key == *of).filter(|question| *question > index) {
            let question = parts.remove(question);
            parts.insert(index, question);
        }
    }
}

fn list(schema: &Value, root: &Value, deep: usize) -> Shape {
    let item = field(&schema["items"], root, String::new(), true, deep);
    let most = size(schema, "maxItems").unwrap_or(MOST_ROWS).min(MOST_ROWS);
    match item.shape {
        Shape::Pick(choices) if schema["uniqueItems"] == true => Shape::Tick(choices),
        Shape::Text { .. } => Shape::Lines,
        _ => Shape::Rows { item: Box::new(item), least: size(schema, "minItems").unwrap_or(0).min(most), most },
    }
}

fn choices(schema: &Value) -> Option<Choices> {
    if let Some(values) = schema["enum"].as_array() {
        return Some(Choices::Fixed(values.iter().map(|value| (value.clone(), as_posted(value))).collect()));
    }
    if let Some(all) = schema["oneOf"].as_array() {
        let choice = |one: &Value| {
            let value = one.get("const")?.clone();
            let words = one["title"].as_str().map_or_else(|| as_posted(&value), str::to_owned);
            Some((value, words))
        };
        return all.iter().map(choice).collect::<Option<Vec<_>>>().map(Choices::Fixed);
    }
    match schema["format"].as_str()? {
        "heard-question" => Some(Choices::Questions(Fits::Any)),
        "heard-question-scale" => Some(Choices::Questions(Fits::Scale)),
        "heard-question-single" => Some(Choices::Questions(Fits::Single)),
        "heard-question-several" => Some(Choices::Questions(Fits::Several)),
        "heard-question-number" => Some(Choices::Questions(Fits::Number)),
        "heard-question-text" => Some(Choices::Questions(Fits::Text)),
        "heard-option" => schema["heardOf"].as_str().map(|of| Choices::OptionsOf(of.to_owned())),
        _ => None,
    }
}

/// What a control posts for a value: a text as it is, anything else as JSON.
fn as_posted(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The pointer of a part of what is at a pointer.
fn part(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

impl Field {
    /// Settings with nothing filled in but defaults, and with as many rows as a list has at least.
    pub fn blank(&self) -> Value {
        match (&self.shape, &self.default) {
            (_, Some(default)) => default.clone(),
            (Shape::Group(parts), None) if self.required => {
                let filled = parts.iter().map(|part| (part.key.clone(), part.blank()));
                Value::Object(filled.filter(|(_, value)| !value.is_null()).collect())
            }
            (Shape::Rows { item, least, .. }, None) => (0..*least).map(|_| item.blank()).collect(),
            _ => Value::Null,
        }
    }

    /// Adds an empty row to the list at a pointer; whether there is one that takes it.
    pub fn add_row(&self, settings: &mut Value, pointer: &str) -> Option<String> {
        let Shape::Rows { item, most, .. } = &self.at(pointer)?.shape else { return None };
        let rows = settings.pointer_mut(pointer)?.as_array_mut()?;
        if rows.len() >= *most {
            return None;
        }
        rows.push(item.blank());
        Some(part(pointer, &(rows.len() - 1).to_string()))
    }

    /// Takes the row at a pointer out of its list, and gives the pointer of the list.
    pub fn remove_row<'p>(&self, settings: &mut Value, pointer: &'p str) -> Option<&'p str> {
        let (list, row) = pointer.rsplit_once('/')?;
        let Shape::Rows { .. } = &self.at(list)?.shape else { return None };
        let (rows, row) = (settings.pointer_mut(list)?.as_array_mut()?, row.parse::<usize>().ok()?);
        (row < rows.len()).then(|| {
            rows.remove(row);
            list
        })
    }

    /// The field that a pointer into the settings leads to.
    fn at(&self, pointer: &str) -> Option<&Self> {
        let Some(rest) = pointer.strip_prefix('/') else { return pointer.is_empty().then_some(self) };
        let (first, rest) = rest.split_once('/').map_or((rest, ""), |(first, _)| (first, &rest[first.len()..]));
        match &self.shape {
            Shape::Group(parts) => parts.iter().find(|field| part("", &field.key)[1..] == *first)?.at(rest),
            Shape::Rows { item, .. } => item.at(rest),
            _ => None,
        }
    }
}

impl Range {
    /// Whether a number is outside of it.
    fn refuses(self, number: f64) -> bool {
        self.min.is_some_and(|min| number < min)
            || self.max.is_some_and(|max| number > max)
            || self.above.is_some_and(|above| number <= above)
            || self.below.is_some_and(|below| number >= below)
    }

    /// In words, such as "Above 0, up to 1"; nothing where every number is inside.
    fn words(self) -> Option<String> {
        let from = self.above.map(|above| format!("above {above}")).or(self.min.map(|min| format!("from {min}")));
        let to = self.below.map(|below| format!("below {below}")).or(self.max.map(|max| format!("up to {max}")));
        let words: Vec<String> = from.into_iter().chain(to).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

#[cfg(test)]
mod tests;
