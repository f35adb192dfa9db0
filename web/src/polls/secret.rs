//! Secret ballots.
//!
//! Codes are made in memory, printed shuffled on slips that people draw, and shown on that one page. What is kept of a
//! code is its keyed hash, all of them in one transaction, in the order of the hashes; the page has them in another order.
//! Whoever votes by a slip is never asked who they are: the pages at `/vote` know no cookie but the slip's.
//!
//! **How a ballot is cast.** In one transaction, which holds the poll: the code's row is deleted (whoever deletes it is
//! the one whose vote counts, however many posts come at once), all ballots of the poll are taken out, the new one is put
//! among them, and all are written again in random order under new random keys. So from its first moment a ballot lies in
//! no order with the others, and has the same transaction as all of them. Ballots have no time and no number.
//!
//! **What the tables tell**: which codes are left, as hashes that nobody can make without the server's secret, and all
//! ballots. A code that was used is not there. Closing drops the others and writes the ballots anew.
//!
//! **What we cannot promise.** Until the next look ([`retention`](crate::retention), a minute at most) SQLite's log and
//! PostgreSQL's dead rows still hold the deleted code beside the ballots of before and after: whoever reads the
//! database's files then, and holds the server's secret and the slip, could join them. The same holds for copies of the
//! database from before and after a vote, and for an archive of PostgreSQL's log. Whoever prints the slips could vote
//! with one before handing it out: so all members see how many were printed.
//!
//! There is no receipt, since what proves a vote to oneself proves it to whoever pays or threatens.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, disclosure::Voting, poll::Ballot};
use maud::Markup;

use super::{Poll, Stage, marks, sql, view::slips as slip_view};
use crate::{
    app::App,
    clock::shuffle,
    councils::Teller,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    limits::{Client, Door},
    pepper::Purpose,
    services,
    slips::{self, Slip},
    staff,
    typed::PostedForm,
};

/// Where people vote by a slip, and whom the cookie is for.
pub(super) const VOTE: &str = "/vote";
/// How many slips a ballot has, at most.
const MOST: i64 = 500;
/// The field that asks for their number.
pub(super) const VOTERS: &str = "voters";

const NO_CODE: &str = "This code does not work. Look at each letter again. Each code counts once. It does not work any more \
    when the vote is over.";

/// Makes the slips and opens the ballot. Until somebody has voted, others can be printed in their place.
pub(super) async fn print(
    State(app): State<App>,
    Teller(me): Teller,
    Path((_, id)): Path<(String, String)>,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[VOTERS])?;
    let mut tx = app.db.write().await?;
    let poll = super::held(&mut tx, &me, &id).await?;
    if poll.voting != Voting::Secret || !poll.is_on() || !sql::ballots(&mut tx, &poll).await?.is_empty() {
        return Err(Error::Refused("Slips are printed once, for a secret ballot that nobody has voted in yet."));
    }
    let Some(voters) = typed.first(VOTERS).trim().parse().ok().filter(|voters| (1..=MOST).contains(voters)) else {
        let advice = "Write how many people can vote, from 1 to 500.";
        let trouble = Trouble { field: VOTERS.to_owned(), label: slip_view::LABEL.to_owned(), advice };
        drop(tx);
        return super::shown(&app, &me, &poll, &typed, &[trouble], StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let codes = make_slips(&app, &mut tx, &poll, voters).await?;
    let detail = format!("{voters} slips");
    staff::audit(&mut tx, &me.service, None, app.clock.now(), "secret ballot opened", &detail).await?;
    tx.commit().await?;
    let base = app.base_url.trim_end_matches('/');
    let slip = |code: String| Slip {
        heading: poll.question.clone(),
        scanned: format!("{base}{VOTE}/slip/{code}"),
        typed: format!("{base}{VOTE}"),
        code,
    };
    let printed: Vec<_> = codes.into_iter().map(slip).collect();
    Ok(slip_view::printed(&me, &poll, &printed).into_response())
}

/// Makes the codes of a ballot and opens it: in random order, which no row repeats.
pub(super) async fn make_slips(app: &App, tx: &mut Tx, poll: &Poll, voters: i64) -> Result<Vec<String>, Error> {
    let mut codes: Vec<_> = (0..voters).map(|_| slips::new_code()).collect();
    let mut hashes: Vec<_> = codes.iter().map(|code| app.pepper.hash(Purpose::BallotCode, code)).collect();
    hashes.sort_unstable();
    sql::drop_codes(tx, poll).await?;
    sql::keep_codes(tx, poll, &hashes).await?;
    sql::open(tx, poll, voters).await?;
    shuffle(&mut codes);
    Ok(codes)
}

pub(super) async fn door(State(app): State<App>, headers: HeaderMap) -> Markup {
    let code = slips::carried(&app, &headers).unwrap_or_default();
    slip_view::door(&[("code".to_owned(), slips::written(&code))].into_iter().collect(), &[])
}

/// Takes the code of a slip that was scanned out of the address.
pub(super) async fn carry(State(app): State<App>, Path(code): Path<String>) -> Response {
    slips::carry(&app, &code, "/vote/ballot", VOTE)
}

/// Looks whether a code works, and takes it along to its ballot.
pub(super) async fn enter(State(app): State<App>, client: Client, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["code"])?;
    app.limits.pass(Door::Slip, &client, app.clock.now())?;
    let code = slips::read(typed.first("code")).unwrap_or_default();
    if open_ballot(&app, &code).await?.is_none() {
        return Ok(no_code(&typed));
    }
    Ok(slips::carry(&app, &code, "/vote/ballot", VOTE))
}

