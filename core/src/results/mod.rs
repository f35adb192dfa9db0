//! What responses add up to: raw figures, before anybody may see them.
//!
//! Everything here is a projection: the same inputs in the same order give the same bits, on every run. Nothing here
//! can be shown. [`Measure`] and [`Tally`] have no words for people, on purpose: [`crate::disclosure`] alone turns
//! them into something that a page, an export or a screen may carry.

mod bands;
pub mod change;
pub mod columns;
mod counted;
mod counters;
pub mod interval;
mod measure;
pub mod pace;
pub mod representation;
mod tally;
pub mod two_groups;
pub mod weights;

pub use columns::Columns;
pub use counted::{Counted, count};
pub use counters::{Counter, REACHED, counters, reached};
pub use interval::Interval;
pub use measure::{Aggregation, Bounds, Contribution, Measure, reduce};
pub use representation::Verdict;
pub use tally::{Choosing, Tally};
