//! `heard plugin new|build|test`: for whoever writes a plugin.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use heard_host::{Artefact, examples, golden::Golden};

use super::super::{Allowance, Failure, counted, plugin_host, read_file, unreadable};

/// The files of a new plugin, from one that is built and tested with Heard itself.
const TEMPLATE: [(&str, &str); 5] = [
    ("src/lib.rs", include_str!("../../../../plugins/template/src/lib.rs")),
    ("tests/golden.rs", include_str!("../../../../plugins/template/tests/golden.rs")),
    ("settings.schema.json", include_str!("../../../../plugins/template/settings.schema.json")),
    ("golden.json", include_str!("../../../../plugins/template/golden.json")),
    ("README.md", include_str!("../../../../plugins/template/README.md")),
];

/// Its manifest. The one of the template inherits from Heard's.
const MANIFEST: &str = r#"[package]
name = "my-plugin"
version = "0.1.0"
edition = "2024"
publish = false

[lib]
# cdylib is the plugin, rlib is for its tests
crate-type = ["cdylib", "rlib"]

[dependencies]
heard-plugin = { SDK }
serde = { version = "1", features = ["derive"] }

[profile.release]
lto = true
codegen-units = 1
panic = "abort"
strip = true

# On its own, also in a folder of another workspace.
[workspace]
"#;

const GITIGNORE: &str = "/target\n*.wasm\n";

#[derive(Debug, Args)]
pub(in crate::cli) struct New {
    /// Its name, such as my-barriers: words of lower-case letters and digits
    name: String,
    /// Where the SDK is: the folder plugins/sdk of Heard's source, or the git address of that source
    #[arg(long, env = "HEARD_SDK", value_name = "PATH|URL")]
    sdk: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Build {
    /// The plugin's folder
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The component to write; NAME.wasm in the folder, if left out
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Test {
    /// The plugin's folder
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Write what the plugin gives now into golden.json; look at the difference before you keep it
    #[arg(long)]
    bless: bool,
}

pub(super) fn begin(new: &New) -> Result<(), Failure> {
    let name = new.name.as_str();
    let part = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.split('-').all(part) {
        let why =
            "a plugin's name begins with a letter and has words of lower-case letters and digits, such as my-barriers";
        return Err(Failure::Input(vec![format!("{name}: {why}")]));
    }
    let manifest = MANIFEST.replace("SDK", &sdk(&new.sdk)?);
    let folder = Path::new(name);
    fs::create_dir(folder).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Input(vec![format!("{name}: there is such a folder already")]),
        _ => unreadable(folder, &error),
    })?;
    let own = [("Cargo.toml", manifest.as_str()), (".gitignore", GITIGNORE)];
    for (file, text) in TEMPLATE.into_iter().chain(own) {
        let path = folder.join(file);
        let written =
            fs::create_dir_all(path.parent().unwrap_or(folder)).and_then(|()| fs::write(&path, named(text, name)));
        written.map_err(|error| unreadable(&path, &error))?;
    }
    println!("{name} is a plugin that counts what people chose. Make it yours in {name}/src/lib.rs; then\n");
    println!("  heard plugin test {name}      its examples");
    println!("  heard plugin build {name}     {name}/{name}.wasm, to upload");
    println!("  heard plugin check {name}/{name}.wasm");
    Ok(())
}

/// The SDK as a dependency.
fn sdk(given: &str) -> Result<String, Failure> {
    if ["https://", "ssh://", "git@", "file://"].iter().any(|begin| given.starts_with(begin)) {
        return Ok(format!("git = {given:?}"));
    }
    let folder = Path::new(given);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    if !manifest.contains("name = \"heard-plugin\"") {
        let why = "the SDK is not there: name the folder plugins/sdk of Heard's source, or its git address";
        return Err(Failure::Input(vec![format!("{given}: {why}")]));
    }
    let whole = fs::canonicalize(folder).map_err(|error| unreadable(folder, &error))?;
    Ok(format!("path = {:?}", whole.display().to_string()))
}

/// A text of the template, under the plugin's own name.
fn named(text: &str, name: &str) -> String {
    let words: Vec<&str> = name.split('-').collect();
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let camel: String = words.iter().map(|word| capital(word)).collect();
    text.replace("my-plugin", name)
        .replace("my_plugin", &words.join("_"))
        .replace("MyPlugin", &camel)
        .replace("My plugin", &capital(&words.join(" ")))
}

pub(super) fn build(build: &Build) -> Result<(), Failure> {
    let plugin = compiled(&build.folder)?;
    let golden = build.folder.join("golden.json");
    let with = if golden.exists() {
        let text = read_file(&golden)?;
        read(&text)?;
        examples::embed(&plugin.component, &text)
    } else {
        plugin.component
    };
    let out = build.out.clone().unwrap_or_else(|| build.folder.join(format!("{}.wasm", plugin.name)));
    fs::write(&out, &with).map_err(|error| unreadable(&out, &error))?;
    println!("{}: {} bytes. Try it: heard plugin check {}", out.display(), with.len(), out.display());
    Ok(())
}

pub(super) fn test(test: &Test) -> Result<(), Failure> {
    let path = test.folder.join("golden.json");
    let golden = read(&read_file(&path)?)?;
    let plugin = compiled(&test.folder)?;
    let report = plugin_host(Allowance::default())?.check(&plugin.component, Some(&golden));
    match report.artefact {
        Some(artefact) if test.bless => bless(&path, &golden, &artefact),
        _ => {
            let failures: Vec<String> =
                report.findings.into_iter().flat_map(|finding| finding.verdict.faults()).collect();
            if !failures.is_empty() {
                return Err(Failure::Input(failures));
            }
            println!("{} as they should.", counted(&golden.examples.len(), "example comes out", "examples come out"));
            Ok(())
        }
    }
}

/// Writes what the plugin gives now as what it should give.
fn bless(path: &Path, golden: &Golden, artefact: &Artefact) -> Result<(), Failure> {
    let blessed = golden.blessed(artefact.description(), |survey, settings| {
        artefact.for_examples(survey, settings).map_err(|fault| fault.to_string())
    });
    let blessed = blessed.map_err(|what| Failure::Input(vec![what]))?;
    let text = serde_json::to_string_pretty(&blessed).map_err(|error| Failure::Command(error.to_string()))?;
    fs::write(path, text + "\n").map_err(|error| unreadable(path, &error))?;
    println!("{}: written anew. Look at what changed.", path.display());
    Ok(())
}

fn compiled(folder: &Path) -> Result<heard_guest_build::Plugin, Failure> {
    use heard_guest_build::Error::{Io, NoTarget};
    heard_guest_build::plugin(folder).map_err(|error| match error {
        Io(..) | NoTarget(_) => Failure::Command(error.to_string()),
        wrong => Failure::Input(vec![wrong.to_string()]),
    })
}

pub(super) fn read(golden: &str) -> Result<Golden, Failure> {
    Golden::read(golden).map_err(|what| Failure::Input(vec![format!("golden.json: {what}")]))
}
