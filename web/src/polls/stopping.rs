//! An adult who helps stops a poll, to keep somebody safe: with a reason, which the council reads and the record keeps.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::answer::Typed;
use maud::Markup;

use super::{Poll, Stage, one, secret, sql, view::staff as view};
use crate::{
    app::App,
    councils::safety,
    db::Tx,
    error::Error,
    staff::{self, Colleague, Facilitator},
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
    end(&app, &mut tx, &me, &poll, reason).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path(&format!("councils/{council}"))).into_response())
}

/// Stops the poll that an idea became, where the idea is kept back: its words stand in it.
pub(crate) async fn stop_of_idea(
    (app, tx): (&App, &mut Tx),
    me: &Colleague,
    (council, id): (&str, &str),
    reason: &str,
) -> Result<(), Error> {
    sql::hold(tx, &me.service, id).await?;
    let poll = one(tx, &me.service, council, id).await?;
    end(app, tx, me, &poll, reason).await
}

async fn end(app: &App, tx: &mut Tx, me: &Colleague, poll: &Poll, reason: &str) -> Result<(), Error> {
    if poll.state == Stage::Stopped {
        return Ok(());
    }
    secret::throw_away(tx, poll).await?;
    sql::lower_hands(tx, poll).await?;
    sql::end(tx, poll, Stage::Stopped, app.clock.now(), Some(reason)).await?;
    let detail = format!("{}: {reason}", poll.question);
    staff::audit(tx, &me.service, Some(&me.staff), app.clock.now(), "council poll stopped", &detail).await
}
