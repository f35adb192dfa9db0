//! Answers on their way to a plugin: a column a question, as results are held in memory.

use std::ops::Range;

use crate::{Kind, Plan, Survey};

/// In a column of single answers: no answer.
pub const NO_OPTION: u16 = u16::MAX;
/// In a column of several answers: no answer (as against "answered, and chose none").
pub const NO_OPTIONS: u64 = 1 << 63;

/// The answers of all responses of a batch to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Option indexes, or [`NO_OPTION`].
    Single(Vec<u16>),
    /// Bit `i` is option `i`; or [`NO_OPTIONS`].
    Multi(Vec<u64>),
    /// Numbers; NaN is no answer.
    Number(Vec<f64>),
    /// Words; the empty text is no answer.
    Text(Vec<String>),
}

/// Some responses, reduced to what the plan reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// How many responses.
    pub responses: u32,
    /// One for each entry of [`Plan::reads`], in that order.
    pub columns: Vec<Column>,
}

impl Column {
    /// An empty column for answers of this kind.
    pub fn new(kind: &Kind) -> Self {
        match kind {
            Kind::Single(_) => Self::Single(Vec::new()),
            Kind::Multi(_) => Self::Multi(Vec::new()),
            Kind::Number { .. } => Self::Number(Vec::new()),
            Kind::Text => Self::Text(Vec::new()),
        }
    }

    /// How many responses it holds.
    pub fn len(&self) -> usize {
        match self {
            Self::Single(answers) => answers.len(),
            Self::Multi(answers) => answers.len(),
            Self::Number(answers) => answers.len(),
            Self::Text(answers) => answers.len(),
        }
    }

    /// Does it hold no response?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Says that the response at the end of the column did not answer.
    pub fn push_no_answer(&mut self) {
        match self {
            Self::Single(answers) => answers.push(NO_OPTION),
            Self::Multi(answers) => answers.push(NO_OPTIONS),
            Self::Number(answers) => answers.push(f64::NAN),
            Self::Text(answers) => answers.push(String::new()),
        }
    }

    /// Are all answers such as a question of this kind can have?
    fn fits(&self, kind: &Kind) -> bool {
        match (self, kind) {
            (Self::Single(answers), Kind::Single(options)) => {
                answers.iter().all(|answer| *answer == NO_OPTION || usize::from(*answer) < options.len())
            }
            (Self::Multi(answers), Kind::Multi(options)) => {
                answers.iter().all(|answer| *answer == NO_OPTIONS || *answer >> options.len() == 0)
            }
            (Self::Number(answers), Kind::Number { .. }) => answers.iter().all(|answer| !answer.is_infinite()),
            (Self::Text(_), Kind::Text) => true,
            _ => false,
        }
    }
}

impl Batch {
    /// An empty batch with a column for each question that the plan reads.
    pub fn for_plan(survey: &Survey, plan: &Plan) -> Self {
        let kinds = plan.reads.iter().map(|read| &survey.questions[usize::from(*read)].kind);
        Self { responses: 0, columns: kinds.map(Column::new).collect() }
    }

    /// The responses of `range` alone, as a batch of their own.
    ///
    /// # Panics
    /// When the range reaches beyond the batch.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        self.pick(range.len(), || range.clone())
    }

    /// The same responses in so many batches (fewer where there are fewer responses), in their order.
    pub fn parts(&self, count: usize) -> impl Iterator<Item = Self> {
        let all = self.responses as usize;
        let step = all.div_ceil(count.max(1)).max(1);
        (0..all).step_by(step).map(move |start| self.slice(start..all.min(start + step)))
    }

    /// The same responses from the last to the first.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let all = self.responses as usize;
        self.pick(all, || (0..all).rev())
    }

    fn pick<I: Iterator<Item = usize>>(&self, count: usize, places: impl Fn() -> I) -> Self {
        fn each<T: Clone>(answers: &[T], places: impl Iterator<Item = usize>) -> Vec<T> {
            places.map(|place| answers[place].clone()).collect()
        }
        let columns = self.columns.iter().map(|column| match column {
            Column::Single(answers) => Column::Single(each(answers, places())),
            Column::Multi(answers) => Column::Multi(each(answers, places())),
            Column::Number(answers) => Column::Number(each(answers, places())),
            Column::Text(answers) => Column::Text(each(answers, places())),
        });
        let columns = columns.collect();
        let responses = u32::try_from(count).expect("a part of a batch is no longer than the batch");
        Self { responses, columns }
    }

    /// Says why these answers cannot be put to a plugin with this plan. That would be the caller's
    /// mistake, not the plugin's.
    pub fn check(&self, survey: &Survey, plan: &Plan) -> Result<(), String> {
        if self.columns.len() != plan.reads.len() {
            return Err(format!("{} columns for {} questions", self.columns.len(), plan.reads.len()));
        }
        for (column, read) in self.columns.iter().zip(&plan.reads) {
            let question = &survey.questions[usize::from(*read)];
            if column.len() != self.responses as usize || !column.fits(&question.kind) {
                return Err(format!("the column of `{}` does not fit its question", question.key));
            }
        }
        Ok(())
    }
}
