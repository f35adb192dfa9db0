//! How one made-up response is scored, step by step: what it gives each figure, and because of which answers.

use std::sync::Arc;

use heard_core::{answer::Answers, survey::Survey};
use heard_host::{Artefact, Binding, Fault, Problem, Refused};
use maud::{Markup, html};

use super::{
    form::Trouble,
    made_up,
    vocabulary::{self, Vocabulary},
};
use crate::{aside::aside, columns, error::Error};

/// What a plugin makes of a survey with some settings.
#[derive(Clone, Debug, Default)]
pub(super) struct Insight {
    /// Keys of the questions that it reads, as plugins know them.
    pub reads: Vec<String>,
    /// Key and label of each figure that it gives.
    pub gives: Vec<(String, String)>,
    /// What somebody should know about the settings.
    pub warnings: Vec<Trouble>,
    /// Responses, explained.
    pub explained: Vec<Explained>,
}

/// Why there is no insight.
#[derive(Clone, Debug)]
pub(super) enum Unfit {
    /// The settings have to be changed.
    Settings(Vec<Trouble>),
    /// The plugin failed; with what happened, in words.
    Plugin(String),
}

/// A response with what it gives.
#[derive(Clone, Debug)]
pub(super) struct Explained {
    /// Each question that the plugin reads, and what was answered; nothing, where nothing was.
    answers: Vec<(String, Option<String>)>,
    gives: Vec<Given>,
    /// The plugin's own word on the response, such as `too-few-answers`.
    note: Option<String>,
}

/// What a response gives one figure.
#[derive(Clone, Debug)]
struct Given {
    key: String,
    label: String,
    unit: String,
    /// None, where it gives nothing.
    value: Option<f64>,
    because: Vec<Because>,
}

/// A question's part in it.
#[derive(Clone, Debug)]
struct Because {
    question: String,
    answer: String,
    share: Option<f64>,
}

/// Sets a plugin up and scores some responses with it: made-up ones where none are given.
pub(super) async fn insight(
    artefact: Arc<Artefact>,
    survey: Arc<Survey>,
    version: i64,
    settings: String,
    responses: Vec<Answers>,
) -> Result<Result<Insight, Unfit>, Error> {
    aside("a preview", move || look(&artefact, &survey, version, &settings, responses)).await
}

fn look(
    artefact: &Artefact,
    survey: &Survey,
    version: i64,
    settings: &str,
    mut responses: Vec<Answers>,
) -> Result<Insight, Unfit> {
    let seen = columns::survey(survey, version);
    let words = Vocabulary::of(survey, version);
    let binding = artefact.configure(&seen, settings).map_err(|refused| Unfit::of(refused, &words))?;
    let plan = binding.plan();
    let reads: Vec<String> = plan.reads.iter().map(|read| seen.questions[usize::from(*read)].key.clone()).collect();
    if responses.is_empty() {
        responses = made_up::responses(survey, &reads);
    }
    let indicators = &artefact.description().indicators;
    let gives = plan.gives.iter().map(|index| &indicators[usize::from(*index)]);
    let warnings = plan.warnings.iter().map(|one| trouble(one, &words));
    Ok(Insight {
        explained: explain(&binding, survey, &words, &responses).map_err(|fault| Unfit::Plugin(fault.to_string()))?,
        gives: gives.map(|indicator| (indicator.key.clone(), indicator.label.clone())).collect(),
        warnings: warnings.collect(),
        reads,
    })
}

/// What is wrong with a plugin that gives the same answers other figures: they could not be made again.
pub(super) async fn unsteady(
    artefact: Arc<Artefact>,
    survey: Arc<Survey>,
    version: i64,
    settings: String,
) -> Result<Option<String>, Error> {
    let probed = aside("a probe", move || {
        // A fault on answers that nobody gave says little: it is told where it happens.
        artefact.configure(&columns::survey(&survey, version), &settings).ok()?.unsteady().ok()?
    });
    Ok(probed.await?.map(|how| {
        format!(
            "This plugin gives the same answers other figures {how}. Figures that cannot be made again cannot be used: \
             its author has to mend it."
        )
    }))
}

