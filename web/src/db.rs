//! The two databases behind one face: the same SQL text runs on either through its native driver.
//!
//! Every statement runs in a transaction ([`Db::read`] or [`Db::write`]); [`all!`], [`one!`], [`maybe!`] and
//! [`execute!`] bind values and read rows. SQL texts stand in `sql!` tables, so that one test can prepare each of
//! them on both databases.

use std::{
    fs::OpenOptions,
    path::Path,
    str::FromStr as _,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, Connection as _, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::error::Error;

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// How long a request waits for a connection before it is told that we are busy.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was deleted is overwritten: a withdrawn answer must not be found in the file.
const SECURE_DELETE: (&str, &str) = ("secure_delete", "on");
/// After how many pages of its log, here 32 MB, SQLite brings them into its file. Responses have random keys, so that
/// each changes another page of their index: the later it is done, the more of them share a page.
const CHECKPOINT: (&str, &str) = ("wal_autocheckpoint", "8000");

/// A database.
#[derive(Clone, Debug)]
pub enum Db {
    /// Embedded: one writer, many readers.
    Sqlite {
        /// For reading.
        readers: SqlitePool,
        /// One connection.
        writer: SqlitePool,
        /// For who has hundreds of statements at once.
        burst: Burst,
    },
    /// A cluster, which any number of servers share.
    Postgres(PgPool),
}

/// A second connection that writes to SQLite, without a way between threads for every statement. Whoever uses it holds
/// the writer meanwhile, so that all who write wait in one line.
#[derive(Clone, Debug)]
pub struct Burst(Arc<Mutex<Option<rusqlite::Connection>>>);

impl Burst {
    fn open(path: &Path) -> rusqlite::Result<Self> {
        let connection = rusqlite::Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        for (name, value) in [("synchronous", "full"), ("foreign_keys", "on"), SECURE_DELETE, CHECKPOINT] {
            connection.pragma_update(None, name, value)?;
        }
        Ok(Self(Arc::new(Mutex::new(Some(connection)))))
    }

    /// Does work that blocks the thread; `None` when the database is closed.
    pub fn run<T>(&self, work: impl FnOnce(&mut rusqlite::Connection) -> T) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut().map(work)
    }

    fn close(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// A transaction. Dropped without [`Tx::commit`], it leaves nothing behind.
#[derive(Debug)]
pub enum Tx {
    /// On the embedded database.
    Sqlite(Transaction<'static, Sqlite>),
    /// On a cluster.
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`. The file is made if there is none.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)?;
            keep_private(options.get_filename())?;
            let options = options
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(PATIENCE)
                .pragma(SECURE_DELETE.0, SECURE_DELETE.1)
                .pragma(CHECKPOINT.0, CHECKPOINT.1)
                .statement_cache_capacity(512)
                .disable_statement_logging();
            let pool = |connections| {
                SqlitePoolOptions::new()
                    .max_connections(connections)
                    .acquire_timeout(PATIENCE)
                    // There is no server that could have gone.
                    .test_before_acquire(false)
                    // SQLite itself ends a transaction when the disc is full, and the driver goes on believing in it.
                    .before_acquire(|connection, _| Box::pin(async { Ok(!connection.is_in_transaction()) }))
            };
            let writer = pool(1).connect_with(options.clone()).await?;
            let burst = Burst::open(options.get_filename()).map_err(|e| Error::fault("database file", e))?;
            let readers = pool(4).connect_with(options.read_only(true).create_if_missing(false)).await?;
            return Ok(Self::Sqlite { readers, writer, burst });
        }
        let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
        let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(PATIENCE).connect_with(options).await?;
        Ok(Self::Postgres(pool))
    }

    /// Brings the schema up to this program's version.
    pub async fn migrate(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite { writer, .. } => MIGRATIONS.run(writer).await?,
            Self::Postgres(pool) => MIGRATIONS.run(pool).await?,
        }
        Ok(())
    }

    /// Begins a transaction that only reads.
    pub async fn read(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Begins a transaction that writes. On the embedded database it takes the writer's place at once, so that it
    /// cannot fail later because another wrote first.
    pub async fn write(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Closes all connections, after what is under way has ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer, burst } => {
                burst.close();
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Has the database check a statement without running it.
    pub async fn prepare(&self, sql: &'static str) -> Result<(), Error> {
        use sqlx::{Executor as _, SqlSafeStr as _};
        match self {
            Self::Sqlite { readers, .. } => readers.acquire().await?.prepare(sql.into_sql_str()).await.map(drop)?,
            Self::Postgres(pool) => pool.acquire().await?.prepare(sql.into_sql_str()).await.map(drop)?,
        }
        Ok(())
    }
}

/// Makes the database's file, if there is none, readable by its owner only; SQLite gives its other files the same mode.
fn keep_private(path: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|e| Error::fault("database file", e))
}

impl Tx {
    /// Makes everything done in the transaction durable. An error means that none of it is known to be.
    pub async fn commit(self) -> Result<(), Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// A table of SQL texts: constants by name, and all of them as `STATEMENTS`.
macro_rules! sql {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub(super) const $name: &str = $text;)*
        /// All statements of this file, for the test that prepares each on both databases.
        pub(crate) const STATEMENTS: &[&str] = &[$($name),*];
    };
}

/// Runs a query on whichever database a `&mut Tx` belongs to. For the macros below.
macro_rules! on_either {
    ($tx:expr, $query:ident, $fetch:ident, $sql:expr $(, $bind:expr)*) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx) => sqlx::$query($sql)$(.bind($bind))*.$fetch(&mut **tx).await,
            $crate::db::Tx::Postgres(tx) => sqlx::$query($sql)$(.bind($bind))*.$fetch(&mut **tx).await,
        }
    };
}

/// All rows of a query: `all!(tx, SQL, value, …)?`.
macro_rules! all {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::db::on_either!($tx, query_as, fetch_all, $sql $(, $bind)*) };
}

/// The one row of a query that always gives one.
macro_rules! one {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::db::on_either!($tx, query_as, fetch_one, $sql $(, $bind)*) };
}

/// The row of a query, if there is one.
macro_rules! maybe {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::db::on_either!($tx, query_as, fetch_optional, $sql $(, $bind)*) };
}

/// Runs a statement and gives the number of rows that it changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx) => {
                sqlx::query($sql)$(.bind($bind))*.execute(&mut **tx).await.map(|done| done.rows_affected())
            }
            $crate::db::Tx::Postgres(tx) => {
                sqlx::query($sql)$(.bind($bind))*.execute(&mut **tx).await.map(|done| done.rows_affected())
            }
        }
    };
}

/// Inserts rows by one statement and gives the number of rows that it changed:
/// `insert_rows!(tx, "insert into t (a, b) ", rows, |row| (row.a, row.b), " on conflict …")?`.
macro_rules! insert_rows {
    ($tx:expr, $into:expr, $rows:expr, |$row:pat_param| ($($value:expr),+ $(,)?), $end:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(tx) => $crate::db::insert_rows!(@on tx, $into, $rows, $row, ($($value),+), $end),
            $crate::db::Tx::Postgres(tx) => $crate::db::insert_rows!(@on tx, $into, $rows, $row, ($($value),+), $end),
        }
    };
    (@on $tx:expr, $into:expr, $rows:expr, $row:pat_param, ($($value:expr),+), $end:expr) => {{
        let mut query = sqlx::QueryBuilder::new($into);
        query.push_values($rows, |mut values, $row| { $(values.push_bind($value);)+ });
        query.push($end);
        query.build().execute(&mut **$tx).await.map(|done| done.rows_affected())
    }};
}

pub(crate) use {all, execute, insert_rows, maybe, on_either, one, sql};
