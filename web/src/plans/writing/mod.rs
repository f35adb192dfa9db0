//! Writing the plan: a draft, one a service, that people work on in steps and put in force as a new version. A part a
//! page; no page needs a script.

mod about;
pub(super) mod actions;
mod arranging;
mod at;
pub(super) mod drafts;
mod in_force;
pub(super) mod indicators;
mod priorities;
pub(super) mod read;
mod starting;
pub(super) mod view;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::answer::Typed;
use maud::Markup;

use super::sql;
use crate::{
    app::App,
    error::Error,
    form::sheet::Trouble,
    plugins,
    staff::{Colleague, Editor},
    typed::PostedForm,
};
use at::At;
use drafts::Draft;

/// The routes of writing a plan.
pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/plan/write", get(outline).post(starting::begin))
        .route("/staff/{service}/plan/write/about", get(show).post(save))
        .route("/staff/{service}/plan/write/priorities/{priority}", get(show).post(save))
        .route("/staff/{service}/plan/write/{priority}/actions/{action}", get(show).post(save))
        .route("/staff/{service}/plan/write/{priority}/indicators/{indicator}", get(show).post(save))
        .route("/staff/{service}/plan/write/arrange", post(arranging::arrange))
        .route("/staff/{service}/plan/write/throw-away", post(arranging::throw_away))
        .route("/staff/{service}/plan/write/in-force", get(in_force::show).post(in_force::put))
}

/// The field that says how a part was when its form was shown.
const FROM: &str = "from";

/// A part's form on its way to its page.
struct Form<'a> {
    at: &'a At,
    draft: &'a Draft,
    typed: &'a Typed,
    troubles: &'a [Trouble],
    /// What tells whether the part is still as it was shown.
    mark: String,
    /// Whether a colleague was faster.
    meanwhile: bool,
    /// The figures that an indicator can be fed by: the value of its button, and words.
    figures: &'a [(String, String)],
}

/// The draft, or the page to begin one.
async fn outline(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    match Draft::find(&mut tx, &me.service).await? {
        Some(draft) => Ok(view::outline::page(&me, &draft)),
        None => starting::page(&app, &mut tx, &me).await,
    }
}

async fn show(State(app): State<App>, Editor(me): Editor, at: At) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service).await?;
    let typed = at.fill(&draft.plan).ok_or(Error::NotFound)?;
    let figures = figures(&app, &me, &at).await?;
    let mark = at.mark(&draft.plan, &typed);
    let (troubles, meanwhile) = (&[][..], false);
    let form = Form { at: &at, draft: &draft, typed: &typed, troubles, mark, meanwhile, figures: &figures };
    Ok(view::part::page(&me, &form))
}

async fn save(State(app): State<App>, Editor(me): Editor, at: At, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&at.fields())?;
    let figures = figures(&app, &me, &at).await?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let draft = Draft::open(&mut tx, &me.service).await?;
    let mark = at.mark(&draft.plan, &at.fill(&draft.plan).ok_or(Error::NotFound)?);
    let meanwhile = typed.first(FROM) != mark;
    let mut plan = draft.plan.clone();
    let taken = if meanwhile { Vec::new() } else { drafts::taken(&mut tx, &me.service, &plan).await? };
    let written = if meanwhile { Err(Vec::new()) } else { at.write(&mut plan, &typed, &taken) };
    match written {
        Ok(place) => {
            draft.keep(&mut tx, &app, &me, &plan).await?;
            tx.commit().await?;
            Ok(Redirect::to(&me.path(&format!("plan/write#{place}"))).into_response())
        }
        Err(troubles) => {
            let status = if meanwhile { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let (typed, troubles) = (&typed, &troubles[..]);
            let form = Form { at: &at, draft: &draft, typed, troubles, mark, meanwhile, figures: &figures };
            Ok((status, view::part::page(&me, &form)).into_response())
        }
    }
}

/// What an indicator can be fed by; nothing on the pages of other parts.
async fn figures(app: &App, me: &Colleague, at: &At) -> Result<Vec<(String, String)>, Error> {
    if !at.is_indicator() {
        return Ok(Vec::new());
    }
    let offered = plugins::figures(app, &me.service).await?.into_iter();
    let words = |figure: plugins::Figure| {
        let value = indicators::fed_by(&figure.binding, &figure.indicator);
        (value, format!("From answers: {}, by the binding “{}”", figure.label, figure.title))
    };
    Ok(offered.map(words).collect())
}
