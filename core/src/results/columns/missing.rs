//! Why a response has no answer in a column.

use crate::answer::Answer;

/// A kind of missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The way through the survey did not lead there; of what is no question, it is not known.
    NotAsked,
    /// It was shown and left empty.
    Skipped,
    /// The respondent chose not to say.
    RatherNotSay,
    /// The respondent told us that they do not understand the question.
    NotUnderstood,
    /// The question was answered, and this part of it was not: a statement passed over, a place left empty, an option
    /// that this version of the survey does not have.
    PassedOver,
}

/// The first code that stands for a level: those below it are kinds of missing.
pub(in crate::results) const FIRST: u32 = 5;

impl Missing {
    /// All kinds, in the order of their counts.
    pub const ALL: [Self; FIRST as usize] =
        [Self::NotAsked, Self::Skipped, Self::RatherNotSay, Self::NotUnderstood, Self::PassedOver];

    /// Why an answer says nothing, or nothing here; none where the question was not asked.
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            None => Self::NotAsked,
            Some(Answer::Skipped) => Self::Skipped,
            Some(Answer::RatherNotSay) => Self::RatherNotSay,
            Some(Answer::NotUnderstood) => Self::NotUnderstood,
            Some(_) => Self::PassedOver,
        }
    }

    /// The code that a column holds for it.
    pub(super) fn code(self) -> u32 {
        self as u32
    }
}
