//! A plugin that is set up for a survey, and its jobs.

use std::sync::Arc;

use heard_contract::{Batch, Plan, Problem, Scores, Survey};
use wasmtime::component::ResourceAny;

use crate::report::purity;
use crate::sandbox::Sandbox;
use crate::{Artefact, Cause, Fault, Spent, Stage};

/// A plugin, a survey and settings that go together. Holds no instance.
#[derive(Debug, Clone)]
pub struct Binding {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    artefact: Artefact,
    survey: Survey,
    settings: String,
    plan: Plan,
    spent: Spent,
}

/// Why a plugin could not be set up.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refused {
    /// The settings do not fit; at least one, to be shown beside the fields that they name.
    #[error("the settings have problems")]
    Problems(Vec<Problem>),
    /// The plugin failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Scores and what they cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// Checked: shapes, indexes, ranges, weights.
    pub scores: Scores,
    /// For this batch.
    pub spent: Spent,
}

/// An instance of a binding, for batches of one service. After a fault its instance is gone and every
/// further batch gets the same fault: start another job.
pub struct Job {
    binding: Binding,
    state: Result<(Sandbox, ResourceAny), Fault>,
}

impl Binding {
    /// What it reads, gives and warns of.
    pub fn plan(&self) -> &Plan {
        &self.inner.plan
    }

    /// What the dearest call of setting it up used.
    pub fn spent(&self) -> Spent {
        self.inner.spent
    }

    /// The plugin.
    pub fn artefact(&self) -> &Artefact {
        &self.inner.artefact
    }

    /// The survey.
    pub fn survey(&self) -> &Survey {
        &self.inner.survey
    }

    /// Says how the same answers can give other figures ("in another instance"), if they can: tried on two hundred made-up
    /// responses. A plugin of which that is so cannot be used; a fault on answers that nobody gave says little.
    pub fn unsteady(&self) -> Result<Option<&'static str>, Fault> {
        purity::unsteady(self, &mut |_, _| ())
    }

    /// A fresh instance, set up and ready to score any number of batches.
    pub fn job(&self) -> Result<Job, Fault> {
        let Inner { artefact, survey, settings, plan, .. } = &*self.inner;
        let mut sandbox = artefact.start(Stage::Configure)?;
        match sandbox.configure(survey, settings)? {
            Ok((configured, again)) if again == *plan => {
                // What follows is what scoring uses.
                sandbox.take_spent();
                Ok(Job { binding: self.clone(), state: Ok((sandbox, configured)) })
            }
            _ => Err(Stage::Configure.fault(Cause::Unsteady)),
        }
    }
}

impl Job {
    /// Sets a plugin up for the first time.
    pub(crate) fn begin(artefact: &Artefact, survey: &Survey, settings: &str) -> Result<Self, Refused> {
        survey.check().map_err(|what| Stage::Configure.fault(Cause::Input(what)))?;
        let mut sandbox = artefact.start(Stage::Configure)?;
        let (configured, plan) = sandbox.configure(survey, settings)?.map_err(Refused::Problems)?;
        plan.check(survey, artefact.description()).map_err(|what| Stage::Configure.fault(Cause::Output(what)))?;
        let spent = sandbox.take_spent();
        let inner =
            Inner { artefact: artefact.clone(), survey: survey.clone(), settings: settings.into(), plan, spent };
        Ok(Self { binding: Binding { inner: Arc::new(inner) }, state: Ok((sandbox, configured)) })
    }

    /// What it is a job of.
    pub fn binding(&self) -> &Binding {
        &self.binding
    }

    /// Scores a batch; best with about 1,000 responses.
    pub fn score(&mut self, batch: &Batch) -> Result<Scored, Fault> {
        let Inner { artefact, survey, plan, .. } = &*self.binding.inner;
        let (sandbox, configured) = self.state.as_mut().map_err(|fault| fault.clone())?;
        batch.check(survey, plan).map_err(|what| Stage::Score.fault(Cause::Input(what)))?;
        let scored = sandbox.score(*configured, batch).and_then(|scores| {
            let checked = scores.check(batch.responses, survey, plan, artefact.description());
            checked.map_err(|what| Stage::Score.fault(Cause::Output(what)))?;
            Ok(Scored { scores, spent: sandbox.take_spent() })
        });
        scored.inspect_err(|fault| self.state = Err(fault.clone()))
    }
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("binding", &self.binding).finish_non_exhaustive()
    }
}
