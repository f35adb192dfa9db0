//! `heard plan check|adopt`.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Subcommand;
use heard_core::{plan::Plan, text::Lang};

use super::{Allowance, Database, Failure, counted, lines, must_be_object, open, plugin_host, read_file};
use crate::{
    clock::Clock,
    db::Db,
    plans::{self, Adoption, Unfed},
    plugins, services, staff,
};

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
        plugins: Allowance,
        #[command(flatten)]
        database: Database,
    },
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Check { file } => {
            let plan = read(&file)?;
            let priorities = counted(&plan.priorities.len(), "priority", "priorities");
            let indicators = counted(&plan.indicators().count(), "indicator", "indicators");
            println!("Nothing to change. {priorities}, {indicators}.");
            Ok(())
        }
        Command::Adopt { file, service, plugins, database } => {
            let plan = read(&file)?;
            let db = open(&database).await?;
            let mut tx = db.write().await?;
            services::must_exist(&mut tx, &service).await?;
            let now = Clock::System.now();
            let by = Adoption { staff: None, note: "Adopted from a file", now };
            plans::adopt(&mut tx, &service, &plan, by).await?;
            staff::audit(&mut tx, &service, None, now, "plan adopted", plan.title.get(&Lang::english())).await?;
            tx.commit().await?;
            println!("The plan is at /{service}/plan");
            warn_of_unfed(&db, plugins, &service, &plan).await?;
            db.close().await;
            Ok(())
        }
    }
}

fn read(file: &Path) -> Result<Plan, Failure> {
    let json = read_file(file)?;
    must_be_object(&json, "a plan")?;
    Plan::from_json(&json).map_err(lines)
}

/// Names the indicators that stay empty until someone binds a plugin. It is no fault: a plan may come first.
async fn warn_of_unfed(db: &Db, allowance: Allowance, service: &str, plan: &Plan) -> Result<(), Failure> {
    let host = Arc::new(plugin_host(allowance)?);
    let offered = plugins::offered(&mut db.read().await?, &host, service).await?;
    let unfed = plans::unfed(plan, &offered);
    if !unfed.is_empty() {
        println!("These indicators have no figure until a binding feeds them (heard plugin bind):");
    }
    for Unfed { title, binding, indicator } in unfed {
        println!("  {title}: waits for the figure {indicator} of the binding {binding}");
    }
    Ok(())
}
