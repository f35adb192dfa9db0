//! Tables of figures to take away: for spreadsheets and for programs.

use serde_json::Value;

/// What stands for a figure that is hidden, or that nobody stands behind: the symbol of English official statistics for
/// what is confidential (Government Analysis Function, "Using symbols in tables").
pub const CONFIDENTIAL: &str = "[c]";

/// What a place of a table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, or nothing.
    Words(String),
    /// A whole figure.
    Number(i32),
    /// A figure that is not told.
    Hidden,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(words: T) -> Self {
        Self::Words(words.into())
    }
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Self::Words(words) => words_only(words),
            Self::Number(number) => number.to_string(),
            Self::Hidden => CONFIDENTIAL.to_owned(),
        }
    }
}

/// A table with what its columns are called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What its sheet of a workbook is called: 31 signs at most.
    pub name: String,
    /// Of the columns.
    pub heads: Vec<String>,
    /// As many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// As CSV (RFC 4180), with the mark by which spreadsheets know UTF-8.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut csv = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
        csv.write_record(&self.heads)?;
        for row in &self.rows {
            csv.write_record(row.iter().map(Cell::written))?;
        }
        csv.into_inner().map_err(|e| e.into_error().into())
    }

    /// As a JSON object a line, by the names of the columns; what is not told is null.
    pub fn json_lines(&self) -> Vec<u8> {
        let value = |cell: &Cell| match cell {
            Cell::Words(words) => Value::from(words.as_str()),
            Cell::Number(number) => Value::from(*number),
            Cell::Hidden => Value::Null,
        };
        let field = |(head, cell): (&String, &Cell)| format!("{}:{}", Value::from(head.as_str()), value(cell));
        let line = |row: &Vec<Cell>| {
            let fields: Vec<_> = self.heads.iter().zip(row).map(field).collect();
            format!("{{{}}}\n", fields.join(","))
        };
        self.rows.iter().map(line).collect::<String>().into_bytes()
    }
}

/// The same as words: a spreadsheet takes what begins with one of these signs for a formula, and runs it.
fn words_only(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_formula() {
        for (cell, written) in [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2", "'-2"), ("a=b", "a=b"), ("", "")] {
            assert_eq!(words_only(cell), written);
        }
    }

    #[test]
    fn a_table_is_the_same_in_every_format() {
        let heads = ["answer", "people"].map(str::to_owned).to_vec();
        let row = vec![Cell::from("=Yes, \"so\""), Cell::Number(40)];
        let table = Table { name: "Figures".to_owned(), heads, rows: vec![row, vec!["No".into(), Cell::Hidden]] };
        let csv = String::from_utf8(table.csv().unwrap()).unwrap();
        assert_eq!(csv, "\u{feff}answer,people\n\"'=Yes, \"\"so\"\"\",40\nNo,[c]\n");
        let lines = String::from_utf8(table.json_lines()).unwrap();
        let expected = "{\"answer\":\"=Yes, \\\"so\\\"\",\"people\":40}\n{\"answer\":\"No\",\"people\":null}\n";
        assert_eq!(lines, expected);
    }
}
