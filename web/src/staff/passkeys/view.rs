//! What pages say of passkeys. The script `passkeys.js` shows what a browser can do with them.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::{ceremony::Site, sql::Passkey};
use crate::{
    form::field::{Field, Holds},
    page::Page,
    staff::{guard::SignedIn, moment},
};

/// The button of the sign-in page.
pub(super) fn button(site: &Site) -> Markup {
    html! {
        form method="post" action="/staff/sign-in/passkey" hidden data-passkey="get" data-site=(site.id)
            data-challenge="/staff/sign-in/challenge" {
            (hidden(&["passkey", "person", "client_data", "authenticator_data", "signature"]))
            p { "Do you have a passkey? Then you need no mail." }
            div class="actions" { button class="quiet" { "Sign in with a passkey" } }
            p role="status" data-failed="That did not work. Try it again, or have a link sent." {}
        }
    }
}

/// Somebody's own passkeys; `device` is the name that a new one is offered, nothing, where there can be no more.
pub(super) fn section(site: &Site, me: &SignedIn, passkeys: &[Passkey], device: Option<&str>, lang: &Lang) -> Markup {
    html! {
        h2 id="Passkeys" { "Passkeys" }
        p {
            "A passkey signs you in with what unlocks your phone or computer: your fingerprint, your face or a PIN. "
            "No mail is needed, and since it works on our pages only, nobody can trick you into giving it away."
        }
        @match device {
            Some(device) => (adding(site, me, passkeys, device, lang)),
            None => p { "You have as many as we keep. To add another, remove one first." },
        }
        @if !passkeys.is_empty() { (list(passkeys)) }
    }
}

fn list(passkeys: &[Passkey]) -> Markup {
    html! {
        h2 { "Your passkeys" }
        form method="post" action="/staff/sessions/passkeys/remove" {
            ul class="cards" {
                @for one in passkeys {
                    li class="card" {
                        h3 { (one.name) }
                        p {
                            "Added " (moment(one.added)) ". "
                            @if let Some(used) = one.last_used { "Last used " (moment(used)) "." } @else { "Not used yet." }
                        }
                        button class="quiet" name="passkey" value=(one.id) {
                            "Remove" span class="unseen" { ": " (one.name) ", " (moment(one.added)) }
                        }
                    }
                }
            }
        }
    }
}

fn adding(site: &Site, me: &SignedIn, passkeys: &[Passkey], device: &str, lang: &Lang) -> Markup {
    let name = Field {
        name: "name",
        label: "Name of a new passkey",
        hint: Some("Such as the device that keeps it, so that you know it again."),
        troubles: &[],
    };
    let known = passkeys.iter().map(|one| &*one.id).collect::<Vec<_>>().join(" ");
    html! {
        p data-without="" {
            "To add one, open this page at " (site.origin) " in a browser that knows passkeys and allows scripts."
        }
        form method="post" action="/staff/sessions/passkeys" novalidate hidden data-passkey="create" data-site=(site.id)
            data-challenge="/staff/sessions/challenge" data-person=(me.id) data-email=(me.email) data-known=(known) {
            (name.line(Holds::Words, device, lang))
            (hidden(&["client_data", "authenticator_data"]))
            div class="actions" { button { "Add a passkey" } }
            p role="status" data-failed="That did not work, and nothing was added. You can try it again."
                data-here="This device has a passkey of yours already." {}
        }
    }
}

fn hidden(names: &[&str]) -> Markup {
    html! { @for name in names { input type="hidden" name=(name) value=""; } }
}

pub(super) fn not_let_in(lang: &Lang) -> Markup {
    Page::new(lang, "This passkey did not sign you in").show(html! {
        h1 { "This passkey did not sign you in" }
        p { "It may have been removed, or it took longer than five minutes. Try it again, or have a link sent." }
        div class="actions" { a class="button" href="/staff/sign-in" { "Sign in" } }
    })
}

pub(super) fn not_added(lang: &Lang) -> Markup {
    Page::new(lang, "The passkey was not added").show(html! {
        h1 { "The passkey was not added" }
        p { "It may be here already, or it took longer than five minutes. Nothing has changed: you can try it again." }
        div class="actions" { a class="button" href="/staff/sessions#Passkeys" { "Your passkeys" } }
    })
}
