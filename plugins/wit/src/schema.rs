//! Whether a settings schema is one: the words of JSON Schema 2020-12 that a settings form rests on have to be used as
//! the standard says. Words that are not known here are left to whoever knows them.

use serde_json::{Map, Value};

/// How deep settings may be nested.
const DEEPEST: usize = 8;
/// The types of JSON Schema.
const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/// Says what is wrong, and where: a JSON pointer into the schema.
pub(crate) fn check(schema: &Value) -> Result<(), String> {
    schema_at(schema, "", 0)
}

fn schema_at(schema: &Value, at: &str, depth: usize) -> Result<(), String> {
    // `true` and `false` are schemas too.
    let Value::Object(fields) = schema else {
        return if schema.is_boolean() { Ok(()) } else { Err(format!("{at} is no schema")) };
    };
    if depth > DEEPEST {
        return Err(format!("{at} is nested too deeply"));
    }
    for (word, value) in fields {
        if !fits(word, value) {
            return Err(format!("{at}/{word} cannot be {value}"));
        }
    }
    required(fields, at)?;
    if let Some(Value::Object(properties)) = fields.get("properties") {
        for (key, property) in properties {
            schema_at(property, &format!("{at}/properties/{key}"), depth + 1)?;
        }
    }
    for word in ["items", "additionalProperties"] {
        if let Some(inner) = fields.get(word) {
            schema_at(inner, &format!("{at}/{word}"), depth + 1)?;
        }
    }
    for word in ["oneOf", "anyOf", "allOf"] {
        for (index, inner) in fields.get(word).and_then(Value::as_array).into_iter().flatten().enumerate() {
            schema_at(inner, &format!("{at}/{word}/{index}"), depth + 1)?;
        }
    }
    Ok(())
}

/// May this word of the standard have this value?
fn fits(word: &str, value: &Value) -> bool {
    let is_type = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    let filled = |value: &Value| value.as_array().is_some_and(|all| !all.is_empty());
    match word {
        "type" => is_type(value) || (filled(value) && value.as_array().is_some_and(|all| all.iter().all(is_type))),
        "title" | "description" | "format" | "pattern" => value.is_string(),
        "properties" => value.is_object(),
        "required" => value.as_array().is_some_and(|all| all.iter().all(Value::is_string)),
        "oneOf" | "anyOf" | "allOf" => filled(value),
        "enum" | "examples" => value.is_array(),
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => value.is_number(),
        "minItems" | "maxItems" | "minLength" | "maxLength" => value.is_u64(),
        "uniqueItems" | "readOnly" | "deprecated" => value.is_boolean(),
        _ => true,
    }
}

/// A setting that must be there has to be described, or no form could ask for it.
fn required(fields: &Map<String, Value>, at: &str) -> Result<(), String> {
    let Some(described) = fields.get("properties") else { return Ok(()) };
    let mut needed = fields.get("required").and_then(Value::as_array).into_iter().flatten();
    match needed.find(|key| key.as_str().is_none_or(|key| described.get(key).is_none())) {
        Some(key) => Err(format!("{at}/required names {key}, which {at}/properties does not describe")),
        None => Ok(()),
    }
}
