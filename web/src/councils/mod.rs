//! Youth music councils: who is on one, by printed codes, and what they may see and do.
//!
//! Young people hold the roles of chair, clerk and teller. They join with a code that was printed for them and a nickname,
//! or none: we know no name, address or age, and keep no day of joining. An adult of the service helps: prints codes, and
//! can stop a poll for somebody's safety, with a reason that the council reads. Whoever lost their code gets another from
//! the chair or the adult; what they used before is signed out.

mod guard;
mod members;
mod role;
pub(crate) mod safety;
pub(crate) mod sql;
mod staff;
mod view;

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::answer::Typed;
use maud::Markup;

pub(crate) use guard::{Chair, Maker, Member, Moderator, Person, Teller};
pub(crate) use role::Role;
pub(crate) use sql::Council;
pub(crate) use view::{back, frame};

use crate::{
    app::App,
    clock::{DAY, random_key},
    cookie,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    limits::{Client, Door},
    pepper::Purpose,
    polls, slips,
    typed::PostedForm,
};

/// The pages of councils, and whom their cookies are for.
pub(crate) const HOME: &str = "/council";
/// The cookie of a member's device.
const COOKIE: &str = "member";
/// How long, in milliseconds, a device stays in: a council meets once a month.
const STAYS: i64 = 60 * DAY;
/// How long, in milliseconds, a printed code can be used.
const CODE_KEEPS: i64 = 30 * DAY;
/// The longest nickname, in letters.
const LONGEST: usize = 30;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/council", get(door).post(join))
        .route("/council/join/{code}", get(carry))
        .route("/council/leave", post(leave))
        .route("/council/{council}", get(home))
        .route("/council/{council}/members", get(members::show))
        .route("/council/{council}/members/{member}/code", post(members::new_code))
        .route("/staff/{service}/councils", get(staff::list).post(staff::add))
        .route("/staff/{service}/councils/{council}", get(staff::show))
        .route("/staff/{service}/councils/{council}/codes", post(staff::print))
        .route("/staff/{service}/councils/{council}/members/{member}/code", post(staff::new_code))
}

async fn door(State(app): State<App>, headers: HeaderMap) -> Result<Markup, Error> {
    let code = slips::carried(&app, &headers).unwrap_or_default();
    let mine = guard::person(&app, &headers).await?.map(|me| me.council);
    let typed = [("code".to_owned(), slips::written(&code))].into_iter().collect();
    Ok(view::door(&typed, &[], mine.as_deref()))
}

/// Takes the code of a slip that was scanned out of the address. Looking changes nothing: some programs open every link.
async fn carry(State(app): State<App>, Path(code): Path<String>) -> Response {
    slips::carry(&app, &code, HOME, HOME)
}

/// Spends a code. One that was spent, has expired or never was is told alike.
async fn join(State(app): State<App>, client: Client, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["code", "nickname"])?;
    let now = app.clock.now();
    app.limits.pass(Door::Slip, &client, now)?;
    let again = |field: &str, advice| {
        let trouble = Trouble { field: field.to_owned(), label: view::label(field).to_owned(), advice };
        Ok((StatusCode::UNPROCESSABLE_ENTITY, view::door(&typed, &[trouble], None)).into_response())
    };
    let Ok(nickname) = nickname(&typed) else { return again("nickname", TOO_LONG) };
    let mut tx = app.db.write().await?;
    let code = slips::read(typed.first("code")).unwrap_or_default();
    let Some(place) = sql::spend_code(&mut tx, &app.pepper.hash(Purpose::CouncilCode, &code), now).await? else {
        return again("code", NO_CODE);
    };
    let Some(member) = take_place(&mut tx, &place, nickname).await? else { return again("nickname", TAKEN) };
    let session = random_key();
    let hash = app.pepper.hash(Purpose::Member, &session);
    sql::begin_session(&mut tx, &place.service, &member, &hash, now + STAYS).await?;
    tx.commit().await?;
    let stays = cookie::keep(COOKIE, &session, HOME, STAYS / 1_000, app.secure());
    Ok(slips::used(&app, HOME, Some(stays), Redirect::to(&format!("{HOME}/{}", place.council))))
}

const NO_CODE: &str = "This code does not work. Look at each letter again. Each code works once, for 30 days: if yours was \
    used, ask your chair for another.";
const TOO_LONG: &str = "Make it shorter: 30 letters at most, in one line.";
const TAKEN: &str = "Somebody here has this nickname. Choose another.";

/// The nickname that was typed; it may be empty.
fn nickname(typed: &Typed) -> Result<&str, ()> {
    let nickname = typed.first("nickname").trim();
    if nickname.chars().count() > LONGEST || nickname.contains(char::is_control) { Err(()) } else { Ok(nickname) }
}

