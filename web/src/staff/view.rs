//! The pages of the staff door.

mod home;
mod record;

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

pub(super) use home::{Waiting, home};
pub(super) use record::{Record, record};

use super::{
    guard::Colleague,
    role::Role,
    sessions::ALL_OTHERS,
    sql::{Person, Session, Workplace},
};
use crate::{
    clock::in_england,
    form::field::{Choice, Field, Holds, Trouble, troubles},
    page::{self, Column, Link, Page},
};

/// The frame of a staff page of a service; `here` is the page of the menu that it belongs to, such as `bindings`.
pub fn staff_page<'a>(lang: &'a Lang, me: &Colleague, title: &str, here: &str) -> Page<'a> {
    let link = |text: &str, page: &str| Link::new(text, me.path(page));
    let mut menu = vec![link("Overview", "")];
    if me.may_read() {
        menu.extend([
            link("Surveys", "surveys"),
            link("Plan", "plan"),
            link("Updates", "updates"),
            link("Scoring", "bindings"),
        ]);
    }
    if me.may_edit() {
        menu.push(link("Paper", "paper"));
    }
    if me.may_help_councils() {
        menu.push(link("Councils", "councils"));
    } else if me.role.includes(Role::Moderator) {
        menu.push(link("Ideas", "ideas"));
    }
    if me.is_owner() {
        menu.extend([link("Draws", "draws"), link("People", "people"), link("Record", "record")]);
    }
    let home = format!("{} · staff", me.service_name);
    Page::new(lang, title)
        .sheet("figures.css")
        .home(home, me.path(""))
        .menu(menu, me.path(here))
        .foot(vec![Link::new("Your services", "/staff"), Link::new("What the public sees", format!("/{}", me.service))])
}

pub(super) fn sign_in(typed: &str, wrong: &[Trouble], passkeys: &Markup, lang: &Lang) -> Markup {
    let email = Field {
        name: "email",
        label: "Your e-mail at work",
        hint: Some("The one that your service invited."),
        troubles: wrong,
    };
    Page::new(lang, "Sign in").wrong(!wrong.is_empty()).script("passkeys.js").show(html! {
        (troubles(wrong, lang))
        h1 { "Sign in" }
        p class="lead" { "For staff of music services. We send you a link; there is no password." }
        form method="post" action="/staff/sign-in" novalidate {
            (email.line(Holds::OwnEmail, typed, lang))
            div class="actions" { button { "Send me a link" } }
        }
        (passkeys)
    })
}

pub(super) fn sent(lang: &Lang) -> Markup {
    Page::new(lang, "Look at your mail").show(html! {
        h1 { "Look at your mail" }
        p class="lead" { "If your address is one of our staff, a link is on its way to you. It works once, for 20 minutes." }
        p {
            "Nothing after a few minutes? Look in your spam or junk folder, and check with an owner of your service "
            "which address was invited. Then " a href="/staff/sign-in" { "ask again" } ". "
            "While three links of yours still work we send no more: use the newest."
        }
    })
}

pub(super) fn door(lang: &Lang) -> Markup {
    Page::new(lang, "Sign in").show(html! {
        h1 { "Welcome back" }
        p class="lead" { "One press and you are in. You stay signed in for 12 hours, or until you sign out." }
        form method="post" action="/staff/enter" { div class="actions" { button { "Sign in" } } }
    })
}

pub(super) fn link_is_over(lang: &Lang) -> Markup {
    Page::new(lang, "This link does not work any more").show(html! {
        h1 { "This link does not work any more" }
        p { "A link works once, for 20 minutes, and the browser has to allow cookies." }
        div class="actions" { a class="button" href="/staff/sign-in" { "Ask for a new link" } }
    })
}

pub(super) fn services(email: &str, services: &[Workplace], operates: bool, lang: &Lang) -> Markup {
    Page::new(lang, "Your services").show(html! {
        h1 { "Your services" }
        p { "You are signed in as " (email) "." }
        @if operates { p { a class="go" href="/staff/operator" { "All services, and who looks after them" } } }
        @if services.is_empty() && !operates { p { "You have no role in a service. Ask one of its owners to invite you." } }
        ul class="cards" {
            @for service in services {
                li class="card" {
                    h2 { a href={ "/staff/" (service.key) } { (service.name) } }
                    p { "Your role: " (service.role) }
                }
            }
        }
        p { a class="go" href="/staff/gallery" { "How questions look" } }
        p { a class="go" href="/staff/sessions" { "Where you are signed in, and your passkeys" } }
        (sign_out())
    })
}

