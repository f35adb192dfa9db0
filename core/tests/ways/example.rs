//! A survey with every kind of question and every kind of rule, and people who walk through it.

use heard_core::{
    answer::{Answer, Answers, NOT_UNDERSTOOD, Typed},
    question::Question,
    route::Route,
    survey::Survey,
    text::Lang,
    walk::{Pace, Progress, Walk},
};
use serde_json::{Value, json};

pub fn text(text: &str) -> Value {
    json!({ "en": text })
}

pub fn example() -> Value {
    let option = |key: &str| json!({ "key": key, "text": text(key) });
    let point = |key: &str, value: u8| json!({ "key": key, "text": text(key), "value": value });
    let section = |key: &str, condition: Value, questions: Value| json!({ "key": key, "title": text(key), "condition": condition, "questions": questions });
    let rule = |question: &str, is: &str| json!({ "answer": { "question": question, "is": [is] } });
    let yes_no = |key: &str| json!({ "key": key, "kind": "yes_no", "text": text("Yes?") });
    let age = |key: &str| json!({ "key": key, "text": text(key), "age_band": key });
    json!({
        "key": "ways", "title": text("Ways"), "welcome": text("Hello"), "thanks": text("Thanks"),
        "languages": ["en"], "audiences": ["young_person", "participating_parent"], "minutes": 5,
        "sections": [
            section("you", json!(null), json!([
                { "key": "who", "kind": "single", "text": text("Who?"), "options": [
                    { "key": "child", "text": text("A child"), "audience": "young_person" },
                    { "key": "parent", "text": text("A parent"), "audience": "participating_parent" } ] },
                { "key": "name", "kind": "short_text", "max_length": 20, "text": text("A name for your band?") },
            ])),
            section("age", json!({ "audience": ["young_person"] }), json!([
                { "key": "age", "kind": "single", "text": text("How old?"), "options": [age("under_9"), age("nine_to_12")] },
            ])),
            section("small", json!({ "age_band": ["under_9"] }), json!([yes_no("small")])),
            section("big", json!({ "not": { "age_band": ["under_9"] } }), json!([
                { "key": "best", "kind": "ranking", "places": 2, "options": [option("drums"), option("flute"), option("voice")],
                  "text": text("What would {answer:name|your band} play best?") },
                { "key": "since", "kind": "date", "precise_to": "month", "text": text("Since when?") },
                { "key": "feel", "kind": "grid", "text": text("How is it?"), "options": [point("bad", 1), point("good", 2)],
                  "statements": [option("fun"), option("loud")] },
            ])),
            section("drums", rule("best", "drums"), json!([yes_no("kit")])),
            section("long_ago", json!({ "date": { "question": "since", "to": "2015" } }), json!([yes_no("tired")])),
            section("no_fun", json!({ "answer": { "question": "feel", "statement": "fun", "is": ["bad"] } }), json!([
                { "key": "why", "kind": "several", "text": text("Why?"), "options": [
                    option("cost"), { "key": "other", "text": text("Other"), "other": true } ] } ])),
            section("words", rule("kit", "yes"), json!([
                { "key": "quote", "kind": "consent", "text": text("Your words"), "agree": text("Show them") } ])),
            section("last", json!(null), json!([
                { "key": "thanks", "kind": "yes_no", "text": text("May we say {answer:best|music}?"),
                  "condition": rule("quote", "yes") },
                { "key": "count", "kind": "number", "min": 0, "max": 9, "text": text("How many?") } ])),
        ]
    })
}

pub fn survey() -> Survey {
    Survey::from_json(&example().to_string()).unwrap()
}

/// What may be typed for each question of the example.
fn choices(question: &Question) -> Vec<Vec<(&'static str, &'static str)>> {
    let mut choices = match &*question.key {
        "who" => vec![vec![("", "child")], vec![("", "parent")]],
        "age" => vec![vec![("", "under_9")], vec![("", "nine_to_12")]],
        "best" => vec![vec![(".1", "drums"), (".2", "voice")], vec![(".1", "flute")], vec![(".1", "")]],
        "since" => vec![vec![(".month", "March"), (".year", "2012")], vec![(".month", "3"), (".year", "2020")]],
        "feel" => vec![vec![(".fun", "bad")], vec![(".fun", "good"), (".loud", "bad")]],
        "why" => vec![vec![("", "cost"), ("", "other"), (".@other", "The bus")]],
        "quote" => vec![vec![("", "yes")]],
        "name" => vec![vec![("", "The <b>Beats")], vec![("", "")]],
        "count" => vec![vec![("", "3")]],
        _ => vec![vec![("", "yes")], vec![("", "no")]],
    };
    choices.extend([vec![], vec![("", NOT_UNDERSTOOD)]]);
    choices
}

/// A page of the example, filled in by drawing one of the choices for each question.
pub fn page(questions: &[&Question], draw: &mut impl FnMut() -> usize) -> Answers {
    let typed: Typed = questions
        .iter()
        .flat_map(|question| {
            let choices = choices(question);
            let chosen = choices[draw() % choices.len()].clone();
            chosen.into_iter().map(|(part, value)| (format!("{}{part}", question.key), value.to_owned()))
        })
        .collect();
    let (answers, problems) = Answers::read(questions.iter().copied(), &typed, &|_| None);
    assert_eq!(problems, []);
    answers
}

/// Walks from the first page to the end, and gives the answers with the progress that each page showed.
pub fn walk(survey: &Survey, pace: Pace, draw: &mut impl FnMut() -> usize) -> (Answers, Vec<Progress>) {
    let english = Lang::english();
    let (mut answers, mut shown) = (Answers::default(), Vec::new());
    loop {
        let given = answers.clone();
        let walk = Walk::new(Route::new(survey, &given, &english), pace);
        let Some(open) = walk.first_open() else { return (answers, shown) };
        shown.push(walk.progress(open.at()).unwrap());
        answers.merge(page(&open.questions, draw));
    }
}

/// The answers of one who typed this and no more.
pub fn read(typed: &[(&str, &str)]) -> Answers {
    let survey = survey();
    let typed = typed.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    let (answers, problems) = Answers::read(survey.questions().map(|(_, q)| q), &typed, &|_| None);
    assert_eq!(problems, []);
    // What was not typed was not asked yet.
    answers.iter().filter(|(_, a)| **a != Answer::Skipped).map(|(k, a)| (k.clone(), a.clone())).collect()
}
