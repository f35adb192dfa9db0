//! The plugin of `plugins/template` in JavaScript and in Python gives the same as in Rust, to the bit. `tests/run languages`
//! builds the components, which takes toolchains from npm and `PyPI`, and runs these tests.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail with it")]

use std::path::Path;
use std::time::Duration;

use heard_host::golden::Golden;
use heard_host::{
    Artefact, Cause, Check, Choice, Host, Kind, Limits, Question, Refused, Scores, Survey, Verdict, made_up,
};

const SETTINGS: &str = r#"{"question": "barriers"}"#;

fn component(language: &str) -> Vec<u8> {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("languages").join(language);
    let file = built.with_extension("wasm");
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}; `tests/run languages` builds it", file.display()))
}

/// Its clock is patient: the machine may be busy with other things.
fn patient(mut limits: Limits) -> Host {
    limits.call = Duration::from_mins(10);
    Host::new(limits).unwrap()
}

fn golden() -> Golden {
    Golden::read(include_str!("../../../template/golden.json")).unwrap()
}

/// Passes every check, says the same of itself as the plugin in Rust, and scores as it does.
fn as_in_rust(language: &str, host: &Host, most_options: usize) -> Artefact {
    let report = host.check(&component(language), Some(&golden()));
    assert!(report.passed(), "{:?}", report.findings);
    assert_eq!(report.findings.len(), Check::ALL.len());
    assert!(!report.findings.iter().any(|finding| matches!(finding.verdict, Verdict::Skipped(_))));
    let (own, rust) = (report.artefact.unwrap(), host.load(&component("rust")).unwrap());
    let mut said = own.description().clone();
    said.version.clone_from(&rust.description().version);
    assert_eq!(&said, rust.description());

    for survey in [golden().survey, of(1), of(20), of(most_options)] {
        let (own, rust) = (scored(&own, &survey), scored(&rust, &survey));
        assert!(own.0.iter().filter(|value| !f64::from_bits(**value).is_nan()).count() > 800);
        assert_eq!(own, rust);
    }
    // What it says of settings that do not fit is told in the same words.
    for settings in [r#"{"question": "gone"}"#, r#"{"question": "more"}"#] {
        assert_eq!(refused(&own, settings), refused(&rust, settings));
    }
    for settings in ["{}", "[]", r#"{"question": "barriers", "else": 1}"#, r#"{"question": 1}"#] {
        assert!(!refused(&own, settings).is_empty() && !refused(&rust, settings).is_empty(), "{settings}");
    }
    own
}

/// A survey with one question that offers this many options.
fn of(options: usize) -> Survey {
    let option = |number| Choice { key: format!("o{number}"), value: None };
    let kind = Kind::Multi((0..options).map(option).collect());
    let question = Question { key: "barriers".into(), kind, attributes: Vec::new() };
    Survey { key: "wide".into(), revision: 1, questions: vec![question], attributes: Vec::new() }
}

/// Bits of values, weights and shares; ends and sources.
type Bits = (Vec<u64>, Vec<u64>, Vec<u64>, Vec<u32>, Vec<u16>);

/// What 1,000 made-up responses give.
fn scored(artefact: &Artefact, survey: &Survey) -> Bits {
    let binding = artefact.configure(survey, SETTINGS).unwrap();
    let batch = made_up::answers(survey, binding.plan(), 1_000, 1);
    let Scores { values, weights, source_ends, sources, shares, notes } =
        binding.job().unwrap().score(&batch).unwrap().scores;
    assert!(notes.is_empty());
    let bits = |figures: Vec<f64>| figures.into_iter().map(f64::to_bits).collect();
    (bits(values), bits(weights), bits(shares), source_ends, sources)
}

/// Where these settings have problems, and which.
fn refused(artefact: &Artefact, settings: &str) -> Vec<(String, String)> {
    let Err(Refused::Problems(problems)) = artefact.configure(&golden().survey, settings) else { return Vec::new() };
    problems.into_iter().map(|problem| (problem.at, problem.message)).collect()
}

#[test]
#[ignore = "languages: `tests/run languages` builds what it needs"]
fn javascript_gives_the_same_bits() {
    // No operator has to allow anything.
    let host = patient(Limits::default());
    let artefact = as_in_rust("javascript", &host, 53);
    let Err(Refused::Problems(problems)) = artefact.configure(&of(54), SETTINGS) else { panic!("54 options are read") };
    assert!(problems[0].message.contains("more than 53 options"), "{problems:?}");
}

#[test]
#[ignore = "languages: `tests/run languages` builds what it needs"]
fn python_gives_the_same_bits() {
    let fault = patient(Limits::default()).load(&component("python")).unwrap_err();
    assert!(matches!(fault.cause, Cause::TooLarge { .. }), "{fault}");
    as_in_rust("python", &patient(Limits::large()), 63);
}
