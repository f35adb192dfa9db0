//! The answers to one question, counted.

use super::{Choosing, Tally};
use crate::{
    answer::{Answer, NOT_UNDERSTOOD, RATHER_NOT_SAY},
    apart::{GIVEN, Said},
    question::{Holds, Question},
};

/// Raw counts of one question, not for showing: see [`Tally`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// A tally for each column of options, in the order of [`Question::columns`]: with the statement or place that it
    /// is for, where the question has such parts.
    pub options: Vec<(Option<String>, Tally)>,
    /// Of those who were asked, how many answered, left it empty, would rather not say, and did not understand the
    /// question, in this order: one of four for each.
    pub reached: Tally,
}

/// Counts the answers that people gave to a question; leave out who was not asked.
pub fn count<'a>(question: &Question, answers: impl IntoIterator<Item = &'a Answer>) -> Counted {
    let answers: Vec<_> = answers.into_iter().collect();
    let columns = question.columns().into_iter();
    let options = columns.filter_map(|column| {
        let part = column.part.as_deref();
        let chosen = answers.iter().filter(|answer| !answer.is_missing()).map(|answer| answer.chosen(part));
        let tally = match &column.holds {
            Holds::One(options) => {
                let place = |key: &str| options.iter().position(|(option, _)| *option == key);
                Tally::of_one(options.len(), chosen.filter_map(|keys| place(keys.first()?)))
            }
            Holds::Several(options) => {
                let bit = |key: &str| options.iter().position(|option| *option == key).map_or(0, |place| 1 << place);
                Tally::of_several(options.len(), chosen.map(|keys| keys.iter().fold(0, |set, key| set | bit(key))))
            }
            Holds::Number { .. } | Holds::Words => return None,
        };
        Some((column.part, tally))
    });
    let how = answers.iter().map(|answer| match answer {
        Answer::Skipped => 1,
        Answer::RatherNotSay => 2,
        Answer::NotUnderstood => 3,
        _ => 0,
    });
    Counted { options: options.collect(), reached: Tally::of_one(4, how) }
}

