//! Scoring stored responses with a set-up that is not at work, to see what it would give. Nothing is kept.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use heard_core::{results::Contribution, survey::Survey};
use heard_host::Artefact;

use super::{
    BATCH,
    attempt::{Outcome, Scorer},
    sql::{self, Stored},
};
use crate::{app::App, columns, db::Tx, error::Error, surveys};

/// Stored responses, and the versions of the survey that they answer.
pub(crate) struct Sample {
    rows: Vec<Stored>,
    versions: BTreeMap<i64, Arc<Survey>>,
}

/// What a set-up gives a sample.
#[derive(Default)]
pub(crate) struct Trial {
    /// By the key of the plugin's indicator, then by the number of the response.
    pub given: BTreeMap<String, BTreeMap<i64, Contribution>>,
    /// How many responses it could not score.
    pub unscored: usize,
    /// The fuel that it took.
    pub fuel: u64,
}

/// The newest responses to a survey, at most so many.
pub(crate) async fn sample(app: &App, tx: &mut Tx, service: &str, survey: &str, most: i64) -> Result<Sample, Error> {
    let rows = sql::newest(tx, service, survey, most).await?;
    let mut versions = BTreeMap::new();
    for version in rows.iter().map(|row| row.version).collect::<BTreeSet<_>>() {
        versions.insert(version, surveys::version(app, tx, service, survey, version).await?);
    }
    Ok(Sample { rows, versions })
}

impl Sample {
    /// The numbers of the responses, ascending.
    pub fn numbers(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().map(|row| row.number)
    }

    /// Scores them all; the error says in words why the plugin cannot. It computes for as long as the limits of the
    /// host allow: for a thread for blocking work.
    pub fn score(&self, artefact: &Artefact, settings: &str) -> Result<Trial, String> {
        let mut trial = Trial::default();
        for (version, survey) in &self.versions {
            let seen = columns::survey(survey, *version);
            let mut plugin = Scorer::new(artefact, &seen, settings)?;
            let rows: Vec<&Stored> = self.rows.iter().filter(|row| row.version == *version).collect();
            for batch in rows.chunks(usize::try_from(BATCH).unwrap_or(usize::MAX)) {
                let batch = batch.iter().map(|row| row.read()).collect::<Result<_, _>>()?;
                match plugin.score(batch) {
                    Outcome::Scored(scored) => {
                        trial.unscored += scored.unscored.len();
                        trial.fuel = trial.fuel.saturating_add(scored.fuel);
                        for given in scored.contributions {
                            let contribution = Contribution { value: given.value, weight: given.weight };
                            trial.given.entry(given.indicator).or_default().insert(given.number, contribution);
                        }
                    }
                    Outcome::Faulty(reason) | Outcome::NotNow(reason) => return Err(reason),
                }
            }
        }
        Ok(trial)
    }
}
