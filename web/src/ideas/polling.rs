//! An idea becomes a poll, in one step: yes, no or not sure.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, disclosure::Voting, poll::Rule};

use super::{Idea, IdeaPath, Stage, Wall, sql, view};
use crate::{
    app::App,
    councils::Maker,
    error::Error,
    form::sheet::Trouble,
    polls::{self, NewPoll},
    typed::PostedForm,
};

/// The fields of the form.
pub(super) const QUESTION: &str = "question";
pub(super) const VOTING: &str = "voting";
/// The longest question, in letters, as for any poll.
const LONGEST: usize = 200;

pub(super) async fn form(State(app): State<App>, Maker(me): Maker, Path((_, id)): IdeaPath) -> Result<Response, Error> {
    let wall = Wall::of(&mut app.db.read().await?, me).await?;
    let idea = wall.one(&id)?;
    if let Some(poll) = &idea.poll {
        return Ok(to_poll(&wall, poll));
    }
    let usual = [(QUESTION, question(idea)), (VOTING, "open".to_owned())];
    let typed = usual.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(view::poll(&wall, idea, &typed, &[]).into_response())
}

/// An idea as a question: in one line, and no longer than one may be.
fn question(idea: &Idea) -> String {
    let line = idea.words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST).collect()
}

fn to_poll(wall: &Wall, poll: &str) -> Response {
    Redirect::to(&wall.me.path(&format!("polls/{poll}"))).into_response()
}

pub(super) async fn make(
    State(app): State<App>,
    Maker(me): Maker,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[QUESTION, VOTING])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let idea = wall.one(&id)?;
    if idea.state != Stage::Shown || idea.about.is_some() {
        return Err(Error::NotFound);
    }
    let question = match read(&typed) {
        Ok(question) => question,
        Err(trouble) => {
            let page = view::poll(&wall, idea, &typed, &[trouble]);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let voting = if typed.first(VOTING) == "secret" { Voting::Secret } else { Voting::Open };
    let new = NewPoll {
        question,
        options: ["Yes", "No", "I am not sure"].map(str::to_owned).to_vec(),
        rule: Rule::Plurality,
        voting,
        running: false,
        quorum: 0,
        closes: None,
    };
    let poll = polls::make(&mut tx, &idea.service, &idea.council, new, app.clock.now()).await?;
    if !sql::ask(&mut tx, idea, &poll.id).await? {
        // Somebody else was faster: theirs is the poll.
        drop(tx);
        return Ok(Redirect::to(&idea.path("poll")).into_response());
    }
    tx.commit().await?;
    Ok(to_poll(&wall, &poll.id))
}

fn read(typed: &Typed) -> Result<String, Trouble> {
    let question = typed.first(QUESTION).trim();
    let fits = !question.is_empty() && question.chars().count() <= LONGEST && !question.contains(char::is_control);
    let advice = "Write a question of one line, 200 letters at most.";
    let trouble = || Trouble { field: QUESTION.to_owned(), label: view::QUESTION_LABEL.to_owned(), advice };
    fits.then(|| question.to_owned()).ok_or_else(trouble)
}
