//! What may stand in no file: unfinished work, silenced lints, and the traces of one machine.

use crate::{
    finds, none,
    repo::{Repo, problem, words},
};

/// Files whose macros are used in ways that differ: there an expectation would hold in one place and fail in another.
const MAY_ALLOW: &[&str] = &["tests/stories/world.rs"];

fn marks(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("") {
        for (word, wrong) in [
            ("todo!", "finish it, or make it an issue"),
            ("unimplemented!", "finish it, or make it an issue"),
            ("allow(", "`#[expect(…, reason = \"…\")]`, which says so when it is needed no more"),
            ("#[ignore]", "`#[ignore = \"slow: …\"]`, with the reason"),
        ] {
            let known = word == "allow(" && MAY_ALLOW.contains(&path);
            let found = words(&rust.code, word).filter(|_| !known);
            problems.extend(found.map(|at| problem(path, &rust.code, at, wrong)));
        }
        for word in ["TODO", "FIXME", "XXX", "HACK"] {
            let found = words(&rust.comments, word);
            problems.extend(
                found.map(|at| problem(path, &rust.comments, at, "a mark of unfinished work: make it an issue")),
            );
        }
    }
    problems
}

fn traces(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, text) in repo.files() {
        // Taken apart, so that this file does not find itself.
        for folder in ["root", "home", "work", "Users"] {
            let folder = format!("/{folder}/");
            let alone = |&(at, _): &(usize, &str)| {
                !text[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}>)*".contains(c))
            };
            let found = text.match_indices(&folder).filter(alone);
            problems.extend(found.map(|(at, _)| problem(path, text, at, "a path of one machine")));
        }
        let own_registry = "registry+https://github.com/rust-lang/crates.io-index";
        if path.ends_with("Cargo.lock") {
            let other = text.lines().filter(|line| line.starts_with("source = ") && !line.contains(own_registry));
            problems.extend(other.map(|line| format!("{path}: not from crates.io: {line}")));
        }
        if path.ends_with("package-lock.json") && text.contains("\"resolved\": \"http") {
            problems.push(format!("{path}: names the registry that one machine used"));
        }
    }
    problems
}

#[test]
fn nothing_is_left_unfinished_or_silenced() {
    none(&marks(&Repo::here()));
}

#[test]
fn no_trace_of_a_machine() {
    none(&traces(&Repo::here()));
}

#[test]
fn marks_are_found_in_code_and_comments_only() {
    let source = "fn a() { todo!() }\n// TODO: later\n#[allow(dead_code)]\n#[ignore]\nconst A: &str = \"TODO allow(\";\nfn allow_me() {}\n";
    let wrong = ["a.rs:1: finish", "a.rs:3: `#[expect", "a.rs:4: `#[ignore", "a.rs:2: a mark"];
    finds(&marks(&Repo::of(&[("a.rs", source)])), &wrong);
}

#[test]
fn traces_are_found() {
    let path = ["see /ro", "ot/x and https://example.org/ho", "me/"].concat();
    let repo = Repo::of(&[
        ("a.md", &path),
        (
            "Cargo.lock",
            "source = \"registry+https://mirror.example/index\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n",
        ),
        ("b/package-lock.json", "\"resolved\": \"https://mirror.example/a.tgz\""),
    ]);
    finds(&traces(&repo), &["Cargo.lock: not from", "a.md:1: a path", "b/package-lock.json: names"]);
}
