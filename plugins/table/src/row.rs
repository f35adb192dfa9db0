//! A row of the table.

use heard_plugin::{Read, Row, Setup};

/// As `settings.schema.json` describes it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WantedRow {
    question: String,
    #[serde(default)]
    answers: Vec<String>,
    from: Option<f64>,
    to: Option<f64>,
    #[serde(default)]
    and_question: String,
    #[serde(default)]
    and_answers: Vec<String>,
    points: f64,
}

/// A row, set up.
pub(crate) struct Rule {
    test: Test,
    and: Option<Test>,
    pub points: f64,
}

struct Test {
    question: Read,
    wants: Wants,
}

enum Wants {
    /// One of these options.
    OneOf(Vec<String>),
    /// A number between these two, both included.
    Between(f64, f64),
}

impl WantedRow {
    /// The rule of this row, if it can be used; `at` is where it stands.
    pub fn rule(&self, at: &str, setup: &mut Setup<'_>) -> Option<Rule> {
        if !(-100.0..=100.0).contains(&self.points) {
            setup.problem(format!("{at}/points"), "Choose a number from -100 to 100.");
        }
        let test =
            if self.from.is_some() || self.to.is_some() { self.number(at, setup) } else { self.options(at, setup) };
        let and = match (self.and_question.as_str(), self.and_answers.as_slice()) {
            ("", []) => None,
            ("", _) => {
                let message = "Choose the question that these answers belong to, or take them out.";
                setup.problem(format!("{at}/and_question"), message);
                None
            }
            (question, answers) => {
                Some(one_of(setup, question, &format!("{at}/and_question"), answers, &format!("{at}/and_answers"))?)
            }
        };
        Some(Rule { test: test?, and, points: self.points })
    }

    fn options(&self, at: &str, setup: &mut Setup<'_>) -> Option<Test> {
        one_of(setup, &self.question, &format!("{at}/question"), &self.answers, &format!("{at}/answers"))
    }

    fn number(&self, at: &str, setup: &mut Setup<'_>) -> Option<Test> {
        if !self.answers.is_empty() {
            setup.problem(format!("{at}/answers"), "Choose answers, or write from and to, but not both.");
        }
        let question = setup.number(&self.question, &format!("{at}/question"))?;
        let (from, to) = (self.from.unwrap_or(f64::NEG_INFINITY), self.to.unwrap_or(f64::INFINITY));
        if from > to {
            setup.problem(format!("{at}/to"), "This is less than where the row begins. Turn the two round.");
        }
        Some(Test { question, wants: Wants::Between(from, to) })
    }
}

fn one_of(
    setup: &mut Setup<'_>,
    question: &str,
    at_question: &str,
    options: &[String],
    at_options: &str,
) -> Option<Test> {
    let question = setup.with_options(question, at_question)?;
    if options.is_empty() {
        setup.problem(at_options, "Choose at least one answer.");
    }
    for (index, option) in options.iter().enumerate() {
        setup.offers(question, option, &format!("{at_options}/{index}"));
    }
    Some(Test { question, wants: Wants::OneOf(options.to_vec()) })
}

impl Rule {
    /// Its questions.
    pub fn questions(&self) -> impl Iterator<Item = Read> {
        [Some(&self.test), self.and.as_ref()].into_iter().flatten().map(|test| test.question)
    }

    /// The question that its points are put down to.
    pub fn first(&self) -> Read {
        self.test.question
    }

    /// Whether a response answered as the row says.
    pub fn fits(&self, row: &Row<'_>) -> bool {
        self.test.holds(row) && self.and.as_ref().is_none_or(|and| and.holds(row))
    }
}

impl Test {
    fn holds(&self, row: &Row<'_>) -> bool {
        match &self.wants {
            Wants::OneOf(options) => row.chose_any(self.question, options),
            Wants::Between(from, to) => row.value(self.question).is_some_and(|value| (*from..=*to).contains(&value)),
        }
    }
}
