//! Councils as the adults see them who help: founding one, printing codes, and what they decide.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::answer::Typed;
use maud::Markup;

use super::{Council, Role, found, make_code, members::replace, slip, sql, view::staff as view};
use crate::{
    app::App,
    clock::shuffle,
    db::Tx,
    decisions,
    error::Error,
    form::sheet::Trouble,
    ideas, polls,
    staff::{self, Facilitator},
    typed::PostedForm,
};

/// The longest name of a council, in letters.
const LONGEST: usize = 100;
/// How many codes of a role are printed at once, at most.
const MOST: usize = 60;

pub(super) async fn list(State(app): State<App>, Facilitator(me): Facilitator) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let (councils, held) = all(&mut tx, &me.service).await?;
    Ok(view::list(&me, (&councils, held), &Typed::default(), &[]))
}

/// The councils of a service, and how many ideas of theirs wait for an adult.
async fn all(tx: &mut Tx, service: &str) -> Result<(Vec<Council>, usize), Error> {
    Ok((sql::councils(tx, service).await?, ideas::held(tx, service).await?))
}

pub(super) async fn add(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["name"])?;
    let name = typed.first("name").trim();
    let mut tx = app.db.write().await?;
    if name.is_empty() || name.chars().count() > LONGEST || name.contains(char::is_control) {
        let (councils, held) = all(&mut tx, &me.service).await?;
        let advice = "Write a name of one line, 100 letters at most.";
        let trouble = Trouble { field: "name".to_owned(), label: "Name".to_owned(), advice };
        let page = view::list(&me, (&councils, held), &typed, &[trouble]);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let id = found(&mut tx, &me.service, name, app.clock.now()).await?;
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "council founded", name).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path(&format!("councils/{id}"))).into_response())
}

type CouncilPath = Path<(String, String)>;

pub(super) async fn show(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council)): CouncilPath,
) -> Result<Markup, Error> {
    page(&app, &me, &council, &Typed::default(), &[]).await
}

async fn page(
    app: &App,
    me: &staff::Colleague,
    council: &str,
    typed: &Typed,
    troubles: &[Trouble],
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let council = super::council(&mut tx, &me.service, council).await?;
    let shown = view::Shown {
        members: sql::members(&mut tx, &me.service, &council.id).await?,
        waiting: sql::waiting(&mut tx, &council, app.clock.now()).await?,
        polls: polls::of_council(&mut tx, &me.service, &council.id).await?,
        decisions: decisions::of_council(&mut tx, &me.service, &council.id).await?,
        today: app.clock.today(),
        council,
    };
    Ok(view::show(me, &shown, typed, troubles))
}

/// Prints codes: they are made here, and shown on this one page.
pub(super) async fn print(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council)): CouncilPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&Role::ALL.map(Role::code))?;
    let wanted = match numbers(&typed) {
        Ok(wanted) => wanted,
        Err(troubles) => {
            let page = page(&app, &me, &council, &typed, &troubles).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut tx = app.db.write().await?;
    let council = super::council(&mut tx, &me.service, &council).await?;
    let mut printed = Vec::new();
    for (role, how_many) in &wanted {
        let mut slips = Vec::new();
        for _ in 0..*how_many {
            slips.push(slip(&app, &council, *role, make_code(&app, &mut tx, &council, *role, None).await?));
        }
        shuffle(&mut slips);
        printed.extend(slips);
    }
    let said: Vec<_> = wanted.iter().map(|(role, how_many)| format!("{how_many} {role}")).collect();
    let detail = format!("{}: {}", council.name, said.join(", "));
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "council codes printed", &detail).await?;
    tx.commit().await?;
    Ok(view::printed(&me, &council, &printed).into_response())
}

/// How many codes of each role were asked for.
fn numbers(typed: &Typed) -> Result<Vec<(Role, usize)>, Vec<Trouble>> {
    let number = |role: Role| match typed.first(role.code()).trim() {
        "" => Ok(0),
        written => written.parse::<usize>().ok().filter(|number| *number <= MOST).ok_or(role),
    };
    let (read, wrong): (Vec<_>, Vec<_>) =
        Role::ALL.map(|role| (role, number(role))).into_iter().partition(|(_, read)| read.is_ok());
    let trouble =
        |role: Role, advice| Trouble { field: role.code().to_owned(), label: view::label(role).to_owned(), advice };
    if !wrong.is_empty() {
        return Err(wrong.into_iter().map(|(role, _)| trouble(role, "Write a number from 0 to 60.")).collect());
    }
    let wanted: Vec<_> =
        read.into_iter().filter_map(|(role, number)| Some((role, number.ok()?))).filter(|(_, n)| *n > 0).collect();
    if wanted.is_empty() { Err(vec![trouble(Role::Chair, "Say how many codes to print.")]) } else { Ok(wanted) }
}

/// A new code for a member who lost theirs. What they used before is signed out.
pub(super) async fn new_code(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council, member)): Path<(String, String, String)>,
    form: PostedForm,
) -> Result<Markup, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    let council = super::council(&mut tx, &me.service, &council).await?;
    let slip = replace(&app, &mut tx, &council, &member).await?;
    let detail = &council.name;
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "council code replaced", detail).await?;
    tx.commit().await?;
    Ok(view::printed(&me, &council, &[slip]))
}
