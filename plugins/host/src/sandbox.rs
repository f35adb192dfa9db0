//! One instance of a plugin in a store of its own, every call under its limits.

use std::sync::Arc;

use heard_contract::{Batch, Description, MAX_ERROR, MAX_MESSAGE, MAX_PROBLEMS, Plan, Problem, Scores, Survey, clip};
use wasmtime::component::ResourceAny;
use wasmtime::{PoolConcurrencyLimitError, Store, Trap, UpdateDeadline};

use crate::bindings::{Plugin, PluginPre};
use crate::convert;
use crate::engine::Engine;
use crate::meter::{Denied, Meter};
use crate::{Cause, Fault, Spent, Stage, processor};

/// A running plugin. Dropping it leaves nothing.
pub(crate) struct Sandbox {
    engine: Arc<Engine>,
    store: Store<Meter>,
    plugin: Plugin,
    /// Fuel of the dearest call since somebody asked.
    fuel: u64,
}

impl Sandbox {
    pub(crate) fn new(engine: &Arc<Engine>, plugin: &PluginPre<Meter>, stage: Stage) -> Result<Self, Fault> {
        let limits = &engine.limits;
        let mut store = Store::new(&engine.wasmtime, Meter::new(limits.memory, limits.table));
        store.limiter(|meter| meter);
        store.set_hostcall_fuel(limits.handed_back);
        // A module's start function runs here, so the budget is set before.
        let plugin = metered(engine, &mut store, stage, limits.fuel_to_configure, |store| plugin.instantiate(store))?;
        let fuel = used(&store, limits.fuel_to_configure);
        Ok(Self { engine: Arc::clone(engine), store, plugin, fuel })
    }

    pub(crate) fn describe(&mut self) -> Result<Description, Fault> {
        let fuel = self.engine.limits.fuel_to_configure;
        self.call(Stage::Describe, fuel, |store, plugin| plugin.heard_scoring_scorer().call_describe(store))
            .map(convert::description)
    }

    pub(crate) fn configure(
        &mut self,
        survey: &Survey,
        settings: &str,
    ) -> Result<Result<(ResourceAny, Plan), Vec<Problem>>, Fault> {
        let fuel = self.engine.limits.fuel_to_configure;
        let survey = convert::survey(survey);
        let configured = self.call(Stage::Configure, fuel, |store, plugin| {
            plugin.heard_scoring_scorer().configured().call_configure(store, &survey, settings)
        })?;
        match configured {
            Err(problems) if problems.is_empty() => {
                Err(Stage::Configure.fault(Cause::Output("it refuses the settings without saying why".into())))
            }
            Err(problems) => Ok(Err(bounded(problems.into_iter().map(convert::problem).collect()))),
            Ok(configured) => {
                let mut plan = self
                    .call(Stage::Configure, fuel, |store, plugin| {
                        plugin.heard_scoring_scorer().configured().call_plan(store, configured)
                    })
                    .map(convert::plan)?;
                plan.warnings = bounded(plan.warnings);
                Ok(Ok((configured, plan)))
            }
        }
    }

    pub(crate) fn score(&mut self, configured: ResourceAny, batch: &Batch) -> Result<Scores, Fault> {
        let fuel = self.engine.limits.fuel_to_score(batch.responses);
        let batch = convert::batch(batch);
        self.call(Stage::Score, fuel, |store, plugin| {
            plugin.heard_scoring_scorer().configured().call_score(store, configured, &batch)
        })?
        .map(convert::scores)
        .map_err(|error| Stage::Score.fault(Cause::Says(clip(error, MAX_ERROR))))
    }

    /// What the dearest call of this instance used since this was last asked.
    pub(crate) fn take_spent(&mut self) -> Spent {
        Spent { fuel: std::mem::take(&mut self.fuel), memory: self.store.data().memory }
    }

    fn call<T>(
        &mut self,
        stage: Stage,
        fuel: u64,
        call: impl FnOnce(&mut Store<Meter>, &Plugin) -> wasmtime::Result<T>,
    ) -> Result<T, Fault> {
        let given = metered(&self.engine, &mut self.store, stage, fuel, |store| call(store, &self.plugin));
        self.fuel = self.fuel.max(used(&self.store, fuel));
        given
    }
}

/// What was used of a budget.
fn used(store: &Store<Meter>, budget: u64) -> u64 {
    budget.saturating_sub(store.get_fuel().unwrap_or(0))
}

/// Runs guest code under a fresh budget of fuel and time.
fn metered<T>(
    engine: &Engine,
    store: &mut Store<Meter>,
    stage: Stage,
    fuel: u64,
    run: impl FnOnce(&mut Store<Meter>) -> wasmtime::Result<T>,
) -> Result<T, Fault> {
    store.set_fuel(fuel).expect("the engine is configured to count fuel");
    let (began, limit) = (processor::time(), engine.limits.call);
    store.epoch_deadline_callback(move |_| {
        let over = processor::time().saturating_sub(began) >= limit;
        Ok(if over { UpdateDeadline::Interrupt } else { UpdateDeadline::Continue(1) })
    });
    store.set_epoch_deadline(1);
    run(store).map_err(|error| stage.fault(cause(&error, engine, store.data(), fuel)))
}

fn cause(error: &wasmtime::Error, engine: &Engine, meter: &Meter, fuel: u64) -> Cause {
    let limits = &engine.limits;
    if error.is::<PoolConcurrencyLimitError>() {
        return Cause::Crowded;
    }
    match error.downcast_ref::<Trap>() {
        Some(Trap::OutOfFuel) => Cause::Fuel { limit: fuel },
        Some(Trap::Interrupt) => Cause::Time { limit: limits.call },
        Some(Trap::StackOverflow) => Cause::Stack,
        // A guest that is refused memory panics; the refusal is what its author must hear of.
        trap => match (meter.denied, trap) {
            (Some(Denied::Memory), _) => Cause::Memory { limit: limits.memory },
            (Some(Denied::Table), _) => Cause::Table { limit: limits.table },
            (None, Some(trap)) => Cause::Trap(trap.to_string()),
            // Neither a trap nor a refusal: what it handed back was too much, or not even well-formed.
            (None, None) => Cause::Output(clip(error.root_cause().to_string(), MAX_MESSAGE)),
        },
    }
}

/// Keeps a list for people to what a page can show.
fn bounded(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.truncate(MAX_PROBLEMS);
    let clipped =
        |problem: Problem| Problem { at: clip(problem.at, MAX_MESSAGE), message: clip(problem.message, MAX_MESSAGE) };
    problems.into_iter().map(clipped).collect()
}
