//! The server is killed under load, again and again, and asked to end under load.

use std::{
    net::Ipv4Addr,
    time::{Duration, Instant},
};

use heard::clock::random_bytes;
use tokio::time::sleep;

use crate::{
    crowd::Crowd,
    home::Home,
    load::{self, Connection},
    process::Process,
};

/// How many people send at once.
const PEOPLE: usize = 16;
/// How many kills there are in the everyday run.
const FEW: usize = 5;
/// How many in the slow one.
const MANY: usize = 200;

async fn nothing_is_lost_or_doubled(home: Home, kills: usize) {
    let mut crowd = Crowd::of(PEOPLE);
    for _ in 0..kills {
        let server = Process::start(&home);
        crowd.go_to(Some(server.address));
        crowd.is_heard(PEOPLE).await;
        let [moment] = random_bytes();
        sleep(Duration::from_millis(u64::from(moment))).await;
        server.kill();
        crowd.go_to(None);
    }
    let server = Process::start(&home);
    crowd.go_to(Some(server.address));
    let receipts = crowd.finish().await;
    // One address may look at so many receipts only.
    for (household, receipts) in (1..).zip(receipts.values().collect::<Vec<_>>().chunks(100)) {
        let own = Ipv4Addr::from_bits(Ipv4Addr::LOCALHOST.to_bits() + household);
        let mut reader = Connection::open_from(own, server.address).await.unwrap();
        for receipt in receipts {
            assert_eq!(reader.ask(&load::get(&format!("/r/{receipt}"))).await.unwrap().status, 200, "{receipt}");
        }
    }
    home.holds_exactly(&receipts).await;
    println!("{} acknowledged over {kills} kills: 0 lost, 0 doubled", receipts.len());
}

async fn a_gentle_end_loses_nothing(home: Home) {
    let mut crowd = Crowd::of(PEOPLE);
    let server = Process::start(&home);
    crowd.go_to(Some(server.address));
    crowd.is_heard(10 * PEOPLE).await;
    #[expect(clippy::disallowed_methods, reason = "measures how long it takes")]
    let asked = Instant::now();
    let (status, log) = server.end().await;
    let took = asked.elapsed();
    crowd.go_to(None);
    assert!(status.success(), "{status} {log:#?}");
    assert!(took < Duration::from_secs(5), "it took {took:?} {log:#?}");
    let faults: Vec<_> = log.iter().filter(|line| line.contains(r#""level":"ERROR""#)).collect();
    assert!(faults.is_empty(), "{faults:#?}");

    let server = Process::start(&home);
    crowd.go_to(Some(server.address));
    home.holds_exactly(&crowd.finish().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_on_sqlite() {
    nothing_is_lost_or_doubled(Home::on_sqlite().await, FEW).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_on_postgres() {
    nothing_is_lost_or_doubled(Home::on_postgres().await, FEW).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "slow: kills 200 servers"]
async fn many_on_sqlite() {
    nothing_is_lost_or_doubled(Home::on_sqlite().await, MANY).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "slow: kills 200 servers"]
async fn many_on_postgres() {
    nothing_is_lost_or_doubled(Home::on_postgres().await, MANY).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_end_on_sqlite() {
    a_gentle_end_loses_nothing(Home::on_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_end_on_postgres() {
    a_gentle_end_loses_nothing(Home::on_postgres().await).await;
}
