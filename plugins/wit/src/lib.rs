//! The contract of `scoring.wit` as plain Rust types.
//!
//! Host and SDK share them, so that what a plugin gives back is judged by one piece of code on both
//! sides: an author sees natively, in a unit test, the refusal that the server would give.
//! Nothing here knows WebAssembly. [`golden`] reads the examples that travel with a plugin.

mod batch;
mod description;
pub mod golden;
mod plan;
mod schema;
mod scores;
mod survey;

pub use batch::{Batch, Column, NO_OPTION, NO_OPTIONS};
pub use description::{Aggregation, Band, Description, Indicator};
pub use plan::{Plan, Problem};
pub use scores::{Note, Scores};
pub use survey::{Attribute, Choice, Kind, MAX_MULTI, MAX_SINGLE, Question, Survey};

/// Most indicators a plugin may feed.
pub const MAX_INDICATORS: usize = 500;
/// Most problems or warnings that one configuration may report.
pub const MAX_PROBLEMS: usize = 64;
/// Longest message of a problem or warning, in bytes.
pub const MAX_MESSAGE: usize = 512;
/// Longest error of a failed scoring, in bytes.
pub const MAX_ERROR: usize = 1024;
/// Longest key, and longest note code, in bytes.
pub const MAX_KEY: usize = 64;
/// Longest settings schema, in bytes.
pub const MAX_SCHEMA: usize = 64 * 1024;

/// Is this a key as indicators, bands and notes have them: `a-z`, `0-9` and `-`, at most
/// [`MAX_KEY`] bytes? Such keys go into addresses, file names and style classes as they stand.
pub fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= MAX_KEY
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Cuts a text to at most `bytes`, at the border of a character.
pub fn clip(mut text: String, bytes: usize) -> String {
    if text.len() > bytes {
        text.truncate(text.floor_char_boundary(bytes));
    }
    text
}
