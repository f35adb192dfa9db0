//! What one may do after sending: each on a page of its own, with nothing in its address that leads back to the answers.

use heard_core::{survey::Survey, text::Lang};
use maud::{Markup, html};

use crate::{page, words::words};

/// The ways on from the receipt: not for children under 13, who would have to leave an address. `open` says whether the wave is.
pub(super) fn offers(survey: &Survey, home: &str, open: bool, lang: &Lang) -> Markup {
    let words = words(lang);
    let path = format!("{home}/s/{}", survey.key);
    html! {
        h2 { (words.if_you_like) }
        ul class="cards" {
            @if let Some(draw) = survey.draw.as_ref().filter(|_| open) {
                li class="card" {
                    h3 { a href={ (path) "/draw" } { (words.enter_draw) } }
                    p { (page::text(&draw.prize, lang)) }
                }
            }
            li class="card" {
                h3 { a href={ (path) "/tell-me" } { (words.tell_me) } }
                p { (words.tell_me_short) }
            }
        }
        p { (words.page_of_its_own) }
    }
}