pub(super) fn people(me: &Colleague, people: &[Person], lang: &Lang) -> Markup {
    let columns = ["Name", "E-mail", "Role"].map(Column::Words);
    let row = |person: &Person| {
        let name = html! { a href=(me.path(&format!("people/{}", person.id))) { (person.name) } };
        vec![name, html! { (person.email) }, html! { (person.role) }]
    };
    let rows: Vec<_> = people.iter().map(row).collect();
    staff_page(lang, me, "People", "people").show(html! {
        h1 { "People" }
        p { "Open a name to change a role." }
        (page::table("People", "Who works here", &columns, &rows))
        div class="actions" { a class="button" href=(me.path("people/new")) { "Invite a colleague" } }
    })
}

pub(super) fn invitation(me: &Colleague, typed: &Typed, wrong: &[Trouble], lang: &Lang) -> Markup {
    let field = |name, label, hint| Field { name, label, hint, troubles: wrong };
    staff_page(lang, me, "Invite a colleague", "people").wrong(!wrong.is_empty()).show(html! {
        p { a class="back" href=(me.path("people")) { "Back" } }
        (troubles(wrong, lang))
        h1 { "Invite a colleague" }
        form method="post" action=(me.path("people")) novalidate {
            (field("email", "E-mail", Some("We write to this address.")).line(Holds::Email, typed.first("email"), lang))
            (field("name", "Name", None).line(Holds::Words, typed.first("name"), lang))
            (field("role", "Role", None).one_of(&roles(), typed.first("role"), lang))
            div class="actions" { button { "Invite" } }
        }
    })
}

pub(super) fn person(me: &Colleague, person: &Person, wrong: &[Trouble], lang: &Lang) -> Markup {
    let path = me.path(&format!("people/{}", person.id));
    let role = Field { name: "role", label: "Role", hint: None, troubles: wrong };
    staff_page(lang, me, &person.name, "people").wrong(!wrong.is_empty()).show(html! {
        p { a class="back" href=(me.path("people")) { "Back" } }
        (troubles(wrong, lang))
        h1 { (person.name) }
        p { (person.email) }
        form method="post" action=(path) {
            (role.one_of(&roles(), person.role.code(), lang))
            div class="actions" { button { "Save the role" } }
        }
        form method="post" action={ (path) "/remove" } {
            p { "Without a role in " (me.service_name) " they see nothing of it any more. You can invite them again." }
            div class="actions" { button class="quiet" { "Take the role away" } }
        }
    })
}

/// Where somebody is signed in, and their passkeys; `here` is the hash of the session that asks.
pub(super) fn sessions(email: &str, sessions: &[Session], here: &str, passkeys: &Markup, lang: &Lang) -> Markup {
    Page::new(lang, "Where you are signed in").script("passkeys.js").show(html! {
        p { a class="back" href="/staff" { "Your services" } }
        h1 { "Where you are signed in" }
        p { "As " (email) ". A session ends by itself 12 hours after it began." }
        form method="post" action="/staff/sessions" {
            ul class="cards" {
                @for one in sessions {
                    li class="card" {
                        h2 { (one.device) }
                        p {
                            "Since " (moment(one.started))
                            @if let Some(passkey) = &one.passkey { ", by the passkey “" (passkey) "”." } @else { ", by a link in a mail." }
                        }
                        @if one.code_hash == here { p { strong { "Here." } } } @else {
                            button class="quiet" name="session" value=(one.name()) {
                                "Sign out there" span class="unseen" { ": " (one.device) ", " (moment(one.started)) }
                            }
                        }
                    }
                }
            }
            @if sessions.len() > 1 {
                div class="actions" { button name="session" value=(ALL_OTHERS) { "Sign out everywhere else" } }
            }
        }
        p { "Something here is not yours? Sign out there, and tell an owner of your service: whoever can read your mail can sign in as you." }
        (passkeys)
        (sign_out())
    })
}

fn roles() -> Vec<Choice> {
    Role::ALL.map(|role| Choice { value: role.code(), words: role.words() }).to_vec()
}

fn sign_out() -> Markup {
    html! { form method="post" action="/staff/sign-out" { div class="actions" { button class="quiet" { "Sign out" } } } }
}

/// Day and time in England, such as 22 November 2026, 14:05.
pub(crate) fn moment(millis: i64) -> String {
    in_england(millis).strftime("%-d %B %Y, %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_england() {
        assert_eq!(moment(1_782_910_800_000), "1 July 2026, 14:00");
        assert_eq!(moment(0), "1 January 1970, 01:00");
    }
}
