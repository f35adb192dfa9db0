//! Compiles guest crates to WebAssembly components: for the build scripts of `plugins/bundled` and of
//! `tests/guests`, and for `heard plugin build`.
//!
//! A build script is one line, `heard_guest_build::build_script("..", &["scale-index"])`, after which
//! `OUT_DIR` has `scale-index.wasm`. [`plugin`] does the same with the crate of a plugin's author.
//!
//! The same sources give the same bytes in any folder: paths are remapped and nothing of the outer
//! build (flags, wrappers, profiles) reaches the inner one.

mod dep_info;
mod toolchain;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

use serde_json::Value;
use toolchain::Toolchain;

/// The target of all guests: no operating system, so nothing to import.
const TARGET: &str = "wasm32-unknown-unknown";

/// All that a build script needs: compiles these packages of the workspace in `workspace` into
/// `OUT_DIR` and tells cargo what they were made of. If that fails, cargo shows why and stops.
///
/// # Panics
/// Outside a build script.
#[expect(clippy::print_stdout, reason = "how a build script speaks to cargo")]
pub fn build_script(workspace: &str, packages: &[&str]) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts"));
    // Below the outer target directory: all build scripts share what they compile.
    let profile = out.ancestors().find(|folder| folder.ends_with("build")).and_then(Path::parent);
    let target_dir = profile.unwrap_or(&out).join("guests");
    match build(Path::new(workspace), packages, &target_dir, &out) {
        Ok((toolchain, inputs)) => {
            if let Some(notice) = toolchain.notice() {
                println!("cargo::warning={notice}");
            }
            for input in &inputs {
                println!("cargo::rerun-if-changed={}", input.display());
            }
            for variable in toolchain::INPUTS {
                println!("cargo::rerun-if-env-changed={variable}");
            }
        }
        Err(error) => error.to_string().lines().for_each(|line| println!("cargo::error={line}")),
    }
}

/// Compiles the plugin crate in `folder` to a component, below its own `target` folder or that which
/// `CARGO_TARGET_DIR` names. What the compiler says goes to standard error, word for word.
///
/// # Errors
/// Where there is no compiler for the target, the crate does not compile, or it makes no component.
pub fn plugin(folder: &Path) -> Result<Plugin, Error> {
    let folder = fs::canonicalize(folder).map_err(|error| Error::Io(folder.into(), error))?;
    let target_dir = env::var_os("CARGO_TARGET_DIR").map_or_else(|| folder.join("target"), PathBuf::from);
    let mut cargo = Toolchain::find()?.cargo(&flags(&folder));
    cargo.args(["build", "--release", "--target", TARGET, "--message-format=json-render-diagnostics"]);
    cargo.current_dir(&folder).env("CARGO_TARGET_DIR", target_dir).stderr(Stdio::inherit());
    let output = cargo.output().map_err(|error| Error::Io(cargo.get_program().into(), error))?;
    if !output.status.success() {
        return Err(Error::Cargo("cargo build".into()));
    }
    let manifest = folder.join("Cargo.toml");
    let module = module(&String::from_utf8_lossy(&output.stdout), &manifest).ok_or(Error::NoModule(manifest))?;
    let bytes = fs::read(&module).map_err(|error| Error::Io(module.clone(), error))?;
    let name = module.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-");
    match encode(&bytes) {
        Ok(component) => Ok(Plugin { name, component }),
        Err(reason) => Err(Error::NotAComponent { package: name, reason }),
    }
}

/// What [`plugin`] made.
#[derive(Debug, Clone)]
pub struct Plugin {
    /// Of the crate.
    pub name: String,
    /// The component.
    pub component: Vec<u8>,
}

