//! From stored answers to what a plugin is given: columns of codes, and nothing that could tell a person.
//!
//! A plugin is never given equality monitoring, postcodes, areas, days or keys of responses.

use heard_core::{
    answer::{Answer, Answers},
    question::{Kind, Question},
    survey::Survey,
};
use heard_host as contract;

/// The survey as plugins see it: the questions outside equality monitoring that take an answer.
pub fn survey(survey: &Survey, version: i64) -> contract::Survey {
    contract::Survey {
        key: survey.key.to_string(),
        revision: u32::try_from(version).unwrap_or(u32::MAX),
        questions: scorable(survey).map(question).collect(),
        attributes: Vec::new(),
    }
}

/// The answers of some responses to the questions that a plan reads, a column a question.
pub fn batch(survey: &contract::Survey, plan: &contract::Plan, responses: &[Answers]) -> contract::Batch {
    let columns = plan.reads.iter().map(|read| {
        let question = &survey.questions[usize::from(*read)];
        column(question, responses.iter().map(|answers| answers.get(&question.key)))
    });
    contract::Batch { columns: columns.collect(), responses: u32::try_from(responses.len()).unwrap_or(u32::MAX) }
}

fn scorable(survey: &Survey) -> impl Iterator<Item = &Question> {
    let open = survey.questions().filter(|(section, _)| !section.monitoring);
    open.map(|(_, question)| question).filter(|question| !matches!(question.kind, Kind::Postcode | Kind::Information))
}

fn question(question: &Question) -> contract::Question {
    let choices = |keys: Vec<(&str, Option<f64>)>| {
        keys.into_iter().map(|(key, value)| contract::Choice { key: key.to_owned(), value }).collect()
    };
    let kind = match &question.kind {
        Kind::Single(kind) | Kind::Scale(kind) => {
            contract::Kind::Single(choices(kind.options.iter().map(|o| (&*o.key, o.value)).collect()))
        }
        Kind::YesNo => contract::Kind::Single(choices(vec![("yes", Some(1.0)), ("no", Some(0.0))])),
        Kind::Several(kind) => contract::Kind::Multi(choices(kind.options.iter().map(|o| (&*o.key, None)).collect())),
        Kind::Number(kind) => contract::Kind::Number { min: Some(kind.min), max: Some(kind.max) },
        Kind::ShortText(_) | Kind::LongText(_) | Kind::Postcode | Kind::Information => contract::Kind::Text,
    };
    contract::Question { key: question.key.to_string(), kind, attributes: Vec::new() }
}

fn column<'a>(question: &contract::Question, answers: impl Iterator<Item = Option<&'a Answer>>) -> contract::Column {
    let place = |key: &str| question.kind.options().iter().position(|option| option.key == *key);
    match &question.kind {
        contract::Kind::Single(_) => contract::Column::Single(
            answers
                .map(|answer| match answer {
                    Some(Answer::Choice(key)) => place(key).and_then(|i| u16::try_from(i).ok()),
                    _ => None,
                })
                .map(|option| option.unwrap_or(contract::NO_OPTION))
                .collect(),
        ),
        contract::Kind::Multi(_) => contract::Column::Multi(
            answers
                .map(|answer| match answer {
                    Some(Answer::Choices(keys)) => {
                        keys.iter().filter_map(|key| place(key)).fold(0, |bits, i| bits | 1 << i)
                    }
                    _ => contract::NO_OPTIONS,
                })
                .collect(),
        ),
        contract::Kind::Number { .. } => contract::Column::Number(
            answers.map(|answer| if let Some(Answer::Number(number)) = answer { *number } else { f64::NAN }).collect(),
        ),
        contract::Kind::Text => contract::Column::Text(
            answers
                .map(|answer| if let Some(Answer::Text(text)) = answer { text.clone() } else { String::new() })
                .collect(),
        ),
    }
}
