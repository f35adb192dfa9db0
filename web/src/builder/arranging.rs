//! The order of everything: moved by buttons, or dragged to where it is to stand.

use axum::{
    extract::{Path, State},
    response::Redirect,
};
use heard_core::survey::Survey;

use super::{
    drafts,
    editing::{BUTTON, rearrange},
    question_form::base,
};
use crate::{app::App, error::Error, staff::Editor, typed::PostedForm};

/// Moves a section or question, or takes it out: `do` is such as `up question who`, or `before question who when`, as
/// `arrange.js` says it where one was dragged.
pub(super) async fn arrange(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): Path<(String, String)>,
    form: PostedForm,
) -> Result<Redirect, Error> {
    let typed = form.only(&[BUTTON])?;
    let mut words = typed.first(BUTTON).split(' ');
    let (way, what, key) = (words.next(), words.next(), words.next().unwrap_or_default());
    let target = words.next().unwrap_or_default();
    rearrange(&app, &me, &survey, |survey| match (way, what) {
        (Some("up"), Some("section")) => move_section(survey, key, true),
        (Some("down"), Some("section")) => move_section(survey, key, false),
        (Some("out"), Some("section")) => take_out_section(survey, key),
        (Some("up"), Some("question")) => move_question(survey, key, true),
        (Some("down"), Some("question")) => move_question(survey, key, false),
        (Some("out"), Some("question")) => take_out_question(survey, key),
        (Some("before"), Some("section")) => section_before(survey, key, target),
        (Some("before"), Some("question")) => question_before(survey, key, target),
        (Some("into"), Some("question")) => question_into(survey, key, target),
        _ => None,
    })
    .await?;
    let place = match (way, what) {
        (Some("out"), _) => "#Done".to_owned(),
        (_, Some("section")) => format!("#Section-{key}"),
        _ => format!("#{key}"),
    };
    Ok(Redirect::to(&format!("{}{place}", drafts::path(&me, &survey, ""))))
}

fn move_section(survey: &mut Survey, key: &str, up: bool) -> Option<String> {
    let lang = base(survey);
    let at = survey.sections.iter().position(|section| section.key == *key)?;
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    (to < survey.sections.len()).then(|| survey.sections.swap(at, to))?;
    Some(format!("Moved the section “{}”", survey.sections[to].title.get(&lang)))
}

fn take_out_section(survey: &mut Survey, key: &str) -> Option<String> {
    let lang = base(survey);
    let at = survey.sections.iter().position(|section| section.key == *key)?;
    let section = survey.sections.remove(at);
    Some(format!("Took out the section “{}”", section.title.get(&lang)))
}

/// Where a question stands: its section, and its place there.
fn place_of(survey: &Survey, key: &str) -> Option<(usize, usize)> {
    survey
        .sections
        .iter()
        .enumerate()
        .find_map(|(at, section)| Some((at, section.questions.iter().position(|question| question.key == *key)?)))
}

/// Up from the top of a section leads to the end of the one before it; down from its end, to the top of the next.
fn move_question(survey: &mut Survey, key: &str, up: bool) -> Option<String> {
    let lang = base(survey);
    let (section, place) = place_of(survey, key)?;
    let last = place + 1 == survey.sections[section].questions.len();
    let (to, at) = match (up, place, last) {
        (true, 0, _) => (section.checked_sub(1)?, usize::MAX),
        (true, place, _) => (section, place - 1),
        (false, _, true) => (section + 1, 0),
        (false, place, false) => (section, place + 1),
    };
    survey.sections.get(to)?;
    let question = survey.sections[section].questions.remove(place);
    let done = format!("Moved “{}”", question.text.get(&lang));
    let questions = &mut survey.sections[to].questions;
    questions.insert(at.min(questions.len()), question);
    Some(done)
}

/// Where a section was dropped: before another.
fn section_before(survey: &mut Survey, key: &str, target: &str) -> Option<String> {
    let lang = base(survey);
    let place = |survey: &Survey, key: &str| survey.sections.iter().position(|section| section.key == *key);
    let (from, _) = (place(survey, key)?, place(survey, target).filter(|_| key != target)?);
    let section = survey.sections.remove(from);
    let done = format!("Moved the section “{}”", section.title.get(&lang));
    let to = place(survey, target)?;
    survey.sections.insert(to, section);
    Some(done)
}

