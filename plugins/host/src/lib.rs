//! Runs scoring plugins: loads a component, checks it, sets it up for a survey and scores batches of
//! answers, each job in an instance of its own. The only crate that sees wasmtime.
//!
//! ```text
//! Host::new(limits) -> host.load(bytes) -> Artefact          size, imports, contract, description
//!   artefact.configure(survey, settings) -> Binding | Refused   problems for the settings form
//!     binding.job() -> Job; job.score(batch) -> Scored          fresh instance, dropped with the job
//! ```
//!
//! Everything here is synchronous and may compute for seconds: call it on a thread of its own, which [`stand_back`]
//! has others go before.
//! [`Host`], [`Artefact`] and [`Binding`] are cheap to clone and to share.
//!
//! `host.check(bytes, examples)` does all of it for the person who is to decide about a plugin, and reports.
//!
//! | what a plugin may use | limit | when it is reached |
//! |---|---|---|
//! | file | 4 MiB, 50,000 functions | refused unread |
//! | compiling, in a process apart | 1 GiB of memory, 30 s of the processor, 60 s | the process ends, the plugin is refused |
//! | memory | 64 MiB in all | growing fails, which ends most plugins |
//! | tables | 20,000 elements | the same |
//! | stack | 512 KiB | trap |
//! | fuel to start, describe, set up | 200 million | trap; the same on every machine |
//! | fuel to score | 50 million a batch and 2 million a response | the same |
//! | processor time | 2 s a call | trap; the net below fuel |
//! | what a call hands back | 16 MiB | the call fails |
//! | what it may say | see `heard-contract` | clipped or refused |
//!
//! [`Limits`] has them; [`Limits::large`] are those of an operator who lets plugins bring a language with them.
//! Compiled code is kept by the component's digest and the way of compiling in a private folder, under an HMAC
//! ([`Cache`]); the one `unsafe` of this crate is there, with its argument.
//!
//! **What holds** whatever a plugin does: it imports nothing, so it sees only what it is passed; it ends
//! (fuel, and processor time as the net below); it stays within its memory; what it gives back is checked before
//! anyone sees it; and nothing of it is left when its job is dropped. What it did wrong comes back as a
//! [`Fault`], in words for the person who can mend it.

mod artefact;
mod binding;
mod bindings;
mod cache;
mod compiler;
mod convert;
mod engine;
pub mod examples;
mod fault;
mod limits;
pub mod made_up;
mod meter;
mod module;
mod processor;
mod report;
mod sandbox;

use std::sync::Arc;

pub use artefact::{Artefact, Digest};
pub use binding::{Binding, Job, Refused, Scored};
pub use cache::Cache;
pub use compiler::{Apart, compile_for_parent};
pub use fault::{Cause, Fault, Retry, Stage};
pub use heard_contract::golden;
pub use heard_contract::{
    Aggregation, Attribute, Band, Batch, Choice, Column, Description, Indicator, Kind, NO_OPTION, NO_OPTIONS, Note,
    Plan, Problem, Question, Scores, Survey,
};
pub use limits::Limits;
pub use meter::Spent;
pub use processor::stand_back;
pub use report::{Check, Cost, Finding, Report, Verdict};

/// How components become code. The default compiles in this process and keeps nothing: for tests.
#[derive(Debug, Default)]
pub struct Compiling {
    /// The process that compiles components which are not ours; this one, where there is none.
    pub apart: Option<Apart>,
    /// Where compiled code is kept.
    pub cache: Option<Cache>,
}

/// A sandbox engine with its limits. One for the whole server.
#[derive(Debug, Clone)]
pub struct Host {
    inner: Arc<engine::Engine>,
}

/// This machine cannot run plugins at all.
#[derive(Debug, thiserror::Error)]
#[error("plugins cannot run on this machine: {0}")]
pub struct Unavailable(String);

impl Host {
    /// Starts the engine and its clock. It compiles in this process and keeps nothing.
    pub fn new(limits: Limits) -> Result<Self, Unavailable> {
        Self::with(limits, Compiling::default())
    }

    /// Starts the engine and its clock.
    pub fn with(limits: Limits, compiling: Compiling) -> Result<Self, Unavailable> {
        Ok(Self { inner: Arc::new(engine::Engine::start(limits, compiling)?) })
    }

    /// The limits that plugins are held to.
    pub fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// Compiles and checks a component: size, imports, contract, and what it says of itself.
    ///
    /// Compiling takes some tenths of a second for an ordinary plugin, and up to [`Limits::compile`] for a bad one.
    pub fn load(&self, component: &[u8]) -> Result<Artefact, Fault> {
        Artefact::load(&self.inner, component, Origin::Foreign)
    }

    /// The same for a component that comes with Heard: it is compiled in this process, which is quicker.
    pub fn load_own(&self, component: &[u8]) -> Result<Artefact, Fault> {
        Artefact::load(&self.inner, component, Origin::Own)
    }

    /// Loads a component and tries it, for the person who is to decide about it. `examples` are those that it must
    /// pass; where there are none, those that travel in the component (see [`examples`]).
    pub fn check(&self, component: &[u8], examples: Option<&golden::Golden>) -> Report {
        report::check(self, component, examples)
    }
}

/// Where a component comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// With Heard.
    Own,
    /// From anybody.
    Foreign,
}
