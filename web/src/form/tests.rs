//! The rules that every control keeps, looked for in every control in every state.

use std::collections::BTreeSet;

use heard_core::{
    answer::{Answers, NOT_UNDERSTOOD, Problem, RATHER_NOT_SAY, Typed, Wrong},
    question::{Kind, Question},
    text::Lang,
};
use serde_json::json;

use super::{
    Form, error_summary,
    examples::{Example, State, examples},
    tests_html::{Tag, posted, tags},
};

/// One state of one control, and what it looks like.
struct Case {
    name: String,
    question: Question,
    /// Whether it was sent without an answer.
    wrong: bool,
    alone: bool,
    html: String,
    tags: Vec<Tag>,
}

impl Case {
    /// The controls that a person can set.
    fn controls(&self) -> Vec<&Tag> {
        self.tags.iter().filter(|tag| matches!(&*tag.name, "input" | "textarea" | "select")).collect()
    }

    fn has_text_box(&self) -> bool {
        self.controls().iter().any(|tag| tag.name == "textarea" || tag.get("type") == Some("text"))
    }
}

/// The example's kind, asked with the least, or with all that can be said about a question.
fn asked(example: &Example, plain: bool) -> Question {
    let mut question = serde_json::to_value(&example.question).unwrap();
    let sensitive = !plain && !matches!(example.question.kind, Kind::Consent(_));
    let said = json!({"key": "hint", "text": {"en": "What is <it> & why?"}, "required": !plain, "sensitive": sensitive,
        "help": if plain { json!(null) } else { json!({"en": "Some help."}) },
        "reason": if plain { json!(null) } else { json!({"en": "To know."}) }});
    question.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
    serde_json::from_value(question).unwrap()
}

/// Every kind × {plain, with all that can be said about it} × {among others, alone} × {first visit, typed, wrong}.
fn cases() -> Vec<Case> {
    let lang = Lang::english();
    let mut cases = Vec::new();
    for example in examples() {
        for (plain, alone) in [(true, false), (true, true), (false, false), (false, true)] {
            for (state, filled, wrong) in [("first", false, false), ("typed", true, false), ("wrong", true, true)] {
                let question = asked(example, plain);
                let missing = Problem { question: question.key.clone(), wrong: Wrong::Missing };
                let problems = if wrong { vec![missing] } else { Vec::new() };
                let typed = if filled { hostile(example) } else { Typed::default() };
                let form = Form { alone, ..Form::new(&lang, &typed, &problems) };
                let html = super::question(&question, &form).into_string();
                let tags = tags(&html);
                let name = format!("{state} plain={plain} alone={alone} {}", example.name);
                cases.push(Case { name, question, wrong, alone, html, tags });
            }
        }
    }
    cases
}

/// Text that tries to break out of its box, in every field of the question, and the choice not to say.
fn hostile(example: &Example) -> Typed {
    let question = asked(example, true);
    let parts = ["", ".@other", ".1", ".day", ".month", ".year"].map(|part| format!("hint{part}"));
    let fields = parts.into_iter().filter(|field| question.has_field(field));
    let typed = fields.map(|field| (field, "\n\"><script>x</script>".to_owned()));
    typed.chain([("hint".to_owned(), RATHER_NOT_SAY.to_owned())]).collect()
}

