//! What a rule looks at, and what stands in a text.

use std::borrow::Cow;

use heard_core::{
    age::AgeBand,
    answer::{Answer, Answers, NOT_UNDERSTOOD, RATHER_NOT_SAY},
    piping,
    question::Question,
    route::Route,
    survey::Survey,
    text::Lang,
    walk::{At, Pace, Walk},
};
use serde_json::{Value, json};

use crate::example::{example, read, survey, text};

fn keys<'a>(sections: impl Iterator<Item = &'a heard_core::survey::Section>) -> String {
    sections.map(|section| &*section.key).collect::<Vec<_>>().join(" ")
}

#[test]
fn rules_look_at_every_kind_of_answer() {
    let (survey, english) = (survey(), Lang::english());
    for (typed, expect) in [
        (&[("who", "parent")][..], "you big last"),
        (&[("who", "child")], "you age big last"),
        (&[("who", "child"), ("age", "under_9")], "you age small last"),
        (&[("best.1", "drums")], "you big drums last"),
        (&[("best.1", "flute"), ("best.2", "drums")], "you big last"),
        (&[("since.month", "12"), ("since.year", "2015")], "you big long_ago last"),
        (&[("since.month", "1"), ("since.year", "2016")], "you big last"),
        (&[("feel.fun", "bad")], "you big no_fun last"),
        (&[("feel.loud", "bad")], "you big last"),
        (&[("feel", NOT_UNDERSTOOD)], "you big last"),
        (&[("best.1", "drums"), ("kit", "yes")], "you big drums words last"),
        // The answers of sections that are not on the way lead nowhere.
        (&[("kit", "yes")], "you big last"),
        (&[("who", "parent"), ("age", "under_9")], "you big last"),
    ] {
        let answers = read(typed);
        assert_eq!(keys(Route::new(&survey, &answers, &english).sections()), expect, "{typed:?}");
    }
    let answers = read(&[("who", "child"), ("age", "nine_to_12")]);
    assert_eq!(Route::new(&survey, &answers, &english).age_band(), Some(AgeBand::NineTo12));
    // A question that is left stays in the draft, and tells nothing.
    let answers = read(&[("who", "parent"), ("age", "under_9")]);
    assert_eq!(Route::new(&survey, &answers, &english).age_band(), None);
    let answers = read(&[("best.1", "drums"), ("kit", "yes"), ("quote", "yes")]);
    let route = Route::new(&survey, &answers, &english);
    assert!(route.questions(survey.section("last").unwrap()).any(|question| question.key == *"thanks"));
}

#[test]
fn progress_says_about_while_branches_are_open() {
    let (survey, english) = (survey(), Lang::english());
    let progress = |typed: &[(&str, &str)], at: &str| {
        let answers = read(typed);
        let walk = Walk::new(Route::new(&survey, &answers, &english), Pace::Section);
        walk.progress(At { section: at, question: None }).map(|p| (p.at, p.of, p.about))
    };
    assert_eq!(progress(&[], "you"), Some((1, 9, true)));
    assert_eq!(progress(&[("who", "child")], "age"), Some((2, 9, true)));
    assert_eq!(progress(&[("who", "child"), ("age", "under_9")], "small"), Some((3, 4, false)));
    assert_eq!(progress(&[("who", "child"), ("age", "under_9")], "big"), None);
    assert_eq!(progress(&[("who", "parent"), ("name", "x"), ("age", "under_9")], "big"), Some((2, 7, true)));
}