impl Counted {
    /// The same with those counted in who wanted to be counted and not connected. Each of them stands so far among
    /// those who left the question empty ([`Response::taken_apart`](crate::response::Response::taken_apart)), and is
    /// taken from there. (Where a question is asked only because of an answer to equality monitoring, nobody stands for
    /// them: there, one too few are counted as having left it empty.)
    #[must_use]
    pub fn with_apart<'a>(self, question: &Question, said: impl IntoIterator<Item = &'a Said>) -> Self {
        let said: Vec<_> = said.into_iter().filter(|said| said.question == question.key).collect();
        let times = |part: Option<&str>, what: &str| {
            let found = said.iter().filter(|said| said.part.as_deref() == part && said.what == what);
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        let given = times(None, GIVEN);
        let columns = question.columns();
        let options = self.options.into_iter().map(|(part, tally)| {
            let holds = columns.iter().find(|column| column.part == part).map(|column| &column.holds);
            let keys: Vec<&str> = match holds {
                Some(Holds::One(options)) => options.iter().map(|(key, _)| *key).collect(),
                Some(Holds::Several(options)) => options.clone(),
                _ => Vec::new(),
            };
            let more: Vec<_> = keys.into_iter().map(|key| times(part.as_deref(), key)).collect();
            let base = if tally.choosing() == Choosing::One { more.iter().sum() } else { given };
            let counts = tally.counts().iter().zip(&more).map(|(count, more)| count + more).collect();
            (part, Tally::of_counts(tally.choosing(), tally.base() + base, counts))
        });
        let options = options.collect();
        let reached =
            Self::reached_with(&self.reached, [given, times(None, RATHER_NOT_SAY), times(None, NOT_UNDERSTOOD)]);
        Self { options, reached }
    }

    /// Somebody may have taken their response back, and with it the empty place that they stood for.
    fn reached_with(reached: &Tally, [given, rather_not, not_understood]: [u32; 3]) -> Tally {
        let mut counts = reached.counts().to_vec();
        if let [answered, empty, would_rather_not, did_not_understand] = &mut counts[..] {
            *answered += given;
            *empty = empty.saturating_sub(given + rather_not + not_understood);
            *would_rather_not += rather_not;
            *did_not_understand += not_understood;
        }
        Tally::of_counts(Choosing::One, counts.iter().sum(), counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Key;

    /// Counts the answers, and counts them again with every other one counted apart: it makes no difference.
    #[track_caller]
    fn check_apart(question: &Question, answers: &[Answer]) {
        let connected = answers.iter().enumerate().map(|(place, answer)| match place % 2 {
            0 => answer.clone(),
            _ => Answer::Skipped,
        });
        let said: Vec<_> =
            answers.iter().skip(1).step_by(2).flat_map(|answer| Said::in_answer(&question.key, answer)).collect();
        let connected: Vec<_> = connected.collect();
        let elsewhere = Said { question: Key::try_from("elsewhere").unwrap(), part: None, what: GIVEN.to_owned() };
        let counted = count(question, &connected).with_apart(question, said.iter().chain([&elsewhere]));
        assert_eq!(counted, count(question, answers));
    }

    #[test]
    fn a_response_taken_back_leaves_no_count_below_nothing() {
        let question: Question =
            serde_json::from_str(r#"{"key": "q", "text": {"en": "Q?"}, "kind": "yes_no"}"#).unwrap();
        let said = Said::in_answer(&question.key, &Answer::Choice(keys("yes").remove(0)));
        let counted = count(&question, []).with_apart(&question, &said);
        assert_eq!(counted.reached.counts(), [1, 0, 0, 0]);
        assert_eq!(counted.options[0].1.counts(), [1, 0]);
    }

    fn keys(keys: &str) -> Vec<Key> {
        keys.split_whitespace().map(|key| Key::try_from(key).unwrap()).collect()
    }

    #[track_caller]
    fn check(fields: &str, answers: &[Answer], options: &[(Option<&str>, &[u32])], reached: [u32; 4]) {
        let question: Question =
            serde_json::from_str(&format!(r#"{{"key": "q", "text": {{"en": "Q?"}}, {fields}}}"#)).unwrap();
        let counted = count(&question, answers);
        let found: Vec<_> = counted.options.iter().map(|(part, tally)| (part.as_deref(), tally.counts())).collect();
        assert_eq!(found, options);
        assert_eq!(counted.reached.counts(), reached);
        check_apart(&question, answers);
    }

    const OPTIONS: &str = r#""options": [{"key": "a", "text": {"en": "A"}}, {"key": "b", "text": {"en": "B"}}]"#;

    #[test]
    fn choices_with_and_without_words_of_ones_own() {
        let other = Answer::WithOther { chosen: keys("b"), other: "The bus".to_owned() };
        let answers = [Answer::Choice(keys("a").remove(0)), other.clone(), Answer::Skipped, Answer::NotUnderstood];
        check(&format!(r#""kind": "single", {OPTIONS}"#), &answers, &[(None, &[1, 1])], [2, 1, 0, 1]);
        let answers = [Answer::Choices(keys("a b")), other, Answer::RatherNotSay];
        check(&format!(r#""kind": "several", {OPTIONS}"#), &answers, &[(None, &[1, 2])], [2, 0, 1, 0]);
    }

    #[test]
    fn a_ranking_is_counted_place_by_place() {
        let answers = [Answer::Ranking(keys("b a")), Answer::Ranking(keys("b"))];
        let places: &[(_, &[u32])] = &[(Some("1"), &[0, 2]), (Some("2"), &[1, 0])];
        check(&format!(r#""kind": "ranking", {OPTIONS}"#), &answers, places, [2, 0, 0, 0]);
    }

    #[test]
    fn a_grid_is_counted_statement_by_statement_and_consent_as_yes_and_no() {
        let statements = r#""statements": [{"key": "s", "text": {"en": "S"}}, {"key": "t", "text": {"en": "T"}}]"#;
        let grid = Answer::Grid(keys("t").into_iter().zip(keys("b")).collect());
        let rows: &[(_, &[u32])] = &[(Some("s"), &[0, 0]), (Some("t"), &[0, 1])];
        check(&format!(r#""kind": "grid", {statements}, {OPTIONS}"#), &[grid, Answer::Skipped], rows, [1, 1, 0, 0]);
        let answers = keys("yes no no").into_iter().map(Answer::Choice).collect::<Vec<_>>();
        check(r#""kind": "consent", "agree": {"en": "I agree"}"#, &answers, &[(None, &[1, 2])], [3, 0, 0, 0]);
    }

    #[test]
    fn numbers_and_words_have_no_options() {
        check(r#""kind": "number", "min": 0, "max": 9"#, &[Answer::Number(1.0)], &[], [1, 0, 0, 0]);
        check(r#""kind": "date", "precise_to": "year""#, &[Answer::Skipped], &[], [0, 1, 0, 0]);
    }
}
