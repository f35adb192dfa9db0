//! A running server: its tasks, from the first to the last.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use heard_host::{Host, Limits};
use tokio::{
    net::TcpListener,
    sync::watch,
    task::JoinHandle,
    time::{sleep, timeout},
};

use crate::{
    app::{App, Shared},
    clock::Clock,
    db::Db,
    error::Error,
    intake::Intake,
    mail::{self, Outgoing},
    metrics::Metrics,
    pepper::Pepper,
    retention,
    scoring::{self, Loaded},
    surveys::Catalogue,
};

/// How long requests that are under way may take to end when the server stops.
const FAREWELL: Duration = Duration::from_secs(6);

/// What a server needs to run.
pub struct Config {
    /// Its database, with the schema up to date.
    pub db: Db,
    /// Its secret.
    pub pepper: Pepper,
    /// The time.
    pub clock: Clock,
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The address that links in mails begin with; the address it listens on, where there is none.
    pub base_url: Option<String>,
    /// How mail leaves.
    pub mail: Option<Outgoing>,
    /// Who knows it may read the counters; nobody may, where there is none.
    pub metrics_token: Option<String>,
}

/// A server that runs.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What its handlers share.
    pub app: App,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
    working: Vec<JoinHandle<()>>,
    storing: JoinHandle<()>,
}

/// Starts a server.
pub async fn start(config: Config) -> Result<Running, Error> {
    start_with(config, Intake::start).await
}

/// Starts a server whose answers are stored by a task of the caller's own, which has to keep to what
/// [`Intake::start`] promises. The bench compares ways of storing.
pub async fn start_with(
    config: Config,
    start_intake: impl FnOnce(Db, watch::Sender<u64>) -> (Intake, JoinHandle<()>),
) -> Result<Running, Error> {
    let listener = TcpListener::bind(config.listen).await.map_err(|e| Error::fault("cannot listen", e))?;
    let address = listener.local_addr().map_err(|e| Error::fault("cannot listen", e))?;
    let host = Host::new(Limits::default()).map_err(|e| Error::fault("plugin host", e))?;
    let (stop, stopped) = watch::channel(false);
    let (stored, wake) = watch::channel(0);
    let (intake, storing) = start_intake(config.db.clone(), stored.clone());
    let app = App::new(Shared {
        db: config.db,
        clock: config.clock,
        pepper: config.pepper,
        intake,
        stored,
        catalogue: Catalogue::default(),
        host: Arc::new(host),
        loaded: Loaded::default(),
        metrics: Metrics::default(),
        metrics_token: config.metrics_token,
        base_url: config.base_url.unwrap_or_else(|| format!("http://{address}")),
    });
    let working = vec![
        tokio::spawn(scoring::run(app.clone(), wake, stopped.clone())),
        tokio::spawn(mail::run(app.clone(), config.mail, stopped.clone())),
        tokio::spawn(retention::run(app.clone(), stopped.clone())),
    ];
    let router = app.clone().router();
    let mut until = stopped;
    let serving = tokio::spawn(async move {
        let farewell = async move {
            // An error means that the sender is gone, which also is the end.
            let _ended = until.wait_for(|stop| *stop).await;
        };
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(farewell).await {
            tracing::error!(%error, "serving ended");
        }
    });
    Ok(Running { address, app, stop, serving, working, storing })
}

impl Running {
    /// Stops: takes no more requests, lets those under way end, stores what they sent, and closes the database.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        let abort = self.serving.abort_handle();
        if timeout(FAREWELL, self.serving).await.is_err() {
            tracing::warn!("some requests did not end in time");
            abort.abort();
        }
        for work in self.working {
            if work.await.is_err() {
                tracing::error!("a task ended badly");
            }
        }
        let db = self.app.db.clone();
        // The intake ends when nobody can put anything in any more.
        drop(self.app);
        if timeout(FAREWELL / 3, self.storing).await.is_err() {
            tracing::warn!("connections that did not end were cut off; what they sent was not acknowledged");
        }
        db.close().await;
    }

    /// Runs until the process is asked to end.
    pub async fn until_asked(self) {
        asked_to_end().await;
        tracing::info!("stopping");
        self.stop().await;
    }
}

async fn asked_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        if let Ok(mut terminated) = terminated {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    if interrupted.await.is_err() {
        sleep(Duration::MAX).await;
    }
}
