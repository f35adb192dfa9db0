//! The page on which a draft is put in force.

use heard_core::plan::Plan;
use maud::{Markup, html};

use super::{ENGLISH, advised, back, frame};
use crate::{
    form::sheet::{Sheet, summary},
    page::capital,
    plans::{changes, writing::in_force::Held},
    staff::Colleague,
};

pub(in crate::plans::writing) fn page(me: &Colleague, held: &Held<'_>) -> Markup {
    let Held { draft, current, typed, troubles, meanwhile } = held;
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let plan = &draft.plan;
    let faults = plan.faults();
    frame(me, "Put the plan in force").wrong(!troubles.is_empty() || *meanwhile).show(html! {
        (back(&me.path("plan/write"), "Back to the draft"))
        (summary(troubles))
        @if *meanwhile {
            div class="problem" { div role="alert" {
                h2 { "It changed meanwhile" }
                p { "The draft or the plan in force is not any more what this page showed. Look at it again below; nothing is in force yet." }
            } }
        }
        h1 { "Put the plan in force" }
        h2 { "What changes" }
        @match current {
            None => p { "It is your first plan here: everybody can read it from then on." },
            Some((version, before)) => {
                p { "Beside version " (version) ", which is in force now:" }
                (changes::list(&plan.changes_since(before)))
            }
        }
        h2 { "Before it can be put in force" }
        @if faults.is_empty() { p { "Nothing has to be changed." } } @else {
            ul class="checks" { @for fault in &faults { li { (place(plan, &fault.at)) ": " (capital(&fault.message)) @if !fault.message.ends_with('.') { "." } } } }
        }
        (advised(me, plan, &plan.advice()))
        @if faults.is_empty() {
            form method="post" action=(me.path("plan/write/in-force")) novalidate {
                input type="hidden" name="seen" value=(held.seen());
                (sheet.line("note", "What changed, and why", "A sentence for the history, which your colleagues read."))
                div class="actions" { button { "Put it in force" } }
            }
        }
    })
}

/// What people call the place of a fault.
fn place(plan: &Plan, at: &str) -> String {
    let mut steps = at.split('/');
    let mut number = || steps.nth(1).and_then(|step| step.parse::<usize>().ok());
    let Some(priority) = number().and_then(|at| plan.priorities.get(at)) else {
        return capital(at);
    };
    let part = number().and_then(|one| {
        let action = at.contains("/actions/").then(|| priority.actions.get(one).map(|one| &one.title)).flatten();
        action.or_else(|| priority.indicators.get(one).map(|one| &one.title))
    });
    format!("“{}”", part.unwrap_or(&priority.title).get(&ENGLISH))
}
