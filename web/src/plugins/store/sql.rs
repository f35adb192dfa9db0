//! The plugins that a service brought itself, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    /// Those that it brought, and those that the operator set up for it.
    OWN = "select a.digest, x.examples, x.added, coalesce(r.name, s.email) as added_by from artefact a \
        left join service_artefact x on x.artefact = a.digest and x.service = $1 \
        left join staff s on s.id = x.staff left join role r on r.staff = x.staff and r.service = x.service \
        where x.service = $1 or exists (select 1 from binding_setup u join binding b on b.id = u.binding \
            where u.artefact = a.digest and b.service = $1) order by a.name, a.added desc, a.digest";
    MAY_USE = "select a.digest from artefact a where a.digest = $2 and (\
        exists (select 1 from service_artefact x where x.service = $1 and x.artefact = a.digest) \
        or exists (select 1 from binding_setup u join binding b on b.id = u.binding \
            where u.artefact = a.digest and b.service = $1))";
    ADD = "insert into service_artefact (service, artefact, staff, examples, added) values ($1, $2, $3, $4, $5) \
        on conflict (service, artefact) do update set examples = excluded.examples";
}

/// A plugin that a service has beside those that come with Heard.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Own {
    pub digest: String,
    /// How many examples came with it; none, where the operator brought it.
    pub examples: Option<i64>,
    pub added: Option<i64>,
    pub added_by: Option<String>,
}

pub(super) async fn own(tx: &mut Tx, service: &str) -> Result<Vec<Own>, Error> {
    Ok(all!(tx, OWN, service)?)
}

pub(super) async fn may_use(tx: &mut Tx, service: &str, digest: &str) -> Result<bool, Error> {
    let row: Option<(String,)> = maybe!(tx, MAY_USE, service, digest)?;
    Ok(row.is_some())
}

pub(super) async fn add(
    tx: &mut Tx,
    service: &str,
    digest: &str,
    staff: &str,
    examples: i64,
    now: i64,
) -> Result<(), Error> {
    execute!(tx, ADD, service, digest, staff, examples, now)?;
    Ok(())
}