/// The example as it is, in a state.
pub(super) fn shown(example: &Example, state: State) -> String {
    let (lang, typed, (_, problems)) = (Lang::english(), example.typed(state), example.read(state));
    let read_only = state == State::ReadOnly;
    let form = Form { alone: true, read_only, reader: state.reader(), ..Form::new(&lang, &typed, &problems) };
    let question = example.question.worded(form.reader);
    let summary = error_summary([&*question], &form).into_string();
    summary + &super::question(&question, &form).into_string()
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
    for case in cases().iter().filter(|case| case.question.takes_answer()) {
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
fn the_list_of_problems_leads_to_the_control_that_is_wrong() {
    let targets = [
        ("single_other", "travel-Other"),
        ("ranking", "best-Place2"),
        ("grid", "feelings-choose"),
        ("date", "visit-Month"),
        ("date_month", "began-Year"),
    ];
    for example in examples().iter().filter(|example| example.question.takes_answer()) {
        let html = shown(example, State::Wrong);
        let tags = tags(&html);
        let link = tags.iter().find(|tag| tag.name == "a").and_then(|tag| tag.get("href")).unwrap();
        let named =
            targets.iter().find(|(name, _)| *name == example.name).map_or(&*example.question.key, |(_, id)| *id);
        assert_eq!(link, format!("#{named}"), "{}", example.name);
        let control = tags.iter().find(|tag| tag.get("id") == Some(named)).unwrap();
        let described = control.get("aria-describedby").unwrap_or_default();
        assert!(described.starts_with(&format!("{}-Error", example.question.key)), "{}: {html}", example.name);
        let invalid: Vec<_> = tags.iter().filter(|tag| tag.get("aria-invalid").is_some()).collect();
        assert!(invalid.iter().all(|tag| tag.get("id") == Some(named)), "{}", example.name);
        assert_eq!(invalid.len(), usize::from(control.get("type") != Some("radio")), "{}", example.name);
    }
}

#[test]
fn boxes_that_belong_together_are_one_fieldset_and_none_is_within_another() {
    for case in cases() {
        let answers = case
            .controls()
            .into_iter()
            .filter(|tag| tag.get("value") != Some(NOT_UNDERSTOOD) && tag.get("value") != Some(RATHER_NOT_SAY))
            .count();
        let expect = match &case.question.kind {
            Kind::Grid(grid) => grid.statements.len(),
            Kind::Consent(_) => 1,
            _ => usize::from(answers > 1),
        };
        let fieldsets: Vec<_> =
            case.tags.iter().enumerate().filter(|(_, tag)| tag.name == "fieldset").map(|(at, _)| at).collect();
        assert_eq!(fieldsets.len(), expect, "{}", case.name);
        assert!(fieldsets.iter().all(|at| case.tags[at + 1].name == "legend"), "{}", case.name);
        let inside = case.html.split("<fieldset").skip(1);
        assert!(inside.clone().all(|rest| rest.contains("</fieldset>")), "{}", case.html);
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
            assert!(case.question.has_field(control.get("name").unwrap()), "{}", case.name);
        }
    }
}

#[test]
fn what_was_typed_stays_as_it_was() {
    let kept = "&quot;&gt;&lt;script&gt;x&lt;/script&gt;";
    for case in cases().iter().filter(|case| case.name.contains("typed")) {
        assert_eq!(case.html.contains(kept), case.has_text_box(), "{}", case.html);
        // The first line break in a text area is dropped by the browser; a second one is the respondent's.
        assert!(!case.html.contains("<textarea") || case.html.contains(&format!(">\n\n{kept}")), "{}", case.html);
        let sensitive = case.question.sensitive && case.question.takes_answer();
        assert_eq!(case.html.contains(" checked"), sensitive, "{}", case.html);
    }
}

#[test]
fn a_problem_is_said_in_words_and_escaped() {
    let lang = Lang::english();
    let question = asked(&examples()[0], true);
    let problems = [Problem { question: question.key.clone(), wrong: Wrong::Missing }];
    let typed = Typed::default();
    let form = Form::new(&lang, &typed, &problems);
    let html = error_summary([&question], &form).into_string();
    assert!(
        html.contains(r##"<a href="#hint">Choose an answer: <span>What is &lt;it&gt; &amp; why?</span></a>"##),
        "{html}"
    );
    assert_eq!(error_summary([&question], &Form::new(&lang, &typed, &[])).into_string(), "");
}

/// What a browser would post from a control that is filled is what was typed, and is read as the same answer.
#[test]
fn a_filled_control_posts_what_it_was_filled_with() {
    for example in examples() {
        let posted = posted(&shown(example, State::Filled));
        let (answers, problems) = Answers::read([&example.question], &posted, &|_| None);
        if let Kind::Postcode = example.question.kind {
            assert_eq!(posted.first(&example.question.key), "RV1 1AA");
        } else {
            assert_eq!((answers, problems), example.read(State::Filled), "{}", example.name);
        }
    }
}

/// What a browser would post from an empty control with one answer chosen is what the question reads.
#[test]
fn every_answer_on_offer_is_an_answer_that_the_question_takes() {
    let lang = Lang::english();
    for example in examples() {
        let question = &example.question;
        let typed = Typed::default();
        let form = Form::new(&lang, &typed, &[]);
        let html = super::question(question, &form).into_string();
        let mut field = String::new();
        let mut offers = Vec::new();
        for tag in tags(&html) {
            field = tag.get("name").map_or(field, str::to_owned);
            let value = tag.get("value").filter(|value| !value.is_empty());
            offers.extend(value.map(|value| (field.clone(), value.to_owned())));
        }
        for (field, value) in offers {
            let empty = posted(&html);
            let mut filled: Vec<_> =
                empty.fields().filter(|known| *known != field).map(|known| (known.to_owned(), String::new())).collect();
            filled.push((field.clone(), value.clone()));
            let typed = filled.into_iter().collect();
            let (answers, problems) = Answers::read([question], &typed, &|_| None);
            let given = answers.get(&question.key).is_some_and(heard_core::answer::Answer::is_given);
            match problems.first().map(|problem| &problem.wrong) {
                // What goes only with something else.
                Some(Wrong::RankGap { .. } | Wrong::RowsMissing(_) | Wrong::OtherUnsaid) => {}
                wrong => assert!(wrong.is_none() && given, "{value} of {field} of {}: {wrong:?}", example.name),
            }
        }
    }
}

#[test]
fn what_is_there_to_be_read_cannot_be_changed() {
    for example in examples() {
        let html = shown(example, State::ReadOnly);
        for tag in tags(&html).iter().filter(|tag| matches!(&*tag.name, "input" | "textarea" | "select")) {
            // Text boxes can still be walked through and copied from.
            let fixed = if tag.name == "textarea" || tag.get("type") == Some("text") { "readonly" } else { "disabled" };
            assert_eq!(tag.get(fixed), Some(""), "{}: {html}", example.name);
        }
        assert!(!shown(example, State::Filled).contains(" disabled"));
    }
}

#[test]
fn the_choice_not_to_understand_is_the_last_and_light() {
    for case in cases().iter().filter(|case| case.question.takes_answer()) {
        let last = case.controls().last().copied().unwrap();
        let offered = last.get("value") == Some(NOT_UNDERSTOOD);
        assert_eq!(offered, case.question.offers_not_understood(), "{}", case.name);
        assert_eq!(case.html.matches("choice apart light").count(), usize::from(offered), "{}", case.name);
    }
}
