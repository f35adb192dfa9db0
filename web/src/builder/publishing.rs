//! Publishing: what has to be changed first, and then a version that never changes.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;

use super::{
    advice,
    drafts::{self, Draft},
    sql, view,
};
use crate::{
    app::App,
    error::Error,
    staff::{self, Editor},
    surveys,
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
    let newest = surveys::newest(&mut tx, &me.service, &survey).await?;
    drop(tx);
    let advice = advice::on(&app, &me.service, &draft.survey, newest.as_ref()).await?;
    Ok(view::publishing::page(&me, &draft, newest.as_ref(), &advice, false))
}

/// Publishes what the page showed: a draft that changed since is shown again.
pub(super) async fn publish(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): SurveyPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["revision"])?;
    let mut tx = app.db.write().await?;
    let draft = Draft::open(&mut tx, &me.service, &survey).await?;
    let seen = draft.step.revision.to_string() == typed.first("revision");
    if !seen || !draft.survey.faults().is_empty() {
        let newest = surveys::newest(&mut tx, &me.service, &survey).await?;
        drop(tx);
        let advice = advice::on(&app, &me.service, &draft.survey, newest.as_ref()).await?;
        let status = if seen { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        return Ok((status, view::publishing::page(&me, &draft, newest.as_ref(), &advice, !seen)).into_response());
    }
    let now = app.clock.now();
    let whole = draft.survey.clone().with_standard_items().0;
    let version = surveys::publish(&mut tx, &me.service, &whole, now).await?;
    sql::end(&mut tx, &me.service, &survey).await?;
    let detail = format!("{survey}, version {version}");
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "survey published", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&drafts::path(&me, &survey, "")).into_response())
}
