//! Polls of youth music councils: made by the chair or the clerk, a show of hands or a secret ballot, counted fairly.
//!
//! What is told of votes goes through [`heard_core::disclosure::Voting`], whose rules stand there: a show of hands is
//! seen by all members when it is over (and how it stands before, where the poll says so); of a secret ballot the count,
//! or of few ballots the winner alone. Nobody outside the council sees a figure about votes on any page: adults and the
//! public see what was decided.
//!
//! Ties are broken by lots ([`heard_core::poll::Lots`]): their seed is made with the poll, which shows its seal at once
//! and the seed when it is over, so that everybody can draw them again.

mod closing;
mod making;
mod marks;
mod results;
mod rules;
mod secret;
pub(crate) mod sql;
mod stopping;
mod view;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::{
    answer::Typed,
    disclosure::Voting,
    poll::{Ballot, Rule},
};

pub(crate) use closing::close_due;
pub(crate) use sql::{Poll, State as Stage};
pub(crate) use stopping::stop_of_idea;
pub(crate) use view::{card, staff_card};

use crate::{
    app::App,
    clock::random_key,
    councils::{self, Member, Person},
    db::Tx,
    decisions,
    error::Error,
    form::sheet::Trouble,
    typed::PostedForm,
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/council/{council}/polls/new", get(making::form).post(making::make))
        .route("/council/{council}/polls/{poll}", get(show).post(vote))
        .route("/council/{council}/polls/{poll}/slips", post(secret::print))
        .route("/council/{council}/polls/{poll}/close", get(closing::ask).post(closing::close))
        .route("/council/{council}/polls/{poll}/join", get(join_screen))
        .route("/council/{council}/polls/{poll}/ballots.blt", get(results::download))
        .route("/vote", get(secret::door).post(secret::enter))
        .route("/vote/slip/{code}", get(secret::carry))
        .route("/vote/ballot", get(secret::ballot).post(secret::cast))
        .route("/vote/thanks", get(secret::thanks))
        .route("/staff/{service}/councils/{council}/polls/{poll}/stop", get(stopping::ask).post(stopping::stop))
}

type PollPath = Path<(String, String)>;

async fn show(State(app): State<App>, Member(me): Member, Path((_, id)): PollPath) -> Result<Response, Error> {
    let poll = one(&mut app.db.read().await?, &me.service, &me.council, &id).await?;
    shown(&app, &me, &poll, &Typed::default(), &[], StatusCode::OK).await
}

/// The page of a poll, with what was typed on it.
async fn shown(
    app: &App,
    me: &Person,
    poll: &Poll,
    typed: &Typed,
    troubles: &[Trouble],
    status: StatusCode,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let hands = sql::hands(&mut tx, poll).await?;
    let mine = hands.iter().find(|(member, _)| *member == me.id).map(|(_, ballot)| ballot.clone());
    let told = results::told(&mut tx, poll, &hands, &me.id).await?;
    let decision = decisions::of_poll(&mut tx, &me.service, &poll.id).await?;
    let page = view::Shown {
        me,
        poll,
        mine,
        told,
        decision,
        typed,
        troubles,
        takes_votes: poll.takes_votes(app.clock.now()),
        today: app.clock.today(),
    };
    Ok((status, page.show()).into_response())
}

