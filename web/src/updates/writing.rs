//! Writing an update: a new one, a draft that is changed, and one that corrects another.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, plan::Plan, text::Key, update::Update};
use maud::Markup;

use super::{Stage, Told, desk, sql, view::day};
use crate::{
    app::App,
    builder::key_for,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    plans,
    staff::{self, Colleague, Editor},
    typed::{self, PostedForm},
};

/// Keys that no update can have: they stand in its place in addresses.
pub(super) const RESERVED: [&str; 1] = ["new"];

const FIELDS: [&str; 8] = ["title", "said", "indicator", "did", "action", "changed", "look_again", "easy"];
/// The field that says which revision of a draft the form showed.
pub(super) const FROM: &str = "from";

type UpdatePath = Path<(String, String)>;

/// A form on its way to its page.
pub(super) struct Form<'a> {
    /// The draft that is changed; nothing, where one is begun.
    pub told: Option<&'a Told>,
    /// The plan in force, whose parts it can belong to.
    pub plan: Option<&'a Plan>,
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    /// Whether a colleague was faster.
    pub meanwhile: bool,
}

pub(super) fn to_json(update: &Update) -> Result<String, Error> {
    serde_json::to_string(update).map_err(|e| Error::fault("update to JSON", e))
}

pub(super) async fn new(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let plan = plans::current(&mut app.db.read().await?, &me.service).await?;
    let typed = Typed::default();
    Ok(desk::form(&me, &Form { told: None, plan: plan.as_ref(), typed: &typed, troubles: &[], meanwhile: false }))
}

pub(super) async fn begin(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&FIELDS)?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let plan = plans::current(&mut tx, &me.service).await?;
    match read(&typed, plan.as_ref()) {
        Ok(update) => {
            let key = add(&mut tx, &app, &me, &update, None).await?;
            tx.commit().await?;
            Ok(Redirect::to(&desk::path(&me, &key, "")).into_response())
        }
        Err(troubles) => {
            let (plan, typed, troubles) = (plan.as_ref(), &typed, &troubles[..]);
            let page = desk::form(&me, &Form { told: None, plan, typed, troubles, meanwhile: false });
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Adds a draft and gives its key.
async fn add(tx: &mut Tx, app: &App, me: &Colleague, update: &Update, corrects: Option<&str>) -> Result<String, Error> {
    let taken = sql::updates(tx, &me.service).await?;
    let taken: Vec<&str> = taken.iter().map(|row| &*row.key).chain(RESERVED).collect();
    let key = key_for(&update.title, "update", &taken);
    let (definition, now) = (to_json(update)?, app.clock.now());
    let (service, staff) = (&*me.service, &*me.staff);
    sql::add(tx, &sql::Written { service, key: &key, definition: &definition, staff, now }, corrects).await?;
    staff::audit(tx, service, Some(staff), now, "update drafted", &update.title).await?;
    Ok(key.to_string())
}

pub(super) async fn change(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let told = draft(&mut tx, &me, &key).await?;
    let plan = plans::current(&mut tx, &me.service).await?;
    let (told, plan, typed) = (Some(&told), plan.as_ref(), &fill(&told.update));
    Ok(desk::form(&me, &Form { told, plan, typed, troubles: &[], meanwhile: false }))
}

pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[&FIELDS[..], &[FROM]].concat())?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let told = draft(&mut tx, &me, &key).await?;
    let plan = plans::current(&mut tx, &me.service).await?;
    let meanwhile = typed.first(FROM) != told.revision.to_string();
    let read = if meanwhile { Err(Vec::new()) } else { read(&typed, plan.as_ref()) };
    let update = match read {
        Ok(update) => update,
        Err(troubles) => {
            let status = if meanwhile { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let (plan, typed, troubles) = (plan.as_ref(), &typed, &troubles[..]);
            let page = desk::form(&me, &Form { told: Some(&told), plan, typed, troubles, meanwhile });
            return Ok((status, page).into_response());
        }
    };
    if update != told.update {
        let (definition, now) = (to_json(&update)?, app.clock.now());
        let (service, staff) = (&*me.service, &*me.staff);
        sql::change(&mut tx, &sql::Written { service, key: &key, definition: &definition, staff, now }).await?;
        staff::audit(&mut tx, service, Some(staff), now, "update changed", &update.title).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&desk::path(&me, &key, "")).into_response())
}

