//! The host against honest, hostile and broken plugins.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail with it")]

mod admission;
mod altered;
mod bundled;
mod frozen;
mod hostile;
mod support;
