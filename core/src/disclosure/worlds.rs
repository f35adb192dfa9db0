//! Other worlds: sets of answers that look exactly like the true one in every table that is shown of a question.
//!
//! A small count is safe where there are enough of them in which it differs. They are found by moving one person at a
//! time, from one answer to another, and others in exchange, so that whatever can be seen stays as it is. What is found is
//! a proof. Of one cut all are found: its counts are flows from groups to answers and on to the totals, and such a step is
//! a cycle of what is left of their capacities, which passes the totals once at most (L. R. Ford and D. R. Fulkerson,
//! "Flows in Networks", 1962). So whether there are enough depends on what can be seen alone, and not showing a table
//! tells nothing. Between several cuts that share their totals some may be missed; then less is shown.

use std::collections::VecDeque;

/// A count, between what can be seen of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// How many it is.
    pub is: i64,
    /// The least that it can be, as everybody can see.
    pub low: i64,
    /// The most.
    pub high: i64,
}

impl Cell {
    /// Whether it could be so many more, for all that can be seen.
    fn can_move(&self, by: i64) -> bool {
        (self.low..=self.high).contains(&(self.is + by))
    }
}

/// One cut: for each group the counts of each answer. The groups of a cut hold everybody once.
pub(super) type Cut = Vec<Vec<Cell>>;

/// Answers of which everybody gave one: in all, and in each group of each cut.
///
/// How many people a group has is taken for known, and so is everything that can be seen. Between the cuts nothing is
/// known but the totals of the answers: those of two cuts can always be joined to one set of people, whatever the counts
/// in each are, as long as both have these totals.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub totals: Vec<Cell>,
    pub cuts: Vec<Cut>,
}

/// A count in a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Of an answer, in all.
    Total(usize),
    /// Of a cut, a group and an answer.
    Cell(usize, usize, usize),
}

impl World {
    /// Whether so many further worlds show that a count could be another.
    pub fn hides(&self, place: Place, further: usize) -> bool {
        let mut found = 0;
        for up in [true, false] {
            // Each time from the true world, upwards and then downwards.
            let mut world = self.clone();
            while found < further && world.step(place, up) {
                found += 1;
            }
        }
        found >= further
    }

    /// Goes to a world in which a count is one more, or one less; stays where there is none.
    fn step(&mut self, place: Place, up: bool) -> bool {
        let mut next = self.clone();
        let moved = match place {
            Place::Total(answer) => next.step_total(answer, up),
            Place::Cell(cut, group, answer) => next.step_cell(cut, group, answer, up),
        };
        if moved {
            *self = next;
        }
        moved
    }

    fn step_total(&mut self, answer: usize, up: bool) -> bool {
        let others = (0..self.totals.len()).filter(|other| *other != answer);
        let pairs = others.map(|other| if up { (other, answer) } else { (answer, other) });
        let mut ways = pairs.filter_map(|(from, to)| Some((from, to, self.ways_everywhere(from, to, None)?)));
        let Some((from, to, ways)) = ways.next() else { return false };
        self.go_everywhere(from, to, ways);
        true
    }

    /// Somebody in the group goes to the answer or from it, and others go the other way along the rest of the cut.
    fn step_cell(&mut self, cut: usize, group: usize, answer: usize, up: bool) -> bool {
        let by = if up { 1 } else { -1 };
        let cells = &self.cuts[cut][group];
        if !cells[answer].can_move(by) {
            return false;
        }
        let others = (0..cells.len()).filter(|other| *other != answer && cells[*other].can_move(-by)).collect();
        let (from, to) = if up { (vec![answer], others) } else { (others, vec![answer]) };
        let Some((begin, end)) = self.go_back(cut, group, &from, &to) else { return false };
        let other = if up { end } else { begin };
        let cells = &mut self.cuts[cut][group];
        cells[answer].is += by;
        cells[other].is -= by;
        true
    }

    /// Moves somebody of the cut, outside of a group, from one of the first answers to one of the others; where the cut
    /// alone has no way, with two totals that change, in every other cut too. Between which answers it went.
    fn go_back(&mut self, cut: usize, without: usize, from: &[usize], to: &[usize]) -> Option<(usize, usize)> {
        let ends = |way: &[Step], from: usize| (from, way.last().map_or(from, |step| step.to));
        if let Some((begin, way)) = self.way(cut, from, to, Some(without)) {
            self.go(cut, &way);
            return Some(ends(&way, begin));
        }
        for more in 0..self.totals.len() {
            let Some((begin, first)) = self.way(cut, from, &[more], Some(without)) else { continue };
            for fewer in (0..self.totals.len()).filter(|fewer| *fewer != more) {
                let Some((_, second)) = self.way(cut, &[fewer], to, Some(without)) else { continue };
                if let Some(ways) = self.ways_everywhere(fewer, more, Some(cut)) {
                    let end = ends(&second, fewer).1;
                    self.go(cut, &first);
                    self.go(cut, &second);
                    self.go_everywhere(fewer, more, ways);
                    return Some((begin, end));
                }
            }
        }
        None
    }

