//! What the host's tests share: a survey, answers from a seed, and the plugins.

use std::sync::LazyLock;
use std::time::Duration;

use heard_bundled::SCALE_INDEX;
use heard_host::golden::Golden;
pub use heard_host::made_up::answers;
use heard_host::{Artefact, Batch, Binding, Column, Host, Limits, Survey};

/// Two agreement scales, one of them reversed.
pub const SETTINGS: &str = r#"{"items": ["welcome", "left-out", "belong"], "reversed": ["left-out"]}"#;

/// One host for all tests of a process, as a server has one. Its clock is patient: verdicts here are of fuel, which are
/// the same on a machine that is busy with other things.
pub fn host() -> &'static Host {
    static HOST: LazyLock<Host> = LazyLock::new(|| {
        let call = Duration::from_mins(10);
        Host::new(Limits { call, ..Limits::default() }).unwrap()
    });
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

/// All responses chose the same option of every question.
pub fn all_chose(binding: &Binding, option: u16, responses: u32) -> Batch {
    let mut batch = Batch::for_plan(binding.survey(), binding.plan());
    for column in &mut batch.columns {
        *column = Column::Single(vec![option; responses as usize]);
    }
    batch.responses = responses;
    batch
}
