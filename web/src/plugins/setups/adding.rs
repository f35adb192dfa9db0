//! Beginning a binding: which plugin, for which survey, under which name.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, survey::Survey};
use maud::Markup;

use super::{sql, view};
use crate::{
    app::App,
    clock::ordered_id,
    db::Tx,
    error::Error,
    plugins::{
        form, is_key,
        store::{self, Offer},
    },
    staff::{self, Colleague, Editor},
    surveys,
    typed::PostedForm,
};

/// The longest title.
const LONGEST: usize = 100;
const NAMES: [&str; 4] = ["title", "survey", "plugin", "key"];

/// What is wrong: the field, and what to do.
pub(super) type Wrong = (&'static str, &'static str);

pub(super) async fn new(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    page(&app, &me, &Typed::default(), &[]).await
}

async fn page(app: &App, me: &Colleague, typed: &Typed, wrong: &[Wrong]) -> Result<Markup, Error> {
    let surveys = surveys::all(&mut app.db.read().await?, &me.service).await?;
    let offers = store::offers(app, &me.service).await?;
    Ok(view::new(me, &surveys, &offers, typed, wrong))
}

pub(super) async fn add(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&NAMES)?;
    let surveys = surveys::all(&mut app.db.read().await?, &me.service).await?;
    let offers = store::offers(&app, &me.service).await?;
    let again = |wrong: &[Wrong]| {
        (StatusCode::UNPROCESSABLE_ENTITY, view::new(&me, &surveys, &offers, &typed, wrong)).into_response()
    };
    let begun = match read(&typed, &surveys, &offers) {
        Ok(begun) => begun,
        Err(wrong) => return Ok(again(&wrong)),
    };
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if !begin(&mut tx, &me, &begun, now).await? {
        return Ok(again(&[("key", "You have a binding of this key already. Write another.")]));
    }
    tx.commit().await?;
    Ok(Redirect::to(&me.path(&format!("bindings/{}/settings", begun.key))).into_response())
}

/// A binding that is to be begun.
struct Begun<'a> {
    title: &'a str,
    key: String,
    survey: &'a Survey,
    offer: &'a Offer,
}

fn read<'a>(typed: &'a Typed, surveys: &'a [Survey], offers: &'a [Offer]) -> Result<Begun<'a>, Vec<Wrong>> {
    let title = typed.first("title").trim();
    let survey = surveys.iter().find(|survey| *survey.key == *typed.first("survey"));
    let offer = offers.iter().find(|offer| offer.digest == typed.first("plugin"));
    let asked = typed.first("key").trim();
    let key = if asked.is_empty() { key_of(title) } else { asked.to_owned() };
    let mut wrong: Vec<Wrong> = Vec::new();
    if title.is_empty() || title.chars().count() > LONGEST || title.contains(char::is_control) {
        wrong.push(("title", "Write a name of one line, 100 letters at most."));
    } else if !is_key(&key) {
        wrong.push(("key", "Write lower-case letters, digits and “_”, a letter first, 40 at most. “new” is taken."));
    }
    match (survey, offer) {
        (Some(survey), Some(offer)) if wrong.is_empty() => return Ok(Begun { title, key, survey, offer }),
        (survey, offer) => {
            wrong.extend(survey.is_none().then_some(("survey", "Choose a survey.")));
            wrong.extend(offer.is_none().then_some(("plugin", "Choose a plugin.")));
        }
    }
    Err(wrong)
}

/// Begins it with a draft of empty settings; `false` where its key is taken.
async fn begin(tx: &mut Tx, me: &Colleague, begun: &Begun<'_>, now: i64) -> Result<bool, Error> {
    let Begun { title, key, survey, offer } = begun;
    if super::super::sql::is_taken(tx, &me.service, key).await? {
        return Ok(false);
    }
    let id = ordered_id(now);
    store::keep(tx, &offer.artefact, now).await?;
    super::super::sql::begin(tx, &me.service, &id, &survey.key, key, title).await?;
    let said = offer.artefact.description();
    let settings = form::form(&said.settings_schema).blank().to_string();
    let written = sql::Written { binding: &id, artefact: &offer.digest, settings: &settings, staff: &me.staff, now };
    sql::keep_draft(tx, &written, 0).await?;
    let detail = format!("{key}: {} for {}", said.name, survey.key);
    staff::audit(tx, &me.service, Some(&me.staff), now, "binding begun", &detail).await?;
    Ok(true)
}

/// A key made of a title: `welcome_and_belonging` of "Welcome and belonging".
fn key_of(title: &str) -> String {
    let words = title.to_lowercase();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let key = words.collect::<Vec<_>>().join("_");
    let key = key.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    key.chars().take(40).collect::<String>().trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_make_keys() {
        for (title, key) in [
            ("Welcome and belonging", "welcome_and_belonging"),
            ("  2026: Barriers!", "barriers"),
            ("Ženy", "eny"),
            ("???", ""),
        ] {
            assert_eq!(key_of(title), key);
        }
        assert!(is_key(&key_of(&"long ".repeat(30))) && !is_key("new") && !is_key(""));
    }
}
