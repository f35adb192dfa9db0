//! Held ideas, as an adult sees them who decides.

use heard_core::{
    answer::Typed,
    minding::{Doubt, doubts},
    quoting::Telling,
};
use maud::{Markup, html};

use super::{ENGLISH, looking::marked, sheet};
use crate::{
    clock::day_of,
    councils::{Council, back, safety},
    form::sheet::{Trouble, offers, summary},
    ideas::{
        Idea, Stage,
        adults::{CHOICE, KEEP_BACK, SHOW},
        writing::TURN,
    },
    page::{self, Mark, Page},
    staff::{Colleague, staff_page},
};

/// What the choice is called.
pub(in crate::ideas) const CHOICE_LABEL: &str = "May others read it?";

fn frame<'a>(me: &Colleague, title: &str) -> Page<'a> {
    staff_page(&ENGLISH, me, title, if me.may_help_councils() { "councils" } else { "ideas" })
}

pub(in crate::ideas) fn list(me: &Colleague, ideas: &[Idea], councils: &[Council]) -> Markup {
    let of = |stage: Stage| ideas.iter().filter(move |idea| idea.state == stage);
    let name = |idea: &Idea| councils.iter().find(|council| council.id == idea.council).map_or("", |one| &*one.name);
    let card = |idea: &Idea| {
        html! {
            li class="card" {
                (marked(&idea.words))
                p class="soft" { (name(idea)) ", " (day_of(idea.since).strftime("%-d %B %Y").to_string()) }
                p { a class="go" href=(me.path(&format!("ideas/{}", idea.id))) { "Look at it" span class="unseen" { ": " (idea.words) } } }
            }
        }
    };
    let part = |title: &str, none: &str, stage: Stage| {
        html! {
            h2 { (title) }
            @if of(stage).next().is_none() { p { (none) } }
            ul class="cards" { @for idea in of(stage) { (card(idea)) } }
        }
    };
    frame(me, "Ideas of young people").show(html! {
        @if me.may_help_councils() { (back(&me.path("councils"), "Back to the councils")) }
        h1 { "Ideas of young people" }
        p { "Young moderators look at most ideas themselves. These wait for an adult: something in them may tell who somebody is or hurt somebody, or a young person asked you to look." }
        (part("Waiting for you", "Nothing waits for you.", Stage::Held))
        (part("Waiting for a young moderator", "Nothing waits.", Stage::Waiting))
        (part("Read by their council", "There is none yet.", Stage::Shown))
        (part("Kept back", "Nothing is kept back.", Stage::KeptBack))
    })
}

/// One idea, with what the council calls its writer where that was looked up.
pub(in crate::ideas) fn one(
    me: &Colleague,
    idea: &Idea,
    writer: Option<&str>,
    typed: &Typed,
    troubles: &[Trouble],
) -> Markup {
    let own = me.path(&format!("ideas/{}", idea.id));
    let sheet = sheet(typed, troubles, true);
    frame(me, "An idea").wrong(!troubles.is_empty()).show(html! {
        (back(&me.path("ideas"), "Back to the ideas"))
        (summary(troubles))
        h1 { "An idea" }
        (marked(&idea.words))
        p { (status(idea)) }
        (why(idea))
        h2 { "Decide" }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(TURN) value=(idea.turn);
            (sheet.one_of(CHOICE, CHOICE_LABEL, "", &offers([
                (SHOW, "Yes. It names nobody who should not be named, and hurts nobody."),
                (KEEP_BACK, "No, to keep somebody safe. Not because it is unwelcome."),
            ])))
            p { "Only if you keep it back:" }
            @if idea.poll.is_some() { p { "There is a poll about it. It is stopped too, and its votes are deleted." } }
            (safety::controls(&sheet))
            div class="actions" { button { "Decide" } a class="button quiet" href=(me.path("ideas")) { "Leave it for now" } }
        }
        (look_up(idea, &own, writer))
    })
}

fn status(idea: &Idea) -> Markup {
    match idea.state {
        Stage::Held => page::status(Mark::Later, "Waits for you"),
        Stage::Waiting => page::status(Mark::Later, "Waits for a young moderator"),
        Stage::Asked => page::status(Mark::Unsure, "Its writer is asked to change it"),
        Stage::Shown => page::status(Mark::Up, "Its council reads it"),
        Stage::KeptBack => page::status(Mark::Failed, "Kept back"),
    }
}

/// What in it should be looked at, and what a young person said of it.
fn why(idea: &Idea) -> Markup {
    let mut kinds: Vec<&str> = doubts(&idea.words).iter().map(|(_, doubt)| in_words(*doubt)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    html! {
        @if !kinds.is_empty() { p { "What is marked " (kinds.join(", or ")) ". A program found it, by the shape of words: read it all." } }
        @if let Some(note) = &idea.note {
            @if note.is_empty() { p { "A young person was worried about it, and did not say why." } }
            @else { p { @if idea.state == Stage::KeptBack { "Why it is kept back: " } @else { "A young person says: " } q { (note) } } }
        }
    }
}

fn in_words(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Unkind => "may hurt somebody",
        Doubt::Telling(Telling::Name) => "may be a name",
        Doubt::Telling(Telling::Address) => "may be an address",
        Doubt::Telling(Telling::Number) => "may be a telephone number",
        Doubt::Telling(Telling::Postcode) => "may be a postcode",
    }
}

fn look_up(idea: &Idea, own: &str, writer: Option<&str>) -> Markup {
    html! {
        @if let Some(writer) = writer {
            h2 { "Who wrote it" }
            p { "The council calls them " strong { bdi { (writer) } } ". No name is known here. The record says that you looked." }
        } @else if matches!(idea.state, Stage::Held | Stage::KeptBack) {
            h2 { "Who wrote it" }
            p { "Look only if somebody has to be looked after. The record says that you did, and the young people were told that it can happen." }
            form method="post" action={ (own) "/writer" } { div class="actions" { button class="quiet" { "See what the council calls them" } } }
        }
    }
}
