//! Files that other tools and people bring and take away: surveys, and tables of figures. Bytes become tables here, strictly
//! and within limits, and tables bytes; what the tables of surveys mean is told by [`heard_core::interchange`].

mod lime;
mod tables;
#[cfg(test)]
mod tests;
mod workbook;

use std::panic::{AssertUnwindSafe, catch_unwind};

use heard_core::{
    interchange::{Loss, lss, xlsform},
    survey::{Fault, Survey},
};

pub use tables::{CONFIDENTIAL, Cell, Table};
pub use workbook::{of_form, write as workbook};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 5 << 20;

/// What a workbook and a `.xls` of before 2007 begin with, and what text may.
const ZIP: &[u8] = b"PK";
const OLD_EXCEL: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Reads a survey from a file: an `XLSForm` workbook, a `.lss` of `LimeSurvey`, or our own JSON, told apart by what they
/// begin with. With it comes what could not be brought over; it is a draft, which may still have faults.
pub fn read(bytes: &[u8]) -> Result<(Survey, Vec<Loss>), Vec<Fault>> {
    if bytes.len() > LARGEST {
        return Err(vec![refusal("The file is too large: 5 MB at most.")]);
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    // Whatever a library makes of a hostile file ends here.
    let reading = || match begins {
        _ if bytes.starts_with(ZIP) => xlsform::read(&workbook::read(bytes).map_err(one)?),
        _ if bytes.starts_with(OLD_EXCEL) => {
            Err(one("This is a workbook of an old kind. Save it as .xlsx, and bring that."))
        }
        Some(b'<') => lss::read(&lime::read(bytes).map_err(one)?),
        Some(b'{') => json(bytes),
        _ => Err(one(NO_FORM)),
    };
    catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| Err(one(NO_FORM)))
}

const NO_FORM: &str =
    "We cannot read this file. Bring an XLSForm (.xlsx), a survey of LimeSurvey (.lss), or a survey of Heard (.json).";

fn json(bytes: &[u8]) -> Result<(Survey, Vec<Loss>), Vec<Fault>> {
    let text = std::str::from_utf8(bytes).map_err(|_| one("The file is not text in UTF-8."))?;
    Ok((Survey::draft(text)?, Vec::new()))
}

fn one(message: &str) -> Vec<Fault> {
    vec![refusal(message)]
}

fn refusal(message: &str) -> Fault {
    Fault { at: String::new(), message: message.to_owned() }
}
