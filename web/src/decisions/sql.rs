//! Decisions and their answers in the database.

use jiff::civil::Date;
use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
    polls::Poll,
};

sql! {
    ADD = "insert into decision (poll, service, council, words, decided, due) values ($1, $2, $3, $4, $5, $6) \
        on conflict (poll) do nothing";
    OF_SERVICE = "select d.poll, d.council, c.name as council_name, p.question, d.words, d.decided, d.due, d.answer, \
        d.answer_words, d.answer_day, d.action, d.answered, d.done from decision d join poll p on p.id = d.poll \
        join council c on c.id = d.council where d.service = $1 and p.state = 'closed' order by d.decided desc, d.poll";
    OF_POLL = "select d.poll, d.council, c.name as council_name, p.question, d.words, d.decided, d.due, d.answer, \
        d.answer_words, d.answer_day, d.action, d.answered, d.done from decision d join poll p on p.id = d.poll \
        join council c on c.id = d.council where d.service = $1 and d.poll = $2";
    ANY = "select d.poll from decision d join poll p on p.id = d.poll where d.service = $1 and p.state = 'closed' limit 1";
    REPLY = "update decision set answer = $3, answer_words = $4, answer_day = $5, action = $6, answered = $7 \
        where service = $1 and poll = $2";
    MARK = "update decision set done = $3 where service = $1 and poll = $2";
}

/// What a service answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// All of it, by a day.
    Yes,
    /// A part of it.
    Partly,
    /// Not, and why.
    No,
}

impl Answer {
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// Its name in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }

    /// The answer with this name.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// The service's answer, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub answer: Answer,
    pub words: String,
    /// By when it is done.
    pub day: Option<Date>,
    /// The key of the plan's action that does it.
    pub action: Option<String>,
}

/// What a council decided by a poll.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub poll: String,
    pub council: String,
    pub council_name: String,
    pub question: String,
    pub words: String,
    pub decided: i64,
    /// The last day for the answer.
    pub due: Date,
    pub reply: Option<Reply>,
    /// What the council says of it.
    pub done: Option<bool>,
}

#[derive(FromRow)]
struct Row {
    poll: String,
    council: String,
    council_name: String,
    question: String,
    words: String,
    decided: i64,
    due: String,
    answer: Option<String>,
    answer_words: Option<String>,
    answer_day: Option<String>,
    action: Option<String>,
    done: Option<bool>,
}

impl Row {
    fn decision(self) -> Result<Decision, Error> {
        let day = |text: &str| text.parse::<Date>().map_err(|e| Error::fault("stored day", e));
        let answer = self.answer.as_deref().and_then(Answer::read);
        let reply = match answer {
            None => None,
            Some(answer) => Some(Reply {
                answer,
                words: self.answer_words.unwrap_or_default(),
                day: self.answer_day.as_deref().map(day).transpose()?,
                action: self.action,
            }),
        };
        Ok(Decision {
            due: day(&self.due)?,
            poll: self.poll,
            council: self.council,
            council_name: self.council_name,
            question: self.question,
            words: self.words,
            decided: self.decided,
            reply,
            done: self.done,
        })
    }
}

pub(super) async fn add(tx: &mut Tx, poll: &Poll, words: &str, now: i64, due: Date) -> Result<(), Error> {
    execute!(tx, ADD, &poll.id, &poll.service, &poll.council, words, now, due.to_string())?;
    Ok(())
}

pub(super) async fn of_service(tx: &mut Tx, service: &str) -> Result<Vec<Decision>, Error> {
    let rows: Vec<Row> = all!(tx, OF_SERVICE, service)?;
    rows.into_iter().map(Row::decision).collect()
}

/// Whether there is a decision.
pub(super) async fn any(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, ANY, service)?;
    Ok(row.is_some())
}

pub(super) async fn of_poll(tx: &mut Tx, service: &str, poll: &str) -> Result<Option<Decision>, Error> {
    let row: Option<Row> = maybe!(tx, OF_POLL, service, poll)?;
    row.map(Row::decision).transpose()
}

pub(super) async fn reply(tx: &mut Tx, service: &str, poll: &str, reply: &Reply, now: i64) -> Result<(), Error> {
    let Reply { answer, words, day, action } = reply;
    execute!(tx, REPLY, service, poll, answer.code(), words, day.map(|day| day.to_string()), action, now)?;
    Ok(())
}

pub(super) async fn mark(tx: &mut Tx, service: &str, poll: &str, done: bool) -> Result<(), Error> {
    execute!(tx, MARK, service, poll, done)?;
    Ok(())
}
