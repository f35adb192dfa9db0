//! Typing in answers on paper: each sheet twice, by the numbers that are printed on it, so that a slip of the finger is
//! found. What two typings agree on becomes a response of the wave that the paper was handed out for.
//!
//! Nothing joins a typist to a response: the answers of a sheet, and who typed it, are deleted in the moment in which
//! they count, and the record has one line a day for whoever types. Until then it is told who typed, because a second
//! pair of eyes finds what the first misread.

mod settling;
mod sheets;
pub(crate) mod sql;
mod typing;
mod view;
mod words;

use axum::{
    Router,
    extract::{Path, State},
    http::Uri,
    response::Redirect,
    routing::{get, post},
};
use maud::Markup;

pub(crate) use sheets::{LATE, Sheet, keep_first, keep_second};

use crate::{
    app::App,
    db::Tx,
    error::Error,
    staff::{self, Colleague, Editor},
    surveys::{self, Published},
    typed::PostedForm,
};
use sheets::{NUMBERS, Pile};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/paper", get(waves))
        .route("/staff/{service}/paper/{wave}", get(wave))
        .route("/staff/{service}/paper/{wave}/type/{turn}", get(typing::form).post(typing::save))
        .route("/staff/{service}/paper/{wave}/sheets/{sheet}", get(settling::show).post(settling::settle))
        .route("/staff/{service}/paper/{wave}/sheets/{sheet}/delete", post(delete))
}

async fn waves(State(app): State<App>, editor: Editor) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let mut waves = Vec::new();
    for published in surveys::waves_since(&app, &mut tx, &editor.service, app.clock.now() - LATE).await? {
        let pile = pile(&mut tx, &published).await?;
        waves.push((published, pile));
    }
    Ok(view::waves(&editor, &waves, app.clock.now()))
}

async fn wave(
    State(app): State<App>,
    editor: Editor,
    Path((_, wave)): Path<(String, String)>,
    uri: Uri,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let published = typable(&app, &mut tx, &editor.service, &wave).await?;
    let pile = pile(&mut tx, &published).await?;
    let said = After::in_address(&uri).sheet.and_then(|sheet| words::what_became_of(sheet, &pile));
    Ok(view::wave(&editor, &published, &pile, said.as_deref(), app.clock.now()))
}

/// Forgets a sheet that is not done, such as one that was typed under a wrong number.
async fn delete(
    State(app): State<App>,
    editor: Editor,
    Path((_, wave, sheet)): SheetPath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let number = number_of(&sheet)?;
    let mut tx = app.db.write().await?;
    let published = typable(&app, &mut tx, &editor.service, &wave).await?;
    if !sql::delete(&mut tx, Sheet::of(&published, number)).await? {
        return Err(Error::NotFound);
    }
    let detail = format!("{}, sheet {number}", published.survey.key);
    let now = app.clock.now();
    staff::audit(&mut tx, &editor.service, Some(&editor.staff), now, "paper sheet deleted", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&path(&editor, &published, "")))
}

/// Deletes what is left of sheets whose wave closed so long ago that nobody can type them any more.
pub(crate) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    sql::forget_closed(tx, now - LATE).await
}

type SheetPath = Path<(String, String, String)>;

/// What a wave asks, if its sheets can be typed in now.
async fn typable(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Published, Error> {
    let published = surveys::of_wave(app, tx, service, wave).await?;
    let now = app.clock.now();
    if now < published.wave.opens || now >= published.wave.closes + LATE {
        return Err(Error::Closed);
    }
    Ok(published)
}

async fn pile(tx: &mut Tx, published: &Published) -> Result<Pile, Error> {
    Ok(Pile(sql::sheets(tx, &published.house.key, &published.wave.id).await?))
}

/// Writes into the record, once a day, that somebody types in a survey.
async fn record(app: &App, tx: &mut Tx, me: &Colleague, published: &Published) -> Result<(), Error> {
    let (now, survey) = (app.clock.now(), &published.survey.key);
    staff::audit_once_a_day(tx, &me.service, &me.staff, now, "paper answers typed in", survey).await
}

/// The address of a page of a wave.
fn path(me: &Colleague, published: &Published, page: &str) -> String {
    me.path(&format!("paper/{}{page}", published.wave.id))
}

fn number_of(sheet: &str) -> Result<i64, Error> {
    sheet.parse().map_err(|_| Error::NotFound)
}

/// What an address says of the sheet before.
#[derive(Debug, Default, PartialEq, Eq)]
struct After<'a> {
    sheet: Option<i64>,
    language: Option<&'a str>,
}

impl<'a> After<'a> {
    fn in_address(uri: &'a Uri) -> Self {
        let pairs = uri.query().unwrap_or("").split('&').filter_map(|pair| pair.split_once('='));
        pairs.fold(Self::default(), |after, (name, value)| match name {
            "after" => Self { sheet: value.parse().ok().filter(|sheet| NUMBERS.contains(sheet)), ..after },
            "in" => Self { language: Some(value), ..after },
            _ => after,
        })
    }
}
