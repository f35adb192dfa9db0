//! What the host's tests share: a survey, answers from a seed, and the plugins.

use std::sync::LazyLock;

use heard_bundled::SCALE_INDEX;
use heard_host::golden::Golden;
use heard_host::{Artefact, Batch, Binding, Column, Host, Limits, Plan, Survey};

/// Two agreement scales, one of them reversed.
pub const SETTINGS: &str = r#"{"items": ["welcome", "left-out", "belong"], "reversed": ["left-out"]}"#;

/// One host for all tests of a process, as a server has one.
pub fn host() -> &'static Host {
    static HOST: LazyLock<Host> = LazyLock::new(|| Host::new(Limits::default()).unwrap());
    &HOST
}

/// The survey of the bundled plugin's examples.
pub fn survey() -> Survey {
    Golden::read(SCALE_INDEX.golden).unwrap().survey
}

/// The bundled plugin, compiled once.
pub fn scale_index() -> Binding {
    static LOADED: LazyLock<Artefact> = LazyLock::new(|| host().load(SCALE_INDEX.component).unwrap());
    LOADED.configure(&survey(), SETTINGS).unwrap()
}

/// Answers of all kinds, one in eight missing; the same for the same seed.
pub fn answers(survey: &Survey, plan: &Plan, responses: u32, mut seed: u64) -> Batch {
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut batch = Batch::for_plan(survey, plan);
    for (column, read) in batch.columns.iter_mut().zip(&plan.reads) {
        let options = survey.questions[usize::from(*read)].kind.options().len();
        for _ in 0..responses {
            let missing = next(8) == 0;
            match column {
                _ if missing => column.push_no_answer(),
                Column::Single(answers) => answers.push(u16::try_from(next(options)).unwrap()),
                Column::Multi(answers) => answers.push(next(1 << options) as u64),
                Column::Number(answers) => answers.push(f64::from(u8::try_from(next(100)).unwrap())),
                Column::Text(answers) => answers.push("a".repeat(1 + next(20))),
            }
        }
    }
    batch.responses = responses;
    batch
}

/// All responses chose the same option of every question.
pub fn all_chose(binding: &Binding, option: u16, responses: u32) -> Batch {
    let mut batch = Batch::for_plan(binding.survey(), binding.plan());
    for column in &mut batch.columns {
        *column = Column::Single(vec![option; responses as usize]);
    }
    batch.responses = responses;
    batch
}
