//! Councils, as the adults see them who help.

use heard_core::answer::Typed;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{
    super::{Council, Role, sql::OnCouncil},
    ENGLISH, list as members_list,
};
use crate::{
    decisions::{self, Decision},
    form::sheet::{Sheet, Trouble, summary},
    page::Page,
    polls::{self, Poll},
    slips::{self, Slip},
    staff::{Colleague, staff_page},
};

fn frame<'a>(me: &Colleague, title: &str) -> Page<'a> {
    staff_page(&ENGLISH, me, title, "councils")
}

/// All that the page of a council shows.
pub(in crate::councils) struct Shown {
    pub council: Council,
    pub members: Vec<OnCouncil>,
    pub waiting: Vec<Role>,
    pub polls: Vec<Poll>,
    pub decisions: Vec<Decision>,
    pub today: Date,
}

/// The councils of a service, and how many ideas wait for an adult.
pub(in crate::councils) fn list(
    me: &Colleague,
    (councils, held): (&[Council], usize),
    typed: &Typed,
    troubles: &[Trouble],
) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: true };
    frame(me, "Youth music councils").wrong(!troubles.is_empty()).show(html! {
        (summary(troubles))
        h1 { "Youth music councils" }
        p { "Young people chair, write and count. You print their codes, answer what they decide, and can stop a poll to keep somebody safe." }
        @if councils.is_empty() { p { "There is none yet." } }
        ul class="cards" {
            @for council in councils {
                li class="card" { h2 { a href=(me.path(&format!("councils/{}", council.id))) { (council.name) } } }
            }
        }
        p {
            a class="go" href=(me.path("ideas")) { "Ideas of young people" }
            @match held { 0 => ": none waits for you", 1 => ": 1 waits for you", _ => { ": " (held) " wait for you" } }
        }
        h2 { "Found a council" }
        form method="post" action=(me.path("councils")) novalidate {
            (sheet.line("name", "Name", "As its members call it, such as Riverside Youth Music Council."))
            div class="actions" { button { "Found it" } }
        }
        p { a class="go" href={ "/" (me.service) "/decisions" } { "What the public sees of their decisions" } }
    })
}

/// What a field of the form for codes is called.
pub(in crate::councils) fn label(role: Role) -> &'static str {
    match role {
        Role::Chair => "Codes for chairs",
        Role::Clerk => "Codes for clerks",
        Role::Teller => "Codes for tellers",
        Role::Moderator => "Codes for moderators of ideas",
        Role::Member => "Codes for other members",
    }
}

pub(in crate::councils) fn show(me: &Colleague, shown: &Shown, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let own = format!("councils/{}", shown.council.id);
    frame(me, &shown.council.name).wrong(!troubles.is_empty()).show(html! {
        (super::back(&me.path("councils"), "Back to the councils"))
        (summary(troubles))
        h1 { (shown.council.name) }
        h2 { "What they decided" }
        @if shown.decisions.is_empty() { p { "Nothing yet. Once the chair or the clerk writes a decision down, it stands here and you answer it." } }
        ul class="cards" {
            @for decision in &shown.decisions { (decisions::staff_card(me, &own, decision, shown.today)) }
        }
        h2 { "Polls" }
        p { "You do not see how anybody voted." }
        @if shown.polls.is_empty() { p { "There was none yet." } }
        ul class="cards" { @for poll in &shown.polls { (polls::staff_card(me, &own, poll)) } }
        h2 { "Members" }
        @if shown.members.is_empty() { p { "Nobody has joined yet." } }
        @else { p { "A new code signs the device out on which they were before." } }
        (members_list(&shown.members, &|id| me.path(&format!("{own}/members/{id}/code"))))
        (codes(me, shown, typed, troubles))
    })
}

fn codes(me: &Colleague, shown: &Shown, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: true };
    let waiting = |role: Role| shown.waiting.iter().filter(|one| **one == role).count();
    html! {
        h2 { "Print codes" }
        p { "A slip for each person. Cut them apart, mix them, and let everyone take one: nobody notes who has which. A code works once, for 30 days, and is shown on one page only." }
        @if !shown.waiting.is_empty() {
            p {
                "Printed and not used yet: "
                @for (place, role) in Role::ALL.into_iter().filter(|role| waiting(*role) > 0).enumerate() {
                    @if place > 0 { ", " } (waiting(role)) " " (role)
                }
                "."
            }
        }
        form method="post" action=(me.path(&format!("councils/{}/codes", shown.council.id))) novalidate {
            @for role in Role::ALL { (sheet.short(role.code(), label(role), "")) }
            div class="actions" { button { "Print them" } }
        }
    }
}

pub(in crate::councils) fn printed(me: &Colleague, council: &Council, slips: &[Slip]) -> Markup {
    Page::new(&ENGLISH, "Codes to print").within(&council.name).sheet("poster.css").show(html! {
        div class="screen" {
            (super::back(&me.path(&format!("councils/{}", council.id)), "Back to the council"))
            h1 { "Codes to print" }
            p class="lead" { "Print this page now with “Print” in your browser: we cannot show these codes again." }
        }
        (slips::sheet(slips))
    })
}
