//! Answers that nobody gave, to try a plugin on.

use heard_contract::{Batch, Column, Kind, Plan, Survey};

/// Answers of all kinds to what the plan reads, one in eight missing; the same for the same seed.
///
/// # Panics
/// When the plan is not one of this survey.
pub fn answers(survey: &Survey, plan: &Plan, responses: u32, seed: u64) -> Batch {
    let mut chance = Chance(seed);
    let mut batch = Batch::for_plan(survey, plan);
    for (column, read) in batch.columns.iter_mut().zip(&plan.reads) {
        let kind = &survey.questions[usize::from(*read)].kind;
        (0..responses).for_each(|_| answer(column, kind, &mut chance));
    }
    batch.responses = responses;
    batch
}

fn answer(column: &mut Column, kind: &Kind, chance: &mut Chance) {
    let options = kind.options().len();
    let missing = chance.below(8) == 0;
    match column {
        _ if missing => column.push_no_answer(),
        Column::Single(_) if options == 0 => column.push_no_answer(),
        Column::Single(answers) => answers.push(u16::try_from(chance.below(options as u64)).unwrap_or(0)),
        Column::Multi(answers) => answers.push(chance.below(1 << options.min(63))),
        Column::Number(answers) => answers.push(number(kind, chance)),
        Column::Text(answers) => {
            let words = (0..=chance.below(12)).map(|_| WORDS[usize::try_from(chance.below(8)).unwrap_or(0)]);
            answers.push(words.collect::<Vec<_>>().join(" "));
        }
    }
}

/// A whole step from the smallest number that the form accepts, and no more than the largest.
fn number(kind: &Kind, chance: &mut Chance) -> f64 {
    let Kind::Number { min, max } = *kind else { return f64::NAN };
    let least = min.or(max).unwrap_or(0.0);
    let fits = |step: &u8| max.is_none_or(|most| least + f64::from(*step) <= most);
    let steps = (0..100_u8).take_while(fits).count();
    least + f64::from(u8::try_from(chance.below(steps as u64)).unwrap_or(0))
}

const WORDS: [&str; 8] = ["the", "bus", "costs", "Too", "much,", "and we ", "felt\twelcome", "żółć 🎷"];

/// Knuth's linear congruential generator (MMIX), of which the high half is good enough here.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        let mut half = || {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.0 >> 32
        };
        (half() << 32 | half()) % limit.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_such_as_the_form_accepts() {
        let mut chance = Chance(1);
        for (min, max, highest) in [
            (Some(1.0), Some(10.0), 10.0_f64),
            (None, None, 99.0),
            (None, Some(-5.0), -5.0),
            (Some(-2.0), Some(0.5), 0.0),
            (Some(5.0), Some(1.0), 5.0),
        ] {
            let kind = Kind::Number { min, max };
            let drawn: Vec<_> = (0..2_000).map(|_| number(&kind, &mut chance)).collect();
            let (least, most) =
                drawn.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), n| (a.min(*n), b.max(*n)));
            let lowest = min.or(max).unwrap_or(0.0);
            assert!(
                least.to_bits() == lowest.to_bits() && most.to_bits() == highest.to_bits(),
                "{kind:?}: {least} to {most}"
            );
        }
    }
}
