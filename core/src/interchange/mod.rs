//! Surveys from and to the forms of other tools: what stands in their tables becomes a survey, and back.
//!
//! Here are tables of words only. Their files (`.xlsx`, `.csv`, XML) are read and written elsewhere. Whatever has no
//! equal on the other side is told as a [`Loss`], with what became of it; what cannot be read at all is refused with
//! [`Fault`]s. A survey that was read may still have faults of its own: it is a draft, to be looked through by a person.

mod assembly;
mod constraint;
mod expression;
mod keys;
mod languages;
pub mod lss;
mod meaning;
pub mod xlsform;

pub use languages::read as language_named;

use crate::survey::{Fault, Survey};

/// A workbook as rows of words: what any spreadsheet program shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// In their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a [`Workbook`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says.
    pub name: String,
    /// Its rows; the first holds the headings. Rows may be shorter than that.
    pub rows: Vec<Vec<String>>,
}

/// Something of a form that has no equal on the other side, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Where: `survey, row 12`, or the key of a question.
    pub at: String,
    /// What it is, what became of it, and what to do.
    pub message: String,
}

/// Rows that a table may have.
pub const MOST_ROWS: usize = 5_000;
/// Columns that a table may have.
pub const MOST_COLUMNS: usize = 300;
/// Signs that a cell may have: as many as spreadsheet programs allow.
pub const LONGEST_CELL: usize = 32_767;
/// Signs that all tables together may have.
pub const MOST_SIGNS: usize = 5_000_000;
/// Signs that the options of all questions together may have, where many questions share a list.
const MOST_OPTION_SIGNS: usize = 5_000_000;

impl Loss {
    fn new(at: &str, message: impl Into<String>) -> Self {
        Self { at: at.to_owned(), message: message.into() }
    }
}

fn fault(at: &str, message: impl Into<String>) -> Fault {
    Fault { at: at.to_owned(), message: message.into() }
}

/// The sizes of some tables against the limits.
#[derive(Default)]
struct Sizes {
    signs: usize,
    faults: Vec<Fault>,
}

impl Sizes {
    /// Takes in a table: its rows, each of some cells.
    fn table<'c, R: Iterator<Item = &'c str>>(&mut self, name: &str, rows: impl ExactSizeIterator<Item = R>) {
        if rows.len() > MOST_ROWS {
            let message = format!("it has {} rows; part the form, so that none has more than {MOST_ROWS}", rows.len());
            return self.faults.push(fault(name, message));
        }
        for (number, row) in (1..).zip(rows) {
            let mut columns = 0;
            for cell in row {
                columns += 1;
                let signs = cell.chars().take(MOST_SIGNS + 1).count();
                self.signs += signs;
                if signs > LONGEST_CELL {
                    let message = format!("a cell has more than {LONGEST_CELL} signs; shorten it");
                    self.faults.push(fault(&format!("{name}, row {number}"), message));
                }
            }
            if columns > MOST_COLUMNS {
                let message = format!("it has {columns} columns; take out all but {MOST_COLUMNS} of them");
                return self.faults.push(fault(&format!("{name}, row {number}"), message));
            }
        }
    }

    fn check(mut self) -> Result<(), Vec<Fault>> {
        if self.signs > MOST_SIGNS {
            let message = format!("the form has more than {MOST_SIGNS} signs in all; part it into smaller ones");
            self.faults.push(fault("", message));
        }
        self.faults.truncate(100);
        if self.faults.is_empty() { Ok(()) } else { Err(self.faults) }
    }
}

/// A survey that its own JSON form can hold: whoever keeps it can read it again.
fn kept(survey: Survey, losses: Vec<Loss>) -> Result<(Survey, Vec<Loss>), Vec<Fault>> {
    let unreadable = |e: serde_json::Error| vec![fault("", format!("the form cannot be kept as a survey: {e}"))];
    let json = serde_json::to_string(&survey).map_err(unreadable)?;
    Survey::draft(&json)?;
    Ok((survey, losses))
}

/// Some names for a message: the first few, and how many more there are.
fn few<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    const SHOWN: usize = 6;
    let names: Vec<_> = names.into_iter().collect();
    let first = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
