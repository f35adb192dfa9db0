//! "Count me, but do not connect this with my other answers": equality monitoring in single rows, which nothing joins
//! to a response or to each other once they are mixed. See [`heard_core::apart`] and [`mixing`](crate::mixing).

use heard_core::{answer::Typed, apart::Said};
use sqlx::FromRow;

use crate::{
    clock::random_key,
    db::{Tx, all, execute, sql},
    error::Error,
    mixing::Mixed,
};

sql! {
    ADD = "insert into apart_answer (id, service, wave, question, part, said, mixed) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    WAITING = "select distinct wave from apart_answer where mixed = $1";
    TAKE = "delete from apart_answer where wave = $1 and id in \
        (select id from apart_answer where wave = $1 and mixed = $2 order by random() limit $3) \
        returning service, wave, question, part, said";
}

/// The box that says it, on pages of equality monitoring.
pub const FIELD: &str = "@apart";
/// Its value.
pub const TICKED: &str = "yes";

/// Whether the box was ticked on a form.
pub fn is_ticked(typed: &Typed) -> bool {
    typed.first(FIELD) == TICKED
}

/// The choice that a form posts; an error where it holds something that the box cannot.
pub fn read(typed: &Typed) -> Result<bool, Error> {
    match typed.all(FIELD) {
        [] => Ok(false),
        [value] if value == TICKED => Ok(true),
        _ => Err(Error::Refused(
            "The form held something that we did not ask. Go back, load the page again and answer there.",
        )),
    }
}

/// One thing that somebody said.
#[derive(Clone, Debug, FromRow)]
pub struct Row {
    /// Service key.
    pub service: String,
    /// Wave id.
    pub wave: String,
    /// Question key.
    pub question: String,
    /// The part of the question, if it has parts.
    pub part: Option<String>,
    /// What was said, as [`Said::what`].
    pub said: String,
}

/// The rows of what somebody said in a wave.
pub fn rows(service: &str, wave: &str, said: &[Said]) -> Vec<Row> {
    let row = |said: &Said| Row {
        service: service.to_owned(),
        wave: wave.to_owned(),
        question: said.question.to_string(),
        part: said.part.clone(),
        said: said.what.clone(),
    };
    said.iter().map(row).collect()
}

/// Stores what was just said, to be mixed soon.
pub(crate) async fn add(tx: &mut Tx, rows: &[Row]) -> Result<(), Error> {
    for row in rows {
        row.store(tx, false).await?;
    }
    Ok(())
}

impl Row {
    /// A fresh id each time, so that not even an earlier copy of the database names the row.
    async fn store(&self, tx: &mut Tx, mixed: bool) -> Result<(), Error> {
        let Self { service, wave, question, part, said } = self;
        execute!(tx, ADD, random_key(), service, wave, question, part, said, mixed)?;
        Ok(())
    }
}

impl Mixed for Row {
    async fn waiting(tx: &mut Tx) -> Result<Vec<String>, Error> {
        let waves: Vec<(String,)> = all!(tx, WAITING, false)?;
        Ok(waves.into_iter().map(|(wave,)| wave).collect())
    }

    async fn take(tx: &mut Tx, wave: &str, mixed: bool, at_most: i64) -> Result<Vec<Self>, Error> {
        Ok(all!(tx, TAKE, wave, mixed, at_most)?)
    }

    async fn put(&self, tx: &mut Tx) -> Result<(), Error> {
        self.store(tx, true).await
    }
}
