//! Voting by a slip: asking how many, the slips, the door, the ballot, and thanks.

use heard_core::answer::Typed;
use maud::{Markup, html};

use super::{ENGLISH, paper};
use crate::{
    councils::{Person, back},
    form::sheet::{Sheet, Trouble, summary},
    page::{self, House, Page},
    polls::{
        Poll,
        secret::{VOTE, VOTERS},
    },
    slips::{self, Slip},
};

/// What the box for the number of slips is called, and the one for a code.
pub(in crate::polls) const LABEL: &str = "How many people can vote?";
pub(in crate::polls) const CODE: &str = "The code on your slip";

pub(super) fn ask(poll: &Poll, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: true };
    html! {
        form method="post" action=(poll.path("slips")) novalidate {
            (sheet.short(VOTERS, LABEL, "We make a slip for each. They can be for people who are not in the council, too."))
            div class="actions" { button { "Make the slips" } }
        }
    }
}

pub(in crate::polls) fn printed(me: &Person, poll: &Poll, slips: &[Slip]) -> Markup {
    Page::new(&ENGLISH, "Slips to print").house(&me.house).within(&poll.question).sheet("poster.css").show(html! {
        div class="screen" {
            (back(&poll.path(""), "Back to the poll"))
            h1 { "Slips to print" }
            p class="lead" { "Print this page now, with “Print” in your browser. We cannot show these slips again." }
            ol {
                li { "Cut the slips apart." }
                li { "Fold them, and mix them in a hat." }
                li { "Everybody draws one. Nobody writes down who has which." }
                li { "Throw away what is left over, so that nobody can use it." }
            }
        }
        (slips::sheet(slips))
    })
}

pub(in crate::polls) fn door(typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    Page::new(&ENGLISH, "Vote with a slip").wrong(!troubles.is_empty()).show(html! {
        (summary(troubles))
        h1 { "Vote with a slip" }
        form method="post" action=(VOTE) novalidate {
            (sheet.line("code", CODE, "12 letters and numbers. Big or small letters are both fine."))
            p { "We do not know who has which slip. Nobody can find out how you vote." }
            div class="actions" { button { "Go on" } }
        }
    })
}

pub(in crate::polls) fn ballot(house: &House, poll: &Poll, typed: &Typed, troubles: &[Trouble]) -> Markup {
    Page::new(&ENGLISH, poll.question.as_str()).house(house).wrong(!troubles.is_empty()).show(html! {
        (summary(troubles))
        h1 { (poll.question) }
        form method="post" action="/vote/ballot" novalidate {
            (paper::controls(poll, typed, troubles, None))
            p { "Your vote is secret. You can send it once, and not change it after." }
            div class="actions" { button { "Send my vote" } }
        }
    })
}

pub(in crate::polls) fn thanks() -> Markup {
    Page::new(&ENGLISH, "Your vote is counted").show(html! {
        (page::drawing("thanks.svg", 200, 120))
        h1 { "Your vote is counted" }
        p class="lead" { "Thank you. Your slip does not work any more: you can throw it away." }
        p { "You get no proof of how you voted. So nobody can make you show it." }
    })
}
