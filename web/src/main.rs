//! The `heard` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    heard::cli::main()
}
