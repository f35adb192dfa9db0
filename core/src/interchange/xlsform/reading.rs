//! An `XLSForm` becomes a survey: groups become sections, and what stands in none has one of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Loss, MOST_OPTION_SIGNS, Workbook, assembly, assembly::Page, fault, kept, keys::Keys},
    form::{Form, Line},
    pages,
};
use crate::{
    survey::{Fault, Survey},
    text::{Key, Lang, Texts},
};

/// Reads a form as a survey, with all that could not come over.
///
/// Refused are workbooks that are no form (no sheet `survey`, groups that do not close, lists that are not there, two
/// questions of one name in a group) or too large. What was read may still have [`Survey::faults`]: it is a draft.
pub fn read(workbook: &Workbook) -> Result<(Survey, Vec<Loss>), Vec<Fault>> {
    let mut losses = Vec::new();
    let form = Form::read(workbook, &mut losses)?;
    let ends = ends(&form.lines)?;
    let faults = refused(&form);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut reading = Reading::of(&form, ends, losses);
    let mut survey = reading.settings();
    reading.lines(&mut survey);
    let Reading { pages, mut losses, mut sections, .. } = reading;
    survey.sections = assembly::sections(pages, assembly::XLSFORM, &mut sections, &mut losses);
    kept(survey, losses)
}

/// A form while it is read.
pub(super) struct Reading<'f> {
    pub form: &'f Form,
    /// The line that ends each group.
    pub ends: BTreeMap<usize, usize>,
    pub losses: Vec<Loss>,
    /// The keys of questions.
    pub questions: Keys,
    pub sections: Keys,
    pub languages: Vec<Lang>,
    /// The keys of the options of each list that was used.
    pub lists: BTreeMap<String, Vec<(String, Key)>>,
    /// The names that an answer in a text may have.
    pub names: BTreeSet<String>,
    /// The groups without a page of their own that are open, with the line that ends each.
    pub nested: Vec<(usize, String)>,
    /// Where the group of the page ends; none, where its questions stand in no group.
    pub page_ends: Option<usize>,
    pub pages: Vec<Page>,
}

/// How many groups may stand in one another.
const DEEPEST: usize = 20;

/// The line that ends each group.
fn ends(lines: &[Line]) -> Result<BTreeMap<usize, usize>, Vec<Fault>> {
    let (mut open, mut ends) = (Vec::<(usize, String)>::new(), BTreeMap::new());
    for (index, line) in lines.iter().enumerate() {
        let (kind, _) = line.kind();
        if let Some(what) = kind.strip_prefix("begin_") {
            open.push((index, what.to_owned()));
            if open.len() > DEEPEST {
                let message = format!("groups stand {DEEPEST} deep in one another here; have fewer of them");
                return Err(vec![fault(&line.at, message)]);
            }
        } else if let Some(what) = kind.strip_prefix("end_") {
            let begun = open.pop().filter(|(_, begun)| begun == what);
            let Some((begun, _)) = begun else {
                let message =
                    format!("\"{kind}\" ends what does not begin; put it behind the \"begin_{what}\" that it ends");
                return Err(vec![fault(&line.at, message)]);
            };
            ends.insert(begun, index);
        }
    }
    match open.pop() {
        Some((begun, what)) => {
            let message =
                format!("this group does not end; write a row of the type \"end_{what}\" after its last question");
            Err(vec![fault(&lines[begun].at, message)])
        }
        None => Ok(ends),
    }
}

/// About how much the options of each list hold.
fn sizes(form: &Form) -> BTreeMap<&str, usize> {
    form.lists
        .iter()
        .map(|(name, options)| {
            let signs = |texts: &Texts| texts.0.values().map(String::len).sum::<usize>();
            (&**name, options.iter().map(|option| 50 + option.name.len() + signs(&option.label)).sum())
        })
        .collect()
}

