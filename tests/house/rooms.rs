//! The house keeps its shape: nothing new at the root without a reason, and the README's code map names every room.

use std::collections::BTreeSet;

use crate::{finds, none, repo::Repo};

/// All that stands at the root. A new entry is a decision: DESIGN.md 1 says what for.
const ROOT: &[&str] = &[
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".config",
    ".gitignore",
    ".rustfmt.toml",
    ".typos.toml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "core",
    "migrations",
    "plugins",
    "tests",
    "web",
];

/// Entries without which the house is not whole.
const MUST_STAND: &[&str] =
    &["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE-APACHE", "LICENSE-MIT", "Cargo.lock", ".ci"];

fn root(repo: &Repo) -> Vec<String> {
    let found: BTreeSet<&str> = repo.paths().filter_map(|path| path.split('/').next()).collect();
    let strange = found
        .iter()
        .filter(|entry| !ROOT.contains(entry))
        .map(|entry| format!("{entry}: what is it for, at the root?"));
    let missing = MUST_STAND.iter().filter(|entry| !found.contains(*entry)).map(|entry| format!("{entry}: missing"));
    strange.chain(missing).collect()
}

/// Folders that the README's code map must name: those at the root, each crate's, and each feature of the server.
fn code_map(repo: &Repo) -> Vec<String> {
    let readme = repo.text("README.md");
    let shown = |path: &&str| !path.starts_with('.');
    let top = repo.paths().filter(shown).filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned());
    let inside = |parent: &'static str| {
        let deep = move |path: &str| Some(path.strip_prefix(parent)?.split_once('/')?.0.to_owned());
        repo.paths().filter_map(deep).collect::<Vec<_>>()
    };
    let rooms: BTreeSet<String> =
        top.chain(inside("web/src/")).chain(inside("plugins/")).chain(inside("core/src/")).collect();
    let unnamed = rooms.into_iter().filter(|room| !names(readme, room));
    unnamed.map(|room| format!("README.md: the code map does not name `{room}/`")).collect()
}

/// Whether the text names a folder, as `name/`, on its own or after its parents.
fn names(readme: &str, room: &str) -> bool {
    let folder = format!("{room}/");
    readme
        .match_indices(&folder)
        .any(|(at, _)| !readme[..at].ends_with(|c: char| c.is_alphanumeric() || "_-".contains(c)))
}

#[test]
fn the_root_is_clean_and_whole() {
    none(&root(&Repo::here()));
}

#[test]
fn the_code_map_names_every_room() {
    none(&code_map(&Repo::here()));
}

#[test]
fn strange_missing_and_unnamed_rooms_are_found() {
    let mut files: Vec<(&str, &str)> =
        MUST_STAND.iter().filter(|entry| **entry != "LICENSE-MIT").map(|entry| (*entry, "")).collect();
    files.extend([
        ("README.md", "`web/` and `web/src/polls/` and my_plans/"),
        ("notes.md", ""),
        ("web/src/polls/mod.rs", ""),
        ("web/src/plans/mod.rs", ""),
    ]);
    let repo = Repo::of(&files);
    finds(&root(&repo), &["notes.md: what is it for", "LICENSE-MIT: missing"]);
    finds(&code_map(&repo), &["`plans/`"]);
}
