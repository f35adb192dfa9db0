//! Counting people by the groups that they belong to, so that each group too moves in steps of several people.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Counting, Counts, Cut, STEP};
use crate::results::{Choosing, Tally};

/// How many people of each group said what, of those whom the figures of all may rest on. Raw: it passes
/// [`Rules::crossed`](super::Rules::crossed) before anybody sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossed {
    /// Of each cut, by its key, each group by its code.
    pub cuts: BTreeMap<String, BTreeMap<String, Group>>,
}

/// One group of a cut.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What its people said.
    pub counts: Counts,
    /// The number of the last of them who is counted.
    pub up_to: i64,
    /// How many of those whom the figures of all rest on are in it.
    pub people: u32,
}

impl Crossed {
    /// The counts of a cut as [`Rules::crossed`](super::Rules::crossed) takes them: of these groups, these answers.
    pub fn cut<C: AsRef<str>>(&self, cut: &str, groups: &[C], choosing: Choosing, codes: &[String]) -> Cut {
        let nobody = Group::default();
        let of = |code: &C| self.cuts.get(cut).and_then(|groups| groups.get(code.as_ref())).unwrap_or(&nobody);
        let tally = |group: &Group| {
            let each = codes.iter().map(|code| group.counts.of(code)).collect();
            Tally::of_counts(choosing, group.counts.base, each)
        };
        Cut {
            groups: groups.iter().map(|code| tally(of(code))).collect(),
            people: groups.iter().map(|code| of(code).people).collect(),
        }
    }
}

/// Counts people by groups, in the order in which they came. Give it whom a [`Counting`] of all is given, in the same
/// order: a group never counts anybody whom the figures of all leave out.
#[derive(Clone, Debug, Default)]
pub struct Crossing {
    before: Crossed,
    waiting: Vec<Person>,
    cuts: BTreeMap<String, BTreeMap<String, (Counting, u32)>>,
}

#[derive(Clone, Debug)]
struct Person {
    number: i64,
    said: Vec<String>,
    groups: Vec<(String, String)>,
}

impl Crossing {
    /// Counts anew what was counted to this the last time.
    pub fn since(before: Crossed) -> Self {
        Self { before, ..Self::default() }
    }

    /// Adds the person who came with that number, what they said, and of each cut the group that they are in.
    pub fn add(&mut self, number: i64, said: Vec<String>, groups: Vec<(String, String)>) {
        self.waiting.push(Person { number, said, groups });
        if self.waiting.len() < STEP as usize {
            return;
        }
        for person in std::mem::take(&mut self.waiting) {
            for (cut, group) in person.groups {
                let before = self.before.cuts.get(&cut).and_then(|groups| groups.get(&group)).map(|group| group.up_to);
                let begin = || (Counting::since(before), 0);
                let (counting, people) = self.cuts.entry(cut).or_default().entry(group).or_insert_with(begin);
                counting.add(person.number, person.said.clone());
                *people += 1;
            }
        }
    }

    /// The new counts: of a group to which too few came, those from before.
    pub fn moved(self) -> Crossed {
        let Self { mut before, cuts, .. } = self;
        for (cut, groups) in cuts {
            let known = before.cuts.entry(cut).or_default();
            for (code, (counting, people)) in groups {
                let group = known.entry(code).or_default();
                group.people = people;
                if let Some((counts, up_to)) = counting.moved() {
                    (group.counts, group.up_to) = (counts, up_to);
                }
            }
        }
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two of three are in the group.
    fn crossed(before: Crossed, numbers: impl IntoIterator<Item = i64>) -> Crossed {
        let mut crossing = Crossing::since(before);
        for number in numbers {
            let group = if number % 3 == 0 { "out" } else { "in" };
            crossing.add(number, vec!["a".to_owned()], vec![("of".to_owned(), group.to_owned())]);
        }
        crossing.moved()
    }

    fn base(crossed: &Crossed, group: &str) -> (u32, u32) {
        let group = &crossed.cuts["of"][group];
        (group.counts.base, group.people)
    }

    #[test]
    fn each_group_moves_in_steps_of_its_own() {
        // Of the first 20 there are 14 and 6; of 24, who are counted as 20, the same.
        let first = crossed(Crossed::default(), 1..=24);
        assert_eq!((base(&first, "in"), base(&first, "out")), ((10, 14), (5, 6)));
        // Five more, of whom three are in the group: 17 of 25, which make up another step. The other waits.
        let second = crossed(first.clone(), 1..=25);
        assert_eq!((base(&second, "in"), base(&second, "out")), ((15, 17), (5, 8)));
        // Who took an answer back stays counted until five more of the group came.
        let third = crossed(first, (1..=25).filter(|number| *number != 2));
        assert_eq!(base(&third, "in"), (10, 13));
    }

    #[test]
    fn a_group_that_nobody_is_in_is_empty() {
        let cut = crossed(Crossed::default(), 1..=25).cut("of", &["in", "gone"], Choosing::One, &["a".to_owned()]);
        assert_eq!(cut.people, [17, 0]);
        assert_eq!(cut.groups[0].counts(), [15]);
        assert_eq!(cut.groups[1].base(), 0);
    }
}
