//! An earlier answer within a later text: `How old is {answer:child_name|your child}?`. After the bar stands what is
//! read where nothing was answered.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    answer::Answer,
    question::{Kind, Question},
    route::Route,
    survey::Survey,
    text::Texts,
};

const OPENS: &str = "{answer:";

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Words(&'t str),
    Answer {
        key: &'t str,
        without: Option<&'t str>,
    },
    /// It opens and never closes.
    Open,
}

/// Whether an answer is to stand in a text, in any language.
pub(crate) fn is_in(texts: &Texts) -> bool {
    texts.0.values().any(|text| text.contains(OPENS))
}

/// A text as it is read where nothing was answered.
pub(crate) fn unanswered(text: &str) -> String {
    let parts = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words,
        Piece::Answer { without, .. } => without.unwrap_or_default(),
        Piece::Open => "",
    });
    parts.collect()
}

/// The keys of the questions whose answers stand in a question's texts.
pub(crate) fn sources(question: &Question) -> Vec<&str> {
    let texts = question.texts().into_iter().flat_map(|(_, texts)| texts.0.values());
    let keys = texts.flat_map(|text| pieces(text)).filter_map(|piece| match piece {
        Piece::Answer { key, .. } => Some(key),
        _ => None,
    });
    keys.collect()
}

/// The question with earlier answers put into its texts. `words` says an answer as its respondent reads it; `None`
/// where it says nothing. What was answered on a way that was left again is not put in.
pub fn fill<'q>(
    question: Cow<'q, Question>,
    survey: &Survey,
    route: &Route<'_>,
    words: &dyn Fn(&Question, &Answer) -> Option<String>,
) -> Cow<'q, Question> {
    if !question.texts().iter().any(|(_, texts)| is_in(texts)) {
        return question;
    }
    let said = |key: &str| {
        let answer = route.answer(key).filter(|answer| !answer.is_missing())?;
        words(survey.question(key)?, answer)
    };
    let mut filled = question.into_owned();
    for texts in filled.texts_mut() {
        for text in texts.0.values_mut() {
            let parts = pieces(text).into_iter().map(|piece| match piece {
                Piece::Words(words) => words.to_owned(),
                Piece::Answer { key, without } => said(key).unwrap_or_else(|| without.unwrap_or_default().to_owned()),
                Piece::Open => String::new(),
            });
            *text = parts.collect();
        }
    }
    Cow::Owned(filled)
}

/// What is wrong with the answers that a question's texts ask for.
pub(crate) fn faults(question: &Question, earlier: &BTreeMap<&str, &Question>) -> Vec<String> {
    let texts = question.texts();
    let pieces = texts.iter().flat_map(|(_, texts)| texts.0.values()).flat_map(|text| pieces(text));
    let mut faults: Vec<_> = pieces.filter_map(|piece| fault(piece, earlier)).collect();
    faults.sort();
    faults.dedup();
    faults
}

fn fault(piece: Piece<'_>, earlier: &BTreeMap<&str, &Question>) -> Option<String> {
    let (key, without) = match piece {
        Piece::Words(_) => return None,
        Piece::Open => return Some(format!("\"{OPENS}\" is not closed with \"}}\"")),
        Piece::Answer { key, without } => (key, without),
    };
    let Some(source) = earlier.get(key) else {
        return Some(format!("\"{OPENS}{key}}}\" names no question of an earlier section"));
    };
    let fits = match source.kind {
        Kind::Single(_)
        | Kind::Scale(_)
        | Kind::Several(_)
        | Kind::Ranking(_)
        | Kind::Number(_)
        | Kind::Date(_)
        | Kind::ShortText(_)
        | Kind::YesNo => true,
        Kind::Grid(_) | Kind::LongText(_) | Kind::Consent(_) | Kind::Postcode | Kind::Information => false,
    };
    if source.sensitive {
        Some(format!("\"{key}\" is sensitive: its answer cannot be shown in another text"))
    } else if !fits {
        Some(format!("the answer to \"{key}\" is not one that fits into a text"))
    } else if without.is_none_or(|without| without.trim().is_empty()) {
        Some(format!("write what stands there without an answer: \"{OPENS}{key}|your child}}\""))
    } else {
        None
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once(OPENS) {
        pieces.push(Piece::Words(words));
        let Some((inside, after)) = after.split_once('}') else {
            pieces.push(Piece::Open);
            return pieces;
        };
        pieces.push(match inside.split_once('|') {
            Some((key, without)) => Piece::Answer { key, without: Some(without) },
            None => Piece::Answer { key: inside, without: None },
        });
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}
