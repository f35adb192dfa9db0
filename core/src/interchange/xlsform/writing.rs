//! A survey becomes an `XLSForm`.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    super::{Loss, Workbook, constraint, few, languages},
    carried::{self, CarriedQuestion, CarriedSection},
    form::{Form, Line, Offered},
    merging::Words,
    naming::{Names, Plan, Planned, PlannedSection},
    rules::{self, Rules},
    unseen,
};
use crate::{
    condition::Condition,
    date::DatePart,
    equality,
    question::Kind,
    survey::{Section, Survey},
    text::Texts,
};

/// Writes a survey as a form that `KoboToolbox` and ODK read, and that [`read`](super::read()) reads as the same survey.
///
/// The losses say what other tools do not do with it; where they say nothing else, the file keeps it for Heard.
pub fn write(survey: &Survey) -> (Workbook, Vec<Loss>) {
    let plan = Plan::of(survey);
    let words = Words { languages: &survey.languages, names: &plan.names };
    let mut writing = Writing { survey, plan: &plan, words, form: Form::default(), losses: BTreeMap::new() };
    for message in unseen::around(survey) {
        writing.lose("survey", message);
    }
    writing.form.languages.clone_from(&survey.languages);
    writing.settings();
    writing.around("welcome", &plan.welcome, &survey.welcome);
    for (section, planned) in survey.sections.iter().zip(&plan.sections) {
        writing.section(section, planned);
    }
    writing.around("thanks", &plan.thanks, &survey.thanks);
    let mut losses = writing
        .losses
        .into_iter()
        .map(|(message, at)| Loss::new(&few(at.iter().map(String::as_str)), message))
        .collect();
    let workbook = writing.form.write(&mut losses);
    (workbook, losses)
}

/// The word that a type begins with.
pub(super) fn type_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Single(_) | Kind::Scale(_) | Kind::YesNo => "select_one",
        Kind::Several(_) | Kind::Consent(_) => "select_multiple",
        Kind::Ranking(_) => "rank",
        Kind::Grid(_) => "begin_group",
        Kind::Number(number) if number.whole => "integer",
        Kind::Number(_) => "decimal",
        Kind::Date(_) => "date",
        Kind::ShortText(_) | Kind::LongText(_) | Kind::Postcode => "text",
        Kind::Information => "note",
    }
}

fn appearance(kind: &Kind) -> &'static str {
    match kind {
        Kind::Scale(_) => "likert",
        Kind::Grid(_) => "table-list",
        Kind::LongText(_) => "multiline",
        Kind::Date(asked) => match asked.precise_to {
            DatePart::Day => "",
            DatePart::Month => "month-year",
            DatePart::Year => "year",
        },
        _ => "",
    }
}

/// A rule that is longer is none that a cell can hold.
const LONGEST_RULE: usize = 16_000;

struct Writing<'s> {
    survey: &'s Survey,
    plan: &'s Plan<'s>,
    words: Words<'s>,
    form: Form,
    /// What of it other tools do not do, with where it is.
    losses: BTreeMap<String, Vec<String>>,
}

