//! What people may do in a service.

use std::{fmt, str::FromStr};

/// A role in one service. Each may do all that the one before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Reads the plan and all figures.
    Analyst,
    /// Writes surveys, plans and updates, runs waves, reads what people wrote, helps youth councils.
    Editor,
    /// Makes results public, brings plugins, switches scoring over, and says who has which role.
    Owner,
}

impl Role {
    /// All roles, the one that may do least first.
    pub const ALL: [Self; 3] = [Self::Analyst, Self::Editor, Self::Owner];

    /// The code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// The role and what it means.
    pub fn words(self) -> &'static str {
        match self {
            Self::Analyst => "Analyst: reads the plan and all figures",
            Self::Editor => {
                "Editor: also writes surveys, the plan and updates, runs waves, invites people, reads what they wrote in their own words, \
                 types in answers on paper, sets scoring up, and helps youth councils"
            }
            Self::Owner => {
                "Owner: also makes results public, brings plugins, switches scoring over, draws prizes, changes how the service looks, reads the \
                 record, and says who has which role"
            }
        }
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|role| role.code() == code);
        found.ok_or_else(|| format!("\"{code}\" is not a role; choose analyst, editor or owner"))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Analyst => "Analyst",
            Self::Editor => "Editor",
            Self::Owner => "Owner",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_may_what_editors_may_and_editors_what_analysts_may() {
        assert!(Role::Owner > Role::Editor && Role::Editor > Role::Analyst);
    }

    #[test]
    fn roles_are_stored_by_code() {
        for role in Role::ALL {
            assert_eq!(role.code().parse(), Ok(role));
        }
        assert!("Owner".parse::<Role>().is_err());
    }
}
