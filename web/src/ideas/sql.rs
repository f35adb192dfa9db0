//! Ideas and who supports them, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD = "insert into idea (id, service, council, member, about, named, words, state, note, poll, turn, since) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, 1, $9)";
    OF_COUNCIL = "select i.id, i.service, i.council, i.member, i.about, i.named, i.words, i.state, i.note, i.poll, i.turn, \
        i.since, m.nickname, (select count(*) from idea_support s where s.idea = i.id) as likes \
        from idea i join member m on m.id = i.member where i.service = $1 and i.council = $2 order by i.since desc, i.id";
    OF_SERVICE = "select i.id, i.service, i.council, i.member, i.about, i.named, i.words, i.state, i.note, i.poll, i.turn, \
        i.since, m.nickname, (select count(*) from idea_support s where s.idea = i.id) as likes \
        from idea i join member m on m.id = i.member where i.service = $1 order by i.since desc, i.id";
    ONE = "select i.id, i.service, i.council, i.member, i.about, i.named, i.words, i.state, i.note, i.poll, i.turn, \
        i.since, m.nickname, (select count(*) from idea_support s where s.idea = i.id) as likes \
        from idea i join member m on m.id = i.member where i.service = $1 and i.id = $2";
    /// Only who saw how it stands may decide on it.
    DECIDE = "update idea set state = $4, note = $5, since = $6, turn = turn + 1 where service = $1 and id = $2 and turn = $3";
    REWRITE = "update idea set words = $4, state = $5, named = $6, since = $7, note = null, turn = turn + 1 \
        where service = $1 and id = $2 and turn = $3";
    ASK = "update idea set poll = $3 where service = $1 and id = $2 and poll is null";
    LIKE = "insert into idea_support (idea, member, service) values ($1, $2, $3) on conflict (idea, member) do nothing";
    UNLIKE = "delete from idea_support where service = $1 and idea = $2 and member = $3";
    LIKED = "select idea from idea_support where service = $1 and member = $2";
    UNLIKE_ALL = "delete from idea_support where service = $1 and (idea = $2 or idea in (select id from idea where about = $2))";
    DROP_ABOUT = "delete from idea where service = $1 and about = $2";
    DROP = "delete from idea where service = $1 and id = $2";
    OLD = "select service, id from idea where state in ('asked', 'kept_back') and since <= $1";
}

/// Where an idea is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// A young moderator has to look at it.
    Waiting,
    /// An adult has to look at it.
    Held,
    /// The writer is asked to change it.
    Asked,
    /// Everybody in the council reads it.
    Shown,
    /// An adult keeps it back.
    KeptBack,
}

impl State {
    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Held => "held",
            Self::Asked => "asked",
            Self::Shown => "shown",
            Self::KeptBack => "kept_back",
        }
    }
}

/// An idea, or what somebody would change about one.
#[derive(Clone, Debug)]
pub(super) struct Idea {
    pub id: String,
    pub service: String,
    pub council: String,
    /// Who wrote it.
    pub member: String,
    /// Their nickname; it may be empty.
    pub nickname: String,
    /// The idea that it would change.
    pub about: Option<String>,
    /// Whether others may read whose it is.
    pub named: bool,
    pub words: String,
    pub state: State,
    /// What whoever decided last said.
    pub note: Option<String>,
    /// The poll that it became.
    pub poll: Option<String>,
    /// How often it changed: whoever decides says which they saw.
    pub turn: i64,
    /// Since when it is as it is.
    pub since: i64,
    /// How many support it.
    pub likes: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    service: String,
    council: String,
    member: String,
    nickname: String,
    about: Option<String>,
    named: bool,
    words: String,
    state: String,
    note: Option<String>,
    poll: Option<String>,
    turn: i64,
    since: i64,
    likes: i64,
}

