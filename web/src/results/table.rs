//! The same figures as tables for a spreadsheet or a program: a line for each answer to each question, of all and of each
//! group; and a codebook that says what stands for what.

use heard_core::{
    disclosure::ShownShare,
    question::Question,
    text::{Lang, Texts},
};

use super::{
    Column, Figures,
    view::{options, part_words},
};
use crate::{
    app::App,
    files::{CONFIDENTIAL, Cell, Table},
};

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

/// What the symbol stands for.
pub(super) const SYMBOL: &str = "Fewer than 10 people, or nobody, or a figure that would give one of these away";

/// The figures of all who answered, then those of each cut that whoever looks may see.
pub(super) fn figures(app: &App, figures: &Figures) -> Table {
    let mut lines = Vec::new();
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
    Table { name: "Figures".to_owned(), heads: COLUMNS.map(|(name, _)| name.to_owned()).to_vec(), rows: lines }
}

/// What a line begins with.
fn before(figures: &Figures, question: &Question, column: &Column<'_>, group: &[String; 3]) -> Vec<Cell> {
    let start = [
        figures.section(question).to_owned(),
        question.key.to_string(),
        words(&question.text),
        column.counter.part.clone().unwrap_or_default(),
    ];
    start.iter().chain(group).map(Cell::from).collect()
}

fn of_column(before: &[Cell], question: &Question, column: &Column<'_>) -> Vec<Vec<Cell>> {
    let base = column.shown.base().map_or(Cell::Hidden, number);
    let line = |(key, (words, share)): (&String, (String, Option<ShownShare>))| {
        let interval = share.and_then(|share| share.interval());
        let after = [
            key.into(),
            words.into(),
            base.clone(),
            share.map_or(Cell::Hidden, |share| number(share.count())),
            share.map_or(Cell::Hidden, |share| whole(share.percent().round())),
            interval.map_or(Cell::Hidden, |interval| whole(interval.low.floor())),
            interval.map_or(Cell::Hidden, |interval| whole(interval.high.ceil())),
        ];
        [before, &after].concat()
    };
    column.codes.iter().zip(options(question, column)).map(line).collect()
}

fn number(people: u32) -> Cell {
    Cell::Number(i32::try_from(people).unwrap_or(i32::MAX))
}

#[expect(clippy::cast_possible_truncation, reason = "it is a whole number from 0 to 100")]
fn whole(percent: f64) -> Cell {
    Cell::Number(percent as i32)
}

/// What stands for what in the figures.
pub(super) fn codebook(figures: &Figures) -> Table {
    let line = |cells: [&str; 4]| cells.map(Cell::from).to_vec();
    let mut lines = COLUMNS.map(|(name, meaning)| line(["column", "", name, meaning])).to_vec();
    lines.push(line(["symbol", "", CONFIDENTIAL, SYMBOL]));
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
    let heads = ["what", "of", "key", "meaning"].map(str::to_owned).to_vec();
    Table { name: "Codebook".to_owned(), heads, rows: lines }
}

fn words(texts: &Texts) -> String {
    texts.get(&Lang::english()).to_owned()
}
