//! Runs a plugin natively, with the checks that the host makes.

use heard_contract::Problem;
pub use heard_contract::golden::{Cell, Example, Expected, Golden};
use heard_contract::golden::{Configured as Outcome, Ready};
pub use heard_contract::{Batch, Column, NO_OPTION, NO_OPTIONS, Plan, Scores};

use crate::{Configured, Plugin, Survey};

/// Checks the description and runs the examples of a `golden.json`.
///
/// # Panics
/// With every failure in its message: this is for tests.
pub fn check<P: Plugin>(golden: &str) {
    let golden = Golden::read(golden).unwrap_or_else(|error| panic!("golden.json: {error}"));
    let failures = golden.check(&P::describe(), native::<P>);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Sets a plugin up natively, in the form that [`Golden::check`] asks for.
pub fn native<'a, P: Plugin + 'a>(survey: &Survey, settings: &str) -> Outcome<'a> {
    let configured: Configured<P> = Configured::new(survey.clone(), settings)?;
    Ok(Ready { plan: configured.plan().clone(), score: Box::new(move |batch| configured.score(batch)) })
}

/// The problems that these settings give; none if the plugin accepts them.
pub fn problems<P: Plugin>(survey: &Survey, settings: &str) -> Vec<Problem> {
    Configured::<P>::new(survey.clone(), settings).err().unwrap_or_default()
}
