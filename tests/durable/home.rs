//! A database with the survey of one page, and the secret beside it.

use std::{collections::BTreeMap, fs, path::PathBuf};

use heard::pepper::Purpose;
use sqlx::{AssertSqlSafe, Connection as _, Row as _};
use tempfile::TempDir;

use crate::{cluster::Cluster, load};

pub struct Home {
    pub url: String,
    pub cluster: Option<Cluster>,
    folder: TempDir,
}

impl Home {
    pub async fn on_sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("heard.db").display());
        Self { url, cluster: None, folder }.furnished().await
    }

    pub async fn on_postgres() -> Self {
        let cluster = Cluster::start();
        let url = cluster.address().to_owned();
        Self { url, cluster: Some(cluster), folder: TempDir::new().unwrap() }.furnished().await
    }

    async fn furnished(self) -> Self {
        fs::write(self.secret_file(), load::secret()).unwrap();
        load::furnish(&self.url).await;
        self
    }

    pub fn secret_file(&self) -> PathBuf {
        self.folder.path().join("heard.secret")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Checks that each response that was acknowledged is there once, and no other: its words, its receipt, and
    /// numbers without gaps.
    pub async fn holds_exactly(&self, acknowledged: &BTreeMap<String, String>) {
        let pepper = load::pepper();
        let mut expected: Vec<_> = acknowledged
            .iter()
            .map(|(words, receipt)| {
                let id = pepper.derive(Purpose::Response, receipt);
                format!(r#"{{"like":{{"choice":"yes"}},"why":{{"text":"{words}"}}}} {id}"#)
            })
            .collect();
        expected.sort();
        let mut stored = self.column("select answers || ' ' || id from response").await;
        stored.sort();
        let lost: Vec<_> = expected.iter().filter(|row| stored.binary_search(row).is_err()).collect();
        assert!(lost.is_empty(), "{} acknowledged responses are lost: {lost:#?}", lost.len());
        assert_eq!(stored, expected, "something is stored twice, or was never acknowledged");
        let numbers = self.column("select cast(number as text) from response order by response.number").await;
        assert_eq!(numbers, (1..=acknowledged.len()).map(|n| n.to_string()).collect::<Vec<_>>());
    }

    /// The first column of a query's rows.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.cluster.is_none() {
            let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        } else {
            let mut connection = sqlx::PgConnection::connect(&self.url).await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
    }
}
