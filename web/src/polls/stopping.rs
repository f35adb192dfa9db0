//! An adult who helps stops a poll, to keep somebody safe: with a reason, which the council reads and the record keeps.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::answer::Typed;
use maud::Markup;

use super::{Stage, one, secret, sql, view::staff as view};
use crate::{
    app::App,
    error::Error,
    form::sheet::Trouble,
    staff::{self, Editor},
    typed::PostedForm,
};

/// The longest reason, in letters.
const LONGEST: usize = 500;
/// The fields of the form.
pub(super) const REASON: &str = "reason";
pub(super) const SAFETY: &str = "safety";

type StopPath = Path<(String, String, String)>;

pub(super) async fn ask(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, council, id)): StopPath,
) -> Result<Markup, Error> {
    let poll = one(&mut app.db.read().await?, &me.service, &council, &id).await?;
    Ok(view::ask_to_stop(&me, &poll, &Typed::default(), &[]))
}

/// Stops a poll. Its votes are deleted, and members no longer see what it asked: it may be what hurts.
pub(super) async fn stop(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, council, id)): StopPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[REASON, SAFETY])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service, &id).await?;
    let poll = one(&mut tx, &me.service, &council, &id).await?;
    let troubles = troubles(&typed);
    if !troubles.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::ask_to_stop(&me, &poll, &typed, &troubles)).into_response());
    }
    if poll.state != Stage::Stopped {
        let reason = typed.first(REASON).trim();
        secret::throw_away(&mut tx, &poll).await?;
        sql::lower_hands(&mut tx, &poll).await?;
        sql::end(&mut tx, &poll, Stage::Stopped, app.clock.now(), Some(reason)).await?;
        let detail = format!("{}: {reason}", poll.question);
        staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "council poll stopped", &detail).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path(&format!("councils/{council}"))).into_response())
}

fn troubles(typed: &Typed) -> Vec<Trouble> {
    let trouble =
        |field: &str, advice| Trouble { field: field.to_owned(), label: view::label(field).to_owned(), advice };
    let reason = typed.first(REASON).trim();
    let mut troubles = Vec::new();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        troubles.push(trouble(REASON, "Say why, so that young people understand it: 500 letters at most."));
    }
    if typed.first(SAFETY) != crate::form::sheet::YES {
        troubles.push(trouble(SAFETY, "You can stop a poll for somebody’s safety only. If that is why, tick the box."));
    }
    troubles
}
