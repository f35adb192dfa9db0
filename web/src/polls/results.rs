//! What is told of a poll: its count, who voted how in a show of hands, and the file that others count again.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use heard_core::{
    disclosure::{ShownCount, Voting},
    poll::{Ballot, Blt, Lots},
};

use super::{Poll, PollPath, Stage, one, sql};
use crate::{app::App, councils, councils::Member, db::Tx, error::Error};

/// What may be told of a poll just now.
pub(super) struct Told {
    pub count: ShownCount,
    /// Whether it is over: before, it is only how it stands.
    pub is_over: bool,
    /// Who voted how, in a show of hands that is over; and whether it is oneself.
    pub hands: Vec<(String, Ballot, bool)>,
    /// Whether the rankings can be downloaded.
    pub gives_rankings: bool,
}

/// What a member may be told; nothing, where nothing is told yet.
pub(super) async fn told(
    tx: &mut Tx,
    poll: &Poll,
    hands: &[(String, Ballot)],
    me: &str,
) -> Result<Option<Told>, Error> {
    let is_over = poll.state == Stage::Closed;
    let stands = poll.state == Stage::Open && poll.voting == Voting::Open && poll.running;
    if !is_over && !stands {
        return Ok(None);
    }
    let ballots = ballots(tx, poll, hands).await?;
    let quorum = if is_over { u64::try_from(poll.quorum).unwrap_or(0) } else { 0 };
    // While people vote, nothing may be seen of the lots that will break ties.
    let lots = if is_over { poll.lots() } else { Lots::as_listed(poll.options.len()) };
    let count = poll.rule.count(&ballots, &lots);
    let gives_rankings = is_over && gives_rankings(poll, ballots.len());
    let hands = if is_over && poll.voting == Voting::Open { named(tx, poll, hands, me).await? } else { Vec::new() };
    Ok(Some(Told { count: poll.voting.told(count, quorum), is_over, hands, gives_rankings }))
}

fn gives_rankings(poll: &Poll, ballots: usize) -> bool {
    let ballots = u64::try_from(ballots).unwrap_or(u64::MAX);
    poll.voting.gives_rankings(poll.rule, poll.options.len(), ballots)
}

async fn ballots(tx: &mut Tx, poll: &Poll, hands: &[(String, Ballot)]) -> Result<Vec<(Ballot, u64)>, Error> {
    Ok(match poll.voting {
        Voting::Open => hands.iter().map(|(_, ballot)| (ballot.clone(), 1)).collect(),
        Voting::Secret => sql::ballots(tx, poll).await?.into_iter().map(|ballot| (ballot, 1)).collect(),
    })
}

async fn named(
    tx: &mut Tx,
    poll: &Poll,
    hands: &[(String, Ballot)],
    me: &str,
) -> Result<Vec<(String, Ballot, bool)>, Error> {
    let names = councils::names(tx, &poll.service, &poll.council).await?;
    let name = |id: &str| names.iter().find(|(one, _)| one == id).map_or_else(String::new, |(_, name)| name.clone());
    Ok(hands.iter().map(|(member, ballot)| (name(member), ballot.clone(), member == me)).collect())
}

/// The rankings as a BLT file, where they may be given out.
pub(super) async fn download(
    State(app): State<App>,
    Member(me): Member,
    Path((_, id)): PollPath,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let poll = one(&mut tx, &me.service, &me.council, &id).await?;
    let hands = sql::hands(&mut tx, &poll).await?;
    let ballots = ballots(&mut tx, &poll, &hands).await?;
    if poll.state != Stage::Closed || !gives_rankings(&poll, ballots.len()) {
        return Err(Error::NotFound);
    }
    let blt = Blt {
        title: poll.question.clone(),
        options: poll.options.clone(),
        seats: poll.rule.seats(),
        withdrawn: Vec::new(),
        ballots,
    };
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"ballots.blt\""),
    ];
    Ok((headers, blt.write()).into_response())
}
