//! What is put up and handed out: a poster, a letter and slides for an assembly, in any language of the survey and for any
//! of those whom it asks. Each leads to the survey by a code and by its address.

use axum::extract::{Path, RawQuery, State};
use heard_core::{answer::Typed, audience::Audience, text::Lang};
use maud::Markup;

use super::{Run, WavePath, view};
use crate::{
    app::App,
    error::Error,
    staff::Editor,
    surveys::{self, Published},
    typed,
};

/// The fields of the form that asks for one.
pub(super) const AUDIENCE: &str = "audience";
pub(super) const LANGUAGE: &str = "language";

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Poster,
    Letter,
    Slides,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Poster, Self::Letter, Self::Slides];

    /// The end of its address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Letter => "letter",
            Self::Slides => "slides",
        }
    }

    fn read(code: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|kind| kind.code() == code).ok_or(Error::NotFound)
    }
}

/// What is printed, on its way to its page.
pub(super) struct Printed<'a> {
    pub published: &'a Published,
    pub kind: Kind,
    pub lang: &'a Lang,
    /// Whom it speaks to: all, or one of those whom the survey asks.
    pub audiences: Vec<Audience>,
    /// Where the survey is.
    pub address: String,
}

pub(super) async fn ask(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let run = Run::find(&app, &mut tx, &me.service, &wave).await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    for_everybody(&published)?;
    Ok(view::posters::ask(&me, &run, &published.survey))
}

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave, kind)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Markup, Error> {
    let kind = Kind::read(&kind)?;
    let typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let published = surveys::of_wave(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    for_everybody(&published)?;
    let (lang, audiences) = chosen(&published, &typed);
    let address = format!("{}{}", app.base_url.trim_end_matches('/'), published.path());
    Ok(view::posters::printed(
        &me.path(&format!("waves/{wave}/posters")),
        &Printed { published: &published, kind, lang, audiences, address },
    ))
}

/// A poster leads everybody to the survey, and an invitation one person.
fn for_everybody(published: &Published) -> Result<(), Error> {
    if published.declaration.invited_only {
        return Err(Error::Refused(
            "Only people who are invited can answer this wave. A poster would lead nobody to it.",
        ));
    }
    Ok(())
}

/// The language and the audiences that were asked for, as far as the survey has them.
fn chosen<'p>(published: &'p Published, typed: &Typed) -> (&'p Lang, Vec<Audience>) {
    let survey = &published.survey;
    let lang = survey.languages.iter().find(|lang| ***lang == *typed.first(LANGUAGE)).or(survey.languages.first());
    let one = survey.audiences.iter().find(|audience| audience.code() == typed.first(AUDIENCE));
    (lang.unwrap_or(&view::ENGLISH), one.map_or_else(|| survey.audiences.clone(), |one| vec![*one]))
}
