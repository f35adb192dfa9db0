//! Where answers become durable. One task drains a queue of finished responses and pages of drafts, commits all that
//! wait in one transaction, and only then tells each sender: an acknowledged answer is on disc.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use tokio::{
    sync::{mpsc, oneshot, watch},
    task::JoinHandle,
    time::timeout,
};

use crate::{
    db::{Db, Tx, execute, insert_rows, maybe, one, sql},
    error::Error,
};

sql! {
    /// The counter row is held until the commit, so that a reader who follows the numbers misses none.
    TAKE_NUMBERS = "update survey set last_number = last_number + $3 \
        where service = $1 and key = $2 returning last_number";
    STORED_ALREADY = "select id from response where id = $1";
    SAVE_PAGE = "insert into draft_page (draft, section, answers) values ($1, $2, $3) \
        on conflict (draft, section) do update set answers = excluded.answers";
    FORGET_DRAFT = "delete from draft where code_hash = $1";
}

/// How many submissions may wait; more are told that we are busy.
const QUEUE: usize = 8_192;
/// How many are committed together at most.
const BATCH: usize = 1_024;
/// How many rows one insert statement holds: beyond some dozens nothing is gained.
const ROWS: usize = 64;
/// How long a sender waits for its turn before it is told that we are busy.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to be stored.
#[derive(Clone, Debug)]
pub enum Submission {
    /// A finished response.
    Response(Box<NewResponse>),
    /// The answers to one page of a draft; a later save of the page replaces an earlier one.
    Page {
        /// Hash of the draft's code.
        draft: String,
        /// Section key.
        section: String,
        /// Its answers, as JSON.
        answers: String,
    },
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
    /// Audience code.
    pub audience: Option<&'static str>,
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
    /// Hash of the code of the draft that ends with this response.
    pub draft: Option<String>,
}

/// A submission that waits to be stored, and whom to tell.
#[derive(Debug)]
pub struct Waiting {
    /// What is to be stored.
    pub submission: Submission,
    acknowledge: oneshot::Sender<Result<(), Error>>,
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
    pub fn answer(self, result: Result<(), Error>) {
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
        (intake, tokio::spawn(drain))
    }

    /// Stores a submission and returns when it is durable. An error means that it may not be: the sender is asked
    /// to send again, and if it was stored after all, the second send changes nothing.
    pub async fn submit(&self, submission: Submission) -> Result<(), Error> {
        let (acknowledge, acknowledged) = oneshot::channel();
        let waiting = Waiting { submission, acknowledge };
        timeout(PATIENCE, self.0.send(waiting)).await.map_err(|_| Error::Busy)?.map_err(|_| Error::Busy)?;
        acknowledged.await.map_err(|_| Error::Busy)?
    }
}

/// Stores all of a batch in one transaction and tells each sender. A form that was sent before, in this batch or
/// earlier, is left out, and acknowledged with the rest. When something cannot be stored, each is tried alone, so that
/// one bad row sinks only itself.
pub async fn store(db: &Db, batch: Vec<Waiting>) {
    let mut seen = BTreeSet::new();
    let (mut new, mut repeats): (Vec<_>, Vec<_>) =
        batch.into_iter().partition(|one| one.response().is_none_or(|id| seen.insert(id.to_owned())));
    let mut stored = store_together(db, &new).await;
    if matches!(stored, Ok(false)) {
        stored = match stored_before(db, &new).await {
            Ok(before) => {
                let sent_again = |one: &mut Waiting| one.response().is_some_and(|id| before.contains(id));
                repeats.extend(new.extract_if(.., sent_again));
                store_together(db, &new).await
            }
            Err(error) => Err(error),
        };
    }
    new.append(&mut repeats);
    tell(db, new, stored).await;
}

/// Tells each sender of a batch what became of it; where that is not known, tries each alone.
async fn tell(db: &Db, batch: Vec<Waiting>, stored: Result<bool, Error>) {
    match stored {
        Ok(true) => batch.into_iter().for_each(|one| one.answer(Ok(()))),
        Err(error) if error.is_passing() && !is_row_fault(&error) => {
            tracing::error!(%error, submissions = batch.len(), "nothing could be stored");
            for one in batch {
                one.answer(Err(Error::Busy));
            }
        }
        Ok(false) | Err(_) => {
            for one in batch {
                let result = store_alone(db, &one.submission).await;
                if let Err(error) = &result {
                    tracing::error!(%error, "a submission could not be stored");
                }
                one.answer(result);
            }
        }
    }
}

