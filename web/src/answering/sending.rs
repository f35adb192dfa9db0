//! Sending a response, its receipt, and taking it back.

use std::{collections::BTreeMap, fmt};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    age::AgeBand,
    answer::{Answers, Typed},
    response::Response as Finished,
    text::Lang,
};
use jiff::civil::Date;

use super::{SurveyPath, draft, sql, view};
use crate::{
    apart,
    app::App,
    areas,
    clock::random_key,
    cookie,
    error::Error,
    intake::{Channel, NewResponse, Submission},
    limits::{Client, Door},
    page::Reading,
    pepper::Purpose,
    surveys::{self, Published},
    typed::PostedForm,
    wishes::Wishes,
};

/// The field that carries the key of the response, with the receipt that it will have.
pub(super) const KEY_FIELD: &str = "@response";

/// A fresh response key with its receipt, for a form that is the whole survey.
pub(super) fn new_response_key(app: &App) -> String {
    with_receipt(app, random_key()).to_string()
}

/// A response key with its receipt: nobody can make us store under a key of their own choice.
pub(super) fn with_receipt(app: &App, key: String) -> Given {
    Given { receipt: app.pepper.derive(Purpose::Receipt, &key), key }
}

/// What a form that sends a response carries; in writing, both with a dot between.
pub(super) struct Given {
    key: String,
    pub(super) receipt: String,
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.receipt)
    }
}

/// Sends a draft.
pub(super) async fn send(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    headers: HeaderMap,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let given = given(&app, &typed)?;
    let published = surveys::published(&app, &service, &survey).await?;
    let draft = match draft::find(&app, &published, &headers).await {
        Ok(draft) if draft.response == given.key => draft,
        // Sent before, by this very form: a second press of the button, or a page that was loaded again.
        Ok(_) | Err(Error::NoDraft) if is_stored(&app, &given.receipt).await? => {
            return Ok(to_receipt(&app, &published, &given.receipt));
        }
        Ok(_) => return Err(Error::NoDraft),
        Err(error) => return Err(error),
    };
    if !published.is_open(app.clock.now()) {
        return Err(Error::Closed);
    }
    let Ok(finished) = draft.finish() else {
        return Ok(Redirect::to(&draft.next_path(&published)).into_response());
    };
    let mut row = encode(&app, &published, &given.receipt, &finished, app.clock.today())?;
    row.version = draft.version;
    row.wave.clone_from(&draft.wave);
    row.draft = Some(draft.code_hash.clone());
    match app.intake.submit(Submission::Response(Box::new(row))).await {
        Ok(()) => Ok(to_receipt(&app, &published, &given.receipt)),
        Err(error) if error.is_passing() => {
            let areas = match app.db.read().await {
                Ok(mut tx) => areas::names(&mut tx).await.unwrap_or_default(),
                Err(_) => BTreeMap::default(),
            };
            let page = view::check(&published, &draft, &areas, &given.to_string(), true);
            Ok((StatusCode::SERVICE_UNAVAILABLE, page).into_response())
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn receipt(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
    wishes: Wishes,
) -> Result<Response, Error> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let response = stored_as(&app, &receipt);
    let mut tx = app.db.read().await?;
    let found = sql::receipted(&mut tx, &response).await?.ok_or(Error::NotFound)?;
    let survey = surveys::version(&app, &mut tx, &found.service, &found.survey, found.version).await?;
    let open = app.clock.now() < found.closes;
    let lang = wishes.after(&found.language()?, &survey.languages);
    Ok(view::receipt(&survey, &found, &receipt, open, Reading::of(&survey, &lang, wishes.ways, None)).into_response())
}

/// Takes a response back, with everything that was computed from it, until its wave closes.
pub(super) async fn withdraw(
    State(app): State<App>,
    client: Client,
    Path(receipt): Path<String>,
    wishes: Wishes,
) -> Result<Response, Error> {
    app.limits.pass(Door::Receipt, &client, app.clock.now())?;
    let response = stored_as(&app, &receipt);
    let mut tx = app.db.write().await?;
    let found = sql::receipted(&mut tx, &response).await?.ok_or(Error::NotFound)?;
    if app.clock.now() >= found.closes {
        return Err(Error::Closed);
    }
    let survey = surveys::version(&app, &mut tx, &found.service, &found.survey, found.version).await?;
    let lang = wishes.after(&found.language()?, &survey.languages);
    sql::withdraw(&mut tx, &response, &found.service, &found.survey).await?;
    tx.commit().await?;
    Ok(view::withdrawn(&found.service, &lang).into_response())
}

/// The response's key and its receipt, if we gave them out.
pub(super) fn given(app: &App, typed: &Typed) -> Result<Given, Error> {
    let forged = Error::Refused("This form is not one that we gave out. Begin the survey again from its first page.");
    match (typed.all(KEY_FIELD), typed.first(KEY_FIELD).split_once('.')) {
        ([_], Some((key, receipt))) if app.pepper.derives(Purpose::Receipt, key, receipt) => {
            Ok(Given { key: key.to_owned(), receipt: receipt.to_owned() })
        }
        _ => Err(forged),
    }
}

pub(super) async fn is_stored(app: &App, receipt: &str) -> Result<bool, Error> {
    sql::is_stored(&mut app.db.read().await?, &stored_as(app, receipt)).await
}

/// The id of the response that has this receipt. The receipt itself is not kept.
fn stored_as(app: &App, receipt: &str) -> String {
    app.pepper.derive(Purpose::Response, receipt)
}

pub(super) fn to_receipt(app: &App, published: &Published, receipt: &str) -> Response {
    let cookie = cookie::clear(draft::COOKIE, &published.path(), app.secure());
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

/// Answers on paper as a response that can be stored, as of a day; `None` where a consent that the survey cannot be
/// counted without was not given. It has no receipt, so nobody can take it back.
pub(crate) fn on_paper(
    app: &App,
    published: &Published,
    answers: &Answers,
    lang: &Lang,
    day: Date,
) -> Result<Option<NewResponse>, Error> {
    let Ok(finished) = Finished::from_paper(&published.survey, answers, lang) else { return Ok(None) };
    let row = encode(app, published, &random_key(), &finished, day)?;
    Ok(Some(NewResponse { channel: Channel::Paper, ..row }))
}

pub(super) fn encode(
    app: &App,
    published: &Published,
    receipt: &str,
    finished: &Finished,
    day: Date,
) -> Result<NewResponse, Error> {
    let json = |answers: &Answers| serde_json::to_string(answers).map_err(|e| Error::fault("answers to JSON", e));
    let place = finished.place.as_ref();
    Ok(NewResponse {
        id: stored_as(app, receipt),
        service: published.service.clone(),
        survey: published.survey.key.to_string(),
        version: published.wave.version,
        wave: published.wave.id.clone(),
        day: day.to_string(),
        channel: Channel::Web,
        audience: finished.audience.map(heard_core::audience::Audience::code),
        age_band: finished.age_band.map(AgeBand::code),
        language: finished.language.to_string(),
        area: place.map(|place| place.area.clone()),
        decile: place.and_then(|place| place.decile).map(i64::from),
        place_edition: place.map(|place| place.edition.clone()),
        answers: json(&finished.answers)?,
        monitoring: if finished.monitoring.is_empty() { None } else { Some(json(&finished.monitoring)?) },
        apart: apart::rows(&published.service, &published.wave.id, &finished.apart),
        draft: None,
    })
}
