//! The same figures as a table for a spreadsheet: a line for each answer to each question, in CSV.

use heard_core::text::Lang;

use super::{Answered, view::options};
use crate::{error::Error, surveys::Published};

const HEADS: [&str; 10] = [
    "section",
    "question_key",
    "question",
    "part",
    "answer_key",
    "answer",
    "base",
    "people",
    "percent",
    "likely_between",
];

/// What stands for a figure that is hidden, or that nobody stands behind: the symbol of English official statistics for
/// what is confidential (Government Analysis Function, "Using symbols in tables").
const CONFIDENTIAL: &str = "[c]";

/// The table, with the mark by which spreadsheets know UTF-8.
pub(super) fn csv(published: &Published, answered: &[Answered<'_>]) -> Result<Vec<u8>, Error> {
    let english = Lang::english();
    let mut table = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    let fault = |error: csv::Error| Error::fault("results as CSV", error);
    table.write_record(HEADS).map_err(fault)?;
    for section in &published.survey.sections {
        let here =
            answered.iter().filter(|one| section.questions.iter().any(|question| question.key == one.question.key));
        for (one, column) in here.flat_map(|one| one.columns.iter().map(move |column| (one, column))) {
            let number =
                |number: Option<u32>| number.map_or_else(|| CONFIDENTIAL.to_owned(), |number| number.to_string());
            for (key, (words, share)) in column.codes.iter().zip(options(one.question, column)) {
                let between = share.and_then(|share| share.interval());
                let between = between.map(|i| format!("{:.0} to {:.0}", i.low.floor(), i.high.ceil()));
                let line = [
                    section.title.get(&english).to_owned(),
                    one.question.key.to_string(),
                    one.question.text.get(&english).to_owned(),
                    column.counter.part.clone().unwrap_or_default(),
                    key.clone(),
                    words,
                    number(column.shown.base()),
                    number(share.map(|share| share.count())),
                    share.map_or_else(|| CONFIDENTIAL.to_owned(), |share| format!("{:.0}", share.percent())),
                    between.unwrap_or_else(|| CONFIDENTIAL.to_owned()),
                ];
                table.write_record(line.map(words_only)).map_err(fault)?;
            }
        }
    }
    table.into_inner().map_err(|e| Error::fault("results as CSV", e))
}

/// The same as words: a spreadsheet takes what begins with one of these signs for a formula, and runs it.
fn words_only(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_formula() {
        for (cell, written) in [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2", "'-2"), ("a=b", "a=b"), ("", "")] {
            assert_eq!(words_only(cell.to_owned()), written);
        }
    }
}