/// The id of whoever takes a place: somebody new, or whoever lost their code, who is signed out elsewhere. Nobody, where
/// the nickname is another's.
async fn take_place(tx: &mut Tx, place: &sql::Place, nickname: &str) -> Result<Option<String>, Error> {
    let sql::Place { service, council, role, member } = place;
    let others = sql::members(tx, service, council).await?;
    let same = |one: &sql::OnCouncil| one.nickname.to_lowercase() == nickname.to_lowercase();
    if !nickname.is_empty() && others.iter().any(|one| same(one) && Some(&one.id) != member.as_ref()) {
        return Ok(None);
    }
    if let Some(member) = member {
        sql::end_sessions(tx, service, member).await?;
        if !nickname.is_empty() {
            sql::call(tx, service, member, nickname).await?;
        }
        return Ok(Some(member.clone()));
    }
    let id = random_key();
    sql::add_member(tx, service, council, &id, *role, nickname).await?;
    Ok(Some(id))
}

async fn leave(State(app): State<App>, headers: HeaderMap, form: PostedForm) -> Result<Response, Error> {
    form.only(&[])?;
    if let Some(session) = guard::session(&app, &headers) {
        let mut tx = app.db.write().await?;
        sql::end_session(&mut tx, &session).await?;
        tx.commit().await?;
    }
    let gone = cookie::clear(COOKIE, HOME, app.secure());
    Ok(slips::used(&app, HOME, Some(gone), Redirect::to(HOME)))
}

async fn home(State(app): State<App>, Member(me): Member) -> Result<Markup, Error> {
    let polls = polls::of_council(&mut app.db.read().await?, &me.service, &me.council).await?;
    Ok(view::home(&me, &polls))
}

/// A council of a service, by its id.
pub(crate) async fn council(tx: &mut Tx, service: &str, id: &str) -> Result<Council, Error> {
    sql::council(tx, service, id).await?.ok_or(Error::NotFound)
}

/// The councils of a service.
pub(crate) async fn of_service(tx: &mut Tx, service: &str) -> Result<Vec<Council>, Error> {
    sql::councils(tx, service).await
}

/// The members of a council and what each is called: by their nickname, or by a number where they have none.
pub(crate) async fn names(tx: &mut Tx, service: &str, council: &str) -> Result<Vec<(String, String)>, Error> {
    let members = sql::members(tx, service, council).await?;
    Ok((1..).zip(members).map(|(number, one)| (one.id.clone(), one.called(number))).collect())
}

/// Founds a council; the id.
pub(crate) async fn found(tx: &mut Tx, service: &str, name: &str, now: i64) -> Result<String, Error> {
    let id = random_key();
    sql::add(tx, service, &id, name, now).await?;
    Ok(id)
}

/// Makes a code for a place on a council: for somebody new, or for a member who lost theirs, whose earlier ones end.
pub(crate) async fn make_code(
    app: &App,
    tx: &mut Tx,
    council: &Council,
    role: Role,
    member: Option<&str>,
) -> Result<String, Error> {
    let code = slips::new_code();
    if let Some(member) = member {
        sql::drop_codes(tx, &council.service, member).await?;
        sql::end_sessions(tx, &council.service, member).await?;
    }
    let kept = sql::Code {
        hash: app.pepper.hash(Purpose::CouncilCode, &code),
        role,
        member,
        expires: app.clock.now() + CODE_KEEPS,
    };
    sql::keep_code(tx, council, &kept).await?;
    Ok(code)
}

/// Puts somebody on a council; the id. For the demonstration.
pub(crate) async fn seat(tx: &mut Tx, council: &Council, role: Role, nickname: &str) -> Result<String, Error> {
    let id = random_key();
    sql::add_member(tx, &council.service, &council.id, &id, role, nickname).await?;
    Ok(id)
}

/// The address by which a new chair of a service's first council joins: for the demonstration.
pub(crate) async fn chair_address(app: &App, service: &str) -> Result<String, Error> {
    let mut tx = app.db.write().await?;
    let councils = sql::councils(&mut tx, service).await?;
    let council = councils.first().ok_or(Error::NotFound)?;
    let members = sql::members(&mut tx, service, &council.id).await?;
    let chair = members.iter().find(|one| one.role == Role::Chair).map(|one| &*one.id);
    let code = make_code(app, &mut tx, council, Role::Chair, chair).await?;
    tx.commit().await?;
    Ok(slip(app, council, Role::Chair, code).scanned)
}

/// Deletes the codes and devices that have had their time.
pub(crate) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    sql::forget_expired(tx, now).await
}

/// The slip of a code for a council.
fn slip(app: &App, council: &Council, role: Role, code: String) -> slips::Slip {
    let base = app.base_url.trim_end_matches('/');
    slips::Slip {
        heading: format!("{}: {}", council.name, role.a()),
        scanned: format!("{base}{HOME}/join/{code}"),
        typed: format!("{base}{HOME}"),
        code,
    }
}