/// Where a question was dropped: before another.
fn question_before(survey: &mut Survey, key: &str, target: &str) -> Option<String> {
    let lang = base(survey);
    let ((section, place), _) = (place_of(survey, key)?, place_of(survey, target).filter(|_| key != target)?);
    let question = survey.sections[section].questions.remove(place);
    let done = format!("Moved “{}”", question.text.get(&lang));
    let (section, place) = place_of(survey, target)?;
    survey.sections[section].questions.insert(place, question);
    Some(done)
}

/// Where a question was dropped: at the end of a section.
fn question_into(survey: &mut Survey, key: &str, target: &str) -> Option<String> {
    let lang = base(survey);
    let (section, place) = place_of(survey, key)?;
    let to = survey.sections.iter().position(|section| section.key == *target)?;
    let question = survey.sections[section].questions.remove(place);
    let done = format!("Moved “{}”", question.text.get(&lang));
    survey.sections[to].questions.push(question);
    Some(done)
}

fn take_out_question(survey: &mut Survey, key: &str) -> Option<String> {
    let lang = base(survey);
    let (section, place) = place_of(survey, key)?;
    let question = survey.sections[section].questions.remove(place);
    Some(format!("Took out “{}”", question.text.get(&lang)))
}

#[cfg(test)]
mod tests {
    use heard_core::survey::Section;

    use super::*;

    fn order(survey: &Survey) -> String {
        let section = |section: &Section| {
            section.questions.iter().map(|question| question.key.to_string()).collect::<Vec<_>>().join(" ")
        };
        survey.sections.iter().map(section).collect::<Vec<_>>().join(" | ")
    }

    fn survey() -> Survey {
        let question = |key: &str| serde_json::json!({"key": key, "kind": "yes_no", "text": {"en": key}});
        let section = |key: &str, keys: &[&str]| {
            let questions: Vec<_> = keys.iter().map(|key| question(key)).collect();
            serde_json::json!({"key": key, "title": {"en": key}, "questions": questions})
        };
        let survey = serde_json::json!({
            "key": "s", "title": {"en": "S"}, "welcome": {}, "thanks": {}, "languages": ["en"], "audiences": ["staff"],
            "minutes": 1, "sections": [section("one", &["a", "b"]), section("two", &[]), section("three", &["c"])]
        });
        serde_json::from_value(survey).unwrap()
    }

    #[test]
    fn questions_move_within_sections_and_between_them() {
        for (key, up, after) in [
            ("a", false, Some("b a |  | c")),
            ("b", false, Some("a | b | c")),
            ("c", true, Some("a b | c | ")),
            ("a", true, None),
            ("c", false, None),
            ("z", true, None),
        ] {
            let mut survey = survey();
            let moved = move_question(&mut survey, key, up).map(|_| order(&survey));
            assert_eq!(moved.as_deref(), after, "{key} {up}");
        }
    }

    #[test]
    fn sections_move_and_go_with_their_questions() {
        let mut survey = survey();
        assert!(move_section(&mut survey, "three", true).is_some());
        assert_eq!(order(&survey), "a b | c | ");
        assert!(move_section(&mut survey, "one", true).is_none());
        assert!(take_out_section(&mut survey, "one").is_some());
        assert_eq!(order(&survey), "c | ");
        assert!(take_out_question(&mut survey, "c").is_some() && take_out_question(&mut survey, "c").is_none());
    }

    #[test]
    fn what_is_dropped_stands_where_it_was_dropped() {
        type Drop = fn(&mut Survey, &str, &str) -> Option<String>;
        let drops: [(Drop, &str, &str, Option<&str>); 9] = [
            (question_before, "c", "a", Some("c a b |  | ")),
            (question_before, "a", "c", Some("b |  | a c")),
            (question_before, "b", "a", Some("b a |  | c")),
            (question_before, "a", "a", None),
            (question_before, "a", "x", None),
            (question_into, "a", "two", Some("b | a | c")),
            (question_into, "a", "one", Some("b a |  | c")),
            (section_before, "three", "one", Some("c | a b | ")),
            (section_before, "x", "one", None),
        ];
        for (drop, key, target, after) in drops {
            let mut dropped = survey();
            let done = drop(&mut dropped, key, target).map(|_| order(&dropped));
            assert_eq!(done.as_deref(), after, "{key} {target}");
        }
    }
}
