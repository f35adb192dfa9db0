//! Staff, roles, links, sessions and the record in the database.

use sqlx::FromRow;

use super::{Newcomer, guard::SignedIn, role::Role};
use crate::{
    db::{Tx, all, execute, maybe, one, sql},
    error::Error,
};

sql! {
    ADD_STAFF = "insert into staff (id, email) values ($1, $2) on conflict (email) do nothing";
    STAFF_WITH = "select id from staff where email = $1";
    ADD_ROLE = "insert into role (staff, service, name, role) values ($1, $2, $3, $4) \
        on conflict (staff, service) do nothing";
    PART_IN = "select s.name, r.name, r.role from role r join service s on s.key = r.service where r.staff = $1 and r.service = $2";
    SERVICES_OF = "select s.key, s.name, r.role from role r join service s on s.key = r.service \
        where r.staff = $1 order by s.name, s.key";
    PEOPLE = "select s.id, r.name, s.email, r.role from role r join staff s on s.id = r.staff \
        where r.service = $1 order by r.name, s.email";
    PERSON = "select s.id, r.name, s.email, r.role from role r join staff s on s.id = r.staff \
        where r.service = $1 and s.id = $2";
    /// Roles of a service change one after the other: two owners who step back at once would both see another owner.
    HOLD_ROLES = "update service set name = name where key = $1";
    SET_ROLE = "update role set role = $3 where service = $1 and staff = $2";
    REMOVE_ROLE = "delete from role where service = $1 and staff = $2";
    OWNERS = "select count(*) from role where service = $1 and role = 'owner'";

    WHO_MAY_ENTER = "select s.id from staff s where s.email = $1 \
        and (exists (select 1 from role r where r.staff = s.id) or exists (select 1 from operator o where o.staff = s.id))";
    OPEN_LINKS = "select count(*) from sign_in_link where staff = $1 and expires > $2";
    ADD_LINK = "insert into sign_in_link (code_hash, staff, expires) values ($1, $2, $3)";
    SPEND_LINK = "delete from sign_in_link where code_hash = $1 and expires > $2 returning staff";
    FORGET_LINKS = "delete from sign_in_link where expires <= $1";
    FORGET_SESSIONS = "delete from session where expires <= $1";
    BEGIN_SESSION = "insert into session (code_hash, staff, started, expires, device, passkey) \
        values ($1, $2, $3, $4, $5, $6)";
    SIGNED_IN = "select s.id, s.email from session x join staff s on s.id = x.staff where x.code_hash = $1 and x.expires > $2";
    SESSIONS = "select code_hash, started, device, passkey from session where staff = $1 and expires > $2 \
        order by started desc, code_hash";
    END_SESSION = "delete from session where code_hash = $1 returning staff";

    ADD_LINE = "insert into audit (id, service, staff, at, action, detail) values ($1, $2, $3, $4, $5, $6)";
    LINES_SINCE = "select count(*) from audit where service = $1 and staff = $2 and action = $3 and detail = $4 and at >= $5";
    /// Whoever has left the service is named by their address, which the service invited.
    LINES = "select a.id, a.at, coalesce(r.name, s.email) as name, a.action, a.detail from audit a \
        left join staff s on s.id = a.staff left join role r on r.staff = a.staff and r.service = a.service \
        where a.service = $1 and ($2 = '' or a.staff = $2 or ($2 = 'operator' and a.staff is null)) \
        and ($3 = '' or a.action = $3) and a.at >= $4 and a.at < $5 and ($6 = '' or a.id < $6) \
        order by a.id desc limit $7";
    ACTIONS = "select action from audit where service = $1 group by action order by action";
}

/// Someone with a role in a service.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
}

/// A service that someone works for.
#[derive(Clone, Debug)]
pub(super) struct Workplace {
    pub key: String,
    pub name: String,
    pub role: Role,
}

