//! Durable one-page submissions per second, against the same server storing nothing and against a transaction each.

use crate::{
    arms::{Arm, Database},
    figures::{median, median_ratio},
    rounds::{Load, per_second},
};

/// How often each arm has its turn.
const TURNS: usize = 5;
/// More than any arm could answer in a round.
const FORMS: usize = 120_000;

/// What an arm reached in each of its turns.
type Figures = Vec<(Arm, Vec<f64>)>;

pub async fn on(database: &Database) {
    let mut servers = Vec::new();
    for arm in Arm::on(database) {
        servers.push((*arm, arm.serve(database).await));
    }
    println!("\n{}: one-page submissions per second, median of {TURNS} turns", database.name());
    for connections in [64, 256] {
        let mut figures: Figures = servers.iter().map(|(arm, _)| (*arm, Vec::new())).collect();
        // The first turn warms up.
        for turn in 0..=TURNS {
            for ((arm, server), (_, figures)) in servers.iter().zip(&mut figures) {
                let load = Load { requests: arm.requests(FORMS), status: 303, again: false };
                let figure = per_second(server.address, connections, load).await;
                if turn > 0 {
                    figures.push(figure);
                }
            }
        }
        println!("  {connections} connections");
        print(&figures);
        if connections == 256 {
            bars(database);
        }
    }
    for (_, server) in servers {
        server.stop().await;
    }
}

fn print(figures: &Figures) {
    let shipped = of(figures, Arm::Together);
    println!("    {:<28} {:>8} {:>22}", "", "a second", "group commit to this");
    for (arm, reached) in figures {
        println!("    {:<28} {:>8.0} {:>22.2}", arm.name(), median(reached.clone()), median_ratio(shipped, reached));
    }
}

fn of(figures: &Figures, wanted: Arm) -> &[f64] {
    figures.iter().find(|(arm, _)| *arm == wanted).map_or(&[], |(_, figures)| figures)
}

/// What is asked of group commit at 256 connections.
fn bars(database: &Database) {
    let (of_nothing, times_alone) = match database {
        Database::Sqlite(_) => (0.6, 8),
        Database::Postgres(_) => (0.45, 3),
    };
    println!("    asked for: at least {of_nothing} of storing nothing, {times_alone} times a transaction each");
}
