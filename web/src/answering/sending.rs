//! Sending a response, its receipt, and taking it back.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::{Answers, Typed},
    response::Response as Finished,
    route::Route,
    text::Lang,
};
use jiff::civil::Date;

use super::{SurveyPath, draft, open, read, sql, view};
use crate::{
    app::App,
    areas,
    clock::random_key,
    cookie,
    error::Error,
    intake::{NewResponse, Submission},
    limits::{Client, Door},
    pepper::Purpose,
    surveys::{self, Published},
    typed::PostedForm,
};

/// The field that carries the key of the response, with the proof that we gave it out.
pub(super) const KEY_FIELD: &str = "@response";

/// A fresh response key with its proof, for a form that is the whole survey.
pub(super) fn new_response_key(app: &App) -> String {
    with_proof(app, &random_key())
}

/// A response key with its proof: nobody can make us store under a key of their own choice.
pub(super) fn with_proof(app: &App, key: &str) -> String {
    format!("{key}.{}", app.pepper.derive(Purpose::ResponseKey, key))
}

/// Sends a draft.
pub(super) async fn send(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    headers: HeaderMap,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let key = proven_key(&app, &typed)?;
    let published = surveys::published(&app, &service, &survey).await?;
    let draft = match draft::find(&app, &published, &headers).await {
        Ok(draft) if draft.response == key => draft,
        // Sent before, by this very form: a second press of the button, or a page that was loaded again.
        Ok(_) | Err(Error::NoDraft) if is_stored(&app, &key).await? => return Ok(to_receipt(&app, &published, &key)),
        Ok(_) => return Err(Error::NoDraft),
        Err(error) => return Err(error),
    };
    if !published.is_open(app.clock.now()) {
        return Err(Error::Closed);
    }
    let Ok(finished) = Finished::finish(&draft.survey, &draft.answers, &draft.lang) else {
        return Ok(Redirect::to(&draft.next_path(&published)).into_response());
    };
    let mut row = encode(&app, &published, &key, &finished, app.clock.today())?;
    row.version = draft.version;
    row.wave.clone_from(&draft.wave);
    row.draft = Some(draft.code_hash.clone());
    match app.intake.submit(Submission::Response(Box::new(row))).await {
        Ok(()) => Ok(to_receipt(&app, &published, &key)),
        Err(error) if error.is_passing() => {
            let areas = match app.db.read().await {
                Ok(mut tx) => areas::names(&mut tx).await.unwrap_or_default(),
                Err(_) => BTreeMap::default(),
            };
            let page = view::check(&published, &draft, &areas, &with_proof(&app, &key), true);
            Ok((StatusCode::SERVICE_UNAVAILABLE, page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// Sends a survey of one section: the form is the whole of it.
pub(super) async fn send_whole(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let key = proven_key(&app, &typed)?;
    let published = open(&app, &service, &survey).await?;
    let [only] = &published.survey.sections[..] else { return Err(Error::NotFound) };
    let lang = Lang::english();
    let nothing = Answers::default();
    let questions: Vec<_> = Route::new(&published.survey, &nothing, &lang).questions(only).collect();
    let (answers, problems) = read(&app, &questions, &typed, &[KEY_FIELD]).await?;
    let again = |filled| view::whole(&published, only, &lang, &with_proof(&app, &key), &filled);
    if !problems.is_empty() {
        let filled = view::Filled { typed, problems, ..view::Filled::empty() };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, again(filled)).into_response());
    }
    let finished = Finished::finish(&published.survey, &answers, &lang)
        .map_err(|open| Error::fault("a page without problems left a section open", &*open))?;
    let row = encode(&app, &published, &key, &finished, app.clock.today())?;
    match app.intake.submit(Submission::Response(Box::new(row))).await {
        Ok(()) => Ok(to_receipt(&app, &published, &key)),
        Err(error) if error.is_passing() => {
            let filled = view::Filled { typed, failed: true, ..view::Filled::empty() };
            Ok((StatusCode::SERVICE_UNAVAILABLE, again(filled)).into_response())
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn receipt(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
) -> Result<Response, Error> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let response = stored_as(&app, &receipt);
    let mut tx = app.db.read().await?;
    let found = sql::receipted(&mut tx, &response).await?.ok_or(Error::NotFound)?;
    let survey = surveys::version(&app, &mut tx, &found.service, &found.survey, found.version).await?;
    let open = app.clock.now() < found.closes;
    Ok(view::receipt(&survey, &found, &receipt, open, &Lang::english()).into_response())
}

/// Takes a response back, with everything that was computed from it, until its wave closes.
pub(super) async fn withdraw(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
) -> Result<Response, Error> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let response = stored_as(&app, &receipt);
    let mut tx = app.db.write().await?;
    let found = sql::receipted(&mut tx, &response).await?.ok_or(Error::NotFound)?;
    if app.clock.now() >= found.closes {
        return Err(Error::Closed);
    }
    sql::withdraw(&mut tx, &response, &found.service, &found.survey).await?;
    tx.commit().await?;
    Ok(view::withdrawn(&found.service, &Lang::english()).into_response())
}

fn proven_key(app: &App, typed: &Typed) -> Result<String, Error> {
    let forged = Error::Refused("This form is not one that we gave out. Begin the survey again from its first page.");
    match (typed.all(KEY_FIELD), typed.first(KEY_FIELD).split_once('.')) {
        ([_], Some((key, proof))) if app.pepper.derives(Purpose::ResponseKey, key, proof) => Ok(key.to_owned()),
        _ => Err(forged),
    }
}

async fn is_stored(app: &App, key: &str) -> Result<bool, Error> {
    sql::is_stored(&mut app.db.read().await?, &stored_as(app, &receipt_of(app, key))).await
}

fn receipt_of(app: &App, key: &str) -> String {
    app.pepper.derive(Purpose::Receipt, key)
}

/// The id of the response that has this receipt. The receipt itself is not kept.
fn stored_as(app: &App, receipt: &str) -> String {
    app.pepper.derive(Purpose::Response, receipt)
}

fn to_receipt(app: &App, published: &Published, key: &str) -> Response {
    let cookie = cookie::clear(draft::COOKIE, &published.path(), app.secure());
    let receipt = receipt_of(app, key);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&format!("/r/{receipt}"))).into_response()
}

/// Stores answers that did not come through a form of ours, as of a day.
pub(crate) async fn record(
    app: &App,
    published: &Published,
    answers: &Answers,
    lang: &Lang,
    day: Date,
) -> Result<(), Error> {
    let finished = Finished::finish(&published.survey, answers, lang)
        .map_err(|open| Error::fault("not answered to the end", &*open))?;
    let row = encode(app, published, &random_key(), &finished, day)?;
    app.intake.submit(Submission::Response(Box::new(row))).await
}

fn encode(app: &App, published: &Published, key: &str, finished: &Finished, day: Date) -> Result<NewResponse, Error> {
    let json = |answers: &Answers| serde_json::to_string(answers).map_err(|e| Error::fault("answers to JSON", e));
    let place = finished.place.as_ref();
    Ok(NewResponse {
        id: stored_as(app, &receipt_of(app, key)),
        service: published.service.clone(),
        survey: published.survey.key.to_string(),
        version: published.wave.version,
        wave: published.wave.id.clone(),
        day: day.to_string(),
        audience: finished.audience.map(heard_core::audience::Audience::code),
        language: finished.language.to_string(),
        area: place.map(|place| place.area.clone()),
        decile: place.and_then(|place| place.decile).map(i64::from),
        place_edition: place.map(|place| place.edition.clone()),
        answers: json(&finished.answers)?,
        monitoring: if finished.monitoring.is_empty() { None } else { Some(json(&finished.monitoring)?) },
        draft: None,
    })
}