impl Unfit {
    fn of(refused: Refused, words: &Vocabulary) -> Self {
        match refused {
            Refused::Problems(problems) => Self::Settings(problems.iter().map(|one| trouble(one, words)).collect()),
            Refused::Fault(fault) => Self::Plugin(fault.to_string()),
        }
    }
}

fn trouble(problem: &Problem, words: &Vocabulary) -> Trouble {
    Trouble { at: problem.at.clone(), message: words.worded(&problem.message) }
}

fn explain(
    binding: &Binding,
    survey: &Survey,
    words: &Vocabulary,
    responses: &[Answers],
) -> Result<Vec<Explained>, Fault> {
    let (seen, plan) = (binding.survey(), binding.plan());
    let indicators = &binding.artefact().description().indicators;
    let scores = binding.job()?.score(&columns::batch(seen, plan, responses))?.scores;
    let said = |question: u16, answers: &Answers| {
        let key = &seen.questions[usize::from(question)].key;
        (words.words(key), vocabulary::said(survey, key, answers))
    };
    let explained = responses.iter().enumerate().map(|(row, answers)| {
        let given = |(column, index): (usize, &u16)| {
            let (cell, indicator) = (row * plan.gives.len() + column, &indicators[usize::from(*index)]);
            let because = scores.sources_of(cell).map(|(question, share)| {
                let (question, answer) = said(question, answers);
                Because { question, answer: answer.unwrap_or_else(|| "nothing".to_owned()), share }
            });
            Given {
                key: indicator.key.clone(),
                label: indicator.label.clone(),
                unit: indicator.unit.clone(),
                value: Some(scores.values[cell]).filter(|value| !value.is_nan()),
                because: because.collect(),
            }
        };
        let note = scores.notes.iter().find(|note| usize::try_from(note.response) == Ok(row));
        Explained {
            answers: plan.reads.iter().map(|read| said(*read, answers)).collect(),
            gives: plan.gives.iter().enumerate().map(given).collect(),
            note: note.map(|note| note.code.clone()),
        }
    });
    Ok(explained.collect())
}

impl Explained {
    /// What was answered, and what it gives. `only` is the one figure that is to be explained.
    pub fn show(&self, only: Option<&str>) -> Markup {
        html! {
            dl class="answers" {
                @for (question, answer) in &self.answers {
                    div {
                        dt { (question) }
                        dd { @match answer { Some(answer) => bdi { (answer) }, None => span class="soft" { "No answer" } } }
                    }
                }
            }
            @for given in self.gives.iter().filter(|given| only.is_none_or(|only| given.key == only)) { (given.show()) }
            @if let Some(note) = &self.note { p { "The plugin notes: " (note.replace('-', " ")) "." } }
        }
    }

    /// Because of how many answers it gives something to a figure; none, where it gives nothing.
    pub fn reasons(&self, figure: &str) -> Option<usize> {
        let given = self.gives.iter().find(|given| given.key == figure && given.value.is_some())?;
        Some(given.because.len())
    }
}

impl Given {
    fn show(&self) -> Markup {
        html! {
            @match self.value {
                None => p { (self.label) ": this response gives " strong { "nothing" } "." },
                Some(value) => {
                    p {
                        (self.label) ": " strong { (number(value)) " " (self.unit) }
                        @if self.because.is_empty() { ". The plugin does not say because of which answers." } @else { ", because" }
                    }
                    @if !self.because.is_empty() {
                        ul {
                            @for one in &self.because {
                                li {
                                    "you answered “" bdi { (one.answer) } "” to “" (one.question) "”"
                                    @if let Some(share) = one.share { ": " strong { (signed(share)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// With two decimals at most.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0 + 0.0;
    rounded.to_string()
}

fn signed(share: f64) -> String {
    if share < 0.0 { format!("−{}", number(-share)) } else { format!("+{}", number(share)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_figure_have_their_sign() {
        for (share, said) in [(37.5, "+37.5"), (-0.333, "−0.33"), (0.0, "+0"), (100.0, "+100")] {
            assert_eq!(signed(share), said);
        }
    }
}