#[test]
fn an_earlier_answer_stands_in_a_later_text() {
    let (survey, english) = (survey(), Lang::english());
    let (best, thanks) = (survey.question("best").unwrap(), survey.question("thanks").unwrap());
    let filled = |question: &Question, answers: &Answers| {
        let words = |question: &Question, answer: &Answer| match answer {
            Answer::Text(text) => Some(text.clone()),
            answer => question.option_text(answer.chosen(Some("1")).first()?).map(|text| text.get(&english).to_owned()),
        };
        let route = Route::new(&survey, answers, &english);
        piping::fill(Cow::Borrowed(question), &survey, &route, &words).text.get(&english).to_owned()
    };
    // It is put in as it is; the page escapes it. What it holds is not looked at again.
    for (typed, expect) in [
        ("The <b>Beats", "What would The <b>Beats play best?"),
        ("{answer:name|x}", "What would {answer:name|x} play best?"),
        (NOT_UNDERSTOOD, "What would your band play best?"),
    ] {
        assert_eq!(filled(best, &read(&[("name", typed)])), expect);
    }
    assert_eq!(filled(best, &Answers::default()), "What would your band play best?");
    assert_eq!(filled(thanks, &read(&[("best.1", "flute")])), "May we say flute?");
    // An answer of a section that is not on the way.
    assert_eq!(
        filled(thanks, &read(&[("who", "child"), ("age", "under_9"), ("best.1", "flute")])),
        "May we say music?"
    );
    let untouched = survey.question("count").unwrap();
    let nothing = Answers::default();
    let route = Route::new(&survey, &nothing, &english);
    assert!(matches!(piping::fill(Cow::Borrowed(untouched), &survey, &route, &|_, _| None), Cow::Borrowed(_)));
}

#[test]
fn faults_of_rules_and_of_answers_within_texts() {
    for (pointer, value, expect) in [
        ("/sections/3/questions/0/text/en", json!("{answer:nobody|x}?"), "names no question"),
        ("/sections/3/questions/0/text/en", json!("{answer:count|x}?"), "names no question"),
        ("/sections/3/questions/0/text/en", json!("{answer:since|x}?"), "names no question"),
        ("/sections/3/questions/0/text/en", json!("{answer:name}?"), "without an answer"),
        ("/sections/3/questions/0/text/en", json!("{answer:name| }?"), "without an answer"),
        ("/sections/3/questions/0/text/en", json!("{answer:name"), "is not closed"),
        ("/sections/3/questions/0/options/0/text/en", json!("{answer:nobody|x}?"), "names no question"),
        ("/sections/8/questions/1/text/en", json!("{answer:feel|x}?"), "fits into a text"),
        ("/sections/3/title/en", json!("{answer:name|x}"), "texts of a question only"),
        ("/sections/0/questions/1/sensitive", json!(true), "is sensitive"),
        ("/sections/1/questions/0/options/0", json!({"key": "x", "text": text("x")}), "an age that no question"),
        ("/sections/4/condition/answer/statement", json!("fun"), "name a \"statement\""),
        ("/sections/6/condition/answer/statement", json!("nothing"), "name a \"statement\""),
        ("/sections/4/condition", json!({ "date": { "question": "best" } }), "for a date"),
        ("/sections/4/condition", json!({ "date": { "question": "nobody" } }), "earlier section"),
        ("/sections/4/condition/answer/is", json!(["kazoo"]), "does not offer"),
        ("/sections/5/condition/date/to", json!("2015-13"), "is not a date"),
    ] {
        let mut survey = example();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match survey.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
            other => panic!("{other}"),
        }
        let faults = Survey::from_json(&survey.to_string()).unwrap_err();
        assert!(faults.iter().any(|fault| fault.message.contains(expect)), "{pointer}: {faults:?}");
    }
}

#[test]
fn a_survey_can_do_without_the_choice_not_to_understand() {
    let mut without = example();
    without["offer_not_understood"] = json!(false);
    let without = Survey::from_json(&without.to_string()).unwrap();
    assert!(without.questions().all(|(_, question)| !question.offers_not_understood()));
    assert!(survey().questions().all(|(_, question)| question.offers_not_understood()));
    // Older surveys, stored before there was the choice, have it.
    let mut stored = serde_json::to_value(survey()).unwrap();
    stored.as_object_mut().unwrap().remove("offer_not_understood");
    stored["sections"][0]["questions"][0].as_object_mut().unwrap().remove("offer_not_understood");
    assert_eq!(serde_json::from_value::<Survey>(stored).unwrap(), survey());
}

#[test]
fn the_choice_not_to_say_is_offered_where_it_is_sensitive_only() {
    let survey = survey();
    let typed = [("who".to_owned(), RATHER_NOT_SAY.to_owned())].into_iter().collect();
    let (_, problems) = Answers::read(survey.question("who"), &typed, &|_| None);
    assert_eq!(problems.len(), 1);
}
