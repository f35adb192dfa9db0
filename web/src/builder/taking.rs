//! A survey to take away: as our JSON, as an `XLSForm` workbook, on paper.

use axum::{
    extract::{Path, State},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use heard_core::{
    interchange::{Loss, xlsform},
    survey::Survey,
};
use maud::Markup;

use super::{drafts::Draft, view};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    files,
    staff::{Analyst, Colleague},
    surveys,
};

/// Which survey is taken, and what its files are called.
pub(super) const DRAFT: &str = "draft";
pub(super) const PUBLISHED: &str = "published";

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A survey that can be taken away.
pub(super) struct Offered {
    /// [`DRAFT`] or [`PUBLISHED`].
    pub name: &'static str,
    /// The version, where it is published.
    pub version: Option<i64>,
    pub survey: Survey,
    /// What its workbook does not say to other tools.
    pub losses: Vec<Loss>,
}

pub(super) async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, key)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut offered = Vec::new();
    let mut tx = app.db.read().await?;
    for name in [DRAFT, PUBLISHED] {
        if let Some((version, survey)) = find(&mut tx, &me, &key, name).await? {
            let losses = xlsform::write(&survey).1;
            offered.push(Offered { name, version, survey, losses });
        }
    }
    drop(tx);
    if offered.is_empty() {
        return Err(Error::NotFound);
    }
    let on_paper = surveys::published(&app, &me.service, &key).await.ok().map(|published| published.path());
    Ok(view::files::take(&me, &key, &offered, on_paper.as_deref()))
}

/// The draft, for those who may write it, or the newest version.
async fn find(tx: &mut Tx, me: &Colleague, key: &str, name: &str) -> Result<Option<(Option<i64>, Survey)>, Error> {
    match name {
        DRAFT if me.may_edit() => Ok(Draft::find(tx, &me.service, key).await?.map(|draft| (None, draft.survey))),
        PUBLISHED => {
            let newest = surveys::newest(tx, &me.service, key).await?;
            Ok(newest.map(|(version, survey)| (Some(version), survey)))
        }
        _ => Ok(None),
    }
}

pub(super) async fn take(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, key, file)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let (name, form) = file.split_once('.').ok_or(Error::NotFound)?;
    let found = find(&mut app.db.read().await?, &me, &key, name).await?;
    let (_, survey) = found.ok_or(Error::NotFound)?;
    let (kind, bytes) = match form {
        "json" => {
            ("application/json", serde_json::to_vec_pretty(&survey).map_err(|e| Error::fault("survey to JSON", e))?)
        }
        "xlsx" => {
            let bytes = files::of_form(xlsform::write(&survey).0);
            (WORKBOOK, bytes.map_err(|e| Error::fault("survey to a workbook", e))?)
        }
        _ => return Err(Error::NotFound),
    };
    // Keys are small letters, digits and underscores.
    let called = format!("attachment; filename=\"{key}-{name}.{form}\"");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, called)], bytes).into_response())
}
