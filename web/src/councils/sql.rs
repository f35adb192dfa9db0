//! Councils and who is on them, in the database.

use sqlx::FromRow;

use super::role::Role;
use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    ADD = "insert into council (id, service, name, created) values ($1, $2, $3, $4)";
    COUNCILS = "select id, service, name from council where service = $1 order by name, id";
    COUNCIL = "select id, service, name from council where service = $1 and id = $2";
    KEEP_CODE = "insert into council_code (code_hash, service, council, role, member, expires) \
        values ($1, $2, $3, $4, $5, $6)";
    SPEND_CODE = "delete from council_code where code_hash = $1 and expires > $2 returning service, council, role, member";
    DROP_CODES = "delete from council_code where service = $1 and member = $2";
    WAITING = "select role from council_code where service = $1 and council = $2 and member is null and expires > $3";
    ADD_MEMBER = "insert into member (id, service, council, role, nickname) values ($1, $2, $3, $4, $5)";
    CALL = "update member set nickname = $3 where service = $1 and id = $2";
    /// In an order that says nothing of when they joined.
    MEMBERS = "select id, role, nickname from member where service = $1 and council = $2 order by id";
    BEGIN_SESSION = "insert into member_session (code_hash, service, member, expires) values ($1, $2, $3, $4)";
    END_SESSION = "delete from member_session where code_hash = $1";
    END_SESSIONS = "delete from member_session where service = $1 and member = $2";
    SIGNED_IN = "select m.id, m.nickname, m.role, m.council, c.name as council_name, m.service from member_session s \
        join member m on m.id = s.member join council c on c.id = m.council \
        where s.code_hash = $1 and s.expires > $2";
    FORGET_SESSIONS = "delete from member_session where expires <= $1";
    FORGET_CODES = "delete from council_code where expires <= $1";
}

/// A council.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Council {
    /// Its id.
    pub id: String,
    /// Key of its service.
    pub service: String,
    /// Its name.
    pub name: String,
}

/// A code, as it is kept.
pub(super) struct Code<'a> {
    pub hash: String,
    pub role: Role,
    pub member: Option<&'a str>,
    pub expires: i64,
}

/// What a code is for.
pub(super) struct Place {
    pub service: String,
    pub council: String,
    pub role: Role,
    pub member: Option<String>,
}

/// Somebody on a council.
#[derive(Clone, Debug)]
pub(super) struct OnCouncil {
    pub id: String,
    pub role: Role,
    pub nickname: String,
}

impl OnCouncil {
    /// What they are called, where they are the one with this number of their council.
    pub fn called(&self, number: usize) -> String {
        if self.nickname.is_empty() { format!("No nickname ({number})") } else { self.nickname.clone() }
    }
}

/// Whose device it is.
pub(super) struct SignedIn {
    pub id: String,
    pub nickname: String,
    pub role: Role,
    pub council: String,
    pub council_name: String,
    pub service: String,
}

fn role(code: &str) -> Result<Role, Error> {
    code.parse().map_err(|()| Error::Fault(format!("stored role {code}")))
}

pub(super) async fn add(tx: &mut Tx, service: &str, id: &str, name: &str, now: i64) -> Result<(), Error> {
    execute!(tx, ADD, id, service, name, now)?;
    Ok(())
}

pub(super) async fn councils(tx: &mut Tx, service: &str) -> Result<Vec<Council>, Error> {
    Ok(all!(tx, COUNCILS, service)?)
}

pub(super) async fn council(tx: &mut Tx, service: &str, id: &str) -> Result<Option<Council>, Error> {
    Ok(maybe!(tx, COUNCIL, service, id)?)
}

pub(super) async fn keep_code(tx: &mut Tx, council: &Council, code: &Code<'_>) -> Result<(), Error> {
    let Code { hash, role, member, expires } = code;
    execute!(tx, KEEP_CODE, hash, &council.service, &council.id, role.code(), *member, *expires)?;
    Ok(())
}

/// What a code is for, which is used by that; nothing, where there is none.
pub(super) async fn spend_code(tx: &mut Tx, hash: &str, now: i64) -> Result<Option<Place>, Error> {
    let row: Option<(String, String, String, Option<String>)> = maybe!(tx, SPEND_CODE, hash, now)?;
    row.map(|(service, council, code, member)| Ok(Place { service, council, role: role(&code)?, member })).transpose()
}

pub(super) async fn drop_codes(tx: &mut Tx, service: &str, member: &str) -> Result<(), Error> {
    execute!(tx, DROP_CODES, service, member)?;
    Ok(())
}

/// The roles of the codes that were printed and not used yet.
pub(super) async fn waiting(tx: &mut Tx, council: &Council, now: i64) -> Result<Vec<Role>, Error> {
    let rows: Vec<(String,)> = all!(tx, WAITING, &council.service, &council.id, now)?;
    rows.iter().map(|(code,)| role(code)).collect()
}

pub(super) async fn add_member(
    tx: &mut Tx,
    service: &str,
    council: &str,
    id: &str,
    role: Role,
    nickname: &str,
) -> Result<(), Error> {
    execute!(tx, ADD_MEMBER, id, service, council, role.code(), nickname)?;
    Ok(())
}

pub(super) async fn call(tx: &mut Tx, service: &str, member: &str, nickname: &str) -> Result<(), Error> {
    execute!(tx, CALL, service, member, nickname)?;
    Ok(())
}

pub(super) async fn members(tx: &mut Tx, service: &str, council: &str) -> Result<Vec<OnCouncil>, Error> {
    let rows: Vec<(String, String, String)> = all!(tx, MEMBERS, service, council)?;
    rows.into_iter().map(|(id, code, nickname)| Ok(OnCouncil { id, role: role(&code)?, nickname })).collect()
}

pub(super) async fn begin_session(
    tx: &mut Tx,
    service: &str,
    member: &str,
    hash: &str,
    expires: i64,
) -> Result<(), Error> {
    execute!(tx, BEGIN_SESSION, hash, service, member, expires)?;
    Ok(())
}

pub(super) async fn end_session(tx: &mut Tx, hash: &str) -> Result<(), Error> {
    execute!(tx, END_SESSION, hash)?;
    Ok(())
}

pub(super) async fn end_sessions(tx: &mut Tx, service: &str, member: &str) -> Result<(), Error> {
    execute!(tx, END_SESSIONS, service, member)?;
    Ok(())
}

pub(super) async fn signed_in(tx: &mut Tx, hash: &str, now: i64) -> Result<Option<SignedIn>, Error> {
    let row: Option<(String, String, String, String, String, String)> = maybe!(tx, SIGNED_IN, hash, now)?;
    row.map(|(id, nickname, code, council, council_name, service)| {
        Ok(SignedIn { id, nickname, role: role(&code)?, council, council_name, service })
    })
    .transpose()
}

pub(super) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    execute!(tx, FORGET_SESSIONS, now)?;
    execute!(tx, FORGET_CODES, now)?;
    Ok(())
}
