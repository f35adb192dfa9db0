//! Trying a component before anybody depends on it, and what came of it in words.

pub(crate) mod purity;

use heard_contract::golden::Golden;

use crate::{Artefact, Cause, Digest, Fault, Host, Limits, Spent, Stage, examples};

/// Examples that may fail before the rest is left.
const MOST_FAILURES: usize = 5;

/// What is looked at, in this order; what comes after a failure is left out, except that examples and purity are
/// both tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Size, number of functions, and whether it compiles within its limits.
    File,
    /// That it asks for nothing from outside.
    Imports,
    /// That it exports what the contract says.
    Contract,
    /// What it says of itself, its settings' schema included.
    Description,
    /// The examples that come with it.
    Examples,
    /// That the same answers give the same bits, whatever was scored before and beside them.
    Purity,
}

/// What came of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Well; with what was seen.
    Passed(String),
    /// Not well: what its author has to mend, one a line.
    Failed(Vec<String>),
    /// Not tried, and why.
    Skipped(String),
}

/// A check and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// What came of it.
    pub verdict: Verdict,
}

/// What a stage used at most, of what it may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// When.
    pub stage: Stage,
    /// Fuel of the dearest call and the largest memory.
    pub spent: Spent,
    /// The fuel that this call might have used.
    pub fuel: u64,
}

/// All that was found of a component.
#[derive(Debug, Clone)]
pub struct Report {
    /// The name of its bytes.
    pub digest: Digest,
    /// In bytes, of [`Limits::component`].
    pub size: usize,
    /// The plugin, where it could be loaded.
    pub artefact: Option<Artefact>,
    /// In the order of [`Check`].
    pub findings: Vec<Finding>,
    /// A line for each stage that was reached.
    pub costs: Vec<Cost>,
}

impl Report {
    /// May it be used? No check failed.
    pub fn passed(&self) -> bool {
        !self.findings.iter().any(|finding| matches!(finding.verdict, Verdict::Failed(_)))
    }

    fn add(&mut self, check: Check, verdict: Verdict) {
        self.findings.push(Finding { check, verdict });
    }

    /// Keeps the dearest call of a stage.
    fn cost(&mut self, stage: Stage, spent: Spent, fuel: u64) {
        match self.costs.iter_mut().find(|cost| cost.stage == stage) {
            Some(cost) => {
                // By share: batches of different lengths have different budgets.
                if u128::from(spent.fuel) * u128::from(cost.fuel) > u128::from(cost.spent.fuel) * u128::from(fuel) {
                    (cost.spent.fuel, cost.fuel) = (spent.fuel, fuel);
                }
                cost.spent.memory = cost.spent.memory.max(spent.memory);
            }
            None => self.costs.push(Cost { stage, spent, fuel }),
        }
    }
}

impl Verdict {
    /// What has to be mended.
    pub fn faults(self) -> Vec<String> {
        match self {
            Self::Failed(faults) => faults,
            Self::Passed(_) | Self::Skipped(_) => Vec::new(),
        }
    }
}

impl Check {
    /// All, in their order.
    pub const ALL: [Self; 6] =
        [Self::File, Self::Imports, Self::Contract, Self::Description, Self::Examples, Self::Purity];

    /// What is looked at, as a statement that holds when it is well.
    pub fn title(self) -> &'static str {
        match self {
            Self::File => "It is a component and compiles within its limits",
            Self::Imports => "It asks for nothing from outside",
            Self::Contract => "It keeps to the contract heard:scoring 1.0",
            Self::Description => "It says what it is, and what can be set",
            Self::Examples => "Its examples come out as they should",
            Self::Purity => "The same answers always give the same figures",
        }
    }

    /// Short and stable, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Imports => "imports",
            Self::Contract => "contract",
            Self::Description => "description",
            Self::Examples => "examples",
            Self::Purity => "purity",
        }
    }

    /// The check that a fault of loading belongs to.
    fn of(fault: &Fault) -> Self {
        match (&fault.cause, fault.stage) {
            (Cause::Imports(_), _) => Self::Imports,
            (Cause::Contract(_), _) => Self::Contract,
            (_, Stage::Describe) => Self::Description,
            _ => Self::File,
        }
    }
}

pub(crate) fn check(host: &Host, component: &[u8], golden: Option<&Golden>) -> Report {
    let (digest, size) = (Digest::of(component), component.len());
    let mut report = Report { digest, size, artefact: None, findings: Vec::new(), costs: Vec::new() };
    let artefact = match host.load(component) {
        Ok(artefact) => artefact,
        Err(fault) => {
            let failed = Check::of(&fault);
            let before = Check::ALL.into_iter().take_while(|check| *check != failed);
            before.for_each(|check| report.add(check, Verdict::Passed(String::new())));
            report.add(failed, Verdict::Failed(vec![fault.to_string()]));
            return report;
        }
    };
    loaded(&mut report, &artefact, host.limits());
    report.artefact = Some(artefact.clone());
    let own = if golden.is_none() { examples::read(component) } else { None };
    match (golden, &own) {
        (Some(golden), _) | (None, Some(Ok(golden))) => try_out(&mut report, &artefact, golden),
        (None, Some(Err(what))) => {
            report.add(Check::Examples, Verdict::Failed(vec![format!("golden.json: {what}")]));
        }
        (None, None) => {
            let none = "it has no examples to be tried on".to_owned();
            report.add(Check::Examples, Verdict::Skipped(none.clone()));
            report.add(Check::Purity, Verdict::Skipped(none));
        }
    }
    report
}

fn loaded(report: &mut Report, artefact: &Artefact, limits: &Limits) {
    let percent = 100 * report.size / limits.component.max(1);
    report.add(Check::File, Verdict::Passed(format!("{} bytes, {percent} % of what it may have", report.size)));
    report.add(Check::Imports, Verdict::Passed(String::new()));
    report.add(Check::Contract, Verdict::Passed(String::new()));
    let description = artefact.description();
    let feeds: Vec<_> = description.indicators.iter().map(|indicator| indicator.label.as_str()).collect();
    let words = format!("{} {}, feeds {}", description.name, description.version, feeds.join(", "));
    report.add(Check::Description, Verdict::Passed(words));
    report.cost(Stage::Describe, artefact.spent(), limits.fuel_to_configure);
}

/// Runs the examples, then scores made-up answers with the settings of each that has any.
fn try_out(report: &mut Report, artefact: &Artefact, golden: &Golden) {
    let failures = failing(artefact, golden);
    let verdict = match golden.examples.len() {
        0 => Verdict::Skipped("there are none".to_owned()),
        count if failures.is_empty() => Verdict::Passed(format!("{count} of {count}")),
        _ => Verdict::Failed(failures),
    };
    report.add(Check::Examples, verdict);
    purity::probe(report, artefact, golden);
}

/// How examples fail. Each may take seconds to fail, so only the first few may.
fn failing(artefact: &Artefact, golden: &Golden) -> Vec<String> {
    let mut failures = Vec::new();
    for example in &golden.examples {
        if failures.len() == MOST_FAILURES {
            failures.push("The other examples were not tried.".to_owned());
            break;
        }
        let outcome = match artefact.for_examples(&golden.survey, &example.settings.to_string()) {
            Ok(configured) => golden.check_example(artefact.description(), example, configured),
            Err(fault) => Err(fault.to_string()),
        };
        failures.extend(outcome.err().map(|what| format!("{}: {what}", example.name)));
    }
    failures
}
