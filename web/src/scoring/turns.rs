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
use crate::{app::App, error::Error};

/// Turns at the same time: as many as the machine has cores, but several on a small one, so that one service's endless
/// loop leaves room for others, and few enough for the sandbox, which has 16 places.
fn places() -> usize {
    available_parallelism().map_or(2, usize::from).clamp(4, 12)
}

/// How many times as long as it took to bring the measures of a binding up to date they rest: with a million
/// contributions that takes seconds, and each newcomer asks for it.
const REST: i64 = 20;

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
                self.resting.extend(measured.into_iter().map(|(binding, took)| (binding, now + REST * took)));
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
