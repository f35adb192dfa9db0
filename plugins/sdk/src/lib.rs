//! Write a scoring plugin for Heard in Rust.
//!
//! A plugin says what it is ([`Plugin::describe`]), is set up once for a survey
//! ([`Plugin::configure`]), and then turns one response at a time into contributions
//! ([`Plugin::score`]). Means, weights, intervals and thresholds are the host's business.
//!
//! ```
//! use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};
//!
//! /// Settings, as the form sends them.
//! #[derive(serde::Deserialize)]
//! pub struct Settings {
//!     question: String,
//! }
//!
//! /// Counts the barriers that a family named.
//! pub struct Barriers {
//!     question: Option<Read>,
//! }
//!
//! impl Plugin for Barriers {
//!     type Settings = Settings;
//!
//!     fn describe() -> Description {
//!         Description {
//!             name: "Barriers".into(),
//!             version: env!("CARGO_PKG_VERSION").into(),
//!             summary: "How many things keep a family away.".into(),
//!             indicators: vec![Indicator::new("barriers", "Barriers named", "barriers", 0.0..=63.0).lower_is_better()],
//!             settings_schema: r#"{"type": "object", "properties": {"question": {"type": "string"}}}"#.into(),
//!         }
//!     }
//!
//!     fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
//!         Self { question: setup.several(&settings.question, "/question") }
//!     }
//!
//!     fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
//!         let Some(question) = self.question.filter(|question| row.answered(*question)) else { return };
//!         let named = row.choices(question).count() as f64;
//!         out.give("barriers", named).from(question, named);
//!     }
//! }
//!
//! heard_plugin::export!(Barriers);
//! ```
//!
//! A plugin is a crate of type `cdylib` and `rlib`. Its examples live in `golden.json` and run as an
//! ordinary test: `heard_plugin::testkit::check::<Barriers>(include_str!("../golden.json"))`.

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod component;
mod configured;
mod output;
mod row;
mod setup;
pub mod testkit;

pub use configured::Configured;
pub use heard_contract::{
    Aggregation, Attribute, Band, Choice, Description, Indicator, Kind, Problem, Question, Survey,
};
pub use output::{Given, Output};
pub use row::{Ask, Row};
pub use setup::{Read, Scale, Setup};

/// The generated bindings name this crate as their user would.
#[cfg(target_arch = "wasm32")]
extern crate self as heard_plugin;

/// A scoring plugin. The same settings, survey and response must always give the same contributions:
/// there is no clock, randomness, network or file here, and the host checks.
pub trait Plugin: Sized {
    /// The settings, as `settings_schema` describes them. Give it `#[serde(deny_unknown_fields)]`,
    /// so that a mistyped name is a problem and not a silent default.
    type Settings: serde::de::DeserializeOwned;

    /// Name, indicators and settings schema.
    fn describe() -> Description;

    /// Sets the plugin up for a survey. Whatever cannot be used goes to [`Setup::problem`]; report
    /// all of them rather than the first. What this returns is used only if there was none.
    fn configure(settings: Self::Settings, setup: &mut Setup<'_>) -> Self;

    /// Turns one response into contributions. Giving nothing is an answer too.
    fn score(&self, row: &Row<'_>, out: &mut Output<'_>);
}

/// Makes a [`Plugin`] the plugin of its crate. Does nothing in a native build, where tests call the
/// plugin directly.
#[macro_export]
macro_rules! export {
    ($plugin:ident) => {
        #[cfg(target_arch = "wasm32")]
        const _: () = {
            type Exported = $crate::component::Component<$plugin>;
    $crate::component::bindings::export_component!(Exported with_types_in $crate::component::bindings);
        };
    };
}
