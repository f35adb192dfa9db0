//! Sections: their pages, and the order of everything.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::Typed,
    equality,
    survey::{Section, Survey},
    text::Texts,
};
use maud::Markup;

use super::{
    drafts::{self, Draft, key_for},
    editing::{BUTTON, Outcome, Part, edit, kept, only, rearrange},
    question_form::{Reader, base},
    rules, view,
};
use crate::{
    app::App,
    error::Error,
    form::sheet::{Trouble, YES},
    staff::{Colleague, Editor},
    typed::PostedForm,
};

/// The fields of a section, without those of its condition.
const FIELDS: [&str; 4] = ["title", "intro", "monitoring", "standard"];

type SectionPath = Path<(String, String, String)>;

pub(super) async fn add(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): Path<(String, String)>,
    form: PostedForm,
) -> Result<Redirect, Error> {
    let typed = form.only(&["title"])?;
    let mut added = None;
    rearrange(&app, &me, &survey, |survey| {
        let lang = base(survey);
        let words = Some(typed.first("title").trim()).filter(|words| !words.is_empty()).unwrap_or("New section");
        let mut title = Texts::default();
        title.set(&lang, words);
        let taken: Vec<&str> = survey.sections.iter().map(|section| &*section.key).chain(Survey::RESERVED).collect();
        let key = key_for(words, "section", &taken);
        let section = Section {
            key: key.clone(),
            title,
            intro: None,
            wordings: Vec::new(),
            condition: None,
            monitoring: false,
            standard: Vec::new(),
            questions: Vec::new(),
        };
        survey.sections.push(section);
        added = Some(key);
        Some(format!("Added the section “{words}”"))
    })
    .await?;
    let place = added.map(|key| format!("#Section-{key}")).unwrap_or_default();
    Ok(Redirect::to(&format!("{}{place}", drafts::path(&me, &survey, ""))))
}

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, key)): SectionPath,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    let section = draft.survey.section(&key).ok_or(Error::NotFound)?;
    let typed = fill(section, &draft.survey);
    page(&me, &draft, &key, &typed, false)
}

fn page(me: &Colleague, draft: &Draft, key: &str, typed: &Typed, meanwhile: bool) -> Result<Markup, Error> {
    let section = draft.survey.section(key).ok_or(Error::NotFound)?;
    let mark = Part::Section(key).mark(&draft.survey).unwrap_or_default();
    Ok(view::section::page(me, &view::section::Shown { draft, section, typed, mark: &mark, meanwhile }))
}

fn fill(section: &Section, survey: &Survey) -> Typed {
    let lang = base(survey);
    let mut fields = vec![("title".to_owned(), section.title.own(&lang).to_owned())];
    fields.extend(section.intro.iter().map(|intro| ("intro".to_owned(), intro.own(&lang).to_owned())));
    fields.extend(section.monitoring.then(|| ("monitoring".to_owned(), YES.to_owned())));
    fields.extend(section.standard.iter().map(|item| ("standard".to_owned(), item.clone())));
    fields.extend(rules::fill(section.condition.as_ref()));
    fields.into_iter().collect()
}

pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, key)): SectionPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    only(&typed, |field| FIELDS.contains(&field) || rules::is_field(field))?;
    let done = format!("Changed the section “{}”", typed.first("title"));
    let change = |survey: &mut Survey| change(survey, &key, &typed);
    match edit(&app, &me, (&survey, Part::Section(&key)), &typed, &done, change).await? {
        Outcome::Kept(mark) => {
            let page = drafts::path(&me, &survey, "");
            Ok(kept(&typed, &mark, &format!("{page}#Section-{key}")))
        }
        Outcome::Wrong(draft, _) | Outcome::Meanwhile(draft) => {
            Ok((StatusCode::CONFLICT, page(&me, &draft, &key, &typed, true)?).into_response())
        }
    }
}

fn change(survey: &mut Survey, key: &str, typed: &Typed) -> Vec<Trouble> {
    let lang = base(survey);
    let before = survey.section(key).and_then(|section| section.condition.clone());
    let condition = rules::read(typed, survey, key, before.as_ref());
    let reader = Reader { typed, lang: &lang, troubles: Vec::new() };
    if let Some(section) = survey.sections.iter_mut().find(|section| section.key == *key) {
        reader.text("title", &mut section.title);
        section.intro = reader.optional("intro", section.intro.take());
        section.monitoring = reader.flag("monitoring");
        let items = typed.all("standard").iter().filter(|item| section.monitoring && equality::item(item).is_some());
        section.standard = items.cloned().collect();
        section.condition = condition;
    }
    Vec::new()
}

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
