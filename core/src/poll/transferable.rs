//! The single transferable vote by the rules of Scotland's council elections: weighted inclusive Gregory transfers to
//! five decimal places.
//!
//! Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45 to 52; the Order of
//! 2011 (SSI 2011/399) keeps them. The numbers in the comments are those rules.

use super::{Ballot, Count, Event, Lots, Round, Votes, rankings};

/// Ballots of one ranking, in the hands of an option or resting.
#[derive(Clone, Debug)]
struct Parcel<'a> {
    ranking: &'a [usize],
    times: u64,
    /// What each of them is worth since it came here.
    value: Votes,
}

/// A count on its way.
struct Stage<'a> {
    /// What each option holds.
    piles: Vec<Vec<Parcel<'a>>>,
    totals: Vec<Votes>,
    resting: Votes,
    /// Neither elected nor out, in no particular order.
    continuing: Vec<usize>,
    /// Elected, with votes above the quota that have not moved yet.
    waiting: Vec<usize>,
    quota: Votes,
}

pub(super) fn count(ballots: &[&(Ballot, u64)], seats: usize, lots: &Lots, count: &mut Count) {
    let options = lots.options();
    // 46: one more than the whole part of the votes shared between one more than the seats.
    let quota = Votes::whole(count.counted / (u64::try_from(seats).unwrap_or(u64::MAX).saturating_add(1)) + 1);
    count.quota = Some(quota);
    let mut stage = Stage {
        piles: vec![Vec::new(); options],
        totals: vec![Votes::default(); options],
        resting: Votes::default(),
        continuing: (0..options).collect(),
        waiting: Vec::new(),
        quota,
    };
    for (ranking, times) in rankings(ballots) {
        stage.give(Parcel { ranking, times, value: Votes::ONE });
    }
    stage.close(Event::Counted, seats, lots, count);
    while count.winners.len() < seats && !stage.continuing.is_empty() {
        // 48 and 49: surpluses first, the largest of them before the others; then 50: the option with fewest goes out.
        if stage.waiting.is_empty() {
            let fewest = count.by_votes(&stage.continuing, false);
            let out = count.draw(&fewest, lots, false);
            stage.exclude(out);
            stage.close(Event::Out(out), seats, lots, count);
        } else {
            let largest = count.by_votes(&stage.waiting, true);
            let from = count.draw(&largest, lots, true);
            stage.transfer_surplus(from);
            stage.close(Event::Surplus(from), seats, lots, count);
        }
    }
}

impl<'a> Stage<'a> {
    /// Gives a parcel to the first of its options that continues.
    fn give(&mut self, parcel: Parcel<'a>) {
        let worth = parcel.value.0 * parcel.times;
        match parcel.ranking.iter().find(|option| self.continuing.contains(option)) {
            Some(option) => {
                self.totals[*option].0 += worth;
                self.piles[*option].push(parcel);
            }
            None => self.resting.0 += worth,
        }
    }

    /// 48: all that an elected option holds moves on, each ballot worth its part of the surplus, the rest of the
    /// division being lost.
    fn transfer_surplus(&mut self, from: usize) {
        self.waiting.retain(|option| *option != from);
        let (total, surplus) = (self.totals[from].0, self.totals[from].0 - self.quota.0);
        let before: u64 = self.all();
        self.totals[from] = self.quota;
        for parcel in std::mem::take(&mut self.piles[from]) {
            let part = u128::from(surplus) * u128::from(parcel.value.0) / u128::from(total);
            self.give(Parcel { value: Votes(u64::try_from(part).unwrap_or(u64::MAX)), ..parcel });
        }
        // What the division loses rests with the ballots that name nobody else, so that no vote vanishes.
        self.resting.0 += before - self.all();
    }

    /// 50: what an option holds that goes out moves on at the value at which it came.
    fn exclude(&mut self, out: usize) {
        self.continuing.retain(|option| *option != out);
        self.totals[out] = Votes::default();
        for parcel in std::mem::take(&mut self.piles[out]) {
            self.give(parcel);
        }
    }

    /// Ends a round: 47, whoever has the quota is elected; 52, as many as there are seats left are.
    fn close(&mut self, event: Event, seats: usize, lots: &Lots, count: &mut Count) {
        let (totals, resting) = (self.totals.clone(), self.resting);
        count.rounds.push(Round { event, totals, resting, elected: Vec::new() });
        let mut elected = Vec::new();
        let mut reached: Vec<usize> =
            self.continuing.iter().copied().filter(|option| self.totals[*option] >= self.quota).collect();
        self.take(&mut reached, &mut elected, lots, count);
        let vacant = seats.saturating_sub(count.winners.len() + elected.len());
        if self.continuing.len() <= vacant {
            let mut rest = self.continuing.clone();
            self.take(&mut rest, &mut elected, lots, count);
        }
        count.winners.extend(&elected);
        if let Some(round) = count.rounds.last_mut() {
            round.elected = elected;
        }
    }

    /// Elects all of these, those with the most votes first.
    fn take(&mut self, these: &mut Vec<usize>, elected: &mut Vec<usize>, lots: &Lots, count: &mut Count) {
        while !these.is_empty() {
            let most = count.by_votes(these, true);
            // In what order equals are named decides nothing, and is no tie that people have to be told of.
            let next = lots.first(&most);
            these.retain(|option| *option != next);
            self.continuing.retain(|option| *option != next);
            if self.totals[next] > self.quota {
                self.waiting.push(next);
            }
            elected.push(next);
        }
    }

    /// All votes that there are, in hundred-thousandths.
    fn all(&self) -> u64 {
        self.totals.iter().map(|votes| votes.0).sum::<u64>() + self.resting.0
    }
}
