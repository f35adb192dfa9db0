//! Writing an idea, changing it, taking it back, and saying what would make another's better.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::answer::Typed;

use super::{Idea, IdeaPath, Stage, Wall, calling, first_stage, sql, view};
use crate::{
    app::App,
    councils::Member,
    db::Tx,
    error::Error,
    form::sheet::{Trouble, YES},
    typed::PostedForm,
};

/// The longest idea, in letters.
const LONGEST: usize = 300;
/// How many ideas of one member wait at once, at most.
const MOST: usize = 10;

/// The fields of the forms.
pub(super) const WORDS: &str = "words";
pub(super) const NAMED: &str = "named";
pub(super) const TURN: &str = "turn";
/// What a button asks for, and its value where the idea is taken back.
pub(super) const DO: &str = "do";
pub(super) const TAKE_BACK: &str = "back";

/// The words that were typed, or what is wrong with them.
fn words(typed: &Typed) -> Result<&str, Trouble> {
    let words = typed.first(WORDS).trim();
    let trouble = |advice| Trouble { field: WORDS.to_owned(), label: view::WORDS_LABEL.to_owned(), advice };
    if words.is_empty() {
        return Err(trouble("Write something first."));
    }
    let strange = |sign: char| sign.is_control() && sign != '\n' && sign != '\r';
    if words.chars().count() > LONGEST || words.contains(strange) {
        return Err(trouble("Make it shorter: 300 letters at most."));
    }
    Ok(words)
}

fn too_many(wall: &Wall) -> Option<Trouble> {
    let waiting = wall.mine().filter(|idea| matches!(idea.state, Stage::Waiting | Stage::Held)).count();
    let advice = "Ten things of yours wait already. Wait until somebody has looked at them.";
    (waiting >= MOST).then(|| Trouble { field: WORDS.to_owned(), label: view::WORDS_LABEL.to_owned(), advice })
}

pub(super) async fn put(State(app): State<App>, Member(me): Member, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&[WORDS, NAMED])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let written = words(&typed).and_then(|words| too_many(&wall).map_or(Ok(words), Err));
    let words = match written {
        Ok(words) => words,
        Err(trouble) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::wall(&wall, &typed, &[trouble])).into_response());
        }
    };
    let idea = Idea::of(&wall.me, None, words, typed.first(NAMED) == YES, app.clock.now());
    keep(&app, &mut tx, &idea).await?;
    tx.commit().await?;
    Ok(Redirect::to(&idea.path("")).into_response())
}

/// Keeps something new, and calls an adult where one has to look first.
async fn keep(app: &App, tx: &mut Tx, idea: &Idea) -> Result<(), Error> {
    sql::add(tx, idea).await?;
    if idea.state == Stage::Held { calling::adults(app, tx, &idea.service).await } else { Ok(()) }
}

/// Says what would make an idea better. It is looked at as an idea is.
pub(super) async fn better(
    State(app): State<App>,
    Member(me): Member,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[WORDS, NAMED])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let idea = wall.one(&id)?;
    if idea.state != Stage::Shown || idea.about.is_some() {
        return Err(Error::NotFound);
    }
    let written = words(&typed).and_then(|words| too_many(&wall).map_or(Ok(words), Err));
    let words = match written {
        Ok(words) => words,
        Err(trouble) => {
            let page = view::idea(&wall, idea, &typed, &[trouble]);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let change = Idea::of(&wall.me, Some(&idea.id), words, typed.first(NAMED) == YES, app.clock.now());
    keep(&app, &mut tx, &change).await?;
    tx.commit().await?;
    Ok(Redirect::to(&change.path("")).into_response())
}

/// Writes one's own idea anew, which somebody has to look at again, or takes it back with all that hangs on it.
pub(super) async fn change(
    State(app): State<App>,
    Member(me): Member,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[WORDS, NAMED, TURN, DO])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let idea = wall.one(&id)?;
    if !wall.is_mine(idea) {
        return Err(Error::NotFound);
    }
    if idea.is_worry() {
        return Err(Error::Refused("An adult looks at this idea now. Until they have decided, it stays as it is."));
    }
    if typed.first(DO) == TAKE_BACK {
        sql::drop(&mut tx, &idea.service, &idea.id).await?;
        tx.commit().await?;
        return Ok(Redirect::to(&wall.me.path("ideas")).into_response());
    }
    if idea.state == Stage::KeptBack || idea.poll.is_some() {
        return Err(Error::Refused("This idea cannot be changed any more. Write a new one."));
    }
    let words = match words(&typed) {
        Ok(words) => words,
        Err(trouble) => {
            let page = view::idea(&wall, idea, &typed, &[trouble]);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if !rewrite(&app, &mut tx, idea, &typed, words).await? {
        let advice = "Somebody looked at your idea meanwhile. Read what they said, then save again.";
        let trouble = Trouble { field: WORDS.to_owned(), label: view::WORDS_LABEL.to_owned(), advice };
        return Ok((StatusCode::CONFLICT, view::idea(&wall, idea, &typed, &[trouble])).into_response());
    }
    tx.commit().await?;
    Ok(Redirect::to(&idea.path("")).into_response())
}

/// Writes an idea anew; `false` where somebody decided on it since its writer saw it.
async fn rewrite(app: &App, tx: &mut Tx, idea: &Idea, typed: &Typed, words: &str) -> Result<bool, Error> {
    let (named, stage) = (typed.first(NAMED) == YES, first_stage(words));
    let seen = Idea { turn: typed.first(TURN).parse().unwrap_or_default(), ..idea.clone() };
    if !sql::rewrite(tx, &seen, (words, named), stage, app.clock.now()).await? {
        return Ok(false);
    }
    if stage == Stage::Held && idea.state != Stage::Held {
        calling::adults(app, tx, &idea.service).await?;
    }
    // Who liked other words may not like these.
    sql::unlike_all(tx, &idea.service, &idea.id).await?;
    Ok(true)
}