/// An update that is not published yet. What is published never changes.
pub(super) async fn draft(tx: &mut Tx, me: &Colleague, key: &str) -> Result<Told, Error> {
    let told = Told::find(tx, &me.service, key).await?;
    if told.stage == Stage::Draft { Ok(told) } else { Err(Error::Refused("It is published, and stays as it is.")) }
}

/// Begins one that corrects a published one, with the same words; goes on with it where there is one already.
pub(super) async fn correct(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): UpdatePath,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let told = Told::find(&mut tx, &me.service, &key).await?;
    let every = Told::every(&mut tx, &me.service).await?;
    let begun = every.into_iter().find(|one| one.corrects.as_deref() == Some(&*key) && one.stage == Stage::Draft);
    let correction = match begun {
        Some(begun) => begun.key,
        None if told.is_published() => {
            let correction = add(&mut tx, &app, &me, &told.update, Some(&key)).await?;
            tx.commit().await?;
            correction
        }
        None => return Err(Error::Refused("Only what is published can be corrected.")),
    };
    Ok(Redirect::to(&desk::path(&me, &correction, "change")))
}

fn fill(update: &Update) -> Typed {
    let key = |key: &Option<Key>| key.as_ref().map_or_else(String::new, ToString::to_string);
    let fields = [
        ("title", update.title.clone()),
        ("said", update.said.clone()),
        ("indicator", key(&update.indicator)),
        ("did", update.did.clone()),
        ("action", key(&update.action)),
        ("changed", update.changed.clone()),
        ("look_again", day(update.look_again)),
        ("easy", update.easy.clone()),
    ];
    fields.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
}

/// The fields of words: how many signs each may have, and what to do where it is empty.
const WORDS: [(&str, usize, &str); 5] = [
    ("title", 120, "Say it in one line."),
    ("said", 2_000, "Say what people told you."),
    ("did", 2_000, "Say what you did, also where it is nothing."),
    ("changed", 2_000, "Say what changed, also where you do not know yet."),
    ("easy", 1_000, "Say it in easy words too: children asked as well."),
];

fn read(typed: &Typed, plan: Option<&Plan>) -> Result<Update, Vec<Trouble>> {
    let mut troubles = Vec::new();
    let mut wrong = |field: &str, advice: &'static str| {
        troubles.push(Trouble { field: field.to_owned(), label: desk::label(field).to_owned(), advice });
    };
    for (field, most, missing) in WORDS {
        let words = typed.first(field).trim();
        if words.is_empty() {
            wrong(field, missing);
        } else if words.chars().count() > most {
            wrong(field, "Make it shorter, please.");
        } else if field == "title" && words.contains(char::is_control) {
            wrong(field, "Write it in one line.");
        }
    }
    let look_again = typed::day(typed.first("look_again"));
    if look_again.is_none() {
        wrong("look_again", "Write a day, such as 1 May 2027.");
    }
    let (Some(look_again), true) = (look_again, troubles.is_empty()) else {
        troubles.sort_by_key(|trouble| FIELDS.iter().position(|field| *field == trouble.field));
        return Err(troubles);
    };
    let words = |field: &str| typed.first(field).trim().replace("\r\n", "\n");
    // What is not in the plan any more is left out.
    let known = |field: &str, mut all: Vec<Key>| {
        all.retain(|key| **key == *typed.first(field));
        all.pop()
    };
    Ok(Update {
        title: words("title"),
        said: words("said"),
        indicator: known("indicator", indicator_keys(plan)),
        did: words("did"),
        action: known("action", action_keys(plan)),
        changed: words("changed"),
        look_again,
        easy: words("easy"),
    })
}

fn action_keys(plan: Option<&Plan>) -> Vec<Key> {
    plan.into_iter().flat_map(Plan::actions).map(|one| one.key.clone()).collect()
}

fn indicator_keys(plan: Option<&Plan>) -> Vec<Key> {
    plan.into_iter().flat_map(Plan::indicators).map(|(_, one)| one.key.clone()).collect()
}
