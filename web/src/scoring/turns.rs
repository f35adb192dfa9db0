//! Whose turn it is: a bounded pool, fair by service.

use std::{
    collections::{BTreeMap, BTreeSet},
    thread::available_parallelism,
};

use tokio::task::{JoinError, JoinSet};

use super::{
    sql::{self, Due},
    turn,
};
use crate::{app::App, error::Error};

/// Turns at the same time: as many as the machine has cores, but several on a small one, so that one service's endless
/// loop leaves room for others, and few enough for the sandbox, which has 16 places.
fn places() -> usize {
    available_parallelism().map_or(2, usize::from).clamp(4, 12)
}

/// The services at work, each in a task that ends with its key and whether there is more to do at once.
#[derive(Default)]
pub(super) struct Turns {
    pub at_work: JoinSet<(String, bool)>,
    busy: BTreeSet<String>,
    /// Services that had nothing more to do, or could not, until the worker looks again.
    pub at_rest: BTreeSet<String>,
    /// How many turns had begun when a service began its last.
    last: BTreeMap<String, u64>,
    begun: u64,
}

impl Turns {
    /// Begins a turn for services that have something to do, as far as there are places: who waited longest is first.
    pub async fn begin(&mut self, app: &App) -> Result<(), Error> {
        if self.busy.len() >= places() {
            return Ok(());
        }
        let mut due: BTreeMap<String, Vec<Due>> = BTreeMap::new();
        for binding in sql::due(&mut app.db.read().await?).await? {
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
            let app = app.clone();
            self.at_work.spawn(async move { (service, turn(app, bindings).await) });
        }
        Ok(())
    }

    /// Takes note of a turn's end.
    pub fn ended(&mut self, ended: Result<(String, bool), JoinError>) {
        match ended {
            Ok((service, more)) => {
                self.busy.remove(&service);
                if !more {
                    self.at_rest.insert(service);
                }
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
