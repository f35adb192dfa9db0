//! The pages behind the link that stops invitations.

use heard_core::text::Lang;
use maud::{Markup, html};

use crate::{sign_up, words::words};

pub(in crate::invitations) fn ask_stop(service: &str, name: &str, code: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    sign_up::frame(service, name, &words.no_invitations, lang).show(html! {
        h1 { (words.no_invitations) }
        p class="lead" { (words.no_invitations_about(name)) }
        form method="post" action={ "/" (service) "/invitations/stop/" (code) } {
            div class="actions" { button { (words.stop_invitations) } }
        }
    })
}

pub(in crate::invitations) fn stopped(service: &str, name: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    let frame = sign_up::frame(service, name, &words.invitations_stopped, lang);
    sign_up::said(&frame, &words.invitations_stopped, &[], service, lang)
}
