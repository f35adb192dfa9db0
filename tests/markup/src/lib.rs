//! Rules of accessible markup that need only the HTML of a page, and so take a millisecond: what a browser is needed for
//! (colours, focus, sizes) is looked at in `tests/browser`.
//!
//! [`faults`] reads the page with the parser that browsers' standards describe, and each rule looks through its elements.

mod document;
mod forms;
mod frame;
#[cfg(test)]
mod tests;
mod wording;

use document::Document;

/// A rule: what is wrong on a page, a line each.
type Rule = fn(&Document) -> Vec<String>;

const RULES: [(&str, Rule); 18] = [
    ("syntax", frame::syntax),
    ("ids", frame::ids),
    ("references", frame::references),
    ("language", frame::language),
    ("directions", frame::directions),
    ("landmarks", frame::landmarks),
    ("own style or script", frame::own_style_or_script),
    ("keyboard", frame::keyboard),
    ("headings", wording::headings),
    ("title", wording::title),
    ("words of links and buttons", wording::links_and_buttons),
    ("pictures", wording::pictures),
    ("tables", wording::tables),
    ("labels", forms::labels),
    ("names", forms::names),
    ("groups", forms::groups),
    ("descriptions", forms::descriptions),
    ("what Enter presses", forms::buttons),
];

/// What is wrong with a whole page, a line each, with the rule that says so; nothing where all is well.
pub fn faults(html: &str) -> Vec<String> {
    let page = Document::read(html);
    let found =
        RULES.iter().flat_map(|(name, rule)| rule(&page).into_iter().map(move |fault| format!("{name}: {fault}")));
    found.collect()
}
