//! What may be told of a poll.
//!
//! A poll is not a survey: its count is made to be told, to the last vote, or nobody could trust it. So counts are not
//! rounded here. What protects a voter is how the vote was taken:
//!
//! 1. **A show of hands** hides nothing from those in the room. Who votes in one is told before that all members of the
//!    council see it. Nobody outside the council is shown more than what it decides.
//! 2. **Of a secret ballot** with fewer than 10 ballots only the winner is told: no number, no round, no tie.
//! 3. With 10 or more the count is told, round by round: how many votes each option had, and for Schulze how many liked
//!    one better than another. A ballot of all for one tells what each of them said. That is in the nature of voting.
//! 4. **Single rankings** of a secret ballot are given out only where there are twice as many ballots as there are ways
//!    to rank the options. Otherwise a rare ranking is a mark by which somebody could be made to prove how they voted
//!    (the "Italian attack"): 3 options can be ranked in 15 ways and take 30 ballots, 4 take 128, 5 take 650.
//! 5. Nothing of a secret ballot is told before it is closed. Under its quorum no poll tells anything but that.

use crate::poll::{Count, Rule};

/// How many secret ballots there have to be before more than the winner is told.
const FEWEST: u64 = 10;

/// How votes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voting {
    /// Everyone in the council sees how everyone voted.
    Open,
    /// Nobody can find out how anyone voted.
    Secret,
}

/// What may be told of a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownCount {
    /// Nobody voted, or fewer than the quorum.
    TooFew,
    /// Who won, and no more.
    Winners(Vec<usize>),
    /// All of it.
    Whole(Count),
}

impl Voting {
    /// What may be told of a poll that is over.
    pub fn told(self, count: Count, quorum: u64) -> ShownCount {
        match self {
            _ if count.counted == 0 || count.counted < quorum => ShownCount::TooFew,
            Self::Secret if count.counted < FEWEST => ShownCount::Winners(count.winners),
            _ => ShownCount::Whole(count),
        }
    }

    /// Whether its single rankings may be given out, for others to count again.
    pub fn gives_rankings(self, rule: Rule, options: usize, ballots: u64) -> bool {
        let enough = |ways: u64| ballots >= FEWEST && ways.saturating_mul(2) <= ballots;
        rule.takes_rankings() && ballots > 0 && (self == Self::Open || enough(ways_to_rank(options)))
    }
}

/// In how many ways so many options can be ranked, where some may be left out: the sum of n!/(n − k)! for k from 1 to n.
fn ways_to_rank(options: usize) -> u64 {
    let options = u64::try_from(options).unwrap_or(u64::MAX);
    let mut ways: u64 = 0;
    let mut of_this_length: u64 = 1;
    for taken in 0..options.min(30) {
        of_this_length = of_this_length.saturating_mul(options - taken);
        ways = ways.saturating_add(of_this_length);
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::{Ballot, Lots};

    fn count(ballots: u64) -> Count {
        Rule::Plurality.count(&[(Ballot::Crosses(vec![1]), ballots)], &Lots::drawn("seed", &["a", "b"]))
    }

    #[test]
    fn few_secret_ballots_tell_the_winner_alone() {
        assert_eq!(Voting::Secret.told(count(9), 0), ShownCount::Winners(vec![1]));
        assert_eq!(Voting::Secret.told(count(10), 0), ShownCount::Whole(count(10)));
        assert_eq!(Voting::Open.told(count(3), 0), ShownCount::Whole(count(3)));
    }

    #[test]
    fn under_the_quorum_nothing_is_told() {
        for voting in [Voting::Open, Voting::Secret] {
            assert_eq!(voting.told(count(19), 20), ShownCount::TooFew);
            assert_eq!(voting.told(count(0), 0), ShownCount::TooFew);
            assert_eq!(voting.told(count(20), 20), ShownCount::Whole(count(20)));
        }
    }

    #[test]
    fn rankings_that_could_be_a_mark_are_not_given_out() {
        for (options, ways) in [(1, 1), (2, 4), (3, 15), (4, 64), (5, 325)] {
            assert_eq!(ways_to_rank(options), ways);
        }
        for (options, ballots, given) in [
            (2, 9, false),
            (2, 10, true),
            (3, 29, false),
            (3, 30, true),
            (4, 127, false),
            (4, 128, true),
            (40, u64::MAX - 1, false),
        ] {
            assert_eq!(Voting::Secret.gives_rankings(Rule::Runoff, options, ballots), given, "{options} {ballots}");
        }
        assert!(Voting::Open.gives_rankings(Rule::Schulze, 12, 4));
        assert!(!Voting::Open.gives_rankings(Rule::Score { most: 5 }, 3, 4_000), "what is no ranking has no such file");
    }
}
