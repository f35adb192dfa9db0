//! One line for each person: what may leave as records, for those who compute by themselves.

use std::collections::BTreeMap;

use super::Rules;

/// What somebody said, by the place or number that stands for it; below zero, why nothing is known.
pub type Code = i16;

/// They were not asked.
pub const NOT_ASKED: Code = -1;
/// They were asked, and left it empty.
pub const EMPTY: Code = -2;
/// They would rather not say.
pub const RATHER_NOT: Code = -3;
/// They did not understand the question.
pub const NOT_UNDERSTOOD: Code = -4;
/// They are so few that it is not told.
pub const WITHHELD: Code = -5;

/// What people said, each column with one code a person. Raw, and not for showing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// As whom each person answered. The questions that they were asked tell it, so it cannot be withheld.
    pub audiences: Vec<Code>,
    /// What others may know of them, such as their district: the most important first.
    pub groups: Vec<Vec<Code>>,
    /// What they answered.
    pub answers: Vec<Vec<Code>>,
}

/// Records that may be handed to those who may compute with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRecords {
    lines: Vec<Vec<Code>>,
}

impl ShownRecords {
    /// A line a person: the audience, the groups, the answers, in the order of [`Records`]. Lines are sorted by what they
    /// hold, so their order tells nothing more.
    pub fn lines(&self) -> &[Vec<Code>] {
        &self.lines
    }
}

impl Rules {
    /// Withholds until nobody stands out by what others may know of them.
    ///
    /// 1. Whoever answered for an audience of fewer people than the threshold is left out.
    /// 2. Within each audience every combination of groups is that of at least as many people as the threshold
    ///    (k-anonymity: Samarati and Sweeney 1998). The most important is told as far as it can be, then the next of
    ///    those who are alike so far; withheld is a group like any other.
    /// 3. In each column of answers every code stands at least that often, the withheld ones together too: what fewer
    ///    said is withheld, and where these are too few, some of those who said what most did, chosen by `seed`, which is
    ///    secret and the same for the same people.
    ///
    /// It does **not** protect from somebody who knows several of a person's answers and looks for the line that has
    /// them; nor from learning what all people of a combination answered alike. So records are for few hands, and what
    /// is made of them for others passes [`Rules::crossed`] or the like. And two files with other groups, of the same people, can
    /// be joined by the answers: whoever hands records out sees to it that there is one.
    pub fn records(&self, raw: Records, seed: u64) -> ShownRecords {
        let Records { audiences, mut groups, mut answers } = raw;
        let mut everybody: Vec<_> = (0..audiences.len()).collect();
        everybody.sort_by_key(|person| mixed(seed, *person));
        let mut kept = Vec::new();
        for (_, people) in by_value(everybody.into_iter().map(|person| (audiences[person], person))) {
            if self.are_enough(&people) {
                self.withhold_groups(&mut groups, &people);
                kept.extend(people);
            }
        }
        kept.sort_by_key(|person| mixed(seed, *person));
        for column in &mut answers {
            self.withhold(column, &kept);
        }
        let columns = || std::iter::once(&audiences).chain(&groups).chain(&answers);
        let mut lines: Vec<Vec<_>> =
            kept.iter().map(|person| columns().map(|column| column[*person]).collect()).collect();
        lines.sort_unstable();
        ShownRecords { lines }
    }

    fn are_enough(&self, people: &[usize]) -> bool {
        people.len() >= self.threshold as usize
    }

    /// Withholds groups of people who are alike so far, and who are enough.
    fn withhold_groups(&self, groups: &mut [Vec<Code>], people: &[usize]) {
        let Some((column, others)) = groups.split_first_mut() else { return };
        self.withhold(column, people);
        for alike in by_value(people.iter().map(|person| (column[*person], *person))).into_values() {
            self.withhold_groups(others, &alike);
        }
    }

    /// Withholds the rare codes of some people. Where these would be too few to be withheld among, some of the many are
    /// withheld as well; where nobody is many, all of the next rarest.
    fn withhold(&self, column: &mut [Code], people: &[usize]) {
        let alike = by_value(people.iter().map(|person| (column[*person], *person))).into_values();
        let (mut others, rare): (Vec<_>, Vec<_>) = alike.partition(|alike| self.are_enough(alike));
        let mut withheld = rare.concat();
        let lacking = (self.threshold as usize).saturating_sub(withheld.len());
        if !withheld.is_empty() && lacking > 0 {
            others.sort_by_key(Vec::len);
            match others.last() {
                Some(many) if self.are_enough(&many[lacking.min(many.len())..]) => withheld.extend(&many[..lacking]),
                _ => withheld.extend(others.iter().take(1).flatten()),
            }
        }
        for person in withheld {
            column[person] = WITHHELD;
        }
    }
}

