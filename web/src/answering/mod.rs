//! Answering a survey: welcome, page by page, check, send, receipt. Every page works without scripts.
//!
//! What was answered so far is a *draft* on the server, found by a random code in a cookie, or by six words on any
//! device. A survey on one page (`whole.rs`) has none: its one form is all of it, and can be sent without a connection
//! (`waiting.rs`).

mod draft;
mod mine;
mod only_if;
mod paging;
mod paper;
mod receipts;
mod returning;
mod sending;
pub(crate) mod sql;
mod stops;
mod tablet;
mod view;
mod waiting;
mod whole;

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::{
    answer::{Answer, Answers, Problem, Typed},
    area::{Place, Postcode},
    question::{Kind, Question},
    route::Route,
    text::Lang,
    walk::{Pace, Page, Walk},
};

use crate::{
    apart,
    app::App,
    areas,
    error::Error,
    invitations::{self, Came},
    limits::{Client, Door},
    page::Reading,
    surveys::{self, Published},
    typed::PostedForm,
    wishes::{Wish, Wishes},
};
pub(crate) use sending::{on_paper, record};
pub(crate) use stops::forget_expired;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/{service}/s/{survey}", get(welcome).post(whole::send))
        .route("/{service}/s/{survey}/all", get(whole::show).post(whole::send))
        .route("/{service}/s/{survey}/paper", get(paper::normal))
        .route("/{service}/s/{survey}/paper/large", get(paper::large))
        .route("/sw.js", get(waiting::worker))
        .route("/waiting/{lang}", get(waiting::page))
        .route("/{service}/s/{survey}/start", post(start))
        .route("/{service}/s/{survey}/pace", post(choose_pace))
        .route("/{service}/s/{survey}/stop", get(stopping).post(stop))
        .route("/{service}/s/{survey}/check", get(paging::check))
        .route("/{service}/s/{survey}/send", post(sending::send))
        .route("/{service}/s/{survey}/code", get(returning::words).post(returning::give_words))
        .route("/{service}/s/{survey}/leave", post(returning::leave))
        .route("/{service}/s/{survey}/return", get(returning::ask).post(returning::go_on))
        .route("/{service}/s/{survey}/tablet", get(tablet::about).post(tablet::set_up))
        .route("/{service}/s/{survey}/tablet/stop", get(tablet::stopping).post(tablet::stop))
        .route("/{service}/s/{survey}/next", get(tablet::next))
        .route("/{service}/s/{survey}/fresh", get(tablet::fresh))
        .route("/{service}/s/{survey}/still-there", get(tablet::still_there).post(tablet::still_here))
        .route("/{service}/s/{survey}/{section}", get(paging::show).post(paging::answer))
        .route("/{service}/s/{survey}/{section}/{question}", get(paging::show).post(paging::answer))
        .route("/r", get(receipts::ask).post(receipts::find))
        .route("/r/{receipt}", get(receipts::show))
        .route("/r/{receipt}/withdraw", get(receipts::withdrawing).post(receipts::withdraw))
}

type SurveyPath = Path<(String, String)>;

async fn welcome(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    let invited = invitation(&app, &published, &headers)?.is_some();
    let lang = wishes.among(&published.survey.languages);
    let reading = Reading::of(&published.survey, &lang, wishes.ways, None);
    if tablet::is_on(&app, &headers) {
        // Whoever comes to the first page begins, whatever somebody before them left.
        let page = view::welcome(&published, reading, view::Begun::OnATablet, invited);
        return Ok(([(header::SET_COOKIE, draft::no_cookie(&app, &published))], page).into_response());
    }
    if let Ok(draft) = draft::find(&app, &published, &headers).await {
        let reading = Reading::of(&published.survey, &draft.lang, wishes.ways, None);
        return Ok(view::welcome(&published, reading, view::Begun::Already(&draft), invited).into_response());
    }
    if whole::is_one_form(&published.survey) {
        return Ok(whole::form(&app, &published, reading, invited).into_response());
    }
    Ok(view::welcome(&published, reading, view::Begun::NotYet, invited).into_response())
}

async fn start(
    State(app): State<App>,
    client: Client,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    app.limits.pass(Door::Start, &client, app.clock.now())?;
    let published = open(&app, &service, &survey).await?;
    match draft::find(&app, &published, &headers).await {
        // The page with the button was open since before they began.
        Ok(draft) if !draft.shared => Ok(Redirect::to(&draft.next_path(&published)).into_response()),
        Ok(_) | Err(Error::NoDraft) => begin(&app, &published, &wishes, &headers, published.survey.pace).await,
        Err(error) => Err(error),
    }
}

/// Parts the survey into pages as somebody likes it, before they begin or on their way.
async fn choose_pace(
    State(app): State<App>,
    client: Client,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
    form: PostedForm,
) -> Result<Response, Error> {
    let pace = Pace::from_code(form.only(&["pace"])?.first("pace")).ok_or(NOT_ASKED)?;
    let published = open(&app, &service, &survey).await?;
    match draft::find(&app, &published, &headers).await {
        Ok(mut draft) if !draft.shared => {
            draft::set_pace(&app, &mut draft, pace).await?;
            Ok(Redirect::to(&draft.next_path(&published)).into_response())
        }
        Ok(_) | Err(Error::NoDraft) => {
            app.limits.pass(Door::Start, &client, app.clock.now())?;
            begin(&app, &published, &wishes, &headers, pace).await
        }
        Err(error) => Err(error),
    }
}

