//! The command line. Exit codes: 0 fine, 1 the input has problems, 2 the command itself failed.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the command line speaks to its terminal")]

mod areas;
mod demo;
mod input;
mod mail;
mod plan;
mod plugin;
mod serve;
mod service;
mod staff;
mod survey;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand, builder::BoolishValueParser};
use heard_core::survey::Fault;
use heard_host::{Apart, Cache, Compiling, Host, Limits};

use input::{must_be_object, read_file, unreadable};

use crate::{
    db::Db,
    error::Error,
    pepper::{Pepper, Purpose},
};

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
    /// Mail that came back
    #[command(subcommand)]
    Mail(mail::Command),
    /// The postcode lookup
    #[command(subcommand)]
    Areas(areas::Command),
    /// People who work for a service
    #[command(subcommand)]
    Staff(staff::Command),
    /// Compiles the plugin on standard input, for the server that started it
    #[command(name = COMPILE, hide = true)]
    Compile {
        /// Bytes of memory that it may use
        memory: u64,
        /// Seconds of the processor that it may use
        seconds: u64,
    },
}

/// What the server tells the process that compiles plugins for it.
const COMPILE: &str = "compile-plugin";

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

impl Secret {
    /// What is derived from it.
    fn read(&self) -> Result<Pepper, Failure> {
        Pepper::from_file(&self.path).map_err(|e| Failure::Command(format!("{}: {e}", self.path.display())))
    }
}

/// What plugins may use.
#[derive(Clone, Copy, Debug, Default, Args)]
struct Allowance {
    /// Let plugins bring a language with them, as those in Python do: files of up to 24 MB, and 256 MB of memory
    #[arg(long = "large-plugins", env = "HEARD_LARGE_PLUGINS", value_parser = BoolishValueParser::new())]
    large: bool,
}

impl Allowance {
    fn limits(self) -> Limits {
        if self.large { Limits::large() } else { Limits::default() }
    }
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
    // Before there is a runtime, whose threads would count as memory of the compiler.
    if let Command::Compile { memory, seconds } = cli.command {
        return heard_host::compile_for_parent(memory, seconds);
    }
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
        Command::Mail(command) => mail::run(command).await,
        Command::Areas(command) => areas::run(command).await,
        Command::Staff(command) => staff::run(command).await,
        Command::Compile { .. } => Ok(()), // `main` has seen to it
    }
}

/// How a server compiles plugins: in a process apart, keeping the code in a folder where there is one.
fn compiling(folder: Option<&Path>, pepper: &Pepper) -> Compiling {
    let open = |folder: &Path| {
        let cache = Cache::open(folder, &pepper.key(Purpose::Compiled));
        // Without it plugins are compiled anew, which costs time and nothing else.
        cache
            .inspect_err(|error| tracing::warn!(%error, folder = %folder.display(), "compiled plugins are not kept"))
            .ok()
    };
    let apart = Apart::this_program(COMPILE);
    let apart = apart.inspect_err(|error| tracing::warn!(%error, "plugins are compiled in this process")).ok();
    Compiling { apart, cache: folder.and_then(open) }
}

/// A plugin host for one command.
fn plugin_host(plugins: Allowance) -> Result<Host, Error> {
    let apart = Apart::this_program(COMPILE).ok();
    Host::with(plugins.limits(), Compiling { apart, cache: None }).map_err(|e| Error::fault("plugin host", e))
}

/// The database, with its schema up to date.
async fn open(database: &Database) -> Result<Db, Failure> {
    let url = &database.url;
    if !["sqlite:", "postgres://", "postgresql://"].iter().any(|begin| url.starts_with(begin)) {
        // What was written is not repeated: there may be a password in it.
        return Err(Failure::Command(
            "write the database as sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME".to_owned(),
        ));
    }
    let why = |error: Error| match (error, url.strip_prefix("sqlite:")) {
        (error, Some(path)) => Failure::Command(format!("{path}: {error}")),
        (Error::Database(sqlx::Error::PoolTimedOut), None) => {
            Failure::Command("PostgreSQL does not answer; does it run, and is its address right?".to_owned())
        }
        (error, None) => error.into(),
    };
    let db = Db::connect(url).await.map_err(why)?;
    db.migrate().await.map_err(why)?;
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

/// A count with its noun, such as "1 day" or "28 days".
fn counted(count: &impl ToString, one: &str, more: &str) -> String {
    let count = count.to_string();
    let noun = if count == "1" { one } else { more };
    format!("{count} {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        assert_eq!([1, 2, 0].map(|count| counted(&count, "day", "days")), ["1 day", "2 days", "0 days"]);
    }
}
