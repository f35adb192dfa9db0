//! The rows of the tables as groups, questions and answers, each with its words in all languages.

use std::collections::BTreeMap;

use super::{Tables, plain};
use crate::{interchange::languages, text::Texts};

type Row = BTreeMap<String, String>;

/// What stands in a column of a row, or nothing.
pub(super) fn cell<'r>(row: &'r Row, column: &str) -> &'r str {
    row.get(column).map_or("", |cell| cell.trim())
}

/// A group, a question, a part of one, or an answer.
#[derive(Clone, Debug)]
pub(super) struct Record<'t> {
    row: &'t Row,
    words: BTreeMap<&'t str, Texts>,
    attributes: BTreeMap<&'t str, &'t str>,
    media: bool,
}

/// Everything that a survey is made of, by its ids.
pub(super) struct Records<'t> {
    pub groups: BTreeMap<&'t str, Record<'t>>,
    pub questions: BTreeMap<&'t str, Record<'t>>,
    /// The parts of each question, in their order.
    parts: BTreeMap<&'t str, Vec<Record<'t>>>,
    /// The answers that each question offers, in their order.
    answers: BTreeMap<&'t str, Vec<Record<'t>>>,
    /// Conditions of versions that had no rules, by the question that they are for.
    pub conditions: BTreeMap<&'t str, Vec<&'t Row>>,
}

impl<'t> Record<'t> {
    fn of(row: &'t Row) -> Self {
        Self { row, words: BTreeMap::new(), attributes: BTreeMap::new(), media: false }
    }

    pub fn cell(&self, column: &str) -> &'t str {
        cell(self.row, column)
    }

    /// Its words of one kind, in all languages.
    pub fn words(&self, of: &str) -> Texts {
        self.words.get(of).cloned().unwrap_or_default()
    }

    pub fn attribute(&self, name: &str) -> &'t str {
        self.attributes.get(name).copied().unwrap_or_default()
    }

    /// Where a loss or fault is.
    pub fn at(&self) -> String {
        format!("question {}", self.cell("title"))
    }

    /// Its place among others: by the order that it has, then by its id.
    pub fn place(&self, order: &str) -> (u32, u32) {
        let number = |column: &str| self.cell(column).parse().unwrap_or(u32::MAX);
        let id = if self.cell("qid").is_empty() { "gid" } else { "qid" };
        (number(order), number(id))
    }

    pub fn holds_media(&self) -> bool {
        self.media
    }

    /// Takes in the words of a row, in the language that it names.
    fn add_words(&mut self, row: &'t Row) {
        let Some(lang) = languages::tag(cell(row, "language")) else { return };
        for column in ["group_name", "description", "question", "help", "answer"] {
            let Some((column, html)) = row.get_key_value(column) else { continue };
            self.media |= plain::holds_media(html);
            self.words.entry(column).or_default().set(&lang, &plain::words(html));
        }
    }
}

impl<'t> Records<'t> {
    pub fn of(tables: &'t Tables) -> Self {
        let rows = |table: &str| tables.get(table).map_or(&[][..], Vec::as_slice);
        let groups = by_id(rows("groups"), rows("group_l10ns"), "gid");
        let mut questions = by_id(rows("questions"), rows("question_l10ns"), "qid");
        let mut below = by_id(rows("subquestions"), rows("question_l10ns"), "qid");
        // Some versions keep parts among the questions.
        let is_part = |record: &Record<'_>| !["", "0"].contains(&record.cell("parent_qid"));
        below.extend(questions.iter().filter(|(_, record)| is_part(record)).map(|(id, record)| (*id, record.clone())));
        questions.retain(|_, record| !is_part(record));
        for row in rows("question_attributes") {
            if let Some(question) = questions.get_mut(cell(row, "qid")) {
                question.attributes.insert(cell(row, "attribute"), cell(row, "value"));
            }
        }
        let mut conditions = BTreeMap::<&str, Vec<&Row>>::new();
        for row in rows("conditions") {
            conditions.entry(cell(row, "qid")).or_default().push(row);
        }
        let parts = in_order(below.into_values(), "parent_qid", "question_order");
        let answers = in_order(answers(tables), "qid", "sortorder");
        Self { groups, questions, parts, answers, conditions }
    }

    /// The questions of a group, in their order.
    pub fn of_group(&self, group: &Record<'_>) -> impl Iterator<Item = &Record<'t>> {
        let gid = group.cell("gid");
        let mut questions: Vec<_> = self.questions.values().filter(|question| question.cell("gid") == gid).collect();
        questions.sort_by_key(|question| question.place("question_order"));
        questions.into_iter()
    }

    /// The parts of a question: statements, or options that are ticked. Of two scales, the first.
    pub fn parts(&self, question: &Record<'_>) -> Vec<&Record<'t>> {
        first_scale(self.parts.get(question.cell("qid")))
    }

    /// The answers that a question offers. Of two scales, the first.
    pub fn answers(&self, question: &Record<'_>) -> Vec<&Record<'t>> {
        first_scale(self.answers.get(question.cell("qid")))
    }
}

fn first_scale<'r, 't>(records: Option<&'r Vec<Record<'t>>>) -> Vec<&'r Record<'t>> {
    records.into_iter().flatten().filter(|record| ["", "0"].contains(&record.cell("scale_id"))).collect()
}

/// Records by their ids, with the words of their own rows and of those in another table.
fn by_id<'t>(rows: &'t [Row], words: &'t [Row], id: &str) -> BTreeMap<&'t str, Record<'t>> {
    let mut records = BTreeMap::new();
    for row in rows {
        records.entry(cell(row, id)).or_insert_with(|| Record::of(row)).add_words(row);
    }
    for row in words {
        if let Some(record) = records.get_mut(cell(row, id)) {
            record.add_words(row);
        }
    }
    records
}

/// The answers, each once with the words of all languages: by their ids, where they have any, or else by their codes.
fn answers(tables: &Tables) -> impl Iterator<Item = Record<'_>> {
    let rows = |table: &str| tables.get(table).map_or(&[][..], Vec::as_slice);
    let mut records = BTreeMap::new();
    let mut ids = BTreeMap::new();
    for row in rows("answers") {
        records.entry(place(row)).or_insert_with(|| Record::of(row)).add_words(row);
        ids.insert(cell(row, "aid"), place(row));
    }
    for row in rows("answer_l10ns") {
        let known = Some(cell(row, "aid")).filter(|id| !id.is_empty()).and_then(|id| ids.get(id).copied());
        if let Some(record) = records.get_mut(&known.unwrap_or_else(|| place(row))) {
            record.add_words(row);
        }
    }
    records.into_values()
}

/// The question, scale and code of an answer. Without a scale, it is on the first.
fn place(row: &Row) -> (&str, &str, &str) {
    let scale = Some(cell(row, "scale_id")).filter(|scale| !scale.is_empty());
    (cell(row, "qid"), scale.unwrap_or("0"), cell(row, "code"))
}

fn in_order<'t>(
    records: impl Iterator<Item = Record<'t>>,
    of: &str,
    order: &str,
) -> BTreeMap<&'t str, Vec<Record<'t>>> {
    let mut parted = BTreeMap::<&str, Vec<Record<'t>>>::new();
    for record in records {
        parted.entry(record.cell(of)).or_default().push(record);
    }
    for records in parted.values_mut() {
        records.sort_by_key(|record| record.place(order));
    }
    parted
}
