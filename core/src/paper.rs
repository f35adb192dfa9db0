//! A survey on paper: the numbers and letters that stand beside its questions and options, which whoever types a
//! filled sheet in types.
//!
//! Questions that take an answer are numbered through the whole survey, from 1, whatever their conditions; options
//! count from 1 within their question, in the order in which they are shown. The ways to give no answer have letters.

use crate::{
    question::Question,
    survey::{Section, Survey},
};

/// Stands for "I'd rather not say".
pub const RATHER_NOT_SAY: char = 'R';
/// Stands for "I don't understand this question".
pub const NOT_UNDERSTOOD: char = 'U';

/// A question with its number on paper.
#[derive(Clone, Copy, Debug)]
pub struct Numbered<'a> {
    /// From 1, through the whole survey.
    pub number: usize,
    /// Where it stands.
    pub section: &'a Section,
    /// The question itself.
    pub question: &'a Question,
}

/// The questions that take an answer, in order, with their numbers.
pub fn numbered(survey: &Survey) -> impl Iterator<Item = Numbered<'_>> {
    let answered = survey.questions().filter(|(_, question)| question.takes_answer());
    (1..).zip(answered).map(|(number, (section, question))| Numbered { number, section, question })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_takes_an_answer_has_a_number_and_sections_do_not_begin_anew() {
        let text = |text: &str| serde_json::json!({ "en": text });
        let asked = |key: &str, kind: &str| serde_json::json!({ "key": key, "text": text(key), "kind": kind });
        let survey = serde_json::json!({
            "key": "s", "title": text("S"), "welcome": text("W"), "thanks": text("T"), "languages": ["en"],
            "audiences": ["young_person"], "minutes": 1, "sections": [
                { "key": "one", "title": text("One"), "questions": [asked("told", "information"), asked("a", "yes_no")] },
                { "key": "two", "title": text("Two"), "questions": [asked("b", "yes_no")] },
            ],
        });
        let survey = Survey::from_json(&survey.to_string()).unwrap();
        let numbers: Vec<_> = numbered(&survey).map(|n| (n.number, &*n.section.key, &*n.question.key)).collect();
        assert_eq!(numbers, [(1, "one", "a"), (2, "two", "b")]);
    }
}
