//! The wasmtime engine: every switch, with its reason, and the clock that ends calls.

use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use wasmtime::component::Linker;
use wasmtime::{Config, InstanceAllocationStrategy, OptLevel, PoolingAllocationConfig, Strategy};

use crate::cache::Cache;
use crate::compiler::Apart;
use crate::meter::Meter;
use crate::{Compiling, Limits, Unavailable};

/// How often a call is looked at; it ends at most one tick late.
const TICK: Duration = Duration::from_millis(50);

/// Stack of a guest. Far below what a thread of the server has, so that deep recursion is the guest's
/// trap and not the server's end.
const STACK: usize = 512 * 1024;

/// Memory of a finished instance that stays mapped for the next one: saves page faults.
const KEPT_WARM: usize = 1 << 20;

/// Core modules, memories and tables of one component: one each for a guest in Rust. JavaScript comes as 11 modules
/// with 3 memories (two of them empty), Python as 38 modules. What they hold together is limited by `Meter`.
const MODULES: u32 = 64;
const MEMORIES: u32 = 4;
const TABLES: u32 = 8;

/// Engine, empty linker and clock.
pub(crate) struct Engine {
    pub(crate) wasmtime: wasmtime::Engine,
    /// Nothing is ever added to it: plugins get no imports.
    pub(crate) linker: Linker<Meter>,
    pub(crate) limits: Limits,
    /// Compiles what is not ours; where there is none, this process does.
    pub(crate) apart: Option<Apart>,
    pub(crate) cache: Option<Cache>,
    /// The clock stops when this is dropped.
    _clock: SyncSender<()>,
}

impl Engine {
    pub(crate) fn start(limits: Limits, compiling: Compiling) -> Result<Self, Unavailable> {
        let pooled = wasmtime::Engine::new(running(&limits).allocation_strategy(pool(&limits)));
        // The pool reserves address space for every job beforehand; where that is short (a container's
        // limit, a small machine), instances are allocated as they come.
        let wasmtime = pooled
            .or_else(|_| {
                wasmtime::Engine::new(running(&limits).allocation_strategy(InstanceAllocationStrategy::OnDemand))
            })
            .map_err(|error| Unavailable(format!("{error:#}")))?;
        let linker = Linker::new(&wasmtime);
        let clock = start_clock(wasmtime.clone()).map_err(|error| Unavailable(error.to_string()))?;
        let Compiling { apart, cache } = compiling;
        if let Some(cache) = &cache {
            cache.forget_others(&wasmtime).map_err(|error| Unavailable(format!("compiled code: {error}")))?;
        }
        Ok(Self { wasmtime, linker, limits, apart, cache, _clock: clock })
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// What compiled code depends on: the same in the process that compiles and in the one that runs.
pub(crate) fn config() -> Config {
    let mut config = Config::new();
    // Cranelift alone: Winch, the quick compiler, has had more faults than it saves time here.
    config.strategy(Strategy::Cranelift).cranelift_opt_level(OptLevel::Speed);
    // A verdict that repeats: the same answers use the same fuel on every machine.
    config.consume_fuel(true);
    // Time as the net below: what one unit of fuel takes varies twelvefold.
    config.epoch_interruption(true);
    // The bits of a NaN would differ between processors, and figures are compared to the bit.
    config.cranelift_nan_canonicalization(true);
    config.max_wasm_stack(STACK);
    // Fresh instances share the pages of their initial memory until they write.
    config.memory_init_cow(true);
    // A trap is told as its cause; frames of a stripped guest would tell nobody anything.
    config.wasm_backtrace_max_frames(None);
    proposals(&mut config);
    config
}

fn running(limits: &Limits) -> Config {
    let mut config = config();
    config.memory_reservation_for_growth(limits.memory as u64);
    config
}

/// Simd stays on: plugins that read texts need it. Multiple memories stay on: switching them off makes
/// wasmtime panic on some components. All else that no plugin needs is off, to keep the surface small.
fn proposals(config: &mut Config) {
    // May give other bits on other processors.
    config.wasm_relaxed_simd(false);
    // Would let a guest race with itself. (The cargo feature is on: 48.0.8 without it may abort.)
    config.wasm_threads(false).shared_memory(false);
    // No guest is larger than 4 GiB.
    config.wasm_memory64(false);
    // A second heap, outside the memory limit. (The cargo feature is on, as above.)
    config.wasm_gc(false).wasm_function_references(false);
    // Unused by the guests' compilers, and young.
    config.wasm_exceptions(false).wasm_tail_call(false);
    config.wasm_stack_switching(false).wasm_wide_arithmetic(false);
    // Calls are synchronous and one at a time.
    config.concurrency_support(false);
}

fn pool(limits: &Limits) -> PoolingAllocationConfig {
    let jobs = limits.jobs;
    let mut pool = PoolingAllocationConfig::new();
    pool.total_component_instances(jobs);
    pool.max_core_instances_per_component(MODULES).total_core_instances(jobs * MODULES);
    pool.max_memories_per_component(MEMORIES).total_memories(jobs * MEMORIES);
    pool.max_tables_per_component(TABLES).total_tables(jobs * TABLES);
    pool.max_memory_size(limits.memory).table_elements(limits.table);
    pool.linear_memory_keep_resident(KEPT_WARM).table_keep_resident(KEPT_WARM);
    pool.total_gc_heaps(jobs);
    pool
}

/// Ticks until the engine is dropped.
fn start_clock(engine: wasmtime::Engine) -> std::io::Result<SyncSender<()>> {
    let (alive, stopped) = sync_channel(0);
    let tick = move || {
        while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
            engine.increment_epoch();
        }
    };
    thread::Builder::new().name("plugin-clock".into()).spawn(tick)?;
    Ok(alive)
}
