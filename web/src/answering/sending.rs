//! Sending a response.

use std::{collections::BTreeMap, fmt};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use heard_core::{
    age::AgeBand,
    answer::{Answers, Typed},
    response::Response as Finished,
    results::pace,
    text::Lang,
    typed_in::Sheet,
};
use jiff::civil::Date;

use super::{
    SurveyPath,
    draft::{self, Draft},
    invitation,
    mine::{self, Away},
    receipts::stored_as,
    sql, tablet, view,
};
use crate::{
    apart,
    app::App,
    areas,
    clock::random_key,
    error::Error,
    intake::{Channel, NewResponse, Submission},
    invitations,
    pepper::Purpose,
    surveys::{self, Published},
    typed::PostedForm,
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
///
/// A browser that keeps a copy of a form, to be opened without a connection, puts a mark of its own after both, another
/// at each opening: so two people who open one copy send two responses. The key is then what we gave out with the mark.
pub(super) struct Given {
    key: String,
    /// The receipt, which opens nothing before the response is sent.
    pub receipt: String,
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
) -> Result<Response, Away> {
    let given = given(&app, &typed)?;
    let published = surveys::published(&app, &service, &survey).await?;
    let draft = match draft::find(&app, &published, &headers).await {
        Ok(draft) if draft.response == given.key => draft,
        // Sent before, by this very form: a second press of the button, or a page that was loaded again.
        Ok(_) | Err(Error::NoDraft) if is_stored(&app, &given.receipt).await? => {
            return Ok(sent(&app, &published, &headers, &given.receipt));
        }
        Ok(_) => return Err(Error::NoDraft.into()),
        Err(Error::NoDraft) => return Err(mine::lost(&app, &published, &headers).await?),
        Err(error) => return Err(error.into()),
    };
    if !published.is_open(app.clock.now()) {
        return Err(Error::Closed.into());
    }
    let came = invitation(&app, &published, &headers)?;
    let Ok(finished) = draft.finish() else {
        return Ok(Redirect::to(&draft.next_path(&published)).into_response());
    };
    let row = of_draft(&app, &draft, encode(&app, &published, &given.receipt, &finished, app.clock.today())?);
    match invitations::store(&app, &published, came.as_ref(), row).await {
        Ok(_) => Ok(sent(&app, &published, &headers, &given.receipt)),
        Err(error) if error.is_passing() => Ok(not_saved(&app, &published, &draft, &given).await),
        Err(error) => Err(error.into()),
    }
}

/// The page with the button once more, as far as it can be made.
async fn not_saved(app: &App, published: &Published, draft: &Draft, given: &Given) -> Response {
    let areas = match app.db.read().await {
        Ok(mut tx) => areas::names(&mut tx).await.unwrap_or_default(),
        Err(_) => BTreeMap::default(),
    };
    let page = view::check(published, draft, &areas, given, &app.base_url, true);
    (StatusCode::SERVICE_UNAVAILABLE, page).into_response()
}

/// A response with what it has of the draft that ends with it.
fn of_draft(app: &App, draft: &Draft, row: NewResponse) -> NewResponse {
    NewResponse {
        version: draft.version,
        wave: draft.wave.clone(),
        draft: Some(draft.code_hash.clone()),
        pace: draft.minutes(app.clock.now()).map(pace::band),
        ..row
    }
}

/// The response's key and its receipt, if we gave them out.
pub(super) fn given(app: &App, typed: &Typed) -> Result<Given, Error> {
    let forged = Error::Refused("This form is not one that we gave out. Begin the survey again from its first page.");
    let ours = |text: &str| {
        let (key, receipt) = text.rsplit_once('.')?;
        let is_ours = app.pepper.derives(Purpose::Receipt, key, receipt);
        is_ours.then(|| Given { key: key.to_owned(), receipt: receipt.to_owned() })
    };
    let marked = |text: &str| {
        let (text, mark) = text.rsplit_once('.').filter(|(_, mark)| is_mark(mark))?;
        ours(text).map(|Given { key, .. }| with_receipt(app, format!("{key}.{mark}")))
    };
    let [field] = typed.all(KEY_FIELD) else { return Err(forged) };
    ours(field).or_else(|| marked(field)).ok_or(forged)
}

/// What `sw.js` makes: 128 random bits as hexadecimal digits. No receipt is as long.
fn is_mark(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

pub(super) async fn is_stored(app: &App, receipt: &str) -> Result<bool, Error> {
    sql::is_stored(&mut app.db.read().await?, &stored_as(app, receipt)).await
}

/// Whether a response that was stored before says the same as one that is sent now. Of what is counted apart nobody can
/// tell. `false` where it was taken back.
pub(super) async fn is_same(app: &App, new: &NewResponse) -> Result<bool, Error> {
    let sent = sql::sent(&mut app.db.read().await?, &new.id).await?;
    let new = sql::SentRow {
        wave: new.wave.clone(),
        audience: new.audience.map(str::to_owned),
        age_band: new.age_band.map(str::to_owned),
        area: new.area.clone(),
        decile: new.decile,
        answers: new.answers.clone(),
        monitoring: new.monitoring.clone(),
    };
    Ok(sent.is_some_and(|sent| sent == new))
}

/// Leads to the receipt; on a shared tablet to where it is handed on, because what follows is for other eyes.
pub(super) fn sent(app: &App, published: &Published, headers: &HeaderMap, receipt: &str) -> Response {
    let to = if tablet::is_on(app, headers) { format!("{}/next", published.path()) } else { format!("/r/{receipt}") };
    let cookies = [draft::no_cookie(app, published), invitations::no_cookie(app, published)];
    (AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie))), Redirect::to(&to)).into_response()
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
    app.intake.submit(Submission::Response(Box::new(row))).await.map(drop)
}

/// Answers on paper as a response that can be stored, as of a day; `None` where a consent that the survey cannot be
/// counted without was not given. It has no receipt, so nobody can take it back.
pub(crate) fn on_paper(
    app: &App,
    published: &Published,
    sheet: &Sheet,
    day: Date,
) -> Result<Option<NewResponse>, Error> {
    let survey = &published.survey;
    let Ok(mut finished) = Finished::from_paper(survey, &sheet.answers, &sheet.language) else { return Ok(None) };
    if sheet.apart {
        finished = finished.taken_apart(survey);
    }
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
        service: published.house.key.clone(),
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
        apart: apart::rows(&published.house.key, &published.wave.id, &finished.apart),
        draft: None,
        pace: None,
    })
}
