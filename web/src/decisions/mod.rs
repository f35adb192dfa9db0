//! What youth music councils decided, and what their service answers.
//!
//! A poll that is over ends in a decision, which the chair or the clerk writes down in a sentence. The service has to
//! answer by a day (*yes, by …*; *partly*; *no, because …*) and may name the action of its plan that does it; the council
//! says whether it was done. All of it is public, and an answer that is late says so.

mod answering;
pub(crate) mod sql;
mod view;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::answer::Typed;
use jiff::ToSpan as _;
use maud::Markup;

pub(crate) use sql::{Answer, Decision, Reply};
pub(crate) use view::{for_members, staff_card};

use crate::{
    app::App,
    clock::day_of,
    councils::{Maker, Person},
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    polls::{self, Poll, Stage},
    services,
    typed::PostedForm,
};

/// How many days a service has to answer.
const DAYS: i64 = 28;
/// The longest decision, and the longest answer, in letters.
const LONGEST: usize = 500;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/council/{council}/polls/{poll}/decision", get(form).post(write))
        .route("/council/{council}/polls/{poll}/done", post(mark))
        .route("/staff/{service}/councils/{council}/polls/{poll}/answer", get(answering::form).post(answering::answer))
        .route("/{service}/decisions", get(public))
}

type PollPath = Path<(String, String)>;

async fn form(State(app): State<App>, Maker(me): Maker, Path((_, id)): PollPath) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let poll = undecided(&mut tx, &me, &id).await?;
    Ok(poll.map_or_else(
        |poll| there_already(&poll),
        |poll| view::form(&me, &poll, &Typed::default(), &[]).into_response(),
    ))
}

/// Writes a decision down, once: the service answers these words, so they stay.
async fn write(
    State(app): State<App>,
    Maker(me): Maker,
    Path((_, id)): PollPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["words"])?;
    let mut tx = app.db.write().await?;
    let poll = match undecided(&mut tx, &me, &id).await? {
        Ok(poll) => poll,
        Err(poll) => return Ok(there_already(&poll)),
    };
    let words = typed.first("words").trim();
    if words.is_empty() || words.chars().count() > LONGEST {
        let advice = "Write what you decided, in 500 letters at most.";
        let trouble = Trouble { field: "words".to_owned(), label: view::WORDS.to_owned(), advice };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::form(&me, &poll, &typed, &[trouble])).into_response());
    }
    decide(&mut tx, &poll, words, app.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&poll.path("")).into_response())
}

fn there_already(poll: &Poll) -> Response {
    Redirect::to(&poll.path("")).into_response()
}

/// A poll that is over and not decided on yet; else the poll alone.
async fn undecided(tx: &mut Tx, me: &Person, id: &str) -> Result<Result<Poll, Poll>, Error> {
    let poll = polls::one(tx, &me.service, &me.council, id).await?;
    let decided = of_poll(tx, &me.service, &poll.id).await?.is_some();
    Ok(if decided || poll.state != Stage::Closed { Err(poll) } else { Ok(poll) })
}

/// Writes down what was decided by a poll, which the service answers within [`DAYS`]. What was written first stays.
pub(crate) async fn decide(tx: &mut Tx, poll: &Poll, words: &str, now: i64) -> Result<(), Error> {
    let due = day_of(now).saturating_add(DAYS.days());
    sql::add(tx, poll, words, now, due).await
}

/// The council says whether it was done.
async fn mark(
    State(app): State<App>,
    Maker(me): Maker,
    Path((_, id)): PollPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["done"])?;
    let done = match typed.first("done") {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::Refused("Say whether it was done.")),
    };
    let mut tx = app.db.write().await?;
    let poll = polls::one(&mut tx, &me.service, &me.council, &id).await?;
    sql::mark(&mut tx, &me.service, &poll.id, done).await?;
    tx.commit().await?;
    Ok(Redirect::to(&poll.path("")).into_response())
}

async fn public(State(app): State<App>, Path(service): Path<String>) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let house = services::house(&mut tx, &service).await?;
    let decisions = sql::of_service(&mut tx, &service).await?;
    let actions = answering::actions(&mut tx, &service).await?;
    Ok(view::public(&house, &decisions, &actions, app.clock.today()))
}

/// The decision that a poll ended in.
pub(crate) async fn of_poll(tx: &mut Tx, service: &str, poll: &str) -> Result<Option<Decision>, Error> {
    sql::of_poll(tx, service, poll).await
}

/// The decisions of a council, the newest first.
pub(crate) async fn of_council(tx: &mut Tx, service: &str, council: &str) -> Result<Vec<Decision>, Error> {
    let decisions = sql::of_service(tx, service).await?;
    Ok(decisions.into_iter().filter(|decision| decision.council == council).collect())
}

/// Whether a service's councils have decided anything.
pub(crate) async fn are_there(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    sql::any(tx, service).await
}

/// Gives the service's answer.
pub(crate) async fn reply(tx: &mut Tx, service: &str, poll: &str, reply: &Reply, now: i64) -> Result<(), Error> {
    sql::reply(tx, service, poll, reply, now).await
}
