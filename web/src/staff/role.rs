//! What people may do in a service.

use std::{fmt, str::FromStr};

/// A role in one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Decides on what young people wrote and what was held for an adult. Nothing else.
    Moderator,
    /// Helps youth councils: all that a moderator may, and their codes, answers and polls.
    Facilitator,
    /// Reads the plan and all figures.
    Analyst,
    /// All that an analyst and a facilitator may; writes surveys, plans and updates, runs waves, reads what people wrote.
    Editor,
    /// All of this; makes results public, brings plugins, switches scoring over, and says who has which role.
    Owner,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Analyst, Self::Facilitator, Self::Moderator, Self::Editor, Self::Owner];

    /// Whether somebody with this role may do what is for the other.
    pub fn includes(self, other: Self) -> bool {
        let others: &[Self] = match self {
            Self::Owner => return true,
            Self::Editor => &[Self::Analyst, Self::Facilitator, Self::Moderator],
            Self::Facilitator => &[Self::Moderator],
            Self::Analyst | Self::Moderator => &[],
        };
        self == other || others.contains(&other)
    }

    /// The code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::Facilitator => "facilitator",
            Self::Analyst => "analyst",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// The role and what it means.
    pub fn words(self) -> &'static str {
        match self {
            Self::Moderator => {
                "Moderator: decides on ideas of young people that were held for an adult, and sees nothing else"
            }
            Self::Facilitator => {
                "Council facilitator: helps youth councils, prints their codes, answers what they decide, and does what a moderator does"
            }
            Self::Analyst => "Analyst: reads the plan and all figures",
            Self::Editor => {
                "Editor: does what analysts and facilitators do; also writes surveys, the plan and updates, runs waves, invites people, reads what \
                 they wrote in their own words, types in answers on paper, and sets scoring up"
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
        found
            .ok_or_else(|| format!("\"{code}\" is not a role; choose analyst, facilitator, moderator, editor or owner"))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Moderator => "Moderator",
            Self::Facilitator => "Council facilitator",
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
    fn a_role_includes_these_and_no_others() {
        use Role::{Analyst, Editor, Facilitator, Moderator, Owner};
        for (role, included) in [
            (Moderator, &[Moderator][..]),
            (Facilitator, &[Facilitator, Moderator]),
            (Analyst, &[Analyst]),
            (Editor, &[Analyst, Facilitator, Moderator, Editor]),
            (Owner, &Role::ALL),
        ] {
            let all: Vec<_> = Role::ALL.into_iter().filter(|other| role.includes(*other)).collect();
            assert_eq!(all.len(), included.len(), "{role}");
            assert!(included.iter().all(|one| all.contains(one)), "{role}");
        }
    }

    #[test]
    fn roles_are_stored_by_code() {
        for role in Role::ALL {
            assert_eq!(role.code().parse(), Ok(role));
        }
        assert!("Owner".parse::<Role>().is_err());
    }
}
