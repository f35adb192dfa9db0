//! The file: the lines in every format that people compute with, and what they have to know of them.

use std::io::{Cursor, Write as _};

use heard_core::disclosure::{Code, ShownRecords};
use zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{
    coding::{MISSING, Variable},
    scripts,
};
use crate::{
    error::Error,
    files::{self, Cell, Table},
};

/// A workbook holds no more cells: it is for looking, and spreadsheets become slow.
const MOST_CELLS: usize = 1_000_000;

/// Everything that goes into the file.
pub(super) struct Package {
    /// The survey's.
    pub title: String,
    /// What is special to it.
    pub held: Vec<(String, String)>,
    /// What somebody has to know who has nothing but the file.
    pub about: Vec<(String, String)>,
    pub variables: Vec<Variable>,
    pub shown: ShownRecords,
}

impl Package {
    pub fn zip(&self) -> Result<Vec<u8>, Error> {
        let fault = |e: csv::Error| Error::fault("records as CSV", e);
        let mut files = vec![
            ("README.txt", self.readme().into()),
            ("records.csv", self.codes().into_bytes()),
            ("records.jsonl", self.table(|variable, code| key(variable, code).into()).json_lines()),
            ("codebook.csv", self.codebook().csv().map_err(fault)?),
            ("records.sps", scripts::spss(&self.title, &self.variables).into()),
            ("records.R", scripts::r(&self.title, &self.variables).into()),
        ];
        if self.shown.lines().len() * self.variables.len() <= MOST_CELLS {
            files.push(("records.xlsx", self.workbook()?));
        }
        zipped(&files).map_err(|e| Error::fault("records as a file", e))
    }

    fn readme(&self) -> String {
        let parts: Vec<_> = self.about.iter().map(|(what, words)| format!("{what}\n  {words}\n")).collect();
        parts.join("\n")
    }

    /// The lines with their codes: digits, signs and the names of columns, which need no quotes.
    pub fn codes(&self) -> String {
        let names: Vec<_> = self.variables.iter().map(|variable| &*variable.name).collect();
        let line = |codes: &Vec<Code>| codes.iter().map(Code::to_string).collect::<Vec<_>>().join(",");
        let lines = std::iter::once(names.join(",")).chain(self.shown.lines().iter().map(line));
        lines.map(|line| line + "\n").collect()
    }

    fn table(&self, cell: impl Fn(&Variable, Code) -> Cell) -> Table {
        let line = |codes: &Vec<Code>| {
            self.variables.iter().zip(codes).map(|(variable, code)| cell(variable, *code)).collect()
        };
        Table {
            name: "Records".to_owned(),
            heads: self.variables.iter().map(|variable| variable.name.clone()).collect(),
            rows: self.shown.lines().iter().map(line).collect(),
        }
    }

    fn codebook(&self) -> Table {
        let row = |name: &str, label: &str, code: Code, key: &str, words: &str| {
            vec![name.into(), label.into(), Cell::Number(code.into()), key.into(), words.into()]
        };
        let missing = MISSING.map(|(code, key, words)| row("", "Any column", code, key, words)).into_iter();
        let of = |variable: &Variable| {
            let Variable { name, label, values } = variable;
            values.iter().map(|value| row(name, label, value.code, &value.key, &value.words)).collect::<Vec<_>>()
        };
        Table {
            name: "Codebook".to_owned(),
            heads: ["column", "question", "code", "key", "meaning"].map(str::to_owned).to_vec(),
            rows: missing.chain(self.variables.iter().flat_map(of)).collect(),
        }
    }

    fn workbook(&self) -> Result<Vec<u8>, Error> {
        let about = Table {
            name: "About".to_owned(),
            heads: ["What", "Meaning"].map(str::to_owned).to_vec(),
            rows: self.about.iter().map(|(what, words)| vec![what.into(), words.into()]).collect(),
        };
        let tables = [about, self.table(words), self.codebook()];
        files::workbook(&tables).map_err(|e| Error::fault("records as a workbook", e))
    }
}

fn key(variable: &Variable, code: Code) -> &str {
    let own = variable.values.iter().find(|value| value.code == code).map(|value| &*value.key);
    own.or_else(|| MISSING.iter().find(|(known, ..)| *known == code).map(|(_, key, _)| *key)).unwrap_or_default()
}

fn words(variable: &Variable, code: Code) -> Cell {
    if code >= 0 && variable.is_number() {
        return Cell::Number(code.into());
    }
    let own = variable.values.iter().find(|value| value.code == code).map(|value| &*value.words);
    own.or_else(|| MISSING.iter().find(|(known, ..)| *known == code).map(|(.., words)| *words))
        .unwrap_or_default()
        .into()
}

/// The same files are the same bytes, whenever they are packed.
fn zipped(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
