//! The command line. Exit codes: 0 fine, 1 the input has problems, 2 the command itself failed.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the command line speaks to its terminal")]

mod areas;
mod demo;
mod plan;
mod plugin;
mod serve;
mod service;
mod staff;
mod survey;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use heard_core::survey::Fault;

use crate::{db::Db, error::Error};

/// Surveys and youth voice for music education.
#[derive(Debug, Parser)]
#[command(name = "heard", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// A ready world on an embedded database: a service, its plan, an open survey and hundreds of made-up responses
    Demo(demo::Options),
    /// Serve people
    Serve(serve::Options),
    /// Bring the database's schema up to date
    Migrate(Database),
    /// Music services
    #[command(subcommand)]
    Service(service::Command),
    /// Plans as JSON files
    #[command(subcommand)]
    Plan(plan::Command),
    /// Scoring plugins
    #[command(subcommand)]
    Plugin(plugin::Command),
    /// Surveys as JSON files
    #[command(subcommand)]
    Survey(survey::Command),
    /// The postcode lookup
    #[command(subcommand)]
    Areas(areas::Command),
    /// People who work for a service
    #[command(subcommand)]
    Staff(staff::Command),
}

/// Which database.
#[derive(Clone, Debug, Args)]
struct Database {
    /// `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long = "database", env = "HEARD_DATABASE", default_value = "sqlite:heard.db", hide_env_values = true)]
    url: String,
}

/// The secret that codes are derived from.
#[derive(Clone, Debug, Args)]
struct Secret {
    /// A file of 64 hexadecimal digits, kept apart from the database; made if there is none
    #[arg(long = "secret-file", env = "HEARD_SECRET_FILE", default_value = "heard.secret")]
    path: PathBuf,
}

/// Why a command ends without having done its work.
#[derive(Debug)]
enum Failure {
    /// What was put in has problems, one a line.
    Input(Vec<String>),
    /// The command itself failed.
    Command(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(why) => Self::Input(vec![why.to_owned()]),
            other => Self::Command(other.to_string()),
        }
    }
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(run(cli.command)),
        Err(error) => Err(Failure::Command(error.to_string())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Input(problems)) => {
            for problem in problems {
                println!("{problem}");
            }
            ExitCode::from(1)
        }
        Err(Failure::Command(message)) => {
            eprintln!("heard: {message}");
            ExitCode::from(2)
        }
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(options) => demo::run(options).await,
        Command::Serve(options) => serve::run(options).await,
        Command::Migrate(database) => {
            open(&database).await?.close().await;
            println!("The schema is up to date.");
            Ok(())
        }
        Command::Service(command) => service::run(command).await,
        Command::Plan(command) => plan::run(command).await,
        Command::Plugin(command) => plugin::run(command).await,
        Command::Survey(command) => survey::run(command).await,
        Command::Areas(command) => areas::run(command).await,
        Command::Staff(command) => staff::run(command).await,
    }
}

/// The database, with its schema up to date.
async fn open(database: &Database) -> Result<Db, Failure> {
    let db = Db::connect(&database.url).await?;
    db.migrate().await?;
    Ok(db)
}

/// Reads the address that links begin with.
fn base_url(typed: &str) -> Result<String, String> {
    let address = typed.trim_end_matches('/').to_ascii_lowercase();
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@']) => Ok(address),
        _ => Err("write it as https://heard.example.org, without a path".to_owned()),
    }
}

/// A JSON file's problems, a line each.
fn lines(faults: Vec<Fault>) -> Failure {
    let line = |fault: Fault| match fault.at.as_str() {
        "" => fault.message,
        at => format!("{at}: {}", fault.message),
    };
    Failure::Input(faults.into_iter().map(line).collect())
}

fn read_file(path: &std::path::Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|e| Failure::Command(format!("{}: {e}", path.display())))
}