fn no_code(typed: &Typed) -> Response {
    let trouble = Trouble { field: "code".to_owned(), label: slip_view::CODE.to_owned(), advice: NO_CODE };
    (StatusCode::UNPROCESSABLE_ENTITY, slip_view::door(typed, &[trouble])).into_response()
}

/// The ballot that a code opens just now. Codes that were used, are of another time or never were are told alike.
async fn open_ballot(app: &App, code: &str) -> Result<Option<Poll>, Error> {
    let hash = app.pepper.hash(Purpose::BallotCode, code);
    let poll = sql::poll_of_code(&mut app.db.read().await?, &hash).await?;
    Ok(poll.filter(|poll| poll.takes_votes(app.clock.now())))
}

pub(super) async fn ballot(State(app): State<App>, client: Client, headers: HeaderMap) -> Result<Response, Error> {
    app.limits.pass(Door::Slip, &client, app.clock.now())?;
    let code = slips::carried(&app, &headers).unwrap_or_default();
    match open_ballot(&app, &code).await? {
        Some(poll) => paper(&app, &poll, &Typed::default(), &[]).await,
        None => Ok(no_code(&[("code".to_owned(), slips::written(&code))].into_iter().collect())),
    }
}

async fn paper(app: &App, poll: &Poll, typed: &Typed, troubles: &[Trouble]) -> Result<Response, Error> {
    let house = services::house(&mut app.db.read().await?, &poll.service).await?;
    let status = if troubles.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, slip_view::ballot(&house, poll, typed, troubles)).into_response())
}

/// Casts a ballot, and leaves nothing of it on the device.
pub(super) async fn cast(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    app.limits.pass(Door::Slip, &client, app.clock.now())?;
    let code = slips::carried(&app, &headers).unwrap_or_default();
    let no_code = || Ok(no_code(&[("code".to_owned(), slips::written(&code))].into_iter().collect()));
    let Some(poll) = open_ballot(&app, &code).await? else { return no_code() };
    let ballot = match marks::read(&poll, &typed)? {
        Ok(ballot) => ballot,
        Err(troubles) => return paper(&app, &poll, &typed, &troubles).await,
    };
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &poll.service, &poll.id).await?;
    let now_held = sql::one(&mut tx, &poll.service, &poll.council, &poll.id).await?;
    let hash = app.pepper.hash(Purpose::BallotCode, &code);
    let still = now_held.is_some_and(|poll| poll.takes_votes(app.clock.now()));
    if !still || !sql::spend_code(&mut tx, &poll, &hash).await? {
        return no_code();
    }
    mix_in(&mut tx, &poll, Some(ballot)).await?;
    tx.commit().await?;
    Ok(slips::used(&app, VOTE, None, Redirect::to("/vote/thanks")))
}

/// Writes all ballots of a poll anew, with another among them, in random order. Whoever calls holds the poll.
pub(super) async fn mix_in(tx: &mut Tx, poll: &Poll, new: Option<Ballot>) -> Result<(), Error> {
    let mut ballots = sql::take_ballots(tx, poll).await?;
    ballots.extend(new);
    shuffle(&mut ballots);
    sql::put_ballots(tx, poll, &ballots).await
}

pub(super) async fn thanks() -> Markup {
    slip_view::thanks()
}

/// What is done to a ballot that is over: no code is left, and the ballots lie in a new order.
pub(super) async fn close(tx: &mut Tx, poll: &Poll) -> Result<(), Error> {
    sql::drop_codes(tx, poll).await?;
    mix_in(tx, poll, None).await
}

/// What is done to one that was stopped: nothing is left.
pub(super) async fn throw_away(tx: &mut Tx, poll: &Poll) -> Result<(), Error> {
    sql::drop_codes(tx, poll).await?;
    sql::take_ballots(tx, poll).await?;
    Ok(())
}

/// Whether slips can be printed now.
pub(super) fn may_print(poll: &Poll) -> bool {
    poll.voting == Voting::Secret && poll.state == Stage::Ready
}
