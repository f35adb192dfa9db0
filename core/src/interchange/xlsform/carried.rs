//! What Heard wrote beside the usual columns, for itself: whole questions and sections, as they were.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    super::assembly::{Asked, Page, When},
    form::{Line, clean},
    grids::statement_names,
    merging::Words,
    options::Codes,
    reading::Reading,
};
use crate::{
    equality,
    question::{Kind, Question},
    survey::{Section, Survey},
    text::{Key, Lang, Texts},
};

/// The heading of the column that says what a row is: `question who`, with the name that it had.
pub(super) const PART: &str = "heard::part";
/// The headings of the columns that hold what was, as JSON.
pub(super) const QUESTION: &str = "heard::question";
pub(super) const SECTION: &str = "heard::section";
pub(super) const SURVEY: &str = "heard::survey";

/// What a cell holds at most: half of what is allowed, since some programs count a sign as two.
const LONGEST_PIECE: usize = 16_000;
/// How many cells one text may take.
const MOST_PIECES: usize = 50;

/// A question that Heard wrote.
#[derive(Serialize, Deserialize)]
pub(super) struct CarriedQuestion {
    pub question: Question,
    /// Its condition, as it was written for others.
    pub relevant: String,
}

/// A section that Heard wrote, without its questions.
#[derive(Serialize, Deserialize)]
pub(super) struct CarriedSection {
    pub section: Section,
    /// Its condition, as it was written for others.
    pub relevant: String,
}

/// What was read of a line that Heard wrote.
pub(super) enum Read {
    Asked(Box<Asked>),
    /// A standard item that its section names, unchanged.
    Standard(String),
}

/// Writes a value into cells of their own, as many as it needs.
pub(super) fn put<T: Serialize>(cells: &mut BTreeMap<String, String>, heading: &str, value: &T) {
    let json = serde_json::to_string(value).unwrap_or_default();
    // Other tools look for answers in every cell, so what looks like one is written in another way.
    let json: Vec<char> = json.replace("${", "$\\u007b").chars().collect();
    let mut rest = &json[..];
    for number in 1.. {
        let is_kept = |at: &usize| rest[at - 1..=*at].iter().all(|sign| !sign.is_whitespace());
        // Spaces at the ends of a cell are not kept.
        let end = if rest.len() > LONGEST_PIECE { (1..LONGEST_PIECE).rev().find(is_kept) } else { None };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len().min(LONGEST_PIECE)));
        cells.insert(numbered(heading, number), piece.iter().collect());
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
}

/// Reads what [`put`] wrote. `None` where nothing is there, `Err` where it cannot be read.
fn get<T: DeserializeOwned>(cells: &BTreeMap<String, String>, heading: &str) -> Option<Result<T, serde_json::Error>> {
    let pieces = (1..=MOST_PIECES).map_while(|number| cells.get(&numbered(heading, number)));
    let json: String = pieces.map(String::as_str).collect();
    (!json.is_empty()).then(|| serde_json::from_str(&json))
}

fn numbered(heading: &str, number: usize) -> String {
    if number == 1 { heading.to_owned() } else { format!("{heading}_{number}") }
}

/// What a row is, and the name that it had when it was written.
fn part(line: &Line) -> (&str, &str) {
    let part = line.cell(PART);
    part.split_once(' ').unwrap_or((part, ""))
}

