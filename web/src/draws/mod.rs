//! Prize draws. Anybody may enter, whether or not they answered: so nobody has to show that they did, and nothing can
//! join an entry to a response. The page is reached by a plain link, with no code and no cookie of the answers.
//!
//! What is stored of an entry is the contact, sealed ([`seal`]), and its keyed hash, so that each enters once a wave:
//! no time and no day. The rows are mixed ([`mixing`](crate::mixing)). A second entry is answered like the first.

pub(crate) mod sql;
mod staff;
mod view;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::{survey::Draw, text::Lang};
use maud::Markup;

use crate::{
    app::App,
    clock::DAY,
    contact,
    error::Error,
    limits::{Client, Door},
    pepper::Purpose,
    seal,
    sign_up::Back,
    surveys::{self, Published},
    typed::PostedForm,
    wishes::Wishes,
};
pub(crate) use sql::{Entry, forget_old};

/// How long, in milliseconds, entries are kept after the wave has closed.
pub(crate) const KEPT: i64 = 30 * DAY;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/{service}/s/{survey}/draw", get(form).post(enter))
        .route("/{service}/s/{survey}/draw/entered", get(entered))
        .route("/staff/{service}/draws", get(staff::show))
        .route("/staff/{service}/draws/{wave}/winner", post(staff::draw))
        .route("/staff/{service}/draws/{wave}/delete", get(staff::ask_to_delete).post(staff::delete))
}

type SurveyPath = Path<(String, String)>;

async fn form(State(app): State<App>, Path(path): SurveyPath, wishes: Wishes) -> Result<Response, Error> {
    let published = surveys::published(&app, &path.0, &path.1).await?;
    let (draw, lang) = (draw_of(&published)?, wishes.among(&published.survey.languages));
    if !published.is_open(app.clock.now()) {
        return Ok(over(&published, &lang));
    }
    Ok(view::form(&published, draw, "", Back::Fresh, &lang))
}

async fn enter(
    State(app): State<App>,
    client: Client,
    Path(path): SurveyPath,
    wishes: Wishes,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[view::CONTACT])?;
    let typed = typed.first(view::CONTACT);
    let published = surveys::published(&app, &path.0, &path.1).await?;
    let (draw, lang) = (draw_of(&published)?, wishes.among(&published.survey.languages));
    let now = app.clock.now();
    if !published.is_open(now) {
        return Ok(over(&published, &lang));
    }
    let again = |back| view::form(&published, draw, typed, back, &lang);
    let Some(contact) = contact::read(typed) else { return Ok(again(Back::Wrong)) };
    if let Err(error) = app.limits.pass(Door::Draw, &client, now) {
        return Ok(again(Back::after(error)?));
    }
    match keep(&app, &published, &contact).await {
        Ok(()) => Ok(Redirect::to(&format!("{}/draw/entered", published.path())).into_response()),
        Err(error) => Ok(again(Back::after(error)?)),
    }
}

async fn entered(State(app): State<App>, Path(path): SurveyPath, wishes: Wishes) -> Result<Markup, Error> {
    let published = surveys::published(&app, &path.0, &path.1).await?;
    draw_of(&published)?;
    Ok(view::entered(&published, &wishes.among(&published.survey.languages)))
}

fn draw_of(published: &Published) -> Result<&Draw, Error> {
    published.survey.draw.as_ref().ok_or(Error::NotFound)
}

fn over(published: &Published, lang: &Lang) -> Response {
    (StatusCode::GONE, view::over(published, lang)).into_response()
}

/// Keeps an entry; nothing changes where there is one with this contact.
async fn keep(app: &App, published: &Published, contact: &str) -> Result<(), Error> {
    let (service, wave) = (&*published.house.key, &*published.wave.id);
    let about = about(service, wave);
    let entry = Entry {
        service: service.to_owned(),
        wave: wave.to_owned(),
        contact_hash: app.pepper.hash(Purpose::DrawEntry, &format!("{about}\n{contact}")),
        contact: seal::seal(&app.pepper, Purpose::DrawContact, &about, contact)?,
        turn: None,
    };
    let mut tx = app.db.write().await?;
    sql::add(&mut tx, &entry).await?;
    tx.commit().await
}

/// What a sealed contact is tied to.
fn about(service: &str, wave: &str) -> String {
    format!("{service}\n{wave}")
}
