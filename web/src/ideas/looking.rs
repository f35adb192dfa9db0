//! Young moderators look at new ideas before others read them; and a member who worries about one calls an adult.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, minding::doubts};
use maud::Markup;

use super::{Idea, IdeaPath, Stage, Wall, calling, sql, view, writing::TURN};
use crate::{
    app::App,
    councils::{Member, Moderator},
    error::Error,
    form::sheet::Trouble,
    typed::PostedForm,
};

/// The fields of the form of one idea.
pub(super) const CHOICE: &str = "choice";
pub(super) const NOTE: &str = "note";
/// What can be chosen.
pub(super) const SHOW: &str = "show";
pub(super) const ASK: &str = "ask";
pub(super) const ADULT: &str = "adult";
/// The longest note, in letters.
const LONGEST: usize = 200;

/// One idea at a time, the oldest first.
pub(super) async fn show(State(app): State<App>, Moderator(me): Moderator) -> Result<Markup, Error> {
    let wall = Wall::of(&mut app.db.read().await?, me).await?;
    Ok(view::looking::one(&wall, wall.waiting().last(), &Typed::default(), &[]))
}

/// Decides on an idea, as it was seen.
pub(super) async fn decide(
    State(app): State<App>,
    Moderator(me): Moderator,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[CHOICE, NOTE, TURN])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let Some(idea) = wall.waiting().find(|idea| idea.id == id) else {
        // Somebody else did, or it is their own.
        return Ok(Redirect::to(&wall.me.path("ideas/look")).into_response());
    };
    let again =
        |status, trouble| Ok((status, view::looking::one(&wall, Some(idea), &typed, &[trouble])).into_response());
    let (state, note) = match read(&typed) {
        Ok(read) => read,
        Err(trouble) => return again(StatusCode::UNPROCESSABLE_ENTITY, trouble),
    };
    let seen = Idea { turn: typed.first(TURN).parse().unwrap_or_default(), ..idea.clone() };
    if !sql::decide(&mut tx, &seen, state, note, app.clock.now()).await? {
        let advice = "The writer changed it meanwhile. Read it again, then choose.";
        return again(StatusCode::CONFLICT, trouble(CHOICE, advice));
    }
    if state == Stage::Held {
        calling::adults(&app, &mut tx, &idea.service).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&wall.me.path("ideas/look")).into_response())
}

fn trouble(field: &str, advice: &'static str) -> Trouble {
    Trouble { field: field.to_owned(), label: view::looking::label(field).to_owned(), advice }
}

/// What was chosen, with the note.
fn read(typed: &Typed) -> Result<(Stage, Option<&str>), Trouble> {
    let note = typed.first(NOTE).trim();
    if note.chars().count() > LONGEST || note.contains(char::is_control) {
        return Err(trouble(NOTE, "Make it shorter: 200 letters at most, in one line."));
    }
    let note = (!note.is_empty()).then_some(note);
    match (typed.first(CHOICE), note) {
        (SHOW, _) => Ok((Stage::Shown, None)),
        (ADULT, note) => Ok((Stage::Held, note)),
        (ASK, None) => Err(trouble(NOTE, "Say what they could change, kindly.")),
        (ASK, Some(note)) if !doubts(note).is_empty() => {
            Err(trouble(NOTE, "Say it without names and without words that hurt."))
        }
        (ASK, note) => Ok((Stage::Asked, note)),
        _ => Err(trouble(CHOICE, "Choose what happens with it.")),
    }
}

pub(super) async fn ask(State(app): State<App>, Member(me): Member, Path((_, id)): IdeaPath) -> Result<Markup, Error> {
    let wall = Wall::of(&mut app.db.read().await?, me).await?;
    Ok(view::looking::worry(&wall, wall.one(&id)?, &Typed::default(), &[]))
}

/// Somebody worries about an idea: nobody reads it until an adult has looked.
pub(super) async fn worry(
    State(app): State<App>,
    Member(me): Member,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[NOTE])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let idea = wall.one(&id)?;
    let note = typed.first(NOTE).trim();
    if note.chars().count() > LONGEST || note.contains(char::is_control) {
        let advice = "Make it shorter: 200 letters at most, in one line.";
        let trouble = Trouble { field: NOTE.to_owned(), label: view::looking::WORRY.to_owned(), advice };
        let page = view::looking::worry(&wall, idea, &typed, &[trouble]);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    if idea.state == Stage::Shown {
        // Where somebody else was faster, it is an adult's already.
        if sql::decide(&mut tx, idea, Stage::Held, Some(note), app.clock.now()).await? {
            calling::adults(&app, &mut tx, &idea.service).await?;
        }
        tx.commit().await?;
    }
    Ok(Redirect::to(&wall.me.path("ideas/thanks")).into_response())
}

pub(super) async fn thanks(Member(me): Member) -> Markup {
    view::looking::thanks(&me)
}
