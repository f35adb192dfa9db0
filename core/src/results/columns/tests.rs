use std::sync::LazyLock;

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

use super::*;
use crate::{
    answer::{Answer, Answers},
    area::Place,
    results::{Contribution, count, reduce},
    survey::Survey,
    text::Lang,
};

fn some(keys: &str, valued: bool) -> Value {
    let option = |(at, key): (usize, &str)| {
        let mut option = json!({"key": key, "text": {"en": key}});
        if valued {
            option["value"] = json!(at);
        }
        option
    };
    keys.split(' ').enumerate().map(option).collect()
}

/// A survey with a question of every kind. It is read once.
pub(in crate::results) fn survey() -> &'static Survey {
    static SURVEY: LazyLock<Survey> = LazyLock::new(written);
    &SURVEY
}

fn written() -> Survey {
    let words = json!({"en": "Words"});
    let kinds = [
        json!({"key": "one", "kind": "single", "options": some("a b c", true)}),
        json!({"key": "how", "kind": "scale", "options": some("low high", true)}),
        json!({"key": "any", "kind": "several", "options": some("p q r", false)}),
        json!({"key": "yes", "kind": "yes_no"}),
        json!({"key": "agreed", "kind": "consent", "agree": words}),
        json!({"key": "many", "kind": "number", "min": -5.0, "max": 9.0}),
        json!({"key": "since", "kind": "date", "precise_to": "year"}),
        json!({"key": "best", "kind": "ranking", "options": some("x y z", false), "places": 2}),
        json!({"key": "grid", "kind": "grid", "options": some("no so yes", true), "statements": some("s t", false)}),
        json!({"key": "said", "kind": "short_text", "max_length": 100}),
        json!({"key": "more", "kind": "long_text", "max_length": 100}),
        json!({"key": "postcode", "kind": "postcode"}),
        json!({"key": "read", "kind": "information"}),
    ];
    let questions = kinds.into_iter().map(|mut question| {
        question["text"] = words.clone();
        question
    });
    let survey = json!({
        "key": "all", "title": words, "welcome": words, "thanks": words, "languages": ["en"], "minutes": 1,
        "audiences": ["participating_parent", "non_participating_parent"],
        "sections": [{"key": "s", "title": words, "questions": questions.collect::<Vec<_>>()}],
    });
    serde_json::from_value(survey).unwrap()
}

fn key(key: &str) -> Key {
    Key::try_from(key).unwrap()
}

pub(in crate::results) fn subject(question: &str) -> Subject {
    let (question, part) = question.split_once('.').map_or((question, None), |(key, part)| (key, Some(part)));
    Subject::Question { key: key(question), part: part.map(str::to_owned) }
}

/// What somebody answers to each question, made from a number for each.
fn answer(question: &str, luck: usize) -> Option<Answer> {
    let pick = |keys: &str| key(keys.split(' ').nth(luck % keys.split(' ').count()).unwrap());
    let chosen: Vec<_> =
        "p q r".split(' ').zip(0..).filter(|(_, at)| luck >> at & 1 == 1).map(|(k, _)| key(k)).collect();
    Some(match (luck / 8 % 8, question) {
        (0, _) => return None,
        (1, _) => Answer::Skipped,
        (2, _) => Answer::RatherNotSay,
        (3, _) => Answer::NotUnderstood,
        (_, "one") => Answer::Choice(pick("a b c gone")),
        (_, "how") => Answer::Choice(pick("low high")),
        (_, "any") => Answer::Choices(chosen),
        (_, "yes" | "agreed") => Answer::Choice(pick("yes no")),
        (_, "many") => Answer::Number(f64::from(u8::try_from(luck % 5).unwrap()) / 2.0 - 1.0),
        (_, "since") => Answer::Date(["1969", "2020", "2021"][luck % 3].parse().unwrap()),
        (_, "best") => Answer::Ranking([key("z"), pick("x y")][..=luck % 2].to_vec()),
        (_, "grid") => Answer::Grid([(pick("s t"), pick("no so yes"))].into()),
        (_, "postcode") => return None,
        _ => Answer::Text("Words".to_owned()),
    })
}

