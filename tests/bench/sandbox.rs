//! What the sandbox costs: one plugin as a component and natively, over the same columns.

use std::time::Instant;

use heard_host::{Batch, Binding, Choice, Column, Host, Kind, Limits, Question, Survey, made_up};
use heard_plugin::Configured;

use crate::{
    figures::{median, median_ratio},
    typical::{self, Typical},
};

const RESPONSES: u32 = 100_000;
/// As the worker scores them: a turn has one instance for its batches.
const BATCHES: usize = 100;
const BATCHES_A_TURN: usize = 5;
const TURNS: usize = 7;
const SETTINGS: &str = "{}";

/// Typical words: 200 signs, one of the phrases in some of them.
const WORDS: [&str; 3] = [
    "We would have loved to come but with three children and the late shift there was never an evening that worked \
     for all of us, and when we asked the school nobody could tell us whom to write to about it, sadly.",
    "My daughter sings all day and would like to try the drums. We saw the leaflet at the library and thought it was \
     only for those who can read music already. It was too expensive for two of them at once anyway.",
    "There is no bus back after five o'clock and I do not drive. If the lessons were in our own school on a Thursday \
     we would be there every week, and so would half of our street. Thank you for asking us about it!",
];

/// Measures both in turns and prints the ratio.
pub fn against_native() {
    let survey = survey();
    let host = Host::new(Limits::default()).expect("this machine runs plugins");
    let artefact = host.load(heard_hostile::TYPICAL).expect("the component is accepted");
    let binding = artefact.configure(&survey, SETTINGS).expect("the settings fit");
    let native = Configured::<Typical>::new(survey.clone(), SETTINGS).expect("the settings fit");
    let batches: Vec<Batch> = answers(&survey, &binding).parts(BATCHES).collect();
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    // The first turn warms up.
    for turn in 0..=TURNS {
        let natively = seconds(|| batches.iter().map(|batch| native.score(batch).expect("scored").values.len()).sum());
        let sandboxed = seconds(|| {
            let turn = |turn: &[Batch]| -> usize {
                let mut job = artefact.begin(&survey, SETTINGS).expect("the settings fit");
                turn.iter().map(|batch| job.score(batch).expect("scored").scores.values.len()).sum()
            };
            batches.chunks(BATCHES_A_TURN).map(turn).sum()
        });
        if turn > 0 {
            outside.push(natively);
            inside.push(sandboxed);
        }
    }
    let first = &batches[0];
    let same = binding.job().and_then(|mut job| job.score(first)).expect("scored").scores;
    assert!(same_bits(&same.values, &native.score(first).expect("scored").values), "other figures in the sandbox");
    println!("\nScoring {RESPONSES} responses, 20 questions, 10 indicators, a text of 200 signs; median of {TURNS}");
    let each = |seconds: &[f64]| median(seconds.to_vec()) * 1e6 / f64::from(RESPONSES);
    println!("    {:<28} {:>8.2}", "microseconds natively", each(&outside));
    println!("    {:<28} {:>8.2}", "microseconds in the sandbox", each(&inside));
    println!("    {:<28} {:>8.2}   asked for: at most 2.2", "times native", median_ratio(&inside, &outside));
}

#[expect(clippy::disallowed_methods, reason = "measures time")]
fn seconds(run: impl FnOnce() -> usize) -> f64 {
    let began = Instant::now();
    std::hint::black_box(run());
    began.elapsed().as_secs_f64()
}

fn same_bits(one: &[f64], other: &[f64]) -> bool {
    one.iter().map(|value| value.to_bits()).eq(other.iter().map(|value| value.to_bits()))
}

fn survey() -> Survey {
    let choice = |key: &str| Choice { key: key.to_owned(), value: None };
    let single = |keys: &[&str]| Kind::Single(keys.iter().map(|key| choice(key)).collect());
    let several = |keys: &[&str]| Kind::Multi(keys.iter().map(|key| choice(key)).collect());
    let point = |value: u8| Choice { key: format!("point_{value}"), value: Some(value.into()) };
    let scales = typical::INDICES.iter().flat_map(|(_, scales)| scales);
    let scales = scales.map(|scale| (*scale, Kind::Single((1..=5).map(point).collect())));
    let number = Kind::Number { min: None, max: None };
    let others = [
        ("barriers", several(&["cost", "transport", "times", "did_not_know", "needs", "not_for_us", "other"])),
        ("activities", several(&["lessons", "ensemble", "choir", "at_home", "online", "elsewhere"])),
        ("importance", number.clone()),
        ("children", number),
        ("wants_say", single(&["yes", "no", "unsure"])),
        ("phase", single(&["early", "primary", "secondary", "sixth_form"])),
        ("who", single(&["now", "stopped", "never"])),
        ("words", Kind::Text),
    ];
    let question = |(key, kind): (&str, Kind)| Question { key: key.to_owned(), kind, attributes: Vec::new() };
    let questions = scales.chain(others).map(question).collect();
    Survey { key: "typical".to_owned(), revision: 1, questions, attributes: Vec::new() }
}

/// Made-up answers, one in eight missing, with numbers that fit the questions and texts of the usual length.
fn answers(survey: &Survey, binding: &Binding) -> Batch {
    let mut batch = made_up::answers(survey, binding.plan(), RESPONSES, 2026);
    for column in &mut batch.columns {
        match column {
            Column::Number(numbers) => numbers.iter_mut().for_each(|number| *number = 1.0 + *number % 10.0),
            Column::Text(texts) => {
                let written = texts.iter_mut().zip(WORDS.iter().cycle()).filter(|(text, _)| !text.is_empty());
                written.for_each(|(text, words)| (*words).clone_into(text));
            }
            Column::Single(_) | Column::Multi(_) => {}
        }
    }
    batch
}
