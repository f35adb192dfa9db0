//! A survey page by page: which comes next, and how far one has come.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    condition::Facts,
    question::Question,
    route::{Route, Stop, learn},
    survey::Section,
};

/// How a survey is parted into pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// A page a section.
    #[default]
    Section,
    /// A page a question.
    Question,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 2] = [Self::Section, Self::Question];

    /// What is stored and posted.
    pub fn code(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Question => "question",
        }
    }

    /// The pace with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.code() == code)
    }

    /// The one that it is not.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Section => Self::Question,
            Self::Question => Self::Section,
        }
    }
}

/// Which page of a survey, by the keys in its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At<'k> {
    /// The section.
    pub section: &'k str,
    /// The question, where each has a page of its own.
    pub question: Option<&'k str>,
}

/// A page of questions.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The section that it is, or belongs to.
    pub section: &'a Section,
    /// What stands on it, in order; at least one. Information stands with the question after it.
    pub questions: Vec<&'a Question>,
    /// The question that it is named after, where each has a page of its own: the last on it.
    pub question: Option<&'a Question>,
    /// Whether it is the first of its section, so that what introduces the section is said on it.
    pub opens: bool,
}

/// How far a respondent has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The place of the page among those on the way, from 1.
    pub at: usize,
    /// How many there are, or how many there can be at most: on the way forward it never grows.
    pub of: usize,
    /// Whether it depends on answers still to come how many there are.
    pub about: bool,
}

/// The pages on a respondent's way, as far as the answers so far tell. Rules look at earlier sections only, so that the
/// questions of a section are the same however they are parted.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    route: Route<'a>,
    pace: Pace,
    pages: Vec<Page<'a>>,
}

impl<'a> Walk<'a> {
    /// The way that a route leads, in pages.
    pub fn new(route: Route<'a>, pace: Pace) -> Self {
        let pages = route.shown().flat_map(|stop| stop.pages(pace)).collect();
        Self { route, pace, pages }
    }

    /// Which sections and questions are on the way.
    pub fn route(&self) -> &Route<'a> {
        &self.route
    }

    /// The page at an address, if it is on the way.
    pub fn page(&self, at: At<'_>) -> Option<&Page<'a>> {
        self.pages.iter().find(|page| page.at() == at)
    }

    /// The page that a question stands on, if it is on the way.
    pub fn page_of(&self, question: &str) -> Option<&Page<'a>> {
        self.pages.iter().find(|page| page.questions.iter().any(|asked| asked.key == *question))
    }

    /// The first page of a section, if it is on the way.
    pub fn first_of(&self, section: &str) -> Option<&Page<'a>> {
        self.pages.iter().find(|page| page.section.key == *section)
    }

    /// What comes after the page at an address; none when the answers are to be checked and sent.
    pub fn after(&self, at: At<'_>) -> Option<&Page<'a>> {
        self.pages.get(self.place(at)? + 1)
    }

    /// The page before the one at an address.
    pub fn before(&self, at: At<'_>) -> Option<&Page<'a>> {
        self.pages.get(self.place(at)?.checked_sub(1)?)
    }

    /// The first page.
    pub fn first(&self) -> Option<&Page<'a>> {
        self.pages.first()
    }

    /// The last page.
    pub fn last(&self) -> Option<&Page<'a>> {
        self.pages.last()
    }

    /// The first page that was not answered yet: one with a question that takes an answer and has none. None when the
    /// answers can be sent.
    pub fn first_open(&self) -> Option<&Page<'a>> {
        self.page_of(&self.route.first_open()?.1.key)
    }

    /// Whether the last question has an answer: whoever gave it has seen all pages before, and comes back to change some.
    pub fn is_answered_to_the_end(&self) -> bool {
        let mut asked = self.pages.iter().rev().flat_map(|page| page.questions.iter().rev());
        let last = asked.find(|question| question.takes_answer());
        last.is_some_and(|question| !question.is_open(self.route.answers().get(&question.key)))
    }

    /// How far one has come with the page at an address, if it is on the way. Where each question has a page, only
    /// those that ask something are counted.
    pub fn progress(&self, at: At<'_>) -> Option<Progress> {
        let here = self.place(at).filter(|here| self.counts(&self.pages[*here]))?;
        let (behind, rest) = self.route.around(at.section);
        let mut facts = self.route.nothing_known();
        for stop in behind {
            learn(&mut facts, stop, self.route.answers());
        }
        let counted = |pages: &[Page<'a>]| pages.iter().filter(|page| self.counts(page)).count();
        let earlier = self.pages.iter().take_while(|page| page.section.key != *at.section).count();
        let of = counted(&self.pages[..earlier]);
        let mut progress = Progress { at: counted(&self.pages[..=here]), of, about: false };
        for stop in rest {
            let (at_least, at_most) = stop.pages_to_come(self.pace, &facts);
            progress.about |= at_least < at_most;
            progress.of += at_most;
            if at_most > 0 {
                learn(&mut facts, stop, self.route.answers());
                for question in stop.unanswered(&facts) {
                    facts.expect(question);
                }
            }
        }
        Some(progress)
    }

    fn place(&self, at: At<'_>) -> Option<usize> {
        self.pages.iter().position(|page| page.at() == at)
    }

    fn counts(&self, page: &Page<'_>) -> bool {
        self.pace == Pace::Section || page.question.is_some_and(Question::takes_answer)
    }
}

impl<'a> Page<'a> {
    /// Its address within the survey.
    pub fn at(&self) -> At<'a> {
        At { section: &self.section.key, question: self.question.map(|question| &*question.key) }
    }
}

impl<'a> Stop<'a> {
    fn pages(&self, pace: Pace) -> Vec<Page<'a>> {
        let section = self.section;
        if pace == Pace::Section {
            return vec![Page { section, questions: self.questions.clone(), question: None, opens: true }];
        }
        // A question ends its page; information goes on to the next, or stands alone where there is none.
        let pages = self.questions.split_inclusive(|question| question.takes_answer());
        let part = |(place, questions): (usize, &[&'a Question])| Page {
            section,
            questions: questions.to_vec(),
            question: questions.last().copied(),
            opens: place == 0,
        };
        pages.enumerate().map(part).collect()
    }

    /// How many pages the section will have, at least and at most, for all that is known and still ahead.
    fn pages_to_come(&self, pace: Pace, facts: &Facts<'_>) -> (usize, usize) {
        let counted = self.section.questions.iter().filter(|question| pace == Pace::Section || question.takes_answer());
        let mut range = (0, 0);
        for outlook in counted.map(|question| self.outlook(question, facts)) {
            range.0 += usize::from(outlook == Some(true));
            range.1 += usize::from(outlook != Some(false));
        }
        if pace == Pace::Section { (range.0.min(1), range.1.min(1)) } else { range }
    }
}