/// A hand is raised, or the other one. It can be until the poll is over.
async fn vote(
    State(app): State<App>,
    Member(me): Member,
    Path((_, id)): PollPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let poll = held(&mut tx, &me, &id).await?;
    if poll.voting != Voting::Open {
        return Err(Error::Refused("This is a secret ballot. Vote with your slip of paper."));
    }
    if !poll.takes_votes(app.clock.now()) {
        drop(tx);
        return Ok(Redirect::to(&poll.path("")).into_response());
    }
    match marks::read(&poll, &typed)? {
        Ok(ballot) => {
            sql::raise(&mut tx, &poll, &me.id, &ballot).await?;
            tx.commit().await?;
            Ok(Redirect::to(&poll.path("")).into_response())
        }
        Err(troubles) => {
            drop(tx);
            shown(&app, &me, &poll, &typed, &troubles, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// For the wall of the room. It shows to all what each of them may see on their phone, and no more.
async fn join_screen(State(app): State<App>, Member(me): Member, Path((_, id)): PollPath) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let poll = one(&mut tx, &me.service, &me.council, &id).await?;
    if poll.state == Stage::Stopped {
        return Ok(Redirect::to(&poll.path("")).into_response());
    }
    let hands = sql::hands(&mut tx, &poll).await?;
    let mut told = results::told(&mut tx, &poll, &hands, &me.id).await?;
    if let Some(told) = &mut told {
        // Who voted how is for each to read, not for a wall; and a file is for whoever asks.
        told.hands.clear();
        told.gives_rankings = false;
    }
    let base = app.base_url.trim_end_matches('/');
    Ok(view::room::show(&me, &poll, told.as_ref(), hands.len(), base).into_response())
}

/// The polls of a council, the newest first.
pub(crate) async fn of_council(tx: &mut Tx, service: &str, council: &str) -> Result<Vec<Poll>, Error> {
    sql::of_council(tx, service, council).await
}

/// A poll of a council. [`Error::NotFound`] if there is none.
pub(crate) async fn one(tx: &mut Tx, service: &str, council: &str, id: &str) -> Result<Poll, Error> {
    sql::one(tx, service, council, id).await?.ok_or(Error::NotFound)
}

/// The same, held: nobody votes in it or closes it until the transaction ends.
async fn held(tx: &mut Tx, me: &Person, id: &str) -> Result<Poll, Error> {
    sql::hold(tx, &me.service, id).await?;
    one(tx, &me.service, &me.council, id).await
}

impl Poll {
    /// The address of a page of it for members; nothing names its first.
    pub fn path(&self, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        format!("{}/{}/polls/{}{slash}{page}", councils::HOME, self.council, self.id)
    }
}

/// What a poll asks and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewPoll {
    pub question: String,
    pub options: Vec<String>,
    pub rule: Rule,
    pub voting: Voting,
    pub running: bool,
    pub quorum: i64,
    /// When it closes by itself, if it does.
    pub closes: Option<i64>,
}

/// Makes a poll. A show of hands is open at once; a secret ballot, when its slips are printed.
pub(crate) async fn make(tx: &mut Tx, service: &str, council: &str, new: NewPoll, now: i64) -> Result<Poll, Error> {
    let NewPoll { question, options, rule, voting, running, quorum, closes } = new;
    let poll = Poll {
        id: random_key(),
        service: service.to_owned(),
        council: council.to_owned(),
        question,
        options,
        rule,
        voting,
        running,
        quorum,
        closes,
        seed: random_key(),
        state: if voting == Voting::Open { Stage::Open } else { Stage::Ready },
        slips: 0,
        made: now,
        ended: None,
        stopped: None,
    };
    sql::add(tx, &poll).await?;
    Ok(poll)
}

/// Has made-up people vote by slips, and closes the ballot: for the demonstration.
pub(crate) async fn vote_and_close(
    app: &App,
    tx: &mut Tx,
    poll: &Poll,
    ballots: &[Ballot],
    now: i64,
) -> Result<(), Error> {
    let slips = i64::try_from(ballots.len()).unwrap_or(i64::MAX);
    secret::make_slips(app, tx, poll, slips).await?;
    sql::put_ballots(tx, poll, ballots).await?;
    closing::end(tx, poll, now).await
}

/// Raises a made-up member's hand: for the demonstration.
pub(crate) async fn raise(tx: &mut Tx, poll: &Poll, member: &str, ballot: &Ballot) -> Result<(), Error> {
    sql::raise(tx, poll, member, ballot).await
}
