//! Counts what an instance uses and refuses what is too much.

use wasmtime::{ResourceLimiter, Result};

/// What a call used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Fuel: the same for the same answers, on any machine.
    pub fuel: u64,
    /// The instance's linear memory at its largest so far, in bytes.
    pub memory: usize,
}

/// What an instance was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Denied {
    Memory,
    Table,
}

/// The limits of one store, and how near it came. All memories of an instance count together.
#[derive(Debug)]
pub(crate) struct Meter {
    memory_limit: usize,
    table_limit: usize,
    pub(crate) memory: usize,
    pub(crate) denied: Option<Denied>,
}

impl Meter {
    pub(crate) fn new(memory_limit: usize, table_limit: usize) -> Self {
        Self { memory_limit, table_limit, memory: 0, denied: None }
    }
}

impl ResourceLimiter for Meter {
    fn memory_growing(&mut self, current: usize, desired: usize, _maximum: Option<usize>) -> Result<bool> {
        let all = self.memory.saturating_add(desired.saturating_sub(current));
        if all > self.memory_limit {
            self.denied = Some(Denied::Memory);
            return Ok(false);
        }
        self.memory = all;
        Ok(true)
    }

    fn table_growing(&mut self, _current: usize, desired: usize, _maximum: Option<usize>) -> Result<bool> {
        if desired > self.table_limit {
            self.denied = Some(Denied::Table);
            return Ok(false);
        }
        Ok(true)
    }
}
