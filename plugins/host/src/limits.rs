//! What a plugin may use.

use std::time::Duration;

const MIB: usize = 1 << 20;

/// What a plugin may use. The defaults held against hostile guests with room to spare for honest
/// ones: a plugin in Rust uses a fiftieth of its fuel, one in JavaScript less than half. An operator
/// may change them. What a plugin may *say* (numbers of indicators, lengths) is part of the contract
/// and stands in `heard-contract`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of a component, in bytes.
    pub component: usize,
    /// Functions of a component, in all its modules together.
    pub functions: u32,
    /// Memory for compiling a component, in bytes of address space.
    pub compile_memory: usize,
    /// Processor time for compiling a component, in whole seconds.
    pub compile_cpu: Duration,
    /// Wall clock for compiling a component: the net below.
    pub compile: Duration,
    /// Linear memory of an instance, in bytes.
    pub memory: usize,
    /// Elements of an instance's tables (its function pointers).
    pub table: usize,
    /// What one call may hand back, in bytes as the host holds them.
    pub handed_back: usize,
    /// Fuel (about one for each WebAssembly instruction) to start, describe or configure.
    pub fuel_to_configure: u64,
    /// Fuel for scoring a batch, whatever its length.
    pub fuel_a_batch: u64,
    /// Further fuel for each response of the batch.
    pub fuel_a_response: u64,
    /// Processor time for one call. Fuel is the measure that repeats; this is the net below it. No wall clock: on a busy
    /// machine an honest plugin waits for its turn.
    pub call: Duration,
    /// Jobs at the same time.
    pub jobs: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            component: 4 * MIB,
            functions: 50_000,
            compile_memory: 1024 * MIB,
            compile_cpu: Duration::from_secs(30),
            compile: Duration::from_mins(1),
            memory: 64 * MIB,
            table: 20_000,
            handed_back: 16 * MIB,
            fuel_to_configure: 200_000_000,
            fuel_a_batch: 50_000_000,
            fuel_a_response: 2_000_000,
            call: Duration::from_secs(2),
            jobs: 32,
        }
    }
}

impl Limits {
    /// For an operator who lets plugins bring a language with them: Python's interpreter alone has 18 MB, wants 13 MB
    /// of memory to begin with, and takes a compiler's time. What scoring may cost stays the same.
    pub fn large() -> Self {
        Self {
            component: 24 * MIB,
            compile_memory: 2048 * MIB,
            compile_cpu: Duration::from_mins(2),
            compile: Duration::from_mins(4),
            memory: 256 * MIB,
            ..Self::default()
        }
    }

    /// What to say of a file that is larger than this many bytes, after its limit has been named.
    pub fn remedy(component: usize) -> &'static str {
        if component < Self::large().component {
            ", unless whoever runs this server allows large plugins (HEARD_LARGE_PLUGINS)"
        } else {
            ""
        }
    }

    /// Fuel for scoring a batch of this many responses.
    pub fn fuel_to_score(&self, responses: u32) -> u64 {
        self.fuel_a_batch.saturating_add(self.fuel_a_response.saturating_mul(responses.into()))
    }
}
