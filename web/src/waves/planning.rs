//! Planning a wave, and changing what can still be changed: before it opens, everything; afterwards nothing that people
//! were told when they answered, but whom they can ask.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    participation::Participation,
    survey::Survey,
    text::Lang,
    wave::{Declaration, MonitoringBasis},
};
use maud::Markup;
use sha2::{Digest as _, Sha256};

use super::{
    Run, Stage, WavePath, promise,
    reading::{Read, trouble},
    sql, view,
};
use crate::{
    app::App,
    clock::day_of,
    db::Tx,
    error::Error,
    form::sheet::{Trouble, YES},
    staff::{self, Colleague, Editor},
    surveys::{self, Wave},
    typed::PostedForm,
};

/// What the form was filled from.
pub(super) const FROM: &str = "from";
/// Whether a planned wave is to ask the newest version instead.
pub(super) const NEWEST: &str = "newest";
/// Whether only those who are invited can answer.
pub(super) const INVITED_ONLY: &str = "invited_only";

const FIELDS: [&str; 15] = [
    FROM,
    NEWEST,
    INVITED_ONLY,
    "first_day",
    "last_day",
    "basis",
    "monitoring_basis",
    "keep_months",
    "keep_monitoring_months",
    "contact",
    "space",
    "voice",
    "audience",
    "influence",
    "rung",
];

/// A wave's form on its way to its page.
pub(super) struct Form<'a> {
    /// The wave that is changed; nothing, where one is planned.
    pub run: Option<&'a Run>,
    /// What it asks.
    pub survey: &'a Survey,
    /// The newest version, where it is another.
    pub newer: Option<i64>,
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    /// Whether a colleague was faster.
    pub meanwhile: bool,
}

impl Form<'_> {
    pub fn stage(&self) -> Stage {
        self.run.map_or(Stage::Planned, |run| run.stage)
    }

    /// What tells whether the wave is still as it was shown.
    pub fn mark(&self) -> String {
        self.run.map(mark).unwrap_or_default()
    }
}

pub(super) async fn new(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let (_, survey) = surveys::newest(&mut tx, &me.service, &survey).await?.ok_or(Error::NotFound)?;
    let before = sql::of_survey(&mut tx, &me.service, &survey.key).await?.into_iter().next();
    let before = before.map(|row| Run::new(row, app.clock.now())).transpose()?;
    // What was declared last time mostly holds again; what will be done is another matter.
    let typed = before.map(|run| fill(&run.declaration, None)).unwrap_or_default();
    let form = Form { run: None, survey: &survey, newer: None, typed: &typed, troubles: &[], meanwhile: false };
    Ok(view::form(&me, &form))
}

pub(super) async fn plan(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): Path<(String, String)>,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let (version, survey) = surveys::newest(&mut tx, &me.service, &key).await?.ok_or(Error::NotFound)?;
    only(&typed, &survey.languages)?;
    let blank = Wave::new(now, version, i64::MAX, i64::MAX);
    let mut read = Read::new(&typed, Stage::Planned, &blank, now);
    let declaration = read.declaration(None, &survey);
    let wave = read.wave;
    if read.troubles.is_empty() && sql::overlaps(&mut tx, &me.service, &key, &wave).await? {
        read.troubles.push(overlapping("first_day"));
    }
    if !read.troubles.is_empty() {
        let troubles = &read.troubles;
        let form = Form { run: None, survey: &survey, newer: None, typed: &typed, troubles, meanwhile: false };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::form(&me, &form)).into_response());
    }
    super::open(&mut tx, &me.service, &survey, wave.clone(), &declaration).await?;
    let run = Run { survey: key, wave, declaration, stage: Stage::Planned };
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "wave planned", &run.told()).await?;
    tx.commit().await?;
    app.catalogue.forget(&me.service, &run.survey);
    Ok(Redirect::to(&run.path(&me, "")).into_response())
}

pub(super) async fn change(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let run = Run::find(&app, &mut tx, &me.service, &wave).await?;
    let survey = surveys::version(&app, &mut tx, &me.service, &run.survey, run.wave.version).await?;
    let newest = surveys::newest(&mut tx, &me.service, &run.survey).await?.ok_or(Error::NotFound)?;
    let typed = fill(&run.declaration, Some(&run.wave));
    let newer = newer(&run, newest.0);
    let form = Form { run: Some(&run), survey: &survey, newer, typed: &typed, troubles: &[], meanwhile: false };
    Ok(view::form(&me, &form))
}

pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let run = Run::hold(&app, &mut tx, &me.service, &wave).await?;
    if run.stage == Stage::Archived {
        return Err(Error::Refused("It is archived, and stays as it is."));
    }
    let (newest, newest_survey) = surveys::newest(&mut tx, &me.service, &run.survey).await?.ok_or(Error::NotFound)?;
    let newer = newer(&run, newest);
    let mut before = run.wave.clone();
    let mut survey = surveys::version(&app, &mut tx, &me.service, &run.survey, before.version).await?;
    only(&typed, &[&survey.languages[..], &newest_survey.languages].concat())?;
    if newer.is_some() && typed.first(NEWEST) == YES {
        (before.version, survey) = (newest, Arc::new(newest_survey));
    }
    let shown = |troubles: &[Trouble], meanwhile| {
        view::form(&me, &Form { run: Some(&run), survey: &survey, newer, typed: &typed, troubles, meanwhile })
    };
    if typed.first(FROM) != mark(&run) {
        return Ok((StatusCode::CONFLICT, shown(&[], true)).into_response());
    }
    let mut read = Read::new(&typed, run.stage, &before, now);
    let declaration = read.declaration(Some(&run.declaration), &survey);
    if read.troubles.is_empty() && sql::overlaps(&mut tx, &me.service, &run.survey, &read.wave).await? {
        read.troubles.push(overlapping("last_day"));
    }
    if !read.troubles.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&read.troubles, false)).into_response());
    }
    let changed = Run { wave: read.wave, declaration, ..run };
    keep(&app, tx, &me, changed, now).await
}

async fn keep(app: &App, mut tx: Tx, me: &Colleague, mut run: Run, now: i64) -> Result<Response, Error> {
    if matches!(run.stage, Stage::Planned | Stage::Open) {
        promise(&mut run.wave, &run.declaration, run.stage == Stage::Open);
    }
    sql::change(&mut tx, &sql::Written { service: &me.service, wave: &run.wave, declaration: &run.declaration })
        .await?;
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "wave changed", &run.told()).await?;
    tx.commit().await?;
    app.catalogue.forget(&me.service, &run.survey);
    Ok(Redirect::to(&run.path(me, "")).into_response())
}

/// Refuses fields that the form does not have.
fn only(typed: &Typed, languages: &[Lang]) -> Result<(), Error> {
    let purpose =
        |field: &str| field.strip_prefix("purpose.").is_some_and(|lang| languages.iter().any(|one| **one == *lang));
    let known = |field: &str| (FIELDS.contains(&field) || purpose(field)) && typed.all(field).len() == 1;
    if typed.fields().all(known) {
        return Ok(());
    }
    Err(Error::Refused("What came is not what our page asks for. Go back and load it again."))
}

/// The newest version, where a wave that nobody has seen yet could ask it instead.
fn newer(run: &Run, newest: i64) -> Option<i64> {
    (run.stage == Stage::Planned && newest > run.wave.version).then_some(newest)
}

fn mark(run: &Run) -> String {
    let state = format!("{:?} {:?} {:?}", run.stage, run.wave, run.declaration);
    HEXLOWER.encode(&Sha256::digest(state)[..8])
}

/// What stands in the form of a declaration; without its wave, as a beginning for the next one.
fn fill(declaration: &Declaration, wave: Option<&Wave>) -> Typed {
    let Participation { space, voice, audience, influence, rung } = &declaration.participation;
    let one = |field: &str, value: &str| (field.to_owned(), value.to_owned());
    let mut fields = vec![
        one("basis", declaration.basis.code()),
        one("monitoring_basis", declaration.monitoring_basis.map_or("", MonitoringBasis::code)),
        one("keep_months", &declaration.keep_months.to_string()),
        one("keep_monitoring_months", &declaration.keep_monitoring_months.to_string()),
        one("contact", &declaration.contact),
        one("space", space),
        one("voice", voice),
        one("audience", audience),
        one("rung", &rung.number().to_string()),
    ];
    fields.extend(declaration.purpose.languages().map(|(lang, text)| one(&format!("purpose.{lang}"), text)));
    if declaration.invited_only {
        fields.push(one(INVITED_ONLY, YES));
    }
    if let Some(wave) = wave {
        fields.push(one("influence", influence));
        fields.push(one("first_day", &view::day(day_of(wave.opens))));
        fields.push(one("last_day", &view::day(day_of(wave.closes - 1))));
    }
    fields.into_iter().collect()
}

fn overlapping(field: &str) -> Trouble {
    let advice =
        "Another wave of this survey takes answers in that time. Two at once would each lose people to the other.";
    trouble(field, advice)
}
