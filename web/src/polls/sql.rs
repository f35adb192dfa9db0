//! Polls, hands and ballots in the database.

use heard_core::{
    disclosure::Voting,
    poll::{Ballot, Lots, Rule},
};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::FromRow;

use crate::{
    clock::random_key,
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD = "insert into poll (id, service, council, question, options, rule, secret, running, quorum, closes, seed, state, \
        slips, made, ended, stopped) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, null, null)";
    OF_COUNCIL = "select id, service, council, question, options, rule, secret, running, quorum, closes, seed, state, slips, \
        made, ended, stopped from poll where service = $1 and council = $2 order by made desc, id";
    ONE = "select id, service, council, question, options, rule, secret, running, quorum, closes, seed, state, slips, \
        made, ended, stopped from poll where service = $1 and council = $2 and id = $3";
    /// Whoever votes in a poll and whoever closes it do it one after the other.
    HOLD = "update poll set state = state where service = $1 and id = $2";
    OPEN = "update poll set state = 'open', slips = $3 where service = $1 and id = $2";
    END = "update poll set state = $3, ended = $4, stopped = $5 where service = $1 and id = $2";
    DUE = "select id, service, council, question, options, rule, secret, running, quorum, closes, seed, state, slips, \
        made, ended, stopped from poll where state in ('ready', 'open') and closes <= $1";
    RAISE = "insert into hand (poll, member, service, marks) values ($1, $2, $3, $4) \
        on conflict (poll, member) do update set marks = excluded.marks";
    HANDS = "select member, marks from hand where service = $1 and poll = $2 order by member";
    LOWER_HANDS = "delete from hand where service = $1 and poll = $2";
    KEEP_CODE = "insert into ballot_code (code_hash, service, poll) values ($1, $2, $3)";
    POLL_OF_CODE = "select p.id, p.service, p.council, p.question, p.options, p.rule, p.secret, p.running, p.quorum, \
        p.closes, p.seed, p.state, p.slips, p.made, p.ended, p.stopped \
        from ballot_code c join poll p on p.id = c.poll where c.code_hash = $1";
    SPEND_CODE = "delete from ballot_code where service = $1 and poll = $2 and code_hash = $3";
    DROP_CODES = "delete from ballot_code where service = $1 and poll = $2";
    BALLOTS = "select marks from ballot where service = $1 and poll = $2 order by marks";
    TAKE_BALLOTS = "delete from ballot where service = $1 and poll = $2 returning marks";
    ADD_BALLOT = "insert into ballot (id, service, poll, marks) values ($1, $2, $3, $4)";
}

/// Where a poll is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// A secret ballot whose slips are not printed yet.
    Ready,
    /// People vote.
    Open,
    /// It is over, and counted.
    Closed,
    /// An adult stopped it.
    Stopped,
}

impl State {
    fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Stopped => "stopped",
        }
    }
}

/// A poll.
#[derive(Clone, Debug)]
pub(crate) struct Poll {
    pub id: String,
    pub service: String,
    pub council: String,
    pub question: String,
    pub options: Vec<String>,
    pub rule: Rule,
    pub voting: Voting,
    /// Whether a show of hands tells how it stands while people vote.
    pub running: bool,
    pub quorum: i64,
    /// When it closes by itself, if it does.
    pub closes: Option<i64>,
    /// What breaks ties; told when it is over.
    pub seed: String,
    pub state: State,
    /// How many slips were printed.
    pub slips: i64,
    pub made: i64,
    pub ended: Option<i64>,
    /// Why an adult stopped it.
    pub stopped: Option<String>,
}

impl Poll {
    /// Whether it is not over.
    pub fn is_on(&self) -> bool {
        matches!(self.state, State::Ready | State::Open)
    }

    /// Whether somebody can vote at a time.
    pub fn takes_votes(&self, now: i64) -> bool {
        self.state == State::Open && self.closes.is_none_or(|closes| now < closes)
    }

    /// The lots that break its ties.
    pub fn lots(&self) -> Lots {
        Lots::drawn(&self.seed, &self.options)
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    service: String,
    council: String,
    question: String,
    options: String,
    rule: String,
    secret: bool,
    running: bool,
    quorum: i64,
    closes: Option<i64>,
    seed: String,
    state: String,
    slips: i64,
    made: i64,
    ended: Option<i64>,
    stopped: Option<String>,
}

impl Row {
    fn poll(self) -> Result<Poll, Error> {
        let states = [State::Ready, State::Open, State::Closed, State::Stopped];
        let state = states.into_iter().find(|state| state.code() == self.state);
        Ok(Poll {
            options: from_json(&self.options)?,
            rule: from_json(&self.rule)?,
            voting: if self.secret { Voting::Secret } else { Voting::Open },
            state: state.ok_or_else(|| Error::Fault(format!("stored state {}", self.state)))?,
            id: self.id,
            service: self.service,
            council: self.council,
            question: self.question,
            running: self.running,
            quorum: self.quorum,
            closes: self.closes,
            seed: self.seed,
            slips: self.slips,
            made: self.made,
            ended: self.ended,
            stopped: self.stopped,
        })
    }
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|e| Error::fault("stored poll", e))
}

