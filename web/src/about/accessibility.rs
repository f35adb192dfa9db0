//! The accessibility statement: what we aim at, what was checked and how, what was not, and whom to tell.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::{ACCESSIBILITY, contact, frame, page};
use crate::words::words;

/// When the checks that the statement names were last gone through by people, beside running with every change.
const CHECKED: &str = "22 November 2026";

/// What pages and states go through with every change, and what it looks at.
const ALWAYS: [(&str, &str); 4] = [
    ("axe-core", "the rules of WCAG 2.2, levels A and AA, and contrast at level AAA"),
    ("html-validate", "HTML that every browser and screen reader understands alike"),
    (
        "Checks of our own",
        "errors that are tied to their question, the order of the keyboard, a focus that can be seen, buttons, boxes and \
         links on a line of their own of at least 44 pixels, no scrolling sideways at 320 pixels, letters twice as \
         large, wider spacing, print, forced colours",
    ),
    ("Whole surveys", "answered with the keyboard alone, and with scripts switched off"),
];

/// What they go through besides, before a release.
const AT_RELEASE: [(&str, &str); 3] = [
    ("IBM Equal Access", "WCAG 2.2"),
    ("Siteimprove Alfa", "WCAG 2.2"),
    ("Nu Html Checker", "HTML, by another program"),
];

pub(super) fn show(write_to: Option<&str>, lang: &Lang) -> Markup {
    let words = words(lang);
    let first = html! {
        p class="lead" { (words.everyone_can_use) }
        p { (words.not_tested_yet) }
        h2 { (words.tell_what_keeps_you_out) }
        p { (words.say_what_happened) }
        (contact(write_to, words))
    };
    page(&frame(&words.accessibility, ACCESSIBILITY, lang), &words.accessibility, first, statement(), lang)
}

fn statement() -> Markup {
    html! {
        h2 { "What we aim at" }
        p {
            "Pages that ask questions, and all pages for the public, are meant to meet the Web Content Accessibility "
            "Guidelines (WCAG) 2.2 at level AA, and to go further where it helps: text with a contrast of 7 to 1, large "
            "buttons, one main action a page, plain words. They need no mouse and no new phone, and no script but for two "
            "things: reading aloud, and answering without a connection."
        }
        h2 { "What was checked" }
        p {
            "Programs look at every kind of question and every public page in each of its states, in light and dark, on narrow "
            "and wide screens, in English, Polish and Urdu. "
            "What they find is mended. Last gone through by people on " (CHECKED) "."
        }
        h3 { "With every change" }
        (tools(&ALWAYS))
        h3 { "Before a release" }
        (tools(&AT_RELEASE))
        (limits())
        h2 { "If we do not answer" }
        p {
            "In England, Scotland and Wales, the "
            a href="https://www.equalityadvisoryservice.com" { "Equality Advisory and Support Service" }
            " helps people who were kept out. In Northern Ireland, it is the "
            a href="https://www.equalityni.org" { "Equality Commission for Northern Ireland" } "."
        }
    }
}

fn tools(tools: &[(&str, &str)]) -> Markup {
    html! { dl class="answers" { @for (tool, what) in tools { div { dt { (tool) } dd { (what) } } } } }
}

fn limits() -> Markup {
    html! {
        h2 { "What was not checked" }
        p { "Programs miss about four faults in ten. So this matters as much as the list above:" }
        ul {
            li { "No disabled person has tested these pages yet. There may be barriers that we do not know of." }
            li {
                "Screen readers: we listened to Orca in Firefox on Linux, for one kind of question so far, and read what browsers "
                "tell screen readers of every kind. NVDA, JAWS, VoiceOver and TalkBack were not tried. Nor were switches, voice "
                "control or braille."
            }
            li { "No child has been watched while answering." }
            li {
                "All languages but English were written by a machine, and nobody who grew up with them has read them. "
                "Their pages say so."
            }
            li { "Easy Read and the words for children were not read by people with learning disabilities, or by children." }
            li { "Questions are written by music services. The program refuses some faults in them, not all." }
        }
        h2 { "What we know falls short" }
        ul {
            li { "A service’s plan, this statement and most of the privacy notice are in English only." }
            li { "Easy Read is there where the music service wrote it. A few of our own words stay as they are in it." }
            li {
                "Reading aloud uses the voices of your own device. Where it has none for a language, it says so and is silent. There "
                "are no recorded voices yet."
            }
            li { "There are no videos in British Sign Language." }
            li {
                "If you print a page of questions from the screen, a list to choose from shows the choice, not all that it "
                "offers. The survey on paper shows everything."
            }
        }
    }
}
