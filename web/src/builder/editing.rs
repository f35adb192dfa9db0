//! How a page changes a part of a survey: nobody's words are written over unseen, and nobody's are lost.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    survey::{Section, Survey},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::drafts::{self, Draft};
use crate::{app::App, error::Error, form::sheet::Trouble, staff::Colleague};

/// The field that says what the form was filled from.
pub(super) const FROM: &str = "from";
/// The field of the button that was pressed.
pub(super) const BUTTON: &str = "do";
/// Its value where the page saves by itself.
pub(super) const QUIET: &str = "quiet";

/// A part of a survey that a page shows and changes. Two people can work on two parts at once.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    /// All but the sections.
    About,
    /// A section without its questions.
    Section(&'a str),
    Question(&'a str),
}

/// What came of a change.
pub(super) enum Outcome {
    /// With what the next form is filled from.
    Kept(String),
    /// Something cannot be read: the survey stays as it is.
    Wrong(Draft, Vec<Trouble>),
    /// A colleague changed the same part since the page was shown: as it is now.
    Meanwhile(Draft),
}

impl Part<'_> {
    /// What tells whether the part is still as it was shown; `None` where it is gone.
    pub fn mark(self, survey: &Survey) -> Option<String> {
        let value = match self {
            Self::About => json!(Survey { sections: Vec::new(), ..survey.clone() }),
            Self::Section(key) => json!(Section { questions: Vec::new(), ..survey.section(key)?.clone() }),
            Self::Question(key) => json!(survey.question(key)?),
        };
        Some(digest(&value))
    }
}

fn digest(value: &Value) -> String {
    HEXLOWER.encode(&Sha256::digest(value.to_string())[..8])
}

/// Changes a part of a draft, if it is as the form was filled from. `done` says what for the list of steps.
pub(super) async fn edit(
    app: &App,
    me: &Colleague,
    (survey, part): (&str, Part<'_>),
    typed: &Typed,
    done: &str,
    change: impl FnOnce(&mut Survey) -> Vec<Trouble>,
) -> Result<Outcome, Error> {
    let mut tx = app.db.write().await?;
    let before = Draft::open(&mut tx, &me.service, survey).await?;
    let Some(mark) = part.mark(&before.survey) else {
        return Err(Error::Refused(
            "A colleague took this out of the survey meanwhile. Go back and copy your words; on the survey’s page, under \
             “What was done”, it can be brought back.",
        ));
    };
    if mark != typed.first(FROM) {
        return Ok(Outcome::Meanwhile(before));
    }
    let mut draft = before.clone();
    let troubles = change(&mut draft.survey);
    if !troubles.is_empty() {
        return Ok(Outcome::Wrong(before, troubles));
    }
    if !drafts::keep(&mut tx, app, me, &draft, done).await? {
        return Ok(Outcome::Meanwhile(before));
    }
    let mark = part.mark(&draft.survey).unwrap_or_default();
    tx.commit().await?;
    Ok(Outcome::Kept(mark))
}

/// The answer to a form that was kept: where to go, or, where the page saved by itself, what it is filled from now.
pub(super) fn kept(typed: &Typed, mark: &str, to: &str) -> Response {
    if is_quiet(typed) {
        return (StatusCode::NO_CONTENT, [("heard-from", mark)]).into_response();
    }
    Redirect::to(to).into_response()
}

/// Whether nobody pressed a button: `builder.js` saves while one writes.
fn is_quiet(typed: &Typed) -> bool {
    typed.first(BUTTON) == QUIET
}

/// Changes a draft as a whole, such as the order of its questions. What was moved or taken out can be undone, so nothing
/// is asked.
pub(super) async fn rearrange(
    app: &App,
    me: &Colleague,
    survey: &str,
    change: impl FnOnce(&mut Survey) -> Option<String>,
) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    let mut draft = Draft::open(&mut tx, &me.service, survey).await?;
    let Some(done) = change(&mut draft.survey) else { return Err(Error::Refused(CHANGED)) };
    if !drafts::keep(&mut tx, app, me, &draft, &done).await? {
        return Err(Error::Refused(CHANGED));
    }
    tx.commit().await
}

const CHANGED: &str = "A colleague changed the survey meanwhile. Go back, load the page again, and do it once more.";

/// That a form has no fields but these.
pub(super) fn only(typed: &Typed, known: impl Fn(&str) -> bool) -> Result<(), Error> {
    if typed.fields().all(|field| [FROM, BUTTON].contains(&field) || known(field)) {
        return Ok(());
    }
    Err(Error::Refused("What came is not what our page asks for. Go back and load it again."))
}