fn to_json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|e| Error::fault("poll to JSON", e))
}

pub(super) async fn add(tx: &mut Tx, poll: &Poll) -> Result<(), Error> {
    let Poll { id, service, council, question, running, quorum, closes, seed, state, made, .. } = poll;
    let (options, rule, secret) = (to_json(&poll.options)?, to_json(&poll.rule)?, poll.voting == Voting::Secret);
    let state = state.code();
    execute!(
        tx, ADD, id, service, council, question, options, rule, secret, *running, *quorum, *closes, seed, state, *made
    )?;
    Ok(())
}

pub(super) async fn of_council(tx: &mut Tx, service: &str, council: &str) -> Result<Vec<Poll>, Error> {
    let rows: Vec<Row> = all!(tx, OF_COUNCIL, service, council)?;
    rows.into_iter().map(Row::poll).collect()
}

pub(super) async fn one(tx: &mut Tx, service: &str, council: &str, id: &str) -> Result<Option<Poll>, Error> {
    let row: Option<Row> = maybe!(tx, ONE, service, council, id)?;
    row.map(Row::poll).transpose()
}

/// Keeps all others from voting in a poll and from closing it until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, service: &str, id: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service, id)?;
    Ok(())
}

pub(super) async fn open(tx: &mut Tx, poll: &Poll, slips: i64) -> Result<(), Error> {
    execute!(tx, OPEN, &poll.service, &poll.id, slips)?;
    Ok(())
}

pub(super) async fn end(tx: &mut Tx, poll: &Poll, state: State, now: i64, why: Option<&str>) -> Result<(), Error> {
    execute!(tx, END, &poll.service, &poll.id, state.code(), now, why)?;
    Ok(())
}

/// The polls whose time is over.
pub(super) async fn due(tx: &mut Tx, now: i64) -> Result<Vec<Poll>, Error> {
    let rows: Vec<Row> = all!(tx, DUE, now)?;
    rows.into_iter().map(Row::poll).collect()
}

pub(super) async fn raise(tx: &mut Tx, poll: &Poll, member: &str, ballot: &Ballot) -> Result<(), Error> {
    execute!(tx, RAISE, &poll.id, member, &poll.service, to_json(ballot)?)?;
    Ok(())
}

/// Who voted how in a show of hands.
pub(super) async fn hands(tx: &mut Tx, poll: &Poll) -> Result<Vec<(String, Ballot)>, Error> {
    let rows: Vec<(String, String)> = all!(tx, HANDS, &poll.service, &poll.id)?;
    rows.into_iter().map(|(member, marks)| Ok((member, from_json(&marks)?))).collect()
}

pub(super) async fn lower_hands(tx: &mut Tx, poll: &Poll) -> Result<(), Error> {
    execute!(tx, LOWER_HANDS, &poll.service, &poll.id)?;
    Ok(())
}

pub(super) async fn keep_codes(tx: &mut Tx, poll: &Poll, hashes: &[String]) -> Result<(), Error> {
    for hash in hashes {
        execute!(tx, KEEP_CODE, hash, &poll.service, &poll.id)?;
    }
    Ok(())
}

/// The poll that a code is for, which was not used yet.
pub(super) async fn poll_of_code(tx: &mut Tx, hash: &str) -> Result<Option<Poll>, Error> {
    let row: Option<Row> = maybe!(tx, POLL_OF_CODE, hash)?;
    row.map(Row::poll).transpose()
}

/// Whether the code was there.
pub(super) async fn spend_code(tx: &mut Tx, poll: &Poll, hash: &str) -> Result<bool, Error> {
    Ok(execute!(tx, SPEND_CODE, &poll.service, &poll.id, hash)? == 1)
}

pub(super) async fn drop_codes(tx: &mut Tx, poll: &Poll) -> Result<(), Error> {
    execute!(tx, DROP_CODES, &poll.service, &poll.id)?;
    Ok(())
}

/// Ballots in the order of what they say.
pub(super) async fn ballots(tx: &mut Tx, poll: &Poll) -> Result<Vec<Ballot>, Error> {
    let rows: Vec<(String,)> = all!(tx, BALLOTS, &poll.service, &poll.id)?;
    rows.iter().map(|(marks,)| from_json(marks)).collect()
}

/// Takes the ballots of a poll out.
pub(super) async fn take_ballots(tx: &mut Tx, poll: &Poll) -> Result<Vec<Ballot>, Error> {
    let rows: Vec<(String,)> = all!(tx, TAKE_BALLOTS, &poll.service, &poll.id)?;
    rows.iter().map(|(marks,)| from_json(marks)).collect()
}

/// Puts ballots in, in the order in which they are given, each under a key that it never had.
pub(super) async fn put_ballots(tx: &mut Tx, poll: &Poll, ballots: &[Ballot]) -> Result<(), Error> {
    for ballot in ballots {
        execute!(tx, ADD_BALLOT, random_key(), &poll.service, &poll.id, to_json(ballot)?)?;
    }
    Ok(())
}
