//! Made-up responses, for seeing what settings do: the same ones for everybody, drawn from the keys of the questions.
//!
//! They are typed like a person's and read in the same way, so that nothing is in them that a form would not let through.

use heard_core::{
    answer::{Answers, Typed},
    question::{Kind, Question},
    survey::Survey,
};
use sha2::{Digest, Sha256};

/// How many there are.
const RESPONSES: u8 = 3;
/// The response that leaves every second question out.
const SPARING: u8 = 2;

/// What made-up people write.
const WORDS: [&str; 4] = [
    "The last bus goes before the rehearsal ends.",
    "Lessons cost too much for three children.",
    "She loves the choir, and the teachers are kind.",
    "We did not know that there was anything for us.",
];

/// Responses to the questions of a survey that a plugin reads, given by the keys that plugins know them by.
pub(super) fn responses(survey: &Survey, reads: &[String]) -> Vec<Answers> {
    let is_read =
        |question: &Question| reads.iter().any(|read| read.split('.').next().is_some_and(|key| *question.key == *key));
    let asked: Vec<&Question> = survey.questions().map(|(_, question)| question).filter(|q| is_read(q)).collect();
    let response = |who| {
        let answered = asked.iter().enumerate().filter(|(place, _)| who != SPARING || place % 2 == 0);
        let typed: Typed = answered.flat_map(|(_, question)| typed(question, who)).collect();
        Answers::read(asked.iter().copied(), &typed, &|_| None).0
    };
    (0..RESPONSES).map(response).collect()
}

fn typed(question: &Question, who: u8) -> Vec<(String, String)> {
    let options = question.option_keys();
    let key = question.key.to_string();
    let draw = |what: &str, of: usize| draw(who, &format!("{key}{what}"), of);
    match &question.kind {
        Kind::Grid(grid) => {
            let row = |row: &str| (format!("{key}.{row}"), options[draw(row, options.len())].to_owned());
            grid.statements.iter().map(|statement| row(&statement.key)).collect()
        }
        Kind::Ranking(ranking) => {
            let first = draw("", options.len());
            let places = ranking.places().take(options.len());
            places
                .map(|place| (format!("{key}.{place}"), options[(first + place) % options.len()].to_owned()))
                .collect()
        }
        Kind::Several(several) => {
            // Two that go together; those that go alone would be refused beside another.
            let together: Vec<_> = several.options.iter().filter(|option| !option.exclusive && !option.other).collect();
            let first = draw("", together.len().max(1));
            let second = (first + 1 + draw("second", together.len().max(2) - 1)) % together.len().max(1);
            let mut both = vec![first, second];
            both.dedup();
            both.into_iter().filter_map(|at| Some((key.clone(), together.get(at)?.key.to_string()))).collect()
        }
        Kind::Number(number) => vec![(key.clone(), within(number.min, number.max, draw("", 5)))],
        Kind::ShortText(_) | Kind::LongText(_) => vec![(key.clone(), WORDS[draw("", WORDS.len())].to_owned())],
        Kind::Consent(_) => vec![(key, "yes".to_owned())],
        Kind::Single(_) | Kind::Scale(_) | Kind::YesNo if !options.is_empty() => {
            vec![(key.clone(), options[draw("", options.len())].to_owned())]
        }
        _ => Vec::new(),
    }
}

/// A whole number some quarters of the way from one number to another, in figures.
fn within(min: f64, max: f64, quarters: usize) -> String {
    let part = [0.0, 0.25, 0.5, 0.75, 1.0][quarters.min(4)];
    (min + part * (max.min(min + 20.0) - min)).round().clamp(min, max).to_string()
}

/// A place from 0 to below `of`, which follows from who answers what.
fn draw(who: u8, what: &str, of: usize) -> usize {
    let digest = Sha256::digest(format!("{who} {what}"));
    let drawn = digest.iter().take(4).fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    drawn.checked_rem(of).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_that_plugins_see_is_answered_by_somebody() {
        let survey = Survey::from_json(include_str!("../demo/survey.json")).unwrap();
        let reads: Vec<String> = crate::columns::survey(&survey, 1).questions.into_iter().map(|q| q.key).collect();
        let responses = responses(&survey, &reads);
        assert_eq!(responses, super::responses(&survey, &reads), "the same for everybody");
        for read in reads {
            let given = |answers: &Answers| answers.get(&read).is_some_and(|answer| !answer.is_missing());
            assert!(responses.iter().any(given), "nobody answered {read}");
        }
        let left_out = responses[usize::from(SPARING)].iter().filter(|(_, answer)| answer.is_missing()).count();
        assert!(left_out > 3, "the sparing one left out {left_out}");
    }

    #[test]
    fn only_what_is_read_is_answered() {
        let survey = Survey::from_json(include_str!("../demo/survey.json")).unwrap();
        let responses = responses(&survey, &["feel_welcome".to_owned()]);
        assert!(responses.iter().all(|answers| answers.iter().count() == 1));
    }
}
