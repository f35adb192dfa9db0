//! The whole survey on one page: to whom each part applies, and what counts of what was typed.

use heard_core::{
    answer::{Answers, Typed, Wrong},
    condition::Condition,
    response::Response,
    survey::Survey,
    text::Lang,
    walk::Pace,
    whole,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    decisions, drawing,
    example::{example, survey, text, walk},
};

/// A key with the rule of what it names, as JSON.
type Ruled = (String, Value);

/// Each section with its questions.
fn shown(survey: &Survey, lang: &str) -> Vec<(Ruled, Vec<Ruled>)> {
    let lang = Lang::try_from(lang.to_owned()).unwrap();
    let rule = |rule: &Option<Condition>| serde_json::to_value(rule).unwrap();
    let parts = whole::parts(survey, &lang);
    let question = |asked: &whole::Asked<'_>| (asked.question.key.to_string(), rule(&asked.only));
    parts
        .iter()
        .map(|part| ((part.section.key.to_string(), rule(&part.only)), part.questions.iter().map(question).collect()))
        .collect()
}

#[test]
fn each_part_says_to_whom_it_applies() {
    let shown = shown(&survey(), "en");
    let rules: Vec<_> = shown.iter().map(|((key, rule), _)| (&**key, rule.clone())).collect();
    let answer = |question: &str, is: &str| json!({ "answer": { "question": question, "is": [is] } });
    assert_eq!(
        rules,
        [
            ("you", json!(null)),
            // One question tells the audience, and one the age.
            ("age", answer("who", "child")),
            ("small", answer("age", "under_9")),
            ("big", json!({ "not": answer("age", "under_9") })),
            ("drums", answer("best", "drums")),
            ("long_ago", json!({ "date": { "question": "since", "to": "2015" } })),
            ("no_fun", json!({ "answer": { "question": "feel", "statement": "fun", "is": ["bad"] } })),
            ("words", answer("kit", "yes")),
            ("last", json!(null)),
        ]
    );
    assert_eq!(
        shown.last().unwrap().1,
        [("thanks".to_owned(), answer("quote", "yes")), ("count".to_owned(), json!(null)),]
    );
}

#[test]
fn what_is_certain_before_anything_is_answered_is_left_out() {
    let english = json!({ "language": ["en"] });
    let polish = json!({ "language": ["pl"] });
    let child = json!({ "audience": ["young_person"] });
    let kit = json!({ "answer": { "question": "kit", "is": ["yes"] } });
    let told = json!({ "answer": { "question": "who", "is": ["child"] } });
    let never = json!("never");
    for (condition, left) in [
        (english.clone(), json!(null)),
        (polish.clone(), never.clone()),
        (json!({ "not": polish }), json!(null)),
        (json!({ "all": [english, child] }), told.clone()),
        (json!({ "any": [english, child] }), json!(null)),
        (json!({ "any": [polish, child] }), told.clone()),
        (json!({ "all": [polish, child] }), never.clone()),
        (json!({ "all": [] }), json!(null)),
        (json!({ "any": [{ "all": [child, kit] }, polish] }), json!({ "all": [told, kit] })),
        (json!({ "not": { "any": [polish, kit] } }), json!({ "not": kit })),
        // Nobody says that they are a partner of the service.
        (json!({ "audience": ["partner"] }), never),
        (json!({ "not": { "audience": ["partner"] } }), json!(null)),
    ] {
        let mut survey = example();
        survey["sections"][8]["condition"] = condition.clone();
        let survey = Survey::from_json(&survey.to_string()).unwrap();
        let last = shown(&survey, "en").into_iter().find(|((key, _), _)| key == "last");
        assert_eq!(last.map_or(json!("never"), |((_, rule), _)| rule), left, "{condition}");
    }
}

#[test]
fn an_audience_that_several_questions_tell_stays_one() {
    let mut survey = example();
    let again = json!({ "key": "again", "kind": "single", "text": text("Who, now?"), "options": [
        { "key": "child", "text": text("A child"), "audience": "young_person" },
        { "key": "other", "text": text("Another") } ] });
    survey["sections"][0]["questions"].as_array_mut().unwrap().push(again);
    let survey = Survey::from_json(&survey.to_string()).unwrap();
    assert_eq!(shown(&survey, "en")[1].0.1, json!({ "audience": ["young_person"] }));
}

#[test]
fn what_is_beside_the_way_is_told_when_all_else_is_right() {
    let (survey, english) = (survey(), Lang::english());
    let read = |typed: &[(&str, &str)]| {
        let typed: Typed = typed.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
        let (answers, problems) = whole::read(&survey, &typed, &english, &|_| None);
        let wrong = problems.iter().map(|problem| match problem.wrong {
            Wrong::NotForYou => format!("({})", problem.question),
            _ => problem.question.to_string(),
        });
        let wrong: Vec<_> = wrong.collect();
        (Response::finish(&survey, &answers, &english).map(|sent| sent.answers), wrong)
    };
    let late = [("best.2", "drums"), ("count", "many")];
    let (_, wrong) = read(&[&[("who", "parent")][..], &late].concat());
    assert_eq!(wrong, ["best", "count"]);
    // A child under 9 is not asked for the best instrument.
    let (_, wrong) = read(&[&[("who", "child"), ("age", "under_9")][..], &late].concat());
    assert_eq!(wrong, ["count"]);
    let small = [("who", "child"), ("age", "under_9"), ("count", "3")];
    // Whoever would rather not say or does not understand what is not for them says nothing that is lost.
    let nothing = [("best.1", ""), ("since.month", " "), ("kit", "@not_understood")];
    let (_, wrong) = read(&[&small[..], &nothing, &[("best.2", "drums"), ("feel.fun", "loud?")]].concat());
    assert_eq!(wrong, ["(best)", "(feel)"]);
    let (sent, wrong) = read(&[&small[..], &nothing].concat());
    assert_eq!(wrong, Vec::<String>::new());
    let kept: Vec<_> = sent.unwrap().iter().map(|(key, _)| key.to_string()).collect();
    assert_eq!(kept, ["age", "count", "name", "small", "who"]);
}

proptest! {
    /// Whatever is typed into the one page, what is sent is what the same answers give page after page.
    #[test]
    fn one_page_gives_what_page_after_page_gives(first in decisions(), second in decisions()) {
        let (survey, english) = (survey(), Lang::english());
        let (mut typed, _) = walk(&survey, Pace::Section, &mut drawing(&first));
        typed.merge(walk(&survey, Pace::Section, &mut drawing(&second)).0);
        let (answers, problems) = whole::read(&survey, &Typed::from_answers(&typed), &english, &|_| None);
        prop_assert!(problems.iter().all(|problem| problem.wrong == Wrong::NotForYou), "{:?}", problems);
        prop_assert_eq!(Response::finish(&survey, &answers, &english), Response::finish(&survey, &typed, &english));
    }

    /// Every question that some way leads to stands on the one page.
    #[test]
    fn nothing_on_any_way_is_left_out(decisions in decisions()) {
        let (survey, english) = (survey(), Lang::english());
        let (answers, _): (Answers, _) = walk(&survey, Pace::Section, &mut drawing(&decisions));
        let parts = whole::parts(&survey, &english);
        let there = |key: &str| parts.iter().flat_map(|part| &part.questions).any(|asked| asked.question.key == *key);
        prop_assert!(answers.iter().all(|(key, _)| there(key)));
    }
}