impl Writing<'_> {
    fn lose(&mut self, at: &str, message: impl Into<String>) {
        self.losses.entry(message.into()).or_default().push(at.to_owned());
    }

    fn settings(&mut self) {
        let survey = self.survey;
        let first = survey.languages.first();
        let title = first.map(|lang| self.words.shown(survey.title.own(lang))).unwrap_or_default();
        let default = first.map(languages::heading).unwrap_or_default();
        let settings = [("form_title", title), ("form_id", survey.key.to_string()), ("default_language", default)];
        self.form.settings = settings.map(|(name, value)| (name.to_owned(), value)).into();
        let around = Survey { sections: Vec::new(), ..survey.clone() };
        carried::put(&mut self.form.settings, carried::SURVEY, &around);
    }

    /// A line of some type; what is empty has no cell.
    fn line(&mut self, cells: &[(&str, &str)], label: &Texts, hint: &Texts) -> &mut Line {
        let filled = cells.iter().filter(|(_, cell)| !cell.is_empty());
        let cells = filled.map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect();
        let (label, hint) = (self.words.all_shown(label), self.words.all_shown(hint));
        self.form.lines.push(Line { at: String::new(), cells, label, hint });
        self.form.lines.last_mut().expect("it was just put there")
    }

    /// What is said around the questions: a note.
    fn around(&mut self, part: &str, name: &str, texts: &Texts) {
        if !self.words.all_shown(texts).is_empty() {
            self.line(&[("type", "note"), ("name", name), (carried::PART, part)], texts, &Texts::default());
        }
    }

    fn section(&mut self, section: &Section, planned: &PlannedSection<'_>) {
        let relevant = self.relevant(&section.key, section.condition.as_ref());
        let part = format!("section {}", planned.name);
        let cells = [("type", "begin_group"), ("name", &planned.name), ("relevant", &relevant), (carried::PART, &part)];
        let own = Section { questions: Vec::new(), standard: Vec::new(), ..section.clone() };
        let line = self.line(&cells, &section.title, &Texts::default());
        carried::put(&mut line.cells, carried::SECTION, &CarriedSection { section: own, relevant });
        if let Some(intro) = &section.intro {
            self.around("intro", &planned.intro, intro);
        }
        for question in &planned.questions {
            self.question(question);
        }
        for name in section.standard.iter().filter(|name| equality::item(name).is_none()) {
            self.lose(&section.key, format!("there is no standard item \"{name}\": it was left out"));
        }
        self.line(&[("type", "end_group")], &Texts::default(), &Texts::default());
    }

    fn question(&mut self, planned: &Planned<'_>) {
        let question = &*planned.question;
        if planned.name != *question.key {
            self.lose(&planned.name, "its key is taken by another question, so it has another name in the form");
        }
        let relevant = self.relevant(&planned.name, question.condition.as_ref());
        let list = self.list(planned);
        let kind = type_of(&question.kind);
        let is_grid = matches!(question.kind, Kind::Grid(_));
        let written = if list.is_empty() || is_grid { kind.to_owned() } else { format!("{kind} {list}") };
        let required = if question.required && question.takes_answer() { "yes" } else { "" };
        let part = planned.standard.map_or("question", |_| "standard");
        let cells = [
            ("type", &*written),
            ("name", &planned.name),
            ("required", if is_grid { "" } else { required }),
            ("relevant", &relevant),
            ("constraint", &constraint::write(&question.kind)),
            ("appearance", appearance(&question.kind)),
            (carried::PART, &format!("{part} {}", planned.name)),
        ];
        let line = self.line(&cells, &question.text, &question.help.clone().unwrap_or_default());
        let carried = CarriedQuestion { question: question.clone(), relevant };
        carried::put(&mut line.cells, carried::QUESTION, &carried);
        match &question.kind {
            Kind::Grid(grid) => {
                let kind = format!("select_one {list}");
                for (statement, name) in grid.statements.iter().zip(&planned.parts) {
                    let part = format!("statement {}", statement.key);
                    let cells = [("type", &*kind), ("name", name), ("required", required), (carried::PART, &part)];
                    self.line(&cells, &statement.text, &Texts::default());
                }
                self.line(&[("type", "end_group")], &Texts::default(), &Texts::default());
            }
            kind => self.words_of_other(kind, planned),
        }
        for message in unseen::of_question(self.survey, question) {
            self.lose(&planned.name, message);
        }
    }

    /// The box for the words of "other".
    fn words_of_other(&mut self, kind: &Kind, planned: &Planned<'_>) {
        let (option, one) = match kind {
            Kind::Single(kind) => (kind.other().map(|option| (&option.key, &option.text)), true),
            Kind::Several(kind) => (kind.other().map(|option| (&option.key, &option.text)), false),
            _ => return,
        };
        if let (Some((option, text)), Some(name)) = (option, planned.parts.first()) {
            let relevant = rules::chosen(&planned.name, one, option);
            let cells = [("type", "text"), ("name", name), ("relevant", &relevant), (carried::PART, "other")];
            self.line(&cells, text, &Texts::default());
        }
    }

    /// The list of a question's options, which is put among the lists; nothing, where it has none.
    fn list(&mut self, planned: &Planned<'_>) -> String {
        let languages = &self.survey.languages;
        let labelled: Vec<(&str, Cow<'_, Texts>)> = match &planned.question.kind {
            Kind::YesNo => {
                vec![("yes", Cow::Owned(languages::yes(languages))), ("no", Cow::Owned(languages::no(languages)))]
            }
            Kind::Consent(consent) => vec![("yes", Cow::Borrowed(&consent.agree))],
            _ => {
                let keys = planned.question.option_keys().into_iter();
                keys.filter_map(|key| Some((key, Cow::Borrowed(planned.question.option_text(key)?)))).collect()
            }
        };
        if labelled.is_empty() && !matches!(type_of(&planned.question.kind), "select_one" | "select_multiple" | "rank")
        {
            return String::new();
        }
        let mut names = Names::none();
        let options =
            labelled.iter().map(|(key, label)| Offered { name: names.give(key), label: self.words.all_shown(label) });
        let options: Vec<_> = options.collect();
        if options.iter().zip(&labelled).any(|(option, (key, _))| option.name != *key) {
            self.lose(&planned.name, "two of its options have one key: in the form they have two names");
        }
        let list = if matches!(planned.question.kind, Kind::YesNo) { &self.plan.yes_no } else { &planned.name };
        self.form.lists.insert(list.clone(), options);
        list.clone()
    }

    /// A condition in the words of the form; nothing, where it has none or cannot have it.
    fn relevant(&mut self, at: &str, condition: Option<&Condition>) -> String {
        let Some(condition) = condition else { return String::new() };
        let written = Rules::of(self.survey, self.plan).write(condition);
        match written {
            Ok(rule) if rule.len() <= LONGEST_RULE => rule,
            Ok(_) => {
                self.lose(
                    at,
                    "its condition is too long for a form: other tools always ask it. The file keeps it for Heard",
                );
                String::new()
            }
            Err(why) => {
                self.lose(at, format!("other tools always ask it: {why}. The file keeps its condition for Heard"));
                String::new()
            }
        }
    }
}
