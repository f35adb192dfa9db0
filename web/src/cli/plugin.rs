//! `heard plugin new|build|test|check|score|diff|bind`.

mod author;
mod check;
mod score;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::{Args, Subcommand};
use heard_core::survey::Fault;
use heard_host::{Artefact, Refused};

use super::{Allowance, Database, Failure, lines, must_be_object, open, plugin_host, read_file, unreadable};
use crate::{clock::Clock, columns, db::Tx, plugins, services, staff, surveys};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a plugin of your own: a crate in Rust with examples that pass
    New(author::New),
    /// Compile a plugin that you are writing to a component, with its examples in it
    Build(author::Build),
    /// Compile a plugin that you are writing and run its examples
    Test(author::Test),
    /// Try a component: contract, limits, examples, and whether it always gives the same figures
    Check(check::Check),
    /// Score responses, a JSON object a line, from standard input
    Score(score::Score),
    /// Score responses from standard input with two plugins, and show those that they score differently
    Diff(score::Diff),
    /// Set a plugin up for a survey of a service; the plan's indicators name it by its key
    Bind(Bind),
}

#[derive(Debug, Args)]
pub(super) struct Bind {
    /// Stable name of the binding
    key: String,
    /// Its name for people
    #[arg(long)]
    title: String,
    /// Key of the service
    #[arg(long)]
    service: String,
    /// Key of the survey, which has been published
    #[arg(long)]
    survey: String,
    /// A plugin that comes with Heard, such as scale-index, or a component file
    #[arg(long)]
    plugin: String,
    /// The settings: a JSON file
    #[arg(long)]
    settings: PathBuf,
    #[command(flatten)]
    plugins: Allowance,
    #[command(flatten)]
    database: Database,
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::New(new) => author::begin(&new),
        Command::Build(build) => author::build(&build),
        Command::Test(test) => author::test(&test),
        Command::Check(options) => check::run(&options),
        Command::Score(options) => score::score(&options),
        Command::Diff(options) => score::diff(&options),
        Command::Bind(options) => bind(options).await,
    }
}

async fn bind(bind: Bind) -> Result<(), Failure> {
    let settings = read_file(&bind.settings)?;
    must_be_object(&settings, "a settings file")?;
    let component = component(&bind.plugin)?;
    let host = Arc::new(plugin_host(bind.plugins)?);
    let checked = plugins::check(&host, component.clone()).await?;
    let artefact = checked.map_err(|why| Failure::Input(vec![why]))?;
    let db = open(&bind.database).await?;
    let mut tx = db.write().await?;
    services::must_exist(&mut tx, &bind.service).await?;
    try_on(&mut tx, &bind, &artefact, &settings).await?;
    let now = Clock::System.now();
    plugins::keep(&mut tx, &artefact, &component, now).await?;
    let digest = artefact.digest().to_string();
    let Bind { key, title, survey, .. } = &bind;
    let binding = plugins::NewBinding { survey, key, title, artefact: &digest, settings: &settings };
    plugins::bind(&mut tx, &bind.service, &binding, now).await?;
    let detail = format!("{key}: {} for {survey}", artefact.description().name);
    staff::audit(&mut tx, &bind.service, None, now, "plugin bound", &detail).await?;
    tx.commit().await?;
    db.close().await;
    println!("{key} is bound to {survey}. A running server scores what is there.");
    Ok(())
}

fn component(plugin: &str) -> Result<Vec<u8>, Failure> {
    match heard_bundled::ALL.iter().find(|bundled| bundled.key == plugin) {
        Some(bundled) => Ok(bundled.component.to_vec()),
        None => fs::read(plugin).map_err(|e| unreadable(Path::new(plugin), &e)),
    }
}

/// Sets the plugin up for the newest version, so that settings which do not fit are told now.
async fn try_on(tx: &mut Tx, bind: &Bind, artefact: &Artefact, settings: &str) -> Result<(), Failure> {
    let newest = surveys::newest(tx, &bind.service, &bind.survey).await?;
    let (version, survey) =
        newest.ok_or_else(|| Failure::Input(vec![format!("{}: no such survey is published", bind.survey)]))?;
    match artefact.configure(&columns::survey(&survey, version), settings) {
        Ok(_) => Ok(()),
        Err(Refused::Problems(problems)) => {
            Err(lines(problems.into_iter().map(|p| Fault { at: p.at, message: p.message }).collect()))
        }
        Err(Refused::Fault(fault)) => Err(Failure::Input(vec![fault.to_string()])),
    }
}
