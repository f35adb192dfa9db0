//! Sections: their pages.

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
    editing::{Outcome, Part, edit, kept, only, rearrange},
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
