//! The same figures as tables for a spreadsheet or a program, in CSV: a line for each answer to each question, of all and
//! of each group; and a codebook that says what stands for what.

use heard_core::{
    question::Question,
    text::{Lang, Texts},
};

use super::{
    Column, Figures,
    view::{options, part_words},
};
use crate::{app::App, error::Error};

/// The columns, with what each holds.
const COLUMNS: [(&str, &str); 14] = [
    ("section", "The section of the survey that the question stands in"),
    ("question_key", "The question"),
    ("question", "The question in words"),
    ("part", "The statement or place that the line is about, where the question has such parts"),
    ("by", "What the people of the line have in common; empty where all who answered are meant"),
    ("group_key", "The group that they belong to"),
    ("group", "The group in words"),
    ("answer_key", "The answer"),
    ("answer", "The answer in words"),
    ("base", "About how many people of the group answered the question"),
    ("people", "About how many of these gave the answer, to the nearest 5"),
    ("percent", "The part that they are of the base, in 100"),
    ("percent_low", "Allowing for chance, the part is likely to be no less (95 % interval)"),
    ("percent_high", "Allowing for chance, the part is likely to be no more (95 % interval)"),
];

/// What stands for a figure that is hidden, or that nobody stands behind: the symbol of English official statistics for
/// what is confidential (Government Analysis Function, "Using symbols in tables").
const CONFIDENTIAL: &str = "[c]";

/// The figures of all who answered, then those of each cut that whoever looks may see.
pub(super) fn figures(app: &App, figures: &Figures) -> Result<Vec<u8>, Error> {
    let mut lines = vec![COLUMNS.map(|(name, _)| name.to_owned()).to_vec()];
    let all = figures.answered();
    for (one, column) in all.iter().flat_map(|one| one.columns.iter().map(move |column| (one, column))) {
        let before = before(figures, one.question, column, &Default::default());
        lines.extend(of_column(&before, one.question, column));
    }
    for way in figures.ways() {
        for split in figures.split(app, way) {
            let Some(groups) = split.groups else { continue };
            for ((code, name), shown) in way.groups.iter().zip(groups) {
                let column = Column { shown, codes: split.column.codes.clone(), counter: split.column.counter.clone() };
                let group = [way.address.clone(), code.clone(), name.clone()];
                let before = before(figures, split.question, &column, &group);
                lines.extend(of_column(&before, split.question, &column));
            }
        }
    }
    csv(lines)
}

/// What a line begins with.
fn before(figures: &Figures, question: &Question, column: &Column<'_>, group: &[String; 3]) -> Vec<String> {
    let start = [
        figures.section(question).to_owned(),
        question.key.to_string(),
        words(&question.text),
        column.counter.part.clone().unwrap_or_default(),
    ];
    [&start[..], group].concat()
}

fn of_column(before: &[String], question: &Question, column: &Column<'_>) -> Vec<Vec<String>> {
    let hidden = || CONFIDENTIAL.to_owned();
    let base = column.shown.base().map_or_else(hidden, |base| base.to_string());
    let line = |(key, (words, share)): (&String, (String, Option<heard_core::disclosure::ShownShare>))| {
        let interval = share.and_then(|share| share.interval());
        let after = [
            key.clone(),
            words,
            base.clone(),
            share.map_or_else(hidden, |share| share.count().to_string()),
            share.map_or_else(hidden, |share| format!("{:.0}", share.percent())),
            interval.map_or_else(hidden, |interval| format!("{:.0}", interval.low.floor())),
            interval.map_or_else(hidden, |interval| format!("{:.0}", interval.high.ceil())),
        ];
        [before, &after].concat()
    };
    column.codes.iter().zip(options(question, column)).map(line).collect()
}

/// What stands for what in the figures.
pub(super) fn codebook(figures: &Figures) -> Result<Vec<u8>, Error> {
    let line = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let mut lines = vec![line(["what", "of", "key", "meaning"])];
    lines.extend(COLUMNS.map(|(name, meaning)| line(["column", "", name, meaning])));
    lines.push(line([
        "symbol",
        "",
        CONFIDENTIAL,
        "Fewer than 10 people, or nobody, or a figure that would give one of these away",
    ]));
    for one in figures.answered() {
        let key = &*one.question.key;
        lines.push(line(["question", "", key, &words(&one.question.text)]));
        for column in &one.columns {
            if let Some(part) = &column.counter.part {
                lines.push(line(["part", key, part, &part_words(one.question, part)]));
            }
        }
        if let Some(column) = one.columns.first() {
            for (code, (words, _)) in column.codes.iter().zip(options(one.question, column)) {
                lines.push(line(["answer", key, code, &words]));
            }
        }
    }
    for way in figures.ways() {
        lines.push(line(["by", "", &way.address, &way.title]));
        lines.extend(way.groups.iter().map(|(code, name)| line(["group", &way.address, code, name])));
    }
    csv(lines)
}

fn words(texts: &Texts) -> String {
    texts.get(&Lang::english()).to_owned()
}

/// Lines as CSV, with the mark by which spreadsheets know UTF-8.
fn csv(lines: Vec<Vec<String>>) -> Result<Vec<u8>, Error> {
    let mut table = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    for line in lines {
        let written = table.write_record(line.into_iter().map(words_only));
        written.map_err(|e| Error::fault("results as CSV", e))?;
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
