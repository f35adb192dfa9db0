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
    councils::safety,
    error::Error,
    staff::{self, Facilitator},
    typed::PostedForm,
};

type StopPath = Path<(String, String, String)>;

pub(super) async fn ask(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council, id)): StopPath,
) -> Result<Markup, Error> {
    let poll = one(&mut app.db.read().await?, &me.service, &council, &id).await?;
    Ok(view::ask_to_stop(&me, &poll, &Typed::default(), &[]))
}

/// Stops a poll. Its votes are deleted, and members no longer see what it asked: it may be what hurts.
pub(super) async fn stop(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council, id)): StopPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[safety::REASON, safety::SAFETY])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service, &id).await?;
    let poll = one(&mut tx, &me.service, &council, &id).await?;
    let reason = match safety::reason(&typed) {
        Ok(reason) => reason,
        Err(troubles) => {
            let page = view::ask_to_stop(&me, &poll, &typed, &troubles);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if poll.state != Stage::Stopped {
        secret::throw_away(&mut tx, &poll).await?;
        sql::lower_hands(&mut tx, &poll).await?;
        sql::end(&mut tx, &poll, Stage::Stopped, app.clock.now(), Some(reason)).await?;
        let detail = format!("{}: {reason}", poll.question);
        staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "council poll stopped", &detail).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path(&format!("councils/{council}"))).into_response())
}
