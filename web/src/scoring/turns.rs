//! Whose turn it is: a bounded pool, fair by service.

use std::{
    collections::{BTreeMap, BTreeSet},
    thread::available_parallelism,
};

use tokio::task::{JoinError, JoinSet};

use super::{
    Turn,
    sql::{self, Due},
    turn,
};
use crate::{app::App, clock::HOUR, error::Error};

/// Turns at the same time: as many as the machine has cores, but several on a small one, so that one service's endless
/// loop leaves room for others, and few enough for the sandbox: a turn keeps one of its 32 places, computing takes others.
fn places() -> usize {
    available_parallelism().map_or(2, usize::from).clamp(4, 12)
}

/// How many times as long as it took to bring the measures of a binding up to date they rest: with a million
/// contributions that takes seconds, and each newcomer asks for it.
const REST_FOR_WORK: i64 = 20;
/// The longest that they rest, in milliseconds, whatever the machine's clock has done meanwhile.
const LONGEST_REST: i64 = HOUR / 12;

/// Until when measures rest that took so long.
fn rest_until(now: i64, took: i64) -> i64 {
    now + took.saturating_mul(REST_FOR_WORK).clamp(0, LONGEST_REST)
}

/// The services at work.
#[derive(Default)]
pub(super) struct Turns {
    pub at_work: JoinSet<Turn>,
    busy: BTreeSet<String>,
    /// Services that had nothing more to do, or could not, until the worker looks again.
    pub at_rest: BTreeSet<String>,
    /// How many turns had begun when a service began its last.
    last: BTreeMap<String, u64>,
    begun: u64,
    /// Until when the measures of bindings rest, in milliseconds.
    resting: BTreeMap<String, i64>,
}

impl Turns {
    /// Begins a turn for services that have something to do, as far as there are places: who waited longest is first.
    pub async fn begin(&mut self, app: &App) -> Result<(), Error> {
        if self.busy.len() >= places() {
            return Ok(());
        }
        let mut due: BTreeMap<String, Vec<Due>> = BTreeMap::new();
        let now = app.clock.now();
        self.resting.retain(|_, until| *until > now);
        let all = sql::due(&mut app.db.read().await?).await?;
        for binding in all.into_iter().filter(|due| due.waiting || !self.resting.contains_key(&due.id)) {
            due.entry(binding.service.clone()).or_default().push(binding);
        }
        due.retain(|service, _| !self.busy.contains(service) && !self.at_rest.contains(service));
        let mut waiting: Vec<_> = due.into_iter().collect();
        waiting.sort_by_key(|(service, _)| self.last.get(service).copied());
        let free = places() - self.busy.len();
        for (service, bindings) in waiting.into_iter().take(free) {
            self.begun += 1;
            self.last.insert(service.clone(), self.begun);
            self.busy.insert(service.clone());
            self.at_work.spawn(turn(app.clone(), service, bindings));
        }
        Ok(())
    }

    /// Takes note of a turn's end.
    pub fn ended(&mut self, app: &App, ended: Result<Turn, JoinError>) {
        match ended {
            Ok(Turn { service, more, measured }) => {
                self.busy.remove(&service);
                if !more {
                    self.at_rest.insert(service);
                }
                let now = app.clock.now();
                self.resting.extend(measured.into_iter().map(|(binding, took)| (binding, rest_until(now, took))));
            }
            Err(error) => {
                // Nobody knows whose it was. A service may now be at work twice, of which only one can store; the
                // other way it might wait for ever.
                tracing::error!(%error, "a turn of scoring broke off");
                self.busy.clear();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_rest_in_proportion_and_never_for_long() {
        assert_eq!(rest_until(1_000, 0), 1_000);
        assert_eq!(rest_until(1_000, 50), 2_000);
        // The machine slept, or its clock was set.
        assert_eq!(rest_until(1_000, HOUR), 1_000 + LONGEST_REST);
        assert_eq!(rest_until(1_000, i64::MAX), 1_000 + LONGEST_REST);
        assert_eq!(rest_until(1_000, -HOUR), 1_000);
    }
}
