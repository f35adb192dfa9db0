//! What people answered in a wave: for each question how many chose what, of all and by groups, in figures that passed
//! [`core::disclosure`](heard_core::disclosure), and in plain sentences made of them; and what of it everybody may see.

mod figures;
mod groups;
mod public;
mod release;
mod sentences;
pub(crate) mod sql;
mod table;
mod taking;
mod view;

use axum::{
    Router,
    extract::{Path, State},
    routing::get,
};
use maud::Markup;

pub use figures::Tables;
use figures::{Answered, Column, Figures};
pub(crate) use public::has_public;
pub(crate) use release::make_public;

use crate::{
    app::App,
    error::Error,
    staff::{Analyst, Colleague},
    surveys::{self, Published},
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/waves/{wave}/results", get(show))
        .route("/staff/{service}/waves/{wave}/results/by/{way}", get(by))
        .route("/staff/{service}/waves/{wave}/results/since/{before}", get(since))
        .route("/staff/{service}/waves/{wave}/results/public", get(release::ask).post(release::save))
        .route("/staff/{service}/waves/{wave}/results/{file}", get(taking::of_staff))
        .route("/{service}/results", get(public::all))
        .route("/{service}/results/{wave}", get(public::show))
        .route("/{service}/results/{wave}/by/{way}", get(public::by))
        .route("/{service}/results/{wave}/{file}", get(taking::of_public))
}

async fn for_staff(app: &App, me: &Colleague, wave: &str) -> Result<Figures, Error> {
    let home = me.path(&format!("waves/{wave}/results"));
    let words_at = me.may_edit().then(|| me.path(&format!("waves/{wave}/words")));
    let mut figures = Figures::of_wave(app, &mut app.db.read().await?, &me.service, wave, home).await?;
    figures.words_at = words_at;
    Ok(figures)
}

async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let figures = for_staff(&app, &me, &wave).await?;
    let earlier = earlier(&app, &me, &figures.published).await?;
    Ok(view::for_staff(&me, &figures, &earlier, app.clock.now()))
}

async fn by(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave, way)): Path<(String, String, String)>,
) -> Result<Markup, Error> {
    let figures = for_staff(&app, &me, &wave).await?;
    let way = figures.ways().find(|known| known.address == way).ok_or(Error::NotFound)?;
    Ok(groups::for_staff(&me, &figures, way, &figures.split(&app, way)))
}

/// The earlier waves of the same survey, the last first.
async fn earlier(app: &App, me: &Colleague, published: &Published) -> Result<Vec<Published>, Error> {
    let mut tx = app.db.read().await?;
    let is_earlier =
        |other: &Published| other.survey.key == published.survey.key && other.wave.opens < published.wave.opens;
    Ok(surveys::waves_since(app, &mut tx, &me.service, 0).await?.into_iter().filter(is_earlier).collect())
}

async fn since(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave, before)): Path<(String, String, String)>,
) -> Result<Markup, Error> {
    let figures = for_staff(&app, &me, &wave).await?;
    let earlier = earlier(&app, &me, &figures.published).await?;
    let before = earlier.iter().find(|other| other.wave.id == before).ok_or(Error::NotFound)?;
    let before = for_staff(&app, &me, &before.wave.id).await?;
    Ok(groups::since(&me, &figures, &before))
}