fn response(luck: &[Index]) -> Response {
    let mut luck = luck.iter().map(|index| index.index(64));
    let mut draw = || luck.next().unwrap_or(0);
    let answers: Answers = survey()
        .questions()
        .filter_map(|(_, question)| Some((question.key.clone(), answer(&question.key, draw())?)))
        .collect();
    let place = Place {
        area: ["E06", "E07", "W06"][draw() % 3].to_owned(),
        decile: u8::try_from(draw() % 11).ok(),
        edition: String::new(),
    };
    Response {
        audience: [None, Some(Audience::ParticipatingParent), Some(Audience::NonParticipatingParent)][draw() % 3],
        age_band: None,
        language: Lang::english(),
        answers,
        monitoring: Answers::default(),
        place: (draw() % 2 == 0).then_some(place),
        apart: Vec::new(),
    }
}

pub(in crate::results) fn responses() -> impl Strategy<Value = Vec<Response>> {
    prop::collection::vec(prop::collection::vec(any::<Index>(), 17).prop_map(|luck| response(&luck)), 1..80)
}

pub(in crate::results) fn snapshot(responses: &[Response]) -> Columns {
    let mut columns = Columns::new(survey());
    for (number, response) in (1..).zip(responses) {
        assert!(columns.append(number, response));
    }
    columns
}

fn figures(columns: &Columns) -> Vec<(Vec<Level>, Counts, Option<u64>)> {
    let of = |variable: &Variable| {
        let (levels, counts) = (variable.levels(), variable.counts(&columns.all()));
        let values: Vec<_> = levels.iter().map(|level| level.value).collect();
        let mean = counts.mean(&values).map(|mean| mean.value.to_bits());
        (levels, counts, mean)
    };
    columns.variables().iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_snapshot_counts_what_answers_say(given in responses()) {
        let columns = snapshot(&given);
        for (_, question) in survey().questions() {
            let counted = count(question, given.iter().filter_map(|response| response.answers.get(&question.key)));
            for column in question.columns() {
                let subject = Subject::Question { key: question.key.clone(), part: column.part.clone() };
                let counts = columns.variable(&subject).unwrap().counts(&columns.all());
                prop_assert_eq!(&counts.reached(), &counted.reached);
                if let Some((_, tally)) = counted.options.iter().find(|(part, _)| *part == column.part) {
                    prop_assert_eq!(&counts.tally(), tally);
                }
                let all: u32 = Missing::ALL.into_iter().map(|kind| counts.missing(kind)).sum();
                prop_assert_eq!(all + counts.given(), u32::try_from(given.len()).unwrap());
            }
        }
    }

    #[test]
    fn a_mean_is_that_of_contributions(given in responses()) {
        let columns = snapshot(&given);
        let numbers = given.iter().filter_map(|response| match response.answers.get("many") {
            Some(Answer::Number(value)) => Some(Contribution { value: *value, weight: 1.0 }),
            _ => None,
        });
        let expected = reduce(&numbers.collect::<Vec<_>>(), crate::results::Aggregation::Mean);
        let variable = columns.variable(&subject("many")).unwrap();
        let values: Vec<_> = variable.levels().iter().map(|level| level.value).collect();
        let found = variable.counts(&columns.all()).mean(&values);
        prop_assert_eq!(found.map(|m| m.base), expected.map(|m| m.base));
        if let (Some(found), Some(expected)) = (found, expected) {
            prop_assert!((found.value - expected.value).abs() < 1e-12);
            prop_assert!((found.deviation - expected.deviation).abs() < 1e-12);
        }
    }

    #[test]
    fn the_order_of_responses_changes_nothing(given in responses(), turn in any::<Index>()) {
        let mut turned = given.clone();
        turned.rotate_left(turn.index(given.len()));
        turned.reverse();
        prop_assert_eq!(figures(&snapshot(&given)), figures(&snapshot(&turned)));
    }

    #[test]
    fn parts_add_up_to_the_whole(given in responses(), cut in any::<Index>()) {
        let columns = snapshot(&given);
        let cut = cut.index(given.len());
        let mask = columns.filter(&Filter::Among(subject("any"), vec!["p".to_owned(), "r".to_owned()])).unwrap();
        for only in [None, Some(&mask)] {
            let rows = |range| Rows { range, only };
            let (first, second, all) = (rows(0..cut), rows(cut..given.len()), rows(0..given.len()));
            for variable in columns.variables() {
                let mut sum = variable.counts(&first);
                sum.merge(&variable.counts(&second));
                prop_assert_eq!(sum, variable.counts(&all));
                for by in columns.variables() {
                    let mut sum = variable.by(by, &first).unwrap();
                    sum.merge(&variable.by(by, &second).unwrap());
                    prop_assert_eq!(sum, variable.by(by, &all).unwrap());
                }
            }
        }
    }

    #[test]
    fn a_cross_table_is_counts_of_those_who_said_so(given in responses()) {
        let columns = snapshot(&given);
        for by in columns.variables() {
            for variable in columns.variables() {
                let table = variable.by(by, &columns.all()).unwrap();
                let of = |filter| {
                    let mask = columns.filter(&filter).unwrap();
                    variable.counts(&Rows { range: 0..columns.len(), only: Some(&mask) })
                };
                for (group, level) in table.groups.iter().zip(by.levels()) {
                    prop_assert_eq!(group, &of(Filter::Among(by.subject().clone(), vec![level.key])));
                }
                for (group, kind) in table.missing.iter().zip(Missing::ALL) {
                    prop_assert_eq!(group, &of(Filter::Missing(by.subject().clone(), kind)));
                }
            }
        }
    }

    #[test]
    fn filters_join_as_logic_does(given in responses()) {
        let columns = snapshot(&given);
        let one = Filter::Among(subject("one"), vec!["a".to_owned(), "unknown".to_owned()]);
        let two = Filter::Between(Subject::Decile, 2.0, 5.0);
        let count = |filter: Filter| columns.filter(&filter).unwrap().count(0..given.len(), None);
        let either = count(Filter::Any(vec![one.clone(), two.clone()]));
        let both = count(Filter::All(vec![one.clone(), two.clone()]));
        prop_assert_eq!(either + both, count(one.clone()) + count(two));
        prop_assert_eq!(count(Filter::Not(Box::new(one.clone()))) + count(one), u32::try_from(given.len()).unwrap());
    }
}

