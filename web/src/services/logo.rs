//! An owner gives the service a logo, or takes it away.

use axum::{
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::BASE64;
use maud::Markup;
use tokio::task::spawn_blocking;

use super::{
    picture::{self, Logo},
    sql,
    view::logo as view,
};
use crate::{
    app::App,
    error::Error,
    staff::{self, Owner},
    uploads,
};

/// The largest file that is read, in bytes, and the largest form: more, so that one which is too large is told kindly.
pub(super) const LARGEST: usize = 2 << 20;
pub(super) const MOST_BYTES: usize = 8 << 20;

pub(super) const FILE: &str = "file";
/// What is to be done, where it is not to take the file.
pub(super) const DO: &str = "do";
pub(super) const REMOVE: &str = "remove";

pub(super) async fn ask(State(app): State<App>, Owner(me): Owner) -> Result<Markup, Error> {
    let house = super::house(&mut app.db.read().await?, &me.service).await?;
    Ok(view::form(&me, &house, None))
}

pub(super) async fn save(State(app): State<App>, Owner(me): Owner, request: Request) -> Result<Response, Error> {
    let [file, wish] = uploads::read(&app, request, [(FILE, LARGEST), (DO, 16)]).await?;
    let logo = match wish.text() {
        REMOVE => None,
        _ if file.too_large => Some(Err("The file is too large: 2 MB at most.")),
        _ if file.bytes.is_empty() => Some(Err("Choose a file first.")),
        _ => {
            let made = spawn_blocking(move || picture::logo(&file.bytes)).await;
            Some(made.map_err(|e| Error::fault("making a logo", e))??)
        }
    };
    let mut tx = app.db.write().await?;
    let logo = match logo.transpose() {
        Ok(logo) => logo,
        Err(advice) => {
            let house = super::house(&mut tx, &me.service).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::form(&me, &house, Some(advice))).into_response());
        }
    };
    let changed = match logo {
        Some(Logo { name, picture }) => {
            sql::set_logo(&mut tx, &me.service, &name, &BASE64.encode(&picture)).await?;
            true
        }
        None => sql::remove_logo(&mut tx, &me.service).await?,
    };
    if changed {
        staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "look changed", "logo").await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path("look/logo")).into_response())
}

/// The picture, kept by browsers for a year: another has another name.
pub(super) async fn serve(
    State(app): State<App>,
    Path((service, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let stored = sql::logo(&mut app.db.read().await?, &service, &name).await?.ok_or(Error::NotFound)?;
    let picture = BASE64.decode(stored.as_bytes()).map_err(|e| Error::fault("stored logo", e))?;
    let headers = [
        (header::CONTENT_TYPE, picture::content_type(&picture)),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, picture).into_response())
}
