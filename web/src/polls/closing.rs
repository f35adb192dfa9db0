//! How a poll ends: the chair or the teller closes it, or its day is over.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::disclosure::Voting;
use maud::Markup;

use super::{Poll, PollPath, Stage, held, one, secret, sql, view};
use crate::{app::App, councils::Teller, db::Tx, error::Error, typed::PostedForm};

pub(super) async fn ask(State(app): State<App>, Teller(me): Teller, Path((_, id)): PollPath) -> Result<Markup, Error> {
    let poll = one(&mut app.db.read().await?, &me.service, &me.council, &id).await?;
    Ok(view::ask_to_close(&me, &poll))
}

/// Closes a poll. Doing it twice is doing it once.
pub(super) async fn close(
    State(app): State<App>,
    Teller(me): Teller,
    Path((_, id)): PollPath,
    form: PostedForm,
) -> Result<Response, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    let poll = held(&mut tx, &me, &id).await?;
    if poll.is_on() {
        end(&mut tx, &poll, app.clock.now()).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&poll.path("")).into_response())
}

/// Closes the polls whose day is over.
pub(crate) async fn close_due(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    for poll in sql::due(&mut app.db.read().await?, now).await? {
        let mut tx = app.db.write().await?;
        sql::hold(&mut tx, &poll.service, &poll.id).await?;
        let poll = one(&mut tx, &poll.service, &poll.council, &poll.id).await?;
        if poll.is_on() {
            end(&mut tx, &poll, now).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Ends a poll that is held, and is on.
pub(super) async fn end(tx: &mut Tx, poll: &Poll, now: i64) -> Result<(), Error> {
    if poll.voting == Voting::Secret {
        secret::close(tx, poll).await?;
    }
    sql::end(tx, poll, Stage::Closed, now, None).await
}
