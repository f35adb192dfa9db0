//! A form as it was typed, and the form that would give an answer again.

use std::collections::BTreeMap;

use crate::{
    answer::{Answer, Answers, NOT_UNDERSTOOD, OTHER, RATHER_NOT_SAY},
    date::DatePart,
    question::in_figures,
};

/// A form as it was typed: each field's values in their order. Kept as it is to fill the form again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// Every value of a field.
    pub fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// The first value of a field, or nothing.
    pub fn first(&self, field: &str) -> &str {
        self.all(field).first().map_or("", String::as_str)
    }

    /// The names of the fields.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The form that, when posted, would give this answer again. A postcode is gone, so its field stays empty.
    pub fn from_answers(answers: &Answers) -> Self {
        answers
            .iter()
            .flat_map(|(key, answer)| {
                answer.typed().into_iter().map(move |(part, value)| match part {
                    Some(part) => (format!("{key}.{part}"), value),
                    None => (key.to_string(), value),
                })
            })
            .collect()
    }
}

impl Answer {
    /// The fields that a form posts for it: each with the part of the question that it is for, if it is for one.
    fn typed(&self) -> Vec<(Option<String>, String)> {
        let whole = |value: &str| (None, value.to_owned());
        match self {
            Self::Choice(option) => vec![whole(option)],
            Self::Choices(options) => options.iter().map(|option| whole(option)).collect(),
            Self::WithOther { chosen, other } => {
                let words = (Some(OTHER.to_owned()), other.clone());
                chosen.iter().map(|option| whole(option)).chain([words]).collect()
            }
            Self::Ranking(order) => {
                order.iter().zip(1..).map(|(option, place)| (Some(place.to_string()), option.to_string())).collect()
            }
            Self::Grid(points) => {
                points.iter().map(|(row, point)| (Some(row.to_string()), point.to_string())).collect()
            }
            Self::Date(date) => {
                let first = date.first_day();
                let boxes = [
                    (DatePart::Day, first.day().to_string()),
                    (DatePart::Month, first.month().to_string()),
                    (DatePart::Year, first.year().to_string()),
                ];
                let known = boxes.into_iter().filter(|(part, _)| *part >= date.precise_to());
                known.map(|(part, typed)| (Some(part.code().to_owned()), typed)).collect()
            }
            Self::Number(number) => vec![whole(&in_figures(*number))],
            Self::Text(text) => vec![whole(text)],
            Self::RatherNotSay => vec![whole(RATHER_NOT_SAY)],
            Self::NotUnderstood => vec![whole(NOT_UNDERSTOOD)],
            Self::Place(_) | Self::Skipped => Vec::new(),
        }
    }
}

impl FromIterator<(String, String)> for Typed {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut typed = Self::default();
        for (field, value) in pairs {
            typed.0.entry(field).or_default().push(value);
        }
        typed
    }
}
