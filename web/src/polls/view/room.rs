//! A poll on the wall of the room: what is asked, where to vote, how it stands where that is told, and who won.

use heard_core::disclosure::Voting;
use maud::{Markup, html};

use super::{ENGLISH, result};
use crate::{
    councils::{Person, back},
    page::{self, Page},
    polls::{Poll, results::Told, secret},
};

/// How many hands are up may be seen in a room; of a secret ballot, nothing before it is over.
fn voted(hands: usize) -> String {
    match hands {
        0 => "Nobody has voted yet.".to_owned(),
        1 => "1 person has voted.".to_owned(),
        _ => format!("{hands} people have voted."),
    }
}

pub(in crate::polls) fn show(me: &Person, poll: &Poll, told: Option<&Told>, hands: usize, base: &str) -> Markup {
    Page::new(&ENGLISH, "On the wall")
        .house(&me.house)
        .within(&poll.question)
        .sheet("figures.css")
        .sheet("poster.css")
        .sheet("room.css")
        .script("live.js")
        .wide()
        .show(html! {
            div class="screen" {
                (back(&poll.path(""), "Back to the poll"))
                p {
                    button type="button" class="quiet" hidden data-pause="Stop updating" data-again="Update again" { "Stop updating" }
                    " " a href=(poll.path("join")) { "Look again" }
                }
            }
            article class="room" data-live data-over[!poll.is_on()] {
                h1 { (poll.question) }
                @if poll.is_on() { (way(poll, base)) }
                @if poll.is_on() && poll.voting == Voting::Open { p class="lead" { (voted(hands)) } }
                @if let Some(told) = told { (result::result(poll, told)) }
                @else if !poll.is_on() { p class="lead" { "This poll is over." } }
            }
        })
}

fn way(poll: &Poll, base: &str) -> Markup {
    let short = if poll.voting == Voting::Open { "/council" } else { secret::VOTE };
    let (scanned, typed) = match poll.voting {
        Voting::Open => (format!("{base}{}", poll.path("")), format!("{base}{short}")),
        Voting::Secret => (format!("{base}{short}"), format!("{base}{short}")),
    };
    let address = typed.split_once("://").map_or(&*typed, |(_, address)| address);
    html! {
        div class="way" {
            (page::qr(&scanned, &format!("QR code of {address}")))
            p { strong { (address) } }
            p { @if poll.voting == Voting::Open { "Vote on your phone." } @else { "Type the code of your slip." } }
        }
    }
}
