//! Style sheets: small, of this house, and the same from right to left.

use std::collections::BTreeMap;

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

/// Pairs of tokens with the contrast that WCAG asks of them at its highest level: 7 to 1 for words, 3 to 1 for what is
/// looked at: edges and the focus, of whose two rings one has to stand out.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "paper", 7.0),
    ("ink", "card", 7.0),
    ("ink", "tint", 7.0),
    ("ink", "bad-tint", 7.0),
    ("soft", "paper", 7.0),
    ("soft", "card", 7.0),
    ("main", "paper", 7.0),
    ("main", "card", 7.0),
    ("on-main", "main", 7.0),
    ("bad", "paper", 7.0),
    ("bad", "bad-tint", 7.0),
    ("good", "paper", 7.0),
    ("good", "card", 7.0),
    ("paper", "bad", 7.0),
    ("line", "paper", 3.0),
    ("line", "card", 3.0),
    ("ink", "glow", 3.0),
    ("warm", "paper", 3.0),
];

/// Too little contrast, in light and dark: the first block of tokens and the second.
fn pale(sheet: &str) -> Vec<String> {
    let light = tokens(sheet, "");
    let mut dark = light.clone();
    dark.extend(tokens(sheet, "prefers-color-scheme: dark"));
    let mut faults = Vec::new();
    for (scheme, tokens) in [("light", light), ("dark", dark)] {
        for (front, back, least) in PAIRS {
            let found = contrast(&tokens[*front], &tokens[*back]);
            // In the dark, the ring of light stands out by itself from the page.
            let found = if *back == "glow" { found.max(contrast(&tokens["glow"], &tokens["paper"])) } else { found };
            if found < *least {
                faults.push(format!("{scheme}: --{front} on --{back} is {found:.2} to 1, of at least {least}"));
            }
        }
    }
    faults
}

/// The `--name: #colour` of the first `:root` after a mark.
fn tokens(sheet: &str, after: &str) -> BTreeMap<String, String> {
    let from = sheet.find(after).expect("the sheet has the mark");
    let block = sheet[from..].split_once(":root {").expect("tokens").1.split_once('}').expect("an end").0;
    let pairs = block.split(';').filter_map(|pair| pair.trim().strip_prefix("--")?.split_once(": #"));
    pairs.map(|(name, colour)| (name.to_owned(), colour.to_owned())).collect()
}

/// The contrast of two colours (WCAG 2.2, definition of contrast ratio), from 1 to 21.
fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of a colour as `#rgb` or `#rrggbb` writes it, without its sign (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let digits: String =
        if colour.len() == 3 { colour.chars().flat_map(|c| [c, c]).collect() } else { colour.to_owned() };
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("a colour in figures")) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

#[test]
fn words_and_edges_stand_out_in_light_and_dark() {
    none(&pale(Repo::here().text("web/assets/heard.css")));
    // Check values of the formula: black on white, and the grey that WCAG's own texts name for 4.5 to 1.
    assert!((contrast("000", "ffffff") - 21.0).abs() < 1e-9 && (contrast("767676", "fff") - 4.54).abs() < 0.01);
}

/// `heard_core::colour` checks what services choose against papers of its own list.
#[test]
fn what_services_choose_is_checked_against_the_papers_of_the_sheet() {
    let repo = Repo::here();
    let (sheet, core) = (repo.text("web/assets/heard.css"), repo.text("core/src/colour.rs"));
    let light = tokens(sheet, "");
    let mut dark = light.clone();
    dark.extend(tokens(sheet, "prefers-color-scheme: dark"));
    for (list, tokens) in [("LIGHT", light), ("DARK", dark)] {
        let list = core.split_once(&format!("const {list}:")).expect("a list").1.split_once("];").expect("an end").0;
        let list = list.replace(", 0x", "").replace("Colour([0x", "#");
        for name in ["paper", "card", "on-main", "tint"] {
            let colour = &tokens[name];
            let long: String =
                if colour.len() == 3 { colour.chars().flat_map(|c| [c, c]).collect() } else { colour.clone() };
            assert!(list.contains(&format!("#{long}]), \"{name}\"")), "{name} is #{long} in the sheet: {list}");
        }
    }
}

#[test]
fn pale_words_are_found() {
    let sheet = Repo::here().text("web/assets/heard.css").replace("--soft: #c3ccd2", "--soft: #8a949a");
    finds(&pale(&sheet), &["dark: --soft on --paper", "dark: --soft on --card"]);
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