/// Which responses of a batch have been stored before.
async fn stored_before(db: &Db, batch: &[Waiting]) -> Result<BTreeSet<String>, Error> {
    let mut tx = db.read().await?;
    let mut before = BTreeSet::new();
    for id in batch.iter().filter_map(Waiting::response) {
        let stored: Option<(String,)> = maybe!(&mut tx, STORED_ALREADY, id)?;
        before.extend(stored.map(|(id,)| id));
    }
    Ok(before)
}

fn is_row_fault(error: &Error) -> bool {
    let Error::Database(sqlx::Error::Database(error)) = error else { return false };
    error.is_foreign_key_violation() || error.is_unique_violation() || error.is_check_violation()
}

/// Whether everything was stored; `false` leaves nothing behind, because a response was there already.
async fn store_together(db: &Db, batch: &[Waiting]) -> Result<bool, Error> {
    let mut tx = db.write().await?;
    let mut responses: BTreeMap<(&str, &str), Vec<&NewResponse>> = BTreeMap::new();
    for waiting in batch {
        match &waiting.submission {
            Submission::Response(response) => {
                responses.entry((&response.service, &response.survey)).or_default().push(response);
            }
            page @ Submission::Page { .. } => save_page(&mut tx, page).await?,
        }
    }
    for ((service, survey), responses) in responses {
        let last = take_numbers(&mut tx, service, survey, responses.len()).await?;
        let first = last + 1 - count(responses.len());
        let numbered: Vec<_> = (first..).zip(responses).collect();
        for rows in numbered.chunks(ROWS) {
            if insert(&mut tx, rows).await? < rows.len() {
                return Ok(false);
            }
        }
    }
    tx.commit().await?;
    Ok(true)
}

async fn store_alone(db: &Db, submission: &Submission) -> Result<(), Error> {
    let mut tx = db.write().await?;
    match submission {
        page @ Submission::Page { .. } => save_page(&mut tx, page).await?,
        Submission::Response(response) => {
            let number = take_numbers(&mut tx, &response.service, &response.survey, 1).await?;
            let stored: Option<(String,)> = maybe!(&mut tx, STORED_ALREADY, &response.id)?;
            if stored.is_some() {
                return Ok(());
            }
            insert(&mut tx, &[(number, response)]).await?;
        }
    }
    tx.commit().await
}

async fn save_page(tx: &mut Tx, page: &Submission) -> Result<(), Error> {
    if let Submission::Page { draft, section, answers } = page {
        let saved = execute!(tx, SAVE_PAGE, draft, section, answers);
        saved.map_err(|error| match &error {
            sqlx::Error::Database(cause) if cause.is_foreign_key_violation() => Error::NoDraft,
            _ => Error::Database(error),
        })?;
    }
    Ok(())
}

/// The last of `how_many` numbers that are now taken.
async fn take_numbers(tx: &mut Tx, service: &str, survey: &str, how_many: usize) -> Result<i64, Error> {
    let (last,): (i64,) = one!(tx, TAKE_NUMBERS, service, survey, count(how_many))?;
    Ok(last)
}

/// Inserts responses with their monitoring and ends their drafts; returns how many were not there before.
async fn insert(tx: &mut Tx, rows: &[(i64, &NewResponse)]) -> Result<usize, Error> {
    let inserted = insert_rows!(
        tx,
        "insert into response (id, service, survey, version, wave, number, day, audience, language, area, decile, \
         place_edition, answers) ",
        rows,
        |(number, new)| (
            &new.id,
            &new.service,
            &new.survey,
            new.version,
            &new.wave,
            *number,
            &new.day,
            new.audience,
            &new.language,
            &new.area,
            new.decile,
            &new.place_edition,
            &new.answers,
        ),
        " on conflict (id) do nothing"
    )?;
    let monitored: Vec<_> = rows.iter().filter_map(|(_, new)| Some((new, new.monitoring.as_ref()?))).collect();
    if !monitored.is_empty() {
        insert_rows!(
            tx,
            "insert into monitoring (response, service, wave, answers) ",
            &monitored,
            |(new, answers)| (&new.id, &new.service, &new.wave, *answers),
            " on conflict (response) do nothing"
        )?;
    }
    for draft in rows.iter().filter_map(|(_, response)| response.draft.as_ref()) {
        execute!(tx, FORGET_DRAFT, draft)?;
    }
    Ok(usize::try_from(inserted).unwrap_or(usize::MAX))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
