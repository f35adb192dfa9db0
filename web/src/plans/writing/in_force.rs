//! Putting the draft in force: what has to be mended first, what it changes, and then a version that never changes.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, plan::Plan};
use maud::Markup;

use super::{Draft, read::Read, sql, view};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    plans::{Adoption, adopt, in_force},
    staff::{self, Colleague, Editor},
    typed::PostedForm,
};

/// The page on its way: the draft beside the plan in force.
pub(super) struct Held<'a> {
    pub draft: &'a Draft,
    /// The version in force and its plan, where there is one.
    pub current: Option<&'a (i64, Plan)>,
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    /// Whether the draft or the plan in force changed since the page was shown.
    pub meanwhile: bool,
}

impl Held<'_> {
    /// Which draft and which version a page showed.
    pub fn seen(&self) -> String {
        seen(self.draft, self.current)
    }
}

fn seen(draft: &Draft, current: Option<&(i64, Plan)>) -> String {
    format!("{} {}", draft.revision, current.map_or(0, |(version, _)| *version))
}

pub(super) async fn show(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let (draft, current) = load(&mut app.db.read().await?, &me).await?;
    let typed = Typed::default();
    let (troubles, meanwhile) = (&[][..], false);
    Ok(view::in_force::page(
        &me,
        &Held { draft: &draft, current: current.as_ref(), typed: &typed, troubles, meanwhile },
    ))
}

async fn load(tx: &mut Tx, me: &Colleague) -> Result<(Draft, Option<(i64, Plan)>), Error> {
    Ok((Draft::open(tx, &me.service).await?, in_force(tx, &me.service).await?))
}

/// Puts in force what the page showed: where something changed since, it is shown again.
pub(super) async fn put(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["seen", "note"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let (draft, current) = load(&mut tx, &me).await?;
    let mut read = Read::new(&typed, |_| "What changed, and why");
    let meanwhile = typed.first("seen") != seen(&draft, current.as_ref());
    read.line("note", None, "Say in a sentence what changed and why: it stands in the history.");
    if meanwhile || !read.troubles.is_empty() || !draft.plan.faults().is_empty() {
        let status = if meanwhile { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        let troubles = if meanwhile { &[] } else { &read.troubles[..] };
        let held = Held { draft: &draft, current: current.as_ref(), typed: &typed, troubles, meanwhile };
        return Ok((status, view::in_force::page(&me, &held)).into_response());
    }
    let now = app.clock.now();
    let by = Adoption { staff: Some(&me.staff), note: typed.first("note").trim(), now };
    let version = adopt(&mut tx, &me.service, &draft.plan, by).await?;
    sql::end_draft(&mut tx, &me.service).await?;
    let detail = format!("version {version}");
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "plan put in force", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("plan")).into_response())
}
