//! What is said of codes that cannot be read, and of what became of a sheet.

use heard_core::{
    date::DatePart,
    question::{Kind, Question},
    text::Lang,
    typed_in::{Misread, Unread},
};

use super::sheets::{Pile, State};
use crate::{form, words::words};

/// A problem with a field: the id of its control, and what happened or what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    pub field: String,
    pub advice: String,
}

impl Trouble {
    pub fn new(field: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { field: field.into(), advice: advice.into() }
    }
}

impl From<&Unread<'_>> for Trouble {
    fn from(unread: &Unread<'_>) -> Self {
        Self::new(&*unread.asked.question.key, misread(unread.asked.number, unread.asked.question, &unread.why))
    }
}

/// What is wrong with the code of a question that has this number.
pub(super) fn misread(number: usize, question: &Question, why: &Misread) -> String {
    let options = question.option_keys().len();
    match why {
        Misread::NotANumber(typed) => {
            format!("Question {number}: “{typed}” is not the number of an option. Type numbers from 1 to {options}.")
        }
        Misread::NoSuchOption { typed, of } => format!("Question {number} has {of} options; you typed {typed}."),
        Misread::Twice(typed) => format!("Question {number}: you typed option {typed} twice."),
        Misread::WordsNotAsked => format!("Question {number} takes numbers only: none of its options asks for words."),
        Misread::LetterNotOffered(letter) => format!("Question {number} does not offer {letter}."),
        Misread::Marks { of, were } => {
            format!(
                "Question {number} has {of} statements; you typed {were} marks. Type - for a statement without one."
            )
        }
        Misread::DateParts(DatePart::Day) => format!("Question {number} asks for day, month and year: type 7 3 2019."),
        Misread::DateParts(DatePart::Month) => format!("Question {number} asks for month and year: type 3 2019."),
        Misread::DateParts(DatePart::Year) => format!("Question {number} asks for a year: type 2019."),
        Misread::Answer(wrong) => {
            format!("Question {number}: {}", form::what_is_wrong(question, wrong, words(&Lang::english())))
        }
    }
}

/// What the box of a question takes.
pub(super) fn takes(question: &Question) -> String {
    let asks_for_words = match &question.kind {
        Kind::Single(kind) => kind.options.iter().position(|option| option.other),
        Kind::Several(kind) => kind.options.iter().position(|option| option.other),
        _ => None,
    };
    let words = asks_for_words.map_or(String::new(), |place| format!(" ({}: words)", place + 1));
    let rather_not = if question.sensitive { ", R" } else { "" };
    let not_understood = if question.offers_not_understood() { ", U" } else { "" };
    format!("{}{words}{rather_not}{not_understood}", kind_takes(question))
}

fn kind_takes(question: &Question) -> String {
    let options = question.option_keys().len();
    let plain = match &question.kind {
        Kind::Single(_) | Kind::Scale(_) => return format!("1 to {options}"),
        Kind::Several(kind) => match kind.at_most {
            Some(at_most) => return format!("up to {at_most} of 1 to {options}"),
            None => return format!("any of 1 to {options}"),
        },
        Kind::Ranking(kind) => return format!("best first, up to {} of 1 to {options}", kind.places().end()),
        Kind::Grid(kind) => return format!("{} marks of 1 to {options}", kind.statements.len()),
        Kind::Number(kind) => return format!("a number, {} to {}", kind.min, kind.max),
        Kind::Date(kind) => match kind.precise_to {
            DatePart::Day => "day month year",
            DatePart::Month => "month year",
            DatePart::Year => "year",
        },
        Kind::YesNo => "1 yes, 2 no",
        Kind::Consent(_) => "1 if ticked",
        Kind::ShortText(_) | Kind::LongText(_) => "words",
        Kind::Postcode => "postcode",
        Kind::Information => "",
    };
    plain.to_owned()
}

/// What became of the sheet that was saved last, and how far the pile has come.
pub(super) fn what_became_of(sheet: i64, pile: &Pile) -> Option<String> {
    let became = match pile.state(sheet)? {
        State::Once => format!("Sheet {sheet} kept."),
        State::Counted => format!("Sheet {sheet} done: it counts."),
        State::Differ => format!("Sheet {sheet} kept. Its two typings differ, so it waits to be settled."),
        State::Refused => format!(
            "Sheet {sheet} done, and not counted: it does not agree to something that the survey needs. \
            What was typed of it is deleted."
        ),
    };
    Some(format!("{became} {}.", pile.progress()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::examples::examples;

    #[test]
    fn each_kind_says_what_it_takes() {
        let takes: Vec<_> = examples().iter().map(|example| (&*example.name, takes(&example.question))).collect();
        for (name, expect) in [
            ("single", "1 to 3, U"),
            ("single_other", "1 to 3 (3: words), R, U"),
            ("yes_no", "1 yes, 2 no"),
            ("consent", "1 if ticked"),
            ("postcode", "postcode"),
        ] {
            let found = takes.iter().find(|(one, _)| *one == name).unwrap();
            assert!(found.1.starts_with(expect), "{found:?}");
        }
    }

    #[test]
    fn a_wrong_code_is_told_with_the_question_s_number() {
        let single = &examples().iter().find(|example| example.name == "single").unwrap().question;
        let said = misread(7, single, &Misread::NoSuchOption { typed: "8".to_owned(), of: 3 });
        assert_eq!(said, "Question 7 has 3 options; you typed 8.");
        let said = misread(7, single, &Misread::Marks { of: 4, were: 3 });
        assert!(said.starts_with("Question 7 has 4 statements; you typed 3 marks."));
    }
}
