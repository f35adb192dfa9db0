//! The draft on somebody's device, for the pages that need it, and where they lead whoever has none.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Path},
    http::{HeaderMap, StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{
    draft::{self, Draft},
    open, sql, tablet, view,
};
use crate::{
    app::App,
    error::Error,
    pepper::Purpose,
    surveys::Published,
    wishes::{Switched, Wishes},
};

/// An open survey, and the draft of it that is on this device.
pub(super) struct Mine {
    pub published: Arc<Published>,
    pub draft: Draft,
}

/// The addresses of all pages of a survey begin with this.
#[derive(Deserialize)]
struct Beginning {
    service: String,
    survey: String,
}

impl FromRequestParts<App> for Mine {
    type Rejection = Away;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Away> {
        Wishes::from_request_parts(parts, app).await?;
        let path = Path::<Beginning>::from_request_parts(parts, app).await;
        let Path(Beginning { service, survey }) = path.map_err(|_| Error::NotFound)?;
        let published = open(app, &service, &survey).await?;
        let draft = draft(app, &published, &parts.headers).await?;
        Ok(Self { published, draft })
    }
}

/// Why a page of a draft is not shown: a fault, or the draft is not here and the person is led elsewhere.
pub(super) enum Away {
    Fault(Error),
    To(Box<Response>),
}

impl Away {
    /// Shows something else instead.
    pub fn to(instead: impl IntoResponse) -> Self {
        Self::To(Box::new(instead.into_response()))
    }
}

impl From<Error> for Away {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

impl From<Switched> for Away {
    fn from(switched: Switched) -> Self {
        Self::to(switched)
    }
}

impl IntoResponse for Away {
    fn into_response(self) -> Response {
        match self {
            Self::Fault(error) => error.into_response(),
            Self::To(response) => *response,
        }
    }
}

/// The draft that the browser's cookie names; where it is not here, says where it is, or leads to where one can begin.
pub(super) async fn draft(app: &App, published: &Published, headers: &HeaderMap) -> Result<Draft, Away> {
    match draft::find(app, published, headers).await {
        Err(Error::NoDraft) => Err(lost(app, published, headers).await?),
        found => Ok(found?),
    }
}

/// What somebody is shown whose draft is not here.
pub(super) async fn lost(app: &App, published: &Published, headers: &HeaderMap) -> Result<Away, Error> {
    // On a shared tablet it was somebody else's, most likely.
    if tablet::is_on(app, headers) {
        return Ok(Away::to(Redirect::to(&published.path())));
    }
    let Some(code) = draft::code(app, headers) else { return Ok(Error::NoDraft.into()) };
    let (mut tx, code_hash) = (app.db.read().await?, app.pepper.hash(Purpose::Draft, code));
    let key = &published.survey.key;
    if !sql::has_moved(&mut tx, &published.house.key, key, &code_hash, app.clock.now()).await? {
        return Ok(Error::NoDraft.into());
    }
    let lang = Wishes::of(headers, app.secure()).among(&published.survey.languages);
    Ok(Away::to((StatusCode::GONE, view::moved(published, &lang))))
}
