//! Requests from many connections at once, counted.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::{Duration, Instant},
};

use tokio::{runtime, task::JoinSet};

use crate::load::Connection;

/// How long a round lasts.
const ROUND: Duration = Duration::from_secs(2);

/// Requests, all made beforehand, and the status that each of them has to get.
pub struct Load {
    pub requests: Vec<Vec<u8>>,
    pub status: u16,
    /// Whether to begin anew when all are sent.
    pub again: bool,
}

/// Requests answered per second when so many connections send one after the other. They are sent from a thread of
/// their own, so that the server's threads only serve.
pub async fn per_second(server: SocketAddr, connections: usize, load: Load) -> f64 {
    let sending = move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(send(server, connections, Arc::new(load)))
    };
    let sent = thread::spawn(sending);
    tokio::task::spawn_blocking(|| sent.join()).await.expect("a thread waits").expect("all were answered well")
}

#[expect(clippy::disallowed_methods, reason = "measures time")]
async fn send(server: SocketAddr, connections: usize, load: Arc<Load>) -> f64 {
    let mut opened = Vec::with_capacity(connections);
    for _ in 0..connections {
        opened.push(Connection::open(server).await.expect("the server listens"));
    }
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let mut senders = JoinSet::new();
    for mut connection in opened {
        let (load, next) = (load.clone(), next.clone());
        senders.spawn(async move {
            let mut sent = 0_u32;
            while began.elapsed() < ROUND {
                let number = next.fetch_add(1, Relaxed);
                let number = if load.again { number % load.requests.len() } else { number };
                let Some(request) = load.requests.get(number) else { break };
                let answer = connection.ask(request).await.expect("an answer");
                assert_eq!(answer.status, load.status, "{}", answer.text);
                sent += 1;
            }
            sent
        });
    }
    let sent: u32 = senders.join_all().await.iter().sum();
    f64::from(sent) / began.elapsed().as_secs_f64()
}
