//! Rules for the page as a whole.

use std::collections::BTreeSet;

use crate::document::Document;

/// What a browser would have to guess. (In a foreign element such as `svg`, a closing slash is no fault.)
pub(crate) fn syntax(page: &Document) -> Vec<String> {
    page.errors.clone()
}

pub(crate) fn ids(page: &Document) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let ids = page.elements.iter().filter_map(|element| element.get("id"));
    ids.filter(|id| id.is_empty() || id.contains(char::is_whitespace) || !seen.insert(*id))
        .map(|id| format!("\"{id}\" is empty, has a blank or stands twice"))
        .collect()
}

/// What names an id has to name one that is there.
pub(crate) fn references(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for element in &page.elements {
        for (name, value) in element.attributes() {
            let ids: Vec<&str> = match name {
                "for" | "form" | "list" => vec![value],
                "aria-describedby" | "aria-labelledby" | "aria-controls" | "aria-owns" | "headers" => {
                    value.split_whitespace().collect()
                }
                "href" if element.name == "a" => value.strip_prefix('#').into_iter().collect(),
                _ => continue,
            };
            if ids.is_empty() && name != "href" {
                faults.push(format!("{} has an empty {name}", element.shown()));
            }
            let gone = ids.into_iter().filter(|id| page.by_id(id).is_none());
            faults.extend(gone.map(|id| format!("{name} of {} names \"{id}\", which is not there", element.shown())));
        }
    }
    faults
}

/// Languages that run from right to left.
const RIGHT_TO_LEFT: [&str; 6] = ["ar", "fa", "he", "ps", "ur", "yi"];

fn direction(lang: &str) -> &'static str {
    let rtl = lang.split('-').next().is_some_and(|tag| RIGHT_TO_LEFT.contains(&tag));
    if rtl { "rtl" } else { "ltr" }
}

pub(crate) fn language(page: &Document) -> Vec<String> {
    let Some((_, html)) = page.all(&["html"]).next() else { return vec!["no <html>".to_owned()] };
    let (Some(lang), Some(dir)) = (html.get("lang"), html.get("dir")) else {
        return vec!["<html> has no lang or no dir".to_owned()];
    };
    if dir == direction(lang) { Vec::new() } else { vec![format!("{lang} does not run {dir}")] }
}

/// A part in another language says its direction where that is another; `bdi` and `option` find it by themselves.
pub(crate) fn directions(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, element) in page.elements.iter().enumerate() {
        let Some(lang) = element.get("lang").filter(|_| element.name != "html") else { continue };
        let around = page.around(at).find_map(|(_, outer)| outer.get("dir")).unwrap_or("ltr");
        let own = element.get("dir").unwrap_or(around);
        let finds_its_own = element.is(&["bdi", "option"]) && !element.has("dir");
        if own != direction(lang) && !finds_its_own {
            faults.push(format!("{} is in {lang} and runs {own}", element.shown()));
        }
    }
    faults
}

pub(crate) fn landmarks(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for name in ["main", "h1", "title"] {
        let found = page.all(&[name]).count();
        if found != 1 {
            faults.push(format!("{found} <{name}>, not one"));
        }
    }
    let first = page.all(&["a", "button", "input"]).next();
    if first.is_none_or(|(_, first)| first.get("href") != Some("#Main")) {
        faults.push("the first thing that the keyboard reaches does not skip to the main part".to_owned());
    }
    let zoom = page.all(&["meta"]).find(|(_, meta)| meta.get("name") == Some("viewport"));
    let fixed = |content: &str| content.contains("user-scalable") || content.contains("maximum-scale");
    if zoom.is_none_or(|(_, meta)| meta.get("content").is_none_or(fixed)) {
        faults.push("no viewport, or one that cannot be zoomed".to_owned());
    }
    faults
}

pub(crate) fn own_style_or_script(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for element in &page.elements {
        let inline = element.name == "style" || element.name == "script" && !element.has("src");
        let own = element.attributes().any(|(name, _)| name == "style" || name.starts_with("on"));
        let runs = element.get("href").is_some_and(|href| href.trim_start().starts_with("javascript:"));
        if inline || own || runs {
            faults.push(element.shown());
        }
    }
    faults
}

/// What the keyboard stops at.
const REACHED: &[&str] = &["a", "button", "input", "select", "textarea", "summary"];

pub(crate) fn keyboard(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, element) in page.elements.iter().enumerate() {
        if element.get("tabindex").is_some_and(|order| !["0", "-1"].contains(&order)) {
            faults.push(format!("{} has an order of its own", element.shown()));
        }
        // Whoever types sheet after sheet expects the next box to wait for them; everybody else begins where the page does.
        let typing = page.around(at).any(|(_, outer)| outer.name == "form" && outer.has_class("typing"));
        if element.has("autofocus") && !typing || element.has("accesskey") {
            faults.push(format!("{} takes the focus or a key to itself", element.shown()));
        }
        if element.get("target").is_some() {
            faults.push(format!("{} opens a window", element.shown()));
        }
        if element.is(REACHED)
            && let Some((_, outer)) = page.around(at).find(|(_, outer)| outer.is(REACHED))
        {
            faults.push(format!("{} stands in {}", element.shown(), outer.shown()));
        }
    }
    faults
}
