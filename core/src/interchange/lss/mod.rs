//! Surveys from `LimeSurvey`: the tables that its `.lss` files hold, in the shape of version 3 (words beside their
//! language in every table) and of version 4 and later (words in tables of their own, `…_l10ns`).
//!
//! Types of question and attributes are those of its manual, <https://www.limesurvey.org/manual/Question_types>; rules
//! are `ExpressionScript`, of which the common forms are read.

mod asking;
mod plain;
mod records;
mod several;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Loss, Sizes,
    assembly::{self, Asked, Page, When},
    fault, few, kept,
    keys::Keys,
    languages,
    xlsform::{beginning, section},
};
use crate::{
    survey::{Fault, Survey},
    text::{Lang, Texts},
};
use records::{Record, Records, cell};

/// The tables of a `.lss` file by their names; a row is its cells by the names of their columns.
pub type Tables = BTreeMap<String, Vec<BTreeMap<String, String>>>;

/// Reads the tables of a `.lss` file as a survey, with all that could not come over.
///
/// Refused are tables without groups or questions, questions of groups that are not there, two questions of one code,
/// and what is too large. What was read may still have [`Survey::faults`]: it is a draft.
pub fn read(tables: &Tables) -> Result<(Survey, Vec<Loss>), Vec<Fault>> {
    let mut sizes = Sizes::default();
    for (name, rows) in tables {
        sizes.table(name, rows.iter().map(|row| row.values().map(String::as_str)));
    }
    sizes.check()?;
    let records = Records::of(tables);
    let faults = refused(&records);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut reading = Reading {
        records: &records,
        losses: Vec::new(),
        questions: Keys::new("question", &[]),
        languages: written_in(tables),
        renamed: Vec::new(),
    };
    let mut survey = reading.around(tables);
    let mut sections = Keys::new("section", &Survey::RESERVED);
    let pages = reading.pages(&mut sections);
    let Reading { mut losses, renamed, .. } = reading;
    if !renamed.is_empty() {
        let message =
            "codes that cannot be keys, such as those with capitals, became keys that are as like as can be: ";
        losses.push(Loss::new("codes", message.to_owned() + &few(renamed.iter().map(String::as_str))));
    }
    survey.sections = assembly::sections(pages, assembly::LIMESURVEY, &mut sections, &mut losses);
    kept(survey, losses)
}

/// Tables while they are read.
struct Reading<'t> {
    records: &'t Records<'t>,
    losses: Vec<Loss>,
    questions: Keys,
    languages: Vec<Lang>,
    /// Codes that became other keys.
    renamed: Vec<String>,
}

