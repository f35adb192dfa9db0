//! Instant run-off.

use super::{Ballot, Count, Event, Lots, Round, Votes, rankings};

pub(super) fn count(ballots: &[&(Ballot, u64)], lots: &Lots, count: &mut Count) {
    let rankings = rankings(ballots);
    let mut left: Vec<usize> = (0..lots.options()).collect();
    let mut event = Event::Counted;
    loop {
        let round = look(&rankings, &left, lots.options(), event);
        let choosing: u64 = round.totals.iter().map(|votes| votes.0).sum();
        let leader = left.iter().copied().max_by_key(|option| round.totals[*option]).unwrap_or_default();
        let decided = round.totals[leader].0 * 2 > choosing || left.len() == 1;
        count.rounds.push(round);
        if decided {
            count.winners.push(leader);
            if let Some(last) = count.rounds.last_mut() {
                last.elected.push(leader);
            }
            return;
        }
        let fewest = count.by_votes(&left, false);
        let out = count.draw(&fewest, lots, false);
        left.retain(|option| *option != out);
        event = Event::Out(out);
    }
}

/// Each ballot counts for the first of its options that is left.
fn look(rankings: &[(&[usize], u64)], left: &[usize], options: usize, event: Event) -> Round {
    let mut round =
        Round { event, totals: vec![Votes::default(); options], resting: Votes::default(), elected: Vec::new() };
    for (ranking, times) in rankings {
        let pile = match ranking.iter().find(|option| left.contains(option)) {
            Some(option) => &mut round.totals[*option],
            None => &mut round.resting,
        };
        pile.0 += Votes::whole(*times).0;
    }
    round
}
