//! The plugins that a service can choose from, one with its papers, and the form to bring another.

use heard_core::text::Lang;
use heard_host::Limits;
use maud::{Markup, html};

use super::{
    Offer,
    upload::{COMPONENT, EXAMPLES_FIELD, Wrong},
};
use crate::{
    clock::day_of,
    form::sheet::file_box,
    page::{self, AnswerRow, Mark, Page},
    plugins::{explain::number, readme, short},
    staff::{Analyst, Colleague, staff_page},
    words::words,
};

pub(super) fn list(analyst: &Analyst, offers: &[Offer]) -> Markup {
    let lang = Lang::english();
    let ours = |offer: &&Offer| offer.bundled.is_some();
    let (come, own): (Vec<&Offer>, Vec<&Offer>) = offers.iter().partition(ours);
    staff_page(&lang, analyst, "Plugins", "bindings").show(html! {
        p { a class="back" href=(analyst.path("bindings")) { "Back to scoring" } }
        h1 { "Plugins" }
        p class="lead" { "A plugin turns what one person answered into what it gives your figures. Set one up for a survey to use it." }
        h2 { "They come with Heard" }
        (cards(analyst, &come))
        h2 { "Your own" }
        @if own.is_empty() { p { "You have brought none." } } @else { (cards(analyst, &own)) }
        @if analyst.is_owner() {
            div class="actions" { a class="button" href=(analyst.path("plugins/new")) { "Bring a plugin" } }
        } @else { p { "An owner of your service can bring one." } }
    })
}

fn cards(analyst: &Analyst, offers: &[&Offer]) -> Markup {
    html! {
        ul class="cards" {
            @for offer in offers {
                @let said = offer.artefact.description();
                li class="card" {
                    h3 { a href=(analyst.path(&format!("plugins/{}", offer.key))) { (said.name) } }
                    p { (said.summary) }
                    p class="small soft" {
                        "Version " (said.version)
                        @if offer.bundled.is_none() { ", " code { (short(&offer.digest)) } }
                    }
                }
            }
        }
    }
}

pub(super) fn one(analyst: &Analyst, offer: &Offer, limits: &Limits) -> Markup {
    let lang = Lang::english();
    let said = offer.artefact.description();
    staff_page(&lang, analyst, &said.name, "bindings").sheet("settings.css").show(html! {
        p { a class="back" href=(analyst.path("plugins")) { "Back to the plugins" } }
        h1 { (said.name) }
        p class="lead" { (said.summary) }
        @if analyst.may_edit() {
            div class="actions" { a class="button" href=(analyst.path("bindings/new")) { "Set a plugin up" } }
        }
        @if let Some(bundled) = offer.bundled { (readme::page(bundled.readme)) }
        h2 { "What it gives" }
        (page::answers(&gives(offer), &lang))
        h2 { "How it was checked" }
        (report(offer, limits))
    })
}

fn gives(offer: &Offer) -> Vec<AnswerRow> {
    let row = |indicator: &heard_host::Indicator| AnswerRow {
        question: indicator.label.clone(),
        answer: vec![
            format!("{}, from {} to {}", indicator.unit, number(indicator.min), number(indicator.max)),
            if indicator.higher_is_better { "The more the better" } else { "The less the better" }.to_owned(),
        ],
        change: None,
    };
    offer.artefact.description().indicators.iter().map(row).collect()
}

/// What the checks found, in words.
fn report(offer: &Offer, limits: &Limits) -> Markup {
    let passed = |what: &str, how: String| html! { li { (page::status(Mark::Done, what)) " " (how) } };
    let size = offer.artefact.size() >> 10;
    html! {
        ul class="checks" {
            (passed("Small enough", format!("{size} KB of at most {} MB.", limits.component >> 20)))
            (passed("Shut in", "It asks for nothing from outside: no files, no network, no clock, no chance.".to_owned()))
            (passed("Speaks our language", format!("It keeps to {}, and its settings have a form.", crate::plugins::CONTRACT)))
            (passed("Within limits", format!(
                "For each call it has {} MB of memory and {} seconds; what goes beyond is stopped.",
                limits.memory >> 20, limits.call.as_secs()
            )))
            @match (&offer.bundled, &offer.own) {
                (Some(_), _) => (passed("Examples", "They are run whenever Heard is built.".to_owned())),
                (None, Some(own)) if own.examples.unwrap_or(0) > 0 => {
                    (passed("Examples", format!("It passed all {} that came with it.", own.examples.unwrap_or(0))))
                },
                _ => li { (page::status(Mark::Unsure, "No examples")) " None came with it, so nobody knows whether it counts as its author means." },
            }
        }
        p class="small soft" {
            "Its digest is " code { (offer.digest) } "."
            @if let Some(own) = &offer.own {
                @if let (Some(added), Some(by)) = (own.added, &own.added_by) {
                    " " (by) " brought it on " (day_of(added).strftime("%-d %B %Y").to_string()) "."
                } @else { " The operator of this server brought it." }
            }
        }
    }
}

/// The form for a component, with what was wrong with the last one.
pub(super) fn upload(me: &Colleague, limits: &Limits, wrong: &[Wrong]) -> Markup {
    let lang = Lang::english();
    let page: Page<'_> = staff_page(&lang, me, "Bring a plugin", "bindings").sheet("settings.css");
    let largest = limits.component >> 20;
    let said = |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, advice)| advice.as_str());
    page.wrong(!wrong.is_empty()).show(html! {
        p { a class="back" href=(me.path("plugins")) { "Back to the plugins" } }
        @if !wrong.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(&lang).problem) }
                    ul { @for (field, advice) in wrong { li { a href={ "#" (field) } { (advice) } } } }
                }
            }
        }
        h1 { "Bring a plugin" }
        p {
            "We look at it before anything can use it. It is shut in: it sees the answers that it says it reads, of the survey "
            "that it is set up for, and nothing else. Only your service sees it."
        }
        form method="post" action=(me.path("plugins")) enctype="multipart/form-data" {
            (file_box(COMPONENT, "Component", &format!("A file that ends in .wasm, of {largest} MB at most."), ".wasm,application/wasm", said(COMPONENT)))
            (file_box(EXAMPLES_FIELD, "Examples (optional)", "The golden.json of its author: answers, and what they have to give. We run them all.", ".json,application/json", said(EXAMPLES_FIELD)))
            div class="actions" { button { "Check it and keep it" } }
        }
    })
}
