//! The pages behind the link that stops invitations.

use heard_core::text::Lang;
use maud::{Markup, html};

use crate::{page::House, sign_up, words::words};

pub(in crate::invitations) fn ask_stop(house: &House, code: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    sign_up::frame(house, &words.no_invitations, lang).show(html! {
        h1 { (words.no_invitations) }
        p class="lead" { (words.no_invitations_about(&house.name)) }
        form method="post" action={ (house.path()) "/invitations/stop/" (code) } {
            div class="actions" { button { (words.stop_invitations) } }
        }
    })
}

pub(in crate::invitations) fn stopped(house: &House, lang: &Lang) -> Markup {
    let words = words(lang);
    let frame = sign_up::frame(house, &words.invitations_stopped, lang);
    sign_up::said(&frame, &words.invitations_stopped, &[], &house.key, lang)
}
