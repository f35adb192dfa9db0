//! Polls: what a ballot may say, and fair ways to count.
//!
//! Options are known by their place in the poll, from 0. Every count is a function of the ballots and of the [`Lots`]
//! that break ties: the order in which ballots came, or in which they are given, changes nothing.

mod blt;
mod lots;
mod pairs;
mod runoff;
mod tally;
mod transferable;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use blt::{Blt, BltFault};
pub use lots::Lots;

/// What a voter marked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ballot {
    /// The options that have a cross: one in a plurality poll, any number in an approval poll.
    Crosses(Vec<usize>),
    /// A score for each option that has one.
    Scores(BTreeMap<usize, u32>),
    /// Options from the one that is liked best. Those that are left out are liked less than all of these.
    Ranking(Vec<usize>),
}

/// How ballots are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A cross for one; the most crosses win.
    Plurality,
    /// A cross for each that one can live with; the most crosses win.
    Approval,
    /// A score for each from 0 to `most`; the highest total wins. No score counts as 0.
    Score {
        /// The highest score that may be given.
        most: u32,
    },
    /// Of n options a first place gives n − 1 points, a second n − 2, and so on; options that a ballot leaves out
    /// share the points of the places that are left. The most points win.
    Borda,
    /// Instant run-off: the option that fewest have at the top goes out and its ballots move to their next choice,
    /// until one has more than half of the ballots that still choose.
    Runoff,
    /// The single transferable vote for several seats, by the rules of Scotland's council elections.
    Transferable {
        /// How many are elected.
        seats: usize,
    },
    /// Each option against each other: the one whose strongest path of victories to every other is at least as strong
    /// as the path back wins (Schulze, 2011, by winning votes).
    Schulze,
}

/// Why a ballot cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoilt {
    /// Nothing is marked.
    Empty,
    /// Something is marked that is no option of the poll.
    NoSuchOption,
    /// An option is marked twice.
    Twice,
    /// More crosses than the rule allows.
    TooMany,
    /// A score above the highest.
    ScoreTooHigh,
    /// It is marked in another way than the rule counts.
    OtherKind,
}

/// Votes in hundred-thousandths, the smallest part of a vote that the transferable vote knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Votes(pub u64);

impl Votes {
    /// One whole vote.
    pub const ONE: Self = Self(100_000);

    /// Whole votes.
    pub fn whole(votes: u64) -> Self {
        Self(votes * Self::ONE.0)
    }
}

/// What happened in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first choices were counted, or all that there is to count.
    Counted,
    /// What an elected option had more than it needs moved on.
    Surplus(usize),
    /// An option went out, and its votes moved on.
    Out(usize),
}

/// The state of a count after something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// What happened.
    pub event: Event,
    /// Each option's votes; an option that is out has none.
    pub totals: Vec<Votes>,
    /// Votes that choose none of the options that are left.
    pub resting: Votes,
    /// Those who have what they need since this round, in the order of their votes.
    pub elected: Vec<usize>,
}

/// A tie that votes could not decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The round in which it was, from 1.
    pub round: usize,
    /// The options that were equal.
    pub between: Vec<usize>,
    /// The one that the lots chose: to win, to be first, or to go out.
    pub chosen: usize,
}

/// A finished count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The winner, or all who are elected in the order in which they were.
    pub winners: Vec<usize>,
    /// How it came to that; one round where the rule has no more.
    pub rounds: Vec<Round>,
    /// How many votes elect, where the rule has a quota.
    pub quota: Option<Votes>,
    /// Of each two options how many ballots like the first better; for Schulze only.
    pub pairs: Option<Vec<Vec<u64>>>,
    /// Ties that the lots decided.
    pub ties: Vec<Tie>,
    /// How many ballots were counted.
    pub counted: u64,
    /// How many could not be.
    pub spoilt: u64,
}

impl Rule {
    /// Whether ballots are rankings.
    pub fn takes_rankings(self) -> bool {
        matches!(self, Self::Borda | Self::Runoff | Self::Transferable { .. } | Self::Schulze)
    }

