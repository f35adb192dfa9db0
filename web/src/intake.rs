//! Where answers become durable. One task drains a queue of finished responses and pages of drafts, commits all that
//! wait in one transaction, and only then tells each sender: an acknowledged answer is on disc.

pub(crate) mod postgres;
pub(crate) mod sql;
mod sqlite;

pub(crate) use sql::store_within;

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot, watch},
    task::{JoinHandle, spawn_blocking},
    time::timeout,
};

use crate::{apart, db::Db, error::Error};

/// How many submissions may wait; more are told that we are busy.
const QUEUE: usize = 8_192;
/// How many are committed together at most.
const BATCH: usize = 1_024;
/// How long a sender waits for its turn before it is told that we are busy.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to be stored.
#[derive(Clone, Debug)]
pub enum Submission {
    /// A finished response.
    Response(Box<NewResponse>),
    /// The answers of one page of a draft; a later answer to a question replaces an earlier one.
    Page {
        /// Hash of the draft's code.
        draft: String,
        /// Questions by their keys, each with its answer as JSON.
        answers: Vec<(String, String)>,
    },
}

/// The way that answers came by, so that each can be counted on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A form of ours in a browser.
    Web,
    /// The same, by the link of an invitation.
    Invitation,
    /// Paper, typed in.
    Paper,
}

impl Channel {
    /// The stable code that is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Invitation => "invitation",
            Self::Paper => "paper",
        }
    }
}

/// A response, encoded for its rows.
#[derive(Clone, Debug)]
pub struct NewResponse {
    /// What is kept of the receipt. It follows from the key that we gave out with the form: a second send of the same
    /// form has the same, and is stored once.
    pub id: String,
    /// The service it belongs to.
    pub service: String,
    /// Survey key.
    pub survey: String,
    /// Survey version.
    pub version: i64,
    /// Wave id.
    pub wave: String,
    /// The day it was sent, such as 2026-11-22.
    pub day: String,
    /// The way it came by.
    pub channel: Channel,
    /// Audience code.
    pub audience: Option<&'static str>,
    /// Code of the age band.
    pub age_band: Option<&'static str>,
    /// Language it was answered in.
    pub language: String,
    /// District code.
    pub area: Option<String>,
    /// Deprivation decile.
    pub decile: Option<i64>,
    /// Edition of the postcode lookup.
    pub place_edition: Option<String>,
    /// The answers, as JSON.
    pub answers: String,
    /// The answers to equality monitoring, as JSON, if there are any.
    pub monitoring: Option<String>,
    /// What is counted apart, in rows that nothing joins to the response.
    pub apart: Vec<apart::Row>,
    /// Hash of the code of the draft that ends with this response.
    pub draft: Option<String>,
    /// How long it took, as a band of minutes, where that is known: it is counted, and not stored with the response.
    pub pace: Option<&'static str>,
}

/// What became of a submission that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is stored now.
    Now,
    /// A response with its key was stored before, and may have been taken back since: nothing has changed.
    Before,
}

/// A submission that waits to be stored, and whom to tell.
#[derive(Debug)]
pub struct Waiting {
    /// What is to be stored.
    pub submission: Submission,
    acknowledge: oneshot::Sender<Result<Stored, Error>>,
}

impl Waiting {
    /// The key of the response, if it is one.
    fn response(&self) -> Option<&str> {
        match &self.submission {
            Submission::Response(response) => Some(&response.id),
            Submission::Page { .. } => None,
        }
    }

    /// Tells the sender what became of it.
    pub fn answer(self, result: Result<Stored, Error>) {
        // The sender may have gone: its submission is stored all the same, and a second send finds it.
        let _gone = self.acknowledge.send(result);
    }
}

/// The door to the queue.
#[derive(Clone, Debug)]
pub struct Intake(mpsc::Sender<Waiting>);

impl Intake {
    /// A queue and its end, for whoever stores what comes.
    pub fn channel() -> (Self, mpsc::Receiver<Waiting>) {
        let (sender, receiver) = mpsc::channel(QUEUE);
        (Self(sender), receiver)
    }

    /// A queue with the task that drains it. The task ends when every [`Intake`] is gone and all that waited is
    /// stored. `stored` counts up after each commit that stored a response.
    pub fn start(db: Db, stored: watch::Sender<u64>) -> (Self, JoinHandle<()>) {
        let (intake, mut waiting) = Self::channel();
        let drain = async move {
            let mut batch = Vec::with_capacity(BATCH);
            while waiting.recv_many(&mut batch, BATCH).await > 0 {
                store(&db, std::mem::take(&mut batch)).await;
                stored.send_modify(|commits| *commits += 1);
            }
        };
        // On a thread of its own: SQLite blocks it, and a way to another thread and back for each batch costs more
        // than storing it.
        let runtime = Handle::current();
        (intake, spawn_blocking(move || runtime.block_on(drain)))
    }

