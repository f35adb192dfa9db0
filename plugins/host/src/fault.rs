//! What a plugin did wrong, in words.

use std::fmt;
use std::time::Duration;

use crate::Limits;

/// A plugin failed. It cost nobody anything but its own figures.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{stage}, {cause}")]
pub struct Fault {
    /// What it was doing.
    pub stage: Stage,
    /// What went wrong.
    pub cause: Cause,
}

/// What a plugin was doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Being loaded and checked.
    Load,
    /// Saying what it is.
    Describe,
    /// Being set up with its settings.
    Configure,
    /// Scoring.
    Score,
}

/// What went wrong. Each stands in a sentence for the person who looks after the plugin.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Cause {
    /// The file is too large.
    #[error("the plugin is refused: its file has {size} bytes and may have {limit}{}", Limits::remedy(*limit))]
    TooLarge {
        /// Of the file, in bytes.
        size: usize,
        /// In bytes.
        limit: usize,
    },
    /// The bytes are no component that this host can compile.
    #[error("the plugin is refused: its file is not a WebAssembly component ({0})")]
    NotAComponent(String),
    /// It has too many functions.
    #[error("the plugin is refused: it has more than {limit} functions")]
    Functions {
        /// How many it may have.
        limit: u32,
    },
    /// Compiling it took too much time.
    #[error("the plugin is refused: compiling it takes more than {} seconds", limit.as_secs_f64())]
    CompileTime {
        /// Of the processor, or of the wall clock.
        limit: Duration,
    },
    /// Compiling it took too much memory or stack.
    #[error("the plugin is refused: compiling it takes more than {limit} bytes of memory, or goes too deep")]
    CompileMemory {
        /// In bytes.
        limit: usize,
    },
    /// The compiler broke down.
    #[error("the plugin is refused: the compiler breaks down on it ({0})")]
    CompileBroke(String),
    /// The compiler could not be started. The plugin is not to blame.
    #[error("Heard could not compile the plugin ({0})")]
    NoCompiler(String),
    /// It wants more memory, tables or modules from the start than there may be.
    #[error("the plugin is refused: it wants more than it may have ({0})")]
    Demands(String),
    /// It wants something from its surroundings.
    #[error("the plugin is refused: it asks for `{0}`, but plugins get nothing except answers; build it without WASI")]
    Imports(String),
    /// It does not export what the contract says.
    #[error("the plugin is refused: it does not keep to the contract heard:scoring 1.0 ({0})")]
    Contract(String),
    /// What it says of itself cannot be used.
    #[error("the plugin is refused: {0}")]
    Description(String),
    /// It computed too long. Repeats on every machine.
    #[error("the plugin was stopped: it took more than {limit} steps; perhaps it never comes to an end")]
    Fuel {
        /// In units of fuel.
        limit: u64,
    },
    /// It took too much time.
    #[error("the plugin was stopped after {} seconds of computing", limit.as_secs_f64())]
    Time {
        /// Of the processor.
        limit: Duration,
    },
    /// It wanted too much memory.
    #[error("the plugin was stopped: it wanted more than {limit} bytes of memory")]
    Memory {
        /// In bytes.
        limit: usize,
    },
    /// It wanted too large a table.
    #[error("the plugin was stopped: it wanted a table of more than {limit} elements")]
    Table {
        /// In elements.
        limit: usize,
    },
    /// It called itself too deeply.
    #[error("the plugin was stopped: it called itself too deeply")]
    Stack,
    /// It gave up: a panic or another fault of its own.
    #[error("the plugin broke down ({0})")]
    Trap(String),
    /// It says itself that it cannot score.
    #[error("the plugin says: {0}")]
    Says(String),
    /// What it gave back cannot be used.
    #[error("the plugin gave something that cannot be used: {0}")]
    Output(String),
    /// The same settings gave another plan than before.
    #[error("the plugin is not steady: set up twice in the same way, it made two different plans")]
    Unsteady,
    /// The host was asked to pass on answers that do not fit. The plugin is not to blame.
    #[error("Heard could not pass the answers on: {0}")]
    Input(String),
    /// All places for jobs are taken. The plugin is not to blame.
    #[error("Heard had no room to run the plugin just now")]
    Crowded,
}

/// What to do with the batch of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// It would only happen again: halve the batch to find the responses that cause it.
    Never,
    /// Once, when nothing else runs: it may have been the machine.
    OnceAlone,
}

impl Fault {
    /// What to do with the batch.
    pub fn retry(&self) -> Retry {
        match self.cause {
            Cause::Time { .. } | Cause::Crowded | Cause::NoCompiler(_) => Retry::OnceAlone,
            _ => Retry::Never,
        }
    }

    /// Has the plugin's author to mend it, rather than the operator of this server?
    pub fn is_the_plugins(&self) -> bool {
        !matches!(self.cause, Cause::Input(_) | Cause::Crowded | Cause::NoCompiler(_))
    }

    /// A short code to store and to count by; stable.
    pub fn code(&self) -> &'static str {
        match self.cause {
            Cause::TooLarge { .. } => "too-large",
            Cause::NotAComponent(_) => "not-a-component",
            Cause::Functions { .. } => "functions",
            Cause::CompileTime { .. } => "compile-time",
            Cause::CompileMemory { .. } => "compile-memory",
            Cause::CompileBroke(_) => "compile-broke",
            Cause::NoCompiler(_) => "no-compiler",
            Cause::Demands(_) => "demands",
            Cause::Imports(_) => "imports",
            Cause::Contract(_) => "contract",
            Cause::Description(_) => "description",
            Cause::Fuel { .. } => "fuel",
            Cause::Time { .. } => "time",
            Cause::Memory { .. } => "memory",
            Cause::Table { .. } => "table",
            Cause::Stack => "stack",
            Cause::Trap(_) => "trap",
            Cause::Says(_) => "says",
            Cause::Output(_) => "output",
            Cause::Unsteady => "unsteady",
            Cause::Input(_) => "input",
            Cause::Crowded => "crowded",
        }
    }
}

impl Stage {
    /// A fault at this stage.
    pub(crate) fn fault(self, cause: Cause) -> Fault {
        Fault { stage: self, cause }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Load => "On loading",
            Self::Describe => "On being asked what it is",
            Self::Configure => "On being set up",
            Self::Score => "While scoring",
        })
    }
}
