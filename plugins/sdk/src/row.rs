//! One response, as a plugin sees it.

use std::cell::RefCell;

use heard_contract::{Batch, Choice, Column, NO_OPTION, NO_OPTIONS, Survey};

use crate::Read;

/// What an author did wrong (an undeclared question, an unknown indicator), kept until the row ends:
/// the batch then fails with these words instead of a silent zero or a trap without any.
pub(crate) type Misuse = RefCell<Option<String>>;

/// The answers of one response to the questions that the plugin reads. A question is named by the
/// [`Read`] that [`crate::Setup`] gave, or by its key.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    pub(crate) survey: &'a Survey,
    pub(crate) batch: &'a Batch,
    /// For each question of the survey its column in the batch, if it is read.
    pub(crate) columns: &'a [Option<u16>],
    pub(crate) index: usize,
    pub(crate) misuse: &'a Misuse,
}

/// A way to name a question: [`Read`] or `&str`.
pub trait Ask: Copy {
    /// Its place in the survey.
    fn place(self, survey: &Survey) -> Option<usize>;

    /// What to call it when something is wrong.
    fn name(self, survey: &Survey) -> String;
}

impl Ask for Read {
    fn place(self, _survey: &Survey) -> Option<usize> {
        Some(usize::from(self.0))
    }

    fn name(self, survey: &Survey) -> String {
        survey.questions[usize::from(self.0)].key.clone()
    }
}

impl Ask for &str {
    fn place(self, survey: &Survey) -> Option<usize> {
        survey.position(self)
    }

    fn name(self, _survey: &Survey) -> String {
        self.to_owned()
    }
}

impl<'a> Row<'a> {
    /// The key of the chosen option, in a question with one answer.
    pub fn choice(&self, question: impl Ask) -> Option<&'a str> {
        self.chosen(question).map(|option| option.key.as_str())
    }

    /// The answer as a number: the number given, or that of the chosen option.
    pub fn value(&self, question: impl Ask) -> Option<f64> {
        match self.column(question)?.1 {
            Column::Number(answers) => Some(answers[self.index]).filter(|answer| !answer.is_nan()),
            _ => self.chosen(question)?.value,
        }
    }

    /// The keys of the chosen options, in the order of the form, in a question with several answers.
    pub fn choices<Q: Ask>(&self, question: Q) -> impl Iterator<Item = &'a str> + use<'a, Q> {
        let (options, bits): (&'a [Choice], u64) = match self.column(question) {
            Some((at, Column::Multi(answers))) => {
                (self.survey.questions[at].kind.options(), answers[self.index] & !NO_OPTIONS)
            }
            Some(_) => (self.not_a(question, "several answers"), 0),
            None => (&[], 0),
        };
        let chosen = options.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1);
        chosen.map(|(_, option)| option.key.as_str())
    }

    /// Was this option chosen, in a question with several answers?
    pub fn chose(&self, question: impl Ask, option: &str) -> bool {
        self.choices(question).any(|key| key == option)
    }

    /// Was one of these options chosen, in a question with one answer or with several?
    pub fn chose_any<O: AsRef<str>>(&self, question: impl Ask, options: &[O]) -> bool {
        let among = |key: &str| options.iter().any(|option| option.as_ref() == key);
        match self.column(question) {
            Some((_, Column::Multi(_))) => self.choices(question).any(among),
            Some(_) => self.choice(question).is_some_and(among),
            None => false,
        }
    }

    /// The words of an answer.
    pub fn text(&self, question: impl Ask) -> Option<&'a str> {
        match self.column(question)?.1 {
            Column::Text(answers) => Some(answers[self.index].as_str()).filter(|answer| !answer.is_empty()),
            _ => self.not_a(question, "words"),
        }
    }

    /// Was the question answered, also by "none of these"?
    pub fn answered(&self, question: impl Ask) -> bool {
        self.column(question).is_some_and(|(_, column)| match column {
            Column::Single(answers) => answers[self.index] != NO_OPTION,
            Column::Multi(answers) => answers[self.index] != NO_OPTIONS,
            Column::Number(answers) => !answers[self.index].is_nan(),
            Column::Text(answers) => !answers[self.index].is_empty(),
        })
    }

    fn chosen(&self, question: impl Ask) -> Option<&'a Choice> {
        let (at, column) = self.column(question)?;
        let Column::Single(answers) = column else { return self.not_a(question, "one answer") };
        self.survey.questions[at].kind.options().get(usize::from(answers[self.index]))
    }

    fn column(&self, question: impl Ask) -> Option<(usize, &'a Column)> {
        let place = question.place(self.survey);
        let column = place.and_then(|at| Some((at, *self.columns.get(at)?.as_ref()?)));
        if column.is_none() {
            let name = question.name(self.survey);
            self.misused(format!("`{name}` is asked for while scoring, but `configure` did not read it"));
        }
        column.map(|(at, column)| (at, &self.batch.columns[usize::from(column)]))
    }

    fn not_a<T: Default>(&self, question: impl Ask, wanted: &str) -> T {
        let name = question.name(self.survey);
        self.misused(format!("`{name}` is used as a question for {wanted}"));
        T::default()
    }

    fn misused(&self, what: String) {
        self.misuse.borrow_mut().get_or_insert(what);
    }
}
