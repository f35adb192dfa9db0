//! From stored answers to what a plugin is given: columns of codes, and nothing that could tell a person.
//!
//! A plugin is never given equality monitoring, postcodes, areas, days or keys of responses.

use heard_core::{
    answer::{Answer, Answers},
    date::days_from_1970,
    question::{Column, Holds, Question},
    survey::Survey,
};
use heard_host as contract;

/// The survey as plugins see it: the questions outside equality monitoring that take an answer. A grid is a question
/// with one answer for each statement (`feelings.proud`), a ranking one for each place (`favourites.1`), a consent yes
/// or no, a date the number of days from 1 January 1970 to its first day. The words of "other: say what" are left out.
pub fn survey(survey: &Survey, version: i64) -> contract::Survey {
    contract::Survey {
        key: survey.key.to_string(),
        revision: u32::try_from(version).unwrap_or(u32::MAX),
        questions: scorable(survey).collect(),
        attributes: Vec::new(),
    }
}

/// The answers of some responses to the questions that a plan reads, a column a question.
pub fn batch(survey: &contract::Survey, plan: &contract::Plan, responses: &[Answers]) -> contract::Batch {
    let columns = plan.reads.iter().map(|read| {
        let question = &survey.questions[usize::from(*read)];
        let (key, part) = match question.key.split_once('.') {
            Some((key, part)) => (key, Some(part)),
            None => (&*question.key, None),
        };
        column(&question.kind, part, responses.iter().map(|answers| answers.get(key)))
    });
    contract::Batch { columns: columns.collect(), responses: u32::try_from(responses.len()).unwrap_or(u32::MAX) }
}

fn scorable(survey: &Survey) -> impl Iterator<Item = contract::Question> {
    let open = survey.questions().filter(|(section, _)| !section.monitoring);
    open.flat_map(|(_, question)| question.columns().into_iter().map(move |column| described(question, column)))
}

fn described(question: &Question, column: Column<'_>) -> contract::Question {
    let choice = |key: &str, value| contract::Choice { key: key.to_owned(), value };
    let kind = match column.holds {
        Holds::One(options) => {
            contract::Kind::Single(options.into_iter().map(|(key, value)| choice(key, value)).collect())
        }
        Holds::Several(options) => contract::Kind::Multi(options.into_iter().map(|key| choice(key, None)).collect()),
        Holds::Number { min, max } => contract::Kind::Number { min, max },
        Holds::Words => contract::Kind::Text,
    };
    let key = column.part.map_or_else(|| question.key.to_string(), |part| format!("{}.{part}", question.key));
    contract::Question { key, kind, attributes: Vec::new() }
}

fn column<'a>(
    kind: &contract::Kind,
    part: Option<&str>,
    answers: impl Iterator<Item = Option<&'a Answer>>,
) -> contract::Column {
    let place = |key: &str| kind.options().iter().position(|option| option.key == *key);
    let chosen = |answer: Option<&'a Answer>| answer.map_or(&[][..], |answer| answer.chosen(part));
    match kind {
        contract::Kind::Single(_) => contract::Column::Single(
            answers
                .map(|answer| chosen(answer).first().and_then(|key| place(key)).and_then(|i| u16::try_from(i).ok()))
                .map(|option| option.unwrap_or(contract::NO_OPTION))
                .collect(),
        ),
        contract::Kind::Multi(_) => contract::Column::Multi(
            answers
                .map(|answer| match chosen(answer) {
                    [] => contract::NO_OPTIONS,
                    keys => keys.iter().filter_map(|key| place(key)).fold(0, |bits, i| bits | 1 << i),
                })
                .collect(),
        ),
        contract::Kind::Number { .. } => contract::Column::Number(answers.map(|answer| number(answer)).collect()),
        contract::Kind::Text => contract::Column::Text(
            answers
                .map(|answer| if let Some(Answer::Text(text)) = answer { text.clone() } else { String::new() })
                .collect(),
        ),
    }
}

