//! Scoring some responses, whatever the plugin does.

use heard_core::answer::Answers;
use heard_host::{self as contract, Artefact, Batch, Binding, Cause, Fault, Job, Refused, Retry};
use serde::Serialize;

use super::sql::Row;
use crate::columns;

/// How many responses of a batch may be unscorable before the plugin itself is taken to be at fault: one, or one in
/// a hundred, and never more than 20.
fn tolerated(responses: usize) -> usize {
    (responses / 100).clamp(1, 20)
}

/// What became of a batch.
pub(super) enum Outcome {
    /// Every response was scored or is named as unscorable.
    Scored(Scored),
    /// The plugin cannot be used as it is; with the reason in words for those who can mend it.
    Faulty(String),
    /// It is not the plugin's doing; later it may go better.
    NotNow(String),
}

/// What a batch gave.
#[derive(Default)]
pub(super) struct Scored {
    /// What each response gave each indicator.
    pub contributions: Vec<Given>,
    /// Responses that the plugin failed on, with the reason.
    pub unscored: Vec<(Row, String)>,
    /// The fuel that it took: the same for the same responses, on any machine.
    pub fuel: u64,
}

/// A contribution with its provenance.
pub(super) struct Given {
    /// Key of the response.
    pub response: String,
    /// Its number.
    pub number: i64,
    /// Its survey version.
    pub version: i64,
    /// Key of the plugin's indicator.
    pub indicator: String,
    /// In the indicator's unit.
    pub value: f64,
    /// Its weight.
    pub weight: f64,
    /// The questions that it came from, as JSON.
    pub sources: String,
}

/// A question's part in a contribution.
#[derive(Debug, Serialize)]
struct Source<'s> {
    question: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
}

/// A plugin, set up for a survey version, with the instance that scored last: starting one takes as long as scoring some
/// hundreds of responses.
pub(super) struct Scorer {
    binding: Binding,
    job: Option<Job>,
}

impl Scorer {
    /// Sets the plugin up; the error says in words why it cannot be.
    pub fn new(artefact: &Artefact, survey: &contract::Survey, settings: &str) -> Result<Self, String> {
        let job = artefact.begin(survey, settings).map_err(in_words)?;
        Ok(Self { binding: job.binding().clone(), job: Some(job) })
    }

    /// Scores a batch. Blocks its thread for as long as the limits of the host allow.
    pub fn score(&mut self, rows: Vec<Row>) -> Outcome {
        let most = tolerated(rows.len());
        let mut scored = Scored::default();
        let mut parts = vec![rows];
        // Halves of a faulty part are scored again, until the poison responses stand alone.
        while let Some(mut part) = parts.pop() {
            match self.score_part(&part) {
                Ok(found) => {
                    scored.contributions.extend(given(&self.binding, &part, &found.scores));
                    scored.fuel += found.spent.fuel;
                }
                Err(fault) if !fault.is_the_plugins() => return Outcome::NotNow(fault.to_string()),
                Err(fault) if part.len() > 1 => {
                    tracing::debug!(%fault, responses = part.len(), "a part of a batch is scored in halves");
                    let second = part.split_off(part.len() / 2);
                    parts.extend([second, part]);
                }
                Err(fault) => {
                    let reason = told(&fault);
                    scored.unscored.extend(part.into_iter().map(|row| (row, reason.clone())));
                    if scored.unscored.len() > most {
                        return Outcome::Faulty(reason);
                    }
                }
            }
        }
        Outcome::Scored(scored)
    }

    fn score_part(&mut self, rows: &[Row]) -> Result<heard_host::Scored, Fault> {
        let answers: Vec<Answers> = rows.iter().map(|row| row.answers.clone()).collect();
        let batch = columns::batch(self.binding.survey(), self.binding.plan(), &answers);
        // What an instance fails on that has scored before may be its wear: only a fresh one's fault counts.
        if let Some(scored) = self.job.as_mut().and_then(|job| job.score(&batch).ok()) {
            return Ok(scored);
        }
        match self.score_afresh(&batch) {
            // The machine may have been busy: once more before it counts.
            Err(fault) if rows.len() == 1 && fault.retry() == Retry::OnceAlone => self.score_afresh(&batch),
            other => other,
        }
    }

    fn score_afresh(&mut self, batch: &Batch) -> Result<heard_host::Scored, Fault> {
        // Its place is free before another is asked for.
        self.job = None;
        let mut job = self.binding.job()?;
        let scored = job.score(batch)?;
        self.job = Some(job);
        Ok(scored)
    }
}

