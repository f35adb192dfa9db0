//! A loaded plugin.

use std::fmt;
use std::sync::Arc;

use heard_contract::golden::{Configured, Ready};
use heard_contract::{Batch, Description, Survey};
use sha2::{Digest as _, Sha256};
use wasmtime::component::Component;

use crate::bindings::PluginPre;
use crate::engine::Engine;
use crate::meter::Meter;
use crate::sandbox::Sandbox;
use crate::{Binding, Cause, Fault, Job, Origin, Refused, Spent, Stage, cache, compiler, module};

/// SHA-256 of a component's bytes: its name wherever figures are stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest([u8; 32]);

/// A compiled component that passed the checks of [`crate::Host::load`].
#[derive(Debug, Clone)]
pub struct Artefact {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Arc<Engine>,
    plugin: PluginPre<Meter>,
    description: Description,
    digest: Digest,
    size: usize,
    spent: Spent,
}

impl Artefact {
    pub(crate) fn load(engine: &Arc<Engine>, bytes: &[u8], origin: Origin) -> Result<Self, Fault> {
        let refused = |cause| Stage::Load.fault(cause);
        module::check(bytes, &engine.limits).map_err(refused)?;
        let digest = Digest::of(bytes);
        let component = component(engine, bytes, digest, origin).map_err(refused)?;
        if let Some(import) = first_import(&component, engine) {
            return Err(refused(Cause::Imports(import)));
        }
        let plugin = engine
            .linker
            .instantiate_pre(&component)
            .and_then(PluginPre::new)
            .map_err(|error| refused(Cause::Contract(error.root_cause().to_string())))?;
        let mut sandbox = Sandbox::new(engine, &plugin, Stage::Describe)?;
        let description = sandbox.describe()?;
        description.check().map_err(|what| Stage::Describe.fault(Cause::Description(what)))?;
        let spent = sandbox.take_spent();
        let inner = Inner { engine: Arc::clone(engine), plugin, description, digest, size: bytes.len(), spent };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// What the plugin says of itself, checked.
    pub fn description(&self) -> &Description {
        &self.inner.description
    }

    /// The name of these bytes.
    pub fn digest(&self) -> Digest {
        self.inner.digest
    }

    /// In bytes.
    pub fn size(&self) -> usize {
        self.inner.size
    }

    /// What the dearest call used: to start it, or to say what it is.
    pub fn spent(&self) -> Spent {
        self.inner.spent
    }

    /// Sets the plugin up for a survey. `settings` is JSON.
    pub fn configure(&self, survey: &Survey, settings: &str) -> Result<Binding, Refused> {
        Ok(self.begin(survey, settings)?.binding().clone())
    }

    /// The same for those who go on to score: with the instance that was set up.
    pub fn begin(&self, survey: &Survey, settings: &str) -> Result<Job, Refused> {
        Job::begin(self, survey, settings)
    }

    /// The same in the form that [`Golden::check`](crate::golden::Golden::check) asks for.
    pub fn for_examples<'a>(&self, survey: &Survey, settings: &str) -> Result<Configured<'a>, Fault> {
        let mut job = match self.begin(survey, settings) {
            Ok(job) => job,
            Err(Refused::Problems(problems)) => return Ok(Err(problems)),
            Err(Refused::Fault(fault)) => return Err(fault),
        };
        let plan = job.binding().plan().clone();
        let score =
            move |batch: &Batch| job.score(batch).map(|scored| scored.scores).map_err(|fault| fault.to_string());
        Ok(Ok(Ready { plan, score: Box::new(score) }))
    }

    pub(crate) fn start(&self, stage: Stage) -> Result<Sandbox, Fault> {
        Sandbox::new(&self.inner.engine, &self.inner.plugin, stage)
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.inner.engine
    }
}

/// The component as code: compiled before, or now.
fn component(engine: &Engine, bytes: &[u8], digest: Digest, origin: Origin) -> Result<Component, Cause> {
    let found = engine.cache.as_ref().and_then(|cache| cache.find(&engine.wasmtime, digest));
    if let Some(component) = found {
        return Ok(component);
    }
    let code = match (&engine.apart, origin) {
        (Some(apart), Origin::Foreign) => apart.compile(&engine.limits, bytes)?,
        _ => compiler::in_process(&engine.wasmtime, bytes).map_err(Cause::NotAComponent)?,
    };
    if let Some(cache) = &engine.cache {
        // A full disc costs time, nothing else.
        let _kept = cache.keep(&engine.wasmtime, digest, &code);
    }
    cache::load(&engine.wasmtime, &code).map_err(|error| Cause::Demands(error.root_cause().to_string()))
}

fn first_import(component: &Component, engine: &Engine) -> Option<String> {
    let wanted = component.component_type();
    let mut imports = wanted.imports(&engine.wasmtime);
    imports.next().map(|(name, _)| name.to_owned())
}

impl Digest {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Artefact")
            .field("name", &self.description.name)
            .field("digest", &self.digest)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sha256:{self}")
    }
}
