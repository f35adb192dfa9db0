//! The survey as a whole: what nobody gets to, how long it takes, and what is asked for nothing.

use std::collections::BTreeSet;

use super::{Draft, Found, texts};
use crate::{
    condition::Condition,
    minutes, piping,
    question::{Kind, Question},
    reach,
    survey::Survey,
};

/// Longer than this, and many leave before the end, whatever they were promised.
const LONGEST: u32 = 15;

/// Sections and questions to which no answers lead.
pub(super) fn nobody_gets_here(draft: &Draft<'_>) -> Vec<Found> {
    let lost = |at: String| {
        let message = "no answers lead here, so nobody will ever see it";
        Found::new(at, message, "look at its condition, and at those of the questions that it depends on")
    };
    let mut found = Vec::new();
    for section in draft.survey.sections.iter().filter(|section| !section.questions.is_empty()) {
        if !reach::is_reached(draft.survey, section, None) {
            found.push(lost(section.key.to_string()));
            continue;
        }
        let asked = section.questions.iter().filter(|question| question.condition.is_some());
        let unseen = asked.filter(|question| !reach::is_reached(draft.survey, section, Some(question)));
        found.extend(unseen.map(|question| lost(texts::address(section, question))));
    }
    found
}

/// A survey that takes longer than it promises, or than people stay.
pub(super) fn too_long(draft: &Draft<'_>) -> Vec<Found> {
    let promised = draft.survey.minutes;
    let minutes = minutes::estimate(draft.survey);
    let message = if minutes::broken_promise(draft.survey).is_some() {
        format!("it promises {promised}, and by our rule of thumb the questions take about {minutes} minutes")
    } else if minutes > LONGEST {
        format!("by our rule of thumb the questions take about {minutes} minutes, and many leave after {LONGEST}")
    } else {
        return Vec::new();
    };
    vec![Found::new("minutes", message, "leave out what no figure needs, or promise what is true")]
}

/// Questions whose answers no indicator reads and no rule follows. What people say in their own words is read by people,
/// and equality monitoring is there to compare.
pub(super) fn why_ask(draft: &Draft<'_>) -> Vec<Found> {
    let Some(used) = draft.used else { return Vec::new() };
    let led = leading_on(draft.survey);
    let asked = draft.survey.questions().filter(|(section, question)| !section.monitoring && is_counted(question));
    let idle = asked.filter(|(_, question)| !used.contains(&question.key) && !led.contains(&*question.key));
    let found = idle.map(|(section, question)| {
        let message = "no indicator of the plan reads the answers: people would give their time for nothing";
        let fix = "set a plugin up that reads them, or leave the question out";
        Found::new(texts::address(section, question), message, fix)
    });
    found.collect()
}

/// Whether answers are made to be counted, and tell neither whom we ask nor their age.
fn is_counted(question: &Question) -> bool {
    let words = matches!(question.kind, Kind::ShortText(_) | Kind::LongText(_));
    let other = matches!(question.kind, Kind::Information | Kind::Consent(_) | Kind::Postcode);
    let tells = |option: &str| question.audience_of(option).is_some() || question.age_band_of(option).is_some();
    !words && !other && !question.option_keys().into_iter().any(tells)
}

/// The questions that rules look at, and those whose answers stand in later texts.
fn leading_on(survey: &Survey) -> BTreeSet<&str> {
    let rules = survey.sections.iter().flat_map(|section| {
        section.condition.iter().chain(section.questions.iter().filter_map(|question| question.condition.as_ref()))
    });
    let looked_at = rules.flat_map(Condition::leaves).filter_map(|leaf| match leaf {
        Condition::Answer(rule) => Some(&*rule.question),
        Condition::Date(rule) => Some(&*rule.question),
        _ => None,
    });
    let piped = survey.questions().flat_map(|(_, question)| piping::sources(question));
    looked_at.chain(piped).collect()
}
