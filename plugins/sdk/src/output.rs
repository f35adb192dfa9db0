//! What a plugin gives back for a response.

use heard_contract::{Indicator, Note, Plan, Scores};

use crate::Read;
use crate::row::Misuse;

/// How far beyond its range a value may be and still count as rounding, as a part of the range.
const ROUNDING: f64 = 1e-9;

/// Takes the contributions of one response.
#[derive(Debug)]
pub struct Output<'a> {
    /// The indicators of the plan, in its order.
    indicators: Vec<&'a Indicator>,
    cells: Vec<Given>,
    /// Where a contribution to an unknown indicator goes.
    lost: Given,
    note: Option<String>,
    misuse: &'a Misuse,
    scores: Scores,
}

/// One contribution, to be weighted and explained.
#[derive(Debug, Clone)]
pub struct Given {
    value: f64,
    weight: f64,
    sources: Vec<(u16, f64)>,
}

impl Given {
    const NOTHING: Self = Self { value: f64::NAN, weight: 1.0, sources: Vec::new() };

    /// How much this contribution counts; 1 unless said otherwise. Finite, 0 or more.
    pub fn weight(&mut self, weight: f64) -> &mut Self {
        self.weight = weight;
        self
    }

    /// The question that it came from, and that question's part of the value. Call it for each
    /// question: figures are explained to people with them.
    pub fn from(&mut self, question: Read, part: f64) -> &mut Self {
        self.sources.push((question.0, part));
        self
    }
}

impl<'a> Output<'a> {
    pub(crate) fn new(indicators: &'a [Indicator], plan: &Plan, misuse: &'a Misuse) -> Self {
        let indicators: Vec<_> = plan.gives.iter().map(|at| &indicators[usize::from(*at)]).collect();
        let cells = vec![Given::NOTHING; indicators.len()];
        let scores = Scores::default();
        Self { indicators, cells, lost: Given::NOTHING, note: None, misuse, scores }
    }

    /// Gives an indicator its value for this response. A second call for the same one replaces the first.
    pub fn give(&mut self, indicator: &str, value: f64) -> &mut Given {
        let place = self.indicators.iter().position(|given| given.key == indicator);
        let Some(place) = place else {
            self.misused(format!("a value is given to `{indicator}`, which the plan does not give"));
            return &mut self.lost;
        };
        if !value.is_finite() {
            self.misused(format!("{value} is given to `{indicator}`; give nothing instead"));
        }
        let cell = &mut self.cells[place];
        cell.value = within(value, self.indicators[place]);
        cell.weight = 1.0;
        cell.sources.clear();
        cell
    }

    /// Says a word on this response: a short code such as `too-few-answers`. The first one stays.
    pub fn note(&mut self, code: &str) {
        self.note.get_or_insert_with(|| code.to_owned());
    }

    pub(crate) fn finish_row(&mut self, response: u32) {
        for cell in &mut self.cells {
            self.scores.values.push(cell.value);
            self.scores.weights.push(cell.weight);
            for (source, part) in cell.sources.drain(..) {
                self.scores.sources.push(source);
                self.scores.shares.push(part);
            }
            let end = u32::try_from(self.scores.sources.len()).unwrap_or(u32::MAX);
            self.scores.source_ends.push(end);
            cell.value = f64::NAN;
            cell.weight = 1.0;
        }
        if let Some(code) = self.note.take() {
            self.scores.notes.push(Note { response, code });
        }
    }

    pub(crate) fn finish(self) -> Scores {
        self.scores
    }

    fn misused(&self, what: String) {
        self.misuse.borrow_mut().get_or_insert(what);
    }
}

/// Takes rounding off: 100.00000000000001 is 100. Anything farther out is left for the host to refuse.
fn within(value: f64, indicator: &Indicator) -> f64 {
    let clamped = value.clamp(indicator.min, indicator.max);
    if (value - clamped).abs() <= ROUNDING * (indicator.max - indicator.min) { clamped } else { value }
}
