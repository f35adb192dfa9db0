//! The form in which an owner says how the service shows itself.

use heard_core::{
    colour::{Colour, Palette, Part, Scheme},
    text::Lang,
};
use maud::{Markup, html};

use crate::{
    form::sheet::{Sheet, changed_meanwhile, summary},
    services::look::{COLOURS, FROM, Form, WORDS},
    staff::{Colleague, staff_page},
};

const WORD_HINTS: [&str; 4] = [
    "What people see at the head of every page. One line, 100 signs at most.",
    "Stands on your front page, in English. Plain words; an empty line begins a paragraph. 2,000 signs at most.",
    "An e-mail address, a telephone number or a few words. It stands in your privacy notice.",
    "Who is the data controller, and whom people can complain to. An empty line begins a paragraph. 10,000 signs at most.",
];

pub(in crate::services) fn form(me: &Colleague, form: &Form<'_>) -> Markup {
    let Form { typed, troubles, mark, meanwhile } = form;
    let lang = Lang::english();
    let sheet = Sheet { typed, troubles, lang: &lang, deep: true };
    let own = me.path("look");
    let page = staff_page(&lang, me, "Look", "").sheet("settings.css").sheet("builder.css");
    page.wrong(!troubles.is_empty() || *meanwhile).show(html! {
        p { a class="back" href=(me.path("")) { "Back to the overview" } }
        (summary(troubles))
        @if *meanwhile { (changed_meanwhile("A colleague changed the look.", &own)) }
        h1 { "How your service looks" }
        p { a class="go" href=(me.path("look/logo")) { "Choose a logo" } }
        p { a class="go" href={ "/" (me.service) } { "See your front page" } }
        p { a class="go" href={ "/" (me.service) "/privacy" } { "See your privacy notice" } }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(FROM) value=(mark);
            h2 { "Words" }
            @for ((name, label, most), hint) in WORDS.into_iter().zip(WORD_HINTS) {
                @if most > 200 { (sheet.sentences(name, label, hint)) } @else { (sheet.line(name, label, hint)) }
            }
            h2 { "Colours" }
            p { "Left empty, a light colour is ours, and a dark one follows the light one. We only take colours that people can read." }
            @for ((name, label), (ours, part, scheme)) in COLOURS.into_iter().zip(Palette::HEARD.parts()) {
                (sheet.short(name, label, &colour_hint(typed.first(name), ours, part, scheme)))
            }
            div class="actions" { button { "Save" } a class="button quiet" href=(me.path("")) { "Leave it as it is" } }
        }
    })
}

/// What a colour is, and where the one that was typed fails, by how much and what would do.
fn colour_hint(typed: &str, ours: Colour, part: Part, scheme: Scheme) -> String {
    let pale = Colour::parse(typed.trim()).and_then(|colour| colour.check(part, scheme).err());
    match pale {
        // Rounded down: 6.99 is not 7.
        Some(pale) => format!(
            "This one stands out {:.2} to 1, of at least {} to 1. The nearest of its hue that does: {}.",
            (pale.found * 100.0).floor() / 100.0,
            pale.least,
            pale.instead
        ),
        None => format!("Such as {ours}."),
    }
}
