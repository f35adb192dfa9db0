//! How a question is asked: whether its words leave every answer open, and ask one thing.

use super::{Draft, Found, judged, phrases, reading, texts};
use crate::{
    question::{Kind, Question},
    text::Lang,
};
use texts::{Part, Text};

/// Phrases that tell people what to answer.
const PUSHING: &[&str] = &[
    "don't you agree",
    "do you not agree",
    "wouldn't you agree",
    "would you agree that",
    "would you not agree",
    "don't you think",
    "do you not think",
    "wouldn't you say",
    "isn't it",
    "aren't they",
    "as you know",
    "as we all know",
    "surely",
    "obviously",
    "of course",
    "everyone knows",
    "most people agree",
    "most people think",
    "most families agree",
    "most parents agree",
    "experts agree",
    "research shows",
    "do you agree that",
];

/// Phrases that take an answer for granted.
const PRESUMING: &[&str] = &[
    "how much do you enjoy",
    "how much did you enjoy",
    "how much do you like",
    "how much did you like",
    "how much do you love",
    "how much did you love",
    "how much have you enjoyed",
    "how much does your child enjoy",
    "how much did your child enjoy",
    "how much has your child enjoyed",
    "how much does your child love",
    "how much have you benefited",
    "how great",
    "how amazing",
    "how important is it to protect",
    "why do you love",
    "why do you like",
    "why do you enjoy",
    "what do you love most",
    "what did you enjoy most",
];

/// Words that praise or blame what is asked about.
const LOADED: &[&str] = &[
    "excellent",
    "fantastic",
    "amazing",
    "brilliant",
    "wonderful",
    "outstanding",
    "world class",
    "award winning",
    "high quality",
    "inspiring",
    "unrivalled",
    "superb",
    "first class",
    "dreadful",
    "terrible",
    "awful",
    "appalling",
];

/// Words that turn a sentence round.
const NEGATIONS: &[&str] = &["not", "never", "cannot", "nobody", "no one", "no longer"];

/// Words that hold a "not" in them.
const TURNED: &[&str] = &[
    "unfair",
    "unhappy",
    "unlikely",
    "unable",
    "uncomfortable",
    "unclear",
    "unsafe",
    "unwelcome",
    "unimportant",
    "unnecessary",
    "impossible",
    "disagree",
    "dislike",
    "dissatisfied",
    "fail",
    "lack",
];

/// Questions that lean towards one answer.
pub(super) fn leading(draft: &Draft<'_>) -> Vec<Found> {
    let found = asked(draft).filter_map(|(text, _)| {
        let words = phrases::plain(&text.english);
        let (phrase, why, fix) = if let Some(phrase) = phrases::first(&words, PUSHING) {
            let why = "tells people which answer is expected, so that those who think otherwise hold back";
            (phrase, why, "ask it open, such as \"What do you think of …?\"")
        } else if let Some(phrase) = phrases::first(&words, PRESUMING) {
            let why = "takes it for granted, and leaves out those for whom it is not so";
            (phrase, why, "ask \"How do you feel about …?\", with good and bad answers alike")
        } else {
            let why = "judges before anybody has answered";
            (phrases::first(&words, LOADED)?, why, "leave the judgement out, and let the answers tell")
        };
        let whole = phrases::has(&words, "or disagree") || phrases::has(&words, "or not");
        (!whole).then(|| Found::new(&text.at, format!("\"{phrase}\" {why}"), fix))
    });
    found.collect()
}

/// Questions and statements that ask two things and take one answer.
pub(super) fn double_barrelled(draft: &Draft<'_>) -> Vec<Found> {
    let judged = asked(draft).filter(|(_, question)| is_judged(question));
    let found = judged.filter_map(|(text, question)| {
        let statement = !matches!(question.kind, Kind::YesNo);
        let (one, other) = reading::sentences(&text.english).iter().find_map(|it| judged::two_things(it, statement))?;
        let message = format!(
            "this asks about \"{one}\" and \"{other}\" at once: whoever feels differently about the two cannot answer"
        );
        Some(Found::new(&text.at, message, "ask about one of them, or make two questions"))
    });
    found.collect()
}

/// Statements with a "not" in them, and questions with two.
pub(super) fn negative(draft: &Draft<'_>) -> Vec<Found> {
    let found = asked(draft).filter_map(|(text, question)| {
        let (nots, turned) = reading::sentences(&text.english).iter().map(|sentence| negations(sentence)).max()?;
        if nots > 0 && nots + turned > 1 {
            let message = "this says \"not\" twice: it takes a while to find out what a yes means";
            return Some(Found::new(&text.at, message, "say what is so, without a \"not\""));
        }
        let message = "people miss a \"not\" when they read fast, and whoever agrees with it has to say yes to a no";
        let answered = is_judged(question) && nots > 0;
        answered.then(|| Found::new(&text.at, message, "turn it round, and say what is so"))
    });
    found.collect()
}

/// How many words of a sentence turn it round, and how many hold a "not".
fn negations(sentence: &str) -> (usize, usize) {
    let sentence = sentence.to_lowercase().replace("or not", "").replace("not only", "").replace("not sure", "");
    let words = phrases::plain(&sentence);
    let short = words.iter().filter(|word| word.ends_with("n't")).count();
    let times = |phrase: &str| {
        let windows = words.windows(phrase.split(' ').count());
        windows.filter(|window| window.join(" ") == phrase).count()
    };
    let named: usize = NEGATIONS.iter().map(|phrase| times(phrase)).sum();
    let turned = words.iter().filter(|word| TURNED.contains(&word.as_str())).count();
    (short + named, turned)
}

/// What is asked: questions and statements, but not what is only told.
fn asked<'d>(draft: &'d Draft<'_>) -> impl Iterator<Item = (&'d Text<'d>, &'d Question)> {
    let asked = draft.texts.iter().filter(|text| text.part == Part::Asked);
    asked.filter_map(|text| Some((text, text.question.filter(|question| question.takes_answer())?)))
}

/// Whether one answer has to be true of all that the words say: yes or no, and scales of agreement.
fn is_judged(question: &Question) -> bool {
    matches!(question.kind, Kind::YesNo) || is_agreement(question)
}

/// Whether people say how far they agree.
pub(super) fn is_agreement(question: &Question) -> bool {
    let is_scale = matches!(question.kind, Kind::Scale(_) | Kind::Grid(_));
    let labels = question.option_keys().into_iter().filter_map(|option| question.option_text(option));
    let mut labels = labels.map(|text| phrases::plain(text.get(&Lang::english())));
    is_scale && labels.any(|words| phrases::first(&words, &["agree", "disagree", "true"]).is_some())
}
