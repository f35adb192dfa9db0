//! An attacker by linear programming: given every table that is shown of a question, by the groups of several cuts, they
//! ask for the least and the most that each hidden count can be. None may be left with fewer than three counts.
//!
//! They know all sizes: how many people each group has, and how many of these are not counted yet. What they do not know
//! is how many people gave each answer, in each group of the one cut and of the other.

use heard_core::{
    disclosure::{Cut, Rules, ShownShare, ShownTally},
    results::Tally,
};
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};
use proptest::prelude::*;

/// What a person answered, and in which group of each cut they are.
#[derive(Clone, Debug)]
struct Person {
    answer: usize,
    groups: [usize; 2],
}

/// A wave: how many answers there are, how many groups each cut has, and who answered. The last group of a cut is of
/// those of whom it is not known.
#[derive(Clone, Debug)]
struct Wave {
    answers: usize,
    groups: [usize; 2],
    people: Vec<Person>,
}

impl Wave {
    fn tally<'p>(&self, people: impl Iterator<Item = &'p Person>) -> Tally {
        Tally::of_one(self.answers, people.map(|person| person.answer))
    }

    fn total(&self) -> Tally {
        self.tally(self.people.iter())
    }

    fn within(&self, cut: usize, group: usize) -> Vec<&Person> {
        self.people.iter().filter(|person| person.groups[cut] == group).collect()
    }

    fn cut(&self, cut: usize) -> Cut {
        let named = (0..self.groups[cut] - 1).map(|group| self.within(cut, group));
        let tally = |people: &Vec<&Person>| self.tally(people.iter().take(people.len() / 5 * 5).copied());
        let size = |people: &Vec<&Person>| count(people.len());
        let (groups, people) = named.map(|people| (tally(&people), size(&people))).unzip();
        Cut { groups, people }
    }
}

fn count(people: usize) -> u32 {
    u32::try_from(people).expect("some hundred people")
}

fn waves() -> impl Strategy<Value = Wave> {
    (2..5_usize, 2..4_usize, 3..6_usize, 6..40_usize).prop_flat_map(|(answers, first, second, fives)| {
        // Most choose the first answers and are in the first groups, so that some counts are small.
        let often = |most: usize| (0..most, 0..most).prop_map(|(a, b)| a.min(b));
        let person = (often(answers), often(first + 1), often(second + 1))
            .prop_map(|(answer, one, other)| Person { answer, groups: [one, other] });
        let groups = [first + 1, second + 1];
        prop::collection::vec(person, fives * 5).prop_map(move |people| Wave { answers, groups, people })
    })
}

/// All that is shown, as a linear programme: a count for each answer and each pair of groups, and for each group of each
/// cut those who are not counted yet.
struct Attack<'w> {
    wave: &'w Wave,
    total: ShownTally,
    cuts: Vec<Option<Vec<ShownTally>>>,
}

/// A sum of variables with their factors.
type Sum = Vec<(Variable, f64)>;

struct Programme {
    problem: Problem,
    joint: Vec<Vec<Vec<Variable>>>,
    /// Of each cut, group and answer.
    late: [Vec<Vec<Variable>>; 2],
}

impl Attack<'_> {
    fn programme(&self) -> Programme {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let [first, second] = self.wave.groups;
        let many = f64::from(count(self.wave.people.len()));
        let mut variable = || problem.add_var(0.0, (0.0, many));
        let mut cube = |a: usize, b: usize, c: usize| -> Vec<Vec<Vec<Variable>>> {
            (0..a).map(|_| (0..b).map(|_| (0..c).map(|_| variable()).collect()).collect()).collect()
        };
        let joint = cube(self.wave.answers, first, second);
        let late = [(); 2].map(|()| cube(1, first.max(second), self.wave.answers).concat());
        let mut programme = Programme { problem, joint, late };
        self.say_what_is_shown(&mut programme);
        programme
    }

    fn say_what_is_shown(&self, programme: &mut Programme) {
        let all = f64::from(self.wave.total().base());
        for answer in 0..self.wave.answers {
            let sum = programme.sum(answer, |_| true);
            programme.say(&sum, &self.total, answer);
        }
        let whole: Sum = (0..self.wave.answers).flat_map(|answer| programme.sum(answer, |_| true)).collect();
        programme.problem.add_constraint(&whole[..], ComparisonOp::Eq, all);
        for (cut, shown) in self.cuts.iter().enumerate() {
            for group in 0..self.wave.groups[cut] {
                let size = self.wave.within(cut, group).len();
                let shown = shown.as_ref().and_then(|groups| groups.get(group)).filter(|shown| shown.base().is_some());
                let waiting = if shown.is_some() { size % 5 } else { 0 };
                programme.say_sizes(cut, group, self.wave.answers, size, waiting);
                for answer in 0..self.wave.answers {
                    let counted = programme.counted(cut, group, answer);
                    match shown {
                        Some(shown) => programme.say(&counted, shown, answer),
                        None => programme.problem.add_constraint(&counted[..], ComparisonOp::Ge, 0.0),
                    }
                }
            }
        }
    }

    /// The least and the most that a sum can be.
    fn range(&self, sum: impl Fn(&Programme) -> Sum) -> (f64, f64) {
        let ends = [1.0, -1.0].map(|sign| {
            let mut programme = self.programme();
            let sum = sum(&programme);
            let target = programme.problem.add_var(sign, (-1e6, 1e6));
            let equal: Sum = sum.into_iter().chain([(target, -1.0)]).collect();
            programme.problem.add_constraint(&equal[..], ComparisonOp::Eq, 0.0);
            match programme.problem.solve() {
                Ok(SolveOutcome::Solution(solution)) => solution[target],
                other => panic!("the truth is a solution: {other:?}"),
            }
        });
        (ends[0], ends[1])
    }

    /// Every hidden count with the fewest further counts that it has to leave possible, and what they are.
    fn hidden(&self) -> Vec<(String, f64, (f64, f64))> {
        let mut found = Vec::new();
        for answer in (0..self.wave.answers).filter(|answer| self.total.options()[*answer].is_none()) {
            found.push((format!("answer {answer}"), 2.0, self.range(|p| p.sum(answer, |_| true))));
        }
        for (cut, groups) in self.cuts.iter().enumerate() {
            let Some(groups) = groups else { continue };
            for (group, shown) in groups.iter().enumerate().filter(|(_, shown)| shown.base().is_some()) {
                for answer in (0..self.wave.answers).filter(|answer| shown.options()[*answer].is_none()) {
                    let name = format!("answer {answer} of group {group} of cut {cut}");
                    found.push((name, 2.0, self.range(|p| p.counted(cut, group, answer))));
                }
            }
            let unseen = |group: usize| groups.get(group).is_none_or(|shown| shown.base().is_none());
            let elsewhere = self.wave.people.iter().filter(|person| unseen(person.groups[cut])).count();
            for answer in 0..self.wave.answers {
                let range = self.range(|p| p.sum(answer, |groups| unseen(groups[cut])));
                let further = f64::from(count(elsewhere.min(2)));
                found.push((format!("answer {answer} of the others of cut {cut}"), further, range));
            }
        }
        found
    }
}

