//! Polls, as the adults see them who help: what was asked, and not how anybody voted.

use heard_core::answer::Typed;
use maud::{Markup, html};

use super::{ENGLISH, day, status, voting};
use crate::{
    councils::{back, safety},
    form::sheet::{Sheet, Trouble, summary},
    polls::{Poll, Stage},
    staff::{Colleague, staff_page},
};

/// A poll on the adults' page of its council, whose address is `own`.
pub(crate) fn staff_card(me: &Colleague, own: &str, poll: &Poll) -> Markup {
    html! {
        li class="card" {
            h3 { (poll.question) }
            p { (status(poll)) " " (voting(poll)) ", made on " (day(poll.made)) "." }
            ul { @for option in &poll.options { li { (option) } } }
            @if let Some(why) = &poll.stopped { p { "Why it was stopped: " (why) } }
            @if poll.state != Stage::Stopped {
                p { a class="go" href=(me.path(&format!("{own}/polls/{}/stop", poll.id))) { "Stop it for somebody’s safety" span class="unseen" { ": " (poll.question) } } }
            }
        }
    }
}

pub(in crate::polls) fn ask_to_stop(me: &Colleague, poll: &Poll, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let home = me.path(&format!("councils/{}", poll.council));
    staff_page(&ENGLISH, me, "Stop this poll", "councils").wrong(!troubles.is_empty()).show(html! {
        (back(&home, "Back to the council"))
        (summary(troubles))
        h1 { "Stop this poll?" }
        p class="lead" { (poll.question) }
        @if poll.state == Stage::Stopped { p { "It was stopped already." } } @else {
            p { "You can stop it to keep a child or young person safe, and for nothing else: not because its result is unwelcome. All its votes are deleted, and members no longer see what it asked. They read your reason, and it goes on record." }
            form method="post" action={ (home) "/polls/" (poll.id) "/stop" } novalidate {
                (safety::controls(&sheet))
                div class="actions" { button { "Stop it" } a class="button quiet" href=(home) { "Leave it" } }
            }
        }
    })
}
