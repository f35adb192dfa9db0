//! Owners draw the winners, after the wave has closed and not before: until then nobody learns even how many entered.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{survey::Draw, text::Lang};
use maud::Markup;

use super::{KEPT, about, sql, view};
use crate::{
    app::App,
    clock::{day_of, random_below},
    db::Tx,
    error::Error,
    pepper::Purpose,
    seal,
    staff::{Colleague, Owner, audit},
    surveys::{self, Wave},
    typed::PostedForm,
};

/// The draw of one wave, as its service's owners see it.
pub(super) struct Drawing {
    /// The survey's name.
    pub title: String,
    /// What can be won.
    pub draw: Draw,
    /// The wave.
    pub wave: Wave,
    /// Who entered; nothing, while it is open.
    pub result: Option<Entered>,
}

/// What is known after closing.
pub(super) struct Entered {
    /// How many entered.
    pub entries: i64,
    /// How those who were drawn can be reached, the first first.
    pub winners: Vec<String>,
}

type WavePath = Path<(String, String)>;

pub(super) async fn show(State(app): State<App>, Owner(me): Owner) -> Result<Markup, Error> {
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let mut drawings = Vec::new();
    for (survey, wave) in surveys::waves(&mut tx, &me.service, now - KEPT).await? {
        let survey = surveys::version(&app, &mut tx, &me.service, &survey, wave.version).await?;
        let Some(draw) = survey.draw.clone() else { continue };
        let result = if wave.closes <= now { Some(entered(&app, &mut tx, &me, &wave.id).await?) } else { None };
        drawings.push(Drawing { title: survey.title.get(&Lang::english()).to_owned(), draw, wave, result });
    }
    Ok(view::draws(&me, &drawings, &Lang::english()))
}

async fn entered(app: &App, tx: &mut Tx, me: &Colleague, wave: &str) -> Result<Entered, Error> {
    let entries = sql::entries(tx, &me.service, wave).await?;
    let sealed = sql::winners(tx, &me.service, wave).await?;
    let about = about(&me.service, wave);
    let opened = sealed.iter().map(|contact| seal::open(&app.pepper, Purpose::DrawContact, &about, contact));
    Ok(Entered { entries, winners: opened.collect::<Result<_, _>>()? })
}

/// Draws a winner. The form says how many there were: where there are more by now, somebody has drawn meanwhile or the
/// button was pressed twice, and nobody else is drawn.
pub(super) async fn draw(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): WavePath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[view::WINNERS])?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let closed = sql::closed(&mut tx, &me.service, &wave, now).await?.ok_or(Error::NotFound)?;
    sql::hold(&mut tx, &wave).await?;
    let winners = sql::winners(&mut tx, &me.service, &wave).await?.len();
    let left = usize::try_from(sql::not_drawn(&mut tx, &me.service, &wave).await?).unwrap_or(0);
    if typed.first(view::WINNERS) == winners.to_string() && left > 0 {
        let (place, turn) = (number(random_below(left)), number(winners + 1));
        sql::win(&mut tx, &me.service, &wave, place, turn).await?;
        let detail = format!("{}, closed on {}, winner {turn}", closed.survey, day_of(closed.closes));
        audit(&mut tx, &me.service, Some(&me.staff), now, "prize winner drawn", &detail).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path("draws")).into_response())
}

pub(super) async fn ask_to_delete(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): WavePath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    sql::closed(&mut tx, &me.service, &wave, app.clock.now()).await?.ok_or(Error::NotFound)?;
    let entries = sql::entries(&mut tx, &me.service, &wave).await?;
    Ok(view::ask_to_delete(&me, &wave, entries, &Lang::english()))
}

pub(super) async fn delete(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): WavePath,
    form: PostedForm,
) -> Result<Response, Error> {
    form.only(&[])?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let closed = sql::closed(&mut tx, &me.service, &wave, now).await?.ok_or(Error::NotFound)?;
    sql::hold(&mut tx, &wave).await?;
    let deleted = sql::delete(&mut tx, &me.service, &wave).await?;
    let detail = format!("{}, closed on {}, {deleted} deleted", closed.survey, day_of(closed.closes));
    audit(&mut tx, &me.service, Some(&me.staff), now, "prize draw entries deleted", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("draws")).into_response())
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
