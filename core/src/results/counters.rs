//! What answers are counted by, one after the other as they come: how far a question was answered, and what was chosen.

use super::{Choosing, bands::Bands};
use crate::{
    answer::Answer,
    question::{Column, Holds, Kind, Question},
};

/// How far a question was answered by those who were asked, by its code: answered, left empty, would rather not say,
/// did not understand it.
pub const REACHED: [&str; 4] = ["answered", "empty", "rather_not", "not_understood"];

/// Which of [`REACHED`] an answer is.
pub fn reached(answer: &Answer) -> &'static str {
    let [answered, empty, rather_not, not_understood] = REACHED;
    match answer {
        Answer::Skipped => empty,
        Answer::RatherNotSay => rather_not,
        Answer::NotUnderstood => not_understood,
        _ => answered,
    }
}

/// A column of answers that is counted: options, or bands of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Counter<'q> {
    /// The statement or place that it is for, where the question has such parts.
    pub part: Option<String>,
    /// How the codes were chosen.
    pub choosing: Choosing,
    codes: Codes<'q>,
}

#[derive(Clone, Debug, PartialEq)]
enum Codes<'q> {
    Options(Vec<&'q str>),
    Bands(Bands),
}

/// What is counted of a question: not words, dates and postcodes.
pub fn counters(question: &Question) -> Vec<Counter<'_>> {
    let whole = match &question.kind {
        Kind::Number(number) => number.whole,
        Kind::Date(_) => return Vec::new(),
        _ => true,
    };
    question.columns().into_iter().filter_map(|column| Counter::of(column, whole)).collect()
}

impl<'q> Counter<'q> {
    fn of(column: Column<'q>, whole: bool) -> Option<Self> {
        let (choosing, codes) = match column.holds {
            Holds::One(options) => (Choosing::One, Codes::Options(options.into_iter().map(|(key, _)| key).collect())),
            Holds::Several(options) => (Choosing::Several, Codes::Options(options)),
            Holds::Number { min: Some(min), max: Some(max) } => {
                (Choosing::One, Codes::Bands(Bands::between(min, max, whole)))
            }
            Holds::Number { .. } | Holds::Words => return None,
        };
        Some(Self { part: column.part, choosing, codes })
    }

    /// The codes that are counted, in the order of the question: keys of options, or of bands.
    pub fn codes(&self) -> Vec<String> {
        match &self.codes {
            Codes::Options(options) => options.iter().map(|key| (*key).to_owned()).collect(),
            Codes::Bands(bands) => (0..bands.words().len()).map(|place| place.to_string()).collect(),
        }
    }

    /// The bands in words, where numbers are counted.
    pub fn bands(&self) -> Option<Vec<String>> {
        match &self.codes {
            Codes::Options(_) => None,
            Codes::Bands(bands) => Some(bands.words()),
        }
    }

    /// What an answer says here, by code; nothing, where it says nothing here or something that is no longer offered.
    pub fn said(&self, answer: &Answer) -> Option<Vec<String>> {
        if answer.is_missing() {
            return None;
        }
        match &self.codes {
            Codes::Bands(bands) => match answer {
                Answer::Number(number) => Some(vec![bands.of(*number)?.to_string()]),
                _ => None,
            },
            Codes::Options(options) => {
                let chosen = answer.chosen(self.part.as_deref()).iter().map(|key| &**key);
                let known: Vec<_> = chosen.filter(|key| options.contains(key)).map(str::to_owned).collect();
                let says = self.choosing == Choosing::Several || known.len() == 1;
                says.then_some(known)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Key;

    fn question(json: &str) -> Question {
        serde_json::from_str(json).unwrap()
    }

    fn key(key: &str) -> Key {
        Key::try_from(key).unwrap()
    }

    #[test]
    fn each_answer_reaches_one_of_four() {
        let answers = [Answer::Text("a".to_owned()), Answer::Skipped, Answer::RatherNotSay, Answer::NotUnderstood];
        assert_eq!(answers.map(|answer| reached(&answer)), REACHED);
    }

    #[test]
    fn one_of_the_options_and_nothing_else() {
        let asked = question(r#"{"key": "q", "text": {"en": "Q?"}, "kind": "yes_no"}"#);
        let [column] = &counters(&asked)[..] else { panic!("one column") };
        assert_eq!(column.codes(), ["yes", "no"]);
        assert_eq!(column.said(&Answer::Choice(key("no"))), Some(vec!["no".to_owned()]));
        assert_eq!(column.said(&Answer::Choice(key("perhaps"))), None);
        assert_eq!(column.said(&Answer::Skipped), None);
    }

    #[test]
    fn several_of_the_options() {
        let asked = question(
            r#"{"key": "q", "text": {"en": "Q?"}, "kind": "several", "options": [
                {"key": "a", "text": {"en": "A"}}, {"key": "b", "text": {"en": "B"}}]}"#,
        );
        let column = &counters(&asked)[0];
        let both = Answer::Choices(vec![key("a"), key("gone"), key("b")]);
        assert_eq!(column.said(&both), Some(vec!["a".to_owned(), "b".to_owned()]));
        // They answered, by what is not offered any more: they count among all who did.
        assert_eq!(column.said(&Answer::Choices(vec![key("gone")])), Some(Vec::new()));
    }

    #[test]
    fn numbers_by_bands_and_parts_by_themselves() {
        let asked =
            question(r#"{"key": "q", "text": {"en": "Q?"}, "kind": "number", "min": 0, "max": 10, "whole": true}"#);
        let column = &counters(&asked)[0];
        assert_eq!(column.codes().len(), 11);
        assert_eq!(column.said(&Answer::Number(10.0)), Some(vec!["10".to_owned()]));
        let asked = question(
            r#"{"key": "q", "text": {"en": "Q?"}, "kind": "ranking", "options": [
                {"key": "a", "text": {"en": "A"}}, {"key": "b", "text": {"en": "B"}}]}"#,
        );
        let columns = counters(&asked);
        let ranked = Answer::Ranking(vec![key("b")]);
        assert_eq!(columns[0].said(&ranked), Some(vec!["b".to_owned()]));
        assert_eq!(columns[1].said(&ranked), None);
    }
}