impl Reading<'_> {
    fn carried<T: DeserializeOwned>(&mut self, at: &str, cells: &BTreeMap<String, String>, heading: &str) -> Option<T> {
        let read = get(cells, heading)?;
        if read.is_err() {
            let message = format!(
                "what Heard had written in \"{heading}\" cannot be read any more: the usual columns count, and the rest \
                 has to be filled in again"
            );
            self.lose(at, message);
        }
        read.ok()
    }

    /// What turns texts of Heard into those of the form, and back.
    pub fn words(&self) -> Words<'_> {
        Words { languages: &self.form.languages, names: &self.names }
    }

    /// The survey around its sections, if Heard wrote it.
    pub fn carried_survey(&mut self, title: &str, id: &str) -> Option<Survey> {
        let form = self.form;
        let mut survey: Survey = self.carried("settings", &form.settings, SURVEY)?;
        survey.sections.clear();
        let first = survey.languages.first().cloned().unwrap_or_else(Lang::english);
        let now = Texts::one(first.clone(), title);
        Words { languages: &[first], names: &self.names }.reword(&mut survey.title, &now);
        if *survey.key != *id && !id.is_empty() {
            survey.key = super::super::keys::Keys::new("survey", &[]).give(id);
        }
        survey.languages.retain(|lang| form.languages.contains(lang));
        let new: Vec<_> = form.languages.iter().filter(|lang| !survey.languages.contains(lang)).cloned().collect();
        survey.languages.extend(new);
        Some(survey)
    }

    /// The page of a group that Heard wrote.
    pub fn carried_page(&mut self, line: &Line) -> Option<Page> {
        let ("section", name) = part(line) else { return None };
        let CarriedSection { mut section, relevant } = self.carried(&line.at, &line.cells, SECTION)?;
        section.key = self.sections.give(if line.name() == name { &section.key } else { line.name() });
        section.questions.clear();
        section.standard.clear();
        self.words().reword(&mut section.title, &line.label);
        let when = self.when(line, section.condition.take(), &relevant);
        Some(Page { at: line.at.clone(), section, when, asked: Vec::new(), is_ours: true })
    }

    /// Takes in a line that Heard wrote for others to read, and that is no question; whether it was one.
    pub fn carried_words(&mut self, line: &Line, survey: &mut Survey) -> bool {
        let words = Words { languages: &self.form.languages, names: &self.names };
        match part(line).0 {
            "welcome" => words.reword(&mut survey.welcome, &line.label),
            "thanks" => words.reword(&mut survey.thanks, &line.label),
            "intro" => {
                if let Some(page) = self.pages.last_mut() {
                    let intro = page.section.intro.get_or_insert_default();
                    words.reword(intro, &line.label);
                    if intro.is_empty() {
                        page.section.intro = None;
                    }
                }
            }
            "other" => {}
            _ => return false,
        }
        true
    }

    /// A question that Heard wrote, with what was changed since. `rows` are the statements of a grid.
    pub fn carried_question(&mut self, line: &Line, rows: &[Line]) -> Option<Read> {
        let (what @ ("question" | "standard"), name) = part(line) else { return None };
        let CarriedQuestion { mut question, relevant } = self.carried(&line.at, &line.cells, QUESTION)?;
        let codes = self.merge(line, rows, &mut question)?;
        let renamed = line.name() != name;
        let wanted = if renamed { line.name().to_owned() } else { question.key.to_string() };
        let when = self.when(line, question.condition.take(), &relevant);
        if let (false, "standard", When::Is(condition)) = (renamed, what, &when) {
            let now = Question { condition: condition.clone(), ..question.clone() };
            let item = question.standard.as_deref().and_then(equality::item);
            if item.is_some_and(|item| item == now) {
                return question.standard.map(Read::Standard);
            }
        }
        question.key = self.questions.give(&wanted);
        let names = match &question.kind {
            Kind::Grid(grid) => {
                statement_names(&question.key, rows, grid.statements.iter().map(|statement| &statement.key), &codes)
            }
            _ => vec![(line.name().to_owned(), super::super::meaning::Known::of(&question, codes))],
        };
        Some(Read::Asked(Box::new(Asked { at: line.at.clone(), question, when, names, is_ours: true })))
    }

    /// As Heard had it, where nobody changed what it wrote for others.
    fn when(&self, line: &Line, condition: Option<crate::condition::Condition>, written: &str) -> When {
        let rules = self.rules(line.cell("relevant"));
        let in_groups = rules.iter().rev().skip(1).any(|rule| !rule.is_empty());
        if clean(written) == line.cell("relevant") && !in_groups { When::Is(condition) } else { When::Rules(rules) }
    }
}

/// The codes of options that Heard wrote: their keys.
pub(super) fn own_codes<'k>(keys: impl IntoIterator<Item = &'k str>) -> Codes {
    keys.into_iter().filter_map(|key| Some((key.to_owned(), Key::try_from(key).ok()?))).collect()
}
