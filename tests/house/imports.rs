//! Who may import whom (DESIGN.md 1), read from the manifests. cargo-deny's wrappers say the same of other people's
//! crates in the whole tree; this says it in seconds and for ours.

use std::{collections::BTreeMap, process::Command};

use serde_json::{Value, json};

use crate::{
    finds, none,
    repo::{Repo, has_ending, problem},
};

/// A crate of ours, what it may use of ours in the program, and what its tests and build script may use besides.
const HOUSE: &[(&str, &[&str], &[&str])] = &[
    ("heard-core", &[], &[]),
    ("heard-contract", &[], &[]),
    ("heard-plugin", &["heard-contract"], &[]),
    ("heard-guest-build", &[], &[]),
    ("heard-hostile", &[], &["heard-contract", "heard-guest-build"]),
    ("heard-markup", &[], &[]),
    (
        "heard-host",
        &["heard-core", "heard-contract"],
        &["heard-bundled", "heard-guest-build", "heard-hostile", "heard-plugin"],
    ),
    ("heard-bundled", &[], &["heard-contract", "heard-guest-build"]),
    (
        "heard",
        &["heard-core", "heard-contract", "heard-guest-build", "heard-host", "heard-bundled"],
        &["heard-hostile", "heard-markup"],
    ),
    (
        "heard-tests",
        &[],
        &[
            "heard",
            "heard-core",
            "heard-contract",
            "heard-host",
            "heard-bundled",
            "heard-guest-build",
            "heard-hostile",
            "heard-markup",
            "heard-plugin",
        ],
    ),
];

/// Crates of others that one crate of ours keeps to itself. The stories look into the databases behind the server's back.
const KEPT: &[(&str, &[&str])] = &[
    ("axum", &["heard"]),
    ("sqlx", &["heard", "heard-tests"]),
    ("maud", &["heard"]),
    ("lettre", &["heard"]),
    ("clap", &["heard"]),
    ("wasmtime", &["heard-host"]),
];

/// Crates that none of ours uses, and what we use instead.
const NEVER: &[(&str, &str)] = &[
    ("anyhow", "errors are enums, by thiserror"),
    ("eyre", "errors are enums, by thiserror"),
    ("chrono", "one calendar in the house: jiff"),
    ("time", "one calendar in the house: jiff"),
    ("once_cell", "the standard library has it"),
    ("lazy_static", "the standard library has it"),
    ("log", "tracing"),
];

/// All that the pure domain may use: data and small maths.
const CORE: &[&str] =
    &["jiff", "schemars", "serde", "serde_json", "serde_path_to_error", "sha2", "statrs", "thiserror"];

fn imports(metadata: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let mut versions = BTreeMap::new();
    for package in array(&metadata["packages"]) {
        let name = text(&package["name"]);
        let Some((_, ours, in_tests)) = HOUSE.iter().find(|(known, ..)| *known == name) else {
            problems.push(format!("{name}: a crate that this test does not know: say here what it may import"));
            continue;
        };
        if package["publish"] != json!([]) {
            problems.push(format!("{name}: `publish.workspace = true`, so that nobody publishes it by mistake"));
        }
        for dependency in array(&package["dependencies"]) {
            let on = text(&dependency["name"]);
            let shipped = dependency["kind"].is_null();
            let house = HOUSE.iter().any(|(known, ..)| *known == on);
            if house && !ours.contains(&on) && (shipped || !in_tests.contains(&on)) {
                problems.push(format!("{name} may not import {on}"));
            }
            if let Some((_, keepers)) = KEPT.iter().find(|(kept, keepers)| *kept == on && !keepers.contains(&name)) {
                problems.push(format!("{name} may not import {on}, which only {} sees", keepers.join(" and ")));
            }
            if name == "heard-core" && shipped && !CORE.contains(&on) {
                problems.push(format!("{name} may not import {on}: it is pure; if this is too, name it here"));
            }
            if let Some((_, instead)) = NEVER.iter().find(|(never, _)| *never == on) {
                problems.push(format!("{name} may not import {on}: {instead}"));
            }
            let version = text(&dependency["req"]);
            let first = *versions.entry(on).or_insert(version);
            if first != version {
                problems.push(format!("{name} wants {on} {version}, another crate {first}: one version, in the root"));
            }
        }
    }
    problems
}

fn manifests(repo: &Repo) -> Vec<String> {
    let members = repo.files().filter(|(path, text)| {
        path.ends_with("/Cargo.toml") && text.contains("version.workspace = true") && text.contains("[package]")
    });
    members
        .filter(|(_, text)| !text.contains("[lints]\nworkspace = true"))
        .map(|(path, _)| format!("{path}: `[lints] workspace = true`, so that the house's lints hold"))
        .collect()
}

/// Guests are foreign code: they know the contract and nothing of the house.
fn guests(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, text) in repo.files().filter(|(path, _)| path.starts_with("plugins/") && has_ending(path, "toml")) {
        let guest = text.contains("heard-plugin") && text.contains("cdylib");
        for ours in ["heard-core", "heard-host", "heard-bundled"].iter().filter(|_| guest) {
            problems
                .extend(text.match_indices(ours).map(|(at, _)| problem(path, text, at, "a guest sees only the SDK")));
        }
    }
    problems
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("an array in cargo's metadata")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text in cargo's metadata")
}

#[test]
fn crates_import_only_what_they_may() {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .output()
        .expect("cargo reads the manifests");
    none(&imports(&serde_json::from_slice(&cargo.stdout).expect("cargo's metadata are JSON")));
    let repo = Repo::here();
    none(&manifests(&repo));
    none(&guests(&repo));
}

#[test]
fn forbidden_imports_are_found() {
    let needs = |name: &str, req: &str, kind: Value| json!({ "name": name, "req": req, "kind": kind });
    let package =
        |name: &str, dependencies: Value| json!({ "name": name, "publish": [], "dependencies": dependencies });
    let metadata = json!({ "packages": [
        package("heard-core", json!([needs("heard-host", "*", Value::Null), needs("tokio", "^1", Value::Null)])),
        package("heard-host", json!([needs("sqlx", "^0.9", json!("dev")), needs("heard-guest-build", "*", json!("dev"))])),
        package("heard", json!([needs("tokio", "^1.2", Value::Null), needs("heard-hostile", "*", Value::Null)])),
        package("heard-new", json!([])),
        package("heard-contract", json!([needs("anyhow", "^1", Value::Null)])),
        { "name": "heard-plugin", "publish": null, "dependencies": [] },
    ] });
    let wrong = [
        "heard-core may not import heard-host",
        "heard-core may not import heard-host: it is pure",
        "heard-core may not import tokio",
        "heard-host may not import sqlx",
        "heard wants tokio ^1.2",
        "heard may not import heard-hostile",
        "heard-new: a crate",
        "heard-contract may not import anyhow",
        "heard-plugin: `publish",
    ];
    finds(&imports(&metadata), &wrong);
}

#[test]
fn manifests_without_lints_and_curious_guests_are_found() {
    let repo = Repo::of(&[
        ("core/Cargo.toml", "[package]\nversion.workspace = true\n[lints]\nworkspace = true\n"),
        ("web/Cargo.toml", "[package]\nversion.workspace = true\n"),
        ("plugins/x/Cargo.toml", "crate-type = [\"cdylib\"]\nheard-plugin = {}\nheard-core = {}\n"),
    ]);
    finds(&manifests(&repo), &["web/Cargo.toml"]);
    finds(&guests(&repo), &["plugins/x/Cargo.toml:3: a guest"]);
}
