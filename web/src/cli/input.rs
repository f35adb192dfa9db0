//! What commands are given to read, and what is said of what they cannot.

use std::{io, path::Path};

use serde_json::Value;

use super::Failure;

/// Says what a text is that is no JSON object at all; `what` it should be, such as "a survey". Readers of its fields
/// would say it in the words of their programming language.
pub(super) fn must_be_object(json: &str, what: &str) -> Result<(), Failure> {
    let is = match serde_json::from_str(json) {
        Ok(Value::Object(_)) => return Ok(()),
        Ok(Value::Array(_)) => "a list".to_owned(),
        Ok(_) => "a single value".to_owned(),
        Err(_) if json.trim().is_empty() => "empty".to_owned(),
        Err(e) if e.is_eof() => format!("not whole: it ends at line {}, before the last bracket is closed", e.line()),
        Err(e) => format!("not JSON: {e}"),
    };
    Err(Failure::Input(vec![format!("{what} is a JSON object, {{ … }}; this file is {is}")]))
}

pub(super) fn read_file(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|e| unreadable(path, &e))
}

/// Why a file could not be read, without the numbers of the operating system where we have words.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not read this file".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder".to_owned(),
        io::ErrorKind::InvalidData => "this is not a text in UTF-8".to_owned(),
        _ => error.to_string(),
    };
    Failure::Command(format!("{}: {why}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_json_object_is_told_plainly() {
        for (json, is) in [
            ("[]", "this file is a list"),
            ("1", "this file is a single value"),
            (" \n", "this file is empty"),
            ("{\n\"key\":", "this file is not whole: it ends at line 2"),
            ("hello", "this file is not JSON"),
        ] {
            let Err(Failure::Input(said)) = must_be_object(json, "a survey") else { panic!("{json} passed") };
            assert!(said[0].starts_with("a survey is a JSON object") && said[0].contains(is), "{said:?}");
        }
        assert!(must_be_object("{}", "a survey").is_ok());
    }
}
