//! What was decided and answered: for members, for the public; in words for children of nine to eleven.

pub(super) mod staff;

use std::sync::LazyLock;

use heard_core::{answer::Typed, text::Lang};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Answer, Decision, Reply};
use crate::{
    clock::day_of,
    councils::{Person, back, frame},
    form::sheet::{Sheet, Trouble, summary},
    page::{self, House, Link, Mark, Page},
    polls::Poll,
};

pub(crate) use staff::staff_card;

static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

/// What the box for a decision is called.
pub(super) const WORDS: &str = "What did you decide?";

/// A day as people write it.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// Where a decision stands, as a sign and words.
fn standing(decision: &Decision, today: Date) -> Markup {
    let late = decision.due < today;
    match (&decision.reply, decision.done) {
        (None, _) if late => page::status(Mark::Failed, "The answer is late"),
        (None, _) => page::status(Mark::Later, "Waiting for the answer"),
        (Some(_), Some(true)) => page::status(Mark::Done, "Done, says the council"),
        (Some(_), Some(false)) => page::status(Mark::Down, "Not done yet, says the council"),
        (Some(Reply { answer: Answer::Yes, .. }), None) => page::status(Mark::Up, "Yes"),
        (Some(Reply { answer: Answer::Partly, .. }), None) => page::status(Mark::Unsure, "Partly"),
        (Some(Reply { answer: Answer::No, .. }), None) => page::status(Mark::Failed, "No"),
    }
}

/// The answer, or until when it has to come.
fn answer(decision: &Decision, who: &str, today: Date) -> Markup {
    html! {
        p { (standing(decision, today)) }
        @match &decision.reply {
            None => p {
                @if decision.due < today { (who) " should have answered by " (day(decision.due)) ". It has not." }
                @else { (who) " has to answer by " (day(decision.due)) "." }
            },
            Some(reply) => {
                p {
                    strong { (who) " answers: " (in_words(reply)) }
                }
                (page::paragraphs(&reply.words))
            },
        }
    }
}

fn in_words(reply: &Reply) -> String {
    let by = reply.day.map_or_else(String::new, |until| format!(", by {}", day(until)));
    match reply.answer {
        Answer::Yes => format!("yes{by}."),
        Answer::Partly => format!("partly{by}."),
        Answer::No => "no.".to_owned(),
    }
}

/// The decision on the page of its poll, for members.
pub(crate) fn for_members(me: &Person, poll: &Poll, decision: Option<&Decision>, today: Date) -> Markup {
    html! {
        h2 { "What you decided" }
        @match decision {
            None => {
                p { "It is not written down yet." }
                @if me.role.makes() { div class="actions" { a class="button" href=(poll.path("decision")) { "Write it down" } } }
                @else { p { "The chair or the clerk does that." } }
            },
            Some(decision) => {
                blockquote { (page::paragraphs(&decision.words)) }
                (answer(decision, &me.house.name, today))
                @if me.role.makes() && decision.reply.is_some() { (mark(poll, decision)) }
            },
        }
    }
}

/// The council says whether it was done.
fn mark(poll: &Poll, decision: &Decision) -> Markup {
    html! {
        form method="post" action=(poll.path("done")) {
            p { "Has it been done? Everybody can see what you say." }
            // What Enter presses is the first of them.
            button hidden name="done" value=(if decision.done == Some(true) { "yes" } else { "no" }) { "Leave it as it is" }
            div class="actions" {
                button class="quiet" name="done" value="yes" { "Yes, it is done" }
                button class="quiet" name="done" value="no" { "Not yet" }
            }
        }
    }
}

pub(super) fn form(me: &Person, poll: &Poll, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    frame(me, "Write down what you decided").wrong(!troubles.is_empty()).show(html! {
        (back(&poll.path(""), "Back to the poll"))
        (summary(troubles))
        h1 { "Write down what you decided" }
        p { "You asked: " q { (poll.question) } }
        p { (me.house.name) " has to answer within four weeks. Everybody can read your decision and the answer, so do not write anybody’s name. You cannot change it afterwards." }
        form method="post" action=(poll.path("decision")) novalidate {
            (sheet.sentences("words", WORDS, "One or two sentences, such as: We want one rehearsal a month in the new hall."))
            div class="actions" { button { "Send it to " (me.house.name) } a class="button quiet" href=(poll.path("")) { "Not now" } }
        }
    })
}

/// What everybody sees.
pub(super) fn public(house: &House, decisions: &[Decision], actions: &[(String, String)], today: Date) -> Markup {
    let foot = vec![Link::new("Our plan", format!("{}/plan", house.path()))];
    Page::new(&ENGLISH, "What young people decided").house(house).foot(foot).sheet("figures.css").show(html! {
        (back(&house.path(), "Back to the first page"))
        h1 { "What young people decided" }
        p class="lead" { "Young people decide on youth music councils. " (house.name) " has to answer each of their decisions within four weeks." }
        @if decisions.is_empty() { p { "Nothing was decided yet." } }
        ul class="cards" {
            @for decision in decisions {
                li class="card" {
                    h2 { (decision.question) }
                    p class="soft" { (decision.council_name) ", " (day(day_of(decision.decided))) }
                    p { strong { "They decided:" } }
                    (page::paragraphs(&decision.words))
                    (answer(decision, &house.name, today))
                    @if let Some(action) = action(decision, actions) {
                        p { "It is in the plan: " a class="go" href={ (house.path()) "/plan" } { (action) } }
                    }
                }
            }
        }
    })
}

/// What the plan calls the action that does it.
fn action<'a>(decision: &Decision, actions: &'a [(String, String)]) -> Option<&'a str> {
    let key = decision.reply.as_ref()?.action.as_ref()?;
    actions.iter().find(|(one, _)| one == key).map(|(_, title)| title.as_str())
}