async fn begin(
    app: &App,
    published: &Published,
    wishes: &Wishes,
    headers: &HeaderMap,
    pace: Pace,
) -> Result<Response, Error> {
    let shared = tablet::is_on(app, headers);
    invitation(app, published, headers)?;
    if shared {
        draft::forget(app, headers).await?;
    }
    let lang = wishes.among(&published.survey.languages);
    let code = draft::begin(app, published, &lang, pace, shared).await?;
    let cookie =
        if shared { draft::session_cookie(app, published, &code) } else { draft::keep_cookie(app, published, &code) };
    let nothing = Answers::default();
    let walk = Walk::new(Route::new(&published.survey, &nothing, &lang), pace);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&address(published, walk.first()))).into_response())
}

/// Asks whether to delete what was answered: it cannot be brought back.
async fn stopping(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    _: Wishes,
    headers: HeaderMap,
) -> Result<Response, mine::Away> {
    let published = surveys::published(&app, &service, &survey).await?;
    let draft = mine::draft(&app, &published, &headers).await?;
    Ok(view::stopping(&published, &draft).into_response())
}

/// Forgets what was answered: for a shared computer, or for someone who changed their mind.
async fn stop(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    let read = draft::find(&app, &published, &headers).await.map(|draft| draft.lang);
    let lang = read.unwrap_or_else(|_| wishes.among(&published.survey.languages));
    draft::forget(&app, &headers).await?;
    let open = published.is_open(app.clock.now());
    let page = view::stopped(&published, open, tablet::is_on(&app, &headers), &lang);
    Ok(([(header::SET_COOKIE, draft::no_cookie(&app, &published))], page).into_response())
}

/// The survey at an address, if it takes answers now.
async fn open(app: &App, service: &str, survey: &str) -> Result<std::sync::Arc<Published>, Error> {
    let published = surveys::published(app, service, survey).await?;
    if published.is_open(app.clock.now()) { Ok(published) } else { Err(Error::Closed) }
}

/// The invitation that somebody came by. On a shared tablet none: it would be another's.
fn invitation(app: &App, published: &Published, headers: &HeaderMap) -> Result<Option<Came>, Error> {
    let came = invitations::came(app, headers).filter(|_| !tablet::is_on(app, headers));
    if came.is_none() && published.declaration.invited_only {
        return Err(Error::OnlyInvited);
    }
    Ok(came)
}

/// The way in which a form asks to be shown again.
fn asked_way(typed: &Typed, offered: &[Lang]) -> Result<Option<Wish>, Error> {
    Wish::asked(typed, offered).map_err(|()| NOT_ASKED)
}

/// Reads the answers to questions, with postcodes looked up. Fields that belong to none of them are refused.
async fn read(
    app: &App,
    questions: &[&Question],
    typed: &Typed,
    own_fields: &[&str],
) -> Result<(Answers, Vec<Problem>), Error> {
    only_of(questions, typed, own_fields)?;
    let places = look_up_postcodes(app, questions, typed).await?;
    let find = |postcode: &Postcode| places.iter().find(|(p, _)| p == postcode).map(|(_, place)| place.clone());
    Ok(Answers::read(questions.iter().copied(), typed, &find))
}

/// What a form holds beside its questions, if it asks whether monitoring is to be connected.
fn own_fields(asks_apart: bool) -> &'static [&'static str] {
    if asks_apart { &[apart::FIELD] } else { &[] }
}

const NOT_ASKED: Error =
    Error::Refused("The form held something that we did not ask. Go back, load the page again and answer there.");

/// Refuses fields that belong to no question and are none of our own.
fn only_of(questions: &[&Question], typed: &Typed, own_fields: &[&str]) -> Result<(), Error> {
    let known = |field: &str| own_fields.contains(&field) || questions.iter().any(|q| q.has_field(field));
    if typed.fields().all(known) { Ok(()) } else { Err(NOT_ASKED) }
}

/// The places of the postcodes that were typed, as far as they are known.
pub(crate) async fn look_up_postcodes(
    app: &App,
    questions: &[&Question],
    typed: &Typed,
) -> Result<Vec<(Postcode, Place)>, Error> {
    let mut places = Vec::new();
    let postcodes = questions.iter().filter(|question| matches!(question.kind, Kind::Postcode));
    for postcode in postcodes.filter_map(|question| Postcode::parse(typed.first(&question.key))) {
        let place = areas::find(&mut app.db.read().await?, &postcode).await?;
        places.extend(place.map(|place| (postcode, place)));
    }
    Ok(places)
}

/// A page that is answered again shows its postcode field empty, because the postcode is gone: left empty, what it
/// was reduced to stays.
fn keep_place(before: &Answers, now: &mut Answers) {
    let kept: Vec<_> = now
        .iter()
        .filter(|(_, answer)| **answer == Answer::Skipped)
        .filter_map(|(key, _)| Some((key.clone(), before.get(key)?.clone())))
        .filter(|(_, answer)| matches!(answer, Answer::Place(_)))
        .collect();
    for (key, place) in kept {
        now.set(key, place);
    }
}

/// The address of a page of questions, or of the page after the last.
fn address(published: &Published, page: Option<&Page<'_>>) -> String {
    let path = published.path();
    match page.map(Page::at) {
        None => format!("{path}/check"),
        Some(at) => match at.question {
            None => format!("{path}/{}", at.section),
            Some(question) => format!("{path}/{}/{question}", at.section),
        },
    }
}
