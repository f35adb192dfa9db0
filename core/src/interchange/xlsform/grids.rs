//! Grids: an `XLSForm` has none, but shows choices from one list as a table.

use super::{
    super::{
        assembly::{Asked, When},
        keys::Keys,
        meaning::{Holds, Known},
    },
    carried::Read,
    form::Line,
    options::{Codes, points},
    pages::bare,
    reading::Reading,
};
use crate::{
    question::{Grid, Kind, Labelled, Question},
    text::{Key, Texts},
};

impl Reading<'_> {
    /// A group that is a grid: one that we wrote, or one that looks like a table and chooses from one list.
    pub fn grid(&mut self, begin: usize, end: usize) -> Option<Read> {
        let form = self.form;
        let (head, rows) = (&form.lines[begin], &form.lines[begin + 1..end]);
        if let Some(read) = self.carried_question(head, rows) {
            return Some(read);
        }
        if !head.looks("table-list") || !is_table(rows) {
            return None;
        }
        let asked = self.table(head, &head.label, rows);
        Some(Read::Asked(Box::new(asked)))
    }

    /// A grid whose heading is a line of the appearance `label`, and the place of the line after it.
    pub fn headed_grid(&mut self, at: usize) -> Option<(Asked, usize)> {
        let form = self.form;
        let head = &form.lines[at];
        let (kind, list) = head.kind();
        if kind != "select_one" || !head.looks("label") {
            return None;
        }
        let belongs = |line: &&Line| {
            line.kind() == (kind.clone(), list.clone()) && (line.looks("list-nolabel") || line.looks("list"))
        };
        let count = form.lines[at + 1..].iter().take_while(belongs).count();
        let rows = &form.lines[at + 1..=at + count];
        if count == 0 || !is_table(rows) {
            return None;
        }
        Some((self.table(head, &head.label, rows), at + 1 + count))
    }

    fn table(&mut self, head: &Line, text: &Texts, rows: &[Line]) -> Asked {
        let (_, list) = rows[0].kind();
        let offered = self.form.lists.get(&list).map_or(&[][..], Vec::as_slice);
        let codes = self.codes(&list, offered);
        let options = codes.iter().map(|(_, key)| key.clone()).zip(offered.iter().map(|option| option.label.clone()));
        let options = points(options.collect(), &codes);
        let mut keys = Keys::new("statement", &[]);
        let statements: Vec<_> =
            rows.iter().map(|row| Labelled { key: keys.give(row.name()), text: row.label.clone() }).collect();
        let key = self.question_key(head);
        let names = statement_names(&key, rows, statements.iter().map(|statement| &statement.key), &codes);
        let question = Question {
            text: text.clone(),
            help: Some(head.hint.clone()).filter(|hint| !hint.is_empty()),
            required: self.all_required(rows),
            ..bare(key, Kind::Grid(Grid { statements, options }))
        };
        let mut rules = self.rules(head.cell("relevant"));
        if rows.iter().any(|row| row.cell("relevant") != rows[0].cell("relevant")) {
            self.lose(
                &head.at,
                "its statements have rules of their own: here all of them are asked, wherever the grid is",
            );
        } else {
            rules.push(rows[0].cell("relevant").to_owned());
        }
        Asked { at: head.at.clone(), question, when: When::Rules(rules), names, is_ours: false }
    }

    /// Whether all statements are required. Where only some are, none is.
    pub fn all_required(&mut self, rows: &[Line]) -> bool {
        let required: Vec<_> = rows.iter().map(|row| self.is_required(row)).collect();
        let all = required.iter().all(|required| *required);
        if !all && required.contains(&true) {
            self.lose(&rows[0].at, "only some statements of the grid are required: here none is");
        }
        all && !required.is_empty()
    }
}

/// Whether lines choose one each from one list.
fn is_table(rows: &[Line]) -> bool {
    let first = rows.first().map(Line::kind);
    first.as_ref().is_some_and(|(kind, _)| kind == "select_one") && rows.iter().all(|row| Some(row.kind()) == first)
}

/// What rules may call the statements of a grid.
pub(super) fn statement_names<'k>(
    question: &Key,
    rows: &[Line],
    statements: impl Iterator<Item = &'k Key>,
    codes: &Codes,
) -> Vec<(String, Known)> {
    let known = |statement: &Key| Known {
        question: question.clone(),
        statement: Some(statement.clone()),
        holds: Holds::One(codes.clone()),
    };
    rows.iter().zip(statements).map(|(row, statement)| (row.name().to_owned(), known(statement))).collect()
}