fn number(answer: Option<&Answer>) -> f64 {
    match answer {
        Some(Answer::Number(number)) => *number,
        Some(Answer::Date(date)) => f64::from(days_from_1970(date.first_day())),
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use contract::{Column::*, NO_OPTION, NO_OPTIONS};
    use heard_core::answer::{NOT_UNDERSTOOD, Typed};
    use serde_json::{Value, json};

    use super::*;

    /// A survey of one question, and what each respondent typed for it; `None` was not asked.
    fn columns(fields: &Value, typed: &[Option<&[(&str, &str)]>]) -> (Vec<String>, Vec<contract::Column>) {
        let text = json!({ "en": "Text" });
        let mut question = json!({ "key": "q", "text": text });
        question.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let survey: Survey = serde_json::from_value(json!({
            "key": "s", "title": text, "welcome": text, "thanks": text, "languages": ["en"], "minutes": 1,
            "audiences": ["young_person"], "sections": [{ "key": "one", "title": text, "questions": [question] }],
        }))
        .unwrap();
        let responses: Vec<_> = typed
            .iter()
            .map(|typed| {
                let Some(typed) = typed else { return Answers::default() };
                let typed: Typed = typed.iter().map(|(f, v)| (format!("q{f}"), (*v).to_owned())).collect();
                let (answers, problems) = Answers::read(survey.question("q"), &typed, &|_| None);
                assert_eq!(problems, []);
                answers
            })
            .collect();
        let seen = super::survey(&survey, 1);
        seen.check().unwrap();
        let reads = (0..seen.questions.len()).map(|i| u16::try_from(i).unwrap()).collect();
        let plan = contract::Plan { reads, gives: Vec::new(), warnings: Vec::new() };
        let batch = batch(&seen, &plan, &responses);
        batch.check(&seen, &plan).unwrap();
        (seen.questions.into_iter().map(|question| question.key).collect(), batch.columns)
    }

    fn options(keys: &[&str]) -> Value {
        let option = |key| json!({ "key": key, "text": { "en": key }, "value": 1, "other": key == "other" });
        keys.iter().map(|key| option(*key)).collect()
    }

    const NOT: &[(&str, &str)] = &[("", NOT_UNDERSTOOD)];

    #[test]
    fn a_grid_is_a_column_a_statement() {
        let labelled = |key: &str| json!({ "key": key, "text": { "en": key } });
        let options: Vec<_> =
            ["bad", "good"].map(|key| json!({ "key": key, "text": { "en": key }, "value": 1 })).into();
        let grid = json!({ "kind": "grid", "statements": [labelled("fun"), labelled("loud")], "options": options });
        let typed = [Some(&[(".fun", "good"), (".loud", "bad")][..]), Some(&[(".loud", "good")]), Some(NOT), None];
        let (keys, found) = columns(&grid, &typed);
        assert_eq!(keys, ["q.fun", "q.loud"]);
        let no = NO_OPTION;
        assert_eq!(found, [Single(vec![1, no, no, no]), Single(vec![0, 1, no, no])]);
    }

    #[test]
    fn a_ranking_is_a_column_a_place() {
        let labelled = |key: &str| json!({ "key": key, "text": { "en": key } });
        let ranking =
            json!({ "kind": "ranking", "places": 2, "options": [labelled("a"), labelled("b"), labelled("c")] });
        let typed = [Some(&[(".1", "c"), (".2", "a")][..]), Some(&[(".1", "b")]), Some(&[])];
        let (keys, found) = columns(&ranking, &typed);
        assert_eq!(keys, ["q.1", "q.2"]);
        assert_eq!(found, [Single(vec![2, 1, NO_OPTION]), Single(vec![0, NO_OPTION, NO_OPTION])]);
    }

    #[test]
    fn consent_is_yes_or_no_and_a_date_is_days() {
        let consent = json!({ "kind": "consent", "agree": { "en": "I agree" } });
        let (_, found) = columns(&consent, &[Some(&[("", "yes")]), Some(&[]), Some(NOT), None]);
        assert_eq!(found, [Single(vec![0, 1, NO_OPTION, NO_OPTION])]);
        let date = json!({ "kind": "date", "precise_to": "month" });
        let (_, found) = columns(&date, &[Some(&[(".month", "May"), (".year", "1970")]), Some(&[])]);
        let [Number(days)] = &found[..] else { panic!("{found:?}") };
        assert!(days[0].total_cmp(&120.0).is_eq() && days[1].is_nan(), "{days:?}");
    }

    #[test]
    fn the_words_of_other_never_reach_a_plugin() {
        let other = &[("", "other"), (".@other", "The bus to Hitchin")][..];
        let single = json!({ "kind": "single", "options": options(&["cost", "other"]) });
        let (keys, found) = columns(&single, &[Some(other), Some(&[("", "cost")])]);
        assert_eq!((keys, found), (vec!["q".to_owned()], vec![Single(vec![1, 0])]));
        let several = json!({ "kind": "several", "options": [
            { "key": "cost", "text": { "en": "Cost" } }, { "key": "other", "text": { "en": "Other" }, "other": true }] });
        let (_, found) = columns(&several, &[Some(other), Some(&[]), Some(NOT)]);
        assert_eq!(found, [Multi(vec![2, NO_OPTIONS, NO_OPTIONS])]);
    }
}
