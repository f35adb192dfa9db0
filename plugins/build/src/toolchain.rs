//! Finds a compiler for the guests' target: the one that builds the server, with rustup's help if
//! need be, or else Debian's, which compiles the standard library for the target from source.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Error, TARGET};

/// Variables that choose the toolchain.
pub(crate) const INPUTS: [&str; 3] = ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN"];

/// What the inner cargo may see of cargo's and rustup's own variables: where they keep things, how
/// to reach the network, and the outer build's tokens, so that both together keep to `-j`.
const PASSED_ON: [&str; 9] = [
    "CARGO_HOME",
    "CARGO_MAKEFLAGS",
    "CARGO_NET_",
    "CARGO_HTTP_",
    "CARGO_REGISTRIES_",
    "CARGO_REGISTRY_",
    "CARGO_SOURCE_",
    "CARGO_TERM_",
    "RUSTUP_",
];

/// Variables that a build script gets and that would mislead the inner build.
const BUILD_SCRIPT: [&str; 8] =
    ["TARGET", "HOST", "OUT_DIR", "OPT_LEVEL", "PROFILE", "DEBUG", "NUM_JOBS", "CLIPPY_ARGS"];

/// A cargo and a rustc that can compile for the target.
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// The target's standard library is installed.
    Installed { cargo: OsString, rustc: OsString },
    /// Debian's: the standard library's source is installed.
    FromSource { linker: PathBuf },
}

impl Toolchain {
    /// Tries them in the order of the module's description.
    pub(crate) fn find() -> Result<Self, Error> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        if has_target(&rustc) || (rustup_adds_target() && has_target(&rustc)) {
            return Ok(Self::Installed { cargo, rustc });
        }
        debian()
    }

    /// What the person who builds should know.
    pub(crate) fn notice(&self) -> Option<String> {
        let from_source = matches!(self, Self::FromSource { .. });
        from_source.then(|| format!("plugins are compiled with /usr/bin/rustc, as rustup has no {TARGET} here"))
    }

    /// A cargo command with these compiler flags and nothing of the outer build.
    pub(crate) fn cargo(&self, flags: &[String]) -> Command {
        let mut flags = flags.to_vec();
        let mut command = match self {
            Self::Installed { cargo, rustc } => {
                let mut command = Command::new(cargo);
                forget_outer_build(&mut command);
                command.env("RUSTC", rustc);
                command
            }
            Self::FromSource { linker } => {
                let mut command = Command::new("/usr/bin/cargo");
                forget_outer_build(&mut command);
                flags.push("--remap-path-prefix=/usr/src=rust".into());
                command.args(["-Z", "build-std=std,panic_abort"]);
                // A stable compiler lets only its own standard library use unstable features.
                command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                command
            }
        };
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        // Empty means "none", also against a configuration file.
        command.env("RUSTC_WRAPPER", "").env("RUSTC_WORKSPACE_WRAPPER", "");
        command
    }
}

fn forget_outer_build(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        let cargos = ["CARGO", "RUST", "DEP_"].iter().any(|prefix| text.starts_with(prefix));
        let passed_on = PASSED_ON.iter().any(|prefix| text.starts_with(prefix));
        if (cargos && !passed_on) || BUILD_SCRIPT.contains(&text) {
            command.env_remove(&name);
        }
    }
}

/// Is the target's standard library there? rustc names the folder either way.
fn has_target(rustc: &OsStr) -> bool {
    let printed = output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]));
    printed.is_some_and(|folder| Path::new(&folder).is_dir())
}

/// `RUSTUP_TOOLCHAIN` is set below cargo, so this adds to the toolchain that builds the server.
fn rustup_adds_target() -> bool {
    let mut rustup = Command::new("rustup");
    let added = rustup.args(["target", "add", TARGET]).stdout(Stdio::null()).status();
    added.is_ok_and(|status| status.success())
}

fn debian() -> Result<Toolchain, Error> {
    let missing = |what: &str| Err(Error::NoTarget(what.into()));
    let Some(sysroot) = output(Command::new("/usr/bin/rustc").args(["--print", "sysroot"])) else {
        return missing("rustup could not add it, and there is no /usr/bin/rustc");
    };
    let sysroot = Path::new(&sysroot);
    if !sysroot.join("lib/rustlib/src/rust/library/std").is_dir() {
        return missing("rustup could not add it, and /usr/bin/rustc has no source of its standard library");
    }
    let bundled = output(Command::new("/usr/bin/rustc").arg("-vV")).and_then(|text| {
        let host = text.lines().find_map(|line| line.strip_prefix("host: "))?.to_owned();
        Some(sysroot.join("lib/rustlib").join(host).join("bin/rust-lld"))
    });
    let linkers = bundled.into_iter().chain(["/usr/bin/wasm-ld".into()]);
    match linkers.into_iter().find(|linker| linker.is_file()) {
        Some(linker) => Ok(Toolchain::FromSource { linker }),
        None => missing("rustup could not add it, and /usr/bin/rustc has no linker for it"),
    }
}

fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
