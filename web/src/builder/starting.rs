//! The first page of a new survey: blank, from one of ours, or from one that the service has.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::Typed,
    survey::Survey,
    text::{Lang, Texts},
    walk::Pace,
};
use maud::Markup;

use super::{
    drafts::{self, Draft, key_for},
    sql, view,
};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    staff::{Colleague, Editor},
    surveys,
    typed::PostedForm,
};

/// A survey to begin with.
pub(super) struct Template {
    pub code: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    json: &'static str,
}

/// What we offer to begin with.
pub(super) const TEMPLATES: [Template; 5] = [
    Template {
        code: "public_engagement",
        name: "Public engagement",
        about: "What families think, above all those whose children do not take part: barriers, welcome, what would help.",
        json: include_str!("templates/public_engagement.json"),
    },
    Template {
        code: "youth_voice",
        name: "Youth voice",
        about: "What children and young people want of music, in words for their age and in Easy Read.",
        json: include_str!("templates/youth_voice.json"),
    },
    Template {
        code: "after_event",
        name: "After an event",
        about: "How a concert, taster day or open rehearsal was, in two minutes.",
        json: include_str!("templates/after_event.json"),
    },
    Template {
        code: "workforce",
        name: "Workforce",
        about: "Who works for the service, how fairly they are treated, and what they need to include everyone.",
        json: include_str!("templates/workforce.json"),
    },
    Template {
        code: "governance",
        name: "Governance",
        about: "Who sits on the board or advisory group, and how well it hears those whom it is for.",
        json: include_str!("templates/governance.json"),
    },
];

/// What can be copied: the value that says so, and the title.
pub(super) type Copies = Vec<(String, String)>;

const BLANK: &str = "blank";
const COPY: &str = "copy.";

pub(super) async fn new(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let copies = copies(&mut app.db.read().await?, &me).await?;
    Ok(view::starting::page(&me, &copies, &Typed::default(), &[]))
}

async fn copies(tx: &mut Tx, me: &Colleague) -> Result<Copies, Error> {
    let published = surveys::all(tx, &me.service).await?;
    let copy = |survey: Survey| (format!("{COPY}{}", survey.key), survey.title.get(&Lang::english()).to_owned());
    Ok(published.into_iter().map(copy).collect())
}

pub(super) async fn begin(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["title", "start"])?;
    let mut tx = app.db.write().await?;
    let Some(mut survey) = model(&mut tx, &me, typed.first("start")).await? else {
        let copies = copies(&mut tx, &me).await?;
        let trouble =
            Trouble { field: "start".to_owned(), label: "Begin with".to_owned(), advice: "Choose what to begin with." };
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, view::starting::page(&me, &copies, &typed, &[trouble])).into_response()
        );
    };
    let title = typed.first("title").trim();
    if !title.is_empty() {
        survey.title = Texts::default();
        survey.title.set(&Lang::english(), title);
    }
    let words = survey.title.get(&Lang::english()).to_owned();
    survey.key = free_key(&mut tx, &me, &words).await?;
    let done = format!("Began “{words}”");
    drafts::begin(&mut tx, &app, &me, &survey, &done).await?;
    tx.commit().await?;
    Ok(Redirect::to(&drafts::path(&me, &survey.key, "")).into_response())
}

/// A key that no survey of the service has, published or not.
pub(super) async fn free_key(tx: &mut Tx, me: &Colleague, words: &str) -> Result<heard_core::text::Key, Error> {
    let mut taken = sql::drafted(tx, &me.service).await?;
    taken.extend(surveys::all(tx, &me.service).await?.into_iter().map(|survey| survey.key.to_string()));
    // Addresses of this feature.
    taken.extend(["new", "import"].map(str::to_owned));
    let taken: Vec<&str> = taken.iter().map(String::as_str).collect();
    Ok(key_for(words, "survey", &taken))
}

async fn model(tx: &mut Tx, me: &Colleague, start: &str) -> Result<Option<Survey>, Error> {
    if start == BLANK {
        return Ok(Some(blank()));
    }
    if let Some(key) = start.strip_prefix(COPY) {
        return Ok(surveys::newest(tx, &me.service, key).await?.map(|(_, survey)| survey));
    }
    let template = TEMPLATES.iter().find(|template| template.code == start);
    template.map(|template| read(template.json)).transpose()
}

fn read(json: &str) -> Result<Survey, Error> {
    Survey::draft(json).map_err(|faults| Error::fault("a template", format!("{faults:?}")))
}

fn blank() -> Survey {
    Survey {
        key: key_for("survey", "survey", &[]),
        title: Texts::english("New survey"),
        welcome: Texts::default(),
        thanks: Texts::english("Thank you for telling us."),
        languages: vec![Lang::english()],
        audiences: Vec::new(),
        minutes: 5,
        offer_not_understood: true,
        pace: Pace::default(),
        wordings: Vec::new(),
        sections: Vec::new(),
        draw: None,
    }
}

/// Begins a draft of what is published.
pub(super) async fn of_published(
    State(app): State<App>,
    Editor(me): Editor,
    axum::extract::Path((_, key)): axum::extract::Path<(String, String)>,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    if Draft::find(&mut tx, &me.service, &key).await?.is_none() {
        let (version, survey) = surveys::newest(&mut tx, &me.service, &key).await?.ok_or(Error::NotFound)?;
        drafts::begin(&mut tx, &app, &me, &survey, &format!("Began with version {version}")).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&drafts::path(&me, &key, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_published_as_it_is() {
        for template in TEMPLATES {
            let survey = read(template.json).unwrap();
            assert_eq!(survey.faults(), [], "{}", template.code);
        }
    }
}
