//! Which control of a question has to be changed: the one that the list of problems leads to.

use heard_core::{
    answer::Wrong,
    date::DatePart,
    question::{Kind, Question},
};

/// The id of the control. The first one of a question has the question's key.
pub(super) fn target(question: &Question, wrong: &Wrong) -> String {
    match (&question.kind, wrong) {
        (Kind::Single(_) | Kind::Several(_), Wrong::OtherUnsaid | Wrong::OtherNotChosen | Wrong::TooLong { .. }) => {
            format!("{}-Other", question.key)
        }
        (Kind::Date(kind), Wrong::DateLacks(part) | Wrong::DateUnread(part)) => {
            date_box(question, *part, kind.boxes().next() == Some(*part))
        }
        (Kind::Ranking(_), Wrong::RankedTwice { place } | Wrong::RankGap { place }) => self::place(question, *place),
        (Kind::Grid(kind), Wrong::RowsMissing(rows)) => {
            let first = kind.statements.iter().position(|statement| rows.first() == Some(&statement.key));
            rows.first().map_or_else(|| question.key.to_string(), |row| self::row(question, row, first == Some(0)))
        }
        _ => question.key.to_string(),
    }
}

/// The box of a part of a date.
pub(super) fn date_box(question: &Question, part: DatePart, first: bool) -> String {
    let name = match part {
        DatePart::Day => "Day",
        DatePart::Month => "Month",
        DatePart::Year => "Year",
    };
    if first { question.key.to_string() } else { format!("{}-{name}", question.key) }
}

/// The list of options for a place of a ranking, from 1.
pub(super) fn place(question: &Question, place: usize) -> String {
    if place == 1 { question.key.to_string() } else { format!("{}-Place{place}", question.key) }
}

/// The first point of a statement of a grid.
pub(super) fn row(question: &Question, statement: &str, first: bool) -> String {
    if first { question.key.to_string() } else { format!("{}-{statement}", question.key) }
}
