//! Reading JSON that people wrote: the same key twice is refused, and what is wrong is told with its place, in words.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value, error::Category};

use crate::survey::Fault;

/// The value that a text holds.
pub(crate) fn value(json: &str) -> Result<Value, Fault> {
    serde_json::from_str::<Strict>(json).map(|strict| strict.0).map_err(|error| unread(&error))
}

/// What a value stands for.
pub(crate) fn meaning<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let at = if path == "." { String::new() } else { path.replace('[', ".").replace(']', "") };
        Fault { at, message: plain(&error.inner().to_string()) }
    })
}

/// Why a text is no JSON, or none of ours.
fn unread(error: &serde_json::Error) -> Fault {
    let place = format!("line {}, sign {}", error.line(), error.column());
    let message = match error.classify() {
        Category::Eof => {
            format!("The text ends in {place} before it is complete: a bracket or a quotation mark is missing.")
        }
        Category::Data => format!("{}: {}.", capital(&place), without_place(&error.to_string())),
        Category::Syntax | Category::Io => {
            format!("This is not JSON, from {place} on: look there for a comma, a bracket or a quotation mark.")
        }
    };
    Fault { at: String::new(), message }
}

fn capital(text: &str) -> String {
    text.replacen('l', "L", 1)
}

fn without_place(message: &str) -> &str {
    message.split(" at line ").next().unwrap_or(message)
}

/// What serde says, in words for those who write files.
fn plain(message: &str) -> String {
    let quoted = message.replace('`', "\"");
    if let Some(field) = quoted.strip_prefix("missing field ") {
        return format!("{field} is missing");
    }
    if let Some((unknown, known)) =
        quoted.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected "))
    {
        return format!("{unknown} is not known here; it can be {}", known.trim_start_matches("one of "));
    }
    if let Some((field, known)) = quoted.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected "))
    {
        return format!("{field} is no field of this; there can be {}", known.trim_start_matches("one of "));
    }
    match quoted.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected ")) {
        Some((found, wanted)) => format!("there is {found}, and it should be {wanted}"),
        None => quoted,
    }
}

/// A value in which no key stands twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Strictly).map(Self)
    }
}

struct Strictly;

impl<'de> Visitor<'de> for Strictly {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if all.contains_key(&key) {
                return Err(A::Error::custom(format!("\"{key}\" stands twice in one place; keep one of the two")));
            }
            let Strict(value) = entries.next_value()?;
            all.insert(key, value);
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        assert_eq!(value(json).unwrap_err().message, expected, "{json}");
    }

    #[test]
    fn what_is_no_json_is_told_by_its_place() {
        check("{\n\"a\": 1,\n\"a\": 2}", "Line 3, sign 3: \"a\" stands twice in one place; keep one of the two.");
        check(
            "{\"a\": {\"b\": 1, \"b\": 1}}",
            "Line 1, sign 18: \"b\" stands twice in one place; keep one of the two.",
        );
        check(
            "{\"a\": [1, 2",
            "The text ends in line 1, sign 11 before it is complete: a bracket or a quotation mark is missing.",
        );
        check(
            "{\n\"a\" 1}",
            "This is not JSON, from line 2, sign 5 on: look there for a comma, a bracket or a quotation mark.",
        );
        let whole = "{\"a\": [1, -2, 2.5, \"x\", null, true, {}]}";
        assert_eq!(value(whole).unwrap(), serde_json::from_str::<Value>(whole).unwrap());
    }

    #[test]
    fn what_is_none_of_ours_is_told_by_its_field() {
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only read")]
        struct Outer {
            inner: Vec<Inner>,
        }
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only read")]
        struct Inner {
            number: u8,
        }
        for (json, at, message) in [
            ("{}", "", "\"inner\" is missing"),
            ("{\"inner\": [{\"number\": 1}, {}]}", "inner.1", "\"number\" is missing"),
            ("{\"inner\": [{\"number\": \"one\"}]}", "inner.0.number", "there is string \"one\", and it should be u8"),
        ] {
            let fault = meaning::<Outer>(&value(json).unwrap()).unwrap_err();
            assert_eq!((&*fault.at, &*fault.message), (at, message), "{json}");
        }
    }
}
