//! How much say the people have whom a service asks, as it declares it itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How those who are asked take part: the four parts of Laura Lundy's model (2007, "'Voice' is not enough"), and the rung
/// of Roger Hart's ladder (1992, "Children's Participation").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// Where and how people can say safely what they think.
    pub space: String,
    /// What helps them to say it.
    pub voice: String,
    /// Who listens, and has the power to act.
    pub audience: String,
    /// What is done about it; to be filled in before the wave is archived.
    #[serde(default)]
    pub influence: String,
    /// How far up the ladder it stands.
    pub rung: Rung,
}

/// A rung of Hart's ladder of participation, from the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// 1.
    Manipulation,
    /// 2.
    Decoration,
    /// 3.
    Tokenism,
    /// 4.
    AssignedButInformed,
    /// 5.
    ConsultedAndInformed,
    /// 6.
    AdultInitiatedSharedDecisions,
    /// 7.
    ChildInitiatedAndDirected,
    /// 8.
    ChildInitiatedSharedDecisions,
}

impl Rung {
    /// From the lowest to the highest.
    pub const ALL: [Self; 8] = [
        Self::Manipulation,
        Self::Decoration,
        Self::Tokenism,
        Self::AssignedButInformed,
        Self::ConsultedAndInformed,
        Self::AdultInitiatedSharedDecisions,
        Self::ChildInitiatedAndDirected,
        Self::ChildInitiatedSharedDecisions,
    ];

    /// Counted from the bottom, 1 to 8.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Its name, and what it means of a survey.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Self::Manipulation => ("Manipulation", "people are used to support what was decided"),
            Self::Decoration => ("Decoration", "they are shown, and have nothing to say"),
            Self::Tokenism => ("Tokenism", "they seem to have a voice, and little choice of what about"),
            Self::AssignedButInformed => ("Assigned but informed", "they are told why they are asked, and may refuse"),
            Self::ConsultedAndInformed => {
                ("Consulted and informed", "their views are taken seriously, and they hear what came of them")
            }
            Self::AdultInitiatedSharedDecisions => {
                ("Decisions shared with them", "the service begins it, and decides together with them")
            }
            Self::ChildInitiatedAndDirected => ("Begun and led by them", "it is their idea, and they lead it"),
            Self::ChildInitiatedSharedDecisions => {
                ("Begun by them, decisions shared", "it is their idea, and they decide together with the service")
            }
        }
    }

    /// Whether Hart counts it as participation at all.
    pub fn is_participation(self) -> bool {
        self > Self::Tokenism
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_goes_up_from_one_and_the_lowest_three_are_no_participation() {
        let numbers: Vec<_> = Rung::ALL.into_iter().map(Rung::number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
        let counted: Vec<_> = Rung::ALL.into_iter().map(Rung::is_participation).collect();
        assert_eq!(counted, [false, false, false, true, true, true, true, true]);
    }
}
