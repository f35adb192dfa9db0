//! The survey's texts once more: in another language, or in other words for some readers, a section a page.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use heard_core::{
    answer::Typed,
    survey::Survey,
    text::Lang,
    translating::{Beside, Clash, Rewritten},
    wording::Readers,
};
use maud::Markup;

use super::{
    drafts::{self, Draft},
    editing::{kept, only},
    question_form::base,
    view,
};
use crate::{
    app::App,
    error::Error,
    staff::{Colleague, Editor},
    typed::PostedForm,
};

/// The part around the sections, in addresses: no section has this key, which is ours.
pub(super) const AROUND: &str = "-";

/// What the name of a line's field begins with: of its words, and of what stood there when the page was filled.
pub(super) const WORDS: &str = "at.";
pub(super) const WAS: &str = "was.";

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

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, code, part)): WordsPath,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    let survey = &draft.survey;
    if section_of(&part).is_some_and(|section| survey.section(section).is_none()) {
        return Err(Error::NotFound);
    }
    Ok(page(&me, &draft, (&beside(survey, &code)?, &part), &Typed::default(), &[]))
}

fn page(me: &Colleague, draft: &Draft, at: (&Beside, &str), typed: &Typed, clashes: &[Clash]) -> Markup {
    let (beside, part) = at;
    let lines = draft.survey.lines(section_of(part), beside, &base(&draft.survey));
    view::words::page(me, &view::words::Shown { draft, beside, part, lines: &lines, typed, clashes })
}

/// Keeps what was written. Others may write other lines of the same part meanwhile; who writes the same is shown both.
pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey, code, part)): WordsPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    only(&typed, |field| field.starts_with(WORDS) || field.starts_with(WAS))?;
    let mut tx = app.db.write().await?;
    let before = Draft::open(&mut tx, &me.service, &survey).await?;
    let (beside, lang) = (beside(&before.survey, &code)?, base(&before.survey));
    let mut draft = before.clone();
    let clashes = draft.survey.merge_lines(section_of(&part), &beside, &lang, &written(&typed));
    if !clashes.is_empty() {
        let page = page(&me, &draft, (&beside, &part), &typed, &clashes);
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    if !drafts::keep(&mut tx, &app, &me, &draft, &format!("Wrote words in “{code}”")).await? {
        return Err(Error::Busy);
    }
    tx.commit().await?;
    Ok(kept(&typed, "", &drafts::path(&me, &survey, &format!("words#{code}"))))
}

/// The lines of a form. What it does not say the former words of was empty.
fn written(typed: &Typed) -> BTreeMap<String, Rewritten> {
    let lines = typed.fields().filter_map(|field| Some((field.strip_prefix(WORDS)?, typed.first(field).to_owned())));
    lines
        .map(|(at, words)| (at.to_owned(), Rewritten { was: typed.first(&format!("{WAS}{at}")).to_owned(), words }))
        .collect()
}
