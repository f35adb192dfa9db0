//! What was typed for one question: in the field that has its key, and in those of its parts.

use crate::answer::{Typed, Wrong};

/// The fields of one question.
pub(super) struct Fields<'a> {
    pub typed: &'a Typed,
    pub key: &'a str,
    /// Whether one can be asked for what is missing: words of "other", statements of a grid.
    pub insists: bool,
}

impl<'a> Fields<'a> {
    /// The values of the question's own field.
    pub fn whole(&self) -> &'a [String] {
        self.typed.all(self.key)
    }

    /// The one value of a part's field.
    pub fn part(&self, part: &str) -> Result<Option<&'a str>, Wrong> {
        single_value(self.typed.all(&format!("{}.{part}", self.key)))
    }

    /// That there is nothing in the question's own field, where it takes answers in parts.
    pub fn nothing_whole(&self) -> Result<(), Wrong> {
        if self.whole().iter().all(|value| value.trim().is_empty()) { Ok(()) } else { Err(Wrong::NotOffered) }
    }

    /// Whether anything was typed into the field of a part.
    pub fn any_part(&self) -> bool {
        let parts =
            self.typed.fields().filter(|field| field.strip_prefix(self.key).is_some_and(|part| part.starts_with('.')));
        parts.flat_map(|field| self.typed.all(field)).any(|value| !value.trim().is_empty())
    }
}

/// The one value of a field that takes one: nothing, or trimmed words.
pub(super) fn single_value(values: &[String]) -> Result<Option<&str>, Wrong> {
    match values {
        [] => Ok(None),
        [value] => Ok(Some(value.trim()).filter(|value| !value.is_empty())),
        _ => Err(Wrong::MoreThanOne),
    }
}
