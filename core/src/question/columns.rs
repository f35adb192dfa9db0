//! What the answers to a question are counted by: most questions are one column, a grid is one a statement and a
//! ranking one a place.

use super::{Kind, Question, choice};
use crate::date::days_from_1970;

/// One column of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<'q> {
    /// The statement or place that it is for, where the question has such parts: what
    /// [`Answer::chosen`](crate::answer::Answer::chosen) takes.
    pub part: Option<String>,
    /// What stands in it.
    pub holds: Holds<'q>,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds<'q> {
    /// One of these options, each with its number, if it has one.
    One(Vec<(&'q str, Option<f64>)>),
    /// Any of these options.
    Several(Vec<&'q str>),
    /// A number between two, if they are known. A date is the number of days from 1 January 1970 to its first day.
    Number {
        /// The smallest.
        min: Option<f64>,
        /// The largest.
        max: Option<f64>,
    },
    /// Words.
    Words,
}

impl Question {
    /// The columns of its answers; none for what takes no answer, and for a postcode, which is never kept. The words
    /// of "other: say what" are in none.
    pub fn columns(&self) -> Vec<Column<'_>> {
        let whole = |holds| vec![Column { part: None, holds }];
        match &self.kind {
            Kind::Single(kind) | Kind::Scale(kind) => {
                whole(Holds::One(kind.options.iter().map(|o| (&*o.key, o.value)).collect()))
            }
            Kind::YesNo | Kind::Consent(_) => {
                let [yes, no] = choice::YES_NO;
                whole(Holds::One(vec![(yes, Some(1.0)), (no, Some(0.0))]))
            }
            Kind::Several(kind) => whole(Holds::Several(kind.options.iter().map(|o| &*o.key).collect())),
            Kind::Ranking(kind) => {
                let options: Vec<_> = kind.options.iter().map(|o| (&*o.key, None)).collect();
                let column =
                    |place: usize| Column { part: Some(place.to_string()), holds: Holds::One(options.clone()) };
                kind.places().map(column).collect()
            }
            Kind::Grid(kind) => {
                let points: Vec<_> = kind.options.iter().map(|o| (&*o.key, o.value)).collect();
                let rows = kind.statements.iter().map(|row| row.key.to_string());
                rows.map(|row| Column { part: Some(row), holds: Holds::One(points.clone()) }).collect()
            }
            Kind::Number(kind) => whole(Holds::Number { min: Some(kind.min), max: Some(kind.max) }),
            Kind::Date(kind) => whole(Holds::Number {
                min: kind.earliest.map(|date| f64::from(days_from_1970(date.first_day()))),
                max: kind.latest.map(|date| f64::from(days_from_1970(date.last_day()))),
            }),
            Kind::ShortText(_) | Kind::LongText(_) => whole(Holds::Words),
            Kind::Postcode | Kind::Information => Vec::new(),
        }
    }
}
