//! `core` is pure: the same input gives the same output to the bit, on any machine, at any time. Elsewhere, time and
//! randomness come from one file (clippy's ban) and powers that bypass a safeguard from named ones.

use crate::{
    finds, none,
    repo::{Repo, problem, words},
};

/// What core's code may not say, and why.
const IMPURE: &[(&str, &str)] = &[
    ("std::fs", "core has no files"),
    ("std::net", "core has no network"),
    ("std::env", "core has no environment"),
    ("std::process", "core starts nothing"),
    ("std::thread", "core has no threads"),
    ("std::time", "time is passed in (invariant 12)"),
    ("SystemTime", "time is passed in (invariant 12)"),
    ("Instant", "time is passed in (invariant 12)"),
    ("Timestamp::now", "time is passed in (invariant 12)"),
    ("Zoned::now", "time is passed in (invariant 12)"),
    ("HashMap", "its order is random, and changes the last bits of sums (invariant 3): BTreeMap"),
    ("HashSet", "its order is random (invariant 3): BTreeSet"),
    ("static mut", "core has no state"),
    ("async", "core does not wait"),
    ("println!", "core says nothing"),
];

/// Code that goes around a safeguard, the only files where it may stand, and what it goes around.
const POWERS: &[(&str, &[&str], &str)] = &[
    ("PreEscaped", &["web/src/page.rs", "web/src/page/"], "texts are escaped where they are shown"),
    ("unsafe", &["plugins/sdk/src/component/", "plugins/host/src/cache.rs"], "DESIGN.md names the two exceptions"),
    ("getrandom::fill", &["web/src/clock.rs"], "randomness is passed in (invariant 12)"),
    ("Timestamp::now", &["web/src/clock.rs"], "time is passed in (invariant 12)"),
];

fn impurities(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("core/src/") {
        let code = rust.shipped_code();
        for (word, why) in IMPURE {
            // `use std::{fs, …}` says the same in another way.
            let grouped = word.strip_prefix("std::").map(|module| grouped_imports(code, module));
            let places = words(code, word).chain(grouped.into_iter().flatten());
            problems.extend(places.map(|at| problem(path, code, at, why)));
        }
    }
    problems
}

/// Where a `use std::{…};` names this module.
fn grouped_imports(code: &str, module: &str) -> Vec<usize> {
    let groups =
        code.match_indices("use std::{").map(|(at, _)| (at, code[at..].find(';').map_or(code.len(), |end| at + end)));
    groups.flat_map(|(from, to)| words(&code[from..to], module).map(move |at| from + at).collect::<Vec<_>>()).collect()
}

fn misplaced_powers(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("").filter(|(path, _)| !path.starts_with("tests/")) {
        let code = rust.shipped_code();
        for (word, allowed, why) in
            POWERS.iter().filter(|(_, allowed, _)| !allowed.iter().any(|file| path.starts_with(file)))
        {
            let wrong = format!("{why}: `{word}` may stand only in {}", allowed.join(", "));
            problems.extend(words(code, word).map(|at| problem(path, code, at, &wrong)));
        }
    }
    problems
}

#[test]
fn core_is_pure() {
    none(&impurities(&Repo::here()));
}

#[test]
fn powers_stand_where_they_may() {
    none(&misplaced_powers(&Repo::here()));
}

#[test]
fn impurities_are_found() {
    let source = "use std::{\n    collections::BTreeMap,\n    fs,\n};\nfn a() { std::env::var(\"HashMap\"); } // SystemTime\n#[cfg(test)]\nmod tests { use std::fs; }\n";
    let repo = Repo::of(&[("core/src/a.rs", source), ("web/src/a.rs", source)]);
    finds(&impurities(&repo), &["a.rs:3: core has no files", "a.rs:5: core has no environment"]);
}

#[test]
fn misplaced_powers_are_found() {
    let repo = Repo::of(&[
        ("web/src/page.rs", "PreEscaped(x)"),
        ("web/src/plans/view.rs", "PreEscaped(x)"),
        ("core/src/a.rs", "unsafe {}"),
    ]);
    finds(&misplaced_powers(&repo), &["core/src/a.rs:1: DESIGN", "web/src/plans/view.rs:1: texts are escaped"]);
}
