//! What somebody does on a council.

use std::{fmt, str::FromStr};

/// A role on a council. Young people hold all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Leads.
    Chair,
    /// Writes.
    Clerk,
    /// Counts.
    Teller,
    /// Looks at new ideas.
    Moderator,
    /// Votes.
    Member,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Chair, Self::Clerk, Self::Teller, Self::Moderator, Self::Member];

    /// Its name in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Clerk => "clerk",
            Self::Teller => "teller",
            Self::Moderator => "moderator",
            Self::Member => "member",
        }
    }

    /// Whoever has it, in a sentence.
    pub fn a(self) -> &'static str {
        match self {
            Self::Chair => "the chair",
            Self::Clerk => "the clerk",
            Self::Teller => "the teller",
            Self::Moderator => "a moderator",
            Self::Member => "a member",
        }
    }

    /// What they may do beside voting.
    pub fn may(self) -> &'static [&'static str] {
        match self {
            Self::Chair => &[
                "Make polls, and close them",
                "Print the slips of a secret ballot",
                "Write down what was decided, and say whether it was done",
                "Look at new ideas before others read them",
                "Give a new code to somebody who lost theirs",
            ],
            Self::Clerk => &["Make polls", "Write down what was decided, and say whether it was done"],
            Self::Teller => &["Print the slips of a secret ballot", "Close polls"],
            Self::Moderator => &["Look at new ideas before others read them"],
            Self::Member => &[],
        }
    }

    /// Whether they make polls and write down decisions.
    pub fn makes(self) -> bool {
        matches!(self, Self::Chair | Self::Clerk)
    }

    /// Whether they look at new ideas before others read them.
    pub fn moderates(self) -> bool {
        matches!(self, Self::Chair | Self::Moderator)
    }

    /// Whether they print slips and close polls.
    pub fn counts(self) -> bool {
        matches!(self, Self::Chair | Self::Teller)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.code() == code).ok_or(())
    }
}
