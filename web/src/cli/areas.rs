//! `heard areas import`.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use clap::Subcommand;

use super::{Database, Failure, open, unreadable};
use crate::{areas, clock::Clock, staff};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Replace the postcode lookup by a file of the ONS Postcode Directory, as published
    Import {
        /// The directory's CSV file, such as `ONSPD_AUG_2026_UK.csv`
        file: PathBuf,
        /// Its edition, stored with every place that it gives, such as "ONSPD 2026-08"
        #[arg(long)]
        edition: String,
        /// Names of districts: a CSV file whose columns are code and name
        #[arg(long)]
        names: Option<PathBuf>,
        #[command(flatten)]
        database: Database,
    },
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    let Command::Import { file, edition, names, database } = command;
    let db = open(&database).await?;
    let mut tx = db.write().await?;
    let imported = areas::import(&mut tx, read(&file)?, &edition).await?;
    let named = match names {
        Some(names) => areas::import_names(&mut tx, read(&names)?).await?,
        None => 0,
    };
    let detail = format!("{edition}: {} postcodes, {named} names", imported.postcodes + imported.ended);
    staff::audit_platform(&mut tx, None, Clock::System.now(), "areas imported", &detail).await?;
    tx.commit().await?;
    db.close().await;
    println!(
        "{} postcodes in use, {} ended, {} rows passed over, {named} names of areas.",
        imported.postcodes, imported.ended, imported.skipped
    );
    Ok(())
}

fn read(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|e| unreadable(path, &e))
}
