//! Tables of one question by the groups that people belong to, which may be shown together.

use serde::{Deserialize, Serialize};

use super::{
    OFF, Rules, ShownTally, rounded,
    worlds::{Cell, Place, World},
};
use crate::results::{Choosing, Tally};

/// One question by the groups of one cut, such as districts. Raw, and not for showing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// Of each group, what its people answered; each group's base is a multiple of [`STEP`](super::STEP).
    pub groups: Vec<Tally>,
    /// How many people each group has among those who answered, also those who do not make up a step.
    pub people: Vec<u32>,
}

/// A question and its cuts, as far as they may be shown together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShownCrossed {
    total: ShownTally,
    cuts: Vec<Option<Vec<ShownTally>>>,
}

impl ShownCrossed {
    /// The question by itself: the same as [`Rules::tally`] shows.
    pub fn total(&self) -> &ShownTally {
        &self.total
    }

    /// For each cut the groups, in their order; none where the cut cannot be shown. A group that is hidden has no base.
    pub fn cuts(&self) -> &[Option<Vec<ShownTally>>] {
        &self.cuts
    }
}

impl Rules {
    /// What may be shown of a question and **all** of its cuts: give every cut that anybody can ever see of it, the most
    /// important first.
    ///
    /// 1. A group is a tally of its own and passes [`Rules::tally`]. Where fewer people than the threshold are in no group
    ///    that is shown, the smallest group that is shown is hidden too, so that nobody finds them by taking away.
    /// 2. A group of which no count can be shown is hidden, and a table needs two groups.
    /// 3. Every hidden count, also of those in no shown group, has to be another in other worlds that look the same in
    ///    all tables together. A cut that would take this away from a count is not shown; earlier cuts go before it.
    pub fn crossed(&self, total: &Tally, cuts: &[Cut]) -> ShownCrossed {
        let shown_total = self.tally(total);
        let mut shown = vec![None; cuts.len()];
        if shown_total.options().iter().any(Option::is_some) {
            let mut among: Vec<(&Cut, Vec<ShownTally>)> = Vec::new();
            for (place, cut) in cuts.iter().enumerate() {
                let Some(groups) = self.groups(total, cut) else { continue };
                among.push((cut, groups));
                if self.is_safe(total, &shown_total, &among) {
                    shown[place] = among.last().map(|(_, groups)| groups.clone());
                } else {
                    among.pop();
                }
            }
        }
        ShownCrossed { total: shown_total, cuts: shown }
    }

    /// The groups of a cut with what may be shown of each by itself; none where there is no table to show.
    fn groups(&self, total: &Tally, cut: &Cut) -> Option<Vec<ShownTally>> {
        let told = |shown: ShownTally| if shown.options().iter().any(Option::is_some) { shown } else { shown.hide() };
        let mut groups: Vec<_> = cut.groups.iter().map(|tally| told(self.tally(tally))).collect();
        loop {
            let shown = |place: &usize| groups[*place].base().is_some();
            let in_shown: u32 = (0..groups.len()).filter(shown).map(|place| cut.people[place]).sum();
            let elsewhere = total.base().saturating_sub(in_shown);
            if elsewhere == 0 || elsewhere >= self.threshold {
                return ((0..groups.len()).filter(shown).count() >= 2).then_some(groups);
            }
            let smallest = (0..groups.len()).filter(shown).min_by_key(|place| cut.people[*place])?;
            groups[smallest] = groups[smallest].hide();
        }
    }

    fn is_safe(&self, total: &Tally, shown: &ShownTally, cuts: &[(&Cut, Vec<ShownTally>)]) -> bool {
        let whole = |options: &[usize]| self.is_safe_among(&Seen { total, shown, cuts, options });
        match total.choosing() {
            Choosing::One => whole(&(0..total.counts().len()).collect::<Vec<_>>()),
            // Each option stands alone: some chose it, and the others did not.
            Choosing::Several => (0..total.counts().len()).all(|option| whole(&[option])),
        }
    }

    /// Which counts have to be safe is decided by what can be seen, not by what they are: those that could be small.
    fn is_safe_among(&self, seen: &Seen<'_>) -> bool {
        let world = self.world(seen);
        let small = |cell: &Cell| cell.low < i64::from(self.threshold);
        let totals = (0..world.totals.len()).filter(|answer| small(&world.totals[*answer]));
        let safe_totals = totals.map(Place::Total).all(|place| world.hides(place, self.further()));
        safe_totals
            && world.cuts.iter().enumerate().all(|(cut, groups)| {
                groups.iter().enumerate().all(|(group, cells)| {
                    let people: i64 = cells.iter().map(|cell| cell.is).sum();
                    let further = self.further().min(usize::try_from(people).unwrap_or(0));
                    let hidden = cells.iter().enumerate().filter(|(_, cell)| small(cell));
                    hidden.map(|(answer, _)| Place::Cell(cut, group, answer)).all(|place| world.hides(place, further))
                })
            })
    }

    /// In how many further worlds a small count has to be another: three counts stay possible. Of the few counts under a
    /// threshold of 5 it has to be four: otherwise, that a table is not shown tells too much.
    fn further(&self) -> usize {
        if self.threshold < 10 { 3 } else { 2 }
    }

    /// What is true, with all that can be seen of it; those in no shown group are a group of each cut, of which nothing
    /// is seen.
    fn world(&self, seen: &Seen<'_>) -> World {
        let totals = self.cells(seen.total, seen.shown, seen);
        let cuts = seen.cuts.iter().map(|(cut, shown)| {
            let groups = cut.groups.iter().zip(shown).filter(|(_, shown)| shown.base().is_some());
            let mut groups: Vec<_> = groups.map(|(tally, shown)| self.cells(tally, shown, seen)).collect();
            let rest: Vec<i64> = (0..totals.len())
                .map(|answer| totals[answer].is - groups.iter().map(|group: &Vec<Cell>| group[answer].is).sum::<i64>())
                .collect();
            let people = rest.iter().sum::<i64>().max(0);
            // Somebody who took answers back can still be in a group and in the total no more.
            let unseen = |is: &i64| Cell { is: *is, low: 0.min(*is), high: people.max(*is) };
            groups.push(rest.iter().map(unseen).collect());
            groups
        });
        World { cuts: cuts.collect(), totals: totals.clone() }
    }

    /// The counts of a tally, each with what is seen of it; of one of several options also of those who did not choose it.
    fn cells(&self, tally: &Tally, shown: &ShownTally, seen: &Seen<'_>) -> Vec<Cell> {
        let base = i64::from(tally.base());
        let cell = |option: &usize| {
            let count = tally.counts()[*option];
            let (low, high) = match shown.options()[*option] {
                Some(_) => self.behind(count, tally.base()),
                None if count < self.threshold => (0, base.min(i64::from(self.threshold) - 1)),
                // Hidden because only everybody could be behind it.
                None => (i64::from(rounded(count).saturating_sub(OFF)), base),
            };
            Cell { is: count.into(), low, high }
        };
        let mut cells: Vec<_> = seen.options.iter().map(cell).collect();
        if let (Choosing::Several, [chose]) = (tally.choosing(), &cells[..]) {
            cells.push(Cell { is: base - chose.is, low: base - chose.high, high: base - chose.low });
        }
        cells
    }
}

/// Tables of a question that are looked at together, and the options that hang together.
struct Seen<'t> {
    total: &'t Tally,
    shown: &'t ShownTally,
    cuts: &'t [(&'t Cut, Vec<ShownTally>)],
    options: &'t [usize],
}
