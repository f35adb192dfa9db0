//! The pages of polls, in words for children of nine to eleven.

pub(super) mod form;
mod paper;
mod result;
pub(super) mod room;
pub(super) mod slips;
pub(super) mod staff;

use heard_core::{answer::Typed, disclosure::Voting, poll::Ballot, text::Lang};
use jiff::civil::Date;
use maud::{Markup, html};
use std::sync::LazyLock;

use super::{Poll, Stage, results::Told, rules, secret};
use crate::{
    clock::day_of,
    councils::{Person, back, frame},
    decisions::{self, Decision},
    form::sheet::{Trouble, summary},
    page::{self, Mark, Notice},
};

pub(super) static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

pub(crate) use staff::staff_card;

/// A day as people write it.
fn day(millis: i64) -> String {
    day_of(millis).strftime("%-d %B %Y").to_string()
}

fn status(poll: &Poll) -> Markup {
    match poll.state {
        Stage::Ready => page::status(Mark::Later, "Not open yet"),
        Stage::Open => page::status(Mark::Up, "Open"),
        Stage::Closed => page::status(Mark::Done, "Over"),
        Stage::Stopped => page::status(Mark::Failed, "Stopped"),
    }
}

fn voting(poll: &Poll) -> &'static str {
    if poll.voting == Voting::Open { "Show of hands" } else { "Secret ballot" }
}

/// Until when a poll is open, in a sentence.
fn until(poll: &Poll) -> String {
    if poll.state == Stage::Ready {
        return "It opens when its slips are printed.".to_owned();
    }
    poll.closes.map_or_else(
        || "It is open until the chair or the teller closes it.".to_owned(),
        |closes| format!("It is open until the end of {}.", day(closes - 1)),
    )
}

/// A poll on the page of its council. What an adult stopped is named no more: it may be what hurts.
pub(crate) fn card(poll: &Poll, me: &Person) -> Markup {
    html! {
        li class="card" {
            @if let Some(why) = &poll.stopped {
                h3 { "A poll was stopped" }
                p { (status(poll)) " on " (day(poll.ended.unwrap_or(poll.made))) "." }
                p { "An adult who helps " (me.house.name) " stopped it to keep somebody safe. They say why: " q { (why) } }
            } @else {
                h3 { a href=(poll.path("")) { (poll.question) } }
                p { (status(poll)) " " (voting(poll)) ". " @if poll.is_on() { (until(poll)) } }
            }
        }
    }
}

/// The page of a poll, as a member sees it.
pub(super) struct Shown<'a> {
    pub me: &'a Person,
    pub poll: &'a Poll,
    /// How they voted in a show of hands.
    pub mine: Option<Ballot>,
    pub told: Option<Told>,
    pub decision: Option<Decision>,
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    pub takes_votes: bool,
    pub today: Date,
}

impl Shown<'_> {
    pub fn show(&self) -> Markup {
        let Self { me, poll, troubles, .. } = self;
        if poll.state == Stage::Stopped {
            return stopped(me, poll);
        }
        frame(me, &poll.question).wrong(!troubles.is_empty()).show(html! {
            (back(&me.path(""), "Back to your council"))
            (summary(troubles))
            h1 { (poll.question) }
            p { (status(poll)) " " (voting(poll)) ". " @if poll.is_on() { (until(poll)) } }
            @if poll.quorum > 0 { p { "At least " (poll.quorum) " have to vote, or nobody wins." } }
            @if self.takes_votes { (self.vote()) }
            @else if poll.state == Stage::Open { p { "The time is over. The votes are being counted: look again in a minute." } }
            @if poll.voting == Voting::Secret && poll.slips > 0 { p { (poll.slips) " slips for voting were printed. Each counts once." } }
            @if let Some(told) = &self.told { (result::result(poll, told)) }
            (result::lots(poll))
            @if poll.state == Stage::Closed { (decisions::for_members(me, poll, self.decision.as_ref(), self.today)) }
            (self.counting())
        })
    }

    fn vote(&self) -> Markup {
        let Self { me, poll, mine, typed, troubles, .. } = self;
        html! {
            @if poll.voting == Voting::Open {
                @if mine.is_some() {
                    (page::notice(Notice::Warm, "Your vote is in the count", html! { p { "You can change it until the poll is over." } }))
                }
                form method="post" action=(poll.path("")) novalidate {
                    (paper::controls(poll, typed, troubles, mine.as_ref()))
                    p { "This is a show of hands: when it is over, everybody in " (me.council_name) " sees how you voted." }
                    div class="actions" { button { @if mine.is_some() { "Change my vote" } @else { "Vote" } } }
                }
            } @else {
                h2 { "Vote with your slip" }
                p { "Nobody can see how you vote, not even we. You need a slip of paper with a code." }
                div class="actions" { a class="button" href=(secret::VOTE) { "I have a slip" } }
            }
        }
    }

    /// What the chair and the teller do.
    fn counting(&self) -> Markup {
        let Self { me, poll, typed, troubles, .. } = self;
        html! {
            @if poll.is_on() {
                @if me.role.counts() && poll.voting == Voting::Secret {
                    h2 { @if secret::may_print(poll) { "Print the slips to open it" } @else { "Did the printing fail?" } }
                    @if !secret::may_print(poll) { p { "While nobody has voted, you can print new slips. Then the old ones do not work." } }
                    (slips::ask(poll, typed, troubles))
                }
                p { a class="go" href=(poll.path("join")) { "Show it on the wall" } }
                @if me.role.counts() { p { a class="go" href=(poll.path("close")) { "Close this poll" } } }
            }
        }
    }
}

fn stopped(me: &Person, poll: &Poll) -> Markup {
    frame(me, "A poll was stopped").show(html! {
        (back(&me.path(""), "Back to your council"))
        h1 { "This poll was stopped" }
        p { "An adult who helps " (me.house.name) " stopped it on " (day(poll.ended.unwrap_or(poll.made))) " to keep somebody safe. All its votes are deleted." }
        p { "They say why: " q { (poll.stopped.as_deref().unwrap_or_default()) } }
    })
}

pub(super) fn ask_to_close(me: &Person, poll: &Poll) -> Markup {
    frame(me, "Close this poll").show(html! {
        (back(&poll.path(""), "Back to the poll"))
        h1 { "Close this poll?" }
        @if poll.is_on() {
            p class="lead" { (poll.question) }
            p { "Has everybody voted? Once it is closed nobody can vote any more, and it cannot be opened again." }
            form method="post" action=(poll.path("close")) {
                div class="actions" { button { "Close it and count" } a class="button quiet" href=(poll.path("")) { "Not yet" } }
            }
        } @else { p { "It is over already." } }
    })
}

/// What it is called, and how it goes.
fn counted_by(poll: &Poll) -> Markup {
    html! { p { strong { (rules::name(poll.rule)) } ". " (rules::sentence(poll.rule)) } }
}
