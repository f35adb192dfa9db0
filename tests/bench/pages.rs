//! Pages per second, against the smallest answer that the same server gives.

use heard::server;

use crate::{
    arms::Database,
    figures::{median, median_ratio},
    load,
    rounds::{Load, per_second},
};

const ROUNDS: usize = 5;
const CONNECTIONS: usize = 64;

pub async fn per_second_of_both() {
    let database = Database::sqlite();
    let server = server::start(load::config(database.furnished().await)).await.expect("a server");
    let mut figures = [Vec::new(), Vec::new()];
    for turn in 0..=ROUNDS {
        for (path, figures) in ["/healthz", load::PATH].into_iter().zip(&mut figures) {
            let load = Load { requests: vec![load::get(path)], status: 200, again: true };
            let figure = per_second(server.address, CONNECTIONS, load).await;
            if turn > 0 {
                figures.push(figure);
            }
        }
    }
    let [smallest, page] = figures;
    println!("\nPages per second at {CONNECTIONS} connections, median of {ROUNDS} turns");
    println!("    {:<28} {:>8.0}", "/healthz", median(smallest.clone()));
    println!("    {:<28} {:>8.0}", "a form of one page", median(page.clone()));
    println!("    {:<28} {:>8.2}", "of /healthz", median_ratio(&page, &smallest));
    server.stop().await;
}
