//! Working on settings: the form, its buttons, and what they do with the draft.
//!
//! Every button keeps all that was typed in the draft, fit or not, before anything else. Two who work on it at once are
//! told: whoever kept it second sees their own words again, and that somebody was faster.

use std::sync::Arc;

use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::{Answers, Problem, Typed},
    question::{Kind, Question},
};
use heard_host::Artefact;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{BindingPath, Desk, sql, view};
use crate::{
    app::App,
    error::Error,
    plugins::{
        self,
        explain::{self, Insight, Unfit},
        form::{self, Field, Posted, Trouble},
        store,
    },
    staff::{self, Colleague, Editor},
    typed::{self, PostedForm},
};

/// The fields of the page beside the settings: the button; the plugin whose form was shown; the plugin that is chosen;
/// the revision of the draft that was seen.
pub(super) const BUTTON: &str = "do";
pub(super) const SHOWN: &str = "@form";
pub(super) const PLUGIN: &str = "@plugin";
pub(super) const REVISION: &str = "@revision";

/// The field that says that somebody tries answers of their own.
pub(super) const TRYING: &str = "@try";

/// What is being worked on.
pub(super) struct Work {
    pub artefact: Arc<Artefact>,
    pub form: Field,
    pub settings: Value,
    /// Of the draft; 0 where there is none.
    pub revision: i64,
}

/// Answers that a person made up.
#[derive(Default)]
pub(super) struct Tried {
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl Work {
    /// The draft; without one, what is at work, or was made last.
    async fn begun(app: &App, me: &Colleague, desk: &Desk) -> Result<Self, Error> {
        let made = desk.active().or(desk.setups.first());
        let (digest, settings, revision) = match (&desk.draft, made) {
            (Some(draft), _) => (&draft.artefact, &draft.settings, draft.revision),
            (None, Some(setup)) => (&setup.artefact, &setup.settings, 0),
            (None, None) => return Err(Error::NotFound),
        };
        let settings = serde_json::from_str(settings).map_err(|e| Error::fault("stored settings", e))?;
        Ok(Self { settings, revision, ..Self::with(app, me, digest).await? })
    }

    /// Nothing filled in yet.
    async fn with(app: &App, me: &Colleague, digest: &str) -> Result<Self, Error> {
        let loaded = store::load(app, &me.service, digest).await?;
        let artefact = loaded.map_err(|_| Error::Refused("This plugin cannot be loaded any more. Choose another."))?;
        let form = form::form(&artefact.description().settings_schema);
        Ok(Self { settings: form.blank(), artefact, form, revision: 0 })
    }

    /// What the plugin makes of the settings, and of responses; made-up ones where none are given.
    async fn insight(&self, desk: &Desk, responses: Vec<Answers>) -> Result<Result<Insight, Unfit>, Error> {
        let settings = self.settings.to_string();
        explain::insight(self.artefact.clone(), desk.survey.clone(), desk.version, settings, responses).await
    }

    /// What speaks against the plugin itself.
    async fn unsteady(&self, desk: &Desk) -> Result<Option<Trouble>, Error> {
        let settings = self.settings.to_string();
        let found = explain::unsteady(self.artefact.clone(), desk.survey.clone(), desk.version, settings).await?;
        Ok(found.map(|message| Trouble { at: PLUGIN.to_owned(), message }))
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, binding)): BindingPath,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let desk = Desk::open(&mut app.db.read().await?, &me.service, &binding).await?;
    let work = Work::begun(&app, &me, &desk).await?;
    let mut insight = work.insight(&desk, Vec::new()).await?;
    let typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let mut tried = None;
    if let (Ok(found), false) = (&insight, typed.first(TRYING).is_empty()) {
        let questions = questions_read(&desk, found);
        let (answers, problems) = Answers::read(questions.iter().copied(), &typed, &|_| None);
        insight = work.insight(&desk, vec![answers]).await?;
        tried = Some(Tried { typed, problems });
    }
    let offers = store::offers(&app, &me.service).await?;
    let page = view::Editing { desk: &desk, work: &work, offers: &offers, troubles: &[], insight: &insight, tried };
    Ok(view::editing(&me, &page, None).into_response())
}

