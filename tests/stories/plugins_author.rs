//! Somebody writes a plugin, from nothing to figures, at a terminal.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use heard_hostile::{ENDLESS_LOOP, POISON};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::commands::program;

struct Author(TempDir);

/// What a command said: its exit code, standard output and standard error.
struct Said(i32, String, String);

impl Author {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    fn says(&self, arguments: &[&str], input: &str) -> Said {
        let mut child = Command::new(program())
            .arg("plugin")
            .args(arguments)
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // Guests of this run share what they compile.
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("plugins"))
            .spawn()
            .expect("the program is there: cargo build");
        // Who ends early reads nothing.
        let _taken = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said(output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    #[track_caller]
    fn runs(&self, arguments: &[&str], input: &str) -> String {
        let Said(status, out, err) = self.says(arguments, input);
        assert_eq!(status, 0, "{arguments:?}: {out}{err}");
        out
    }

    #[track_caller]
    fn fails(&self, arguments: &[&str], status: i32, words: &str) {
        let Said(found, out, err) = self.says(arguments, "");
        assert_eq!(found, status, "{arguments:?}: {out}{err}");
        assert!(out.contains(words) || err.contains(words), "{arguments:?}: {out}{err}");
    }
}

fn sdk() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../plugins/sdk").display().to_string()
}

/// The versions that Heard's own plugins are built with: this test asks no registry for newer ones.
fn lock(author: &Author, plugin: &str) {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plugins/Cargo.lock");
    fs::copy(lock, author.path(plugin).join("Cargo.lock")).unwrap();
}

#[test]
fn from_nothing_to_figures() {
    let author = Author::new();
    let said = author.runs(&["new", "what-helps", "--sdk", &sdk()], "");
    assert!(said.contains("heard plugin build what-helps"), "{said}");
    let source = fs::read_to_string(author.path("what-helps/src/lib.rs")).unwrap();
    assert!(source.contains("pub struct WhatHelps") && !source.contains("My"), "{source}");
    lock(&author, "what-helps");
    assert!(author.runs(&["test", "what-helps"], "").starts_with("2 examples"));
    author.runs(&["build", "what-helps"], "");

    // The examples travel in the component.
    let report = author.runs(&["check", "what-helps/what-helps.wasm"], "");
    assert_eq!(report.matches("passed").count(), 6, "{report}");
    assert!(report.contains("2 of 2") && report.contains("200 made-up responses"), "{report}");
    let report = author.runs(&["check", "what-helps/what-helps.wasm", "--json"], "");
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!((&report["passed"], &report["name"]), (&json!(true), &json!("What helps")));
    let fuel = &report["costs"][2]["fuel"];
    assert!(fuel["used"].as_u64() > Some(1_000) && fuel["limit"] == 450_000_000, "{report}");

    author.file("settings.json", r#"{"question": "barriers"}"#);
    let score =
        ["score", "what-helps/what-helps.wasm", "--survey", "what-helps/golden.json", "--settings", "settings.json"];
    let Said(status, out, err) = author.says(&score, "{\"barriers\": [\"cost\"]}\n\n{\"barriers\": null}\n");
    assert_eq!(
        (status, out.as_str()),
        (0, "{\"scores\":{\"chosen\":{\"from\":{\"barriers\":1.0},\"value\":1.0}}}\n{}\n")
    );
    assert!(err.starts_with("2 responses in ") && err.contains("units of fuel"), "{err}");
}

#[test]
fn a_change_shows_in_examples_and_in_a_comparison() {
    let author = Author::new();
    author.runs(&["new", "twice", "--sdk", &sdk()], "");
    lock(&author, "twice");
    author.runs(&["build", "twice", "--out", "before.wasm"], "");
    let path = author.path("twice/src/lib.rs");
    let source = fs::read_to_string(&path).unwrap();
    fs::write(&path, source.replace("count + 1.0", "count + 2.0")).unwrap();
    author.fails(&["test", "twice"], 1, "scores differ");
    author.runs(&["test", "twice", "--bless"], "");
    assert!(fs::read_to_string(author.path("twice/golden.json")).unwrap().contains("\"value\": 4.0"));
    author.runs(&["test", "twice"], "");
    author.runs(&["build", "twice"], "");

    author.file("settings.json", r#"{"question": "barriers"}"#);
    let diff =
        ["diff", "before.wasm", "twice/twice.wasm", "--survey", "twice/golden.json", "--settings", "settings.json"];
    let Said(status, out, err) = author.says(&diff, "{}\n{\"barriers\": [\"time\"]}\n");
    assert_eq!((status, err.as_str()), (1, "1 of 2 responses differ.\n"), "{out}");
    let line: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&line["line"], &line["second"]["scores"]["chosen"]["value"]), (&json!(2), &json!(2.0)));

    fs::write(&path, "not Rust").unwrap();
    author.fails(&["build", "twice"], 1, "expected one of");
}

