//! One folder of migrations, the same for both databases, each used once and never numbered twice; and no column that
//! would hold what we promise not to keep.

use std::collections::BTreeMap;

use crate::{
    finds, none,
    repo::{Repo, problem, words},
};

/// Types and words that the two databases understand differently, or that leak the order in which rows were made.
const NOT_PORTABLE: &[(&str, &str)] = &[
    ("serial", "an order of making: use a random key or a counter row"),
    ("bigserial", "an order of making: use a random key or a counter row"),
    ("autoincrement", "an order of making: use a random key or a counter row"),
    ("identity", "an order of making: use a random key or a counter row"),
    ("integer", "`bigint`: the two databases give it different widths"),
    ("int", "`bigint`: the two databases give it different widths"),
    ("real", "`double precision`"),
    ("varchar", "`text`"),
    ("json", "`text`, encoded with serde at the row"),
    ("jsonb", "`text`, encoded with serde at the row"),
    ("timestamp", "`bigint` milliseconds"),
    ("timestamptz", "`bigint` milliseconds"),
    ("datetime", "`bigint` milliseconds"),
    ("bytea", "`text`: the two databases name bytes differently"),
    ("blob", "`text`: the two databases name bytes differently"),
];

/// Columns that would break a promise to the people who answer (invariant 7, QUALITY.md 2).
const NEVER_KEPT: &[&str] =
    &["ip", "ip_address", "remote_addr", "user_agent", "postcode", "birth_date", "date_of_birth", "dob"];

fn faults(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    let mut numbers = BTreeMap::new();
    for (path, text) in repo.files() {
        let Some(name) = path.strip_prefix("migrations/") else { continue };
        let number = name.strip_suffix(".sql").and_then(|name| name.split_once('_')).map_or("", |(number, _)| number);
        if number.len() != 4 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            problems.push(format!("{path}: a migration is named like 0007_what_it_adds.sql"));
        } else if let Some(other) = numbers.insert(number, path) {
            problems.push(format!("{path}: the number of {other}"));
        }
        let sql = bare(text);
        let loud = sql.bytes().position(|byte| byte.is_ascii_uppercase());
        problems.extend(loud.map(|at| problem(path, &sql, at, "SQL is written in lower case")));
        for (word, wrong) in NOT_PORTABLE {
            problems.extend(words(&sql, word).map(|at| problem(path, &sql, at, wrong)));
        }
        for column in NEVER_KEPT {
            let begins_line = |at: &usize| sql[..*at].trim_end_matches(' ').ends_with(['\n', '(']);
            let found = words(&sql, column).filter(begins_line);
            problems.extend(found.map(|at| problem(path, &sql, at, "we promise not to keep this")));
        }
    }
    problems
}

/// The SQL without its comments and texts, of the same length.
fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (sql, comment) = line.split_at(line.find("--").unwrap_or(line.len()));
        for (index, piece) in sql.split('\'').enumerate() {
            if index > 0 {
                bare.push('\'');
            }
            let quoted = index % 2 == 1;
            bare.extend(piece.chars().map(|c| if quoted { ' ' } else { c }));
        }
        bare.extend(comment.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
    }
    bare
}

/// The folder is taken in whole, in one place: so each file is used once, and none can be forgotten.
fn uses(repo: &Repo) -> usize {
    repo.rust("web/src/").map(|(_, rust)| words(&rust.code, "migrate!").count()).sum()
}

#[test]
fn migrations_are_portable_and_keep_promises() {
    let repo = Repo::here();
    none(&faults(&repo));
    assert_eq!(uses(&repo), 1, "the migrations are taken in once, by `sqlx::migrate!` in web/src/db.rs");
    assert!(repo.paths().filter(|path| path.starts_with("migrations/")).count() > 0);
}

#[test]
fn faults_are_found() {
    let repo = Repo::of(&[
        (
            "migrations/0001_a.sql",
            "-- An integer\ncreate table a (\n  id text default 'X',\n  n integer,\n  postcode text\n);\nCREATE table b;\n",
        ),
        ("migrations/0001_b.sql", "create table postcode (\n  outward text -- of a postcode\n);\n"),
        ("migrations/b.sql", ""),
    ]);
    let wrong = [
        "0001_a.sql:7: SQL is written",
        "0001_a.sql:4: `bigint`",
        "0001_a.sql:5: we promise",
        "0001_b.sql: the number of migrations/0001_a.sql",
        "migrations/b.sql: a migration is named",
    ];
    finds(&faults(&repo), &wrong);
    assert_eq!(uses(&Repo::of(&[("web/src/a.rs", "migrate!(a); // migrate!(b)")])), 1);
}