/// The survey's questions that a plugin reads, as people are asked them.
pub(super) fn questions_read<'d>(desk: &'d Desk, insight: &Insight) -> Vec<&'d Question> {
    let is_read = |question: &&Question| {
        insight.reads.iter().any(|read| read.split('.').next().is_some_and(|key| *question.key == *key))
    };
    desk.survey.questions().map(|(_, question)| question).filter(is_read).filter(|q| q.kind != Kind::Postcode).collect()
}

/// What a button asks for.
enum Press<'t> {
    Add(&'t str),
    Remove(&'t str),
    ShowOptions(&'t str),
    ChangePlugin,
    Preview,
    Keep,
    ThrowAway,
}

impl<'t> Press<'t> {
    fn read(button: &'t str) -> Result<Self, Error> {
        Ok(match button.split_once(' ').unwrap_or((button, "")) {
            ("add", list) => Self::Add(list),
            ("remove", row) => Self::Remove(row),
            ("show", control) => Self::ShowOptions(control),
            ("plugin", "") => Self::ChangePlugin,
            // Nothing is a press of the enter key in a text box.
            ("preview" | "", "") => Self::Preview,
            ("keep", "") => Self::Keep,
            ("throw-away", "") => Self::ThrowAway,
            _ => return Err(Error::Refused("Our page has no such button. Go back and load it again.")),
        })
    }
}

pub(super) async fn change(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, binding)): BindingPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let desk = Desk::open(&mut app.db.read().await?, &me.service, &binding).await?;
    let mut work = Work::with(&app, &me, typed.first(SHOWN)).await?;
    let Posted { settings, troubles } = form::read(&work.form, &typed, &[BUTTON, SHOWN, PLUGIN, REVISION])?;
    work.settings = settings;
    work.revision = typed.first(REVISION).parse().map_err(|_| Error::Refused("Go back and load the page again."))?;
    let mut place = None;
    match Press::read(typed.first(BUTTON))? {
        Press::Add(list) => place = work.form.add_row(&mut work.settings, list).or(Some(list.to_owned())),
        Press::Remove(row) => place = work.form.remove_row(&mut work.settings, row).map(str::to_owned),
        Press::ShowOptions(control) => place = Some(control.to_owned()),
        Press::ChangePlugin => {
            let other = Work::with(&app, &me, typed.first(PLUGIN)).await?;
            (work.artefact, work.form) = (other.artefact, other.form);
        }
        Press::Preview => return preview(&app, &me, &desk, work, troubles).await,
        Press::Keep => return keep(&app, &me, &desk, work, troubles).await,
        Press::ThrowAway => return throw_away(&app, &me, &desk, &work).await,
    }
    if !keep_draft(&app, &me, &desk, &mut work).await? {
        return again(&app, &me, &desk.binding.key, work, &[], Some(view::Note::Faster)).await;
    }
    let place = place.map(|place| format!("#{}", utf8_percent_encode(&place, POINTER))).unwrap_or_default();
    Ok(Redirect::to(&format!("{}{place}", desk.path(&me, "settings"))).into_response())
}

/// What stands for itself in the part of an address that names a control.
const POINTER: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'_').remove(b'-');

/// Writes the draft's next revision; `false` where somebody else was faster.
async fn keep_draft(app: &App, me: &Colleague, desk: &Desk, work: &mut Work) -> Result<bool, Error> {
    let (now, settings, digest) = (app.clock.now(), work.settings.to_string(), work.artefact.digest().to_string());
    let mut tx = app.db.write().await?;
    store::keep(&mut tx, &work.artefact, now).await?;
    let written =
        sql::Written { binding: &desk.binding.id, artefact: &digest, settings: &settings, staff: &me.staff, now };
    if !sql::keep_draft(&mut tx, &written, work.revision).await? {
        return Ok(false);
    }
    // One line for each person who works on it: what comes of it has a line of its own.
    if desk.draft.as_ref().is_none_or(|draft| draft.changed_by != me.staff) {
        let (service, staff, key) = (&me.service, Some(me.staff.as_str()), &desk.binding.key);
        staff::audit(&mut tx, service, staff, now, "draft of settings changed", key).await?;
    }
    tx.commit().await?;
    work.revision += 1;
    Ok(true)
}