impl Row {
    fn idea(self) -> Result<Idea, Error> {
        let states = [State::Waiting, State::Held, State::Asked, State::Shown, State::KeptBack];
        let state = states.into_iter().find(|state| state.code() == self.state);
        let state = state.ok_or_else(|| Error::Fault(format!("stored state {}", self.state)))?;
        let Self {
            id, service, council, member, nickname, about, named, words, note, poll, turn, since, likes, ..
        } = self;
        Ok(Idea { id, service, council, member, nickname, about, named, words, state, note, poll, turn, since, likes })
    }
}

pub(super) async fn add(tx: &mut Tx, idea: &Idea) -> Result<(), Error> {
    let Idea { id, service, council, member, about, named, words, state, since, .. } = idea;
    execute!(tx, ADD, id, service, council, member, about.as_deref(), *named, words, state.code(), *since)?;
    Ok(())
}

/// The ideas of a council, the newest first.
pub(super) async fn of_council(tx: &mut Tx, service: &str, council: &str) -> Result<Vec<Idea>, Error> {
    let rows: Vec<Row> = all!(tx, OF_COUNCIL, service, council)?;
    rows.into_iter().map(Row::idea).collect()
}

/// The ideas of all councils of a service.
pub(super) async fn of_service(tx: &mut Tx, service: &str) -> Result<Vec<Idea>, Error> {
    let rows: Vec<Row> = all!(tx, OF_SERVICE, service)?;
    rows.into_iter().map(Row::idea).collect()
}

pub(super) async fn one(tx: &mut Tx, service: &str, id: &str) -> Result<Option<Idea>, Error> {
    let row: Option<Row> = maybe!(tx, ONE, service, id)?;
    row.map(Row::idea).transpose()
}

/// Decides on an idea as it was seen; `false` where it has changed since.
pub(super) async fn decide(
    tx: &mut Tx,
    idea: &Idea,
    state: State,
    note: Option<&str>,
    now: i64,
) -> Result<bool, Error> {
    Ok(execute!(tx, DECIDE, &idea.service, &idea.id, idea.turn, state.code(), note, now)? == 1)
}

/// Writes an idea anew; `false` where somebody decided on it since.
pub(super) async fn rewrite(
    tx: &mut Tx,
    idea: &Idea,
    (words, named): (&str, bool),
    state: State,
    now: i64,
) -> Result<bool, Error> {
    Ok(execute!(tx, REWRITE, &idea.service, &idea.id, idea.turn, words, state.code(), named, now)? == 1)
}

/// Names the poll that an idea became; `false` where it was one already.
pub(super) async fn ask(tx: &mut Tx, idea: &Idea, poll: &str) -> Result<bool, Error> {
    Ok(execute!(tx, ASK, &idea.service, &idea.id, poll)? == 1)
}

pub(super) async fn like(tx: &mut Tx, idea: &Idea, member: &str) -> Result<(), Error> {
    execute!(tx, LIKE, &idea.id, member, &idea.service)?;
    Ok(())
}

pub(super) async fn unlike(tx: &mut Tx, idea: &Idea, member: &str) -> Result<(), Error> {
    execute!(tx, UNLIKE, &idea.service, &idea.id, member)?;
    Ok(())
}

/// The ideas that a member supports.
pub(super) async fn liked(tx: &mut Tx, service: &str, member: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, LIKED, service, member)?;
    Ok(rows.into_iter().map(|(idea,)| idea).collect())
}

pub(super) async fn unlike_all(tx: &mut Tx, service: &str, idea: &str) -> Result<(), Error> {
    execute!(tx, UNLIKE_ALL, service, idea)?;
    Ok(())
}

/// Deletes an idea with all that hangs on it.
pub(super) async fn drop(tx: &mut Tx, service: &str, idea: &str) -> Result<(), Error> {
    unlike_all(tx, service, idea).await?;
    execute!(tx, DROP_ABOUT, service, idea)?;
    execute!(tx, DROP, service, idea)?;
    Ok(())
}

/// The ideas that nobody reads any more since a time, with the keys of their services.
pub(super) async fn old(tx: &mut Tx, until: i64) -> Result<Vec<(String, String)>, Error> {
    Ok(all!(tx, OLD, until)?)
}
