//! A running server: its tasks, from the first to the last.

use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, Request},
    serve::Listener,
};
use heard_host::Host;
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service as _, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::{sleep, timeout},
};

use crate::{
    app::{App, Shared},
    clock::Clock,
    db::Db,
    error::Error,
    intake::Intake,
    limits::{self, Limits},
    mail::{self, Outgoing},
    metrics::Metrics,
    pepper::Pepper,
    plugins, results, retention,
    scoring::{self, Loaded},
    surveys::Catalogue,
};
pub use heard_host::Compiling;

/// How long requests that are under way may take to end when the server stops.
const FAREWELL: Duration = Duration::from_secs(6);
/// How long a client may take to send the head of a request, and then its body. A connection that nobody uses is kept
/// as long: longer than proxies keep theirs (60 s is usual), so that we do not hang up on one that comes just then.
pub const PATIENCE: Duration = Duration::from_secs(75);
/// After how many times our patience a connection is closed when its request has ended: otherwise whoever never reads
/// what we send would hold it for ever.
const OLD: u32 = 8;

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
    /// An e-mail address that people can write to when something keeps them out, or with questions about privacy.
    pub contact: Option<String>,
    /// How mail leaves.
    pub mail: Option<Outgoing>,
    /// Who knows it may read the counters; nobody may, where there is none.
    pub metrics_token: Option<String>,
    /// How often one address may do what could be overdone.
    pub limits: limits::Settings,
    /// How long a slow client is waited for: [`PATIENCE`].
    pub patience: Duration,
    /// What plugins may use.
    pub plugins: heard_host::Limits,
    /// How plugins are compiled.
    pub compiling: Compiling,
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
    let host = Host::with(config.plugins, config.compiling).map_err(|e| Error::fault("plugin host", e))?;
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
        insights: plugins::Insights::default(),
        tables: results::Tables::default(),
        limits: Limits::new(config.limits),
        patience: config.patience,
        metrics: Metrics::default(),
        metrics_token: config.metrics_token,
        base_url: config.base_url.unwrap_or_else(|| format!("http://{address}")),
        contact: config.contact,
    });
    let working = vec![
        tokio::spawn(scoring::run(app.clone(), wake, stopped.clone())),
        tokio::spawn(mail::run(app.clone(), config.mail, stopped.clone())),
        tokio::spawn(retention::run(app.clone(), stopped.clone())),
    ];
    let serving = tokio::spawn(serve(listener, app.clone().router(), config.patience, stopped));
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

/// Takes connections until told to stop, then waits for those that are open.
async fn serve(mut listener: TcpListener, router: Router, patience: Duration, stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    let mut stopped = pin!(told(stop.clone()));
    loop {
        tokio::select! {
            (stream, peer) = Listener::accept(&mut listener) => {
                connections.spawn(converse(stream, peer, router.clone(), patience, stop.clone()));
            }
            () = &mut stopped => break,
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// Answers the requests of a connection, one after the other. `axum::serve` would wait for ever for each.
async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    patience: Duration,
    stop: watch::Receiver<bool>,
) {
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.call(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // A client that hangs up, or is hung up on, is no fault of ours.
        _ended = connection.as_mut() => return,
        () = told(stop) => {}
        () = sleep(patience * OLD) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ended = timeout(patience, connection).await;
}

async fn told(mut stop: watch::Receiver<bool>) {
    // An error means that the sender is gone, which also is the end.
    let _ended = stop.wait_for(|stop| *stop).await;
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
