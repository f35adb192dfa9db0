//! The words of the form itself, in the languages that we have them in. Those of the questions are the author's.

use heard_core::{
    answer::Wrong,
    question::{Kind, Question},
    text::Lang,
};

/// What the layout and the controls say, in one language.
#[derive(Debug)]
pub struct Words {
    /// The first link of every page.
    pub skip: &'static str,
    /// Before the title of a page with problems, and before each problem.
    pub error: &'static str,
    /// Heads the list of problems.
    pub problem: &'static str,
    /// Before the reason of a question.
    pub why: &'static str,
    /// After a question that cannot be left out.
    pub must: &'static str,
    /// The choice not to say.
    pub rather_not: &'static str,
    /// One of the two answers of a yes/no question.
    pub yes: &'static str,
    /// The other.
    pub no: &'static str,
    /// Under a question that takes several answers.
    pub tick_all: &'static str,
    /// In place of an answer that was not given.
    pub not_answered: &'static str,
    /// The link that leads back to a question.
    pub change: &'static str,
}

const ENGLISH: Words = Words {
    skip: "Skip to the main part",
    error: "Error:",
    problem: "There is a problem",
    why: "Why we ask:",
    must: "(needs an answer)",
    rather_not: "I’d rather not say",
    yes: "Yes",
    no: "No",
    tick_all: "Tick all that fit.",
    not_answered: "Not answered",
    change: "Change",
};

/// The words in `lang`, or in English where we have none.
pub fn words(_lang: &Lang) -> &'static Words {
    &ENGLISH
}

/// Under a question with a limit: how many answers it takes.
pub(super) fn tick_up_to(at_most: usize, _lang: &Lang) -> String {
    if at_most == 1 { "Tick one at most.".to_owned() } else { format!("Tick up to {at_most}.") }
}

/// Under a number: what it may be.
pub(super) fn number_from(min: f64, max: f64, _lang: &Lang) -> String {
    format!("A number from {min} to {max}.")
}

/// What happened to an answer and what to do, as part of a sentence that the question may follow.
pub fn what_is_wrong(question: &Question, wrong: &Wrong, _lang: &Lang) -> String {
    match wrong {
        Wrong::Missing => missing(&question.kind).to_owned(),
        Wrong::NotOffered => "Choose from the answers on this page".to_owned(),
        Wrong::MoreThanOne => "Give one answer only".to_owned(),
        Wrong::TooMany { at_most } => format!("You ticked too many. Keep {at_most} at most"),
        Wrong::NoneAndSome => {
            "One of the answers you ticked only goes alone. Untick it, or untick the others".to_owned()
        }
        Wrong::NotANumber => "Write a number in figures, such as 2".to_owned(),
        Wrong::NotWhole => "Write a whole number, such as 2".to_owned(),
        Wrong::OutOfRange { min, max } => format!("Write a number from {min} to {max}"),
        Wrong::TooLong { at_most, were } => {
            format!(
                "Make this shorter. It has {} characters, and there is room for {}",
                grouped(*were),
                grouped(*at_most)
            )
        }
        Wrong::NotAPostcode => "Write a full postcode, such as SG1 2AB, or leave it out".to_owned(),
        Wrong::UnknownPostcode => "We do not know this postcode. Look at it again, or leave it out".to_owned(),
    }
}

fn missing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Number(_) => "Write a number",
        Kind::ShortText(_) | Kind::LongText(_) => "Write an answer",
        Kind::Postcode => "Write your postcode",
        Kind::Single(_) | Kind::Scale(_) | Kind::Several(_) | Kind::YesNo | Kind::Information => "Choose an answer",
    }
}

/// A number as English writes it, such as 1,200.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_parted() {
        for (number, written) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), written);
        }
    }
}
