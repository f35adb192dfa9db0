//! How fast answers are stored, pages are made and responses are scored: as ratios of things measured in turns, in
//! one run, on one machine. `tests/run bench` runs it; so does `cargo bench -p heard-tests --bench bench`, with the
//! address of a PostgreSQL that forces to disc in `HEARD_TEST_POSTGRES`. `-- sqlite pages` runs these parts only; the
//! others are `postgres`, `scoring`, `sandbox` and `neighbours`; `million` takes minutes, and has to be named.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

mod arms;
mod demonstration;
mod figures;
#[path = "../load/mod.rs"]
mod load;
mod neighbours;
mod pages;
mod rounds;
mod sandbox;
mod scoring;
mod storing;
#[path = "../guests/typical/src/lib.rs"]
mod typical;

use arms::Database;

fn main() {
    // cargo says `--bench` before what the caller wants.
    let wanted: Vec<_> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|word| word == part);
    let postgres = std::env::var("HEARD_TEST_POSTGRES").ok();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        if wants("sqlite") {
            storing::on(&Database::sqlite()).await;
        }
        match &postgres {
            Some(cluster) if wants("postgres") => storing::on(&Database::postgres(cluster)).await,
            Some(_) => {}
            None => println!("\nPostgreSQL: not measured, HEARD_TEST_POSTGRES names none"),
        }
        if wants("pages") {
            pages::per_second_of_both().await;
        }
        if wants("scoring") {
            scoring::of_the_demonstration().await;
        }
        if wants("sandbox") {
            sandbox::against_native();
        }
        if wants("neighbours") {
            neighbours::of_a_slow_plugin().await;
        }
        if wanted.iter().any(|word| word == "million") {
            scoring::of_a_million().await;
        }
    });
}
