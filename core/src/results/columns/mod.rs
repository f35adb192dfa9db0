//! A snapshot of a wave's responses in columns: as little memory as codes need, and every figure a plain count.
//!
//! A question is a variable, a grid one a statement, a ranking one a place; whom respondents are and where they live
//! are variables too. Single choices, scales, statements and places hold an option's code; several options a bit each;
//! numbers, dates and districts the code of a value that was met; words only that there are some. Why an answer is
//! missing is a code as well.
//!
//! Nothing here may be shown: [`Tally`](super::Tally) and [`Measure`](super::Measure) are what comes out, and
//! [`crate::disclosure`] alone turns them into something that a page may carry. Counts of a range of rows can be merged
//! with those of another, so a caller with several processors gives each its part.

mod codes;
mod counts;
mod filter;
mod mask;
mod missing;
mod variable;

#[cfg(test)]
pub(in crate::results) mod tests;

pub use counts::{Counts, CrossTable, Rows};
pub use filter::Filter;
pub use mask::Mask;
pub use missing::Missing;
pub use variable::{Level, Subject, Variable};

pub(in crate::results) use codes::{Axis, Codes, blocks, cells, table};

use crate::{age::AgeBand, audience::Audience, question::Kind, response::Response, survey::Survey, text::Key};

/// The responses of a wave, a column a variable.
#[derive(Clone, Debug)]
pub struct Columns {
    variables: Vec<Variable>,
    postcode: Option<Key>,
    rows: usize,
    cursor: i64,
}

impl Columns {
    /// No responses yet to a survey: to each of its questions that takes an answer, and what is known beside them.
    pub fn new(survey: &Survey) -> Self {
        let of_questions = survey.questions().flat_map(|(_, question)| {
            question.columns().into_iter().map(|column| Variable::of_column(&question.key, column))
        });
        let mut questions = survey.questions().map(|(_, question)| question);
        let postcode = questions.find(|question| matches!(question.kind, Kind::Postcode));
        let of_place = [Subject::Area, Subject::Decile].into_iter().filter(|_| postcode.is_some());
        let beside = [Subject::Audience, Subject::AgeBand, Subject::Language].into_iter().chain(of_place);
        let variables = of_questions.chain(beside.map(Variable::beside)).collect();
        Self { variables, postcode: postcode.map(|question| question.key.clone()), rows: 0, cursor: i64::MIN }
    }

    /// Adds a response with the number that its wave gave it. Give them in the order of their numbers: one that is not
    /// after the [cursor](Self::cursor) is in already, and is left out. Whether it was added.
    pub fn append(&mut self, number: i64, response: &Response) -> bool {
        if number <= self.cursor {
            return false;
        }
        let answer = |key: &Key| response.answers.get(key).or_else(|| response.monitoring.get(key));
        let no_place = Missing::of(self.postcode.as_ref().and_then(answer));
        let place = response.place.as_ref().ok_or(no_place);
        for variable in &mut self.variables {
            match variable.subject() {
                Subject::Question { key, .. } => {
                    let answer = answer(key);
                    variable.push_answer(answer);
                }
                Subject::Audience => {
                    variable.push_code(response.audience.map(Audience::code).ok_or(Missing::NotAsked));
                }
                Subject::AgeBand => variable.push_code(response.age_band.map(AgeBand::code).ok_or(Missing::NotAsked)),
                Subject::Language => variable.push_code(Ok(&response.language)),
                Subject::Area => variable.push_code(place.map(|place| &*place.area)),
                Subject::Decile => {
                    variable.push_number(place.and_then(|p| p.decile.map(f64::from).ok_or(Missing::PassedOver)));
                }
            }
        }
        self.rows += 1;
        self.cursor = number;
        true
    }

    /// How many responses it has.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The number of the last response: what comes after it has to be added.
    pub fn cursor(&self) -> i64 {
        self.cursor
    }

    /// How many bytes its codes take, with what is kept for the next responses.
    pub fn bytes(&self) -> usize {
        self.variables.iter().map(Variable::bytes).sum()
    }

    /// All rows.
    pub fn all(&self) -> Rows<'static> {
        Rows { range: 0..self.rows, only: None }
    }

    /// Every variable: those of questions in the survey's order, then the others.
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// The variable about this, if there is one.
    pub fn variable(&self, subject: &Subject) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.subject() == subject)
    }
}