/// What is kept of a fault while scoring. A plugin's own words may repeat an answer, so they are not.
fn told(fault: &Fault) -> String {
    match fault.cause {
        Cause::Says(_) => {
            "While scoring, the plugin gave up for a reason of its own (not kept: it may repeat answers)".to_owned()
        }
        _ => fault.to_string(),
    }
}

fn in_words(refused: Refused) -> String {
    match refused {
        Refused::Problems(problems) => {
            problems.iter().map(|p| format!("{}: {}", p.at, p.message)).collect::<Vec<_>>().join("; ")
        }
        Refused::Fault(fault) => fault.to_string(),
    }
}

fn given(binding: &Binding, rows: &[Row], scores: &contract::Scores) -> Vec<Given> {
    let gives = &binding.plan().gives;
    let indicators = &binding.artefact().description().indicators;
    let cells = rows.iter().flat_map(|row| gives.iter().map(move |index| (row, index))).enumerate();
    cells
        .filter(|(cell, _)| !scores.values[*cell].is_nan())
        .map(|(cell, (row, index))| Given {
            response: row.id.clone(),
            number: row.number,
            version: row.version,
            indicator: indicators[usize::from(*index)].key.clone(),
            value: scores.values[cell],
            weight: scores.weights[cell],
            sources: sources(binding.survey(), scores, cell),
        })
        .collect()
}

fn sources(survey: &contract::Survey, scores: &contract::Scores, cell: usize) -> String {
    let question = |question: u16| survey.questions[usize::from(question)].key.as_str();
    let sources = scores.sources_of(cell).map(|(place, share)| Source { question: question(place), share });
    serde_json::to_string(&sources.collect::<Vec<_>>()).expect("keys and numbers are always JSON")
}

#[cfg(test)]
mod tests {
    use heard_core::{answer::Answer, text::Key};
    use heard_host::{Host, Limits};

    use super::*;

    fn survey() -> contract::Survey {
        let choice = |key: &str| contract::Choice { key: key.to_owned(), value: None };
        let kind = contract::Kind::Single(vec![choice("agree"), choice("strongly_disagree")]);
        let question = contract::Question { key: "welcome".to_owned(), kind, attributes: Vec::new() };
        contract::Survey { key: "s".to_owned(), revision: 1, questions: vec![question], attributes: Vec::new() }
    }

    /// Responses that agree, but for those with these numbers.
    fn rows(how_many: i64, poisonous: &[i64]) -> Vec<Row> {
        let row = |number| {
            let said = if poisonous.contains(&number) { "strongly_disagree" } else { "agree" };
            let key = |key| Key::try_from(key).expect("a key");
            let answers = [(key("welcome"), Answer::Choice(key(said)))].into_iter().collect();
            Row { id: number.to_string(), number, version: 1, answers }
        };
        (1..=how_many).map(row).collect()
    }

    fn scored(component: &[u8], rows: Vec<Row>) -> Outcome {
        let host = Host::new(Limits::default()).expect("this machine runs plugins");
        let artefact = host.load(component).expect("it looks harmless");
        Scorer::new(&artefact, &survey(), "{}").expect("it can be set up").score(rows)
    }

    #[test]
    fn a_poisonous_response_is_named_and_all_others_are_scored() {
        for poisonous in [&[][..], &[1], &[7, 200]] {
            let Outcome::Scored(scored) = scored(heard_hostile::POISON, rows(200, poisonous)) else {
                panic!("{poisonous:?} stopped the plugin");
            };
            let mut named: Vec<_> = scored.unscored.iter().map(|(row, _)| row.number).collect();
            named.sort_unstable();
            assert_eq!(named, poisonous);
            let mut numbers: Vec<_> = scored.contributions.iter().map(|given| given.number).collect();
            numbers.sort_unstable();
            assert_eq!(numbers, (1..=200).filter(|number| !poisonous.contains(number)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_plugin_that_fails_on_many_is_faulty_itself() {
        let outcome = scored(heard_hostile::POISON, rows(200, &[1, 2, 3]));
        assert!(matches!(outcome, Outcome::Faulty(reason) if reason.contains("scoring")));
    }

    #[test]
    fn hostile_plugins_come_to_an_end_with_words() {
        for guest in [heard_hostile::MEMORY_BOMB, heard_hostile::DEEP_RECURSION, heard_hostile::OUT_OF_RANGE] {
            let Outcome::Faulty(reason) = scored(guest, rows(3, &[])) else { panic!("it was scored") };
            assert!(reason.contains("plugin"), "{reason}");
        }
    }
}
