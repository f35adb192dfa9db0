//! A [`Plugin`] as the component that the host loads: records of the contract in, records out.

use std::marker::PhantomData;

use bindings::exports::heard::scoring::scorer as wit;
use heard_contract as plain;

use crate::{Configured, Plugin};

/// Generated from `scoring.wit` by a test of `heard-guest-build`, which says how.
#[rustfmt::skip]
#[expect(unsafe_code, missing_docs, reason = "generated: the calls across the border")]
pub mod bindings;

pub use wit_bindgen::rt as runtime;

/// The exported form of a plugin.
#[derive(Debug)]
pub struct Component<P>(PhantomData<P>);

impl<P: Plugin + 'static> wit::Guest for Component<P> {
    type Configured = Configured<P>;

    fn describe() -> wit::Description {
        let plain = P::describe();
        wit::Description {
            name: plain.name,
            version: plain.version,
            summary: plain.summary,
            indicators: plain.indicators.into_iter().map(indicator).collect(),
            settings_schema: plain.settings_schema,
        }
    }
}

impl<P: Plugin + 'static> wit::GuestConfigured for Configured<P> {
    fn configure(given: wit::Survey, settings: String) -> Result<wit::Configured, Vec<wit::Problem>> {
        let configured = Configured::<P>::new(survey(given), &settings);
        configured.map(wit::Configured::new).map_err(|list| list.into_iter().map(problem).collect())
    }

    fn plan(&self) -> wit::Plan {
        let plan = Configured::plan(self).clone();
        wit::Plan { reads: plan.reads, gives: plan.gives, warnings: plan.warnings.into_iter().map(problem).collect() }
    }

    fn score(&self, given: wit::Batch) -> Result<wit::Scores, String> {
        let columns = given.columns.into_iter().map(column).collect();
        let scores = Configured::score(self, &plain::Batch { responses: given.responses, columns })?;
        let note = |note: plain::Note| wit::Note { response: note.response, code: note.code };
        Ok(wit::Scores {
            values: scores.values,
            weights: scores.weights,
            source_ends: scores.source_ends,
            sources: scores.sources,
            shares: scores.shares,
            notes: scores.notes.into_iter().map(note).collect(),
        })
    }
}

fn survey(given: wit::Survey) -> plain::Survey {
    let question = |given: wit::Question| plain::Question {
        key: given.key,
        kind: kind(given.kind),
        attributes: attributes(given.attributes),
    };
    plain::Survey {
        key: given.key,
        revision: given.revision,
        questions: given.questions.into_iter().map(question).collect(),
        attributes: attributes(given.attributes),
    }
}

fn kind(given: wit::QuestionKind) -> plain::Kind {
    let option = |given: wit::OptionDef| plain::Choice { key: given.key, value: given.value };
    let options = |given: Vec<wit::OptionDef>| given.into_iter().map(option).collect();
    match given {
        wit::QuestionKind::Single(given) => plain::Kind::Single(options(given)),
        wit::QuestionKind::Multi(given) => plain::Kind::Multi(options(given)),
        wit::QuestionKind::Number(range) => plain::Kind::Number { min: range.min, max: range.max },
        wit::QuestionKind::Text => plain::Kind::Text,
    }
}

fn attributes(given: Vec<wit::Attribute>) -> Vec<plain::Attribute> {
    let attribute = |given: wit::Attribute| plain::Attribute { key: given.key, value: given.value };
    given.into_iter().map(attribute).collect()
}

fn column(given: wit::Column) -> plain::Column {
    match given {
        wit::Column::Single(answers) => plain::Column::Single(answers),
        wit::Column::Multi(answers) => plain::Column::Multi(answers),
        wit::Column::Number(answers) => plain::Column::Number(answers),
        wit::Column::Text(answers) => plain::Column::Text(answers),
    }
}

fn problem(plain: plain::Problem) -> wit::Problem {
    wit::Problem { at: plain.at, message: plain.message }
}

fn indicator(plain: plain::Indicator) -> wit::Indicator {
    let band = |plain: plain::Band| wit::Band { key: plain.key, at_least: plain.at_least };
    wit::Indicator {
        key: plain.key,
        label: plain.label,
        unit: plain.unit,
        min: plain.min,
        max: plain.max,
        higher_is_better: plain.higher_is_better,
        aggregate: match plain.aggregate {
            plain::Aggregation::Mean => wit::Aggregation::Mean,
            plain::Aggregation::Sum => wit::Aggregation::Sum,
            plain::Aggregation::Median => wit::Aggregation::Median,
            plain::Aggregation::Minimum => wit::Aggregation::Minimum,
            plain::Aggregation::Maximum => wit::Aggregation::Maximum,
        },
        bands: plain.bands.into_iter().map(band).collect(),
    }
}
