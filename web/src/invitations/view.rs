//! The pages of invitations.

pub(super) mod lists;
pub(super) mod mails;
pub(super) mod public;

use heard_core::text::Lang;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Invites, sql::Mailing, writing::Kind};
use crate::{
    clock::in_england,
    page::{self, Mark, Page},
    staff::{Colleague, staff_page},
};

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "surveys").sheet("settings.css").sheet("builder.css")
}

fn back(href: &str, words: &str) -> Markup {
    html! { p { a class="back" href=(href) { (words) } } }
}

/// A day as staff read and write it.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn of(invites: &Invites) -> &str {
    invites.published.survey.title.get(&ENGLISH)
}

fn counted(count: i64, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

pub(super) fn show(me: &Colleague, invites: &Invites) -> Markup {
    frame(me, "Invitations").within(of(invites)).show(html! {
        (back(&me.path(&format!("waves/{}", invites.published.wave.id)), "Back to the wave"))
        h1 { "Invitations" }
        p class="lead" { "Everybody on the list gets a mail with a link of their own, which counts once. Nobody sees who has answered: only who has not is reminded." }
        @if invites.published.declaration.invited_only {
            p { "Only people who are invited can answer this wave online." }
        } @else {
            p { "Others can answer this wave as well, by its open link." }
        }
        (figures(me, invites))
        @if invites.ahead { (next(me, invites)) } @else {
            p { "The wave is over. The addresses are deleted by themselves as soon as it has closed." }
        }
        @if !invites.mailings.is_empty() { (rounds(me, invites)) }
        h2 { "Whoever wants no invitations" }
        p { "Every mail has a link to stop them. For somebody who tells you instead: " a href=(me.path("never-invite")) { "never invite an address" } "." }
    })
}

/// How many there are.
fn figures(me: &Colleague, invites: &Invites) -> Markup {
    let counts = invites.counts;
    html! {
        dl class="answers" {
            div { dt { "On the list" } dd { (counted(counts.people, "address", "addresses")) } }
            div { dt { "Written to" } dd { (counted(counts.written, "address", "addresses")) } }
            div { dt { "Not delivered: there is no such address" } dd {
                (counted(counts.gone, "address", "addresses"))
                @if counts.gone > 0 { " " a href=(invites.path(me, "gone")) { "See them" } }
            } }
            div { dt { "Answered by their link" } dd {
                "As far as it may be shown, " a href=(me.path(&format!("waves/{}/progress", invites.published.wave.id))) { "beside the other ways" }
            } }
        }
    }
}

/// What can be done, the one that comes next as the main button.
fn next(me: &Colleague, invites: &Invites) -> Markup {
    let can = |kind: Kind| kind.obstacle(invites).is_none();
    let write = |kind: Kind| invites.path(me, &format!("write/{}", kind.code()));
    let main = if can(Kind::Invitation) { Some(Kind::Invitation) } else { None };
    html! {
        div class="actions" {
            @if main.is_some() { a class="button" href=(write(Kind::Invitation)) { "Write the invitation" } }
            a class={ "button" @if main.is_some() { " quiet" } } href=(invites.path(me, "add")) { "Add people" }
            @if can(Kind::Reminder) { a class="button quiet" href=(write(Kind::Reminder)) { "Write a reminder" } }
        }
    }
}

fn rounds(me: &Colleague, invites: &Invites) -> Markup {
    html! {
        h2 { "Mails" }
        ul class="cards" {
            @for mailing in &invites.mailings { li class="card" { (round(me, invites, mailing)) } }
        }
    }
}

fn round(me: &Colleague, invites: &Invites, mailing: &Mailing) -> Markup {
    let when = in_england(mailing.due).strftime("%-d %B %Y, %-H:%M").to_string();
    let what = if mailing.reminds { "Reminder" } else { "Invitation" };
    let whom = if mailing.reminds {
        "To everybody who has not answered by then."
    } else {
        "To everybody on the list who had none yet."
    };
    html! {
        h3 { (what) ", " (when) }
        p {
            @if mailing.done { (page::status(Mark::Done, "Written")) }
            @else if mailing.begun { (page::status(Mark::Up, "On its way")) }
            @else { (page::status(Mark::Later, "Planned")) }
            " " (whom)
        }
        @if !mailing.begun && invites.ahead {
            form method="post" action=(invites.path(me, &format!("call-off/{}", mailing.id))) {
                div class="actions" { button class="quiet" { "Call off: " (what) ", " (when) } }
            }
        }
    }
}
