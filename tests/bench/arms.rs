//! The same server with different ways of storing.

use heard::{
    clock::random_key,
    db::Db,
    error::Error,
    intake::{self, Intake, NewResponse, Stored, Submission},
    server::{self, Running},
};
use sqlx::{AssertSqlSafe, Connection as _, PgPool};
use tempfile::TempDir;
use tokio::{sync::watch, task::JoinHandle};

use crate::load;

/// Where databases are made.
pub enum Database {
    Sqlite(TempDir),
    Postgres(String),
}

impl Database {
    pub fn sqlite() -> Self {
        Self::Sqlite(TempDir::new().expect("a folder"))
    }

    pub fn postgres(cluster: &str) -> Self {
        Self::Postgres(cluster.to_owned())
    }

    pub fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// A new database with the survey of one page.
    pub async fn furnished(&self) -> Db {
        let name = format!("bench_{}", random_key());
        let url = match self {
            Self::Sqlite(folder) => format!("sqlite:{}", folder.path().join(name).display()),
            Self::Postgres(cluster) => {
                let mut connection = sqlx::PgConnection::connect(cluster).await.expect("the cluster answers");
                let create = AssertSqlSafe(format!("create schema {name}"));
                sqlx::query(create).execute(&mut connection).await.expect("a schema");
                let mark = if cluster.contains('?') { '&' } else { '?' };
                format!("{cluster}{mark}options=-csearch_path%3D{name}")
            }
        };
        load::furnish(&url).await;
        Db::connect(&url).await.expect("the database opens")
    }
}

/// A way of storing.
#[derive(Clone, Copy, PartialEq)]
pub enum Arm {
    /// Acknowledges and forgets: as fast as the server could be at all.
    Nothing,
    /// As shipped.
    Together,
    /// A transaction for each submission; on PostgreSQL as many at a time as there are connections.
    Alone,
    /// The same with less work, as a server would do it that has no numbers to follow: one insert, which waits for
    /// no other. Only PostgreSQL has writers that could wait for each other.
    Loose,
    /// As shipped, when one form in ten is sent twice.
    Repeated,
}

impl Arm {
    /// Those that make sense on a database.
    pub fn on(database: &Database) -> &'static [Self] {
        match database {
            Database::Sqlite(_) => &[Self::Nothing, Self::Together, Self::Alone, Self::Repeated],
            Database::Postgres(_) => &[Self::Nothing, Self::Together, Self::Alone, Self::Loose, Self::Repeated],
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "storing nothing",
            Self::Together => "group commit",
            Self::Alone => "a transaction each",
            Self::Loose => "an insert each, no numbers",
            Self::Repeated => "group commit, 1 in 10 twice",
        }
    }

    /// Requests that send so many forms.
    pub fn requests(self, forms: usize) -> Vec<Vec<u8>> {
        let forms = (0..forms).map(|form| (form, load::form(&load::key(), &format!("form {form}"))));
        let times = |form| if self == Self::Repeated && form % 10 == 0 { 2 } else { 1 };
        forms.flat_map(|(form, request)| std::iter::repeat_n(request, times(form))).collect()
    }

    /// A server that stores in this way, with a database of its own.
    pub async fn serve(self, database: &Database) -> Running {
        let config = load::config(database.furnished().await);
        let server = match self {
            Self::Nothing => server::start_with(config, nothing).await,
            Self::Together | Self::Repeated => server::start(config).await,
            Self::Alone => server::start_with(config, alone).await,
            Self::Loose => server::start_with(config, loose).await,
        };
        server.expect("a server")
    }
}

fn nothing(_: Db, _: watch::Sender<u64>) -> (Intake, JoinHandle<()>) {
    let (intake, mut waiting) = Intake::channel();
    let forget = async move {
        while let Some(one) = waiting.recv().await {
            one.answer(Ok(Stored::Now));
        }
    };
    (intake, tokio::spawn(forget))
}

fn alone(db: Db, stored: watch::Sender<u64>) -> (Intake, JoinHandle<()>) {
    let (intake, mut waiting) = Intake::channel();
    let store = async move {
        while let Some(one) = waiting.recv().await {
            let storing = {
                let (db, stored) = (db.clone(), stored.clone());
                async move {
                    intake::store_alone(&db, one).await;
                    stored.send_modify(|commits| *commits += 1);
                }
            };
            match db {
                Db::Sqlite { .. } => storing.await,
                Db::Postgres(_) => drop(tokio::spawn(storing)),
            }
        }
    };
    (intake, tokio::spawn(store))
}

fn loose(db: Db, _: watch::Sender<u64>) -> (Intake, JoinHandle<()>) {
    let Db::Postgres(pool) = db else { panic!("only PostgreSQL has writers that wait for each other") };
    let (intake, mut waiting) = Intake::channel();
    let store = async move {
        for number in 1.. {
            let Some(one) = waiting.recv().await else { break };
            let pool = pool.clone();
            tokio::spawn(async move {
                let Submission::Response(response) = &one.submission else { panic!("the survey has one page") };
                let stored = insert(&pool, response, number).await;
                one.answer(stored.map(|()| Stored::Now).map_err(Error::Database));
            });
        }
    };
    (intake, tokio::spawn(store))
}

const INSERT: &str = "insert into response (id, service, survey, version, wave, number, day, channel, audience, age_band, \
    language, area, decile, place_edition, answers) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
    on conflict (id) do nothing";

async fn insert(pool: &PgPool, response: &NewResponse, number: i64) -> Result<(), sqlx::Error> {
    let query = sqlx::query(INSERT)
        .bind(&response.id)
        .bind(&response.service)
        .bind(&response.survey)
        .bind(response.version)
        .bind(&response.wave)
        .bind(number)
        .bind(&response.day)
        .bind(response.channel.code())
        .bind(response.audience)
        .bind(response.age_band)
        .bind(&response.language)
        .bind(&response.area)
        .bind(response.decile)
        .bind(&response.place_edition)
        .bind(&response.answers);
    query.execute(pool).await.map(drop)
}
