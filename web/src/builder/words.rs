//! The survey's texts once more: in another language, or in other words for some readers, a section a page.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use heard_core::{
    answer::Typed,
    survey::Survey,
    text::Lang,
    translating::{Beside, Line},
    wording::Readers,
};
use maud::Markup;

use super::{
    drafts::{self, Draft},
    editing::{Outcome, Part, edit, kept, only},
    question_form::base,
    view,
};
use crate::{app::App, error::Error, staff::Editor, typed::PostedForm};

/// The part around the sections, in addresses: no section has this key, which is ours.
pub(super) const AROUND: &str = "-";

type WordsPath = Path<(String, String, String, String)>;

/// How far one part of the survey is in other words.
pub(super) struct Progress {
    pub beside: Beside,
    /// The part's name in addresses, its title, and how many lines are written of how many.
    pub parts: Vec<(String, String, usize, usize)>,
}

pub(super) async fn list(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    let survey = &draft.survey;
    let lang = base(survey);
    let languages = survey.languages.iter().filter(|one| **one != lang).cloned().map(Beside::Language);
    let progress: Vec<Progress> =
        languages.chain(Readers::ALL.map(Beside::Readers)).map(|beside| progress(survey, beside, &lang)).collect();
    Ok(view::words::list(&me, &draft, &progress))
}

fn progress(survey: &Survey, beside: Beside, lang: &Lang) -> Progress {
    let around = (AROUND.to_owned(), "Around the questions".to_owned(), None);
    let sections = survey.sections.iter();
    let sections = sections.map(|one| (one.key.to_string(), one.title.get(lang).to_owned(), Some(one.key.to_string())));
    let parts = std::iter::once(around).chain(sections).map(|(key, title, section)| {
        let lines = survey.lines(section.as_deref(), &beside, lang);
        let written = lines.iter().filter(|line| !line.own.is_empty()).count();
        (key, title, written, lines.len())
    });
    Progress { parts: parts.collect(), beside }
}

/// What an address names; [`Error::NotFound`] if it is nothing that this survey has.
fn beside(survey: &Survey, code: &str) -> Result<Beside, Error> {
    let language = survey.languages.iter().find(|lang| ***lang == *code).cloned().map(Beside::Language);
    let readers = Readers::ALL.into_iter().find(|readers| readers.code() == code).map(Beside::Readers);
    language.or(readers).ok_or(Error::NotFound)
}

/// The code of it in addresses.
pub(super) fn code(beside: &Beside) -> String {
    match beside {
        Beside::Language(lang) => lang.to_string(),
        Beside::Readers(readers) => readers.code().to_owned(),
    }
}

fn section_of(part: &str) -> Option<&str> {
    Some(part).filter(|part| *part != AROUND)
}

fn field(at: &str) -> String {
    format!("at.{at}")
}

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, code, part)): WordsPath,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    page(&me, &draft, (&code, &part), None)
}

fn page(
    me: &crate::staff::Colleague,
    draft: &Draft,
    (code, part): (&str, &str),
    typed: Option<&Typed>,
) -> Result<Markup, Error> {
    let (survey, lang) = (&draft.survey, base(&draft.survey));
    let beside = beside(survey, code)?;
    let lines: Vec<(String, Line)> =
        survey.lines(section_of(part), &beside, &lang).into_iter().map(|line| (field(&line.at), line)).collect();
    let filled: Typed = lines.iter().map(|(field, line)| (field.clone(), line.own.clone())).collect();
    let mark = mark(survey, part).ok_or(Error::NotFound)?;
    let shown = view::words::Shown {
        draft,
        beside: &beside,
        part,
        lines: &lines,
        typed: typed.unwrap_or(&filled),
        mark: &mark,
        meanwhile: typed.is_some(),
    };
    Ok(view::words::page(me, &shown))
}

/// A part with all its texts.
fn mark(survey: &Survey, part: &str) -> Option<String> {
    Part::of_words(section_of(part)).mark(survey)
}

pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, code, part)): WordsPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    only(&typed, |field| field.starts_with("at."))?;
    let done = format!("Wrote words in “{code}”");
    let mut sought = Err(Error::NotFound);
    let change = |survey: &mut Survey| {
        sought = beside(survey, &code).map(|beside| write(survey, &part, &beside, &typed));
        Vec::new()
    };
    let outcome = edit(&app, &me, (&survey, Part::of_words(section_of(&part))), &typed, &done, change).await?;
    match outcome {
        Outcome::Kept(mark) => {
            sought?;
            Ok(kept(&typed, &mark, &drafts::path(&me, &survey, &format!("words#{code}"))))
        }
        Outcome::Wrong(draft, _) | Outcome::Meanwhile(draft) => {
            Ok((StatusCode::CONFLICT, page(&me, &draft, (&code, &part), Some(&typed))?).into_response())
        }
    }
}

fn write(survey: &mut Survey, part: &str, beside: &Beside, typed: &Typed) {
    let lang = base(survey);
    for line in survey.lines(section_of(part), beside, &lang) {
        survey.write_line(&line.at, beside, &lang, typed.first(&field(&line.at)));
    }
}
