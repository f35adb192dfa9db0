//! The first page of a colleague: what waits, and the way to all that their role opens.

use std::sync::Arc;

use heard_core::text::Lang;
use maud::{Markup, html};

use super::{sign_out, staff_page};
use crate::{
    page,
    staff::{guard::Colleague, role::Role},
    surveys::Published,
};

/// What waits for a colleague.
pub(in crate::staff) struct Waiting {
    /// People asked to hear what came of a survey, and nothing was said.
    pub update: bool,
    /// How many ideas of young people wait for an adult.
    pub ideas: usize,
}

pub(in crate::staff) fn home(me: &Colleague, open: &[Arc<Published>], waiting: &Waiting, lang: &Lang) -> Markup {
    let card = |title: &str, href: String, what: &str| {
        html! { li class="card" { h2 { a href=(href) { (title) } } p { (what) } } }
    };
    staff_page(lang, me, &me.service_name, "").show(html! {
        h1 { (me.service_name) }
        p { "You are signed in as " (me.name) ". Your role: " (me.role) "." }
        (waits(me, waiting))
        ul class="cards" {
            @if me.may_read() {
                (card("Surveys", me.path("surveys"), "What is asked: written, seen as people will see it, and published."))
                (card("Plan", me.path("plan"), "Priorities, actions and how far they are, with where the figures come from."))
                (card("Updates", me.path("updates"), "“You said, we did”: what came of what people told you, published and mailed to those who asked."))
                (card("Scoring", me.path("bindings"), "Which plugins turn answers into figures, and whether they are well."))
            }
            @if me.may_edit() { (card("Paper", me.path("paper"), "Answers on paper, typed in twice by their numbers.")) }
            @if me.may_help_councils() {
                (card("Councils", me.path("councils"), "Youth music councils: their codes, what they decided, and your answers."))
            }
            @else if me.role.includes(Role::Moderator) {
                (card("Ideas", me.path("ideas"), "What young people wrote that was held until an adult has looked at it."))
            }
            @if me.is_owner() {
                (card("Look", me.path("look"), "Your name, colours, welcome, contact and privacy words, as the public sees them."))
                (card("Prize draws", me.path("draws"), "Who won, after a survey has closed."))
                (card("People", me.path("people"), "Who works here, and what they may do."))
                (card("Record", me.path("record"), "Who changed what, and when."))
            }
        }
        @if me.may_read() { (open_surveys(open, lang)) }
        (sign_out())
    })
}

/// What waits, with the way to it.
fn waits(me: &Colleague, waiting: &Waiting) -> Markup {
    html! {
        @if waiting.update {
            (page::notice(page::Notice::Plain, "People wait to hear from you", html! {
                p { "A survey closed more than three months ago, people asked to be told what happened, and nothing was said since." }
                p { a class="go" href=(me.path("updates")) { "Say what came of it" } }
            }))
        }
        @if waiting.ideas > 0 {
            (page::notice(page::Notice::Plain, "Young people wait for you", html! {
                p { @if waiting.ideas == 1 { "An idea is" } @else { (waiting.ideas) " ideas are" } " held until an adult has looked." }
                p { a class="go" href=(me.path("ideas")) { "Look at what is held" } }
            }))
        }
    }
}

/// What is being asked now, with the ways to hand it out.
fn open_surveys(open: &[Arc<Published>], lang: &Lang) -> Markup {
    html! {
        h2 { "Open surveys" }
        @if open.is_empty() { p { "No survey is open now." } }
        @for published in open {
            @let (title, path) = (published.survey.title.get(lang), published.path());
            h3 { a href=(path) { (title) } }
            p {
                "To print: "
                a class="change" href={ (path) "/paper" } { "normal letters" span class="unseen" { ": " (title) } } " · "
                a class="change" href={ (path) "/paper/large" } { "large letters" span class="unseen" { ": " (title) } }
                ". Choose the language at the top of the sheet."
            }
            p {
                "In a meeting: "
                a class="change" href={ (path) "/tablet" } { "a shared tablet" span class="unseen" { ": " (title) } }
                ", on which people answer one after the other."
            }
        }
    }
}
