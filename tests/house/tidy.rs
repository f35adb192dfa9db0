//! House rules that a machine can check. Each rule is a function from the repository to its problems, and each is
//! shown a planted violation first: a check that cannot fail is no check.
//!
//! `cargo tidy` runs them alone.

mod css;
mod held;
mod imports;
mod lengths;
mod marks;
mod migrations;
mod purity;
mod repo;
mod rooms;
mod rust;
mod statements;
mod views;

/// Fails with all problems, one a line.
#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{} problem(s):\n  {}\n", problems.len(), problems.join("\n  "));
}

/// Fails unless exactly one problem was found for each of the words, in order.
#[track_caller]
fn finds(problems: &[String], words: &[&str]) {
    let found =
        problems.len() == words.len() && problems.iter().zip(words).all(|(problem, word)| problem.contains(word));
    assert!(found, "looked for {words:?} in {problems:#?}");
}
