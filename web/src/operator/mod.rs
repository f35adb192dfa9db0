//! The operator's pages: which services there are, adding one with its first owner, and the record of the platform. Nothing
//! of what a service asks, hears or plans: for that, a service has to invite them.

mod view;

use axum::{
    Router,
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use heard_core::answer::Typed;
use maud::Markup;

use crate::{
    app::App,
    error::Error,
    form::sheet::Trouble,
    mail, services,
    staff::{self, Newcomer, Operator, Role},
    typed::{self, PostedForm},
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/operator", get(show))
        .route("/staff/operator/new", get(ask).post(add))
        .route("/staff/operator/record", get(record))
}

/// How many lines of the record are shown at once.
const SHOWN: i64 = 100;
/// The longest name, of a service or a person, in letters.
const LONGEST: usize = 100;

async fn show(State(app): State<App>, _: Operator) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let services = services::list(&mut tx).await?;
    Ok(view::show(&services, &staff::operators(&mut tx).await?))
}

async fn ask(_: Operator) -> Markup {
    view::add(&Typed::default(), &[])
}

/// Adds a service, and invites its first owner: a service without one is nobody's.
async fn add(State(app): State<App>, me: Operator, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["name", "key", "email", "owner"])?;
    let again = |troubles: &[Trouble]| (StatusCode::UNPROCESSABLE_ENTITY, view::add(&typed, troubles)).into_response();
    let troubles = troubles(&typed);
    if !troubles.is_empty() {
        return Ok(again(&troubles));
    }
    let field = |name: &str| typed.first(name).trim();
    let (key, name, now) = (field("key"), field("name"), app.clock.now());
    let mut tx = app.db.write().await?;
    match services::add(&mut tx, key, name, now).await {
        Err(Error::Refused(why)) => return Ok(again(&[trouble("key", why)])),
        added => added?,
    }
    staff::audit(&mut tx, key, Some(&me.staff), now, "service added", name).await?;
    staff::audit_platform(&mut tx, Some(&me.staff), now, "service added", &format!("{key}, {name}")).await?;
    let owner = Newcomer { email: field("email"), name: field("owner"), service: key, role: Role::Owner };
    owner.join(&mut tx).await?;
    let detail = format!("{}, {}", owner.name, owner.role.code());
    staff::audit(&mut tx, key, Some(&me.staff), now, "colleague invited", &detail).await?;
    owner.tell(&mut tx, &app.pepper, &app.base_url, name, now).await?;
    tx.commit().await?;
    Ok(Redirect::to("/staff/operator").into_response())
}

fn troubles(typed: &Typed) -> Vec<Trouble> {
    let is_line = |name: &str| {
        let text = typed.first(name).trim();
        !text.is_empty() && text.chars().count() <= LONGEST && !text.contains(char::is_control)
    };
    let mut troubles = Vec::new();
    for name in ["name", "owner"] {
        troubles.extend((!is_line(name)).then(|| trouble(name, "Write a name of one line, 100 letters at most.")));
    }
    troubles.extend(services::key_fault(typed.first("key").trim()).map(|fault| trouble("key", fault)));
    if mail::address(typed.first("email")).is_none() {
        troubles.push(trouble("email", "Write an address such as ann@example.org."));
    }
    troubles
}

fn trouble(field: &str, advice: &'static str) -> Trouble {
    Trouble { field: field.to_owned(), label: view::label(field).to_owned(), advice }
}

async fn record(State(app): State<App>, _: Operator, RawQuery(query): RawQuery) -> Result<Markup, Error> {
    let typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let mut tx = app.db.read().await?;
    // One more than is shown tells whether there are older ones.
    let mut lines = staff::platform_lines(&mut tx, typed.first("before"), SHOWN + 1).await?;
    let more = i64::try_from(lines.len()).is_ok_and(|lines| lines > SHOWN);
    if more {
        lines.pop();
    }
    Ok(view::record(&lines, more))
}
