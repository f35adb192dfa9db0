//! "Count me, but do not connect this with my other answers": what is kept of equality monitoring then.
//!
//! Each thing that somebody said stands alone, so that not even one person's hang together. And only what can be
//! counted is kept: options, district and deprivation decile, and that an answer was given. Numbers, dates and words
//! of one's own can tell people apart, so of these it is kept only that they were given.

use crate::{
    answer::{Answer, NOT_UNDERSTOOD, RATHER_NOT_SAY},
    area::Place,
    text::Key,
};

/// What is said of a question that was answered. No option key can be equal to it.
pub const GIVEN: &str = "@given";
/// The part of a postcode question that says the district.
pub const AREA: &str = "area";
/// The part of a postcode question that says the deprivation decile.
pub const DECILE: &str = "decile";

/// One thing that somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The question.
    pub question: Key,
    /// The statement of a grid, the place of a ranking (the first is `1`), [`AREA`] or [`DECILE`] of a postcode; none
    /// where the question has no parts.
    pub part: Option<String>,
    /// An option, a district's code, a decile; or, once for each question, how it was answered: [`GIVEN`],
    /// [`RATHER_NOT_SAY`] or [`NOT_UNDERSTOOD`].
    pub what: String,
}

impl Said {
    /// All that an answer says; nothing where the question was left empty.
    pub fn in_answer(question: &Key, answer: &Answer) -> Vec<Self> {
        let how = match answer {
            Answer::Skipped => return Vec::new(),
            Answer::RatherNotSay => RATHER_NOT_SAY,
            Answer::NotUnderstood => NOT_UNDERSTOOD,
            _ => GIVEN,
        };
        let mut said = vec![(None, how.to_owned())];
        match answer {
            Answer::Ranking(order) => {
                said.extend(order.iter().zip(1..).map(|(option, place)| (Some(place.to_string()), option.to_string())));
            }
            Answer::Grid(points) => {
                said.extend(points.iter().map(|(statement, point)| (Some(statement.to_string()), point.to_string())));
            }
            Answer::Place(place) => said.extend(of_place(place)),
            _ => said.extend(answer.chosen(None).iter().map(|option| (None, option.to_string()))),
        }
        said.into_iter().map(|(part, what)| Self { question: question.clone(), part, what }).collect()
    }
}

/// District and decile, each alone. Not the edition of the lookup: it would tell who came before a new one.
fn of_place(place: &Place) -> Vec<(Option<String>, String)> {
    let area = (Some(AREA.to_owned()), place.area.clone());
    let decile = place.decile.map(|decile| (Some(DECILE.to_owned()), decile.to_string()));
    [area].into_iter().chain(decile).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Key {
        Key::try_from(key).unwrap()
    }

    #[track_caller]
    fn check(answer: &Answer, expected: &[(Option<&str>, &str)]) {
        let said = Said::in_answer(&key("q"), answer);
        assert!(said.iter().all(|said| *said.question == *"q"));
        assert_eq!(said.iter().map(|said| (said.part.as_deref(), &*said.what)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_thing_said_stands_alone() {
        check(&Answer::Skipped, &[]);
        check(&Answer::RatherNotSay, &[(None, "@rather_not")]);
        check(&Answer::NotUnderstood, &[(None, "@not_understood")]);
        check(&Answer::Choice(key("a")), &[(None, "@given"), (None, "a")]);
        check(&Answer::Choices(vec![key("a"), key("b")]), &[(None, "@given"), (None, "a"), (None, "b")]);
        check(&Answer::Ranking(vec![key("b"), key("a")]), &[(None, "@given"), (Some("1"), "b"), (Some("2"), "a")]);
        check(&Answer::Grid([(key("s"), key("p"))].into()), &[(None, "@given"), (Some("s"), "p")]);
        let place = |decile| Answer::Place(Place { area: "E07".to_owned(), decile, edition: "2026-08".to_owned() });
        check(&place(Some(3)), &[(None, "@given"), (Some("area"), "E07"), (Some("decile"), "3")]);
        check(&place(None), &[(None, "@given"), (Some("area"), "E07")]);
    }

    #[test]
    fn words_and_numbers_are_not_kept() {
        check(&Answer::Text("We are the only ones".to_owned()), &[(None, "@given")]);
        check(&Answer::Number(11.0), &[(None, "@given")]);
        check(&Answer::Date("1999-12-31".parse().unwrap()), &[(None, "@given")]);
        let other = Answer::WithOther { chosen: vec![key("other")], other: "Sámi".to_owned() };
        check(&other, &[(None, "@given"), (None, "other")]);
    }
}
