//! Which section comes next.

use crate::{
    answer::{Answer, Answers},
    condition::Facts,
    question::{Kind, Question},
    survey::{Section, Survey},
    text::{Key, Lang},
};

/// A respondent's way through a survey, as far as the answers so far tell.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    survey: &'a Survey,
    facts: Facts<'a>,
}

/// Where a respondent goes after a section.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'a> {
    /// To another section.
    Section(&'a Section),
    /// To check the answers and send them.
    Check,
}

impl<'a> Route<'a> {
    /// The way that these answers lead, in this language.
    pub fn new(survey: &'a Survey, answers: &'a Answers, language: &'a Lang) -> Self {
        Self { survey, facts: Facts { answers, audience: survey.audience(answers), language } }
    }

    /// The sections that apply, in order. Sections that depend on what is not answered yet are not among them.
    pub fn sections(&self) -> impl Iterator<Item = &'a Section> + use<'a> {
        let route = *self;
        route.survey.sections.iter().filter(move |section| {
            section.condition.as_ref().is_none_or(|condition| condition.holds(route.facts))
                && route.questions(section).next().is_some()
        })
    }

    /// The questions of a section that are shown.
    pub fn questions(&self, section: &'a Section) -> impl Iterator<Item = &'a Question> + use<'a> {
        let facts = self.facts;
        section
            .questions
            .iter()
            .filter(move |question| question.condition.as_ref().is_none_or(|condition| condition.holds(facts)))
    }

    /// What comes after the section with this key.
    pub fn after(&self, section: &str) -> Step<'a> {
        let position = |key: &str| self.survey.sections.iter().position(|s| s.key == *key);
        let here = position(section);
        self.sections().find(|next| position(&next.key) > here).map_or(Step::Check, Step::Section)
    }

    /// The section before the one with this key.
    pub fn before(&self, section: &str) -> Option<&'a Section> {
        self.sections().take_while(|s| s.key != *section).last()
    }

    /// The place of a section among those that apply, from 1, and how many there are.
    pub fn progress(&self, section: &str) -> Option<(usize, usize)> {
        let position = self.sections().position(|s| s.key == *section)?;
        Some((position + 1, self.sections().count()))
    }

    /// The first section that was not answered yet: one with a question that takes an answer and has none.
    pub fn first_open(&self) -> Step<'a> {
        self.sections()
            .find(|section| self.questions(section).any(|question| self.is_open(question)))
            .map_or(Step::Check, Step::Section)
    }

    fn is_open(&self, question: &Question) -> bool {
        let answer = self.facts.answers.get(&question.key);
        let unanswered = if question.required { !answer.is_some_and(Answer::is_given) } else { answer.is_none() };
        unanswered && !matches!(question.kind, Kind::Information)
    }

    /// The answers to the questions that are shown, and no others: an answer given on a way that was left again
    /// does not count.
    pub fn kept(&self) -> Answers {
        self.sections()
            .flat_map(|section| self.questions(section))
            .filter_map(|question| {
                self.facts.answers.get(&question.key).map(|answer| (Key::clone(&question.key), answer.clone()))
            })
            .collect()
    }
}
