//! A box to tick under words that one agrees to. An empty box is a "no": nobody agrees by leaving something out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{choice, single_value};
use crate::{
    answer::{Answer, Wrong},
    text::{Key, Texts},
};

/// What is agreed to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Consent {
    /// Beside the box, whole: "You may show my words, without my name".
    pub agree: Texts,
}

/// Reads the box. It posts `yes` or nothing; `no` is what a saved answer says again.
pub(super) fn read(values: &[String]) -> Result<Answer, Wrong> {
    let [yes, no] = choice::YES_NO;
    let said = match single_value(values)? {
        Some(value) if value == yes => yes,
        Some(value) if value != no => return Err(Wrong::NotOffered),
        _ => no,
    };
    Key::try_from(said).map(Answer::Choice).map_err(|_| Wrong::NotOffered)
}
