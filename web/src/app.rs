//! The application: what every handler shares, and the way of every request through it.

use std::{ops::Deref, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use heard_host::Host;
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    about, answering, apart, areas, builder,
    clock::Clock,
    councils,
    db::Db,
    decisions, draws,
    error::{self, Error, Reader},
    health, ideas,
    intake::{self, Intake},
    invitations,
    limits::Limits,
    mail,
    metrics::Metrics,
    mixing, operator, page, paper,
    pepper::Pepper,
    plans, plugins, polls, progress, quotes, records, results,
    scoring::{self, Loaded},
    services, staff,
    surveys::{self, Catalogue},
    tallies, tell_me, updates, voices, waves,
    wishes::Wishes,
    words,
};

/// What every handler shares. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// See [`App`].
pub struct Shared {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// The secret that codes are derived from.
    pub pepper: Pepper,
    /// The door to the queue that stores answers.
    pub intake: Intake,
    /// Counts up whenever there may be something to score.
    pub stored: watch::Sender<u64>,
    /// Published surveys.
    pub catalogue: Catalogue,
    /// The plugin host.
    pub host: Arc<Host>,
    /// Plugins that are loaded.
    pub loaded: Loaded,
    /// What set-ups of plugins make of surveys.
    pub insights: plugins::Insights,
    /// What may be shown of answers by groups.
    pub tables: results::Tables,
    /// How often one address may do what could be overdone.
    pub limits: Limits,
    /// How long a client may take to send a form.
    pub patience: Duration,
    /// Counters for the operator.
    pub metrics: Metrics,
    /// Who knows it may read the counters.
    pub metrics_token: Option<String>,
    /// The address that links in mails begin with, such as `https://heard.example.org`.
    pub base_url: String,
    /// Where people can write to, an e-mail address, as the pages about ourselves say.
    pub contact: Option<String>,
}

impl App {
    /// Brings the parts together.
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// Whether people reach us by encrypted connections only.
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https:")
    }

    /// Has the scoring worker look for something to do.
    pub fn wake_scoring(&self) {
        self.stored.send_modify(|commits| *commits += 1);
    }

    /// Every page of the server.
    pub fn router(self) -> Router {
        Router::new()
            .merge(about::router())
            .merge(answering::router())
            .merge(surveys::router())
            .merge(waves::router())
            .merge(invitations::router())
            .merge(builder::router())
            .merge(paper::router())
            .merge(plans::router())
            .merge(plugins::router())
            .merge(progress::router())
            .merge(services::router())
            .merge(draws::router())
            .merge(tell_me::router())
            .merge(updates::router())
            .merge(voices::router())
            .merge(quotes::router())
            .merge(councils::router())
            .merge(polls::router())
            .merge(ideas::router())
            .merge(decisions::router())
            .merge(records::router())
            .merge(results::router())
            .merge(staff::router())
            .merge(operator::router())
            .merge(page::assets::router())
            .merge(health::router())
            .fallback(|| async { Error::NotFound })
            // Safe although forms carry codes: no page repeats what another site could have made a browser ask.
            .layer(CompressionLayer::new())
            .layer(CatchPanicLayer::custom(|_| Error::Fault("a handler panicked".to_owned()).into_response()))
            .layer(middleware::from_fn_with_state(self.clone(), watch_over))
            .with_state(self)
    }
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Refuses what another site made a browser send, sets the headers that protect a page, and counts.
async fn watch_over(State(app): State<App>, route: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let reader = reader(&app, &request);
    let mut response = if !is_text(request.uri().path()) {
        Error::NotFound.into_response()
    } else if is_forged(&request) {
        Error::Refused("Go back to our page and send it again.").into_response()
    } else if staff::kept::is_form(&request) {
        staff::kept::answer(&app, request, next).await
    } else {
        next.run(request).await
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response = Error::WrongWay.into_response();
    }
    error::say_to(&mut response, &reader);
    protect(&mut response, app.secure());
    app.metrics.count(&method, route.as_ref().map_or("none", MatchedPath::as_str), response.status());
    response
}

