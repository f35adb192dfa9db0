//! The rules that every control keeps, looked for in every control in every state.

use std::collections::BTreeSet;

use heard_core::{
    answer::{Answers, Problem, RATHER_NOT_SAY, Typed, Wrong},
    question::Question,
    text::Lang,
};
use serde_json::json;

use super::{
    Form, error_summary, question,
    tests_html::{Tag, tags},
};

/// A question of each kind, with the least that it needs.
const KINDS: [&str; 9] = [
    r#""kind": "single", "options": [{"key": "a", "text": {"en": "A"}}, {"key": "b", "text": {"en": "B"}}]"#,
    r#""kind": "scale", "options": [{"key": "low", "text": {"en": "Low"}, "value": 1},
        {"key": "high", "text": {"en": "High"}, "value": 2}, {"key": "unsure", "text": {"en": "I don't know"}}]"#,
    r#""kind": "several", "options": [{"key": "a", "text": {"en": "A"}}, {"key": "b", "text": {"en": "B"}},
        {"key": "none", "text": {"en": "None of these"}, "exclusive": true}]"#,
    r#""kind": "number", "min": 0, "max": 12, "whole": true"#,
    r#""kind": "short_text", "max_length": 50"#,
    r#""kind": "long_text", "max_length": 500"#,
    r#""kind": "yes_no""#,
    r#""kind": "postcode""#,
    r#""kind": "information""#,
];

/// One state of one control, and what it looks like.
struct Case {
    name: String,
    question: Question,
    wrong: bool,
    alone: bool,
    html: String,
    tags: Vec<Tag>,
}

impl Case {
    /// The controls that a person can set.
    fn controls(&self) -> Vec<&Tag> {
        self.tags.iter().filter(|tag| matches!(&*tag.name, "input" | "textarea")).collect()
    }

    fn takes_no_answer(&self) -> bool {
        self.controls().is_empty()
    }

    fn texts_are_hostile(&self) -> bool {
        self.name.contains("typed")
    }
}

fn asked(kind: &str, plain: bool) -> Question {
    let mut question =
        json!({"key": "hint", "text": {"en": "What is <it> & why?"}, "required": !plain, "sensitive": !plain});
    if !plain {
        question["help"] = json!({"en": "Some help."});
        question["reason"] = json!({"en": "To know."});
    }
    let kind: serde_json::Value = serde_json::from_str(&format!("{{{kind}}}")).unwrap();
    question.as_object_mut().unwrap().extend(kind.as_object().unwrap().clone());
    serde_json::from_value(question).unwrap()
}

/// Every kind × {plain, with all that can be said about it} × {among others, alone} × {first visit, typed, wrong}.
fn cases() -> Vec<Case> {
    let lang = Lang::english();
    let typed: Typed = [("hint", "\n\"><script>x</script>"), ("hint", RATHER_NOT_SAY)]
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .into_iter()
        .collect();
    let mut cases = Vec::new();
    for kind in KINDS {
        for plain in [true, false] {
            for alone in [false, true] {
                for (state, filled, wrong) in [("first", false, false), ("typed", true, false), ("wrong", true, true)] {
                    let question = asked(kind, plain);
                    let problems = if wrong {
                        vec![Problem { question: question.key.clone(), wrong: Wrong::Missing }]
                    } else {
                        Vec::new()
                    };
                    let empty = Typed::default();
                    let form =
                        Form { lang: &lang, typed: if filled { &typed } else { &empty }, problems: &problems, alone };
                    let html = super::question(&question, &form).into_string();
                    let tags = tags(&html);
                    let name = format!("{state} plain={plain} alone={alone} {kind}");
                    cases.push(Case { name, question, wrong, alone, html, tags });
                }
            }
        }
    }
    cases
}

#[test]
fn ids_stand_once_and_the_first_control_has_the_key() {
    for case in cases() {
        let ids: Vec<_> = case.tags.iter().filter_map(|tag| tag.get("id")).collect();
        let unlike: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unlike.len(), "{}: {ids:?}", case.name);
        if let Some(first) = case.controls().first() {
            assert_eq!(first.get("id"), Some(&*case.question.key), "{}", case.name);
        }
    }
}

#[test]
fn every_control_has_one_label_and_every_label_a_control() {
    for case in cases() {
        let labelled: Vec<_> = case.tags.iter().filter(|tag| tag.name == "label").map(|tag| tag.get("for")).collect();
        let controls: Vec<_> = case.controls().iter().map(|tag| tag.get("id")).collect();
        assert_eq!(labelled, controls, "{}", case.name);
        assert!(controls.iter().all(Option::is_some), "{}", case.name);
    }
}

