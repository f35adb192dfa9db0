//! Where somebody signs up: for a service, by its own page or by that of one of its surveys. The list is the same.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use heard_core::text::Lang;

use crate::{app::App, error::Error, page::House, services, surveys, wishes::Wishes, words::spoken};

/// The service and the survey that an address names, as somebody reads about them.
pub(super) struct Place {
    /// The service.
    pub house: House,
    /// The address of the form.
    pub here: String,
    /// The languages that the form can be read in.
    pub languages: Vec<Lang>,
    /// Whether children may come here.
    pub for_young_people: bool,
    /// The language that it is read in.
    pub lang: Lang,
}

impl Place {
    async fn of_service(app: &App, service: &str, wishes: &Wishes) -> Result<Self, Error> {
        Ok(Self {
            house: services::house(&mut app.db.read().await?, service).await?,
            here: format!("/{service}/tell-me"),
            languages: spoken().to_vec(),
            for_young_people: true,
            lang: wishes.among(spoken()),
        })
    }

    /// The survey need not be open: one may come back to a receipt later.
    async fn of_survey(app: &App, service: &str, survey: &str, wishes: &Wishes) -> Result<Self, Error> {
        let published = surveys::published(app, service, survey).await?;
        let survey = &published.survey;
        Ok(Self {
            house: published.house.clone(),
            here: format!("{}/tell-me", published.path()),
            languages: survey.languages.clone(),
            for_young_people: survey.asks_young_people(),
            lang: wishes.among(&survey.languages),
        })
    }
}

impl FromRequestParts<App> for Place {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let wishes = Wishes::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(|e| Error::fault("path", e).into_response())?;
        let named = |name: &str| params.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        let found = match (named("service"), named("survey")) {
            (Some(service), Some(survey)) => Self::of_survey(app, service, survey, &wishes).await,
            (Some(service), None) => Self::of_service(app, service, &wishes).await,
            (None, _) => Err(Error::NotFound),
        };
        found.map_err(IntoResponse::into_response)
    }
}