/// What someone is in a service.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub service_name: String,
    /// What the service calls them.
    pub name: String,
    pub role: Role,
}

/// A line of the record.
#[derive(Clone, Debug, FromRow)]
pub struct Line {
    /// Ordered by time.
    pub id: String,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// Who; nobody, where it was done on the server's own terminal.
    pub name: Option<String>,
    pub action: String,
    pub detail: String,
}

/// The id of whoever has this address; a new one, if nobody has.
pub(super) async fn staff_with(tx: &mut Tx, new_id: &str, email: &str) -> Result<String, Error> {
    execute!(tx, ADD_STAFF, new_id, email)?;
    let (id,): (String,) = one!(tx, STAFF_WITH, email)?;
    Ok(id)
}

/// Whether the role is new: one that is there stays as it is, with its name.
pub(super) async fn add_role(tx: &mut Tx, staff: &str, newcomer: &Newcomer<'_>) -> Result<bool, Error> {
    Ok(execute!(tx, ADD_ROLE, staff, newcomer.service, newcomer.name, newcomer.role.code())? == 1)
}

pub(super) async fn part_in(tx: &mut Tx, staff: &str, service: &str) -> Result<Option<Part>, Error> {
    let row: Option<(String, String, String)> = maybe!(tx, PART_IN, staff, service)?;
    row.map(|(service_name, name, role)| Ok(Part { service_name, name, role: read_role(&role)? })).transpose()
}

pub(super) async fn services_of(tx: &mut Tx, staff: &str) -> Result<Vec<Workplace>, Error> {
    let rows: Vec<(String, String, String)> = all!(tx, SERVICES_OF, staff)?;
    rows.into_iter().map(|(key, name, role)| Ok(Workplace { key, name, role: read_role(&role)? })).collect()
}

pub(super) async fn people(tx: &mut Tx, service: &str) -> Result<Vec<Person>, Error> {
    let rows: Vec<(String, String, String, String)> = all!(tx, PEOPLE, service)?;
    rows.into_iter().map(read_person).collect()
}

pub(super) async fn person(tx: &mut Tx, service: &str, staff: &str) -> Result<Option<Person>, Error> {
    let row: Option<(String, String, String, String)> = maybe!(tx, PERSON, service, staff)?;
    row.map(read_person).transpose()
}

/// Keeps all others from changing roles in the service until the transaction ends.
pub(super) async fn hold_roles(tx: &mut Tx, service: &str) -> Result<(), Error> {
    execute!(tx, HOLD_ROLES, service)?;
    Ok(())
}

pub(super) async fn set_role(tx: &mut Tx, service: &str, staff: &str, role: Role) -> Result<(), Error> {
    execute!(tx, SET_ROLE, service, staff, role.code())?;
    Ok(())
}

pub(super) async fn remove_role(tx: &mut Tx, service: &str, staff: &str) -> Result<(), Error> {
    execute!(tx, REMOVE_ROLE, service, staff)?;
    Ok(())
}

pub(super) async fn has_owner(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    let (owners,): (i64,) = one!(tx, OWNERS, service)?;
    Ok(owners > 0)
}

/// The id of whoever has this address and works for a service.
pub(super) async fn who_may_enter(tx: &mut Tx, email: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, WHO_MAY_ENTER, email)?;
    Ok(row.map(|(staff,)| staff))
}

/// How many links of a person can be used.
pub(super) async fn open_links(tx: &mut Tx, staff: &str, now: i64) -> Result<i64, Error> {
    let (links,): (i64,) = one!(tx, OPEN_LINKS, staff, now)?;
    Ok(links)
}

pub(super) async fn add_link(tx: &mut Tx, code_hash: &str, staff: &str, expires: i64) -> Result<(), Error> {
    execute!(tx, ADD_LINK, code_hash, staff, expires)?;
    Ok(())
}

