//! `heard survey check|compare|publish`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use heard_core::{
    comparable::{self, Change},
    lint::{Advice, lint},
    survey::{Fault, Survey},
    wave::Declaration,
};
use serde_json::json;

use super::{Database, Failure, counted, lines, must_be_object, open, read_file};
use crate::{
    clock::{Clock, DAY},
    services, staff,
    surveys::{self, Wave},
    waves,
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
    /// Say which answers could be compared with those to the newest version, if a survey were published
    Compare {
        /// The JSON form of a survey
        file: PathBuf,
        /// Key of the service
        #[arg(long)]
        service: String,
        #[command(flatten)]
        database: Database,
    },
    /// Publish a survey as its next version, and open a wave of it where a declaration comes along
    Publish(Publish),
}

#[derive(Debug, Args)]
pub(super) struct Publish {
    /// The JSON form of a survey
    file: PathBuf,
    /// Key of the service
    #[arg(long)]
    service: String,
    /// What people are told of the wave, as JSON; its schema is served at /schema/declaration.json. Without it nothing is
    /// opened: plan the wave in the browser
    #[arg(long)]
    declaration: Option<PathBuf>,
    /// For how many days the wave is open, from now
    #[arg(long, requires = "declaration", default_value_t = 28, value_parser = clap::value_parser!(i64).range(1..=366))]
    days: i64,
    #[command(flatten)]
    database: Database,
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Check { file, json } => check(&read_file(&file)?, json),
        Command::Compare { file, service, database } => compare(&file, &service, &database).await,
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

/// Nothing is written: whoever has to judge a change of words still can take it back.
async fn compare(file: &Path, service: &str, database: &Database) -> Result<(), Failure> {
    let survey = read(&read_file(file)?).map_err(lines)?;
    let db = open(database).await?;
    let mut tx = db.read().await?;
    services::must_exist(&mut tx, service).await?;
    let newest = surveys::newest(&mut tx, service, &survey.key).await?;
    drop(tx);
    db.close().await;
    let Some((version, old)) = newest else {
        println!("{service} has published no version of {} to compare it with.", survey.key);
        return Ok(());
    };
    println!("Compared with version {version} of {}:", survey.key);
    for change in comparable::compare(&old, &survey) {
        println!("{}", in_words(&change));
    }
    Ok(())
}

fn in_words(change: &Change) -> String {
    let said = format!("{}: {}", change.question, change.comparable());
    let why: Vec<_> = change.differences.iter().map(ToString::to_string).collect();
    if why.is_empty() { said } else { format!("{said}: {}", why.join("; ")) }
}

async fn publish(options: Publish) -> Result<(), Failure> {
    let survey = read(&read_file(&options.file)?).map_err(lines)?;
    let declaration = options.declaration.as_deref().map(|file| declared(file, &survey)).transpose()?;
    let now = Clock::System.now();
    let db = open(&options.database).await?;
    let mut tx = db.write().await?;
    services::must_exist(&mut tx, &options.service).await?;
    let version = surveys::publish(&mut tx, &options.service, &survey, now).await?;
    let mut detail = format!("{}, version {version}", survey.key);
    let mut told = format!("Version {version} is published. Plan a wave of it in the browser, or with --declaration.");
    if let Some(declaration) = declaration {
        let wave = Wave::new(now, version, now, now + options.days * DAY);
        waves::open(&mut tx, &options.service, &survey, wave, &declaration).await?;
        let days = counted(&options.days, "day", "days");
        detail = format!("{detail}, open for {days}");
        told = format!("Version {version} is open for {days} at /{}/s/{}", options.service, survey.key);
    }
    staff::audit(&mut tx, &options.service, None, now, "survey published", &detail).await?;
    tx.commit().await?;
    db.close().await;
    println!("{told}");
    print(&lint(&survey, None));
    Ok(())
}

/// What people are told of the wave, if nothing is missing.
fn declared(file: &Path, survey: &Survey) -> Result<Declaration, Failure> {
    let declaration = Declaration::from_json(&read_file(file)?).map_err(|said| Failure::Input(vec![said]))?;
    let wants = declaration.wants(survey);
    if wants.is_empty() {
        return Ok(declaration);
    }
    Err(Failure::Input(wants.into_iter().map(|want| format!("{}: {}", want.at, want.advice)).collect()))
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
