//! About how long a survey takes, to be held against what its author promises. The figures are a rule of thumb of our
//! own, not a measurement: four words a second (adults read about 238 words a minute silently, Brysbaert 2019,
//! <https://doi.org/10.1016/j.jml.2019.104047>), and some seconds to answer, by the kind of the question. What is shown
//! to some people only counts half.

use crate::{
    question::{Kind, Question},
    survey::Survey,
    text::{Lang, Texts},
};

const WORDS_A_SECOND: usize = 4;

/// About how many minutes somebody takes who reads every word in English, at least 1.
pub fn estimate(survey: &Survey) -> u32 {
    let halves = survey.sections.iter().flat_map(|section| {
        let in_section = section.condition.is_some();
        section.questions.iter().map(move |question| {
            let for_some = in_section || question.condition.is_some();
            seconds(question) * if for_some { 1 } else { 2 }
        })
    });
    u32::try_from(halves.sum::<usize>().div_ceil(2 * 60)).unwrap_or(u32::MAX).max(1)
}

/// The estimate, where it is more than twice what the survey promises.
pub fn broken_promise(survey: &Survey) -> Option<u32> {
    Some(estimate(survey)).filter(|minutes| *minutes > survey.minutes.saturating_mul(2))
}

fn seconds(question: &Question) -> usize {
    let lang = Lang::english();
    let words = |text: &Texts| text.get(&lang).split_whitespace().count();
    let options = question.option_keys().into_iter().filter_map(|option| question.option_text(option));
    let read: usize = [&question.text].into_iter().chain(&question.help).chain(options).map(words).sum();
    read.div_ceil(WORDS_A_SECOND) + to_answer(&question.kind)
}

fn to_answer(kind: &Kind) -> usize {
    match kind {
        Kind::Information => 0,
        Kind::Single(_) | Kind::Scale(_) | Kind::YesNo | Kind::Consent(_) => 3,
        Kind::Several(_) => 6,
        Kind::Number(_) | Kind::Date(_) | Kind::Postcode => 8,
        Kind::ShortText(_) => 12,
        Kind::LongText(_) => 40,
        Kind::Ranking(kind) => 6 * kind.places().count(),
        Kind::Grid(kind) => 4 * kind.statements.len(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn survey(minutes: u32, sections: &Value) -> Survey {
        let text = |text: &str| json!({ "en": text });
        let survey = json!({
            "key": "s", "title": text("S"), "welcome": text("W"), "thanks": text("T"), "languages": ["en"],
            "audiences": ["young_person"], "minutes": minutes, "sections": sections,
        });
        Survey::from_json(&survey.to_string()).unwrap()
    }

    /// A section of questions that take 1 second to read and 40 to answer.
    fn section(key: &str, questions: usize) -> Value {
        let question = |n: usize| json!({ "key": format!("{key}_{n}"), "kind": "long_text", "max_length": 100, "text": { "en": "Tell us of it" } });
        json!({ "key": key, "title": { "en": "Title" }, "questions": (0..questions).map(question).collect::<Vec<_>>() })
    }

    #[test]
    fn what_everybody_is_asked_counts_whole_and_what_some_are_asked_half() {
        let first = json!({ "key": "first", "title": { "en": "Title" }, "questions": [
            { "key": "band", "kind": "yes_no", "text": { "en": "Do you play?" } },
        ]});
        let mut some = section("some", 6);
        some["condition"] = json!({ "answer": { "question": "band", "is": ["yes"] } });
        for (sections, minutes) in [
            (json!([first]), 1),
            (json!([first, section("everybody", 6)]), 5),
            (json!([first, some]), 3),
            (json!([first, section("everybody", 6), some]), 7),
        ] {
            assert_eq!(estimate(&survey(1, &sections)), minutes, "{sections}");
        }
    }

    #[test]
    fn a_promise_is_broken_by_more_than_twice_its_minutes() {
        let asked = json!([section("everybody", 6)]);
        assert_eq!(estimate(&survey(1, &asked)), 5);
        assert_eq!(
            [1, 2, 3, 5].map(|minutes| broken_promise(&survey(minutes, &asked))),
            [Some(5), Some(5), None, None]
        );
    }
}
