//! The state of a service's bindings, for staff.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::sql::Binding;
use crate::{
    page::{self, Mark},
    staff::{Analyst, staff_page},
};

pub(super) fn bindings(analyst: &Analyst, bindings: &[Binding]) -> Markup {
    let lang = Lang::english();
    staff_page(&lang, analyst, "Scoring", "bindings").show(html! {
        h1 { "Scoring" }
        p class="lead" {
            "A binding is a plugin that is set up for a survey. It turns answers into figures of your plan. "
            "Answers are stored first: a plugin’s fault never loses one."
        }
        @if bindings.is_empty() { p { "No plugin is set up yet." } }
        @for binding in bindings { (one(analyst, binding)) }
    })
}

fn one(analyst: &Analyst, binding: &Binding) -> Markup {
    html! {
        section {
            h2 { (binding.title) }
            p { (state(binding)) }
            @if let Some(fault) = &binding.fault {
                p { "The plugin said or did this: " strong { (fault) } }
                @if analyst.may_edit() {
                    form method="post" action={ "/staff/" (analyst.service) "/bindings/" (binding.key) "/resume" } {
                        div class="actions" { button { "Try again" } }
                    }
                }
            }
            dl class="figures" {
                div { dt { "Waiting to be scored" } dd { (waiting(binding.waiting)) } }
                div { dt { "Could not be scored" } dd { (waiting(binding.unscored)) } }
            }
            details {
                summary { "Where its figures come from" }
                (page::answers(&[
                    fact("Survey", &binding.survey),
                    fact("Plugin", &format!("{} {}", binding.plugin, binding.plugin_version)),
                    fact("Digest of the plugin", &binding.artefact),
                    fact("Settings", &binding.settings),
                    fact("Digest of the settings", &binding.settings_digest),
                ], &Lang::english()))
            }
        }
    }
}

fn state(binding: &Binding) -> Markup {
    match (binding.state.as_str(), binding.waiting) {
        ("active", 0) => page::status(Mark::Done, "Up to date"),
        ("active", _) => page::status(Mark::Up, "Scoring"),
        _ => page::status(Mark::Failed, "Paused because of a fault"),
    }
}

/// Counts of responses on their way are about people as well: small ones are told in words.
fn waiting(count: i64) -> String {
    match count {
        0..10 => "fewer than 10".to_owned(),
        _ => format!("about {}", (count + 2) / 5 * 5),
    }
}

fn fact(name: &str, value: &str) -> page::AnswerRow {
    page::AnswerRow { question: name.to_owned(), answer: vec![value.to_owned()], change: None }
}
