//! A loaded plugin.

use std::fmt;
use std::sync::Arc;

use heard_contract::{Description, Survey};
use sha2::{Digest as _, Sha256};
use wasmtime::component::Component;

use crate::bindings::PluginPre;
use crate::engine::Engine;
use crate::meter::Meter;
use crate::sandbox::Sandbox;
use crate::{Binding, Cause, Fault, Refused, Stage};

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
}

impl Artefact {
    pub(crate) fn load(engine: &Arc<Engine>, bytes: &[u8]) -> Result<Self, Fault> {
        let refused = |cause| Stage::Load.fault(cause);
        let limit = engine.limits.component;
        if bytes.len() > limit {
            return Err(refused(Cause::TooLarge { size: bytes.len(), limit }));
        }
        if let Some(what) = foreign(bytes) {
            return Err(refused(Cause::NotAComponent(what.to_owned())));
        }
        let component = Component::new(&engine.wasmtime, bytes)
            .map_err(|error| refused(Cause::NotAComponent(error.root_cause().to_string())))?;
        if let Some(import) = first_import(&component, engine) {
            return Err(refused(Cause::Imports(import)));
        }
        let plugin = engine
            .linker
            .instantiate_pre(&component)
            .and_then(PluginPre::new)
            .map_err(|error| refused(Cause::Contract(error.root_cause().to_string())))?;
        let description = Sandbox::new(engine, &plugin, Stage::Describe)?.describe()?;
        description.check().map_err(|what| Stage::Describe.fault(Cause::Description(what)))?;
        let digest = Digest(Sha256::digest(bytes).into());
        let inner = Inner { engine: Arc::clone(engine), plugin, description, digest, size: bytes.len() };
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

    /// Sets the plugin up for a survey. `settings` is JSON.
    pub fn configure(&self, survey: &Survey, settings: &str) -> Result<Binding, Refused> {
        Binding::new(self, survey, settings)
    }

    pub(crate) fn start(&self, stage: Stage) -> Result<Sandbox, Fault> {
        Sandbox::new(&self.inner.engine, &self.inner.plugin, stage)
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.inner.engine
    }
}

/// What a file is that plainly is no component: its first bytes tell, and the compiler's words for it tell nobody
/// anything.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [] => Some("it is empty"),
        [0, b'a', b's', b'm', 1, 0, 0, 0, ..] => Some("it is a core module; make a component of it first"),
        [0, b'a', b's', b'm', ..] => None,
        _ => Some("it is another kind of file"),
    }
}

fn first_import(component: &Component, engine: &Engine) -> Option<String> {
    let wanted = component.component_type();
    let mut imports = wanted.imports(&engine.wasmtime);
    imports.next().map(|(name, _)| name.to_owned())
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