#[test]
fn a_response_is_added_once() {
    let mut columns = Columns::new(survey());
    let answered = response(&[]);
    assert!(columns.append(7, &answered) && !columns.append(7, &answered) && !columns.append(3, &answered));
    assert!(columns.append(8, &answered));
    assert_eq!((columns.len(), columns.cursor()), (2, 8));
    assert_eq!(columns.filter(&Filter::Missing(subject("nothing"), Missing::Skipped)), None);
}

#[test]
fn rows_beyond_the_last_count_for_nothing() {
    let columns = snapshot(&[response(&[]), response(&[])]);
    for variable in columns.variables() {
        let beyond = Rows { range: 1..9, only: None };
        let asked = Rows { range: 1..2, only: None };
        assert_eq!(variable.counts(&beyond), variable.counts(&asked));
        assert_eq!(variable.by(variable, &beyond), variable.by(variable, &asked));
        assert_eq!(variable.counts(&Rows { range: 5..9, only: None }).given(), 0);
    }
}

#[test]
fn why_a_place_is_missing_is_what_the_question_says() {
    let mut answered = response(&[]);
    answered.place = None;
    answered.answers.set(key("postcode"), Answer::RatherNotSay);
    let columns = snapshot(&[answered]);
    for subject in [Subject::Area, Subject::Decile] {
        let counts = columns.variable(&subject).unwrap().counts(&columns.all());
        assert_eq!((counts.missing(Missing::RatherNotSay), counts.given()), (1, 0));
    }
}
