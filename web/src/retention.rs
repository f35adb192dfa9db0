//! What has had its time is deleted by itself, whether anybody comes by or not.

use std::time::Duration;

use tokio::{sync::watch, time::timeout};

use crate::{answering, app::App, error::Error, staff};

/// How often it is looked for.
const LOOK: Duration = Duration::from_mins(10);

/// Deletes what has expired until `stop` says so.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = forget_expired(&app).await {
            tracing::error!(%error, "what has expired could not be deleted");
        }
        if timeout(LOOK, stop.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}

/// Deletes drafts, sign-in links and sessions that have expired.
pub async fn forget_expired(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    answering::forget_expired(&mut tx, now).await?;
    staff::forget_expired(&mut tx, now).await?;
    tx.commit().await
}
