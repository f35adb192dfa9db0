//! A plugin that accepted its settings: what the component exports, and what tests call natively.

use std::cell::RefCell;

use heard_contract::{Batch, Description, Plan, Problem, Scores, Survey};

use crate::{Output, Plugin, Row, Setup};

/// A plugin with its survey, settings and plan.
#[derive(Debug)]
pub struct Configured<P> {
    plugin: P,
    survey: Survey,
    description: Description,
    plan: Plan,
    columns: Vec<Option<u16>>,
}

impl<P: Plugin> Configured<P> {
    /// Reads the settings and sets the plugin up.
    pub fn new(survey: Survey, settings: &str) -> Result<Self, Vec<Problem>> {
        let settings = read(settings).map_err(|problem| vec![problem])?;
        let description = P::describe();
        let mut setup = Setup::new(&survey, &description);
        let plugin = P::configure(settings, &mut setup);
        let plan = setup.finish()?;
        let mut columns = vec![None; survey.questions.len()];
        for (column, read) in (0..).zip(&plan.reads) {
            columns[usize::from(*read)] = Some(column);
        }
        Ok(Self { plugin, survey, description, plan, columns })
    }

    /// What it reads and gives.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Scores each response by itself. The error is the author's mistake, in words.
    pub fn score(&self, batch: &Batch) -> Result<Scores, String> {
        let misuse = RefCell::new(None);
        let mut output = Output::new(&self.description.indicators, &self.plan, &misuse);
        for response in 0..batch.responses {
            let row =
                Row { survey: &self.survey, batch, columns: &self.columns, index: response as usize, misuse: &misuse };
            self.plugin.score(&row, &mut output);
            output.finish_row(response);
            if let Some(what) = misuse.take() {
                return Err(format!("response {response}: {what}"));
            }
        }
        Ok(output.finish())
    }
}

fn read<S: serde::de::DeserializeOwned>(settings: &str) -> Result<S, Problem> {
    let json = &mut serde_json::Deserializer::from_str(settings);
    serde_path_to_error::deserialize(json).map_err(|error| Problem {
        at: pointer(error.path()),
        message: format!("This setting cannot be read: {}.", error.inner()),
    })
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    };
    path.iter().map(step).collect()
}
