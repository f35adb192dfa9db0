//! Who has which role in a service. Somebody is always left who can say so.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, text::Lang};
use maud::Markup;

use super::{Colleague, Newcomer, Owner, audit::audit, role::Role, sql, view};
use crate::{app::App, db::Tx, error::Error, form::field::Trouble, mail, typed::PostedForm};

/// The longest name.
const LONGEST_NAME: usize = 100;

const NO_ADDRESS: Trouble =
    Trouble { field: "email", label: "E-mail", advice: "Write an address such as ann@example.org." };
const HERE_ALREADY: Trouble = Trouble {
    field: "email",
    label: "E-mail",
    advice: "This colleague has a role here already. Change it in the list.",
};
const NO_NAME: Trouble =
    Trouble { field: "name", label: "Name", advice: "Write a name of one line, 100 letters at most." };
const NO_ROLE: Trouble = Trouble { field: "role", label: "Role", advice: "Choose a role." };
const LAST_OWNER: Trouble =
    Trouble { field: "role", label: "Role", advice: "A service needs an owner. Make somebody else owner first." };

type PersonPath = Path<(String, String)>;

pub(super) async fn show(State(app): State<App>, Owner(me): Owner) -> Result<Markup, Error> {
    let people = sql::people(&mut app.db.read().await?, &me.service).await?;
    Ok(view::people(&me, &people, &Lang::english()))
}

pub(super) async fn new(Owner(me): Owner) -> Markup {
    view::invitation(&me, &Typed::default(), &[], &Lang::english())
}

pub(super) async fn invite(State(app): State<App>, Owner(me): Owner, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["email", "name", "role"])?;
    let again = |troubles: &[Trouble]| {
        (StatusCode::UNPROCESSABLE_ENTITY, view::invitation(&me, &typed, troubles, &Lang::english())).into_response()
    };
    let newcomer = match read_newcomer(&typed, &me.service) {
        Ok(newcomer) => newcomer,
        Err(troubles) => return Ok(again(&troubles)),
    };
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if !newcomer.join(&mut tx).await?.is_new {
        return Ok(again(&[HERE_ALREADY]));
    }
    let detail = format!("{}, {}", newcomer.name, newcomer.role.code());
    audit(&mut tx, &me.service, Some(&me.staff), now, "colleague invited", &detail).await?;
    newcomer.tell(&mut tx, &app.pepper, &app.base_url, &me.service_name, now).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("people")).into_response())
}

pub(super) async fn one(State(app): State<App>, Owner(me): Owner, Path((_, id)): PersonPath) -> Result<Markup, Error> {
    let person = sql::person(&mut app.db.read().await?, &me.service, &id).await?.ok_or(Error::NotFound)?;
    Ok(view::person(&me, &person, &[], &Lang::english()))
}

pub(super) async fn change(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, id)): PersonPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["role"])?;
    let mut tx = app.db.write().await?;
    let person = held(&mut tx, &me, &id).await?;
    let Ok(role) = typed.first("role").parse::<Role>() else { return Ok(refused(&me, &person, NO_ROLE)) };
    sql::set_role(&mut tx, &me.service, &id, role).await?;
    if !sql::has_owner(&mut tx, &me.service).await? {
        return Ok(refused(&me, &person, LAST_OWNER));
    }
    let detail = format!("{}, from {} to {}", person.name, person.role.code(), role.code());
    audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "role changed", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&after(&me, &id)).into_response())
}

pub(super) async fn remove(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, id)): PersonPath,
    form: PostedForm,
) -> Result<Response, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    let person = held(&mut tx, &me, &id).await?;
    sql::remove_role(&mut tx, &me.service, &id).await?;
    if !sql::has_owner(&mut tx, &me.service).await? {
        return Ok(refused(&me, &person, LAST_OWNER));
    }
    let detail = format!("{}, {}", person.name, person.role.code());
    audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "colleague removed", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&after(&me, &id)).into_response())
}

/// The person as they are, with the roles of the service held until the transaction ends. Whoever asks is looked at
/// again: a colleague may have taken their role away a moment ago.
async fn held(tx: &mut Tx, me: &Colleague, id: &str) -> Result<sql::Person, Error> {
    sql::hold_roles(tx, &me.service).await?;
    match sql::part_in(tx, &me.staff, &me.service).await? {
        Some(sql::Part { role: Role::Owner, .. }) => sql::person(tx, &me.service, id).await?.ok_or(Error::NotFound),
        _ => Err(Error::NotAllowed),
    }
}

/// Where to go after a change: whoever changed their own role may not be let in again.
fn after(me: &Colleague, id: &str) -> String {
    if me.staff == id { "/staff".to_owned() } else { me.path("people") }
}

fn refused(me: &Colleague, person: &sql::Person, trouble: Trouble) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, view::person(me, person, &[trouble], &Lang::english())).into_response()
}

fn read_newcomer<'t>(typed: &'t Typed, service: &'t str) -> Result<Newcomer<'t>, Vec<Trouble>> {
    let (email, name) = (typed.first("email"), typed.first("name").trim());
    let role = typed.first("role").parse::<Role>();
    let mut troubles = Vec::new();
    if mail::address(email).is_none() {
        troubles.push(NO_ADDRESS);
    }
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
        troubles.push(NO_NAME);
    }
    match role {
        Ok(role) if troubles.is_empty() => return Ok(Newcomer { email, name, service, role }),
        Ok(_) => {}
        Err(_) => troubles.push(NO_ROLE),
    }
    Err(troubles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(email: &str, name: &str, role: &str) -> Vec<&'static str> {
        let pairs = [("email", email), ("name", name), ("role", role)];
        let typed: Typed = pairs.into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
        match read_newcomer(&typed, "riverside") {
            Ok(_) => Vec::new(),
            Err(troubles) => troubles.into_iter().map(|trouble| trouble.field).collect(),
        }
    }

    #[test]
    fn all_problems_of_an_invitation_come_at_once() {
        assert!(problems("bo@example.org", "Bo Lee", "editor").is_empty());
        assert_eq!(problems("bo", " ", "boss"), ["email", "name", "role"]);
        assert_eq!(problems("bo@example.org", "Bo\r\nBcc: x@example.org", "owner"), ["name"]);
        assert_eq!(problems("bo@example.org", &"o".repeat(101), ""), ["name", "role"]);
    }
}
