//! The page that shows what waits on a device to be sent. The worker keeps it for when there is no connection, in the
//! language that was answered in; `waiting.js` shows what is there.

use heard_core::text::Lang;
use maud::{Markup, html};

use crate::{page::Page, words::words};

pub(in crate::answering) fn waiting(lang: &Lang) -> Markup {
    let words = words(lang);
    let delete = html! { button class="quiet" type="button" data-do="drop" { (words.delete_here) } };
    Page::new(lang, &words.on_device).script("waiting.js").show(html! {
        h1 { (words.on_device) }
        div id="States" role="status" tabindex="-1" { p { (words.none_waiting) } }
        p id="Still" role="status" data-said=(words.still_waiting) {}
        template id="State-none" { p { (words.none_waiting) } }
        (state("waiting", &words.waiting, &words.waiting_how, Some(html! {
            button type="button" data-do="send" { (words.try_now) }
            (delete)
        })))
        (state("to_change", &words.to_change, &words.to_change_how, Some(html! {
            button type="button" data-do="look" { (words.look_at_answers) }
            (delete)
        })))
        (state("closed", &words.closed_before, &words.closed_before_how, None))
        (state("sent_before", &words.sent_before, &words.sent_before_here, Some(html! {
            button type="button" data-do="send_too" { (words.send_too) }
            (delete)
        })))
        template id="State-sent" {
            section class="notice" {
                h2 { (words.sent_later) }
                p { (words.sent_later_how) }
                p { span class="code" dir="ltr" {} }
                div class="actions" {
                    a class="button" href="/" { (words.open_receipt) }
                    button class="quiet" type="button" data-do="drop" { (words.noted) }
                }
            }
        }
    })
}

/// What is said of answers in one state. The script puts in where the link leads.
fn state(name: &str, title: &str, how: &str, acts: Option<Markup>) -> Markup {
    html! {
        template id={ "State-" (name) } {
            section class="notice" {
                h2 { (title) }
                p { (how) }
                @if let Some(acts) = acts { div class="actions" { (acts) } }
            }
        }
    }
}
