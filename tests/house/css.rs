//! Style sheets: small, of this house, and the same from right to left.

use crate::{
    finds, none,
    repo::{Repo, has_ending, problem},
};

/// Raw bytes of a style sheet (QUALITY.md 1.4).
const LIMIT: usize = 15_000;

fn faults(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, text) in repo.files().filter(|(path, _)| has_ending(path, "css")) {
        if text.len() > LIMIT {
            problems.push(format!("{path}: {} bytes, of at most {LIMIT}", text.len()));
        }
        for (at, property, value) in declarations(text) {
            let sided = ["left", "right", "top", "bottom"].into_iter().any(|side| {
                property == side || property.split('-').any(|part| part == side) && !property.starts_with("--")
            });
            let turned = ["float", "clear", "text-align"].contains(&property) && ["left", "right"].contains(&value);
            if sided || turned {
                let wrong = format!("`{property}: {value}` has a side: use inline-start, inset-block-end and the like");
                problems.push(problem(path, text, at, &wrong));
            }
        }
        for (word, wrong) in [
            ("@import", "one request a page"),
            ("@font-face", "system fonts only"),
            ("http://", "nothing from elsewhere"),
            ("https://", "nothing from elsewhere"),
        ] {
            problems.extend(text.match_indices(word).map(|(at, _)| problem(path, text, at, wrong)));
        }
    }
    problems
}

/// Each `property: value` with its place.
fn declarations(text: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut from = 0;
    text.split_inclusive(['{', '}', ';']).filter_map(move |piece| {
        let at = from;
        from += piece.len();
        // A selector such as `a:hover {` is none, and a comment may stand before a property.
        let piece = piece.strip_suffix([';', '}'])?;
        let bare = piece.rsplit("*/").next()?;
        let (property, value) = bare.split_once(':')?;
        Some((at + piece.len() - bare.trim_start().len(), property.trim(), value.trim()))
    })
}

#[test]
fn style_sheets_are_small_and_have_no_sides() {
    none(&faults(&Repo::here()));
}

#[test]
fn faults_are_found() {
    let sheet = "/* left: 1 */ a:hover { margin-inline-start: 1px; margin-left: 1px }\nb {\n  text-align: right;\n  left: 0; text-align: start; background: url(https://x) }\n";
    let long = "a { color: red; }\n".repeat(LIMIT / 18 + 1);
    let repo = Repo::of(&[("web/assets/a.css", sheet), ("web/assets/b.css", &long)]);
    let wrong = [
        "a.css:1: `margin-left",
        "a.css:3: `text-align: right",
        "a.css:4: `left",
        "a.css:4: nothing from",
        "b.css: 15012 bytes",
    ];
    finds(&faults(&repo), &wrong);
}
