//! Settings of a plugin as people read them: names from the titles of their JSON Schema, values in words.

use serde_json::{Map, Value};

use super::vocabulary::Vocabulary;

/// How the schema marks a text that is the key of a question.
const QUESTION: &str = "heard-question";
/// The same for the key of an option; `heardOf` names the field beside it that holds its question.
const OPTION: &str = "heard-option";

/// A setting: its name, and its value, a line each.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Setting {
    pub name: String,
    pub value: Vec<String>,
}

/// Every setting that is set or has a default: those that must be set first. What the schema does not name has its key
/// for a name.
pub(super) fn in_words(schema: &str, settings: &str, asked: Option<&Vocabulary>) -> Vec<Setting> {
    let schema: Value = serde_json::from_str(schema).unwrap_or_default();
    let Ok(whole @ Value::Object(_)) = serde_json::from_str(settings) else { return Vec::new() };
    let nothing = Map::new();
    let set = whole.as_object().unwrap_or(&nothing);
    let known = schema["properties"].as_object().unwrap_or(&nothing);
    let around = Around { asked, object: &whole };
    let required = |key: &str| schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == key));
    let mut keys: Vec<&String> = known.keys().chain(set.keys().filter(|key| !known.contains_key(*key))).collect();
    keys.sort_by_key(|key| !required(key));
    keys.into_iter()
        .filter_map(|key| {
            let field = known.get(key).unwrap_or(&Value::Null);
            let value = match set.get(key) {
                Some(value) => lines(value, field, around),
                None => by_default(lines(field.get("default")?, field, around)),
            };
            Some(Setting { name: title(field).unwrap_or(key).to_owned(), value })
        })
        .collect()
}

fn title(field: &Value) -> Option<&str> {
    field["title"].as_str()
}

fn by_default(mut lines: Vec<String>) -> Vec<String> {
    if let Some(last) = lines.last_mut() {
        last.push_str(" (by default)");
    }
    lines
}

/// What the words of a value depend on.
#[derive(Clone, Copy)]
struct Around<'a> {
    asked: Option<&'a Vocabulary>,
    /// The object that the value is part of.
    object: &'a Value,
}

fn lines(value: &Value, field: &Value, around: Around<'_>) -> Vec<String> {
    match value {
        Value::Array(all) if all.is_empty() => vec!["None".to_owned()],
        Value::Array(all) if all.iter().all(Value::is_object) => {
            all.iter().map(|one| lines(one, &field["items"], around).join("; ")).collect()
        }
        Value::Array(all) => all.iter().flat_map(|one| lines(one, &field["items"], around)).collect(),
        Value::Object(all) => {
            let around = Around { object: value, ..around };
            all.iter().map(|(key, one)| part(key, one, &field["properties"][key], around)).collect()
        }
        one => vec![word(one, field, around)],
    }
}

/// A value within a value, in one line with its name.
fn part(key: &str, value: &Value, field: &Value, around: Around<'_>) -> String {
    format!("{}: {}", title(field).unwrap_or(key), lines(value, field, around).join(", "))
}

fn word(value: &Value, field: &Value, around: Around<'_>) -> String {
    let choice = field["oneOf"].as_array().and_then(|all| all.iter().find(|one| one["const"] == *value));
    let format = field["format"].as_str().unwrap_or_default();
    match value {
        _ if choice.is_some_and(|one| title(one).is_some()) => choice.and_then(title).unwrap_or_default().to_owned(),
        Value::Null => "Not set".to_owned(),
        Value::Bool(true) => "Yes".to_owned(),
        Value::Bool(false) => "No".to_owned(),
        Value::String(text) if format.starts_with(QUESTION) => {
            around.asked.map_or_else(|| text.clone(), |asked| asked.words(text))
        }
        Value::String(text) if format == OPTION => {
            let question = field["heardOf"].as_str().and_then(|of| around.object[of].as_str()).unwrap_or_default();
            around.asked.map_or_else(|| text.clone(), |asked| asked.option(question, text))
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use heard_core::survey::Survey;

    use super::*;

    fn check(schema: &str, settings: &str, expected: &[(&str, &[&str])]) {
        let survey = Survey::from_json(include_str!("../demo/survey.json")).unwrap();
        let expected: Vec<_> = expected
            .iter()
            .map(|(name, value)| Setting {
                name: (*name).to_owned(),
                value: value.iter().map(|line| (*line).to_owned()).collect(),
            })
            .collect();
        assert_eq!(in_words(schema, settings, Some(&Vocabulary::of(&survey, 1))), expected);
    }

    #[test]
    fn settings_have_the_names_and_words_of_their_schema() {
        let schema = r#"{"required": ["items"], "properties": {
            "a_flag": {"title": "Count everyone", "default": false},
            "items": {"title": "Questions", "items": {"format": "heard-question-scale"}},
            "part": {"title": "Share", "default": 0.5},
            "none": {"title": "Left out", "items": {"format": "heard-question"}},
            "way": {"title": "Way", "oneOf": [{"const": "up", "title": "The more the better"}]},
            "unset": {"title": "Has no default"}
        }}"#;
        let settings = r#"{"items": ["feel_welcome", "gone"], "none": [], "way": "up", "own": {"deep": [1, true]}}"#;
        check(
            schema,
            settings,
            &[
                (
                    "Questions",
                    &[
                        "Families like ours are welcome at Riverside Music Service.",
                        "gone (the survey has no such question)",
                    ],
                ),
                ("Count everyone", &["No (by default)"]),
                ("Left out", &["None"]),
                ("Share", &["0.5 (by default)"]),
                ("Way", &["The more the better"]),
                ("own", &["deep: 1, Yes"]),
            ],
        );
    }

    #[test]
    fn without_a_schema_the_keys_do() {
        check("", r#"{"items": ["feel_welcome"]}"#, &[("items", &["feel_welcome"])]);
        check("", "not JSON", &[]);
    }
}
