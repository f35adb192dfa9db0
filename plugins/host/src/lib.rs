//! Runs scoring plugins: loads a component, checks it, sets it up for a survey and scores batches of
//! answers, each job in an instance of its own. The only crate that sees wasmtime.
//!
//! ```text
//! Host::new(limits) -> host.load(bytes) -> Artefact          size, imports, contract, description
//!   artefact.configure(survey, settings) -> Binding | Refused   problems for the settings form
//!     binding.job() -> Job; job.score(batch) -> Scored          fresh instance, dropped with the job
//! ```
//!
//! Everything here is synchronous and may compute for seconds: call it on a thread for blocking work.
//! [`Host`], [`Artefact`] and [`Binding`] are cheap to clone and to share.
//!
//! **What holds** whatever a plugin does: it imports nothing, so it sees only what it is passed; it ends
//! (fuel, and a clock as the net below); it stays within its memory; what it gives back is checked before
//! anyone sees it; and nothing of it is left when its job is dropped. What it did wrong comes back as a
//! [`Fault`], in words for the person who can mend it.

mod artefact;
mod binding;
mod bindings;
mod convert;
mod engine;
mod fault;
mod limits;
mod meter;
mod sandbox;

use std::sync::Arc;

pub use artefact::{Artefact, Digest};
pub use binding::{Binding, Job, Refused, Scored};
pub use fault::{Cause, Fault, Retry, Stage};
pub use heard_contract::golden;
pub use heard_contract::{
    Aggregation, Attribute, Band, Batch, Choice, Column, Description, Indicator, Kind, NO_OPTION, NO_OPTIONS, Note,
    Plan, Problem, Question, Scores, Survey,
};
pub use limits::Limits;
pub use meter::Spent;

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
    /// Starts the engine and its clock.
    pub fn new(limits: Limits) -> Result<Self, Unavailable> {
        Ok(Self { inner: Arc::new(engine::Engine::start(limits)?) })
    }

    /// The limits that plugins are held to.
    pub fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// Compiles and checks a component: size, imports, contract, and what it says of itself.
    ///
    /// Compiling takes some tenths of a second for an ordinary plugin and cannot be interrupted.
    pub fn load(&self, component: &[u8]) -> Result<Artefact, Fault> {
        Artefact::load(&self.inner, component)
    }
}
