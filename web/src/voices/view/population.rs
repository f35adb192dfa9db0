//! The form in which a service brings figures of its population.

use heard_core::equality;
use maud::{Markup, html};

use super::ENGLISH;
use crate::{
    form::sheet::{changed_meanwhile, file_box},
    staff::{Colleague, staff_page},
    voices::{
        population::{FILE, FROM, Form, LINES, SOURCE, YEAR},
        reading::{ALL, Known},
    },
    words::words,
};

/// How many problems are told at once.
const TOLD: usize = 20;
/// From how many districts on their names are not listed.
const MANY: usize = 60;

pub(in crate::voices) fn form(me: &Colleague, form: &Form<'_>) -> Markup {
    let own = me.path("population");
    let title = "The population";
    staff_page(&ENGLISH, me, title, "surveys")
        .sheet("settings.css")
        .sheet("builder.css")
        .wrong(!form.problems.is_empty() || form.meanwhile)
        .show(html! {
            p { a class="back" href=(me.path("surveys")) { "Back to surveys" } }
            @if !form.problems.is_empty() { (problems(form)) }
            @if form.meanwhile { (changed_meanwhile("A colleague brought other figures.", &own)) }
            h1 { "Who there is to hear" }
            p {
                "How many people belong to each group, and live in each district. Each wave holds those who answered against it, and "
                "says whose voices are missing. Only what you bring is used."
            }
            (sources())
            form method="post" action=(own) enctype="multipart/form-data" novalidate {
                input type="hidden" name=(FROM) value=(form.from);
                (lines(form))
                (file_box(FILE, "Or a file", "A table with the same three columns, saved as CSV. It takes the place of all lines above. 256 KB at most.",
                    ".csv,.txt,text/csv", first(form, FILE)))
                (short(form, SOURCE, "Where the figures come from", "Such as: Census 2021, Office for National Statistics, table TS021. Your colleagues read it beside every comparison."))
                (short(form, YEAR, "Year of the figures", "Such as 2021."))
                div class="actions" { button { "Save" } }
            }
            (codes(form.known))
        })
}

fn problems(form: &Form<'_>) -> Markup {
    html! {
        div class="problem" {
            div role="alert" {
                h2 { (words(&ENGLISH).problem) }
                ul { @for (field, problem) in form.problems.iter().take(TOLD) { li { a href={ "#" (field) } { (problem) } } } }
                @if form.problems.len() > TOLD { p { "And " (form.problems.len() - TOLD) " more like these. What you brought is below." } }
            }
        }
    }
}

fn sources() -> Markup {
    html! {
        details {
            summary { "Where official figures come from" }
            ul {
                li { "Districts, ethnic group, disability, religion, language: Census 2021 by the Office for National Statistics, by local authority district." }
                li { "How many people live in a district now: mid-year population estimates by the Office for National Statistics." }
                li { "Free school meals, language and phase of pupils: “Schools, pupils and their characteristics” by the Department for Education, each year." }
                li { "SEN support and EHC plans: “Special educational needs in England” by the Department for Education, each year." }
            }
            p { "Your local authority’s public health or school place planning team often has them for your area already." }
        }
    }
}

fn lines(form: &Form<'_>) -> Markup {
    let typed = form.typed.first(LINES);
    let error = first(form, LINES);
    let rows = (typed.lines().count() + 2).clamp(8, 20);
    let described_by = if error.is_some() { format!("{LINES}-Error {LINES}-Hint") } else { format!("{LINES}-Hint") };
    html! {
        div class={ "question" @if error.is_some() { " wrong" } } {
            h2 { label for=(LINES) { "Lines of what, group, people" } }
            p class="hint" id={ (LINES) "-Hint" } {
                "Paste them from a spreadsheet, or type them. For example: “area, " (example(form.known)) ", 12300”, “free_school_meals, yes, 4100”."
            }
            @if let Some(advice) = error {
                p class="error" id={ (LINES) "-Error" } { span class="unseen" { (words(&ENGLISH).error) " " } (advice) }
            }
            textarea id=(LINES) name=(LINES) rows=(rows) autocomplete="off" spellcheck="false" dir="ltr" aria-describedby=(described_by)
                aria-invalid=[error.map(|_| "true")] { "\n" (typed) }
        }
    }
}

fn example(known: &Known) -> &str {
    known.areas.values().next().map_or("E07000243", |name| name)
}

fn short(form: &Form<'_>, name: &str, label: &str, hint: &str) -> Markup {
    let error = first(form, name);
    let described_by = if error.is_some() { format!("{name}-Error {name}-Hint") } else { format!("{name}-Hint") };
    html! {
        div class={ "question" @if error.is_some() { " wrong" } } {
            h2 { label for=(name) { (label) } }
            p class="hint" id={ (name) "-Hint" } { (hint) }
            @if let Some(advice) = error {
                p class="error" id={ (name) "-Error" } { span class="unseen" { (words(&ENGLISH).error) " " } (advice) }
            }
            input type="text" id=(name) name=(name) value=(form.typed.first(name)) autocomplete="off" aria-describedby=(described_by)
                aria-invalid=[error.map(|_| "true")];
        }
    }
}

/// The first thing that is wrong with a field.
fn first<'f>(form: &Form<'f>, field: &str) -> Option<&'f str> {
    form.problems.iter().find(|(wrong, _)| *wrong == field).map(|(_, problem)| &**problem)
}

fn codes(known: &Known) -> Markup {
    html! {
        h2 { "What can stand in a line" }
        details {
            summary { "area: districts" }
            @if known.areas.len() > MANY || known.areas.is_empty() {
                p { "The code of a district, as the Office for National Statistics writes it, such as E07000243, or its name." }
            } @else {
                ul { @for (code, name) in &known.areas { li { code { (code) } " or " (name) } } }
            }
        }
        @for question in &known.questions {
            details {
                summary { (question.key) ": " (question.text.get(&ENGLISH)) }
                ul {
                    @for group in equality::groups(question) { li { code { (group.code) } ": " (group.name) } }
                    @if equality::is_several(question) { li { code { (ALL) } ": everybody. Needed, because one person can be in several groups." } }
                }
            }
        }
    }
}