/// The form once more, with what is wrong and everything typed.
async fn again(
    app: &App,
    me: &Colleague,
    binding: &str,
    mut work: Work,
    troubles: &[Trouble],
    note: Option<view::Note>,
) -> Result<Response, Error> {
    let desk = Desk::open(&mut app.db.read().await?, &me.service, binding).await?;
    work.revision = desk.draft.as_ref().map_or(0, |draft| draft.revision);
    let insight = work.insight(&desk, Vec::new()).await?;
    let offers = store::offers(app, &me.service).await?;
    let page = view::Editing { desk: &desk, work: &work, offers: &offers, troubles, insight: &insight, tried: None };
    let status = match note {
        Some(view::Note::Faster) => StatusCode::CONFLICT,
        None if !troubles.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok((status, view::editing(me, &page, note)).into_response())
}

/// What has to be changed: what cannot be read, and otherwise what the plugin says.
async fn judged(desk: &Desk, work: &Work, troubles: Vec<Trouble>) -> Result<Vec<Trouble>, Error> {
    if !troubles.is_empty() {
        return Ok(troubles);
    }
    Ok(match work.insight(desk, Vec::new()).await? {
        Ok(_) => Vec::new(),
        Err(Unfit::Settings(troubles)) => troubles,
        Err(Unfit::Plugin(reason)) => vec![Trouble { at: PLUGIN.to_owned(), message: reason }],
    })
}

async fn preview(
    app: &App,
    me: &Colleague,
    desk: &Desk,
    mut work: Work,
    troubles: Vec<Trouble>,
) -> Result<Response, Error> {
    let note = (!keep_draft(app, me, desk, &mut work).await?).then_some(view::Note::Faster);
    let troubles = judged(desk, &work, troubles).await?;
    if troubles.is_empty() && note.is_none() {
        return Ok(Redirect::to(&format!("{}#Preview", desk.path(me, "settings"))).into_response());
    }
    again(app, me, &desk.binding.key, work, &troubles, note).await
}

/// Makes a set-up of the settings, where they fit; the same ones twice are one set-up.
async fn keep(app: &App, me: &Colleague, desk: &Desk, work: Work, troubles: Vec<Trouble>) -> Result<Response, Error> {
    let mut troubles = judged(desk, &work, troubles).await?;
    if troubles.is_empty() {
        troubles.extend(work.unsteady(desk).await?);
    }
    if !troubles.is_empty() {
        return preview(app, me, desk, work, troubles).await;
    }
    let (now, settings, digest) = (app.clock.now(), work.settings.to_string(), work.artefact.digest().to_string());
    let mut tx = app.db.write().await?;
    store::keep(&mut tx, &work.artefact, now).await?;
    let ended = sql::end_draft(&mut tx, &desk.binding.id, work.revision).await?;
    if !ended && (work.revision > 0 || sql::draft(&mut tx, &me.service, &desk.binding.key).await?.is_some()) {
        drop(tx);
        return preview(app, me, desk, work, troubles).await;
    }
    let known = desk.setups.iter().find(|setup| setup.artefact == digest && setup.settings == settings);
    let setup = match known {
        Some(setup) => setup.id.clone(),
        None => plugins::add_setup(&mut tx, &desk.binding.id, &digest, &settings, Some(&me.staff), now).await?,
    };
    let action = if known.is_some() { "draft of settings ended" } else { "set-up made" };
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, action, &desk.binding.key).await?;
    tx.commit().await?;
    Ok(Redirect::to(&desk.path(me, &format!("setups/{setup}"))).into_response())
}

async fn throw_away(app: &App, me: &Colleague, desk: &Desk, work: &Work) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let ended = sql::end_draft(&mut tx, &desk.binding.id, work.revision).await?;
    if !ended && work.revision > 0 {
        return Err(Error::Refused("A colleague has changed this draft meanwhile. Go back and load the page again."));
    }
    let gone = sql::forget_unused(&mut tx, &desk.binding.id).await?;
    let (now, action) = (app.clock.now(), if gone { "binding thrown away" } else { "draft of settings thrown away" });
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, action, &desk.binding.key).await?;
    tx.commit().await?;
    Ok(Redirect::to(&if gone { me.path("bindings") } else { desk.path(me, "") }).into_response())
}
