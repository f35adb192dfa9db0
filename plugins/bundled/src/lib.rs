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

/// All of them.
pub const ALL: &[Bundled] = &[SCALE_INDEX];

/// One construct from several agreement scales, as an index from 0 to 100.
pub const SCALE_INDEX: Bundled = Bundled {
    key: "scale-index",
    component: include_bytes!(concat!(env!("OUT_DIR"), "/scale-index.wasm")),
    golden: include_str!("../../scale-index/golden.json"),
    readme: include_str!("../../scale-index/README.md"),
};
