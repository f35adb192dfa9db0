//! Contributions on their way back from a plugin.

use crate::{Description, Plan, Survey, is_key};

/// What a batch gave: for each response and each indicator of the plan a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scores {
    /// Response by response; NaN is "nothing for this indicator".
    pub values: Vec<f64>,
    /// Same shape; finite and at least 0.
    pub weights: Vec<f64>,
    /// Same shape: where the cell's run in `sources` (and `shares`) ends.
    pub source_ends: Vec<u32>,
    /// Indexes into [`Survey::questions`].
    pub sources: Vec<u16>,
    /// Empty, or for each source its part of the value, in the indicator's unit.
    pub shares: Vec<f64>,
    /// At most one for each response, ascending.
    pub notes: Vec<Note>,
}

/// A word on one response: why it gave nothing, for example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The response's place in the batch.
    pub response: u32,
    /// A code of the plugin's; see [`is_key`].
    pub code: String,
}

impl Scores {
    /// The sources of a cell, each with its share where shares were given.
    pub fn sources_of(&self, cell: usize) -> impl Iterator<Item = (u16, Option<f64>)> {
        let end = self.source_ends[cell] as usize;
        let start = if cell == 0 { 0 } else { self.source_ends[cell - 1] as usize };
        (start..end).map(|at| (self.sources[at], self.shares.get(at).copied()))
    }

    /// Says what is wrong with them: shapes, indexes, ranges, finiteness, weights, notes.
    /// Nothing that passes can make later arithmetic go astray.
    pub fn check(&self, responses: u32, survey: &Survey, plan: &Plan, description: &Description) -> Result<(), String> {
        let width = plan.gives.len();
        let cells = responses as usize * width;
        for (name, len) in
            [("values", self.values.len()), ("weights", self.weights.len()), ("source-ends", self.source_ends.len())]
        {
            if len != cells {
                return Err(format!(
                    "`{name}` has {len} entries; {responses} responses and {width} indicators need {cells}"
                ));
            }
        }
        self.check_values(plan, description)?;
        self.check_sources(survey, plan)?;
        self.check_notes(responses)
    }

    fn check_values(&self, plan: &Plan, description: &Description) -> Result<(), String> {
        let width = plan.gives.len();
        for (cell, (value, weight)) in self.values.iter().zip(&self.weights).enumerate() {
            let indicator = &description.indicators[usize::from(plan.gives[cell % width])];
            let place = || format!("response {}, indicator `{}`", cell / width, indicator.key);
            if !(value.is_nan() || (indicator.min..=indicator.max).contains(value)) {
                return Err(format!(
                    "{}: the value {value} is outside {} to {}",
                    place(),
                    indicator.min,
                    indicator.max
                ));
            }
            if !(weight.is_finite() && *weight >= 0.0) {
                return Err(format!("{}: {weight} is no weight", place()));
            }
        }
        Ok(())
    }

    fn check_sources(&self, survey: &Survey, plan: &Plan) -> Result<(), String> {
        let rising = self.source_ends.windows(2).all(|pair| pair[0] <= pair[1]);
        let last = self.source_ends.last().copied().unwrap_or(0) as usize;
        if !rising || last != self.sources.len() {
            return Err("`source-ends` must ascend to the number of sources".into());
        }
        if !(self.shares.is_empty() || self.shares.len() == self.sources.len()) {
            return Err("`shares` must be empty or as long as `sources`".into());
        }
        if self.shares.iter().any(|share| !share.is_finite()) {
            return Err("a share is not a finite number".into());
        }
        // A question that the plan does not read was never sent, so it explains nothing.
        let mut read = vec![false; survey.questions.len()];
        plan.reads.iter().for_each(|index| read[usize::from(*index)] = true);
        match self.sources.iter().find(|source| read.get(usize::from(**source)) != Some(&true)) {
            Some(source) => Err(format!("question {source} is named as a source but is not read")),
            None => Ok(()),
        }
    }

    fn check_notes(&self, responses: u32) -> Result<(), String> {
        let rising = self.notes.windows(2).all(|pair| pair[0].response < pair[1].response);
        let inside = self.notes.last().is_none_or(|note| note.response < responses);
        if !rising || !inside {
            return Err("notes must ascend, one for each response at most".into());
        }
        if self.notes.iter().any(|note| !is_key(&note.code)) {
            return Err("a note's code may have only a-z, 0-9 and -, 64 at most".into());
        }
        Ok(())
    }
}
