//! What was acknowledged is never lost and never doubled: the program itself, killed, starved and restarted under load.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up fails; it tells what it counted"
)]

mod cluster;
mod crowd;
mod fsync;
mod home;
mod kills;
#[path = "../load/mod.rs"]
mod load;
mod outages;
mod process;
mod twins;
