//! "Other: say what": the words that an option asks for.

use super::{Fields, text};
use crate::{
    answer::{Answer, OTHER, Wrong},
    text::Key,
};

/// How many characters the words may have.
pub const OTHER_LONGEST: usize = 200;

/// The answer with these options chosen, of which `asks` wants words.
pub(super) fn read(fields: &Fields<'_>, chosen: Vec<Key>, asks: Option<&Key>, one: bool) -> Result<Answer, Wrong> {
    let typed = fields.part(OTHER)?.map(text::clean).filter(|words| !words.is_empty());
    let is_chosen = asks.is_some_and(|asks| chosen.contains(asks));
    match (is_chosen, typed) {
        (true, None) if fields.insists => Err(Wrong::OtherUnsaid),
        (false, Some(_)) if asks.is_some() => Err(Wrong::OtherNotChosen),
        (false, Some(_)) => Err(Wrong::NotOffered),
        (true, Some(other)) => {
            text::fits(&other, OTHER_LONGEST)?;
            Ok(Answer::WithOther { chosen, other })
        }
        (_, None) if chosen.is_empty() => Ok(Answer::Skipped),
        (_, None) if one => chosen.into_iter().next().map(Answer::Choice).ok_or(Wrong::NotOffered),
        (_, None) => Ok(Answer::Choices(chosen)),
    }
}

/// Whether there are words for the option that asks for them. Where they were typed, and nothing that is chosen speaks
/// against it, they choose it. From paper they do not: whoever types it in is asked.
pub(super) fn is_said(fields: &Fields<'_>) -> bool {
    let words = fields.part(OTHER).ok().flatten().map(text::clean);
    fields.insists && words.is_some_and(|words| !words.is_empty())
}

/// What is wrong where more than one option asks for words.
pub(super) fn faults<'a>(asks: impl Iterator<Item = &'a Key>) -> Vec<String> {
    if asks.count() > 1 { vec!["only one option can ask for words with \"other\"".to_owned()] } else { Vec::new() }
}