/// A number that says nothing about a person (Steele, Lea and Flood 2014: `SplitMix`).
fn mixed(seed: u64, person: usize) -> u64 {
    let mut number = seed ^ (person as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}

/// Who have the same, in the order of what they have: so that the order of people decides nothing.
fn by_value<T: Ord>(people: impl Iterator<Item = (T, usize)>) -> BTreeMap<T, Vec<usize>> {
    let mut alike: BTreeMap<T, Vec<usize>> = BTreeMap::new();
    for (value, person) in people {
        alike.entry(value).or_default().push(person);
    }
    alike
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: Rules = Rules::TEN_FIVE;

    /// So many people of each code.
    fn column(parts: &[(Code, usize)]) -> Vec<Code> {
        parts.iter().flat_map(|(code, people)| vec![*code; *people]).collect()
    }

    #[test]
    fn rare_answers_are_withheld_among_others() {
        let check = |parts: &[(Code, usize)], expected: &[(Code, usize)]| {
            let mut found = column(parts);
            let people: Vec<_> = (0..found.len()).collect();
            RULES.withhold(&mut found, &people);
            assert_eq!(found, column(expected));
        };
        check(&[(1, 10), (2, 30)], &[(1, 10), (2, 30)]);
        // Of nine alone it would be told that they are the nine: one of the many goes with them.
        check(&[(1, 9), (2, 30), (3, 40)], &[(WITHHELD, 9), (2, 30), (WITHHELD, 1), (3, 39)]);
        check(&[(1, 6), (2, 4), (3, 40)], &[(WITHHELD, 10), (3, 40)]);
        check(&[(NOT_ASKED, 60), (1, 3)], &[(WITHHELD, 7), (NOT_ASKED, 53), (WITHHELD, 3)]);
        // Nobody is so many that some can be spared.
        check(&[(1, 3), (2, 12), (3, 14)], &[(WITHHELD, 15), (3, 14)]);
        check(&[(1, 3), (2, 12)], &[(WITHHELD, 15)]);
    }

    #[test]
    fn the_most_important_group_is_told_first() {
        let areas = column(&[(1, 30), (2, 15), (3, 4), (4, 6)]);
        let needs = column(&[(1, 20), (2, 10), (1, 10), (2, 5), (1, 10)]);
        let raw = Records { audiences: vec![1; 55], groups: vec![areas, needs], answers: Vec::new() };
        let shown = RULES.records(raw, 7);
        let count = |area, needs| shown.lines().iter().filter(|line| **line == [1, area, needs]).count();
        // Five of the second district cannot be told by their needs, nor the others there without giving them away. Two
        // districts are too small by themselves, and their needs can be told together.
        assert_eq!((count(1, 1), count(1, 2), count(2, WITHHELD), count(WITHHELD, 1)), (20, 10, 15, 10));
        assert_eq!(shown.lines().len(), 55);
    }

    #[test]
    fn an_audience_of_few_is_left_out() {
        let raw = Records { audiences: column(&[(1, 9), (2, 10)]), groups: Vec::new(), answers: vec![vec![7; 19]] };
        assert_eq!(RULES.records(raw, 7).lines, vec![vec![2, 7]; 10]);
        assert!(RULES.records(Records::default(), 7).lines.is_empty());
    }

    fn raw() -> impl Strategy<Value = Records> {
        let codes = |most: Code, people| prop::collection::vec(EMPTY..most, people);
        (0_usize..120, 0_usize..4, 0_usize..3).prop_flat_map(move |(people, groups, answers)| {
            let audiences = prop::collection::vec(0..2_i16, people);
            let groups = prop::collection::vec(codes(3, people), groups);
            let answers = prop::collection::vec(codes(6, people), answers);
            (audiences, groups, answers).prop_map(|(audiences, groups, answers)| Records { audiences, groups, answers })
        })
    }

    proptest! {
        #[test]
        fn nobody_stands_out(raw in raw()) {
            let groups = raw.groups.len();
            let shown = RULES.records(raw.clone(), 7);
            let mut alike: BTreeMap<&[Code], usize> = BTreeMap::new();
            for line in shown.lines() {
                *alike.entry(&line[..=groups]).or_default() += 1;
            }
            prop_assert!(alike.values().all(|people| *people >= 10), "{alike:?}");
            for answer in 0..raw.answers.len() {
                let column: Vec<_> = shown.lines().iter().map(|line| line[1 + groups + answer]).collect();
                let least = column.iter().map(|code| column.iter().filter(|other| *other == code).count()).min();
                prop_assert!(least.is_none_or(|least| least >= 10), "{column:?}");
            }
        }

        #[test]
        fn what_is_told_is_true(raw in raw()) {
            let shown = RULES.records(raw.clone(), 7);
            let columns: Vec<_> = [&raw.audiences].into_iter().chain(&raw.groups).chain(&raw.answers).collect();
            for (place, column) in columns.iter().enumerate() {
                for code in 0..6 {
                    let told = shown.lines().iter().filter(|line| line[place] == code).count();
                    prop_assert!(told <= column.iter().filter(|said| **said == code).count());
                }
            }
            prop_assert!(shown.lines().is_sorted(), "their order tells something");
        }
    }
}
