//! What people wrote, and quotes of it, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, sql},
    error::Error,
};

sql! {
    WRITTEN = "select id, number, language, answers from response \
        where service = $1 and survey = $2 and wave = $3 and number > $4 order by number limit $5";
    QUOTES = "select response, question, words, language from quote where service = $1 and wave = $2 order by response";
    QUOTE = "insert into quote (response, service, wave, question, words, language) \
        select id, service, wave, $3, $4, language from response where service = $1 and id = $2 \
        on conflict (response, question) do update set words = excluded.words";
    TAKE_BACK = "delete from quote where service = $1 and response = $2 and question = $3";
}

/// A response that may hold words.
#[derive(FromRow)]
pub(super) struct Row {
    pub id: String,
    pub number: i64,
    pub language: String,
    /// JSON.
    pub answers: String,
}

/// A quote that everybody may read.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Quoted {
    pub response: String,
    pub question: String,
    pub words: String,
    pub language: String,
}

/// Some responses of a wave, in the order of their numbers.
pub(super) async fn written(
    tx: &mut Tx,
    (service, survey, wave): (&str, &str, &str),
    after: i64,
    at_most: i64,
) -> Result<Vec<Row>, Error> {
    Ok(all!(tx, WRITTEN, service, survey, wave, after, at_most)?)
}

pub(super) async fn quotes(tx: &mut Tx, service: &str, wave: &str) -> Result<Vec<Quoted>, Error> {
    Ok(all!(tx, QUOTES, service, wave)?)
}

/// Lets everybody read a quote. Whether the response is there still.
pub(super) async fn quote(
    tx: &mut Tx,
    service: &str,
    response: &str,
    question: &str,
    words: &str,
) -> Result<bool, Error> {
    Ok(execute!(tx, QUOTE, service, response, question, words)? > 0)
}

pub(super) async fn take_back(tx: &mut Tx, service: &str, response: &str, question: &str) -> Result<(), Error> {
    execute!(tx, TAKE_BACK, service, response, question)?;
    Ok(())
}
