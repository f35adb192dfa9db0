//! `heard survey check|compare|import|export|publish`.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use heard_core::{
    comparable::{self, Change},
    interchange::{Loss, xlsform},
    lint::{Advice, lint},
    survey::{Fault, Survey},
    wave::Declaration,
};
use serde_json::json;

use super::{Database, Failure, counted, lines, must_be_object, open, read_file};
use crate::{
    clock::{Clock, DAY},
    files, services, staff,
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
    /// Make a survey of Heard of an `XLSForm` (.xlsx) or a survey of `LimeSurvey` (.lss), and say what could not come over
    Import {
        /// The file
        file: PathBuf,
        /// Where to write the JSON form; it must not be there yet
        #[arg(long)]
        to: PathBuf,
    },
    /// Make an `XLSForm` workbook of a survey, and say what other tools do not do with it
    Export {
        /// The JSON form of a survey
        file: PathBuf,
        /// Where to write the workbook; it must not be there yet
        #[arg(long)]
        to: PathBuf,
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
        Command::Import { file, to } => import(&file, &to),
        Command::Export { file, to } => export(&read_file(&file)?, &to),
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

fn import(file: &Path, to: &Path) -> Result<(), Failure> {
    let bytes = fs::read(file).map_err(|e| Failure::Command(format!("{}: {e}", file.display())))?;
    let (survey, losses) = files::read(&bytes).map_err(lines)?;
    let json = serde_json::to_string_pretty(&survey).map_err(|e| Failure::Command(e.to_string()))?;
    write_new(to, json.as_bytes())?;
    let questions = counted(&survey.questions().count(), "question", "questions");
    println!("{}: {questions}. What has to be changed is told by: heard survey check {}", survey.key, to.display());
    print_losses(&losses);
    Ok(())
}

fn export(file: &str, to: &Path) -> Result<(), Failure> {
    let survey = Survey::draft(file).map_err(lines)?;
    let (workbook, losses) = xlsform::write(&survey);
    let bytes = files::of_form(workbook).map_err(|e| Failure::Command(e.to_string()))?;
    write_new(to, &bytes)?;
    println!("{}: written to {}", survey.key, to.display());
    print_losses(&losses);
    Ok(())
}

/// Writes a file that is not there yet: nothing is ever written over.
fn write_new(to: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let created = fs::OpenOptions::new().write(true).create_new(true).open(to);
    created.and_then(|mut file| file.write_all(bytes)).map_err(|e| Failure::Command(format!("{}: {e}", to.display())))
}

fn print_losses(losses: &[Loss]) {
    for Loss { at, message } in losses {
        println!("{at}: {message}");
    }
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
