//! `heard survey check|publish`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use heard_core::{
    lint::{Advice, lint},
    survey::{Fault, Survey},
};
use serde_json::json;

use super::{Database, Failure, counted, lines, must_be_object, open, read_file};
use crate::{
    clock::{Clock, DAY, ordered_id},
    services, staff,
    surveys::{self, Wave},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say what has to be changed in a survey before it can be published, then what we would change
    Check {
        /// The JSON form of a survey; its schema is served at /schema/survey.json
        file: PathBuf,
        /// Say it as JSON: {"faults": […], "advice": […]}
        #[arg(long)]
        json: bool,
    },
    /// Publish a survey as its next version and open a wave of it
    Publish(Publish),
}

#[derive(Debug, Args)]
pub(super) struct Publish {
    /// The JSON form of a survey
    file: PathBuf,
    /// Key of the service
    #[arg(long)]
    service: String,
    /// For how many days it is open, from now
    #[arg(long, default_value_t = 28, value_parser = clap::value_parser!(i64).range(1..=366))]
    days: i64,
    #[command(flatten)]
    database: Database,
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Check { file, json } => check(&read_file(&file)?, json),
        Command::Publish(options) => publish(options).await,
    }
}

fn check(file: &str, as_json: bool) -> Result<(), Failure> {
    let survey = match read(file) {
        Err(faults) if as_json => {
            return Err(Failure::Input(vec![json!({ "faults": faults, "advice": [] }).to_string()]));
        }
        survey => survey.map_err(lines)?,
    };
    let advice = lint(&survey, None);
    if as_json {
        println!("{}", json!({ "faults": [], "advice": advice }));
    } else {
        let questions = counted(&survey.questions().count(), "question", "questions");
        println!("{}: nothing that has to be changed. {questions}.", survey.key);
        print(&advice);
    }
    Ok(())
}

async fn publish(options: Publish) -> Result<(), Failure> {
    let survey = read(&read_file(&options.file)?).map_err(lines)?;
    let now = Clock::System.now();
    let db = open(&options.database).await?;
    let mut tx = db.write().await?;
    services::must_exist(&mut tx, &options.service).await?;
    let version = surveys::publish(&mut tx, &options.service, &survey, now).await?;
    let wave = Wave { id: ordered_id(now), version, opens: now, closes: now + options.days * DAY };
    surveys::open_wave(&mut tx, &options.service, &survey.key, &wave).await?;
    let days = counted(&options.days, "day", "days");
    let detail = format!("{}, version {version}, open for {days}", survey.key);
    staff::audit(&mut tx, &options.service, None, now, "survey published", &detail).await?;
    tx.commit().await?;
    db.close().await;
    println!("Version {version} is open for {days} at /{}/s/{}", options.service, survey.key);
    print(&lint(&survey, None));
    Ok(())
}

/// Advice, a line each.
fn print(advice: &[Advice]) {
    for Advice { at, rule, message, fix } in advice {
        println!("{at}: {}: {message}; {fix}", rule.code());
    }
}

fn read(json: &str) -> Result<Survey, Vec<Fault>> {
    let fault = |message| Fault { at: String::new(), message };
    match must_be_object(json, "a survey") {
        Ok(()) => Survey::from_json(json),
        Err(Failure::Input(said)) => Err(said.into_iter().map(fault).collect()),
        Err(Failure::Command(said)) => Err(vec![fault(said)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demonstration_needs_no_advice() {
        for json in [include_str!("../demo/survey.json"), include_str!("../demo/young_people.json")] {
            assert_eq!(lint(&read(json).unwrap(), None), []);
        }
    }
}
