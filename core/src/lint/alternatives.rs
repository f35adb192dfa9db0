//! Options: whether there is one for everybody, and whether anybody reads them all.

use super::{Draft, Found, phrases, texts};
use crate::{
    question::{Kind, Question},
    text::Lang,
};

/// Beginnings of questions whose answers no list holds whole.
const ENDLESS: &[&str] = &[
    "why",
    "what stops",
    "what makes",
    "what kind",
    "what kinds",
    "what type",
    "what sort",
    "which kind",
    "which kinds",
    "what instrument",
    "what instruments",
    "which instrument",
    "which instruments",
    "which language",
    "what language",
    "how did you hear",
    "how did you find",
    "where did you hear",
    "how do you hear",
    "what is the main reason",
    "what are the reasons",
    "what are the main reasons",
    "what is the reason",
    "what gets in the way",
];

/// Words of options that take in whoever fits no other.
const CATCHING: &[&str] = &[
    "other",
    "others",
    "else",
    "elsewhere",
    "none",
    "nothing",
    "neither",
    "any",
    "don't know",
    "do not know",
    "not sure",
    "something",
    "does not apply",
    "no one",
    "nobody",
    "no reason",
];

/// Questions with an open end and a closed list.
pub(super) fn no_other(draft: &Draft<'_>) -> Vec<Found> {
    let found = texts::own_questions(draft.survey).filter_map(|(section, question)| {
        let labels = labels(question)?;
        let asked = phrases::plain(&texts::english(&question.text)?);
        let endless = ENDLESS.iter().any(|phrase| phrases::find(&asked, phrase) == Some(phrase.split(' ').count()));
        let caught = labels.iter().any(|label| phrases::first(&phrases::plain(label), CATCHING).is_some());
        let missing = endless && labels.len() > 1 && !caught && !has_other(question);
        let message =
            "no list holds every answer to this: whoever is not on it has to say something untrue, or nothing";
        let fix = "add an option \"Something else\" with \"other\": true, or \"None of these\"";
        missing.then(|| Found::new(texts::address(section, question), message, fix))
    });
    found.collect()
}

/// Questions with more options than people read.
pub(super) fn too_many(draft: &Draft<'_>) -> Vec<Found> {
    let found = texts::own_questions(draft.survey).filter_map(|(section, question)| {
        let count = question.option_keys().len();
        let (most, fix) = match &question.kind {
            Kind::Ranking(kind) if kind.places().count() > 5 => (5, "ask for the best three: \"places\": 3"),
            Kind::Single(_) | Kind::Several(_) | Kind::Ranking(_) if draft.survey.asks_young_people() => {
                (10, "put together what is alike, or make two questions of it")
            }
            Kind::Single(_) | Kind::Several(_) | Kind::Ranking(_) => {
                (15, "put together what is alike, or make two questions of it")
            }
            Kind::Scale(_) | Kind::Grid(_) => (11, "five points are enough for most"),
            _ => return None,
        };
        let message = format!("{count} options are more than people keep in mind; they choose among the first");
        (count > most).then(|| Found::new(texts::address(section, question), message, fix))
    });
    found.collect()
}

/// The English labels of a choice among options.
pub(super) fn labels(question: &Question) -> Option<Vec<String>> {
    let is_choice = matches!(question.kind, Kind::Single(_) | Kind::Several(_));
    let english = Lang::english();
    let texts = question.option_keys().into_iter().filter_map(|option| question.option_text(option));
    is_choice.then(|| texts.map(|text| text.get(&english).to_owned()).collect())
}

fn has_other(question: &Question) -> bool {
    match &question.kind {
        Kind::Single(kind) => kind.other().is_some(),
        Kind::Several(kind) => kind.other().is_some() || kind.options.iter().any(|option| option.exclusive),
        _ => false,
    }
}
