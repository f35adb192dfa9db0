//! The page on which a binding is begun.

use heard_core::{answer::Typed, survey::Survey, text::Lang};
use maud::{Markup, Render, html};

use crate::{
    plugins::{setups::adding::Wrong, store::Offer},
    staff::{Colleague, staff_page},
    words::words,
};

pub(in crate::plugins::setups) fn new(
    me: &Colleague,
    surveys: &[Survey],
    offers: &[Offer],
    typed: &Typed,
    wrong: &[Wrong],
) -> Markup {
    let lang = Lang::english();
    let page = staff_page(&lang, me, "Set a plugin up", "bindings").sheet("settings.css");
    let surveys: Vec<_> = surveys.iter().map(|one| (one.key.to_string(), one.title.get(&lang).to_owned())).collect();
    let plugins: Vec<_> = offers.iter().map(|offer| (offer.digest.clone(), offer.name())).collect();
    page.wrong(!wrong.is_empty()).show(html! {
        p { a class="back" href=(me.path("bindings")) { "Back to scoring" } }
        (summary(wrong))
        h1 { "Set a plugin up" }
        p { "First the plugin and the survey; then its settings, with a preview. Nothing counts until an owner switches it on." }
        @if surveys.is_empty() { p { "There is no published survey yet. Publish one first." } }
        form method="post" action=(me.path("bindings/new")) novalidate {
            (field("title", "Name", "What it measures, such as “Welcome and belonging”.", wrong, |described_by, invalid| html! {
                input type="text" id="title" name="title" value=(typed.first("title")) autocomplete="off" aria-describedby=(described_by) aria-invalid=[invalid];
            }))
            (field("survey", "Survey", "Its answers are scored.", wrong, |described_by, invalid| select("survey", &surveys, typed, described_by, invalid)))
            (field("plugin", "Plugin", "What turns answers into figures.", wrong, |described_by, invalid| select("plugin", &plugins, typed, described_by, invalid)))
            p { a class="go" href=(me.path("plugins")) { "What the plugins do" } }
            (field("key", "Short name for your plan (optional)", "Your plan names the binding by it. Left empty, it is made of the name.", wrong, |described_by, invalid| html! {
                input type="text" class="short" id="key" name="key" value=(typed.first("key")) autocomplete="off" spellcheck="false" aria-describedby=(described_by) aria-invalid=[invalid];
            }))
            div class="actions" { button { "Go on to its settings" } }
        }
    })
}

fn summary(wrong: &[Wrong]) -> Markup {
    html! {
        @if !wrong.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(&Lang::english()).problem) }
                    ul { @for (field, advice) in wrong { li { a href={ "#" (field) } { (advice) } } } }
                }
            }
        }
    }
}

fn field<M: Render>(
    name: &str,
    label: &str,
    hint: &str,
    wrong: &[Wrong],
    control: impl FnOnce(&str, Option<&'static str>) -> M,
) -> Markup {
    let error = wrong.iter().find(|(field, _)| *field == name).map(|(_, advice)| *advice);
    let hint_id = format!("{name}-Hint");
    let described_by = if error.is_some() { format!("{name}-Error {hint_id}") } else { hint_id.clone() };
    html! {
        div class={ "question" @if error.is_some() { " wrong" } } {
            h2 { label for=(name) { (label) } }
            p class="hint" id=(hint_id) { (hint) }
            @if let Some(advice) = error {
                p class="error" id={ (name) "-Error" } { span class="unseen" { (words(&Lang::english()).error) " " } (advice) }
            }
            (control(&described_by, error.map(|_| "true")))
        }
    }
}

fn select(name: &str, offers: &[(String, String)], typed: &Typed, described_by: &str, invalid: Option<&str>) -> Markup {
    html! {
        select id=(name) name=(name) aria-describedby=(described_by) aria-invalid=[invalid] {
            option value="" { "Choose one" }
            @for (value, words) in offers { option value=(value) selected[typed.first(name) == value] { (words) } }
        }
    }
}
