//! What people answered, as everybody may see it: the same figures that staff see, as far as the service has chosen, on pages
//! and in tables to download.

use axum::extract::{Path, State};
use heard_core::text::Lang;
use maud::{Markup, html};

use super::{
    Figures, groups,
    release::{of_wave, public_home},
    sql, taking,
    view::{self, ENGLISH},
};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    page::{self, House, Link, Page},
    services,
};

/// Whether a service lets everybody see what people answered in any wave.
pub(crate) async fn has_public(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    sql::any(tx, service).await
}

/// A wave as everybody may see it. [`Error::NotFound`] where its service shows nothing of it.
pub(super) async fn public(app: &App, service: &str, wave: &str) -> Result<Figures, Error> {
    let mut tx = app.db.read().await?;
    let release = of_wave(&mut tx, service, wave).await?.ok_or(Error::NotFound)?;
    let home = public_home(service, wave);
    Ok(Figures::of_wave(app, &mut tx, service, wave, home).await?.released(release))
}

fn frame<'a>(house: &'a House, title: &str) -> Page<'a> {
    let lang = Lang::english();
    let page = Page::new(&lang, title).sheet("figures.css").house(house);
    page.foot(vec![Link::new("Our surveys", house.path()), Link::new("Our plan", format!("{}/plan", house.path()))])
}

pub(super) async fn all(State(app): State<App>, Path(service): Path<String>) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let house = services::house(&mut tx, &service).await?;
    let mut waves = Vec::new();
    for row in sql::releases(&mut tx, &service).await? {
        waves.push(Figures::of_wave(&app, &mut tx, &service, &row.wave, public_home(&service, &row.wave)).await?);
    }
    Ok(frame(&house, "What people told us").show(html! {
        h1 { "What people told us" }
        @if waves.is_empty() { p { "There are no results for all to see yet." } }
        ul class="cards" {
            @for figures in &waves {
                li class="card" {
                    h2 { a href=(figures.home) { (figures.published.survey.title.get(&ENGLISH)) } }
                    p { "Asked from " (view::days(figures)) "." }
                }
            }
        }
    }))
}

pub(super) async fn show(
    State(app): State<App>,
    Path((service, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let figures = public(&app, &service, &wave).await?;
    let title = figures.published.survey.title.get(&ENGLISH);
    let foreword = figures.release.as_ref().map_or("", |release| &release.foreword);
    Ok(frame(&figures.published.house, &format!("What people told us: {title}")).show(html! {
        p { a class="back" href={ "/" (service) "/results" } { "Back to all results" } }
        h1 { "What people told us: " (title) }
        (view::people(&figures, &format!("from {}", view::days(&figures))))
        (page::paragraphs(foreword))
        (view::body(&figures))
        h2 { "Take the figures with you" }
        (taking::links(&figures))
    }))
}

pub(super) async fn by(
    State(app): State<App>,
    Path((service, wave, way)): Path<(String, String, String)>,
) -> Result<Markup, Error> {
    let figures = public(&app, &service, &wave).await?;
    let way = figures.ways().find(|known| known.address == way).ok_or(Error::NotFound)?;
    let main = groups::body(&figures, way, &figures.split(&app, way));
    Ok(frame(&figures.published.house, &groups::heading(way)).wide().show(main))
}