#[test]
fn all_that_is_said_about_a_question_is_tied_to_its_first_control() {
    for case in cases().iter().filter(|case| !case.takes_no_answer()) {
        let said: BTreeSet<_> = case
            .tags
            .iter()
            .filter(|tag| matches!(tag.get("class"), Some("hint" | "why" | "error")))
            .map(|tag| tag.get("id").unwrap())
            .collect();
        let first = case.controls()[0];
        let tied: BTreeSet<_> = first.get("aria-describedby").unwrap_or_default().split_whitespace().collect();
        assert_eq!(said, tied, "{}", case.name);
        assert_eq!(case.wrong, tied.contains("hint-Error"), "{}", case.name);
        // A radio button may not have it; a checkbox and a text box do.
        let invalid = case.wrong && first.get("type") != Some("radio");
        assert_eq!(first.get("aria-invalid") == Some("true"), invalid, "{}", case.name);
    }
}

#[test]
fn a_group_is_one_fieldset_with_its_question_first_and_a_box_has_none() {
    for case in cases() {
        let grouped = case.controls().first().is_some_and(|tag| matches!(tag.get("type"), Some("radio" | "checkbox")));
        let fieldset = case.tags.iter().position(|tag| tag.name == "fieldset");
        assert_eq!(fieldset.is_some(), grouped, "{}", case.name);
        if let Some(at) = fieldset {
            assert_eq!(case.tags[at + 1].name, "legend", "{}", case.name);
            assert_eq!(case.html.matches("<fieldset").count(), 1, "{}", case.name);
        }
    }
}

#[test]
fn a_question_heads_its_page_only_when_it_is_alone() {
    for case in cases() {
        let heads = |name: &str| case.tags.iter().filter(|tag| tag.name == name).count();
        assert_eq!((heads("h1"), heads("h2")), if case.alone { (1, 0) } else { (0, 1) }, "{}", case.name);
    }
}

#[test]
fn nothing_has_a_style_a_script_or_a_name_of_its_own() {
    for case in cases() {
        for tag in &case.tags {
            assert!(!matches!(&*tag.name, "style" | "script"), "{}: {}", case.name, case.html);
            assert!(!tag.attributes.iter().any(|(name, _)| name == "style" || name.starts_with("on")), "{}", case.name);
        }
        for control in case.controls() {
            assert_eq!(control.get("name"), Some(&*case.question.key), "{}", case.name);
        }
    }
}

#[test]
fn what_was_typed_stays_as_it_was() {
    let kept = "&quot;&gt;&lt;script&gt;x&lt;/script&gt;";
    for case in cases().iter().filter(|case| case.texts_are_hostile()) {
        let boxes = case.controls().iter().any(|tag| tag.name == "textarea" || tag.get("type") == Some("text"));
        assert_eq!(case.html.contains(kept), boxes, "{}", case.html);
        // The first line break in a text area is dropped by the browser; a second one is the respondent's.
        assert!(!case.html.contains("<textarea") || case.html.contains(&format!(">\n\n{kept}")), "{}", case.html);
        assert_eq!(case.html.contains(" checked"), case.question.sensitive && !case.takes_no_answer(), "{}", case.html);
    }
}

#[test]
fn a_problem_leads_to_the_control_that_has_it() {
    let lang = Lang::english();
    let question = asked(KINDS[0], true);
    let problems = [Problem { question: question.key.clone(), wrong: Wrong::Missing }];
    let form = Form { lang: &lang, typed: &Typed::default(), problems: &problems, alone: false };
    let html = error_summary([&question], &form).into_string();
    assert!(
        html.contains(r##"<a href="#hint">Choose an answer: <span>What is &lt;it&gt; &amp; why?</span></a>"##),
        "{html}"
    );
    let form = Form { problems: &[], ..form };
    assert_eq!(error_summary([&question], &form).into_string(), "");
}

/// What a browser would post from a control is what the question reads without a problem.
#[test]
fn every_answer_on_offer_is_an_answer_that_the_question_takes() {
    let lang = Lang::english();
    let form = Form { lang: &lang, typed: &Typed::default(), problems: &[], alone: false };
    for question in KINDS.iter().flat_map(|kind| [asked(kind, true), asked(kind, false)]) {
        let tags = tags(&self::question(&question, &form).into_string());
        let text_box = tags.iter().any(|tag| tag.name == "textarea" || tag.get("type") == Some("text"));
        for offer in tags.iter().filter_map(|tag| tag.get("value")).filter(|value| !value.is_empty()) {
            // A text box is posted too when it is empty.
            let posted =
                text_box.then_some("").into_iter().chain([offer]).map(|v| (question.key.to_string(), v.to_owned()));
            let (answers, problems) = Answers::read([&question], &posted.collect(), &|_| None);
            assert_eq!(problems, [], "{offer} of {question:?}");
            assert!(answers.get(&question.key).is_some_and(heard_core::answer::Answer::is_given), "{offer}");
        }
    }
}
