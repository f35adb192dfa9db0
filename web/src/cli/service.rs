//! `heard service add`.

use clap::Subcommand;

use super::{Database, Failure, open};
use crate::{clock::Clock, services, staff};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Add a music service
    Add {
        /// Its part of the address: lower-case letters, digits and "-"
        key: String,
        /// Its name
        #[arg(long)]
        name: String,
        #[command(flatten)]
        database: Database,
    },
}

pub(super) async fn run(Command::Add { key, name, database }: Command) -> Result<(), Failure> {
    let db = open(&database).await?;
    let mut tx = db.write().await?;
    let now = Clock::System.now();
    services::add(&mut tx, &key, &name, now).await?;
    staff::audit(&mut tx, &key, None, now, "service added", name.trim()).await?;
    tx.commit().await?;
    db.close().await;
    println!("{name} is at /{key}. Next: heard staff invite EMAIL --service {key} --role owner");
    Ok(())
}
