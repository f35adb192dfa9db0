//! Scales: whether each point says what it means, and whether there is a place on it for everybody.

use super::{Draft, Found, asking, phrases, texts};
use crate::{
    question::{ChoiceOption, Kind, Question},
    text::Lang,
};

/// A scale with more points than this may leave some of them without words.
const WORDED: usize = 7;

/// Words for the good side of a scale.
const GOOD: &[&str] = &[
    "agree",
    "satisfied",
    "happy",
    "good",
    "great",
    "excellent",
    "likely",
    "better",
    "easy",
    "fantastic",
    "brilliant",
    "fun",
    "confident",
    "welcome",
    "safe",
    "helpful",
    "outstanding",
    "true",
];

/// Words for the bad side.
const BAD: &[&str] = &[
    "disagree",
    "dissatisfied",
    "unhappy",
    "sad",
    "bad",
    "poor",
    "terrible",
    "awful",
    "unlikely",
    "worse",
    "hard",
    "difficult",
    "boring",
    "unwelcome",
    "unsafe",
    "unhelpful",
    "untrue",
    "false",
];

/// Which side of a scale a point is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Good,
    Bad,
    Middle,
    /// "Not at all": the nothing that a scale of more and more begins with.
    Nothing,
    /// Words that we cannot tell.
    Unknown,
}

/// Points that are numbers alone, of which nobody knows what they mean.
pub(super) fn bare_points(draft: &Draft<'_>) -> Vec<Found> {
    let found = scales(draft).filter_map(|(at, _, points)| {
        let labels: Vec<_> = points.iter().map(label).filter(|label| !label.trim().is_empty()).collect();
        let is_bare = |label: &&String| !label.chars().any(char::is_alphabetic);
        let ends = [labels.first()?, labels.last()?];
        let bare = labels.iter().filter(is_bare).count();
        let unclear =
            if labels.len() > WORDED { ends.iter().any(is_bare) || labels.len() - bare < 3 } else { bare > 0 };
        let fix =
            if labels.len() > WORDED { "give words to both ends and the middle" } else { "give each point words" };
        let message = "some points of this scale have no words, and everybody takes a number to mean something else";
        unclear.then(|| Found::new(at, message, fix))
    });
    found.collect()
}

/// Scales with more points on one side of the middle than on the other.
pub(super) fn lopsided(draft: &Draft<'_>) -> Vec<Found> {
    let found = scales(draft).filter_map(|(at, _, points)| {
        let sides: Vec<_> = points.iter().map(side).collect();
        let count = |side: Side| sides.iter().filter(|own| **own == side).count();
        let (good, bad) = (count(Side::Good), count(Side::Bad));
        let message =
            format!("this scale has {good} points on the good side and {bad} on the other, which leads people");
        let lopsided = good + bad > 2 && good != bad && count(Side::Nothing) == 0;
        lopsided.then(|| Found::new(at, message, "give both sides the same number of points"))
    });
    found.collect()
}

/// Scales of agreement on which everybody has to take a side.
pub(super) fn no_middle(draft: &Draft<'_>) -> Vec<Found> {
    let found =
        scales(draft).filter(|(_, question, _)| asking::is_agreement(question)).filter_map(|(at, _, points)| {
            let sides: Vec<_> = points.iter().filter(|point| point.value.is_some()).map(side).collect();
            let split = sides.contains(&Side::Good) && sides.contains(&Side::Bad);
            let taken = sides.iter().all(|side| matches!(side, Side::Good | Side::Bad));
            let message = "whoever stands in the middle has to take a side, or leaves the question out";
            (split && taken).then(|| Found::new(at, message, "add a point such as \"In the middle\""))
        });
    found.collect()
}

/// Scales of agreement for those only who know.
pub(super) fn no_dont_know(draft: &Draft<'_>) -> Vec<Found> {
    let found =
        scales(draft).filter(|(_, question, _)| asking::is_agreement(question)).filter_map(|(at, _, points)| {
            let knows_not = |point: &ChoiceOption| {
                let known = [
                    "don't know",
                    "do not know",
                    "not sure",
                    "can't say",
                    "cannot say",
                    "no opinion",
                    "does not apply",
                ];
                phrases::first(&phrases::plain(&label(point)), &known).is_some()
            };
            let missing = !points.iter().any(|point| point.value.is_none() || knows_not(point));
            let message = "whoever does not know has to guess, and the guesses count as opinions";
            missing.then(|| Found::new(at, message, "add \"I don't know\", an option without a value"))
        });
    found.collect()
}

/// Scales of the author's own with at least two points, with where they stand.
fn scales<'d>(draft: &'d Draft<'_>) -> impl Iterator<Item = (String, &'d Question, &'d [ChoiceOption])> {
    texts::own_questions(draft.survey).filter_map(|(section, question)| {
        let points = match &question.kind {
            Kind::Scale(kind) => &kind.options,
            Kind::Grid(kind) => &kind.options,
            _ => return None,
        };
        (points.len() > 1).then(|| (texts::address(section, question), question, &**points))
    })
}

fn label(point: &ChoiceOption) -> String {
    point.text.get(&Lang::english()).to_owned()
}

fn side(point: &ChoiceOption) -> Side {
    let words = phrases::plain(&label(point));
    let has = |phrases: &[&str]| phrases::first(&words, phrases).is_some();
    let (good, bad, turned) = (has(GOOD), has(BAD), has(&["not", "isn't", "no"]));
    match (good, bad) {
        _ if has(&["not at all"]) && !has(&["agree", "disagree"]) => Side::Nothing,
        _ if point.value.is_none() => Side::Unknown,
        (true, true) => Side::Middle,
        _ if has(&["neither", "middle", "neutral", "so so", "mixed", "okay", "ok", "fair", "average"]) => Side::Middle,
        (true, false) if turned => Side::Bad,
        (false, true) if turned => Side::Good,
        (true, false) => Side::Good,
        (false, true) => Side::Bad,
        (false, false) => Side::Unknown,
    }
}