/// Lists that are not there, too much of them, and two questions of one name.
fn refused(form: &Form) -> Vec<Fault> {
    let mut faults = named_twice(&form.lines);
    let sizes = sizes(form);
    let mut signs = 0;
    for line in &form.lines {
        let (kind, rest) = line.kind();
        if !["select_one", "select_multiple", "rank"].contains(&&*kind) {
            continue;
        }
        let list = list_of(&rest);
        match sizes.get(list) {
            Some(size) => signs += size,
            // A draft of ours may have a question without options.
            None if !line.cell("heard::part").is_empty() => {}
            None => {
                let message = format!(
                    "it chooses from the list \"{list}\", which the sheet \"choices\" does not have; add its options there"
                );
                faults.push(fault(&line.at, message));
            }
        }
    }
    if signs > MOST_OPTION_SIGNS {
        let message = "its lists are too long for as many questions; part the form, or shorten the lists";
        faults.push(fault("choices", message));
    }
    faults.truncate(50);
    faults
}

/// Lines of a group that have one name.
fn named_twice(lines: &[Line]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open = vec![BTreeSet::new()];
    for line in lines {
        let (kind, _) = line.kind();
        if kind.starts_with("end_") {
            open.pop();
            continue;
        }
        let name = line.name().to_lowercase();
        let is_new = name.is_empty() || open.last_mut().is_none_or(|names| names.insert(name));
        if !is_new {
            let message =
                format!("another row of its group has the name \"{}\" too; give each a name of its own", line.name());
            faults.push(fault(&line.at, message));
        }
        if kind.starts_with("begin_") {
            open.push(BTreeSet::new());
        }
    }
    faults
}

/// The names of lines whose answers can stand in a text.
pub(super) fn answer_names(lines: &[Line]) -> BTreeSet<String> {
    let asked = lines.iter().filter(|line| !line.kind().0.starts_with("begin_") && !line.name().is_empty());
    asked.map(|line| line.name().to_owned()).collect()
}

/// The list that is named behind `select_one`, without `or_other`.
pub(super) fn list_of(rest: &str) -> &str {
    rest.strip_suffix(" or_other").unwrap_or(rest)
}

impl<'f> Reading<'f> {
    fn of(form: &'f Form, ends: BTreeMap<usize, usize>, losses: Vec<Loss>) -> Self {
        let languages = if form.languages.is_empty() { vec![Lang::english()] } else { form.languages.clone() };
        Self {
            form,
            ends,
            losses,
            questions: Keys::new("question", &[]),
            sections: Keys::new("section", &Survey::RESERVED),
            languages,
            lists: BTreeMap::new(),
            names: answer_names(&form.lines),
            nested: Vec::new(),
            page_ends: None,
            pages: Vec::new(),
        }
    }

    pub fn lose(&mut self, at: &str, message: impl Into<String>) {
        self.losses.push(Loss::new(at, message));
    }

    /// The survey around its sections.
    fn settings(&mut self) -> Survey {
        let setting = |name: &str| self.form.settings.get(name).map_or("", String::as_str);
        let (title, id) = (setting("form_title").to_owned(), setting("form_id").to_owned());
        let strange: Vec<_> = self.form.settings.keys().map(String::as_str).collect();
        let known = ["form_title", "form_id", "default_language", "version", "heard::survey"];
        let strange: Vec<_> =
            strange.into_iter().filter(|name| !known.contains(name) && !name.starts_with("heard::")).collect();
        if !strange.is_empty() {
            let message =
                format!("Heard has no place for these settings, which were left out: {}", super::super::few(strange));
            self.lose("settings", message);
        }
        if let Some(survey) = self.carried_survey(&title, &id) {
            return survey;
        }
        let mut texts = Texts::default();
        let title = if title.is_empty() { "New survey" } else { &title };
        texts.set(&self.languages[0].clone(), title);
        for (at, what) in [
            ("audiences", "Whom the survey is for"),
            ("welcome", "What is said before the first question"),
            ("minutes", "How long it takes: 5 minutes were put in, and it"),
            ("thanks", "What is said after sending: a few words were put in, and it"),
        ] {
            self.lose(at, format!("{what} has to be filled in; the form does not say"));
        }
        if self.languages.len() > 1 {
            self.lose("title", "The title has to be filled in for the other languages");
        }
        let key = Keys::new("survey", &[]).give(if id.is_empty() { title } else { &id });
        pages::beginning(key, texts, self.languages.clone())
    }
}
