//! How old a respondent is, as far as we ask: a band, never a birth date.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The bands that wordings and routes tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Younger than 9.
    #[serde(rename = "under_9")]
    Under9,
    /// 9 to 12.
    #[serde(rename = "nine_to_12")]
    NineTo12,
    /// 13 to 18.
    #[serde(rename = "thirteen_to_18")]
    ThirteenTo18,
    /// Older than 18.
    Adult,
}

impl AgeBand {
    /// Whether they are too young to leave an address with us.
    pub fn is_under_13(self) -> bool {
        self < Self::ThirteenTo18
    }

    /// The band with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Under9, Self::NineTo12, Self::ThirteenTo18, Self::Adult].into_iter().find(|band| band.code() == code)
    }

    /// The stable code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Under9 => "under_9",
            Self::NineTo12 => "nine_to_12",
            Self::ThirteenTo18 => "thirteen_to_18",
            Self::Adult => "adult",
        }
    }
}
