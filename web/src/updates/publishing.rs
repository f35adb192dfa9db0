//! Publishing an update, with a mail to everyone who asked to hear; taking it back; throwing a draft away.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::answer::Typed;
use maud::Markup;

use super::{
    Stage, Told, Within, desk, letter, sql,
    writing::{FROM, draft},
};
use crate::{
    app::App,
    error::Error,
    form::sheet::{Trouble, YES},
    plans, services,
    staff::{self, Editor},
    tell_me,
    typed::PostedForm,
};

type UpdatePath = Path<(String, String)>;

pub(super) async fn ask(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let told = draft(&mut tx, &me, &key).await?;
    let within = Within::find(&told.update, plans::current(&mut tx, &me.service).await?.as_ref());
    Ok(desk::publishing(&me, &told, &within, false))
}

/// Publishes what the page showed. The mails are queued in the same transaction: each who asked gets one, whatever
/// happens, and pressing twice publishes once.
pub(super) async fn publish(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[FROM, "mail"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let told = Told::find(&mut tx, &me.service, &key).await?;
    if told.stage != Stage::Draft {
        return Ok(Redirect::to(&desk::path(&me, &key, "")).into_response());
    }
    if typed.first(FROM) != told.revision.to_string() {
        let within = Within::find(&told.update, plans::current(&mut tx, &me.service).await?.as_ref());
        return Ok((StatusCode::CONFLICT, desk::publishing(&me, &told, &within, true)).into_response());
    }
    let now = app.clock.now();
    sql::publish(&mut tx, &me.service, &key, now, &me.staff).await?;
    let mailed = typed.first("mail") == YES;
    if mailed {
        let house = services::house(&mut tx, &me.service).await?;
        let address = format!("{}/{}/updates/{key}", app.base_url, me.service);
        let (subject, body) = letter::tell(&house.name, &told.update, &address);
        tell_me::tell_all(&app, &mut tx, &house, &subject, &body).await?;
    }
    let detail = format!("{}{}", told.update.title, if mailed { ", with a mail to those who asked" } else { "" });
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "update published", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&desk::path(&me, &key, "")).into_response())
}

pub(super) async fn ask_why(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
) -> Result<Markup, Error> {
    let told = Told::find(&mut app.db.read().await?, &me.service, &key).await?;
    Ok(desk::withdrawing(&me, &told, &Typed::default(), &[]))
}

pub(super) async fn withdraw(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["why"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let told = Told::find(&mut tx, &me.service, &key).await?;
    let why = typed.first("why").trim();
    let advice = match why.chars().count() {
        0 => Some("Say why: who read it wants to know."),
        1..=1_000 => None,
        _ => Some("Make it shorter, please."),
    };
    if let Some(advice) = advice {
        let trouble = Trouble { field: "why".to_owned(), label: desk::label("why").to_owned(), advice };
        let page = desk::withdrawing(&me, &told, &typed, &[trouble]);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let now = app.clock.now();
    if sql::withdraw(&mut tx, &me.service, &key, now, &why.replace("\r\n", "\n")).await? {
        staff::audit(&mut tx, &me.service, Some(&me.staff), now, "update taken back", &told.update.title).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&desk::path(&me, &key, "")).into_response())
}

pub(super) async fn throw_away(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let told = draft(&mut tx, &me, &key).await?;
    sql::throw_away(&mut tx, &me.service, &key).await?;
    let now = app.clock.now();
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "draft of an update thrown away", &told.update.title)
        .await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("updates")))
}