    /// How one person fewer could give an answer and one more another: in all, and in every cut but the one where it is
    /// done.
    fn ways_everywhere(&self, from: usize, to: usize, done: Option<usize>) -> Option<Vec<(usize, Vec<Step>)>> {
        if !self.totals[from].can_move(-1) || !self.totals[to].can_move(1) {
            return None;
        }
        let cuts = (0..self.cuts.len()).filter(|cut| Some(*cut) != done);
        cuts.map(|cut| Some((cut, self.way(cut, &[from], &[to], None)?.1))).collect()
    }

    fn go_everywhere(&mut self, from: usize, to: usize, ways: Vec<(usize, Vec<Step>)>) {
        self.totals[from].is -= 1;
        self.totals[to].is += 1;
        for (cut, way) in ways {
            self.go(cut, &way);
        }
    }

    /// The shortest way within a cut from one of some answers to one of others, and where it begins: in each step somebody
    /// of a group goes from one answer to the next.
    fn way(&self, cut: usize, from: &[usize], to: &[usize], without: Option<usize>) -> Option<(usize, Vec<Step>)> {
        let answers = self.totals.len();
        let mut came: Vec<Option<Step>> = vec![None; answers];
        let mut queue: VecDeque<usize> = from.iter().copied().collect();
        while let Some(here) = queue.pop_front() {
            if to.contains(&here) {
                let mut way = Vec::new();
                let mut at = here;
                while let Some(step) = came[at] {
                    way.insert(0, step);
                    at = step.from;
                }
                return Some((at, way));
            }
            for next in (0..answers).filter(|next| !from.contains(next)) {
                let groups = (0..self.cuts[cut].len()).filter(|group| Some(*group) != without);
                let mut can = groups.filter(|group| {
                    let cells = &self.cuts[cut][*group];
                    cells[here].can_move(-1) && cells[next].can_move(1)
                });
                if came[next].is_none()
                    && let Some(group) = can.next()
                {
                    came[next] = Some(Step { from: here, group, to: next });
                    queue.push_back(next);
                }
            }
        }
        None
    }

    fn go(&mut self, cut: usize, way: &[Step]) {
        for step in way {
            let cells = &mut self.cuts[cut][step.group];
            cells[step.from].is -= 1;
            cells[step.to].is += 1;
        }
    }
}

/// Somebody of a group goes from one answer to another.
#[derive(Clone, Copy, Debug)]
struct Step {
    from: usize,
    group: usize,
    to: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(is: i64, low: i64, high: i64) -> Cell {
        Cell { is, low, high }
    }

    #[test]
    fn a_count_is_hidden_where_others_can_make_up_for_it() {
        // Two groups of ten: of the first 3 and 7, of the second 12 and 8, shown to within 2 where it is 10 or more.
        let small = |is| cell(is, 0, 9);
        let cut = vec![vec![small(3), small(7)], vec![cell(12, 10, 12), small(8)]];
        let world = World { totals: vec![cell(15, 13, 17), cell(15, 13, 17)], cuts: vec![cut] };
        assert!(world.hides(Place::Cell(0, 0, 0), 2));
        assert!(world.hides(Place::Total(0), 2));
    }

    #[test]
    fn nothing_is_hidden_where_all_the_others_are_known() {
        let known = |is| cell(is, is, is);
        let cut = vec![vec![cell(3, 0, 9), cell(7, 0, 9)], vec![known(12), known(8)]];
        let world = World { totals: vec![known(15), known(15)], cuts: vec![cut] };
        assert!(!world.hides(Place::Cell(0, 0, 0), 1));
        // A third group makes up for it, once.
        let mut wider = world.clone();
        wider.cuts[0].push(vec![cell(1, 0, 5), cell(0, 0, 5)]);
        wider.totals = vec![known(16), known(15)];
        assert!(wider.hides(Place::Cell(0, 0, 0), 1));
        assert!(!wider.hides(Place::Cell(0, 0, 0), 2));
    }

    #[test]
    fn one_cut_can_give_away_what_another_hides() {
        let (total, small) = (cell(4, 0, 9), |is| cell(is, 0, 9));
        let rest = |is| cell(is, 0, 50);
        let open = vec![vec![small(2), rest(20)], vec![small(2), rest(20)]];
        let pinned = vec![vec![cell(2, 2, 2), rest(20)], vec![cell(2, 2, 2), rest(20)]];
        let alone = World { totals: vec![total, rest(40)], cuts: vec![open.clone()] };
        assert!(alone.hides(Place::Total(0), 2));
        let both = World { totals: vec![total, rest(40)], cuts: vec![open, pinned] };
        assert!(!both.hides(Place::Total(0), 1));
    }
}
