//! Writing a survey: drafts, every change of which is kept as a step; sections, questions, other words and languages; how
//! it looks; publishing. No page needs a script.

mod about;
mod advice;
mod arranging;
mod bringing;
mod drafts;
mod editing;
mod kinds;
mod preview;
mod publishing;
mod question_form;
mod questions;
mod rows;
mod rules;
mod sections;
pub(crate) mod sql;
mod starting;
mod steps;
mod taking;
mod view;
mod words;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    routing::{get, post},
};
use heard_core::{survey::Survey, text::Lang};
use maud::Markup;

use crate::{
    app::App,
    error::Error,
    staff::Analyst,
    surveys::{self, Published},
};
use drafts::Draft;
pub(crate) use drafts::key_for;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/surveys", get(list))
        .route("/staff/{service}/surveys/new", get(starting::new).post(starting::begin))
        .route("/staff/{service}/surveys/import", get(bringing::ask).post(bringing::bring))
        .layer(DefaultBodyLimit::max(bringing::MOST_BYTES))
        .route("/staff/{service}/surveys/{survey}", get(show))
        .route("/staff/{service}/surveys/{survey}/draft", post(starting::of_published))
        .route("/staff/{service}/surveys/{survey}/about", get(about::show).post(about::save))
        .route("/staff/{service}/surveys/{survey}/arrange", post(arranging::arrange))
        .route("/staff/{service}/surveys/{survey}/sections", post(sections::add))
        .route("/staff/{service}/surveys/{survey}/sections/{section}", get(sections::show).post(sections::save))
        .route("/staff/{service}/surveys/{survey}/sections/{section}/new", get(questions::new).post(questions::add))
        .route("/staff/{service}/surveys/{survey}/questions/{question}", get(questions::show).post(questions::save))
        .route("/staff/{service}/surveys/{survey}/words", get(words::list))
        .route("/staff/{service}/surveys/{survey}/words/{beside}/{part}", get(words::show).post(words::save))
        .route("/staff/{service}/surveys/{survey}/losses", get(bringing::losses))
        .route("/staff/{service}/surveys/{survey}/files", get(taking::show))
        .route("/staff/{service}/surveys/{survey}/files/{name}", get(taking::take))
        .route("/staff/{service}/surveys/{survey}/preview", get(preview::show))
        .route("/staff/{service}/surveys/{survey}/steps", get(steps::show).post(steps::go_back))
        .route("/staff/{service}/surveys/{survey}/throw-away", post(steps::throw_away))
        .route("/staff/{service}/surveys/{survey}/publish", get(publishing::show).post(publishing::publish))
}

/// A survey of the service, as the list shows it.
struct Listed {
    key: String,
    title: String,
    /// The newest version, if it was published.
    version: Option<i64>,
    /// Who changed the draft last, and when.
    drafted: Option<(String, i64)>,
    open: bool,
}

async fn list(State(app): State<App>, Analyst(me): Analyst) -> Result<Markup, Error> {
    let open = surveys::open_surveys(&app, &me.service).await?;
    let mut tx = app.db.read().await?;
    let mut keys = sql::drafted(&mut tx, &me.service).await?;
    keys.extend(surveys::all(&mut tx, &me.service).await?.into_iter().map(|survey| survey.key.to_string()));
    keys.sort_unstable();
    keys.dedup();
    let mut listed = Vec::with_capacity(keys.len());
    for key in keys {
        let draft = Draft::find(&mut tx, &me.service, &key).await?;
        let newest = surveys::newest(&mut tx, &me.service, &key).await?;
        let survey = draft.as_ref().map(|draft| &draft.survey).or(newest.as_ref().map(|(_, survey)| survey));
        let title = survey.map_or_else(|| key.clone(), |survey| survey.title.get(&Lang::english()).to_owned());
        let is_open = |published: &std::sync::Arc<Published>| published.survey.key == *key;
        listed.push(Listed {
            open: open.iter().any(is_open),
            title,
            version: newest.map(|(version, _)| version),
            drafted: draft.map(|draft| (draft.step.name, draft.step.changed)),
            key,
        });
    }
    Ok(view::list(&me, &listed))
}

async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, key)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let newest: Option<(i64, Survey)> = surveys::newest(&mut tx, &me.service, &key).await?;
    let draft = Draft::find(&mut tx, &me.service, &key).await?;
    drop(tx);
    match draft {
        Some(draft) if me.may_edit() => {
            let advice = advice::on(&app, &me.service, &draft.survey, newest.as_ref()).await?;
            Ok(view::outline::page(&me, &draft, newest.as_ref(), &advice))
        }
        draft => {
            let (version, survey) = newest.ok_or(Error::NotFound)?;
            Ok(view::published(&me, version, &survey, draft.is_some()))
        }
    }
}
