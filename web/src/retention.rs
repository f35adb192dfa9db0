//! What has had its time is deleted by itself, whether anybody comes by or not; and what was deleted, by whomever, is
//! soon in none of the database's files. What must not be joined is mixed at the same looks ([`mixing`]), and invitations
//! whose day has come are written.

use std::time::Duration;

use jiff::ToSpan as _;
use tokio::{sync::watch, time::timeout};

use crate::{
    answering, apart,
    app::App,
    councils,
    db::Db,
    draws,
    error::Error,
    ideas, invitations, mail,
    mixing::{self, mix},
    paper, polls, progress, staff, tallies, tell_me, waves,
};

/// How often it is looked for; also about how long withdrawn words are still in SQLite's log.
const LOOK: Duration = Duration::from_mins(1);

/// Deletes what has expired, and mixes what is not to be joined, until `stop` says so.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        look(&app).await;
        if timeout(LOOK, stop.wait_for(|stop| *stop)).await.is_ok() {
            break;
        }
    }
    if let Err(error) = empty_log(&app.db).await {
        tracing::error!(%error, "the database's log could not be emptied");
    }
}

/// Does once all that is due. What fails is tried again at the next look.
pub async fn look(app: &App) {
    if let Err(error) = forget_expired(app).await {
        tracing::error!(%error, "what has expired could not be deleted");
    }
    if let Err(error) = invitations::write_due(app).await {
        tracing::error!(%error, "invitations that are due could not be written");
    }
}

/// Deletes drafts, sheets of paper, sign-in links, sessions, entries of draws, unconfirmed addresses, invitations and answers that
/// have had their time; counts what may be counted; mixes; and empties the log of whatever was deleted, by whomever, and of the order of what was mixed.
pub async fn forget_expired(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    paper::forget_expired(&mut tx, now).await?;
    staff::forget_expired(&mut tx, now).await?;
    councils::forget_expired(&mut tx, now).await?;
    ideas::forget(&mut tx, now).await?;
    draws::forget_old(&mut tx, now - draws::KEPT).await?;
    tell_me::forget_unconfirmed(&mut tx, &app.clock.today().to_string()).await?;
    mail::returned::forget_before(&mut tx, &app.clock.today().saturating_sub(1.year()).to_string()).await?;
    tx.commit().await?;
    answering::forget_expired(app).await?;
    // Before the answers go, in which figures of groups are counted.
    if let Err(error) = progress::refresh(app).await {
        tracing::error!(%error, "the answers could not be counted");
    }
    waves::forget_expired(app).await?;
    polls::close_due(app).await?;
    invitations::forget_closed(app).await?;
    mix::<invitations::Answered>(&app.db).await?;
    tallies::settle(&app.db).await?;
    mix::<apart::Row>(&app.db).await?;
    mix::<draws::Entry>(&app.db).await?;
    mix::<tell_me::Listener>(&app.db).await?;
    mixing::sweep(&app.db).await?;
    empty_log(&app.db).await
}

/// Brings SQLite's write-ahead log into its file, where deleted rows are overwritten, and empties the log. It does not
/// ask whether anything was deleted: every response that is sent deletes its draft. An empty log costs nothing.
async fn empty_log(db: &Db) -> Result<(), Error> {
    let Db::Sqlite { writer, .. } = db else { return Ok(()) };
    let (busy, ..): (i64, i64, i64) = sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(writer).await?;
    if busy != 0 {
        tracing::warn!("the database's log is in use; it is emptied at the next look");
    }
    Ok(())
}
