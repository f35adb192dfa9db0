//! The lines of a form, one after the other, put on pages: a group is one, and so is what stands in none.

use super::{
    super::assembly::{Asked, Page, When},
    carried::Read,
    form::Line,
    reading::Reading,
};
use crate::{
    question::{Kind, Question},
    survey::{Section, Survey},
    text::{Key, Lang, Texts},
    walk::Pace,
};

impl Reading<'_> {
    /// Reads every line. What is said around the questions goes into the survey.
    pub fn lines(&mut self, survey: &mut Survey) {
        let mut at = 0;
        while at < self.form.lines.len() {
            at = self.line(at, survey);
        }
    }

    /// Reads a line, or a few that belong together, and gives the place of the next one.
    fn line(&mut self, at: usize, survey: &mut Survey) -> usize {
        let form = self.form;
        let line = &form.lines[at];
        let (kind, _) = line.kind();
        let is_off = ["yes", "true", "true()"].contains(&&*line.cell("disabled").to_lowercase());
        if kind.starts_with("begin_") {
            return self.begin(at, line);
        }
        if kind.starts_with("end_") {
            self.end(at);
            return at + 1;
        }
        if kind.is_empty() || is_off {
            let why = if is_off { "it is switched off with \"disabled\"" } else { "it has no type" };
            self.lose(&line.at, format!("the row was left out: {why}"));
            return at + 1;
        }
        if self.carried_words(line, survey) {
            return at + 1;
        }
        if let Some((asked, next)) = self.headed_grid(at) {
            self.add(asked);
            return next;
        }
        if let Some(read) = self.carried_question(line, &[]) {
            self.take(&line.at, read);
            return at + 1;
        }
        let (asked, next) = self.plain(at);
        if let Some(asked) = asked {
            self.add(asked);
        }
        next
    }

    fn begin(&mut self, at: usize, line: &Line) -> usize {
        let end = self.ends[&at];
        if let Some(read) = self.grid(at, end) {
            self.take(&line.at, read);
            return end + 1;
        }
        let (kind, _) = line.kind();
        if kind != "begin_group" {
            let what = match &*kind {
                "begin_repeat" => "a group that is repeated",
                _ => "a group of a kind that Heard does not know",
            };
            let message = format!("{what}: its questions are asked once; copy those that are to be asked again");
            self.lose(&line.at, message);
        }
        if self.page_ends.is_some() {
            self.begin_nested(end, line);
        } else {
            self.page_ends = Some(end);
            let page = self.carried_page(line).unwrap_or_else(|| self.plain_page(line));
            self.pages.push(page);
        }
        at + 1
    }

    fn begin_nested(&mut self, end: usize, line: &Line) {
        self.lose(&line.at, "a group within a group: its questions stand in the outer one, after its heading");
        self.nested.push((end, line.cell("relevant").to_owned()));
        if !line.label.is_empty() {
            let question = Question { text: line.label.clone(), ..bare(self.question_key(line), Kind::Information) };
            let when = When::Rules(self.rules(""));
            self.add(Asked { at: line.at.clone(), question, when, names: Vec::new(), is_ours: false });
        }
    }

    fn plain_page(&mut self, line: &Line) -> Page {
        let name = line.name();
        let key = self.sections.give(name);
        if *key != *name {
            self.lose(&line.at, format!("the section has the key \"{key}\": \"{name}\" cannot be one, or is taken"));
        }
        let section = Section {
            title: line.label.clone(),
            intro: Some(line.hint.clone()).filter(|hint| !hint.is_empty()),
            ..section(key)
        };
        let when = When::Rules(vec![line.cell("relevant").to_owned()]);
        Page { at: line.at.clone(), section, when, asked: Vec::new(), is_ours: false }
    }

    fn end(&mut self, at: usize) {
        if self.page_ends == Some(at) {
            self.page_ends = None;
        }
        self.nested.retain(|(end, _)| *end != at);
    }

    fn take(&mut self, at: &str, read: Read) {
        match read {
            Read::Asked(asked) => self.add(*asked),
            Read::Standard(name) => self.page(at).section.standard.push(name),
        }
    }

    fn add(&mut self, asked: Asked) {
        let at = asked.at.clone();
        self.page(&at).asked.push(asked);
    }

    /// The page that is open; one of its own for what stands in no group.
    fn page(&mut self, at: &str) -> &mut Page {
        let in_group = self.page_ends.is_some();
        let goes_on = self.pages.last().is_some_and(|page| in_group || page.at.is_empty());
        if !goes_on {
            let key = self.sections.give("questions");
            self.lose(
                at,
                "from here on, questions stand in no group: they have a section of their own; write its heading",
            );
            let section = Section { title: Texts::one(self.languages[0].clone(), "Questions"), ..section(key) };
            let when = When::Is(None);
            self.pages.push(Page { at: String::new(), section, when, asked: Vec::new(), is_ours: false });
        }
        self.pages.last_mut().expect("one was put there, where none was")
    }

    /// When a line is asked: where its own rule and those of the groups around it hold.
    pub fn rules(&self, own: &str) -> Vec<String> {
        let groups = self.nested.iter().map(|(_, rule)| rule.clone());
        groups.chain([own.to_owned()]).collect()
    }

    /// A key for the question of a line.
    pub fn question_key(&mut self, line: &Line) -> Key {
        let name = line.name();
        let key = self.questions.give(name);
        if *key != *name {
            self.lose(&line.at, format!("the question has the key \"{key}\": \"{name}\" cannot be one, or is taken"));
        }
        key
    }
}

/// A survey as it begins, with what no form says put in as it is in a new one.
pub(in crate::interchange) fn beginning(key: Key, title: Texts, languages: Vec<Lang>) -> Survey {
    Survey {
        key,
        title,
        welcome: Texts::default(),
        thanks: Texts::english("Thank you for telling us."),
        languages,
        audiences: Vec::new(),
        minutes: 5,
        offer_not_understood: true,
        pace: Pace::default(),
        wordings: Vec::new(),
        sections: Vec::new(),
        draw: None,
    }
}

/// A section without anything.
pub(in crate::interchange) fn section(key: Key) -> Section {
    Section {
        key,
        title: Texts::default(),
        intro: None,
        wordings: Vec::new(),
        condition: None,
        monitoring: false,
        standard: Vec::new(),
        questions: Vec::new(),
    }
}

/// A question without words.
pub(in crate::interchange) fn bare(key: Key, kind: Kind) -> Question {
    Question {
        key,
        text: Texts::default(),
        help: None,
        reason: None,
        required: false,
        sensitive: false,
        offer_not_understood: true,
        condition: None,
        standard: None,
        picture: None,
        wordings: Vec::new(),
        kind,
    }
}
