//! A server with the demonstration, all of it scored, on SQLite.

use heard::{db::Db, demo, scoring, server, server::Running};
use sqlx::{AssertSqlSafe, FromRow, SqlitePool, sqlite::SqliteRow};
use tempfile::TempDir;

use crate::load;

pub struct Demonstration {
    pub server: Running,
    writer: SqlitePool,
    _folder: TempDir,
}

impl Demonstration {
    pub async fn start() -> Self {
        let folder = TempDir::new().expect("a folder");
        let db = Db::connect(&format!("sqlite:{}", folder.path().join("demo").display())).await.expect("it opens");
        db.migrate().await.expect("the schema is made");
        let Db::Sqlite { writer, .. } = db.clone() else { panic!("SQLite was asked for") };
        let server = server::start(load::config(db)).await.expect("a server");
        demo::seed(&server.app).await.expect("the demonstration is seeded");
        scoring::catch_up(&server.app).await.expect("scored");
        Self { server, writer, _folder: folder }
    }

    /// Changes rows behind the server's back.
    pub async fn change<S: AsRef<str>>(&self, statements: &[S]) {
        for statement in statements.iter().map(AsRef::as_ref) {
            let done = sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&self.writer).await;
            done.unwrap_or_else(|error| panic!("{statement}: {error}"));
        }
    }

    /// The one row of a query.
    pub async fn row<R: for<'r> FromRow<'r, SqliteRow> + Send + Unpin>(&self, query: &'static str) -> R {
        sqlx::query_as(query).fetch_one(&self.writer).await.unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    /// How far the hindmost binding is that has something to score or to measure.
    pub async fn waits(&self) -> Option<i64> {
        let waits = "select min(b.cursor) from binding b join survey s on s.service = b.service and s.key = b.survey \
            where b.state = 'active' and b.active_setup is not null \
                and (b.cursor < s.last_number or b.measured < b.changes)";
        self.row::<(Option<i64>,)>(waits).await.0
    }
}
