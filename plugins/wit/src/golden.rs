//! Golden examples: answers and the scores that they must give, in a file that travels with a
//! plugin. The same file is run natively by the author's unit test and on the component by the
//! server; figures are compared to the bit.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Batch, Column, Description, Kind, Plan, Problem, Scores, Survey};

/// A survey and what the plugin must make of answers to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    /// The survey that all examples share.
    pub survey: Survey,
    /// Each with settings of its own.
    pub examples: Vec<Example>,
}

/// One configuration, and either its problems or what it makes of some responses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// As the settings form would send them.
    pub settings: Value,
    /// The problems that these settings must give; then there are no responses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
    /// The warnings that these settings must give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Problem>,
    /// Answers by question key: an option's key, a list of them, a number or a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<BTreeMap<String, Value>>,
    /// What each response must give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expect: Vec<Expected>,
}

/// What one response gives.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// By indicator key; an indicator that gets nothing is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<String, Cell>,
    /// The code of its note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One contribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// In the indicator's unit.
    pub value: f64,
    /// 1 where left out.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// The questions it came from, each with its part of the value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub from: BTreeMap<String, Option<f64>>,
}

/// A plugin that accepted its settings, native or component.
pub struct Ready<'a> {
    /// What it reads and gives.
    pub plan: Plan,
    /// Scores a batch, or says why not.
    pub score: Box<Score<'a>>,
}

/// A configured plugin as a function.
type Score<'a> = dyn FnMut(&Batch) -> Result<Scores, String> + 'a;

/// How [`Golden::check`] sets a plugin up: survey and settings in, problems out.
pub type Configured<'a> = Result<Ready<'a>, Vec<Problem>>;

impl Golden {
    /// Reads the file; the error says where it is wrong.
    pub fn read(json: &str) -> Result<Self, String> {
        let golden: Self = serde_json::from_str(json).map_err(|error| error.to_string())?;
        golden.survey.check()?;
        Ok(golden)
    }

    /// Runs every example. Each string is a failure, in words for the plugin's author.
    pub fn check<'a>(
        &self,
        description: &Description,
        mut configure: impl FnMut(&Survey, &str) -> Configured<'a>,
    ) -> Vec<String> {
        let mut failures: Vec<String> = description.check().err().into_iter().collect();
        for example in &self.examples {
            let configured = configure(&self.survey, &example.settings.to_string());
            if let Err(what) = self.check_example(description, example, configured) {
                failures.push(format!("{}: {what}", example.name));
            }
        }
        failures
    }

    /// The same examples, each expecting what the plugin gives now: for an author who has looked at the difference.
    /// The error says what no example can expect.
    pub fn blessed<'a>(
        &self,
        description: &Description,
        mut configure: impl FnMut(&Survey, &str) -> Result<Configured<'a>, String>,
    ) -> Result<Self, String> {
        let mut blessed = self.clone();
        for example in &mut blessed.examples {
            let configured = configure(&self.survey, &example.settings.to_string());
            let observed = configured.and_then(|configured| self.observe(description, example, configured));
            *example = observed.map_err(|what| format!("{}: {what}", example.name))?;
        }
        Ok(blessed)
    }

    /// Runs one of the examples; the error says how it comes out.
    pub fn check_example(
        &self,
        description: &Description,
        example: &Example,
        configured: Configured<'_>,
    ) -> Result<(), String> {
        let observed = self.observe(description, example, configured)?;
        same("problems", &example.problems, &observed.problems)?;
        same("warnings", &example.warnings, &observed.warnings)?;
        same("scores", &example.expect, &observed.expect)
    }

    /// The example as it would have to be for the plugin to pass it.
    fn observe(
        &self,
        description: &Description,
        example: &Example,
        configured: Configured<'_>,
    ) -> Result<Example, String> {
        let mut observed =
            Example { problems: Vec::new(), warnings: Vec::new(), expect: Vec::new(), ..example.clone() };
        match configured {
            Err(problems) => observed.problems = problems,
            Ok(mut ready) => {
                ready.plan.check(&self.survey, description)?;
                let batch = batch(&self.survey, &ready.plan, &example.responses)?;
                let scores = (ready.score)(&batch)?;
                scores.check(batch.responses, &self.survey, &ready.plan, description)?;
                observed.expect = observe(&self.survey, description, &ready.plan, &scores, batch.responses);
                observed.warnings = ready.plan.warnings;
            }
        }
        Ok(observed)
    }
}

/// The answers that the plan reads, as columns. A question that a response leaves out was not answered.
pub fn batch(survey: &Survey, plan: &Plan, responses: &[BTreeMap<String, Value>]) -> Result<Batch, String> {
    let mut batch = Batch::for_plan(survey, plan);
    for response in responses {
        if let Some(key) = response.keys().find(|key| survey.position(key).is_none()) {
            return Err(format!("a response answers `{key}`, which the survey does not ask"));
        }
        for (column, read) in batch.columns.iter_mut().zip(&plan.reads) {
            let question = &survey.questions[usize::from(*read)];
            match response.get(&question.key) {
                None => column.push_no_answer(),
                Some(answer) => push(column, &question.kind, answer)
                    .ok_or_else(|| format!("{answer} is no answer to `{}`", question.key))?,
            }
        }
        batch.responses += 1;
    }
    Ok(batch)
}

/// What each response gave, in the form in which examples are written.
pub fn observe(
    survey: &Survey,
    description: &Description,
    plan: &Plan,
    scores: &Scores,
    responses: u32,
) -> Vec<Expected> {
    let width = plan.gives.len();
    let mut observed = vec![Expected::default(); responses as usize];
    for (cell, value) in scores.values.iter().enumerate().filter(|(_, value)| !value.is_nan()) {
        let indicator = &description.indicators[usize::from(plan.gives[cell % width])];
        let from = scores
            .sources_of(cell)
            .map(|(source, share)| (survey.questions[usize::from(source)].key.clone(), share))
            .collect();
        let given = Cell { value: *value, weight: scores.weights[cell], from };
        observed[cell / width].scores.insert(indicator.key.clone(), given);
    }
    for note in &scores.notes {
        observed[note.response as usize].note = Some(note.code.clone());
    }
    observed
}

fn push(column: &mut Column, kind: &Kind, answer: &Value) -> Option<()> {
    let place = |key: &Value| kind.options().iter().position(|option| key == option.key.as_str());
    match column {
        Column::Single(answers) => answers.push(u16::try_from(place(answer)?).ok()?),
        Column::Multi(answers) => {
            let mut chosen = answer.as_array()?.iter().map(place);
            answers.push(chosen.try_fold(0, |bits, place| Some(bits | 1_u64 << place?))?);
        }
        Column::Number(answers) => answers.push(answer.as_f64()?),
        Column::Text(answers) => answers.push(answer.as_str()?.to_owned()),
    }
    Some(())
}

fn same<T: PartialEq + Serialize>(what: &str, expected: &[T], observed: &[T]) -> Result<(), String> {
    if expected == observed {
        return Ok(());
    }
    let json = |value: &[T]| serde_json::to_string(value).unwrap_or_else(|error| error.to_string());
    Err(format!("{what} differ\n  expected {}\n  observed {}", json(expected), json(observed)))
}

fn one() -> f64 {
    1.0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    clippy::float_cmp,
    reason = "serde asks for a reference; 1 is meant exactly"
)]
fn is_one(weight: &f64) -> bool {
    *weight == 1.0
}
