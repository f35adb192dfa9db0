//! Who is on the council, and new codes for those who lost theirs: the chair's.

use axum::extract::{Path, State};
use maud::Markup;

use super::{Chair, Council, make_code, slip, sql, view};
use crate::{app::App, db::Tx, error::Error, staff, typed::PostedForm};

pub(super) async fn show(State(app): State<App>, Chair(me): Chair) -> Result<Markup, Error> {
    let members = sql::members(&mut app.db.read().await?, &me.service, &me.council).await?;
    Ok(view::members(&me, &members))
}

/// Gives a member a new code, which is shown once. What they used before is signed out.
pub(super) async fn new_code(
    State(app): State<App>,
    Chair(me): Chair,
    Path((_, member)): Path<(String, String)>,
    form: PostedForm,
) -> Result<Markup, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    let council = super::council(&mut tx, &me.service, &me.council).await?;
    let code = replace(&app, &mut tx, &council, &member).await?;
    staff::audit(&mut tx, &me.service, None, app.clock.now(), "council code replaced", &council.name).await?;
    tx.commit().await?;
    Ok(view::replaced(&me, &code))
}

/// A new code for a member, as a slip.
pub(super) async fn replace(
    app: &App,
    tx: &mut Tx,
    council: &Council,
    member: &str,
) -> Result<crate::slips::Slip, Error> {
    let members = sql::members(tx, &council.service, &council.id).await?;
    let member = members.iter().find(|one| one.id == member).ok_or(Error::NotFound)?;
    let code = make_code(app, tx, council, member.role, Some(&member.id)).await?;
    Ok(slip(app, council, member.role, code))
}
