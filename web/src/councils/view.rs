//! The pages of a council: its door, its home, who is on it. In words for children of nine to eleven.

pub(super) mod staff;

use std::sync::LazyLock;

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

use super::{HOME, Person, role::Role, sql::OnCouncil};
use crate::{
    form::sheet::{Sheet, Trouble, summary},
    page::Page,
    polls::{self, Poll},
    slips::{self, Slip},
};

/// The language of these pages.
pub(super) static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

/// The frame of a page of a council.
pub(crate) fn frame<'a>(me: &'a Person, title: &str) -> Page<'a> {
    Page::new(&ENGLISH, title).house(&me.house).within(&me.council_name).sheet("figures.css")
}

/// The way back to where a page hangs.
pub(crate) fn back(href: &str, words: &str) -> Markup {
    html! { p { a class="back" href=(href) { (words) } } }
}

/// What a field of the door is called.
pub(super) fn label(field: &str) -> &'static str {
    if field == "code" { "Your code" } else { "Your nickname" }
}

pub(super) fn door(typed: &Typed, troubles: &[Trouble], mine: Option<&str>) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    Page::new(&ENGLISH, "Youth music council").wrong(!troubles.is_empty()).show(html! {
        (summary(troubles))
        h1 { "Join your youth music council" }
        @if let Some(council) = mine {
            p { "You are in already on this device. " a class="go" href={ (HOME) "/" (council) } { "Go to your council" } }
        }
        p class="lead" { "You have a slip of paper with a code on it. Type the code here." }
        form method="post" action=(HOME) novalidate {
            (sheet.line("code", label("code"), "12 letters and numbers. Big or small letters are both fine."))
            (sheet.line("nickname", label("nickname"), "Make one up, or leave it empty. Please do not use your real name."))
            p { "We do not ask for your name, your e-mail, your birthday or where you live." }
            div class="actions" { button { "Join" } }
        }
        p { a class="go" href="/vote" { "I have a slip for voting" } }
    })
}

pub(super) fn home(me: &Person, polls: &[Poll]) -> Markup {
    let (now, over): (Vec<_>, Vec<_>) = polls.iter().partition(|poll| poll.is_on());
    frame(me, &me.council_name).show(html! {
        h1 { (me.council_name) }
        p class="lead" {
            @if me.nickname.is_empty() { "You are " (me.role.a()) "." } @else { "Hello, " bdi { (me.nickname) } ". You are " (me.role.a()) "." }
        }
        @if me.role.makes() { div class="actions" { a class="button" href=(me.path("polls/new")) { "Make a poll" } } }
        h2 { "Polls now" }
        @if now.is_empty() { p { "There is no poll just now." } }
        ul class="cards" { @for poll in now { (polls::card(poll, me)) } }
        @if !over.is_empty() {
            h2 { "Polls that are over" }
            ul class="cards" { @for poll in over { (polls::card(poll, me)) } }
        }
        h2 { "Ideas" }
        p { a class="go" href=(me.path("ideas")) { "See the ideas, and put up your own" } }
        h2 { "Answers" }
        p { a class="go" href={ "/" (me.service) "/decisions" } { "What councils decided, and what " (me.house.name) " answered" } }
        (may(me))
        @if me.role == Role::Chair { p { a class="go" href=(me.path("members")) { "Who is here, and new codes" } } }
        form method="post" action={ (HOME) "/leave" } {
            p { "Is this somebody else’s phone or computer?" }
            div class="actions" { button class="quiet" { "Leave on this device" } }
        }
    })
}

/// What somebody may see and do, plainly.
fn may(me: &Person) -> Markup {
    html! {
        h2 { "What you can do here" }
        ul {
            li { "Vote in every poll of your council." }
            li { "Put up ideas, and say which of them you like." }
            @for one in me.role.may() { li { (one) "." } }
        }
        h2 { "Who sees what" }
        ul {
            li { "In a " strong { "show of hands" } " everybody in your council sees how you voted, as in a room." }
            li { "In a " strong { "secret ballot" } " nobody can see how you voted. We cannot either." }
            li { "With your " strong { "ideas" } " others see your nickname only if you want it. Nobody sees what you like." }
            li { "If an idea of yours worries somebody, an adult may look up your nickname, to look after you or others." }
            li { "Your chair and the adults who help can see your nickname." }
            li { "An adult can stop a poll or keep an idea back, but only to keep somebody safe. They have to say why, and you can read it." }
        }
    }
}

pub(super) fn not_yours(me: &Person) -> Markup {
    frame(me, "This is not yours to do").show(html! {
        h1 { "This is not yours to do" }
        p class="lead" { "You are " (me.role.a()) ". Somebody with another role does this." }
        p { a class="go" href=(me.path("")) { "Back to your council" } }
    })
}

pub(super) fn members(me: &Person, members: &[OnCouncil]) -> Markup {
    frame(me, "Who is here").show(html! {
        (back(&me.path(""), "Back to your council"))
        h1 { "Who is here" }
        p { "Did somebody lose their phone or their code? Give them a new code. Then their old phone is signed out." }
        (list(members, &|id| me.path(&format!("members/{id}/code"))))
    })
}

/// Members, each with a button for a new code.
fn list(members: &[OnCouncil], action: &dyn Fn(&str) -> String) -> Markup {
    html! {
        ul class="cards" {
            @for (place, one) in members.iter().enumerate() {
                @let name = one.called(place + 1);
                li class="card" {
                    p { strong { bdi { (name) } } ", " (one.role) }
                    form method="post" action=(action(&one.id)) {
                        button class="quiet" { "New code" span class="unseen" { " for " (name) } }
                    }
                }
            }
        }
    }
}

/// A new code, shown to the chair once.
pub(super) fn replaced(me: &Person, slip: &Slip) -> Markup {
    frame(me, "A new code").sheet("poster.css").show(html! {
        (back(&me.path("members"), "Back to who is here"))
        h1 { "A new code" }
        p class="lead" { "Show it to them now, or copy it down. We cannot show it again." }
        (slips::sheet(std::slice::from_ref(slip)))
    })
}
