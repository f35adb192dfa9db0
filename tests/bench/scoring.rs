//! How long scoring takes, from stored responses to stored measures.

use std::time::Instant;

use heard::{db::Db, demo, scoring, server};

use crate::{arms::Database, figures::median, load};

const ROUNDS: usize = 5;

/// Throws all scores of the demonstration away, and has them made again.
#[expect(clippy::disallowed_methods, clippy::cast_precision_loss, reason = "measures time; counts stay small")]
pub async fn of_the_demonstration() {
    let Database::Sqlite(folder) = Database::sqlite() else { return };
    let url = format!("sqlite:{}", folder.path().join("demo").display());
    let db = Db::connect(&url).await.expect("the database opens");
    db.migrate().await.expect("the schema is made");
    let Db::Sqlite { writer, .. } = db.clone() else { return };
    let server = server::start(load::config(db)).await.expect("a server");
    demo::seed(&server.app).await.expect("the demonstration is seeded");
    scoring::catch_up(&server.app).await.expect("scored");
    let count = "select (select count(*) from response), (select count(*) from binding)";
    let (responses, bindings): (i64, i64) = sqlx::query_as(count).fetch_one(&writer).await.expect("counts");
    let mut figures = Vec::new();
    for _ in 0..ROUNDS {
        for forget in ["delete from measure", "delete from contribution", "update binding set cursor = 0"] {
            sqlx::query(forget).execute(&writer).await.expect("scores are thrown away");
        }
        let began = Instant::now();
        scoring::catch_up(&server.app).await.expect("scored");
        figures.push(began.elapsed().as_secs_f64());
    }
    let seconds = median(figures);
    println!("\nScoring {responses} responses with {bindings} bindings, median of {ROUNDS}");
    println!("    {:<28} {:>8.1}", "milliseconds", seconds * 1e3);
    let each = seconds * 1e6 / (responses * bindings) as f64;
    println!("    {:<28} {each:>8.1}", "microseconds for each");
    server.stop().await;
}
