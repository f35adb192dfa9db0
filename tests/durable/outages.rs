//! The database goes away under load, or its disc is full: people are asked to try again, with what they typed kept,
//! and once it is back, so is the server, by itself.

use std::time::Duration;

use tokio::time::timeout;

use crate::{
    crowd::Crowd,
    home::Home,
    process::{Process, shell},
};

/// How many people send at once.
const PEOPLE: usize = 16;
/// Within what time after an outage answers are taken again.
const BACK: Duration = Duration::from_secs(5);

async fn postgres_is_away(times: usize) {
    let home = Home::on_postgres().await;
    let cluster = home.cluster.as_ref().unwrap();
    let server = Process::start(&home);
    let mut crowd = Crowd::of(PEOPLE);
    crowd.go_to(Some(server.address));
    for _ in 0..times {
        crowd.is_heard(PEOPLE).await;
        cluster.halt();
        // Longer than the server believes what it knows of a survey, so that it has to do without the database.
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        crowd.is_refused(PEOPLE).await;
        cluster.resume();
        timeout(BACK, crowd.is_heard(1)).await.expect("the server recovers by itself");
    }
    home.holds_exactly(&crowd.finish().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_restarts_twice() {
    postgres_is_away(2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "slow: restarts PostgreSQL 20 times"]
async fn postgres_restarts_20_times() {
    postgres_is_away(20).await;
}

/// A limit on the size of files stands for a full disc: any user may set it, and lift it while the server runs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_disc_is_full() {
    let home = Home::on_sqlite().await;
    let server = Process::start_under(&["sh", "-c", r#"trap "" XFSZ; exec "$0" "$@""#], &home);
    let mut crowd = Crowd::of(PEOPLE);
    crowd.go_to(Some(server.address));
    for _ in 0..3 {
        crowd.is_heard(PEOPLE).await;
        shell(&format!("prlimit --pid {} --fsize=0:", server.id()));
        crowd.is_refused(2 * PEOPLE).await;
        shell(&format!("prlimit --pid {} --fsize=unlimited:", server.id()));
        timeout(BACK, crowd.is_heard(1)).await.expect("the server recovers by itself");
    }
    home.holds_exactly(&crowd.finish().await).await;
}
