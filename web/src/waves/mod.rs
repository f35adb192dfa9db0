//! Waves: runs of a survey, each with its days and with what the service declares of it. A wave is planned only when all
//! that people have to be told is there; it closes by itself, once and for ever; and it is archived when the service has
//! said what was done.

mod forgetting;
mod planning;
mod posters;
mod reading;
pub(crate) mod sql;
mod view;

use axum::{
    Router,
    extract::{Path, State},
    response::Redirect,
    routing::{get, post},
};
use heard_core::{survey::Survey, wave::Declaration};
use maud::Markup;

pub(crate) use forgetting::forget_expired;
use forgetting::promise;

use crate::{
    app::App,
    clock::day_of,
    db::Tx,
    error::Error,
    staff::{self, Analyst, Colleague, Editor},
    surveys::{self, Wave},
    typed::PostedForm,
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/surveys/{survey}/waves", get(list))
        .route("/staff/{service}/surveys/{survey}/waves/new", get(planning::new).post(planning::plan))
        .route("/staff/{service}/waves/{wave}", get(show))
        .route("/staff/{service}/waves/{wave}/change", get(planning::change).post(planning::save))
        .route("/staff/{service}/waves/{wave}/close", get(ask_to_close).post(close))
        .route("/staff/{service}/waves/{wave}/posters", get(posters::ask))
        .route("/staff/{service}/waves/{wave}/posters/{kind}", get(posters::show))
        .route("/staff/{service}/waves/{wave}/archive", post(archive))
        .route("/staff/{service}/waves/{wave}/call-off", post(call_off))
}

type WavePath = Path<(String, String)>;

/// How far a wave is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Planned,
    Open,
    Closed,
    Archived,
}

/// A wave of a service.
#[derive(Clone, Debug)]
struct Run {
    survey: String,
    wave: Wave,
    declaration: Declaration,
    stage: Stage,
}

impl Run {
    fn new(row: sql::Row, now: i64) -> Result<Self, Error> {
        let declaration =
            Declaration::from_json(&row.declaration).map_err(|e| Error::fault("stored declaration", e))?;
        let over = row.wave.closed || row.wave.closes <= now;
        let stage = match row.archived {
            Some(_) => Stage::Archived,
            None if over => Stage::Closed,
            None if row.wave.opens <= now => Stage::Open,
            None => Stage::Planned,
        };
        Ok(Self { survey: row.survey, wave: row.wave, declaration, stage })
    }

    /// A wave of the service. [`Error::NotFound`] if it has no such wave.
    async fn find(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Self, Error> {
        let row = sql::find(tx, service, wave).await?.ok_or(Error::NotFound)?;
        Self::new(row, app.clock.now())
    }

    /// The same, which nobody else can change until the transaction ends.
    async fn hold(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Self, Error> {
        sql::hold(tx, service, wave).await?;
        Self::find(app, tx, service, wave).await
    }

    fn path(&self, me: &Colleague, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        me.path(&format!("waves/{}{slash}{page}", self.wave.id))
    }

    /// What the record calls it.
    fn told(&self) -> String {
        format!("{}, {} to {}", self.survey, day_of(self.wave.opens), day_of(self.wave.closes - 1))
    }
}

/// Opens a wave of a published version. Two waves of a survey never overlap: who is answering one would be told that it
/// is closed. The declaration has to be whole ([`Declaration::wants`]).
pub async fn open(
    tx: &mut Tx,
    service: &str,
    survey: &Survey,
    mut wave: Wave,
    declaration: &Declaration,
) -> Result<(), Error> {
    if !declaration.wants(survey).is_empty() {
        return Err(Error::Refused("The declaration of the wave lacks something that people have to be told."));
    }
    if sql::overlaps(tx, service, &survey.key, &wave).await? {
        return Err(Error::Refused("Another wave of this survey is open in that time. Wait until it has closed."));
    }
    promise(&mut wave, declaration, false);
    sql::add(tx, &survey.key, &sql::Written { service, wave: &wave, declaration }).await
}

async fn list(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, survey)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let (version, newest) = surveys::newest(&mut tx, &me.service, &survey).await?.ok_or(Error::NotFound)?;
    let rows = sql::of_survey(&mut tx, &me.service, &survey).await?;
    let now = app.clock.now();
    let runs = rows.into_iter().map(|row| Run::new(row, now)).collect::<Result<Vec<_>, _>>()?;
    Ok(view::list(&me, &newest, version, &runs))
}

async fn show(State(app): State<App>, Analyst(me): Analyst, Path((_, wave)): WavePath) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let run = Run::find(&app, &mut tx, &me.service, &wave).await?;
    let survey = surveys::version(&app, &mut tx, &me.service, &run.survey, run.wave.version).await?;
    let newest = surveys::newest(&mut tx, &me.service, &run.survey).await?.map(|(version, _)| version);
    Ok(view::show(&me, &run, &survey, newest.filter(|newest| *newest > run.wave.version), &app.base_url))
}

async fn ask_to_close(State(app): State<App>, Editor(me): Editor, Path((_, wave)): WavePath) -> Result<Markup, Error> {
    let run = Run::find(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    Ok(view::ask_to_close(&me, &run))
}

/// Closes an open wave at once. Pressed twice, it is closed once.
async fn close(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let mut run = Run::hold(&app, &mut tx, &me.service, &wave).await?;
    if run.stage == Stage::Open {
        run.wave.closes = now;
        run.wave.closed = true;
        promise(&mut run.wave, &run.declaration, true);
        let written = sql::Written { service: &me.service, wave: &run.wave, declaration: &run.declaration };
        sql::change(&mut tx, &written).await?;
        staff::audit(&mut tx, &me.service, Some(&me.staff), now, "wave closed early", &run.told()).await?;
        tx.commit().await?;
        app.catalogue.forget(&me.service, &run.survey);
    }
    Ok(Redirect::to(&run.path(&me, "")))
}

/// Puts a closed wave away, when the service has said what was done.
async fn archive(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let run = Run::hold(&app, &mut tx, &me.service, &wave).await?;
    if run.stage == Stage::Closed {
        if !run.declaration.says_influence() {
            return Err(Error::Refused(
                "Say first what was done with what people said: change the wave, and fill in “Influence”.",
            ));
        }
        sql::archive(&mut tx, &me.service, &wave, now).await?;
        staff::audit(&mut tx, &me.service, Some(&me.staff), now, "wave archived", &run.told()).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&run.path(&me, "")))
}

/// Takes a wave back that has not begun: nobody has seen it yet.
async fn call_off(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave)): WavePath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let run = Run::hold(&app, &mut tx, &me.service, &wave).await?;
    if run.stage != Stage::Planned {
        return Err(Error::Refused("It has begun already. Close it early instead."));
    }
    sql::call_off(&mut tx, &me.service, &wave).await?;
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "wave called off", &run.told()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path(&format!("surveys/{}/waves", run.survey))))
}
