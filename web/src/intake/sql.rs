//! Submissions in the database one by one, by the same SQL on either.

use super::{NewResponse, Stored, Submission, count};
use crate::{
    apart,
    db::{Db, Tx, execute, maybe, one, sql},
    error::Error,
    tallies,
};

// Parameters are numbered as they appear: SQLite takes `$2` for a name and counts names by their first appearance.
sql! {
    /// The counter row is held until the commit, so that a reader who follows the numbers misses none.
    TAKE_NUMBERS = "update survey set last_number = last_number + $1 \
        where service = $2 and key = $3 returning last_number";
    STORED_ALREADY = "select id from response where id = $1 union all select id from taken_back where id = $1";
    TAKEN_BACK = "select id from taken_back where id = $1";
    SAVE_ANSWER = "insert into draft_answer (draft, question, answer) values ($1, $2, $3) \
        on conflict (draft, question) do update set answer = excluded.answer";
    FORGET_DRAFT = "delete from draft where code_hash = $1";
    ADD = "insert into response (id, service, survey, version, wave, number, day, channel, audience, age_band, language, \
        area, decile, place_edition, answers) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
        on conflict (id) do nothing";
    ADD_MONITORING = "insert into monitoring (response, service, wave, answers) values ($1, $2, $3, $4) \
        on conflict (response) do nothing";
}

pub(super) async fn store_alone(db: &Db, submission: &Submission) -> Result<Stored, Error> {
    let mut tx = db.write().await?;
    match submission {
        Submission::Page { draft, answers } => save_page(&mut tx, draft, answers).await?,
        Submission::Response(response) => {
            if !store_within(&mut tx, response).await? {
                return Ok(Stored::Before);
            }
        }
    }
    tx.commit().await?;
    Ok(Stored::Now)
}

/// Stores a response in a transaction that does more than that. `false`, where it was there before: the transaction has
/// to be dropped then, because it has taken a number.
pub(crate) async fn store_within(tx: &mut Tx, response: &NewResponse) -> Result<bool, Error> {
    let number = take_numbers(tx, &response.service, &response.survey, 1).await?;
    if is_stored(tx, &response.id).await? {
        return Ok(false);
    }
    insert(tx, number, response).await?;
    Ok(true)
}

pub(super) async fn is_stored(tx: &mut Tx, response: &str) -> Result<bool, Error> {
    let stored: Option<(String,)> = maybe!(tx, STORED_ALREADY, response)?;
    Ok(stored.is_some())
}

async fn save_page(tx: &mut Tx, draft: &str, answers: &[(String, String)]) -> Result<(), Error> {
    for (question, answer) in answers {
        let saved = execute!(tx, SAVE_ANSWER, draft, question, answer);
        saved.map_err(|error| match &error {
            sqlx::Error::Database(cause) if cause.is_foreign_key_violation() => Error::NoDraft,
            _ => Error::Database(error),
        })?;
    }
    Ok(())
}

/// The first of `how_many` numbers that are now taken.
pub(super) async fn take_numbers(tx: &mut Tx, service: &str, survey: &str, how_many: usize) -> Result<i64, Error> {
    let how_many = count(how_many);
    let (last,): (i64,) = one!(tx, TAKE_NUMBERS, how_many, service, survey)?;
    Ok(last + 1 - how_many)
}

/// Inserts a response with its monitoring, counts how long it took, and ends its draft.
async fn insert(tx: &mut Tx, number: i64, new: &NewResponse) -> Result<(), Error> {
    execute!(
        tx,
        ADD,
        &new.id,
        &new.service,
        &new.survey,
        new.version,
        &new.wave,
        number,
        &new.day,
        new.channel.code(),
        new.audience,
        new.age_band,
        &new.language,
        &new.area,
        new.decile,
        &new.place_edition,
        &new.answers,
    )?;
    if let Some(answers) = &new.monitoring {
        execute!(tx, ADD_MONITORING, &new.id, &new.service, &new.wave, answers)?;
    }
    apart::add(tx, &new.apart).await?;
    if let Some(band) = new.pace {
        tallies::took(tx, &new.service, &new.wave, band).await?;
    }
    if let Some(draft) = &new.draft {
        execute!(tx, FORGET_DRAFT, draft)?;
    }
    Ok(())
}
