//! The files of the repository, as git knows them.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use crate::rust::Rust;

/// Rust that a tool wrote, from which nothing is asked but that it compiles.
const GENERATED: &[&str] = &["plugins/sdk/src/component/bindings.rs"];

/// Text files by their path from the root.
pub(crate) struct Repo(BTreeMap<String, String>);

impl Repo {
    /// This repository: what git tracks, and what is new and not ignored.
    pub(crate) fn here() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is a folder of the repository");
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .expect("git lists the files");
        let listed = String::from_utf8(listed.stdout).expect("paths are UTF-8");
        let read = |path: &str| Some((path.to_owned(), fs::read_to_string(root.join(path)).ok()?));
        let files: BTreeMap<_, _> = listed.split_terminator('\0').filter_map(read).collect();
        assert!(files.contains_key("Cargo.toml"), "no files found: is this a git checkout?");
        Self(files)
    }

    /// A repository of these files, to plant violations in.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// A file's text, empty if there is no such file.
    pub(crate) fn text(&self, path: &str) -> &str {
        self.0.get(path).map_or("", String::as_str)
    }

    /// Every file with its text.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The Rust files under a folder (`""` for all) that people wrote, taken apart.
    pub(crate) fn rust(&self, under: &str) -> impl Iterator<Item = (&str, Rust)> {
        self.files()
            .filter(move |(path, _)| path.starts_with(under) && has_ending(path, "rs") && !GENERATED.contains(path))
            .map(|(path, text)| (path, Rust::read(text)))
    }
}

/// Whether a path ends in this, after a dot.
pub(crate) fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

/// The places of a word in a text: not where it is a part of a longer word.
pub(crate) fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        let open = !word.starts_with(part_of_word) || !text[..at].ends_with(part_of_word);
        open && (!word.ends_with(part_of_word) || !text[at + word.len()..].starts_with(part_of_word))
    })
}

/// `path:line: what is wrong`, for a place in a text.
pub(crate) fn problem(path: &str, text: &str, at: usize, wrong: &str) -> String {
    let line = text[..at].matches('\n').count() + 1;
    format!("{path}:{line}: {wrong}")
}
