//! Which section comes next.

use crate::{
    age::AgeBand,
    answer::{Answer, Answers},
    audience::Audience,
    condition::{Condition, Facts},
    question::Question,
    survey::{Section, Survey},
    text::{Key, Lang},
};

/// A respondent's way through a survey, as far as the answers so far tell.
///
/// A rule sees the answers of the sections before it that are on the way, and no others: what was answered on a way
/// that was left again leads nowhere.
#[derive(Clone, Debug)]
pub struct Route<'a> {
    survey: &'a Survey,
    answers: &'a Answers,
    facts: Facts<'a>,
    stops: Vec<Stop<'a>>,
}

/// A section with the questions of it that are shown.
#[derive(Clone, Debug)]
struct Stop<'a> {
    section: &'a Section,
    questions: Vec<&'a Question>,
    is_shown: bool,
}

/// Where a respondent goes after a section.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'a> {
    /// To another section.
    Section(&'a Section),
    /// To check the answers and send them.
    Check,
}

/// How far a respondent has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The place of the section among those on the way, from 1.
    pub at: usize,
    /// How many there are, or how many there can be at most: on the way forward it never grows.
    pub of: usize,
    /// Whether it depends on answers still to come how many there are.
    pub about: bool,
}

impl<'a> Route<'a> {
    /// The way that these answers lead, in this language.
    pub fn new(survey: &'a Survey, answers: &'a Answers, language: &'a Lang) -> Self {
        let mut facts = Facts::new(&survey.audiences, language);
        let stops = survey.sections.iter().map(|section| {
            let shown = |condition: Option<&Condition>| condition.is_none_or(|rule| rule.holds(&facts));
            let questions: Vec<_> = section.questions.iter().filter(|q| shown(q.condition.as_ref())).collect();
            let is_shown = shown(section.condition.as_ref()) && !questions.is_empty();
            let stop = Stop { section, questions, is_shown };
            learn(&mut facts, &stop, answers);
            stop
        });
        let stops = stops.collect();
        Self { survey, answers, facts, stops }
    }

    /// The sections that apply, in order. Sections that depend on what is not answered yet are not among them.
    pub fn sections(&self) -> impl Iterator<Item = &'a Section> + '_ {
        self.shown().map(|stop| stop.section)
    }

    /// The questions of a section that are shown.
    pub fn questions(&self, section: &Section) -> impl Iterator<Item = &'a Question> + '_ {
        let stop = self.stops.iter().find(|stop| stop.section.key == section.key);
        stop.into_iter().flat_map(|stop| stop.questions.iter().copied())
    }

    /// The answer to a question that is on the way.
    pub fn answer(&self, question: &str) -> Option<&'a Answer> {
        self.facts.answers.get(question).copied()
    }

    /// Whom the answers show the respondent to be: by the last answer on the way that says so; when the survey is
    /// for one audience only, that one.
    pub fn audience(&self) -> Option<Audience> {
        self.facts.audience
    }

    /// How old the answers show the respondent to be: by the last answer on the way that says so.
    pub fn age_band(&self) -> Option<AgeBand> {
        self.facts.age_band
    }

    /// What comes after the section with this key.
    pub fn after(&self, section: &str) -> Step<'a> {
        let mut rest = self.stops.iter().skip_while(|stop| stop.section.key != *section).skip(1);
        rest.find(|stop| stop.is_shown).map_or(Step::Check, |stop| Step::Section(stop.section))
    }

    /// The section before the one with this key.
    pub fn before(&self, section: &str) -> Option<&'a Section> {
        self.sections().take_while(|s| s.key != *section).last()
    }

    /// How far one has come with the section with this key, if it is on the way.
    pub fn progress(&self, section: &str) -> Option<Progress> {
        let here = self.stops.iter().position(|stop| stop.is_shown && stop.section.key == *section)?;
        let (behind, rest) = self.stops.split_at(here);
        let mut facts = Facts::new(&self.survey.audiences, self.facts.language);
        for stop in behind {
            learn(&mut facts, stop, self.answers);
        }
        let at = behind.iter().filter(|stop| stop.is_shown).count() + 1;
        let mut progress = Progress { at, of: at - 1, about: false };
        for stop in rest {
            match stop.outlook(&facts) {
                Some(false) => continue,
                Some(true) => {}
                None => progress.about = true,
            }
            progress.of += 1;
            learn(&mut facts, stop, self.answers);
            for question in stop.unanswered(&facts) {
                facts.expect(question);
            }
        }
        Some(progress)
    }

    /// The first section that was not answered yet: one with a question that takes an answer and has none.
    pub fn first_open(&self) -> Step<'a> {
        let is_open = |question: &Question| question.is_open(self.answers.get(&question.key));
        self.shown()
            .find(|stop| stop.questions.iter().any(|question| is_open(question)))
            .map_or(Step::Check, |stop| Step::Section(stop.section))
    }

    /// The answers to the questions that are shown, and no others: an answer given on a way that was left again
    /// does not count.
    pub fn kept(&self) -> Answers {
        self.shown()
            .flat_map(|stop| &stop.questions)
            .filter_map(|question| {
                self.answers.get(&question.key).map(|answer| (Key::clone(&question.key), answer.clone()))
            })
            .collect()
    }

    fn shown(&self) -> impl Iterator<Item = &Stop<'a>> {
        self.stops.iter().filter(|stop| stop.is_shown)
    }
}

impl<'a> Stop<'a> {
    /// Whether the section will be shown; `None` where that depends on what is still ahead.
    fn outlook(&self, facts: &Facts<'_>) -> Option<bool> {
        let questions: Vec<_> =
            self.section.questions.iter().map(|question| outlook(question.condition.as_ref(), facts)).collect();
        let some_question = match () {
            () if questions.contains(&Some(true)) => Some(true),
            () if questions.contains(&None) => None,
            () => Some(false),
        };
        match (outlook(self.section.condition.as_ref(), facts), some_question) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// The questions that may be answered yet.
    fn unanswered(&self, facts: &Facts<'_>) -> Vec<&'a Question> {
        let may_be_shown = |question: &&Question| outlook(question.condition.as_ref(), facts) != Some(false);
        let is_new = |question: &&Question| !facts.answers.contains_key(&*question.key);
        self.section.questions.iter().filter(may_be_shown).filter(is_new).collect()
    }
}

fn outlook(condition: Option<&Condition>, facts: &Facts<'_>) -> Option<bool> {
    condition.map_or(Some(true), |condition| condition.outlook(facts))
}

fn learn<'a>(facts: &mut Facts<'a>, stop: &Stop<'a>, answers: &'a Answers) {
    for question in stop.questions.iter().filter(|_| stop.is_shown) {
        if let Some(answer) = answers.get(&question.key) {
            facts.learn(question, answer);
        }
    }
}
