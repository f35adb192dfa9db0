//! Which control a problem belongs to, and the list of problems that heads a form.

use heard_core::text::Lang;
use maud::{Markup, html};
use serde_json::Value;

use super::{Field, Shape, Shown, Trouble, part, read::name};
use crate::words::words;

/// The list of problems that heads a form which came back; nothing where there are none.
pub(in crate::plugins) fn problems(shown: Shown<'_>) -> Markup {
    let targets = targets(shown.form, "", Some(shown.settings), "");
    html! {
        @if !shown.troubles.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(&Lang::english()).problem) }
                    ul {
                        @for trouble in shown.troubles {
                            @match target(&targets, &trouble.at) {
                                Some((id, title)) => li { a href={ "#" (name(id)) } { (in_words(trouble, id, shown)) " " span { (title) } } },
                                None => li { a href="#Form" { (trouble.message) } },
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a problem says; of a list that is one control, with the entry that is meant.
pub(super) fn in_words(trouble: &Trouble, control: &str, shown: Shown<'_>) -> String {
    let entry = (trouble.at != control).then(|| shown.settings.pointer(&trouble.at)).flatten();
    match entry.and_then(Value::as_str) {
        Some(entry) if shown.vocabulary.question(entry).is_some() => {
            format!("“{}”: {}", shown.vocabulary.words(entry), trouble.message)
        }
        Some(entry) => format!("“{entry}”: {}", trouble.message),
        None => trouble.message.clone(),
    }
}

/// The pointer and title of every control.
pub(super) fn targets(field: &Field, at: &str, value: Option<&Value>, within: &str) -> Vec<(String, String)> {
    let title = |own: &str| if within.is_empty() { own.to_owned() } else { format!("{within}, {own}") };
    match &field.shape {
        Shape::Group(parts) => parts
            .iter()
            .flat_map(|one| targets(one, &part(at, &one.key), value.and_then(|value| value.get(&one.key)), within))
            .collect(),
        Shape::Rows { item, .. } => {
            let rows = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let row = |(row, value): (usize, &Value)| {
                let named = title(&format!("{} {}", item.title, row + 1));
                targets(item, &part(at, &row.to_string()), Some(value), &named)
            };
            let rows = rows.iter().enumerate().flat_map(row);
            rows.chain([(at.to_owned(), title(&field.title))]).collect()
        }
        _ => vec![(at.to_owned(), title(&field.title))],
    }
}

/// The control that a problem belongs to: its own, the one that it is an entry of, or the first within.
pub(super) fn target<'t>(targets: &'t [(String, String)], at: &str) -> Option<(&'t str, &'t str)> {
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let around = targets.iter().filter(|(control, _)| within(at, control)).max_by_key(|(control, _)| control.len());
    let found = around.or_else(|| targets.iter().find(|(control, _)| !at.is_empty() && within(control, at)));
    found.map(|(control, title)| (control.as_str(), title.as_str()))
}
