//! A server of its own for each story, on either database, with a clock that the story moves.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use heard::{
    clock::Clock,
    db::Db,
    demo,
    limits::Settings,
    pepper::Pepper,
    server::{self, Config, Running},
};
use sqlx::{AssertSqlSafe, Connection as _, Row as _};
use tempfile::TempDir;

use crate::visitor::Visitor;

/// Noon on 22 November 2026, in London.
pub const NOON: i64 = 1_795_348_800_000;

/// A server with its surroundings.
pub struct World {
    running: Option<Running>,
    clock: Arc<AtomicI64>,
    url: String,
    _folder: TempDir,
}

/// Tells each story twice: on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! stories {
    ($($(#[$doc:meta])* async fn $name:ident($world:ident: World) $story:block)*) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn story($world: World) $story

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() { story(World::on_sqlite().await).await }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() { story(World::on_postgres().await).await }
        }
    )*};
}

impl World {
    pub async fn on_sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("heard.db").display());
        Self::open(url, folder).await
    }

    /// On a schema of its own in the cluster that `tests/postgres start` prints the address of.
    pub async fn on_postgres() -> Self {
        let cluster = std::env::var("HEARD_TEST_POSTGRES")
            .expect("stories need PostgreSQL: export HEARD_TEST_POSTGRES=$(tests/postgres start)");
        let folder = TempDir::new().unwrap();
        let schema = format!("story_{}", heard::clock::random_key());
        let mut connection = sqlx::PgConnection::connect(&cluster).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("create schema {schema}"))).execute(&mut connection).await.unwrap();
        let mark = if cluster.contains('?') { '&' } else { '?' };
        Self::open(format!("{cluster}{mark}options=-csearch_path%3D{schema}"), folder).await
    }

    async fn open(url: String, folder: TempDir) -> Self {
        let mut world = Self { running: None, clock: Arc::new(AtomicI64::new(NOON)), url, _folder: folder };
        world.start(|_| ()).await;
        world
    }

    async fn start(&mut self, change: impl FnOnce(&mut Config)) {
        let db = Db::connect(&self.url).await.unwrap();
        db.migrate().await.unwrap();
        let mut config = Config {
            db,
            pepper: Pepper::from_hex(&Self::secret()).unwrap(),
            clock: Clock::Fixed(self.clock.clone()),
            listen: "127.0.0.1:0".parse().unwrap(),
            base_url: None,
            contact: None,
            mail: None,
            metrics_token: Some("counting".to_owned()),
            limits: Settings::default(),
            patience: server::PATIENCE,
            plugins: heard_host::Limits::default(),
            compiling: heard::server::Compiling::default(),
        };
        change(&mut config);
        self.running = Some(server::start(config).await.unwrap());
    }

    /// Stops the server as an operator does, and starts it again on the same database.
    pub async fn restart(&mut self) {
        self.restart_with(|_| ()).await;
    }

    /// The same, with other settings from then on.
    pub async fn restart_with(&mut self, change: impl FnOnce(&mut Config)) {
        self.running.take().unwrap().stop().await;
        self.start(change).await;
    }

    /// With the Riverside service, its survey, plan, bindings and staff, and no responses.
    pub async fn riverside(self) -> Self {
        demo::found(&self.app(), self.now() - 10 * heard::clock::DAY).await.unwrap();
        self
    }

    pub fn app(&self) -> heard::app::App {
        self.running.as_ref().unwrap().app.clone()
    }

    /// The address of the database.
    pub fn database(&self) -> &str {
        &self.url
    }

    /// The server's secret, as it stands in its file.
    pub fn secret() -> String {
        "5e".repeat(32)
    }

    pub fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    /// Moves the story's clock on to the machine's, by which commands act.
    pub fn catch_up(&self) {
        self.pass((Clock::System.now() - self.now()).max(0));
    }

    pub fn pass(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::Relaxed);
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.running.as_ref().unwrap().address)
    }

    /// Someone with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.base())
    }

    /// A member of staff who has signed in by a link.
    pub async fn signed_in(&self, email: &str) -> Visitor {
        let link = heard::demo::sign_in_link(&self.app(), email).await.unwrap();
        let person = self.visitor();
        // Wherever links in mails lead, the story's server is here.
        person.get(link.strip_prefix(&self.app().base_url).unwrap()).await.leads();
        person.post("/staff/enter", &[]).await.leads();
        person
    }

    /// Publishes a survey for Riverside, open for another 28 days.
    pub async fn publish(&self, json: &str) -> String {
        let survey = heard_core::survey::Survey::from_json(json).unwrap();
        let (app, now) = (self.app(), self.now());
        demo::ask(&app, &survey, now - heard::clock::DAY, now + 28 * heard::clock::DAY).await.unwrap();
        format!("/{}/s/{}", demo::SERVICE, survey.key)
    }

    /// The first column of a query's rows, as text.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        if self.url.starts_with("sqlite:") {
            let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
            let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        } else {
            let mut connection = sqlx::PgConnection::connect(&self.url).await.unwrap();
            let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
    }

    /// How many rows a table has.
    pub async fn rows(&self, table: &str) -> usize {
        let count = self.column(&format!("select cast(count(*) as text) from {table}")).await;
        count[0].parse().unwrap()
    }

    /// Changes the database behind the server's back.
    pub async fn tamper(&self, sql: &str) {
        self.column(&format!("{sql} returning 'done'")).await;
    }

    /// Everything that is in the database, as text: for looking for what must not be there.
    pub async fn everything(&self) -> String {
        let mut all = String::new();
        for table in TABLES {
            let sql = if self.url.starts_with("sqlite:") {
                let columns = self.column(&format!("select name from pragma_table_info('{table}')")).await;
                format!(
                    "select {} from {table}",
                    columns
                        .iter()
                        .map(|c| format!("coalesce(cast({c} as text), '')"))
                        .collect::<Vec<_>>()
                        .join(" || ' ' || ")
                )
            } else {
                format!("select cast(t as text) from {table} t")
            };
            all += &self.column(&sql).await.join("\n");
        }
        all
    }

    /// Waits until something is so, for things that happen in the background.
    pub async fn until<F: Future<Output = bool>>(&self, mut so: impl FnMut() -> F) {
        for _ in 0..2_400 {
            if so().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("it did not happen within two minutes");
    }
}

/// Every table that a request could write to.
const TABLES: &[&str] = &[
    "service",
    "survey",
    "wave",
    "response",
    "taken_back",
    "monitoring",
    "apart_answer",
    "wave_tally",
    "wave_count",
    "wave_cut",
    "release",
    "records_file",
    "quote",
    "population",
    "draw_entry",
    "listener",
    "draft",
    "draft_answer",
    "paper_sheet",
    "binding",
    "binding_setup",
    "binding_draft",
    "comparison",
    "service_artefact",
    "contribution",
    "unscored",
    "measure",
    "plan_version",
    "plan_draft",
    "plan_narrative",
    "service_update",
    "staff",
    "role",
    "session",
    "passkey",
    "passkey_challenge",
    "audit",
    "outbox",
    "council",
    "member",
    "council_code",
    "member_session",
    "poll",
    "idea",
    "idea_support",
    "hand",
    "ballot_code",
    "ballot",
    "decision",
];
