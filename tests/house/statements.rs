//! SQL stands in `sql!` tables in few files, in lower case, and every table is prepared on both databases by a test.
//! Features do not read each other's tables.

use std::ops::Range;

use crate::{
    finds,
    lengths::closing,
    none,
    repo::{Repo, problem, words},
    rust::Rust,
};

/// Files that build inserts of as many rows as wait: no test can prepare their text, so the stories have to run them.
const BUILT: &[&str] = &["web/src/scoring/sql.rs"];

/// What begins a statement, and what follows somewhere after.
const STATEMENTS: &[(&str, &str)] = &[
    ("select ", ""),
    ("insert into ", ""),
    ("update ", " set "),
    ("delete from ", ""),
    ("with ", " as ("),
    ("create table ", ""),
    ("drop table ", ""),
    ("alter table ", ""),
    ("truncate ", ""),
    ("vacuum", ""),
];

/// A feature keeps its SQL in its `sql.rs`, and what only PostgreSQL understands in its `postgres.rs`; a room that is one
/// file, straight under `src`, keeps it there.
fn may_hold_sql(path: &str) -> bool {
    path.ends_with("/sql.rs")
        || path.ends_with("/postgres.rs")
        || path.strip_prefix("web/src/").is_some_and(|file| !file.contains('/'))
}

fn is_built(path: &str, before: &str) -> bool {
    let call = before.trim_end().strip_suffix("tx,").map(str::trim_end);
    BUILT.contains(&path) && call.is_some_and(|call| call.ends_with("insert_rows!("))
}

fn stray_statements(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("web/src/") {
        let shipped = rust.shipped_code().len();
        for (at, literal) in literals(&rust).filter(|(at, _)| *at < shipped) {
            let lower = literal.to_lowercase();
            let found = STATEMENTS.iter().find(|(begin, then)| lower.starts_with(begin) && lower.contains(then));
            let Some((begin, _)) = found else { continue };
            if !may_hold_sql(path) {
                problems.push(problem(path, &rust.literals, at, "SQL stands in the feature's `sql.rs`"));
            } else if !is_built(path, &rust.code[..at]) && !tables(&rust.code).any(|table| table.contains(&at)) {
                problems.push(problem(path, &rust.literals, at, "SQL stands in a `sql!` table, which a test prepares"));
            } else if !literal.starts_with(begin) {
                problems.push(problem(path, &rust.literals, at, "SQL is written in lower case"));
            }
        }
    }
    problems
}

/// Where the `sql!` tables of a file are.
fn tables(code: &str) -> impl Iterator<Item = Range<usize>> {
    words(code, "sql! {").map(|at| at..at + "sql! ".len() + closing(&code[at + "sql! ".len()..]))
}

/// The text literals of a file, without their quotes and the space that they begin with.
fn literals(rust: &Rust) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let begin = from + rust.literals[from..].find('"')?;
        let end = begin + 1 + rust.literals[begin + 1..].find('"')?;
        from = end + 1;
        Some((begin, rust.literals[begin + 1..end].trim_start()))
    })
}

/// `sql!` tables that no test prepares, since nothing but their own file names their `STATEMENTS`.
fn unregistered_tables(repo: &Repo) -> Vec<String> {
    let all: Vec<(&str, Rust)> = repo.rust("").collect();
    let tables = all.iter().filter(|(path, rust)| path.starts_with("web/src/") && tables(&rust.code).next().is_some());
    tables
        .filter_map(|(path, _)| {
            let module =
                path.strip_prefix("web/src/")?.strip_suffix(".rs")?.trim_end_matches("/mod").replace('/', "::");
            let named = format!("{module}::STATEMENTS");
            let registered = all.iter().any(|(_, rust)| words(&rust.code, &named).next().is_some());
            (!registered).then(|| format!("{path}: no test prepares `{named}` on both databases"))
        })
        .collect()
}

/// A feature may read another's `STATEMENTS` (the test that prepares them does) and nothing else of its `sql`.
fn trespasses(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("web/src/") {
        let own = path.strip_prefix("web/src/").and_then(|rest| rest.rsplit_once('/')).map_or("", |(folder, _)| folder);
        let own = own.rsplit('/').next().unwrap_or_default();
        for at in words(&rust.code, "sql::") {
            let before = rust.code[..at].trim_end_matches("::");
            let whose = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
            let foreign = before.len() < at && ![own, "self", "super", "crate"].contains(&whose);
            if foreign && !rust.code[at..].starts_with("sql::STATEMENTS") {
                let wrong = format!("call `{whose}`, not its `sql`: features meet in their `mod.rs`");
                problems.push(problem(path, &rust.code, at, &wrong));
            }
        }
        let public = words(&rust.code, "pub mod sql");
        problems
            .extend(public.map(|at| problem(path, &rust.code, at, "`sql` is a feature's own: `pub(crate)` at most")));
    }
    problems
}

#[test]
fn sql_stands_where_it_belongs() {
    let repo = Repo::here();
    none(&stray_statements(&repo));
    none(&unregistered_tables(&repo));
    none(&trespasses(&repo));
}

#[test]
fn stray_and_loud_statements_are_found() {
    let repo = Repo::of(&[
        ("web/src/plans/mod.rs", "all!(tx, \"select a from b\")"),
        (
            "web/src/plans/sql.rs",
            "sql! { A = \"\n  SELECT a from b\"; B = \"select a from b\"; C = \"with care\"; }\n\"select loose\"",
        ),
        ("web/src/scoring/sql.rs", "insert_rows!(tx,\n \"insert into a\"); f(\"insert into a\")"),
        ("web/src/db.rs", "// \"DELETE FROM a\"\nbegin_with(\"begin immediate\")"),
        ("web/src/view.rs", "\"update your answer\"; #[cfg(test)]\nmod tests { \"delete from x\" }"),
    ]);
    finds(
        &stray_statements(&repo),
        &[
            "plans/mod.rs:1: SQL stands in the feature",
            "plans/sql.rs:1: SQL is written",
            "plans/sql.rs:3: SQL stands in a",
            "scoring/sql.rs:2: SQL stands in a",
        ],
    );
}

#[test]
fn tables_that_no_test_prepares_are_found() {
    let repo = Repo::of(&[
        ("web/src/plans/sql.rs", "sql! { A = \"select 1\"; }"),
        ("web/src/polls/sql.rs", "sql! { A = \"select 1\"; }"),
        ("web/src/intake.rs", "sql! { A = \"select 1\"; }"),
        ("web/src/db.rs", "[crate::plans::sql::STATEMENTS]"),
    ]);
    finds(&unregistered_tables(&repo), &["intake::STATEMENTS", "polls::sql::STATEMENTS"]);
}

#[test]
fn trespasses_are_found() {
    let repo = Repo::of(&[
        ("web/src/plans/mod.rs", "pub mod sql;\nsql::a(); super::sql::a(); crate::plans::sql::a(); polls::sql::a();"),
        ("web/src/scoring.rs", "crate::polls::sql::STATEMENTS"),
    ]);
    finds(&trespasses(&repo), &["plans/mod.rs:2: call `polls`", "plans/mod.rs:1: `sql` is"]);
}
