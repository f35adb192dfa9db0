//! Surveys from and to `XLSForm`, the workbooks that `KoboToolbox`, ODK and others read and write.
//!
//! A form has a sheet `survey` with a row a question, a sheet `choices` with the options, and a sheet `settings`. What
//! they mean is said at <https://xlsform.org>.
//!
//! What Heard knows besides travels in columns whose names begin with `heard::`, which other tools pass over: a workbook
//! that we wrote is read back as the survey that it was. What a person changed in the usual columns wins over it.

mod asking;
mod carried;
mod form;
mod grids;
mod merging;
mod naming;
mod options;
mod pages;
mod reading;
mod rules;
mod sheets;
mod unseen;
mod writing;

#[cfg(test)]
mod tests;

pub(super) use options::{points, several, single};
pub(super) use pages::{bare, beginning, section};
pub use reading::read;
pub use writing::write;
