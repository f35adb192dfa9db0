//! The names that the parts of a survey have in a form. There, sections and questions share one space of names, and the
//! statements of a grid have names too.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{
    equality,
    question::{Kind, Question},
    survey::{Section, Survey},
};

/// The names of everything in the form.
pub(super) struct Plan<'s> {
    pub sections: Vec<PlannedSection<'s>>,
    pub welcome: String,
    pub thanks: String,
    /// The list of the words for yes and no.
    pub yes_no: String,
    /// Those that an answer in a text can have.
    pub names: BTreeSet<String>,
}

pub(super) struct PlannedSection<'s> {
    pub name: String,
    pub intro: String,
    pub questions: Vec<Planned<'s>>,
}

/// A question with its names in the form.
pub(super) struct Planned<'s> {
    pub question: Cow<'s, Question>,
    pub name: String,
    /// Of its statements, or of the box for "other".
    pub parts: Vec<String>,
    /// The standard item that its section names.
    pub standard: Option<&'s str>,
}

/// Names that are given, none of them twice.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// No name is taken yet.
    pub fn none() -> Self {
        Self(BTreeSet::new())
    }

    /// A name that nothing else has: this one, or this one with a number.
    pub fn give(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut free = std::iter::once(name.to_owned()).chain(numbered).filter(|name| !self.0.contains(name));
        let name = free.next().unwrap_or_default();
        self.0.insert(name.clone());
        name
    }
}

impl<'s> Plan<'s> {
    pub fn of(survey: &'s Survey) -> Self {
        // What forms have at their root of their own.
        let mut names = Names(["data", "meta", "instanceid"].map(str::to_owned).into());
        let mut sections: Vec<_> =
            survey.sections.iter().map(|section| planned_questions(section, &mut names)).collect();
        for planned in sections.iter_mut().flat_map(|section: &mut Vec<Planned<'_>>| section) {
            let parts = match &planned.question.kind {
                Kind::Grid(grid) => grid.statements.iter().map(|statement| statement.key.to_string()).collect(),
                Kind::Single(kind) if kind.other().is_some() => vec!["other".to_owned()],
                Kind::Several(kind) if kind.other().is_some() => vec!["other".to_owned()],
                _ => Vec::new(),
            };
            planned.parts = parts.iter().map(|part| names.give(&format!("{}_{part}", planned.name))).collect();
        }
        let yes_no = names.give("yes_no");
        let asked = sections.iter().flatten().filter(|planned| !matches!(planned.question.kind, Kind::Grid(_)));
        let asked: Vec<_> = asked.map(|planned| planned.name.clone()).collect();
        let mut answers: BTreeSet<_> = asked.into_iter().collect();
        answers.extend(sections.iter().flatten().flat_map(|planned| planned.parts.iter().cloned()));
        let whole = sections.drain(..).zip(&survey.sections).map(|(questions, section)| {
            let (name, intro) = (names.give(&section.key), names.give(&format!("{}_intro", section.key)));
            PlannedSection { name, intro, questions }
        });
        let sections: Vec<_> = whole.collect();
        let (welcome, thanks) = (names.give("welcome"), names.give("thanks"));
        Self { sections, welcome, thanks, yes_no, names: answers }
    }
}

fn planned_questions<'s>(section: &'s Section, names: &mut Names) -> Vec<Planned<'s>> {
    let own = section.questions.iter().map(|question| (Cow::Borrowed(question), None));
    let standard = section.standard.iter().filter_map(|name| Some((Cow::Owned(equality::item(name)?), Some(&**name))));
    own.chain(standard)
        .map(|(question, standard)| {
            let name = names.give(&question.key);
            Planned { question, name, parts: Vec::new(), standard }
        })
        .collect()
}
