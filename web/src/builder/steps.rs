//! What was done to a draft, and going back.

use axum::{
    extract::{Path, State},
    response::Redirect,
};
use maud::Markup;

use super::{
    drafts::{self, Draft},
    editing::rearrange,
    sql, view,
};
use crate::{
    app::App,
    error::Error,
    staff::{self, Editor},
    typed::PostedForm,
};

type SurveyPath = Path<(String, String)>;

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): SurveyPath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let draft = Draft::open(&mut tx, &me.service, &survey).await?;
    let steps = sql::steps(&mut tx, &me.service, &survey).await?;
    Ok(view::steps(&me, &draft, &steps))
}

/// Makes the survey as it was at a step. That is a step too, so that it can be taken back.
pub(super) async fn go_back(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): SurveyPath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    let typed = form.only(&["revision"])?;
    let revision = typed.first("revision").parse().map_err(|_| Error::NotFound)?;
    let was = drafts::as_it_was(&mut app.db.read().await?, &me.service, &key, revision).await?;
    rearrange(&app, &me, &key, |survey| {
        *survey = was;
        Some(format!("Went back to step {revision}"))
    })
    .await?;
    Ok(Redirect::to(&format!("{}#Done", drafts::path(&me, &key, ""))))
}

pub(super) async fn throw_away(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): SurveyPath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    let typed = form.only(&["revision"])?;
    let mut tx = app.db.write().await?;
    let draft = Draft::open(&mut tx, &me.service, &key).await?;
    if draft.step.revision.to_string() != typed.first("revision") {
        return Err(Error::Refused("A colleague has changed this draft meanwhile. Go back and load the page again."));
    }
    sql::end(&mut tx, &me.service, &key).await?;
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "draft of a survey thrown away", &key).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("surveys")))
}
