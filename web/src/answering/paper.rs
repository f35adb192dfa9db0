//! A survey on paper: the whole of it in one language, to be printed. What is written on it is typed in by the numbers
//! that stand beside questions and boxes (`heard_core::paper`).

use axum::extract::{Path, State};
use maud::Markup;

use super::{SurveyPath, open, view};
use crate::{app::App, error::Error, wishes::Wishes};

pub(super) async fn normal(app: State<App>, path: SurveyPath, wishes: Wishes) -> Result<Markup, Error> {
    sheet(app, path, wishes, view::Size::Normal).await
}

/// For those who read letters of 18 points and more.
pub(super) async fn large(app: State<App>, path: SurveyPath, wishes: Wishes) -> Result<Markup, Error> {
    sheet(app, path, wishes, view::Size::Large).await
}

async fn sheet(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    size: view::Size,
) -> Result<Markup, Error> {
    let published = open(&app, &service, &survey).await?;
    let address = format!("{}{}", app.base_url.trim_end_matches('/'), published.path());
    Ok(view::paper(&published, &wishes.among(&published.survey.languages), &address, size))
}