/// Who reads a page that says an error.
fn reader(app: &App, request: &Request) -> Reader {
    if request.uri().path().starts_with("/staff") {
        return Reader::Staff;
    }
    Reader::Public(Wishes::of(request.headers(), app.secure()).among(words::spoken()))
}

/// Whether a path means text, without the sign that no keyboard types and PostgreSQL cannot hold.
fn is_text(path: &str) -> bool {
    percent_decode_str(path).decode_utf8().is_ok_and(|path| !path.contains('\0'))
}

/// Whether another site made the browser send this. Browsers say so themselves; programs need not.
fn is_forged(request: &Request) -> bool {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let foreign = match (header("sec-fetch-site"), header("origin"), header("host")) {
        (Some(site), ..) => matches!(site, "cross-site" | "same-site"),
        // Old browsers, and all on plain HTTP, name the page's origin only. They name it because of our referrer policy:
        // under `no-referrer` they would say "null" of our own forms.
        (None, Some(origin), Some(host)) => origin.split_once("://").map(|(_, from)| from) != Some(host),
        _ => false,
    };
    changes && foreign
}

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; worker-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Two years, for this host alone: what else its owner has beneath it is not ours to decide.
const HTTPS_ONLY: HeaderValue = HeaderValue::from_static("max-age=63072000");

fn protect(response: &mut Response, secure: bool) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
    }
    // Whatever does not say that it may be kept is personal.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// Every SQL text of the program, by the file that it stands in: one test prepares each on both databases.
pub const STATEMENTS: &[(&str, &[&str])] = &[
    ("answering/sql.rs", answering::sql::STATEMENTS),
    ("apart.rs", apart::STATEMENTS),
    ("areas.rs", areas::STATEMENTS),
    ("builder/sql.rs", builder::sql::STATEMENTS),
    ("councils/sql.rs", councils::sql::STATEMENTS),
    ("decisions/sql.rs", decisions::sql::STATEMENTS),
    ("draws/sql.rs", draws::sql::STATEMENTS),
    ("health.rs", health::STATEMENTS),
    ("intake/sql.rs", intake::sql::STATEMENTS),
    ("invitations/sql.rs", invitations::sql::STATEMENTS),
    ("mail/sql.rs", mail::sql::STATEMENTS),
    ("paper/sql.rs", paper::sql::STATEMENTS),
    ("plans/sql.rs", plans::sql::STATEMENTS),
    ("plugins/setups/sql.rs", plugins::setups::sql::STATEMENTS),
    ("plugins/sql.rs", plugins::sql::STATEMENTS),
    ("plugins/store/sql.rs", plugins::store::sql::STATEMENTS),
    ("ideas/sql.rs", ideas::sql::STATEMENTS),
    ("polls/sql.rs", polls::sql::STATEMENTS),
    ("progress/sql.rs", progress::sql::STATEMENTS),
    ("quotes/sql.rs", quotes::sql::STATEMENTS),
    ("records/sql.rs", records::sql::STATEMENTS),
    ("results/sql.rs", results::sql::STATEMENTS),
    ("scoring/sql.rs", scoring::sql::STATEMENTS),
    ("services/sql.rs", services::sql::STATEMENTS),
    ("staff/operators/sql.rs", staff::operators::sql::STATEMENTS),
    ("staff/passkeys/sql.rs", staff::passkeys::sql::STATEMENTS),
    ("staff/sql.rs", staff::sql::STATEMENTS),
    ("surveys/sql.rs", surveys::sql::STATEMENTS),
    ("tallies.rs", tallies::STATEMENTS),
    ("tell_me/sql.rs", tell_me::sql::STATEMENTS),
    ("updates/sql.rs", updates::sql::STATEMENTS),
    ("voices/sql.rs", voices::sql::STATEMENTS),
    ("waves/sql.rs", waves::sql::STATEMENTS),
];

/// Those that only PostgreSQL understands.
pub const POSTGRES_STATEMENTS: &[(&str, &[&str])] =
    &[("intake/postgres.rs", intake::postgres::STATEMENTS), ("mixing.rs", mixing::STATEMENTS)];
