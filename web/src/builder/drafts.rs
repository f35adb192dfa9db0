//! Drafts: surveys that are being written. Every change is kept as a step that one can go back to.

use heard_core::{interchange::Loss, survey::Survey, text::Key};
use serde_json::json;

use super::sql::{self, Step, Written};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    staff::{self, Colleague},
};

/// How many steps one can go back.
const STEPS_KEPT: i64 = 300;

/// A survey that is being written, as it is now.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub survey: Survey,
    /// What led to it.
    pub step: Step,
}

impl Draft {
    /// The draft of a survey. [`Error::NotFound`] if there is none.
    pub async fn open(tx: &mut Tx, service: &str, survey: &str) -> Result<Self, Error> {
        Self::find(tx, service, survey).await?.ok_or(Error::NotFound)
    }

    /// The draft of a survey, if there is one.
    pub async fn find(tx: &mut Tx, service: &str, survey: &str) -> Result<Option<Self>, Error> {
        let Some(step) = sql::newest(tx, service, survey).await? else { return Ok(None) };
        let survey = read(&step.definition)?;
        Ok(Some(Self { survey, step }))
    }

    /// The address of one of its pages for a colleague; nothing names the first.
    pub fn path(&self, me: &Colleague, page: &str) -> String {
        path(me, &self.survey.key, page)
    }
}

/// The address of a page of a survey, for a colleague.
pub(super) fn path(me: &Colleague, survey: &str, page: &str) -> String {
    let slash = if page.is_empty() { "" } else { "/" };
    me.path(&format!("surveys/{survey}{slash}{page}"))
}

/// Begins a draft. [`Error::Refused`] where there is one already.
pub(super) async fn begin(tx: &mut Tx, app: &App, me: &Colleague, survey: &Survey, done: &str) -> Result<(), Error> {
    bring(tx, app, me, survey, done, None).await
}

/// Begins a draft that came in a file, with what of the file had no equal here.
pub(super) async fn bring(
    tx: &mut Tx,
    app: &App,
    me: &Colleague,
    survey: &Survey,
    done: &str,
    losses: Option<&[Loss]>,
) -> Result<(), Error> {
    let now = app.clock.now();
    let told = losses.map(|losses| losses.iter().map(|loss| (&loss.at, &loss.message)).collect::<Vec<_>>());
    let told = told.map(|told| json!(told).to_string());
    if !write(tx, me, survey, &Next { revision: 1, done, losses: told.as_deref() }, now).await? {
        return Err(Error::Refused("There is a draft of this survey already. Go back, and go on with that."));
    }
    staff::audit(tx, &me.service, Some(&me.staff), now, "survey drafted", &survey.key).await
}

/// What of the file had no equal here that the draft came in; nothing, where it came in none.
pub(super) async fn losses(tx: &mut Tx, service: &str, survey: &str) -> Result<Option<Vec<(String, String)>>, Error> {
    let Some(told) = sql::losses(tx, service, survey).await? else { return Ok(None) };
    serde_json::from_str(&told).map(Some).map_err(|e| Error::fault("stored losses", e))
}

/// Keeps a changed draft as its next step; `false` where somebody else was faster. What changes nothing is no step.
pub(super) async fn keep(tx: &mut Tx, app: &App, me: &Colleague, draft: &Draft, done: &str) -> Result<bool, Error> {
    if read(&draft.step.definition)? == draft.survey {
        return Ok(true);
    }
    let (now, key, revision) = (app.clock.now(), &draft.survey.key, draft.step.revision + 1);
    if !write(tx, me, &draft.survey, &Next { revision, done, losses: None }, now).await? {
        return Ok(false);
    }
    sql::forget(tx, &me.service, key, revision - STEPS_KEPT).await?;
    // One line for each person who works on it: what comes of it has a line of its own.
    if draft.step.changed_by != me.staff {
        staff::audit(tx, &me.service, Some(&me.staff), now, "draft of a survey changed", key).await?;
    }
    Ok(true)
}

/// A step that is to be written.
#[derive(Clone, Copy)]
struct Next<'a> {
    revision: i64,
    done: &'a str,
    losses: Option<&'a str>,
}

async fn write(tx: &mut Tx, me: &Colleague, survey: &Survey, next: &Next<'_>, now: i64) -> Result<bool, Error> {
    if let Some(advice) = survey.too_much() {
        return Err(Error::Refused(advice));
    }
    let definition = serde_json::to_string(survey).map_err(|e| Error::fault("survey to JSON", e))?;
    let (service, staff, Next { revision, done, losses }) = (&me.service, &me.staff, *next);
    let written = Written { service, survey: &survey.key, revision, definition: &definition, done, staff, now, losses };
    sql::add(tx, &written).await
}

/// The survey as it was at one of the steps. [`Error::NotFound`] if that is not kept any more.
pub(super) async fn as_it_was(tx: &mut Tx, service: &str, survey: &str, revision: i64) -> Result<Survey, Error> {
    read(&sql::at(tx, service, survey, revision).await?.ok_or(Error::NotFound)?)
}

fn read(definition: &str) -> Result<Survey, Error> {
    let said =
        |faults: Vec<heard_core::survey::Fault>| faults.into_iter().map(|fault| fault.message).collect::<String>();
    Survey::draft(definition).map_err(|faults| Error::fault("stored draft", said(faults)))
}

/// A key of these words that is none of those that are taken.
pub(crate) fn key_for(words: &str, or: &str, taken: &[&str]) -> Key {
    let plain: String =
        words.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let mut stem = plain.split_whitespace().collect::<Vec<_>>().join("_");
    stem.truncate(32);
    let stem = stem.trim_start_matches(|c: char| !c.is_ascii_lowercase()).trim_end_matches('_');
    let stem = if stem.is_empty() { or } else { stem };
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    let free = std::iter::once(stem.to_owned()).chain(numbered).find(|key| !taken.contains(&key.as_str()));
    free.and_then(|key| Key::try_from(key).ok()).expect("letters, digits and underscores, a letter first, 40 at most")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_of_words_and_are_never_taken() {
        for (words, taken, key) in [
            ("What keeps you away?", &[][..], "what_keeps_you_away"),
            ("Cost", &["cost"], "cost_2"),
            ("Cost", &["cost", "cost_2"], "cost_3"),
            ("2 or more", &[], "or_more"),
            ("¿Qué?", &[], "qu"),
            ("سوال", &["question"], "question_2"),
            ("a very long question that goes on and on", &[], "a_very_long_question_that_goes_o"),
        ] {
            assert_eq!(&*key_for(words, "question", taken), key, "{words}");
        }
    }
}