impl Programme {
    fn sum(&self, answer: usize, fits: impl Fn([usize; 2]) -> bool) -> Sum {
        let first = self.joint[answer].iter().enumerate();
        let all = first.flat_map(|(one, second)| second.iter().enumerate().map(move |(other, v)| ([one, other], *v)));
        all.filter(|(groups, _)| fits(*groups)).map(|(_, variable)| (variable, 1.0)).collect()
    }

    fn counted(&self, cut: usize, group: usize, answer: usize) -> Sum {
        let mut sum = self.sum(answer, |groups| groups[cut] == group);
        sum.push((self.late[cut][group][answer], -1.0));
        sum
    }

    fn say_sizes(&mut self, cut: usize, group: usize, answers: usize, size: usize, waiting: usize) {
        let number = |number: usize| f64::from(count(number));
        let all: Sum = (0..answers).flat_map(|answer| self.sum(answer, |groups| groups[cut] == group)).collect();
        self.problem.add_constraint(&all[..], ComparisonOp::Eq, number(size));
        let late: Sum = (0..answers).map(|answer| (self.late[cut][group][answer], 1.0)).collect();
        self.problem.add_constraint(&late[..], ComparisonOp::Eq, number(waiting));
    }

    fn say(&mut self, sum: &Sum, shown: &ShownTally, answer: usize) {
        let behind = |share: &ShownShare| {
            let count = f64::from(share.count());
            ((count - 2.0).max(10.0), count + 2.0)
        };
        let (low, high) = shown.options()[answer].as_ref().map_or((0.0, 9.0), behind);
        self.problem.add_constraint(&sum[..], ComparisonOp::Ge, low);
        self.problem.add_constraint(&sum[..], ComparisonOp::Le, high);
    }
}

fn attack(wave: &Wave, cuts: Vec<Option<Vec<ShownTally>>>) -> Vec<(String, f64, (f64, f64))> {
    Attack { wave, total: Rules::TEN_FIVE.tally(&wave.total()), cuts }.hidden()
}

fn safe((_, further, (least, most)): &(String, f64, (f64, f64))) -> bool {
    most - least > further - 1e-6
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_hidden_count_comes_back_from_all_tables_together(wave in waves()) {
        let shown = Rules::TEN_FIVE.crossed(&wave.total(), &[wave.cut(0), wave.cut(1)]);
        if shown.total().options().iter().any(Option::is_some) {
            for count in attack(&wave, shown.cuts().to_vec()) {
                prop_assert!(safe(&count), "{count:?}");
            }
        }
    }
}

/// Four groups of which 13 gave the first answer are shown with 15 each, and all 52 of them with 50: so nobody of the
/// fifth gave it.
#[test]
fn the_attacker_is_no_sham() {
    let person = |answer, group| Person { answer, groups: [group, 0] };
    let counts = (0..4).flat_map(|group| [(0, group, 13), (1, group, 17)]).chain([(1, 4, 30)]);
    let people = counts.flat_map(|(answer, group, many)| vec![person(answer, group); many]).collect();
    let wave = Wave { answers: 2, groups: [6, 1], people };
    let naive = wave.cut(0).groups.iter().map(|tally| Rules::TEN_FIVE.tally(tally)).collect();
    let found = attack(&wave, vec![Some(naive), None]);
    assert!(found.iter().any(|count| !safe(count)), "{found:?}");
    assert_eq!(Rules::TEN_FIVE.crossed(&wave.total(), &[wave.cut(0)]).cuts(), [None]);
}
