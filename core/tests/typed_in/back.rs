//! There and back: an answer's code reads as the answer.

use heard_core::{
    answer::{Answer, Typed},
    paper::numbered,
    question::Question,
    text::Key,
    typed_in::{code, read, read_code},
};
use proptest::{collection::vec, prelude::*};

use crate::example::{key, keys, other, places, survey};

/// An answer to the question, made from numbers.
fn answer(question: &Question, numbers: &[usize], words: &str) -> Answer {
    let options = question.option_keys();
    let pick = |number: &usize| options.get(number % options.len().max(1)).map(|option| key(option));
    let mut chosen: Vec<Key> = Vec::new();
    for option in numbers.iter().filter_map(pick) {
        if !chosen.contains(&option) {
            chosen.push(option);
        }
    }
    let in_order = |mut some: Vec<Key>| {
        some.sort_by_key(|one| options.iter().position(|option| **one == **option));
        some
    };
    let small = |at: usize, from: usize, many: usize| from + numbers[at] % many;
    let written = format!("{:04}-{:02}-{:02}", small(0, 1_900, 120), small(1, 1, 12), small(2, 1, 28));
    match (&*question.key, &*in_order(chosen.clone())) {
        ("where" | "plays" | "agree" | "use", [one, ..]) if *one != *"other" => Answer::Choice(one.clone()),
        ("where", _) => other(&["other"], words),
        ("why", some) if some.iter().any(|one| *one == *"other") => {
            Answer::WithOther { chosen: keys(&["fun", "other"]), other: words.to_owned() }
        }
        ("why", some) => Answer::Choices(some.iter().take(3).cloned().collect()),
        ("best", _) => Answer::Ranking(chosen.into_iter().take(2).collect()),
        ("feel", _) => Answer::Grid(
            ["a", "b", "c", "d"].map(key).into_iter().zip(numbers.iter().filter_map(pick)).skip(1).collect(),
        ),
        ("count", _) => Answer::Number(f64::from(u8::try_from(small(0, 0, 90)).unwrap()) / 10.0),
        ("born", _) => Answer::Date(written.parse().unwrap()),
        ("since", _) => Answer::Date(written[..7].parse().unwrap()),
        ("first", _) => Answer::Date(written[..4].parse().unwrap()),
        ("home", _) => Answer::Skipped,
        _ => Answer::Text(words.to_owned()),
    }
}

proptest! {
    #[test]
    fn what_is_printed_as_a_code_reads_back(numbers in vec(0_usize..1_000, 4), words in "[a-z][a-z:,.1-9 ]{0,16}[a-z]") {
        let survey = survey();
        for asked in numbered(&survey) {
            let question = asked.question;
            let answer = answer(question, &numbers, &words);
            prop_assert_eq!(read_code(question, &code(question, &answer), &places), Ok(answer), "{}", question.key);
        }
    }

    #[test]
    fn reading_never_fails(typed in "\\PC{0,12}") {
        let survey = survey();
        let form: Typed = survey.questions().map(|(_, question)| (question.key.to_string(), typed.clone())).collect();
        let (answers, unread) = read(&survey, &form, &places);
        prop_assert_eq!(answers.iter().count() + unread.len(), numbered(&survey).count());
    }
}