#[test]
fn what_cannot_be_done_is_told() {
    let author = Author::new();
    author.fails(&["new", "Bad", "--sdk", &sdk()], 1, "begins with a letter");
    author.fails(&["new", "a--b", "--sdk", &sdk()], 1, "begins with a letter");
    author.fails(&["new", "good", "--sdk", "."], 1, "the SDK is not there");
    author.runs(&["new", "good", "--sdk", "https://example.org/heard.git"], "");
    assert!(
        fs::read_to_string(author.path("good/Cargo.toml")).unwrap().contains("git = \"https://example.org/heard.git\"")
    );
    author.fails(&["new", "good", "--sdk", &sdk()], 1, "such a folder already");
    author.fails(&["check", "gone.wasm"], 2, "there is no such file");
    author.file("not.wasm", "hello");
    author.fails(&["check", "not.wasm"], 1, "it is another kind of file");
    author.file("golden.json", "{}");
    author.fails(&["check", "scale-index", "--golden", "golden.json"], 1, "golden.json: missing field");
}

#[test]
fn a_plugin_without_examples_or_with_faults_is_reported() {
    let author = Author::new();
    author.file("poison.wasm", POISON);
    let report = author.runs(&["check", "poison.wasm"], "");
    assert_eq!(report.lines().filter(|line| line.starts_with("not tried")).count(), 2, "{report}");
    let welcome =
        json!({ "key": "welcome", "kind": { "single": [{ "key": "agree" }, { "key": "strongly-disagree" }] } });
    let survey = json!({ "key": "s", "revision": 1, "questions": [welcome] });
    let example = json!({ "name": "one", "settings": {}, "responses": [{ "welcome": "agree" }],
        "expect": [{ "scores": { "index": { "value": 50.0 } } }] });
    author.file("golden.json", json!({ "survey": survey, "examples": [example] }).to_string());
    // Its one example passes; made-up answers find the poison.
    author.fails(&["check", "poison.wasm", "--golden", "golden.json"], 1, "the plugin broke down");
    author.file("loop.wasm", ENDLESS_LOOP);
    author.fails(&["check", "loop.wasm", "--golden", "golden.json"], 1, "perhaps it never comes to an end");

    author.file("settings.json", r#"{"items": ["welcome"]}"#);
    let score = ["score", "scale-index", "--survey", "golden.json", "--settings", "settings.json"];
    author.fails(&score, 1, "need numbers");
    author.file("settings.json", "{}");
    let score = ["score", "poison.wasm", "--survey", "golden.json", "--settings", "settings.json"];
    let Said(status, out, _) =
        author.says(&score, "{\"welcome\": \"agree\"}\n{\"welcome\": \"blue\"}\n{\"gone\": 1}\nx\n");
    let told: Vec<_> = out.lines().collect();
    assert_eq!(status, 1);
    assert!(
        told[0].starts_with("line 2: \"blue\" is no answer")
            && told[1].starts_with("line 3: a response answers `gone`"),
        "{out}"
    );
    assert!(told[2].starts_with("line 4: "), "{out}");
}
