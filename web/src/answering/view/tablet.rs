//! The pages of a shared tablet. Those for whoever sets it up are in English, as all that staff see.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::{after::spoken, frame};
use crate::{
    answering::draft::Draft,
    page::{self, Page},
    surveys::Published,
    words::words,
};

/// On a shared tablet, has a page that holds answers ask whether somebody is still there, and lead nowhere else: whoever
/// came to a page of another kind and left would leave their answers one step back.
pub(super) fn held<'a>(page: Page<'a>, published: &Published, draft: &Draft) -> Page<'a> {
    if draft.shared { page.closed().idle(format!("{}/still-there", published.path())) } else { page }
}

pub(in crate::answering) fn about_tablet(published: &Published, on: bool, lang: &Lang) -> Markup {
    let path = published.path();
    frame(published, lang, "A shared tablet").within(published.survey.title.get(lang)).show(html! {
        h1 { "A shared tablet" }
        p class="lead" {
            "For a meeting, a concert or a classroom: people answer \u{201c}" (page::text(&published.survey.title, lang))
            "\u{201d} on this device one after the other, and nobody finds anything of the person before."
        }
        ul {
            li { "The first page begins anew for everybody. Nothing that somebody typed comes back, by no button." }
            li { "Everybody sees their receipt before they send, so that they can write it down. It is not shown again." }
            li { "After three minutes without a touch it asks whether somebody is there, and a minute later it is ready for the next person." }
            li { "What somebody leaves half done is deleted within an hour." }
        }
        noscript {
            p {
                "Scripts are switched off in this browser, so it cannot ask. Open the survey's first page yourself whenever "
                "somebody has left without sending."
            }
        }
        p {
            "It needs the browser's cookies. Use a window that is not private, switch off what fills in forms, and lock the "
            "tablet to the browser if you can."
        }
        @if on {
            (page::notice(page::Notice::Plain, "This device is a shared tablet", html! {
                div class="actions" {
                    a class="button" href={ (path) "/fresh" } { "Ready for the first person" }
                    a href={ (path) "/tablet/stop" } { "Stop using this as a shared tablet" }
                }
            }))
        } @else {
            form method="post" action={ (path) "/tablet" } { div class="actions" { button { "Use this device as a shared tablet" } } }
        }
    })
}

pub(in crate::answering) fn stopping_tablet(published: &Published, lang: &Lang) -> Markup {
    let about = format!("{}/tablet", published.path());
    frame(published, lang, "Stop using this as a shared tablet?").show(html! {
        p { a class="back" href=(about) { "Back" } }
        h1 { "Stop using this as a shared tablet?" }
        p { "From then on this device keeps what somebody begins for up to 14 days, as a device of their own does." }
        form method="post" action={ (about) "/stop" } { div class="actions" { button { "Stop" } } }
    })
}

/// Before sending, because afterwards the next person may be looking.
pub(super) fn receipt_before(receipt: &str, base_url: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        h2 { (words.receipt) }
        p { (words.note_receipt) }
        p { span class="code" dir="ltr" { (spoken(receipt)) } }
        p { (words.receipt_where) " " bdi dir="ltr" { (base_url) "/r" } }
    }
}

/// After sending.
pub(in crate::answering) fn hand_on(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    frame(published, lang, &words.thank_you).within(published.survey.title.get(lang)).show(html! {
        (page::drawing("thanks.svg", 200, 120))
        h1 { (words.heard) }
        p class="lead" { (words.hand_on) }
        div class="actions" { a class="button" href={ (published.path()) "/fresh" } { (words.next_person) } }
    })
}

pub(in crate::answering) fn still_there(published: &Published, draft: &Draft) -> Markup {
    let (words, path) = (words(&draft.lang), published.path());
    let frame = frame(published, &draft.lang, &words.still_there).within(draft.survey.title.get(&draft.lang));
    frame.closed().show(html! {
        h1 { (words.still_there) }
        p class="lead" { (words.still_there_advice) }
        form method="post" action={ (path) "/still-there" } {
            div class="actions" { button { (words.still_here) } }
            button class="quiet" formaction={ (path) "/stop" } { (words.delete_typed) }
        }
    })
}
