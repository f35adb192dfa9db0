//! The hostile guests beside this crate, as components: one a fault. The host's tests load each and say
//! how it must end.

macro_rules! component {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".wasm"))
    };
}

/// Never comes back from scoring.
pub const ENDLESS_LOOP: &[u8] = component!("endless-loop");
/// Takes memory until there is none.
pub const MEMORY_BOMB: &[u8] = component!("memory-bomb");
/// Calls itself without end.
pub const DEEP_RECURSION: &[u8] = component!("deep-recursion");
/// Breaks down on one answer, and is well with all others.
pub const POISON: &[u8] = component!("poison");
/// Gives a value that its indicator cannot have.
pub const OUT_OF_RANGE: &[u8] = component!("out-of-range");
/// Hands back what its settings name: `too much`, `too little`, or the `sources` of questions that nobody sent.
pub const WRONG_OUTPUT: &[u8] = component!("wrong-output");
/// Uses nearly all the fuel that it may, and comes to an end.
pub const SLOW: &[u8] = component!("slow");
/// Not hostile: what a service of some size might bring, with 20 questions and 10 indicators.
pub const TYPICAL: &[u8] = component!("typical");

/// The smallest plugin: the artefact of the contract's first release, as text. Its functions begin with a comment that
/// names them, so that a test can put a fault there.
pub const SMALLEST: &str = include_str!("../../../plugins/wit/frozen/1.0.0/plugin.wat");

/// The smallest plugin with other text in the place of some of its own.
///
/// # Panics
/// When a text to be replaced does not stand there, or twice.
pub fn altered(changes: &[(&str, &str)]) -> String {
    let mut text = SMALLEST.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    text
}
