//! Rules for what is read.

use crate::document::Document;

pub(crate) fn headings(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    // The list of problems, a second level, stands before the first.
    let mut before = 1;
    for (_, heading) in page.all(&["h1", "h2", "h3", "h4", "h5", "h6"]) {
        let level = heading.name.as_bytes()[1] - b'0';
        if level > before + 1 {
            faults.push(format!("{} comes after level {before}", heading.shown()));
        }
        if heading.text.trim().is_empty() {
            faults.push(format!("{} says nothing", heading.shown()));
        }
        before = level;
    }
    faults
}

/// The title is there, and begins with the word for an error where something has to be changed.
pub(crate) fn title(page: &Document) -> Vec<String> {
    let title = page.all(&["title"]).next().map_or("", |(_, title)| title.text.trim());
    if title.is_empty() {
        return vec!["the page has no title".to_owned()];
    }
    let error = page.elements.iter().enumerate().find(|(at, element)| {
        element.has_class("unseen") && page.around(*at).any(|(_, outer)| outer.has_class("error"))
    });
    match error {
        Some((_, word)) if !title.starts_with(word.text.trim()) => {
            vec![format!("\"{title}\" does not begin with \"{}\"", word.text.trim())]
        }
        _ => Vec::new(),
    }
}

pub(crate) fn links_and_buttons(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, element) in page.all(&["a", "button", "summary", "legend", "label", "caption"]) {
        let drawn = page.elements.iter().enumerate().any(|(inner, image)| {
            image.get("alt").is_some_and(|alt| !alt.is_empty()) && page.around(inner).any(|(outer, _)| outer == at)
        });
        let named = element.has("aria-label") || element.has("aria-labelledby") || drawn;
        if element.text.trim().is_empty() && !named {
            faults.push(format!("{} says nothing", element.shown()));
        }
        if element.name == "a" && !element.has("href") {
            faults.push(format!("{} leads nowhere", element.shown()));
        }
    }
    faults
}

pub(crate) fn pictures(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, image) in page.all(&["img", "svg"]) {
        let inside = page.within(at, "svg").is_some();
        let said = if image.name == "img" { image.has("alt") } else { image.get("aria-hidden") == Some("true") };
        let named = image.get("role") == Some("img") && (image.has("aria-label") || image.has("aria-labelledby"));
        if !inside && !said && !named {
            faults.push(format!("{} has neither words nor the sign that it needs none", image.shown()));
        }
    }
    faults
}

pub(crate) fn tables(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, table) in page.all(&["table"]) {
        let captioned =
            page.all(&["caption"]).any(|(caption, _)| page.within(caption, "table").is_some_and(|of| of == at));
        if !captioned {
            faults.push(format!("{} has no caption", table.shown()));
        }
    }
    let unscoped = page.all(&["th"]).filter(|(_, head)| !head.has("scope"));
    faults.extend(unscoped.map(|(_, head)| format!("{} heads neither a row nor a column", head.shown())));
    faults
}
