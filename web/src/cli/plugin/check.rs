//! `heard plugin check`.

use std::path::PathBuf;

use clap::Args;
use heard_host::{Cost, Finding, Limits, Report, Stage, Verdict, golden::Golden};
use serde_json::{Value, json};

use super::{
    super::{Allowance, Failure, plugin_host, read_file},
    author, component,
};

#[derive(Debug, Args)]
pub(in crate::cli) struct Check {
    /// A component file, or a plugin that comes with Heard, such as scale-index
    plugin: String,
    /// Examples that it must pass; those that travel in the component, if left out
    #[arg(long)]
    golden: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    plugins: Allowance,
}

pub(super) fn run(options: &Check) -> Result<(), Failure> {
    let component = component(&options.plugin)?;
    let golden = golden(options)?;
    let host = plugin_host(options.plugins)?;
    let report = host.check(&component, golden.as_ref());
    if options.json {
        println!("{:#}", as_json(&report, host.limits()));
    } else {
        in_words(&report, host.limits());
    }
    // What is wrong stands in the report.
    if report.passed() { Ok(()) } else { Err(Failure::Input(Vec::new())) }
}

fn golden(options: &Check) -> Result<Option<Golden>, Failure> {
    let bundled = heard_bundled::ALL.iter().find(|bundled| bundled.key == options.plugin);
    match (&options.golden, bundled) {
        (Some(path), _) => author::read(&read_file(path)?).map(Some),
        (None, Some(bundled)) => author::read(bundled.golden).map(Some),
        (None, None) => Ok(None),
    }
}

fn in_words(report: &Report, limits: &Limits) {
    for Finding { check, verdict } in &report.findings {
        let (mark, seen, faults) = match verdict {
            Verdict::Passed(seen) => ("passed", seen.as_str(), &[][..]),
            Verdict::Skipped(why) => ("not tried", why.as_str(), &[][..]),
            Verdict::Failed(faults) => ("FAILED", "", &faults[..]),
        };
        let colon = if seen.is_empty() { "" } else { ": " };
        println!("{mark:<10} {}{colon}{seen}", check.title());
        for line in faults.iter().flat_map(|fault| fault.lines()) {
            println!("{:<10} {line}", "");
        }
    }
    for cost in &report.costs {
        let memory = percent(cost.spent.memory as u64, limits.memory as u64);
        println!(
            "{:<10} {}: fuel {} ({} %), memory {} bytes ({memory} %)",
            "used",
            stage(cost.stage),
            cost.spent.fuel,
            percent(cost.spent.fuel, cost.fuel),
            cost.spent.memory
        );
    }
    println!("{:<10} {}", "digest", report.digest);
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Load => "to be loaded",
        Stage::Describe => "to say what it is",
        Stage::Configure => "to be set up",
        Stage::Score => "to score a batch",
    }
}

/// A share of a limit, to a tenth.
fn percent(used: u64, limit: u64) -> String {
    match u128::from(used) * 1_000 / u128::from(limit.max(1)) {
        0 => "under 0.1".to_owned(),
        tenths => format!("{}.{}", tenths / 10, tenths % 10),
    }
}

fn as_json(report: &Report, limits: &Limits) -> Value {
    let finding = |finding: &Finding| {
        let (verdict, said) = match &finding.verdict {
            Verdict::Passed(seen) => ("passed", vec![seen.clone()]),
            Verdict::Skipped(why) => ("skipped", vec![why.clone()]),
            Verdict::Failed(faults) => ("failed", faults.clone()),
        };
        let said: Vec<_> = said.into_iter().filter(|line| !line.is_empty()).collect();
        json!({ "check": finding.check.code(), "verdict": verdict, "said": said })
    };
    let cost = |cost: &Cost| {
        json!({
            "stage": stage(cost.stage),
            "fuel": { "used": cost.spent.fuel, "limit": cost.fuel },
            "memory": { "used": cost.spent.memory, "limit": limits.memory },
        })
    };
    json!({
        "passed": report.passed(),
        "digest": report.digest.to_string(),
        "size": { "used": report.size, "limit": limits.component },
        "name": report.artefact.as_ref().map(|artefact| &artefact.description().name),
        "version": report.artefact.as_ref().map(|artefact| &artefact.description().version),
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "costs": report.costs.iter().map(cost).collect::<Vec<_>>(),
    })
}