    /// How many win.
    pub fn seats(self) -> usize {
        if let Self::Transferable { seats } = self { seats } else { 1 }
    }

    /// Whether a ballot can be counted among so many options.
    pub fn check(self, ballot: &Ballot, options: usize) -> Result<(), Spoilt> {
        let marked: Vec<usize> = match (self, ballot) {
            (Self::Plurality | Self::Approval, Ballot::Crosses(crosses)) => crosses.clone(),
            (Self::Score { .. }, Ballot::Scores(scores)) => scores.keys().copied().collect(),
            (rule, Ballot::Ranking(ranking)) if rule.takes_rankings() => ranking.clone(),
            _ => return Err(Spoilt::OtherKind),
        };
        let twice = marked.iter().enumerate().any(|(at, option)| marked[..at].contains(option));
        let too_high = |most| matches!(ballot, Ballot::Scores(scores) if scores.values().any(|score| *score > most));
        match self {
            _ if marked.is_empty() => Err(Spoilt::Empty),
            _ if marked.iter().any(|option| *option >= options) => Err(Spoilt::NoSuchOption),
            _ if twice => Err(Spoilt::Twice),
            Self::Plurality if marked.len() > 1 => Err(Spoilt::TooMany),
            Self::Score { most } if too_high(most) => Err(Spoilt::ScoreTooHigh),
            _ => Ok(()),
        }
    }

    /// Counts ballots, each of which was cast so many times. Those that the rule cannot count are left out, and their
    /// number is told. Without a ballot that counts nobody wins.
    pub fn count(self, ballots: &[(Ballot, u64)], lots: &Lots) -> Count {
        let options = lots.options();
        let (good, bad): (Vec<_>, Vec<_>) = ballots.iter().partition(|(ballot, _)| self.check(ballot, options).is_ok());
        let sum = |ballots: &[&(Ballot, u64)]| ballots.iter().map(|(_, times)| times).sum::<u64>();
        let (counted, spoilt) = (sum(&good), sum(&bad));
        let mut count = Count {
            winners: Vec::new(),
            rounds: Vec::new(),
            quota: None,
            pairs: None,
            ties: Vec::new(),
            counted,
            spoilt,
        };
        if counted > 0 {
            match self {
                Self::Plurality | Self::Approval | Self::Score { .. } | Self::Borda => {
                    tally::count(&good, lots, &mut count);
                }
                Self::Runoff => runoff::count(&good, lots, &mut count),
                Self::Transferable { seats } => transferable::count(&good, seats, lots, &mut count),
                Self::Schulze => pairs::count(&good, lots, &mut count),
            }
        }
        count
    }
}

impl Count {
    /// The one of these that the lots put first, which is noted as a tie where there are several.
    fn draw(&mut self, between: &[usize], lots: &Lots, first: bool) -> usize {
        let chosen = if first { lots.first(between) } else { lots.last(between) };
        if between.len() > 1 {
            self.ties.push(Tie { round: self.rounds.len(), between: between.to_vec(), chosen });
        }
        chosen
    }

    /// Of these options those with the fewest (or the most) votes; where they are equal, those who had in the latest
    /// earlier round in which they were not.
    fn by_votes(&self, among: &[usize], most: bool) -> Vec<usize> {
        let mut left = among.to_vec();
        for round in self.rounds.iter().rev() {
            let votes = |option: &usize| round.totals[*option];
            let best = if most { left.iter().map(votes).max() } else { left.iter().map(votes).min() };
            left.retain(|option| Some(votes(option)) == best);
            if left.len() == 1 {
                break;
            }
        }
        left
    }
}

/// The rankings of ballots that are rankings.
fn rankings<'a>(ballots: &[&'a (Ballot, u64)]) -> Vec<(&'a [usize], u64)> {
    let ranking = |(ballot, times): &'a (Ballot, u64)| match ballot {
        Ballot::Ranking(ranking) => Some((&ranking[..], *times)),
        _ => None,
    };
    ballots.iter().filter_map(|ballot| ranking(ballot)).collect()
}
