//! Each option against each other: Schulze's rule.

use super::{Ballot, Count, Event, Lots, Round, Votes, rankings};

/// Numbers for each two options.
type Pairs = Vec<Vec<u64>>;

/// Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method", Social Choice and Welfare 36 (2011), with winning votes as the strength of a victory.
pub(super) fn count(ballots: &[&(Ballot, u64)], lots: &Lots, count: &mut Count) {
    let options = lots.options();
    let pairs = preferred(&rankings(ballots), options);
    let paths = strongest_paths(&pairs);
    let unbeaten = |option: &usize| (0..options).all(|other| paths[*option][other] >= paths[other][*option]);
    let best: Vec<usize> = (0..options).filter(unbeaten).collect();
    // How many others each beats by its paths: what a table of one line can show.
    let beats = |option: usize| (0..options).filter(|other| paths[option][*other] > paths[*other][option]).count();
    let totals = (0..options).map(|option| Votes::whole(u64::try_from(beats(option)).unwrap_or(u64::MAX))).collect();
    count.rounds.push(Round { event: Event::Counted, totals, resting: Votes::default(), elected: Vec::new() });
    let winner = count.draw(&best, lots, true);
    count.rounds[0].elected.push(winner);
    count.winners.push(winner);
    count.pairs = Some(pairs);
}

/// How many ballots like the first of two options better than the second.
fn preferred(rankings: &[(&[usize], u64)], options: usize) -> Pairs {
    let mut pairs = vec![vec![0; options]; options];
    for (ranking, times) in rankings {
        for (place, option) in ranking.iter().enumerate() {
            let worse = (0..options).filter(|other| !ranking[..=place].contains(other));
            worse.for_each(|other| pairs[*option][other] += times);
        }
    }
    pairs
}

/// For each two options the strength of the strongest path of victories from the first to the second (0 where there is
/// none); a path is as strong as its weakest victory.
fn strongest_paths(pairs: &Pairs) -> Pairs {
    let options = pairs.len();
    let won = |a: usize, b: usize| if pairs[a][b] > pairs[b][a] { pairs[a][b] } else { 0 };
    let mut paths: Pairs = (0..options).map(|a| (0..options).map(|b| won(a, b)).collect()).collect();
    for by in 0..options {
        for from in 0..options {
            for to in (0..options).filter(|to| *to != from) {
                let over = paths[from][by].min(paths[by][to]);
                paths[from][to] = paths[from][to].max(over);
            }
        }
    }
    paths
}