    /// Stores a submission and returns when it is durable. An error means that it may not be: the sender is asked
    /// to send again, and if it was stored after all, the second send changes nothing.
    pub async fn submit(&self, submission: Submission) -> Result<Stored, Error> {
        let (acknowledge, acknowledged) = oneshot::channel();
        let waiting = Waiting { submission, acknowledge };
        timeout(PATIENCE, self.0.send(waiting)).await.map_err(|_| Error::Busy)?.map_err(|_| Error::Busy)?;
        acknowledged.await.map_err(|_| Error::Busy)?
    }
}

/// Stores all of a batch in one transaction and tells each sender. A form that was sent before, in this batch or
/// earlier, is left out, and told so with the rest. When something cannot be stored, each is tried alone, so that
/// one bad row sinks only itself. On SQLite it blocks the thread.
pub async fn store(db: &Db, batch: Vec<Waiting>) {
    let mut seen = BTreeSet::new();
    let (mut new, mut repeats): (Vec<_>, Vec<_>) =
        batch.into_iter().partition(|one| one.response().is_none_or(|id| seen.insert(id.to_owned())));
    let mut stored = store_together(db, &new).await;
    if matches!(stored, Ok(false)) {
        match stored_before(db, &new).await {
            Ok(before) => {
                let sent_again = |one: &mut Waiting| one.response().is_some_and(|id| before.contains(id));
                repeats.extend(new.extract_if(.., sent_again));
                stored = store_together(db, &new).await;
            }
            Err(error) => stored = Err(error),
        }
    }
    let new = new.into_iter().map(|one| (one, Stored::Now));
    tell(db, new.chain(repeats.into_iter().map(|one| (one, Stored::Before))).collect(), stored).await;
}

/// Whether everything was stored; `false` leaves nothing behind, because a response was there already, or a row cannot
/// be.
async fn store_together(db: &Db, batch: &[Waiting]) -> Result<bool, Error> {
    match db {
        Db::Sqlite { writer, burst, .. } => sqlite::store(writer, burst, batch).await,
        Db::Postgres(_) => postgres::store(db, batch).await,
    }
}

/// Tells each sender of a batch what became of it; where that is not known, tries each alone.
async fn tell(db: &Db, batch: Vec<(Waiting, Stored)>, stored: Result<bool, Error>) {
    match stored {
        Ok(true) => batch.into_iter().for_each(|(one, told)| one.answer(Ok(told))),
        Err(error) if error.is_passing() && !is_row_fault(&error) => {
            tracing::error!(%error, submissions = batch.len(), "nothing could be stored");
            for (one, _) in batch {
                one.answer(Err(Error::Busy));
            }
        }
        Ok(false) | Err(_) => {
            for (one, _) in batch {
                store_alone(db, one).await;
            }
        }
    }
}

/// Stores a submission in a transaction of its own, as any other write, and tells its sender.
pub async fn store_alone(db: &Db, one: Waiting) {
    let result = sql::store_alone(db, &one.submission).await;
    if let Err(error) = &result {
        tracing::error!(%error, "a submission could not be stored");
    }
    one.answer(result);
}

/// Which responses of a batch have been stored before, whether or not they were taken back since.
async fn stored_before(db: &Db, batch: &[Waiting]) -> Result<BTreeSet<String>, Error> {
    let mut tx = db.read().await?;
    let mut before = BTreeSet::new();
    for id in batch.iter().filter_map(Waiting::response) {
        if sql::is_stored(&mut tx, id).await? {
            before.insert(id.to_owned());
        }
    }
    Ok(before)
}

/// The answers of a batch's pages by draft and question, the last of each. All that store take the rows in the same
/// order, and none twice.
fn by_question(batch: &[Waiting]) -> BTreeMap<(&str, &str), &str> {
    let mut newest = BTreeMap::new();
    for waiting in batch {
        if let Submission::Page { draft, answers } = &waiting.submission {
            newest.extend(answers.iter().map(|(question, answer)| ((&**draft, &**question), &**answer)));
        }
    }
    newest
}

/// How many of a survey's responses took how long, by wave and band.
fn paces<'r>(new: &[&'r NewResponse]) -> BTreeMap<(&'r str, &'static str), i64> {
    let mut people = BTreeMap::new();
    for new in new {
        if let Some(band) = new.pace {
            *people.entry((&*new.wave, band)).or_default() += 1;
        }
    }
    people
}

fn is_row_fault(error: &Error) -> bool {
    let Error::Database(sqlx::Error::Database(error)) = error else { return false };
    error.is_foreign_key_violation() || error.is_unique_violation() || error.is_check_violation()
}

/// The responses of a batch, by service and survey: all that store take the counters in the same order.
fn by_survey(batch: &[Waiting]) -> BTreeMap<(&str, &str), Vec<&NewResponse>> {
    let mut responses: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for waiting in batch {
        if let Submission::Response(response) = &waiting.submission {
            responses.entry((&*response.service, &*response.survey)).or_default().push(&**response);
        }
    }
    responses
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
