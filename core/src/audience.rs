//! Who is asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom a survey is for. Results keep audiences apart, because the missing voices are the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// A parent or carer whose child takes part in the service's music.
    ParticipatingParent,
    /// A parent or carer whose children do not take part.
    NonParticipatingParent,
    /// A child or young person of 8 to 18.
    YoungPerson,
    /// A member of a youth music council.
    CouncilMember,
    /// Someone who works for the service.
    Staff,
    /// A school or other organisation that works with the service.
    Partner,
}

impl Audience {
    /// Whether all of it are surely 16 and over: parents, staff and partners.
    pub fn is_adult(self) -> bool {
        !matches!(self, Self::YoungPerson | Self::CouncilMember)
    }

    /// The stable code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::ParticipatingParent => "participating_parent",
            Self::NonParticipatingParent => "non_participating_parent",
            Self::YoungPerson => "young_person",
            Self::CouncilMember => "council_member",
            Self::Staff => "staff",
            Self::Partner => "partner",
        }
    }
}
