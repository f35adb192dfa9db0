//! Decisions, as the adults see them who have to answer.

use heard_core::answer::Typed;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{ENGLISH, answer, day};
use crate::{
    clock::day_of,
    councils::back,
    decisions::{
        Decision,
        answering::{ACTION, ANSWER, DAY, WORDS},
    },
    form::sheet::{Sheet, Trouble, offers, summary},
    page,
    staff::{Colleague, staff_page},
};

/// A decision on the adults' page of its council, whose address is `own`.
pub(crate) fn staff_card(me: &Colleague, own: &str, decision: &Decision, today: Date) -> Markup {
    let form = me.path(&format!("{own}/polls/{}/answer", decision.poll));
    html! {
        li class="card" {
            h3 { (decision.question) }
            p class="soft" { "Decided on " (day(day_of(decision.decided))) }
            (page::paragraphs(&decision.words))
            (answer(decision, &me.service_name, today))
            p {
                a class="go" href=(form) {
                    @if decision.reply.is_some() { "Answer anew" } @else { "Answer it" }
                    span class="unseen" { ": " (decision.question) }
                }
            }
        }
    }
}

/// What a field of the form is called.
pub(in crate::decisions) fn label(field: &str) -> &'static str {
    match field {
        ANSWER => "Your answer",
        DAY => "By when",
        ACTION => "In the plan",
        _ => "In words",
    }
}

pub(in crate::decisions) fn form(
    me: &Colleague,
    decision: &Decision,
    actions: &[(String, String)],
    typed: &Typed,
    troubles: &[Trouble],
) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let home = me.path(&format!("councils/{}", decision.council));
    staff_page(&ENGLISH, me, "Answer the council", "councils").wrong(!troubles.is_empty()).show(html! {
        (back(&home, "Back to the council"))
        (summary(troubles))
        h1 { "Answer " (decision.council_name) }
        p { "They asked: " q { (decision.question) } }
        p { strong { "They decided:" } }
        (page::paragraphs(&decision.words))
        p { "Your answer is public, and the council says later whether it was done." }
        form method="post" action={ (home) "/polls/" (decision.poll) "/answer" } novalidate {
            (sheet.one_of(ANSWER, label(ANSWER), "", &offers([
                ("yes", "Yes: we will do it"),
                ("partly", "Partly: we will do some of it"),
                ("no", "No: we cannot or will not"),
            ])))
            (sheet.sentences(WORDS, label(WORDS), "What you will do; or why not, honestly. In words that a ten-year-old reads."))
            (sheet.short(DAY, label(DAY), "The day by which it is done, such as 1 March 2027. Needed for a yes."))
            @if !actions.is_empty() { (sheet.pick(ACTION, label(ACTION), "None of its actions", actions)) }
            div class="actions" { button { "Answer" } a class="button quiet" href=(home) { "Not now" } }
        }
    })
}