/// Whose link it was. Of two who spend it at once, one gets nothing.
pub(super) async fn spend_link(tx: &mut Tx, code_hash: &str, now: i64) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, SPEND_LINK, code_hash, now)?;
    Ok(row.map(|(staff,)| staff))
}

/// Deletes the links and sessions whose time is over.
pub(super) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    execute!(tx, FORGET_LINKS, now)?;
    execute!(tx, FORGET_SESSIONS, now)?;
    Ok(())
}

pub(super) async fn begin_session(
    tx: &mut Tx,
    code_hash: &str,
    staff: &str,
    (now, expires): (i64, i64),
    device: &str,
    passkey: Option<&str>,
) -> Result<(), Error> {
    execute!(tx, BEGIN_SESSION, code_hash, staff, now, expires, device, passkey)?;
    Ok(())
}

/// Where somebody is signed in.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Session {
    pub code_hash: String,
    pub started: i64,
    /// Browser and system, in words.
    pub device: String,
    /// The name of the passkey that began it; nothing, where a link in a mail did.
    pub passkey: Option<String>,
}

impl Session {
    /// What a page calls it: enough of the hash to tell it from one's others, and no code of anything.
    pub fn name(&self) -> &str {
        self.code_hash.get(..16).unwrap_or_default()
    }
}

/// The sessions of a person, the newest first.
pub(super) async fn sessions(tx: &mut Tx, staff: &str, now: i64) -> Result<Vec<Session>, Error> {
    Ok(all!(tx, SESSIONS, staff, now)?)
}

pub(super) async fn signed_in(tx: &mut Tx, code_hash: &str, now: i64) -> Result<Option<SignedIn>, Error> {
    let row: Option<(String, String)> = maybe!(tx, SIGNED_IN, code_hash, now)?;
    Ok(row.map(|(id, email)| SignedIn { id, email }))
}

/// Whose session it was.
pub(super) async fn end_session(tx: &mut Tx, code_hash: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, END_SESSION, code_hash)?;
    Ok(row.map(|(staff,)| staff))
}

pub(super) async fn add_line(
    tx: &mut Tx,
    id: &str,
    service: Option<&str>,
    staff: Option<&str>,
    at: i64,
    action: &str,
    detail: &str,
) -> Result<(), Error> {
    execute!(tx, ADD_LINE, id, service, staff, at, action, detail)?;
    Ok(())
}

/// Which lines of a record are looked for.
#[derive(Clone, Debug)]
pub(super) struct Sought {
    /// Id of a person, `operator`, or nothing for all.
    pub who: String,
    /// An action, or nothing for all.
    pub what: String,
    /// From this time, and before that one.
    pub from: i64,
    pub to: i64,
    /// Older than the line with this id, or nothing.
    pub before: String,
}

/// Lines of a service's record, the newest first.
pub(super) async fn lines(tx: &mut Tx, service: &str, sought: &Sought, at_most: i64) -> Result<Vec<Line>, Error> {
    let Sought { who, what, from, to, before } = sought;
    Ok(all!(tx, LINES, service, who, what, *from, *to, before, at_most)?)
}

/// All that was ever done in a service, once each.
pub(super) async fn actions(tx: &mut Tx, service: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, ACTIONS, service)?;
    Ok(rows.into_iter().map(|(action,)| action).collect())
}

/// How many such lines there are of somebody since a time.
pub(super) async fn lines_since(
    tx: &mut Tx,
    service: &str,
    staff: &str,
    action: &str,
    detail: &str,
    since: i64,
) -> Result<i64, Error> {
    let (lines,): (i64,) = one!(tx, LINES_SINCE, service, staff, action, detail, since)?;
    Ok(lines)
}

fn read_person((id, name, email, role): (String, String, String, String)) -> Result<Person, Error> {
    Ok(Person { id, name, email, role: read_role(&role)? })
}

fn read_role(code: &str) -> Result<Role, Error> {
    code.parse().map_err(|e| Error::fault("stored role", e))
}
