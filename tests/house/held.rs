//! Nothing of the database is held while a plugin computes: there are few connections, and pages need them.

use crate::{
    finds,
    lengths::functions,
    none,
    repo::{Repo, problem, words},
};

/// What computes for as long as a plugin may.
const COMPUTES: &[&str] = &["aside", "insight", "unsteady", "held_against"];

fn held(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("web/src/") {
        for function in functions(&rust) {
            let body = &rust.code[function.body.clone()];
            for at in COMPUTES.iter().flat_map(|word| words(body, word)).filter(|at| is_call(&body[*at..])) {
                let before = &body[..at];
                let last = |text: &str| before.rfind(text);
                let begun = last("let mut tx =").or(last("let (mut tx"));
                let ended = last("drop(tx)").max(last("tx.commit()"));
                if begun.is_some() && begun > ended {
                    let wrong =
                        format!("`{}` holds a transaction while a plugin computes: drop it first", function.name);
                    problems.push(problem(path, &rust.code, function.body.start + at, &wrong));
                }
            }
        }
    }
    problems
}

fn is_call(code: &str) -> bool {
    code.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').starts_with('(')
}

#[test]
fn no_transaction_is_held_while_a_plugin_computes() {
    none(&held(&Repo::here()));
}

#[test]
fn a_transaction_that_is_held_is_found() {
    let held_on = "async fn f() {\n let mut tx = app.db.read().await?;\n aside(\"x\", move || 1).await;\n}\n";
    let let_go = "async fn g() {\n let mut tx = app.db.read().await?;\n drop(tx);\n work.insight(&desk).await;\n}\n";
    let other =
        "async fn h() {\n let found = find(&mut app.db.read().await?).await?;\n aside(\"x\", move || 1).await;\n}\n";
    let text = [held_on, let_go, other].concat();
    finds(&held(&Repo::of(&[("web/src/scoring.rs", &text)])), &["`f` holds a transaction"]);
}