/// The languages of the survey, its own first.
fn written_in(tables: &Tables) -> Vec<Lang> {
    let survey = tables.get("surveys").and_then(|rows| rows.first());
    let first = survey.map_or("", |survey| cell(survey, "language"));
    let more = survey.map_or("", |survey| cell(survey, "additional_languages"));
    let mut languages: Vec<Lang> = Vec::new();
    for lang in [first].into_iter().chain(more.split_whitespace()).filter_map(languages::tag) {
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    if languages.is_empty() { vec![Lang::english()] } else { languages }
}

fn refused(records: &Records<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if records.groups.is_empty() || records.questions.is_empty() {
        let message =
            "there are no groups of questions: this is no survey of LimeSurvey; export it there as a structure (.lss)";
        faults.push(fault("", message));
    }
    let mut codes = BTreeSet::new();
    for question in records.questions.values() {
        let code = question.cell("title");
        if !codes.insert(code) {
            let message = format!("two questions have the code \"{code}\"; give each its own");
            faults.push(fault(&question.at(), message));
        }
        if !records.groups.contains_key(question.cell("gid")) {
            let message = "its group is not there; export the survey whole";
            faults.push(fault(&question.at(), message));
        }
    }
    faults.truncate(50);
    faults
}

impl Reading<'_> {
    fn lose(&mut self, at: &str, message: impl Into<String>) {
        self.losses.push(Loss::new(at, message));
    }

    /// The survey around its sections.
    fn around(&mut self, tables: &Tables) -> Survey {
        let [mut title, mut welcome, mut thanks] = [Texts::default(), Texts::default(), Texts::default()];
        for row in tables.get("surveys_languagesettings").into_iter().flatten() {
            let Some(lang) = languages::tag(cell(row, "surveyls_language")) else { continue };
            let words = |name: &str| plain::words(cell(row, name));
            title.set(&lang, &words("surveyls_title"));
            welcome.set(&lang, &[words("surveyls_description"), words("surveyls_welcometext")].join("\n\n"));
            thanks.set(&lang, &words("surveyls_endtext"));
        }
        let mut survey =
            beginning(Keys::new("survey", &[]).give(title.get(&self.languages[0])), title, self.languages.clone());
        for (at, texts, own, what) in [
            ("welcome", welcome, &mut survey.welcome, "What is said before the first question"),
            ("thanks", thanks, &mut survey.thanks, "What is said after sending"),
        ] {
            if texts.is_empty() {
                self.losses.push(Loss::new(at, format!("{what} has to be filled in; the survey does not say")));
            } else {
                *own = texts;
            }
        }
        self.lose("audiences", "Whom the survey is for has to be filled in; the survey does not say");
        self.lose("minutes", "How long it takes has to be filled in: 5 minutes were put in");
        for (table, what) in [
            ("quota", "quotas: Heard closes a survey to nobody because enough people like them have answered"),
            ("assessments", "assessments: a scoring plugin says what answers count"),
            ("defaultvalues", "answers that are filled in beforehand: Heard fills in nothing"),
        ] {
            if tables.get(table).is_some_and(|rows| !rows.is_empty()) {
                self.lose(table, format!("left out were {what}"));
            }
        }
        survey
    }

    fn pages(&mut self, sections: &mut Keys) -> Vec<Page> {
        let records = self.records;
        let mut groups: Vec<_> = records.groups.values().collect();
        groups.sort_by_key(|group| group.place("group_order"));
        let mut pages = Vec::new();
        for group in groups {
            let title = group.words("group_name");
            let key = sections.give(title.get(&self.languages[0]));
            let intro = Some(group.words("description")).filter(|intro| !intro.is_empty());
            let section = crate::survey::Section { title, intro, ..section(key) };
            let questions: Vec<_> = records.of_group(group).collect();
            let asked = questions.into_iter().flat_map(|question| self.ask(question)).collect();
            let when = When::Rules(vec![rule(group.cell("grelevance"))]);
            pages.push(Page { at: section.key.to_string(), section, when, asked, is_ours: false });
        }
        pages
    }

    /// The questions that one of theirs becomes: none, one, or one for each of its parts.
    fn ask(&mut self, question: &Record<'_>) -> Vec<Asked> {
        let at = question.at();
        if question.attribute("hidden") == "1" {
            self.lose(&at, "it is hidden, and Heard keeps nothing that is not shown: it was left out");
            return Vec::new();
        }
        for (attribute, why) in [
            ("random_order", "its options stand in the order of the form, for everybody"),
            ("array_filter", "all of its parts are asked, whatever was answered before"),
            ("array_filter_exclude", "all of its parts are asked, whatever was answered before"),
            ("em_validation_q", "its own rule for what an answer has to be was left out"),
            ("random_group", "it stands where it stands, for everybody"),
        ] {
            if !["", "0"].contains(&question.attribute(attribute)) {
                self.lose(&at, why);
            }
        }
        if !question.cell("preg").is_empty() {
            self.lose(&at, "its own rule for what an answer has to be was left out");
        }
        if question.holds_media() {
            self.lose(&at, "a link, a picture or a film in its words was left out: say in words what is needed of it");
        }
        self.questions_of(question)
    }
}

/// A rule, unless it is one that always holds.
fn rule(written: &str) -> String {
    if written.trim() == "1" { String::new() } else { written.to_owned() }
}
