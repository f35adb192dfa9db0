//! A finished set of answers.

use crate::{
    age::AgeBand,
    answer::{Answer, Answers},
    apart::Said,
    area::Place,
    audience::Audience,
    question::{Kind, Question},
    route::Route,
    survey::Survey,
    text::{Key, Lang},
};

/// One person's answers, as they are stored: no time but the day (which intake adds), no postcode, no address.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Whom the respondent turned out to be.
    pub audience: Option<Audience>,
    /// How old the respondent turned out to be.
    pub age_band: Option<AgeBand>,
    /// The language it was answered in.
    pub language: Lang,
    /// The answers outside equality monitoring.
    pub answers: Answers,
    /// The answers to equality monitoring, which are stored apart.
    pub monitoring: Answers,
    /// What the postcode was reduced to.
    pub place: Option<Place>,
    /// What was said of equality monitoring by somebody who wants to be counted and not connected.
    pub apart: Vec<Said>,
}

impl Response {
    /// Finishes a survey: keeps the answers to the questions that were shown, and takes the place out of them.
    /// The error is the section that still has to be answered.
    pub fn finish(survey: &Survey, answers: &Answers, language: &Lang) -> Result<Self, Key> {
        let route = Route::new(survey, answers, language);
        match route.first_open() {
            Some((open, _)) => Err(open.key.clone()),
            None => Ok(Self::on_the_way(survey, &route, language)),
        }
    }

    /// Finishes a survey that was answered on paper. Nobody can be asked again, so it counts whatever was left empty.
    /// The error is a consent that the survey cannot be counted without.
    pub fn from_paper(survey: &Survey, answers: &Answers, language: &Lang) -> Result<Self, Key> {
        let route = Route::new(survey, answers, language);
        let kept = route.kept();
        let is_refused = |question: &Question| {
            let asks = matches!(question.kind, Kind::Consent(_)) && question.required;
            asks && kept.get(&question.key).is_some_and(|answer| !question.is_satisfied_by(answer))
        };
        match survey.questions().find(|(_, question)| is_refused(question)) {
            Some((_, consent)) => Err(consent.key.clone()),
            None => Ok(Self::on_the_way(survey, &route, language)),
        }
    }

    /// Takes equality monitoring away from the other answers, for somebody who wants to be counted and not connected:
    /// the place too, if it was asked there, and what was asked only because of what they said there. What stays is
    /// the same as of somebody who left all of it empty, so that a response does not even tell who chose this.
    #[must_use]
    pub fn taken_apart(self, survey: &Survey) -> Self {
        let mut given = self.answers;
        given.merge(self.monitoring);
        let is_place =
            |question: &Question| matches!(question.kind, Kind::Postcode) && given.get(&question.key).is_none();
        let postcode = survey.questions().map(|(_, question)| question).find(|question| is_place(question));
        if let (Some(place), Some(postcode)) = (self.place, postcode) {
            given.set(postcode.key.clone(), Answer::Place(place));
        }
        let stays = survey.questions().filter(|(_, question)| question.takes_answer()).map(|(section, question)| {
            let answer = given.get(&question.key).filter(|_| !section.monitoring);
            (question.key.clone(), answer.cloned().unwrap_or(Answer::Skipped))
        });
        let stays: Answers = stays.collect();
        let route = Route::new(survey, &stays, &self.language);
        let kept = route.kept();
        let taken = given.iter().filter(|(question, answer)| kept.get(question) != Some(answer));
        let apart = taken.flat_map(|(question, answer)| Said::in_answer(question, answer)).collect();
        Self { apart, ..Self::on_the_way(survey, &route, &self.language) }
    }

    /// The answers to the questions on a way, each where it belongs.
    fn on_the_way(survey: &Survey, route: &Route<'_>, language: &Lang) -> Self {
        let mut response = Self {
            audience: route.audience(),
            age_band: route.age_band(),
            language: language.clone(),
            answers: Answers::default(),
            monitoring: Answers::default(),
            place: None,
            apart: Vec::new(),
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
        response
    }
}
