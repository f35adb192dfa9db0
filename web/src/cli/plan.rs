//! `heard plan check|adopt`.

use std::path::PathBuf;

use clap::Subcommand;
use heard_core::plan::Plan;

use super::{Database, Failure, lines, open, read_file};
use crate::{clock::Clock, plans, services};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say what has to be changed in a plan before it can be adopted
    Check {
        /// The JSON form of a plan; its schema is served at /schema/plan.json
        file: PathBuf,
    },
    /// Make a plan the current one of a service
    Adopt {
        /// The JSON form of a plan
        file: PathBuf,
        /// Key of the service
        #[arg(long)]
        service: String,
        #[command(flatten)]
        database: Database,
    },
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Check { file } => {
            let plan = Plan::from_json(&read_file(&file)?).map_err(lines)?;
            println!(
                "Nothing to change. {} priorities, {} indicators.",
                plan.priorities.len(),
                plan.indicators().count()
            );
            Ok(())
        }
        Command::Adopt { file, service, database } => {
            let plan = Plan::from_json(&read_file(&file)?).map_err(lines)?;
            let db = open(&database).await?;
            let mut tx = db.write().await?;
            services::must_exist(&mut tx, &service).await?;
            plans::adopt(&mut tx, &service, &plan, Clock::System.now()).await?;
            tx.commit().await?;
            db.close().await;
            println!("The plan is at /{service}/plan");
            Ok(())
        }
    }
}
