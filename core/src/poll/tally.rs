//! Rules that add up and look once: crosses, scores, points for places.

use super::{Ballot, Count, Event, Lots, Round, Votes};

pub(super) fn count(ballots: &[&(Ballot, u64)], lots: &Lots, count: &mut Count) {
    let mut totals = vec![Votes::default(); lots.options()];
    for (ballot, times) in ballots {
        add(ballot, *times, &mut totals);
    }
    let most = totals.iter().max().copied().unwrap_or_default();
    let best: Vec<usize> = (0..totals.len()).filter(|option| totals[*option] == most).collect();
    count.rounds.push(Round { event: Event::Counted, totals, resting: Votes::default(), elected: Vec::new() });
    let winner = count.draw(&best, lots, true);
    count.rounds[0].elected.push(winner);
    count.winners.push(winner);
}

fn add(ballot: &Ballot, times: u64, totals: &mut [Votes]) {
    match ballot {
        Ballot::Crosses(crosses) => {
            for option in crosses {
                totals[*option].0 += Votes::whole(times).0;
            }
        }
        Ballot::Scores(scores) => {
            for (option, score) in scores {
                totals[*option].0 += Votes::whole(times * u64::from(*score)).0;
            }
        }
        Ballot::Ranking(ranking) => points_for_places(ranking, times, totals),
    }
}

/// Borda's points. Those that are left out share what is left: with k of n ranked, each has (n − 1 − k) / 2, the mean of
/// the places that remain.
fn points_for_places(ranking: &[usize], times: u64, totals: &mut [Votes]) {
    let options = totals.len();
    let whole = |places: usize| Votes::whole(times * u64::try_from(places).unwrap_or(u64::MAX)).0;
    for (place, option) in ranking.iter().enumerate() {
        totals[*option].0 += whole(options - 1 - place);
    }
    let left_out = (0..options).filter(|option| !ranking.contains(option));
    for option in left_out {
        totals[option].0 += whole(options - 1 - ranking.len()) / 2;
    }
}
