//! Set-ups, drafts and comparisons in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    SETUPS = "select u.id, u.artefact, a.name as plugin, a.version as plugin_version, u.settings, u.settings_digest, \
        u.contract, coalesce(r.name, s.email) as made_by, u.created, u.activated \
        from binding_setup u join binding b on b.id = u.binding join artefact a on a.digest = u.artefact \
        left join staff s on s.id = u.made_by left join role r on r.staff = u.made_by and r.service = b.service \
        where b.service = $1 and b.key = $2 order by u.created desc, u.id desc";
    DRAFT = "select d.artefact, d.settings, d.revision, d.changed_by, coalesce(r.name, s.email) as name, d.changed \
        from binding_draft d join binding b on b.id = d.binding join staff s on s.id = d.changed_by \
        left join role r on r.staff = d.changed_by and r.service = b.service where b.service = $1 and b.key = $2";
    /// Only who saw the newest revision may write the next.
    BEGIN_DRAFT = "insert into binding_draft (binding, artefact, settings, revision, changed_by, changed) \
        values ($1, $2, $3, 1, $4, $5) on conflict (binding) do nothing";
    CHANGE_DRAFT = "update binding_draft set artefact = $2, settings = $3, revision = revision + 1, changed_by = $4, \
        changed = $5 where binding = $1 and revision = $6";
    END_DRAFT = "delete from binding_draft where binding = $1 and revision = $2";
    /// A binding that was only begun goes with its draft.
    FORGET_UNUSED = "delete from binding where id = $1 \
        and not exists (select 1 from binding_setup u where u.binding = binding.id)";
    /// Only who saw which set-up is at work may put another in its place. All responses are scored anew, and measures
    /// are made even where there are none.
    ACTIVATE = "update binding set active_setup = $2, cursor = 0, changes = changes + 1, \
        state = 'active', fault = null where id = $1 and coalesce(active_setup, '') = $3";
    ACTIVATED = "update binding_setup set activated = $2 where id = $1";
    COMPARISON = "select against, result, made from comparison where setup = $1";
    KEEP_COMPARISON = "insert into comparison (setup, against, result, made) values ($1, $2, $3, $4) \
        on conflict (setup) do update set against = excluded.against, result = excluded.result, made = excluded.made";
}

/// A set-up, which never changes.
#[derive(Clone, Debug, FromRow)]
pub(in crate::plugins) struct Setup {
    pub id: String,
    pub artefact: String,
    pub plugin: String,
    pub plugin_version: String,
    /// JSON.
    pub settings: String,
    pub settings_digest: String,
    pub contract: String,
    /// Who made it; nobody, where the operator did.
    pub made_by: Option<String>,
    pub created: i64,
    /// When it was switched on last.
    pub activated: Option<i64>,
}

/// Settings that people are working on.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Draft {
    pub artefact: String,
    /// JSON, fit or not.
    pub settings: String,
    pub revision: i64,
    /// Id of whoever changed it last.
    pub changed_by: String,
    /// Their name.
    pub name: String,
    pub changed: i64,
}

/// All set-ups of a binding, the newest first.
pub(in crate::plugins) async fn setups(tx: &mut Tx, service: &str, binding: &str) -> Result<Vec<Setup>, Error> {
    Ok(all!(tx, SETUPS, service, binding)?)
}

pub(super) async fn draft(tx: &mut Tx, service: &str, binding: &str) -> Result<Option<Draft>, Error> {
    Ok(maybe!(tx, DRAFT, service, binding)?)
}

/// What is written of a draft.
pub(super) struct Written<'a> {
    /// Id of the binding.
    pub binding: &'a str,
    pub artefact: &'a str,
    pub settings: &'a str,
    pub staff: &'a str,
    pub now: i64,
}

/// Writes the revision after the one that was seen, which is 0 where there was no draft; `false` where somebody else
/// wrote it meanwhile.
pub(super) async fn keep_draft(tx: &mut Tx, written: &Written<'_>, seen: i64) -> Result<bool, Error> {
    let Written { binding, artefact, settings, staff, now } = *written;
    let rows = if seen == 0 {
        execute!(tx, BEGIN_DRAFT, binding, artefact, settings, staff, now)?
    } else {
        execute!(tx, CHANGE_DRAFT, binding, artefact, settings, staff, now, seen)?
    };
    Ok(rows == 1)
}

/// Takes the draft away, if it is still as it was seen.
pub(super) async fn end_draft(tx: &mut Tx, binding: &str, seen: i64) -> Result<bool, Error> {
    Ok(execute!(tx, END_DRAFT, binding, seen)? == 1)
}

/// Whether a binding without any set-up is gone now.
pub(super) async fn forget_unused(tx: &mut Tx, binding: &str) -> Result<bool, Error> {
    Ok(execute!(tx, FORGET_UNUSED, binding)? == 1)
}

/// Switches a set-up on, if `seen` is still the one that is at work (empty, where none is).
pub(super) async fn activate(tx: &mut Tx, binding: &str, setup: &str, seen: &str, now: i64) -> Result<bool, Error> {
    let switched = execute!(tx, ACTIVATE, binding, setup, seen)? == 1;
    if switched {
        execute!(tx, ACTIVATED, setup, now)?;
    }
    Ok(switched)
}

/// Against which set-up a set-up was held, what came of it, and when.
pub(super) async fn comparison(tx: &mut Tx, setup: &str) -> Result<Option<(String, String, i64)>, Error> {
    Ok(maybe!(tx, COMPARISON, setup)?)
}

pub(super) async fn keep_comparison(
    tx: &mut Tx,
    setup: &str,
    against: &str,
    result: &str,
    now: i64,
) -> Result<(), Error> {
    execute!(tx, KEEP_COMPARISON, setup, against, result, now)?;
    Ok(())
}
