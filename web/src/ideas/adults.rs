//! An adult looks at what was held, and shows it or keeps it back for somebody's safety.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::answer::Typed;
use maud::Markup;

use super::{Idea, Stage, sql, view::adults as view, writing::TURN};
use crate::{
    app::App,
    councils::{self, safety},
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    polls,
    staff::{self, Colleague, Moderator},
    typed::PostedForm,
};

/// The field that says what happens with an idea, and its values.
pub(super) const CHOICE: &str = "choice";
pub(super) const SHOW: &str = "show";
pub(super) const KEEP_BACK: &str = "keep_back";

pub(super) async fn list(State(app): State<App>, Moderator(me): Moderator) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let ideas = sql::of_service(&mut tx, &me.service).await?;
    let councils = councils::of_service(&mut tx, &me.service).await?;
    Ok(view::list(&me, &ideas, &councils))
}

type IdeaPath = Path<(String, String)>;

pub(super) async fn show(
    State(app): State<App>,
    Moderator(me): Moderator,
    Path((_, id)): IdeaPath,
) -> Result<Markup, Error> {
    let idea = one(&mut app.db.read().await?, &me, &id).await?;
    Ok(view::one(&me, &idea, None, &Typed::default(), &[]))
}

async fn one(tx: &mut Tx, me: &Colleague, id: &str) -> Result<Idea, Error> {
    sql::one(tx, &me.service, id).await?.ok_or(Error::NotFound)
}

/// Shows an idea or keeps it back, as it was seen.
pub(super) async fn decide(
    State(app): State<App>,
    Moderator(me): Moderator,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.with_several(&[CHOICE, safety::REASON, TURN], &[safety::SAFETY])?;
    let mut tx = app.db.write().await?;
    let idea = one(&mut tx, &me, &id).await?;
    let again =
        |status, troubles: &[Trouble]| Ok((status, view::one(&me, &idea, None, &typed, troubles)).into_response());
    let (state, reason, action) = match read(&typed) {
        Ok(Some(reason)) => (Stage::KeptBack, Some(reason), "council idea kept back"),
        Ok(None) => (Stage::Shown, None, "council idea shown"),
        Err(troubles) => return again(StatusCode::UNPROCESSABLE_ENTITY, &troubles),
    };
    let seen = Idea { turn: typed.first(TURN).parse().unwrap_or_default(), ..idea.clone() };
    if !sql::decide(&mut tx, &seen, state, reason, app.clock.now()).await? {
        return again(StatusCode::CONFLICT, &[choice("It changed meanwhile. Read it again, then decide.")]);
    }
    if let (Some(poll), Some(reason)) = (&idea.poll, reason) {
        polls::stop_of_idea((&app, &mut tx), &me, (&idea.council, poll), reason).await?;
    }
    // The record keeps the reason, not the words: they may be what hurts.
    let council = councils::council(&mut tx, &me.service, &idea.council).await?;
    let detail = reason.map_or_else(|| council.name.clone(), |reason| format!("{}: {reason}", council.name));
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), action, &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("ideas")).into_response())
}

fn choice(advice: &'static str) -> Trouble {
    Trouble { field: CHOICE.to_owned(), label: view::CHOICE_LABEL.to_owned(), advice }
}

/// Why it is kept back, or nothing, where it is shown.
fn read(typed: &Typed) -> Result<Option<&str>, Vec<Trouble>> {
    match typed.first(CHOICE) {
        SHOW => Ok(None),
        KEEP_BACK => safety::reason(typed).map(Some),
        _ => Err(vec![choice("Choose whether others may read it.")]),
    }
}

/// Tells what the council calls the writer, so that somebody can look after them. The record says that it was looked up.
pub(super) async fn writer(
    State(app): State<App>,
    Moderator(me): Moderator,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Markup, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    let idea = one(&mut tx, &me, &id).await?;
    if !matches!(idea.state, Stage::Held | Stage::KeptBack) {
        return Err(Error::Refused("Only the writer of an idea that is held or kept back can be looked up."));
    }
    let council = councils::council(&mut tx, &me.service, &idea.council).await?;
    let names = councils::names(&mut tx, &me.service, &council.id).await?;
    let name = names.into_iter().find(|(member, _)| *member == idea.member).map(|(_, name)| name);
    let action = "writer of a council idea looked up";
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), action, &council.name).await?;
    tx.commit().await?;
    Ok(view::one(&me, &idea, name.as_deref(), &Typed::default(), &[]))
}
