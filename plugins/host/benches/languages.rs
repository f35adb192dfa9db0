//! What the same small plugin costs in Rust, JavaScript and Python: medians of rounds in turns, in one run.
//! `tests/run languages` builds the components and runs this; so does, after it, `cargo bench -p heard-host --bench languages`.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

use std::path::Path;
use std::time::Instant;

use heard_host::golden::Golden;
use heard_host::{Batch, Binding, Host, Limits, Spent, made_up};

const LANGUAGES: [&str; 3] = ["rust", "javascript", "python"];
const RESPONSES: u32 = 1_000;
const ROUNDS: usize = 9;

struct Plugin {
    language: &'static str,
    size: usize,
    /// Seconds.
    compiling: f64,
    /// Seconds for an instance that is set up.
    starting: Vec<f64>,
    /// Seconds for a batch.
    scoring: Vec<f64>,
    spent: Spent,
    binding: Binding,
    batch: Batch,
}

fn main() {
    let host = Host::new(Limits::large()).expect("this machine runs plugins");
    let mut plugins = LANGUAGES.map(|language| load(&host, language));
    for _ in 0..ROUNDS {
        plugins.iter_mut().for_each(round);
    }
    println!("\nThe plugin of plugins/template, {RESPONSES} responses a batch, median of {ROUNDS}");
    let [size, compile, start, memory, fuel, each, ratio] =
        ["size KB", "compile s", "start ms", "memory KB", "fuel each", "us each", "times Rust"];
    println!("{:>12}{size:>12}{compile:>12}{start:>12}{memory:>12}{fuel:>12}{each:>12}{ratio:>12}", "");
    let mut rust = None;
    for Plugin { language, size, compiling, starting, scoring, spent, .. } in plugins {
        let (size, start, memory) = (size >> 10, median(starting) * 1e3, spent.memory >> 10);
        let fuel = spent.fuel / u64::from(RESPONSES);
        let each = median(scoring) * 1e6 / f64::from(RESPONSES);
        let ratio = each / *rust.get_or_insert(each);
        println!(
            "{language:>12}{size:>12}{compiling:>12.1}{start:>12.2}{memory:>12}{fuel:>12}{each:>12.2}{ratio:>12.0}"
        );
    }
}

fn load(host: &Host, language: &'static str) -> Plugin {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("languages").join(language);
    let component = std::fs::read(built.with_extension("wasm")).expect("built by `tests/run languages`");
    let golden = Golden::read(include_str!("../../template/golden.json")).expect("the template has examples");
    let began = Instant::now();
    let artefact = host.load(&component).expect("the component is accepted");
    let compiling = began.elapsed().as_secs_f64();
    let binding = artefact.configure(&golden.survey, r#"{"question": "barriers"}"#).expect("the settings fit");
    let batch = made_up::answers(&golden.survey, binding.plan(), RESPONSES, 1);
    let (starting, scoring, spent) = (Vec::new(), Vec::new(), Spent::default());
    Plugin { language, size: component.len(), compiling, starting, scoring, spent, binding, batch }
}

/// One instance as each job has it, and its first batch.
fn round(plugin: &mut Plugin) {
    let began = Instant::now();
    let mut job = plugin.binding.job().expect("an instance");
    plugin.starting.push(began.elapsed().as_secs_f64());
    let began = Instant::now();
    plugin.spent = job.score(&plugin.batch).expect("the batch is scored").spent;
    plugin.scoring.push(began.elapsed().as_secs_f64());
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
