//! Which sections and questions are on a respondent's way.

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
pub(crate) struct Stop<'a> {
    pub(crate) section: &'a Section,
    pub(crate) questions: Vec<&'a Question>,
    is_shown: bool,
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

    /// The first question that was not answered yet, with its section: one that takes an answer and has none.
    pub fn first_open(&self) -> Option<(&'a Section, &'a Question)> {
        let all = self.shown().flat_map(|stop| stop.questions.iter().map(|question| (stop.section, *question)));
        let mut open = all.filter(|(_, question)| question.is_open(self.answers.get(&question.key)));
        open.next()
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

    pub(crate) fn shown(&self) -> impl Iterator<Item = &Stop<'a>> {
        self.stops.iter().filter(|stop| stop.is_shown)
    }

    /// What comes before a section, and what with it and after it.
    pub(crate) fn around(&self, section: &str) -> (&[Stop<'a>], &[Stop<'a>]) {
        let here = self.stops.iter().position(|stop| stop.section.key == *section);
        self.stops.split_at(here.unwrap_or(self.stops.len()))
    }

    /// What is known of a respondent before anything was answered.
    pub(crate) fn nothing_known(&self) -> Facts<'a> {
        Facts::new(&self.survey.audiences, self.facts.language)
    }

    pub(crate) fn answers(&self) -> &'a Answers {
        self.answers
    }
}

impl<'a> Stop<'a> {
    /// Whether a question of the section will be shown; `None` where that depends on what is still ahead.
    pub(crate) fn outlook(&self, question: &Question, facts: &Facts<'_>) -> Option<bool> {
        match (outlook(self.section.condition.as_ref(), facts), outlook(question.condition.as_ref(), facts)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// The questions that may be answered yet.
    pub(crate) fn unanswered(&self, facts: &Facts<'_>) -> Vec<&'a Question> {
        let may_be_shown = |question: &&Question| outlook(question.condition.as_ref(), facts) != Some(false);
        let is_new = |question: &&Question| !facts.answers.contains_key(&*question.key);
        self.section.questions.iter().filter(may_be_shown).filter(is_new).collect()
    }
}

fn outlook(condition: Option<&Condition>, facts: &Facts<'_>) -> Option<bool> {
    condition.map_or(Some(true), |condition| condition.outlook(facts))
}

/// Takes in what was answered in a section that is shown.
pub(crate) fn learn<'a>(facts: &mut Facts<'a>, stop: &Stop<'a>, answers: &'a Answers) {
    for question in stop.questions.iter().filter(|_| stop.is_shown) {
        if let Some(answer) = answers.get(&question.key) {
            facts.learn(question, answer);
        }
    }
}
