//! Between the contract's plain types and those that wasmtime generates.

use heard_contract as plain;

use crate::bindings::exports::heard::scoring::scorer as wit;

pub(crate) fn survey(plain: &plain::Survey) -> wit::Survey {
    let question = |plain: &plain::Question| wit::Question {
        key: plain.key.clone(),
        kind: kind(&plain.kind),
        attributes: attributes(&plain.attributes),
    };
    wit::Survey {
        key: plain.key.clone(),
        revision: plain.revision,
        questions: plain.questions.iter().map(question).collect(),
        attributes: attributes(&plain.attributes),
    }
}

fn kind(plain: &plain::Kind) -> wit::QuestionKind {
    let option = |plain: &plain::Choice| wit::OptionDef { key: plain.key.clone(), value: plain.value };
    let options = |plain: &[plain::Choice]| plain.iter().map(option).collect();
    match plain {
        plain::Kind::Single(plain) => wit::QuestionKind::Single(options(plain)),
        plain::Kind::Multi(plain) => wit::QuestionKind::Multi(options(plain)),
        plain::Kind::Number { min, max } => wit::QuestionKind::Number(wit::NumberRange { min: *min, max: *max }),
        plain::Kind::Text => wit::QuestionKind::Text,
    }
}

fn attributes(plain: &[plain::Attribute]) -> Vec<wit::Attribute> {
    let attribute = |plain: &plain::Attribute| wit::Attribute { key: plain.key.clone(), value: plain.value.clone() };
    plain.iter().map(attribute).collect()
}

pub(crate) fn batch(plain: &plain::Batch) -> wit::Batch {
    let column = |plain: &plain::Column| match plain {
        plain::Column::Single(answers) => wit::Column::Single(answers.clone()),
        plain::Column::Multi(answers) => wit::Column::Multi(answers.clone()),
        plain::Column::Number(answers) => wit::Column::Number(answers.clone()),
        plain::Column::Text(answers) => wit::Column::Text(answers.clone()),
    };
    wit::Batch { responses: plain.responses, columns: plain.columns.iter().map(column).collect() }
}

pub(crate) fn description(given: wit::Description) -> plain::Description {
    plain::Description {
        name: given.name,
        version: given.version,
        summary: given.summary,
        indicators: given.indicators.into_iter().map(indicator).collect(),
        settings_schema: given.settings_schema,
    }
}

fn indicator(given: wit::Indicator) -> plain::Indicator {
    let band = |given: wit::Band| plain::Band { key: given.key, at_least: given.at_least };
    plain::Indicator {
        key: given.key,
        label: given.label,
        unit: given.unit,
        min: given.min,
        max: given.max,
        higher_is_better: given.higher_is_better,
        aggregate: match given.aggregate {
            wit::Aggregation::Mean => plain::Aggregation::Mean,
            wit::Aggregation::Sum => plain::Aggregation::Sum,
            wit::Aggregation::Median => plain::Aggregation::Median,
            wit::Aggregation::Minimum => plain::Aggregation::Minimum,
            wit::Aggregation::Maximum => plain::Aggregation::Maximum,
        },
        bands: given.bands.into_iter().map(band).collect(),
    }
}

pub(crate) fn problem(given: wit::Problem) -> plain::Problem {
    plain::Problem { at: given.at, message: given.message }
}

pub(crate) fn plan(given: wit::Plan) -> plain::Plan {
    plain::Plan { reads: given.reads, gives: given.gives, warnings: given.warnings.into_iter().map(problem).collect() }
}

pub(crate) fn scores(given: wit::Scores) -> plain::Scores {
    let note = |given: wit::Note| plain::Note { response: given.response, code: given.code };
    plain::Scores {
        values: given.values,
        weights: given.weights,
        source_ends: given.source_ends,
        sources: given.sources,
        shares: given.shares,
        notes: given.notes.into_iter().map(note).collect(),
    }
}
