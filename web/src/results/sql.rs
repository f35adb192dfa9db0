//! What services let everybody see of their waves, in the database.

use sqlx::FromRow;

use crate::{
    db::{Tx, all, execute, maybe, sql},
    error::Error,
};

sql! {
    RELEASES = "select r.wave, r.shown from release r join wave w on w.id = r.wave where r.service = $1 order by w.closes desc, r.wave";
    RELEASE = "select wave, shown from release where service = $1 and wave = $2";
    ANY = "select wave, shown from release where service = $1 limit 1";
    /// Nobody else changes it until this ends.
    HOLD = "update wave set id = id where service = $1 and id = $2";
    RELEASE_IT = "insert into release (wave, service, shown) values ($1, $2, $3) \
        on conflict (wave) do update set shown = excluded.shown";
    TAKE_BACK = "delete from release where service = $1 and wave = $2";
}

/// What everybody may see of a wave.
#[derive(FromRow)]
pub(super) struct Row {
    pub wave: String,
    /// JSON.
    pub shown: String,
}

/// Those of a service, the wave that closed last first.
pub(super) async fn releases(tx: &mut Tx, service: &str) -> Result<Vec<Row>, Error> {
    Ok(all!(tx, RELEASES, service)?)
}

pub(super) async fn release(tx: &mut Tx, service: &str, wave: &str) -> Result<Option<Row>, Error> {
    Ok(maybe!(tx, RELEASE, service, wave)?)
}

pub(super) async fn any(tx: &mut Tx, service: &str) -> Result<bool, Error> {
    let row: Option<Row> = maybe!(tx, ANY, service)?;
    Ok(row.is_some())
}

pub(super) async fn hold(tx: &mut Tx, service: &str, wave: &str) -> Result<(), Error> {
    execute!(tx, HOLD, service, wave)?;
    Ok(())
}

pub(super) async fn release_it(tx: &mut Tx, service: &str, wave: &str, shown: &str) -> Result<(), Error> {
    execute!(tx, RELEASE_IT, wave, service, shown)?;
    Ok(())
}

pub(super) async fn take_back(tx: &mut Tx, service: &str, wave: &str) -> Result<(), Error> {
    execute!(tx, TAKE_BACK, service, wave)?;
    Ok(())
}
