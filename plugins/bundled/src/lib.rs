//! The plugins that come with Heard. `build.rs` compiles the guest crates beside this one to
//! components; this crate embeds them with what travels with each.

/// A plugin with its papers.
#[derive(Debug, Clone, Copy)]
pub struct Bundled {
    /// The guest crate's name; stable.
    pub key: &'static str,
    /// The component.
    pub component: &'static [u8],
    /// `golden.json`: examples that the component must pass.
    pub golden: &'static str,
    /// `README.md`, for the person who uses it.
    pub readme: &'static str,
}

macro_rules! bundled {
    ($key:literal) => {
        Bundled {
            key: $key,
            component: include_bytes!(concat!(env!("OUT_DIR"), "/", $key, ".wasm")),
            golden: include_str!(concat!("../../", $key, "/golden.json")),
            readme: include_str!(concat!("../../", $key, "/README.md")),
        }
    };
}

/// What keeps families away: how many things, and how heavily.
pub const BARRIERS: Bundled = bundled!("barriers");
/// Shares of answers, among all or among a group.
pub const REACH: Bundled = bundled!("reach");
/// One construct from several agreement scales, as an index from 0 to 100.
pub const SCALE_INDEX: Bundled = bundled!("scale-index");
/// Points from a table of rules.
pub const TABLE: Bundled = bundled!("table");
/// What free text speaks of, by lists of words and phrases.
pub const THEMES: Bundled = bundled!("themes");

/// All of them, in the order in which they are offered.
pub const ALL: &[Bundled] = &[SCALE_INDEX, BARRIERS, REACH, THEMES, TABLE];
