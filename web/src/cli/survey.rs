//! `heard survey check|compare|publish`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use heard_core::{
    comparable::{self, Change},
    minutes,
    survey::Survey,
};

use super::{Database, Failure, counted, lines, must_be_object, open, read_file};
use crate::{
    clock::{Clock, DAY, ordered_id},
    services, staff,
    surveys::{self, Wave},
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say what has to be changed in a survey before it can be published
    Check {
        /// The JSON form of a survey; its schema is served at /schema/survey.json
        file: PathBuf,
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
        Command::Check { file } => {
            let survey = read(&read_file(&file)?)?;
            let questions = counted(&survey.questions().count(), "question", "questions");
            println!("{}: nothing that has to be changed. {questions}.", survey.key);
            warn_of_minutes(&survey);
            Ok(())
        }
        Command::Compare { file, service, database } => compare(&file, &service, &database).await,
        Command::Publish(options) => publish(options).await,
    }
}

/// Nothing is written: whoever has to judge a change of words still can take it back.
async fn compare(file: &Path, service: &str, database: &Database) -> Result<(), Failure> {
    let survey = read(&read_file(file)?)?;
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
    let survey = read(&read_file(&options.file)?)?;
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
    warn_of_minutes(&survey);
    Ok(())
}

/// Whoever is told four minutes and sits for ten does not answer the next survey.
fn warn_of_minutes(survey: &Survey) {
    if let Some(minutes) = minutes::broken_promise(survey) {
        println!(
            "Look at \"minutes\": it promises {}, and by our rule of thumb the questions take about {minutes}.",
            survey.minutes
        );
    }
}

fn read(json: &str) -> Result<Survey, Failure> {
    must_be_object(json, "a survey")?;
    Survey::from_json(json).map_err(lines)
}
