//! Answering a survey: welcome, section by section, check, send, receipt. Every page works without scripts.
//!
//! What was answered so far is a *draft* on the server, found by a random code in a cookie. A survey on one page
//! (`whole.rs`) has none: its one form is all of it, and can be sent without a connection (`waiting.rs`).

mod draft;
mod only_if;
mod paper;
mod sending;
pub(crate) mod sql;
mod view;
mod waiting;
mod whole;

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::{
    answer::{Answer, Answers, Problem, Typed},
    area::{Place, Postcode},
    question::{Kind, Question},
    route::Step,
    survey::Section,
    text::Lang,
};
use maud::Markup;

use crate::{
    apart,
    app::App,
    areas, cookie,
    error::Error,
    intake::Submission,
    limits::{Client, Door},
    page::Reading,
    surveys::{self, Published},
    typed::PostedForm,
    wishes::{Wish, Wishes},
};
use draft::Draft;
pub(crate) use sending::{on_paper, record};
pub(crate) use sql::forget_expired;

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
        .route("/{service}/s/{survey}/stop", post(stop))
        .route("/{service}/s/{survey}/check", get(check))
        .route("/{service}/s/{survey}/send", post(sending::send))
        .route("/{service}/s/{survey}/{section}", get(section).post(answer))
        .route("/r/{receipt}", get(sending::receipt))
        .route("/r/{receipt}/withdraw", post(sending::withdraw))
}

type SurveyPath = Path<(String, String)>;

async fn welcome(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Markup, Error> {
    let published = open(&app, &service, &survey).await?;
    let lang = wishes.among(&published.survey.languages);
    if published.survey.sections.len() == 1 {
        let reading = Reading::of(&published.survey, &lang, wishes.ways, None);
        return Ok(whole::form(&app, &published, reading));
    }
    let begun = draft::find(&app, &published, &headers).await.ok();
    let lang = begun.as_ref().map_or(&lang, |draft| &draft.lang);
    Ok(view::welcome(&published, Reading::of(&published.survey, lang, wishes.ways, None), begun.as_ref()))
}

async fn start(
    State(app): State<App>,
    client: Client,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
) -> Result<Response, Error> {
    app.limits.pass(Door::Start, &client, app.clock.now())?;
    let published = open(&app, &service, &survey).await?;
    let code = draft::begin(&app, &published, &wishes.among(&published.survey.languages)).await?;
    let path = published.path();
    let cookie = cookie::keep(draft::COOKIE, &code, &path, draft::KEPT / 1_000, app.secure());
    let first = published.survey.sections.first().ok_or(Error::NotFound)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&format!("{path}/{}", first.key))).into_response())
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
    let cookie = cookie::clear(draft::COOKIE, &published.path(), app.secure());
    Ok(([(header::SET_COOKIE, cookie)], view::stopped(&published, open, &lang)).into_response())
}

type SectionPath = Path<(String, String, String)>;

async fn section(
    State(app): State<App>,
    Path((service, survey, section)): SectionPath,
    _: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    let draft = draft::find(&app, &published, &headers).await?;
    let survey = &*draft.survey;
    let section = survey.section(&section).ok_or(Error::NotFound)?;
    let route = draft.route();
    if !route.sections().any(|s| s.key == section.key) {
        return Ok(Redirect::to(&draft.next_path(&published)).into_response());
    }
    let filled = view::Filled { typed: Typed::from_answers(&draft.answers), ..view::Filled::empty() };
    Ok(view::section(&published, &draft, section, &filled).into_response())
}

async fn answer(
    State(app): State<App>,
    Path((service, survey, section)): SectionPath,
    headers: HeaderMap,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    let mut draft = draft::find(&app, &published, &headers).await?;
    let survey = draft.survey.clone();
    let section = survey.section(&section).ok_or(Error::NotFound)?;
    draft.choose_apart(section, &typed)?;
    if let Some(wish) = asked_way(&typed, &survey.languages)? {
        let own_fields = [&Wish::FIELDS, own_fields(section)].concat();
        only_of(&draft.route().questions(section).collect::<Vec<_>>(), &typed, &own_fields)?;
        return in_other_way(&app, &published, draft, section, &wish, typed).await;
    }
    let questions: Vec<_> = draft.route().questions(section).collect();
    let (mut answers, problems) = read(&app, &questions, &typed, own_fields(section)).await?;
    if !problems.is_empty() {
        let filled = view::Filled { typed, problems, ..view::Filled::empty() };
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, view::section(&published, &draft, section, &filled)).into_response()
        );
    }
    keep_place(&draft.answers, &mut answers);
    draft::keep_choices(&app, &draft).await?;
    let saved = app.intake.submit(page(&draft, section, &answers)?).await;
    if let Err(error) = saved {
        let filled = view::Filled { typed, failed: true, ..view::Filled::empty() };
        return if error.is_passing() {
            Ok((StatusCode::SERVICE_UNAVAILABLE, view::section(&published, &draft, section, &filled)).into_response())
        } else {
            Err(error)
        };
    }
    draft.answers.merge(answers);
    Ok(Redirect::to(&address(&published, draft.route().after(&section.key))).into_response())
}

/// Shows a page of questions again as somebody wishes to read it: with everything that was typed, and nothing judged.
async fn in_other_way(
    app: &App,
    published: &Published,
    mut draft: Draft,
    section: &Section,
    wish: &Wish,
    typed: Typed,
) -> Result<Response, Error> {
    draft.ways = draft.ways.with(wish);
    if let Wish::Language(lang) = wish {
        draft.lang = lang.clone();
    }
    draft::keep_choices(app, &draft).await?;
    // Which sections and questions there are may depend on the language.
    let page = if draft.route().sections().any(|shown| shown.key == section.key) {
        view::section(published, &draft, section, &view::Filled { typed, ..view::Filled::empty() }).into_response()
    } else {
        Redirect::to(&draft.next_path(published)).into_response()
    };
    Ok((wish.remembered(app), page).into_response())
}

/// The way in which a form asks to be shown again.
fn asked_way(typed: &Typed, offered: &[Lang]) -> Result<Option<Wish>, Error> {
    Wish::asked(typed, offered).map_err(|()| NOT_ASKED)
}

async fn check(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    _: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    let draft = draft::find(&app, &published, &headers).await?;
    if let Step::Section(_) = draft.route().first_open() {
        return Ok(Redirect::to(&draft.next_path(&published)).into_response());
    }
    let areas = areas::names(&mut app.db.read().await?).await?;
    let key = sending::with_receipt(&app, draft.response.clone()).to_string();
    Ok(view::check(&published, &draft, &areas, &key, false).into_response())
}

/// The survey at an address, if it takes answers now.
async fn open(app: &App, service: &str, survey: &str) -> Result<std::sync::Arc<Published>, Error> {
    let published = surveys::published(app, service, survey).await?;
    if published.is_open(app.clock.now()) { Ok(published) } else { Err(Error::Closed) }
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

/// What the form of a section holds beside its questions.
fn own_fields(section: &Section) -> &'static [&'static str] {
    if section.monitoring { &[apart::FIELD] } else { &[] }
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

fn page(draft: &Draft, section: &Section, answers: &Answers) -> Result<Submission, Error> {
    Ok(Submission::Page {
        draft: draft.code_hash.clone(),
        section: section.key.to_string(),
        answers: serde_json::to_string(answers).map_err(|e| Error::fault("answers to JSON", e))?,
    })
}

fn address(published: &Published, step: Step<'_>) -> String {
    match step {
        Step::Section(section) => format!("{}/{}", published.path(), section.key),
        Step::Check => format!("{}/check", published.path()),
    }
}
