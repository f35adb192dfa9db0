//! Pages carry no style and no script of their own: the content security policy would refuse them, and so do we.

use crate::{
    finds, none,
    repo::{Repo, has_ending, problem, words},
};

fn inline(repo: &Repo) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, rust) in repo.rust("web/src/") {
        let code = rust.shipped_code();
        for (text, wrong) in [
            (" style=", "an inline style: use a class of heard.css"),
            ("style {", "an inline style sheet: use heard.css"),
            ("script {", "an inline script: serve it as a file, and do without it first"),
        ] {
            let found = words(code, text.trim_start()).filter(|at| code[..*at].ends_with([' ', '\n', '{']));
            problems.extend(found.map(|at| problem(path, code, at, wrong)));
        }
        let handlers = code.match_indices(" on").filter(|(at, _)| {
            let name = code[at + 3..].trim_start_matches(|c: char| c.is_ascii_lowercase());
            name.starts_with('=') && !name.starts_with("==") && !name.starts_with("=>")
        });
        problems
            .extend(handlers.map(|(at, _)| problem(path, code, at, "an inline handler: pages work without script")));
    }
    problems
}

fn drawings(repo: &Repo) -> Vec<String> {
    let drawn = repo.files().filter(|(path, _)| path.starts_with("web/assets/") && has_ending(path, "svg"));
    let bad =
        drawn.filter(|(_, text)| text.contains("<script") || text.contains("href=\"http") || text.contains("<style"));
    bad.map(|(path, _)| format!("{path}: a drawing holds no script, no style sheet and nothing from elsewhere"))
        .collect()
}

#[test]
fn pages_have_no_inline_style_or_script() {
    let repo = Repo::here();
    none(&inline(&repo));
    none(&drawings(&repo));
}

#[test]
fn inline_style_and_script_are_found() {
    let source = "html! { p style=\"a\" { \"style=\" } script { \"x\" } button onclick=\"x\" {} script src=\"/x.js\" {} }\nlet style = on_a == one;\n";
    let repo = Repo::of(&[
        ("web/src/a/view.rs", source),
        ("web/assets/a.svg", "<svg><script/></svg>"),
        ("web/assets/b.svg", "<svg/>"),
    ]);
    finds(&inline(&repo), &["an inline style:", "an inline script:", "an inline handler:"]);
    finds(&drawings(&repo), &["a.svg"]);
}
