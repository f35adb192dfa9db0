//! Rules for what is filled in.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Document, Element};

fn controls(page: &Document) -> impl Iterator<Item = (usize, &Element)> {
    page.elements.iter().enumerate().filter(|(_, element)| element.is_control())
}

/// Every control has words, and one label at most: some readers speak the first of two, some the last.
pub(crate) fn labels(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, control) in controls(page) {
        let id = control.get("id");
        let by_id = page.all(&["label"]).filter(|(_, label)| id.is_some() && label.get("for") == id).count();
        let around = usize::from(page.within(at, "label").is_some());
        let said = control.get("aria-label").is_some_and(|words| !words.trim().is_empty());
        match by_id + around + usize::from(said || control.has("aria-labelledby")) {
            0 => faults.push(format!("{} has none", control.shown())),
            1 => {}
            _ => faults.push(format!("{} has more than one", control.shown())),
        }
        if control.has("placeholder") {
            faults.push(format!("{} has a placeholder, which is gone when it is needed", control.shown()));
        }
    }
    for (_, label) in page.all(&["label"]) {
        let named = label.get("for").and_then(|id| page.by_id(id));
        if named.is_some_and(|(_, control)| !control.is_control()) {
            faults.push(format!("{} is for what cannot be labelled", label.shown()));
        }
    }
    faults
}

/// What has no name is not sent.
pub(crate) fn names(page: &Document) -> Vec<String> {
    let sent = page.all(&["input", "select", "textarea"]);
    let nameless = sent.filter(|(_, control)| control.get("name").is_none_or(str::is_empty));
    nameless.map(|(_, control)| format!("{} has none", control.shown())).collect()
}

/// Radio buttons of one name stand in one fieldset, no other name does, and its legend says what they answer, as no other
/// legend of the page does: in a list of the page's groups they are told apart by it.
pub(crate) fn groups(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let mut groups: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    let mut names: BTreeMap<usize, &str> = BTreeMap::new();
    for (at, radio) in controls(page).filter(|(_, control)| control.get("type") == Some("radio")) {
        let (name, fieldset) = (radio.get("name").unwrap_or_default(), page.within(at, "fieldset"));
        if *groups.entry(name).or_insert(fieldset) != fieldset {
            faults.push(format!("the buttons of \"{name}\" stand in more than one fieldset"));
        }
        match fieldset {
            None => faults.push(format!("{} stands in no fieldset", radio.shown())),
            Some(fieldset) if *names.entry(fieldset).or_insert(name) != name => {
                faults.push(format!("\"{name}\" shares its fieldset with another name"));
            }
            Some(_) => {}
        }
    }
    for (at, fieldset) in page.all(&["fieldset"]) {
        if page.within(at, "fieldset").is_some() {
            faults.push(format!("{} stands in another", fieldset.shown()));
        }
        let first = page.elements.get(at + 1).filter(|first| first.parent == Some(at) && first.name == "legend");
        if first.is_none_or(|legend| legend.text.trim().is_empty()) {
            faults.push(format!("{} does not begin with a legend", fieldset.shown()));
        }
    }
    let mut said = BTreeSet::new();
    let again = page.all(&["legend"]).filter(|(_, legend)| !said.insert(legend.text.trim()));
    faults.extend(again.map(|(_, legend)| format!("two groups are called \"{}\"", legend.text.trim())));
    faults
}

/// A hint or an error is said with the control that is reached, not with its group: readers that come to a button in a
/// group speak the description of the button and leave out that of the group.
pub(crate) fn descriptions(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let described = |id: &str| {
        controls(page).any(|(_, control)| {
            control.get("aria-describedby").is_some_and(|ids| ids.split_whitespace().any(|named| named == id))
        })
    };
    for element in &page.elements {
        if element.name == "fieldset" && element.has("aria-describedby") {
            faults.push(format!("{} is described: describe its first control", element.shown()));
        }
        let note = ["hint", "error"].into_iter().any(|class| element.has_class(class));
        if let Some(id) = element.get("id").filter(|id| note && !described(id)) {
            faults.push(format!("no control is described by \"{id}\""));
        }
        if element.has("aria-invalid") && (!element.is_control() || element.get("type") == Some("radio")) {
            faults.push(format!("{} cannot be invalid", element.shown()));
        }
    }
    faults
}

/// Enter presses a form's first button. That has to be the one that goes on, not one that does something else.
pub(crate) fn buttons(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let mut pressed: Vec<usize> = Vec::new();
    for (at, button) in page.all(&["button"]) {
        let own = button.get("type").unwrap_or("submit");
        match page.within(at, "form") {
            _ if own == "button" => {}
            None => faults.push(format!("{} sends no form", button.shown())),
            Some(form) if !pressed.contains(&form) => {
                pressed.push(form);
                let typed = controls(page).any(|(control, _)| page.within(control, "form") == Some(form));
                if typed && button.has("name") {
                    faults.push(format!("{} is the first in its form and does something else", button.shown()));
                }
            }
            Some(_) => {}
        }
    }
    faults
}
