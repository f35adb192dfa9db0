//! `heard plugin score|diff`: responses in, contributions out, a JSON object a line.

use std::{
    collections::BTreeMap,
    io::{self, BufRead as _, Write as _},
    path::{Path, PathBuf},
    slice,
};

use clap::Args;
use heard_core::survey::Fault;
use heard_host::{
    Binding, Host, Refused, Spent, Survey,
    golden::{self, Expected, Golden},
};
use serde_json::{Value, json};

use super::{
    super::{Allowance, Failure, counted, lines, must_be_object, plugin_host, read_file},
    component,
};
use crate::{clock::Clock, columns};

/// How many responses are scored together.
const BATCH: usize = 1_000;

/// A response: by the question's key an option's key, a list of them, a number or a text.
type Response = BTreeMap<String, Value>;

#[derive(Debug, Args)]
pub(in crate::cli) struct Score {
    /// A component file, or a plugin that comes with Heard, such as scale-index
    plugin: String,
    #[command(flatten)]
    set_up: SetUp,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Diff {
    /// A component file, or a plugin that comes with Heard
    first: String,
    /// Another, or the same where only the settings differ
    second: String,
    #[command(flatten)]
    set_up: SetUp,
    /// Settings of the second; those of the first, if left out
    #[arg(long, value_name = "FILE")]
    second_settings: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct SetUp {
    /// The survey: its JSON form, or a golden.json
    #[arg(long, value_name = "FILE")]
    survey: PathBuf,
    /// The settings: a JSON file
    #[arg(long, value_name = "FILE")]
    settings: PathBuf,
    #[command(flatten)]
    plugins: Allowance,
}

pub(super) fn score(options: &Score) -> Result<(), Failure> {
    let host = plugin_host(options.set_up.plugins)?;
    let survey = survey(&options.set_up.survey)?;
    let plugin = Plugin::new(&host, &options.plugin, &survey, &options.set_up.settings)?;
    let responses = responses(&plugin)?;
    let began = Clock::System.now();
    let (expected, spent) = plugin.score(&responses)?;
    let took = Clock::System.now() - began;
    print(expected.iter().map(|one| json!(one)))?;
    let many = counted(&responses.len(), "response", "responses");
    eprintln!("{many} in {took} ms, with {} units of fuel and {} bytes of memory.", spent.fuel, spent.memory);
    Ok(())
}

pub(super) fn diff(options: &Diff) -> Result<(), Failure> {
    let host = plugin_host(options.set_up.plugins)?;
    let survey = survey(&options.set_up.survey)?;
    let settings = &options.set_up.settings;
    let first = Plugin::new(&host, &options.first, &survey, settings)?;
    let other = options.second_settings.as_ref().unwrap_or(settings);
    let second = Plugin::new(&host, &options.second, &survey, other)?;
    let responses = responses(&first)?;
    let (before, after) = (first.score(&responses)?.0, second.score(&responses)?.0);
    let pairs = (1..).zip(before.iter().zip(&after)).filter(|(_, (before, after))| before != after);
    let differ: Vec<Value> =
        pairs.map(|(line, (before, after))| json!({ "line": line, "first": before, "second": after })).collect();
    let count = differ.len();
    print(differ.into_iter())?;
    eprintln!("{count} of {} differ.", counted(&responses.len(), "response", "responses"));
    // As `diff` does.
    if count == 0 { Ok(()) } else { Err(Failure::Input(Vec::new())) }
}

/// A plugin, set up.
struct Plugin(Binding);

impl Plugin {
    fn new(host: &Host, plugin: &str, survey: &Survey, settings: &Path) -> Result<Self, Failure> {
        let settings = read_file(settings)?;
        must_be_object(&settings, "a settings file")?;
        let wrong = |what: String| Failure::Input(vec![format!("{plugin}: {what}")]);
        let artefact = host.load(&component(plugin)?).map_err(|fault| wrong(fault.to_string()))?;
        match artefact.configure(survey, &settings) {
            Ok(binding) => Ok(Self(binding)),
            Err(Refused::Problems(problems)) => {
                Err(lines(problems.into_iter().map(|p| Fault { at: p.at, message: p.message }).collect()))
            }
            Err(Refused::Fault(fault)) => Err(wrong(fault.to_string())),
        }
    }

    fn score(&self, responses: &[Response]) -> Result<(Vec<Expected>, Spent), Failure> {
        let Self(binding) = self;
        let (survey, plan) = (binding.survey(), binding.plan());
        let description = binding.artefact().description();
        let wrong = |what: String| Failure::Input(vec![format!("{}: {what}", description.name)]);
        let mut job = binding.job().map_err(|fault| wrong(fault.to_string()))?;
        let mut expected = Vec::with_capacity(responses.len());
        let mut all = Spent::default();
        for part in responses.chunks(BATCH) {
            let batch = golden::batch(survey, plan, part).map_err(wrong)?;
            let scored = job.score(&batch).map_err(|fault| wrong(fault.to_string()))?;
            expected.extend(golden::observe(survey, description, plan, &scored.scores, batch.responses));
            all = Spent { fuel: all.fuel + scored.spent.fuel, memory: all.memory.max(scored.spent.memory) };
        }
        Ok((expected, all))
    }
}

/// The survey of a file: in the form that `heard survey check` reads, or that of golden examples.
fn survey(path: &Path) -> Result<Survey, Failure> {
    let json = read_file(path)?;
    must_be_object(&json, "a survey")?;
    let named = |what: String| Failure::Input(vec![format!("{}: {what}", path.display())]);
    let value: Value = serde_json::from_str(&json).map_err(|error| named(error.to_string()))?;
    let survey = if value.get("examples").is_some() {
        Golden::read(&json).map_err(named)?.survey
    } else if value.get("questions").is_some() {
        serde_json::from_value(value).map_err(|error| named(error.to_string()))?
    } else {
        columns::survey(&heard_core::survey::Survey::from_json(&json).map_err(lines)?, 1)
    };
    survey.check().map_err(named)?;
    Ok(survey)
}

/// The responses on standard input, each of which the plugin can be given.
fn responses(Plugin(binding): &Plugin) -> Result<Vec<Response>, Failure> {
    let mut responses = Vec::new();
    let mut problems = Vec::new();
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        let line = line.map_err(|error| Failure::Command(format!("line {number}: {error}")))?;
        if line.trim().is_empty() {
            continue;
        }
        match response(binding, &line) {
            Ok(response) => responses.push(response),
            Err(what) => problems.push(format!("line {number}: {what}")),
        }
    }
    if problems.is_empty() { Ok(responses) } else { Err(Failure::Input(problems)) }
}

fn response(binding: &Binding, line: &str) -> Result<Response, String> {
    let mut response: Response = serde_json::from_str(line).map_err(|error| error.to_string())?;
    // `null` is how many programs write "no answer".
    response.retain(|_, answer| !answer.is_null());
    golden::batch(binding.survey(), binding.plan(), slice::from_ref(&response))?;
    Ok(response)
}

fn print(rows: impl Iterator<Item = Value>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    for row in rows {
        writeln!(out, "{row}").map_err(|error| Failure::Command(error.to_string()))?;
    }
    Ok(())
}
