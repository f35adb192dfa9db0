//! A question's page.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::Typed,
    question::Question,
    survey::Survey,
    text::{Key, Texts},
};
use maud::Markup;

use super::{
    drafts::{self, Draft, key_for},
    editing::{BUTTON, Outcome, Part, QUIET, edit, kept, only, rearrange},
    kinds,
    question_form::{self, FIELDS, base},
    rows::{self, List},
    rules, view,
};
use crate::{
    app::App,
    error::Error,
    form::sheet::Trouble,
    staff::{Colleague, Editor},
    typed::PostedForm,
};

type QuestionPath = Path<(String, String, String)>;

/// What a button of the form asks for.
enum Press<'t> {
    Save,
    /// Another kind, or a row moved: then the page again.
    Turn,
    Move(List, usize, &'t str),
}

impl<'t> Press<'t> {
    fn read(button: &'t str) -> Option<Self> {
        let mut words = button.split(' ');
        match (words.next().unwrap_or_default(), words.next(), words.next()) {
            // Nothing is a press of the enter key in a text box.
            ("" | QUIET, None, None) => Some(Self::Save),
            ("turn", None, None) => Some(Self::Turn),
            (way @ ("up" | "down"), Some(list), Some(row)) => {
                Some(Self::Move(List::called(list)?, row.parse().ok()?, way))
            }
            _ => None,
        }
    }
}

/// The form to begin a question in a section.
pub(super) async fn new(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, section)): QuestionPath,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    draft.survey.section(&section).ok_or(Error::NotFound)?;
    Ok(view::question::new(&me, &draft, &section, &Typed::default(), &[]))
}

pub(super) async fn add(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, section)): QuestionPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["text", "kind"])?;
    let Some(kind) = kinds::fresh(typed.first("kind")) else {
        let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
        let trouble = Trouble {
            field: "kind".to_owned(),
            label: "Kind of answer".to_owned(),
            advice: "Choose a kind of answer.",
        };
        let page = view::question::new(&me, &draft, &section, &typed, &[trouble]);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let mut added = None;
    rearrange(&app, &me, &survey, |survey| {
        let lang = base(survey);
        let mut text = Texts::default();
        text.set(&lang, typed.first("text"));
        kinds::begins_with(&kind, &mut text, &lang);
        let key = free_key(survey, text.own(&lang));
        let done = format!("Added “{}”", text.own(&lang));
        let question = blank(key.clone(), text, kind);
        survey.sections.iter_mut().find(|one| one.key == *section)?.questions.push(question);
        added = Some(key);
        Some(done)
    })
    .await?;
    let page = added.map(|key| format!("questions/{key}")).unwrap_or_default();
    Ok(Redirect::to(&drafts::path(&me, &survey, &page)).into_response())
}

/// A key that no question and no section has: both stand in addresses.
fn free_key(survey: &Survey, words: &str) -> Key {
    let taken: Vec<&str> = survey.questions().map(|(_, question)| &*question.key).collect();
    key_for(words, "question", &taken)
}

fn blank(key: Key, text: Texts, kind: heard_core::question::Kind) -> Question {
    Question {
        key,
        text,
        help: None,
        reason: None,
        required: false,
        sensitive: false,
        offer_not_understood: true,
        condition: None,
        standard: None,
        picture: None,
        wordings: Vec::new(),
        kind,
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, key)): QuestionPath,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    let question = draft.survey.question(&key).ok_or(Error::NotFound)?;
    let typed = question_form::fill(question, &base(&draft.survey));
    page(&me, &draft, &key, &typed, &[], false)
}

fn page(
    me: &Colleague,
    draft: &Draft,
    key: &str,
    typed: &Typed,
    troubles: &[Trouble],
    meanwhile: bool,
) -> Result<Markup, Error> {
    let (section, question) =
        draft.survey.questions().find(|(_, question)| question.key == *key).ok_or(Error::NotFound)?;
    let mark = Part::Question(key).mark(&draft.survey).unwrap_or_default();
    let shown = view::question::Shown { draft, section, question, typed, troubles, mark: &mark, meanwhile };
    Ok(view::question::page(me, &shown))
}

pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, key)): QuestionPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let of_rows = |field: &str| field.split_once('.').is_some_and(|(list, _)| List::called(list).is_some());
    only(&typed, |field| FIELDS.contains(&field) || rules::is_field(field) || of_rows(field))?;
    let press = Press::read(typed.first(BUTTON))
        .ok_or(Error::Refused("Our page has no such button. Go back and load it again."))?;
    let done = format!("Changed “{}”", typed.first("text"));
    let change = |survey: &mut Survey| change(survey, &key, &typed, &press);
    let outcome = edit(&app, &me, (&survey, Part::Question(&key)), &typed, &done, change).await?;
    let (status, page) = match outcome {
        Outcome::Kept(mark) => {
            let place = match press {
                Press::Save => format!("#{key}"),
                Press::Turn => format!("/questions/{key}"),
                Press::Move(list, row, way) => {
                    let row = if way == "up" { row.saturating_sub(1) } else { row + 1 };
                    format!("/questions/{key}#{}", list.field(row, "text"))
                }
            };
            return Ok(kept(&typed, &mark, &format!("{}{place}", drafts::path(&me, &survey, ""))));
        }
        Outcome::Wrong(draft, troubles) => {
            (StatusCode::UNPROCESSABLE_ENTITY, page(&me, &draft, &key, &typed, &troubles, false)?)
        }
        Outcome::Meanwhile(draft) => (StatusCode::CONFLICT, page(&me, &draft, &key, &typed, &[], true)?),
    };
    Ok((status, page).into_response())
}

/// Writes what was typed into the survey, and does what the button says.
fn change(survey: &mut Survey, key: &str, typed: &Typed, press: &Press<'_>) -> Vec<Trouble> {
    let Some((section, before)) = survey.questions().find(|(_, question)| question.key == *key) else {
        return Vec::new();
    };
    let (mut question, troubles) = question_form::read(typed, before, survey, &section.key);
    if !troubles.is_empty() {
        return troubles;
    }
    match press {
        Press::Save => {}
        Press::Turn => question.kind = kinds::turned(&question.kind, typed.first("kind")).unwrap_or(question.kind),
        Press::Move(list, row, way) => {
            let mut rows = rows::of(&question.kind, *list);
            let other = if *way == "up" { row.checked_sub(1) } else { row.checked_add(1) };
            if let Some(other) = other.filter(|other| *other < rows.len() && *row < rows.len()) {
                rows.swap(*row, other);
            }
            rows::put(&mut question.kind, *list, rows);
        }
    }
    let questions = survey.sections.iter_mut().flat_map(|section| &mut section.questions);
    if let Some(place) = questions.into_iter().find(|question| question.key == *key) {
        *place = question;
    }
    Vec::new()
}
