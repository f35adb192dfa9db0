//! A survey that comes in a file: read within limits, and then a draft like any other, with what could not come over.

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    survey::{Fault, Survey},
    text::{Key, Lang},
};
use maud::Markup;

use super::{drafts, starting::free_key, view};
use crate::{
    app::App,
    aside::aside,
    db::Tx,
    error::Error,
    files,
    staff::{Colleague, Editor},
    surveys, uploads,
};

/// The largest form that is read: more than a file may have, so that one which is too large is told so kindly.
pub(super) const MOST_BYTES: usize = 16 << 20;

pub(super) const FILE: &str = "file";
/// Whether it becomes a new survey, or the next version of one.
pub(super) const INTO: &str = "into";

/// Surveys that it can be the next version of: their keys and titles.
pub(super) type Others = Vec<(String, String)>;

pub(super) async fn ask(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let others = others(&mut app.db.read().await?, &me).await?;
    Ok(view::files::bring(&me, &others, "", &[]))
}

async fn others(tx: &mut Tx, me: &Colleague) -> Result<Others, Error> {
    let published = surveys::all(tx, &me.service).await?;
    let other = |survey: Survey| (survey.key.to_string(), survey.title.get(&Lang::english()).to_owned());
    Ok(published.into_iter().map(other).collect())
}

pub(super) async fn bring(State(app): State<App>, Editor(me): Editor, request: Request) -> Result<Response, Error> {
    let [file, into] = uploads::read(&app, request, [(FILE, files::LARGEST), (INTO, 100)]).await?;
    let into = into.text().to_owned();
    let read = if file.too_large {
        Err(vec![Fault { at: String::new(), message: "The file is too large: 5 MB at most.".to_owned() }])
    } else {
        aside("reading a file", move || {
            let (survey, losses) = files::read(&file.bytes)?;
            let too_much = survey.too_much().map(|message| Fault { at: String::new(), message: message.to_owned() });
            too_much.map_or(Ok((survey, losses)), |fault| Err(vec![fault]))
        })
        .await?
    };
    let mut tx = app.db.write().await?;
    let others = others(&mut tx, &me).await?;
    let (mut survey, losses) = match read {
        Ok(read) => read,
        Err(faults) => {
            let page = view::files::bring(&me, &others, &into, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    survey.key = match others.iter().find(|(key, _)| *key == into) {
        Some((key, _)) => Key::try_from(key.as_str()).map_err(|e| Error::fault("stored key", e))?,
        None => free_key(&mut tx, &me, survey.title.get(&Lang::english())).await?,
    };
    drafts::bring(&mut tx, &app, &me, &survey, "Brought it in a file", Some(&losses)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&drafts::path(&me, &survey.key, "losses")).into_response())
}

/// What of its file could not come over.
pub(super) async fn losses(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let losses = drafts::losses(&mut app.db.read().await?, &me.service, &survey).await?.ok_or(Error::NotFound)?;
    Ok(view::files::losses(&me, &survey, &losses))
}
