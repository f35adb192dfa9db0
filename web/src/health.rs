//! For the machines that watch over the server.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
    routing::get,
};

use crate::{
    app::App,
    db::{one, sql},
    error::Error,
    limits::{Client, Door},
    pepper::Purpose,
};

sql! {
    ANYTHING = "select count(*) from service";
}

/// The routes of this room.
pub fn router() -> Router<App> {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
}

/// Whether requests can be served: the database answers.
async fn ready(State(app): State<App>) -> impl IntoResponse {
    match ask_database(&app).await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}

async fn ask_database(app: &App) -> Result<(), Error> {
    let mut tx = app.db.read().await?;
    let _services: (i64,) = one!(&mut tx, ANYTHING)?;
    Ok(())
}

async fn metrics(State(app): State<App>, client: Client, headers: HeaderMap) -> Result<impl IntoResponse, Error> {
    app.limits.pass(Door::Metrics, &client, app.clock.now())?;
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or("");
    let known = app.metrics_token.as_deref().is_some_and(|token| {
        // Compared by their digests, so that the time tells nothing of the token.
        app.pepper.hash(Purpose::Metrics, token) == app.pepper.hash(Purpose::Metrics, given)
    });
    if !known {
        return Err(Error::NotFound);
    }
    Ok(([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], app.metrics.text()))
}