/// The module that cargo says it made of the crate with this manifest.
fn module(messages: &str, manifest: &Path) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let own = messages.filter(|message| message["manifest_path"].as_str().map(Path::new) == Some(manifest));
    let files = own.filter_map(|message| message["filenames"].as_array().cloned()).flatten();
    let mut files = files.filter_map(|file| file.as_str().map(PathBuf::from));
    files.find(|file| file.extension().is_some_and(|ending| ending == "wasm"))
}

/// Why there are no components.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No toolchain here compiles for the target.
    #[error(
        "plugins are compiled for {TARGET}, and no compiler here can do that ({0}).\n\
         With rustup, run:      rustup target add {TARGET}\n\
         On Debian or Ubuntu:   apt install rustc-web cargo-web rust-web-src lld"
    )]
    NoTarget(String),
    /// Cargo refused; its own words stand above.
    #[error("`{0}` failed")]
    Cargo(String),
    /// The crate makes no module.
    #[error("{}: this crate makes no WebAssembly; under [lib] it needs crate-type = [\"cdylib\", \"rlib\"]", .0.display())]
    NoModule(PathBuf),
    /// The module is no component: it does not export what `scoring.wit` asks for.
    #[error("{package} is no component: {reason}")]
    NotAComponent {
        /// The crate.
        package: String,
        /// The encoder's words.
        reason: String,
    },
    /// A file or program could not be used.
    #[error("{0}: {1}")]
    Io(PathBuf, #[source] io::Error),
}

/// Compiles the packages and returns with what, and every file that they were made of.
fn build(
    workspace: &Path,
    packages: &[&str],
    target_dir: &Path,
    out: &Path,
) -> Result<(Toolchain, BTreeSet<PathBuf>), Error> {
    let workspace = fs::canonicalize(workspace).map_err(|error| Error::Io(workspace.into(), error))?;
    let toolchain = Toolchain::find()?;
    // The contract and the SDK stand beside the guests' workspace, hostile guests farther up.
    let mut cargo = toolchain.cargo(&flags(workspace.parent().unwrap_or(&workspace)));
    cargo.args(["build", "--release", "--locked", "--quiet", "--target", TARGET]);
    cargo.args(packages.iter().flat_map(|package| ["--package", package]));
    cargo.current_dir(&workspace).env("CARGO_TARGET_DIR", target_dir);
    run(&mut cargo)?;

    let mut inputs = BTreeSet::from([workspace.join("Cargo.lock")]);
    for package in packages {
        let module = target_dir.join(TARGET).join("release").join(package.replace('-', "_"));
        inputs.append(&mut dep_info::inputs(&module.with_extension("d"))?);
        componentise(package, &module.with_extension("wasm"), out)?;
    }
    Ok((toolchain, inputs))
}

fn componentise(package: &str, module: &Path, out: &Path) -> Result<(), Error> {
    let bytes = fs::read(module).map_err(|error| Error::Io(module.into(), error))?;
    let component = encode(&bytes).map_err(|reason| Error::NotAComponent { package: package.into(), reason })?;
    let path = out.join(format!("{package}.wasm"));
    fs::write(&path, component).map_err(|error| Error::Io(path, error))
}

/// The component of a module; the error is in the encoder's words.
fn encode(module: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = wit_component::ComponentEncoder::default().validate(true);
    encoder = encoder.module(module).map_err(|error| format!("{error:#}"))?;
    encoder.encode().map_err(|error| format!("{error:#}"))
}

/// Compiler flags of every guest of a project. They stand in the environment, so that they win over any
/// configuration file that cargo finds on the way up.
fn flags(project: &Path) -> Vec<String> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .unwrap_or_else(|| "/usr/local/cargo".into());
    vec![
        format!("--remap-path-prefix={}=heard", project.display()),
        format!("--remap-path-prefix={}=cargo", home.display()),
        "-Ctarget-feature=+simd128".into(),
    ]
}

fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|error| Error::Io(command.get_program().into(), error))?;
    let words = || command.get_args().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    if status.success() { Ok(()) } else { Err(Error::Cargo(format!("cargo {}", words()))) }
}
