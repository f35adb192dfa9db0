//! A finished set of answers.

use crate::{
    answer::{Answer, Answers},
    area::Place,
    audience::Audience,
    question::Kind,
    route::{Route, Step},
    survey::Survey,
    text::{Key, Lang},
};

/// One person's answers, as they are stored: no time but the day (which intake adds), no postcode, no address.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Whom the respondent turned out to be.
    pub audience: Option<Audience>,
    /// The language it was answered in.
    pub language: Lang,
    /// The answers outside equality monitoring.
    pub answers: Answers,
    /// The answers to equality monitoring, which are stored apart.
    pub monitoring: Answers,
    /// What the postcode was reduced to.
    pub place: Option<Place>,
}

impl Response {
    /// Finishes a survey: keeps the answers to the questions that were shown, and takes the place out of them.
    /// The error is the section that still has to be answered.
    pub fn finish(survey: &Survey, answers: &Answers, language: &Lang) -> Result<Self, Key> {
        let route = Route::new(survey, answers, language);
        if let Step::Section(open) = route.first_open() {
            return Err(open.key.clone());
        }
        let mut response = Self {
            audience: route.audience(),
            language: language.clone(),
            answers: Answers::default(),
            monitoring: Answers::default(),
            place: None,
        };
        let mut kept = route.kept();
        for (section, question) in survey.questions() {
            let Some(answer) = kept.take(&question.key) else { continue };
            match (&question.kind, answer) {
                (Kind::Postcode, Answer::Place(place)) => response.place = Some(place),
                (_, answer) if section.monitoring => response.monitoring.set(question.key.clone(), answer),
                (_, answer) => response.answers.set(question.key.clone(), answer),
            }
        }
        Ok(response)
    }
}
