//! New ideas, for young moderators; and telling an adult of one that worries.

use heard_core::{answer::Typed, minding::doubts};
use maud::{Markup, html};

use super::{said, sheet};
use crate::{
    councils::{Person, back, frame},
    form::sheet::{Sheet, Trouble, offers, summary},
    ideas::{
        Idea, Wall,
        looking::{ADULT, ASK, CHOICE, NOTE, SHOW},
        writing::TURN,
    },
};

/// What the box for a worry is called.
pub(in crate::ideas) const WORRY: &str = "What worries you?";

pub(in crate::ideas) fn label(field: &str) -> &'static str {
    if field == NOTE { "A note" } else { "What happens with it?" }
}

/// An idea to decide on, and how many wait.
pub(in crate::ideas) fn one(wall: &Wall, idea: Option<&Idea>, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let me = &wall.me;
    let waiting = wall.waiting().count();
    frame(me, "New ideas").wrong(!troubles.is_empty()).show(html! {
        (back(&me.path("ideas"), "Back to all ideas"))
        (summary(troubles))
        h1 { "New ideas" }
        p class="lead" { "You look at them first. Is there a name in it, or anything that hurts or worries you? Then send it to an adult. You need not like an idea to show it." }
        @match idea {
            None => p { "There is nothing new. Thank you for looking!" },
            Some(idea) => {
                p { @if waiting == 1 { "This is the only one." } @else { (waiting) " wait. This is the first." } }
                (said(idea))
                @if idea.about.is_some() { p class="soft" { "It says how to make somebody else’s idea better." } }
                (choices(idea, &sheet(typed, troubles, false)))
            }
        }
    })
}

fn choices(idea: &Idea, sheet: &Sheet<'_>) -> Markup {
    let choices =
        [(SHOW, "Show it to everybody"), (ASK, "Ask the writer to change it"), (ADULT, "Send it to an adult")];
    html! {
        form method="post" action=(idea.path("look")) novalidate {
            input type="hidden" name=(TURN) value=(idea.turn);
            (sheet.one_of(CHOICE, label(CHOICE), "", &offers(choices)))
            (sheet.line(NOTE, label(NOTE), "For the writer or for the adult. You need one if you ask for a change."))
            div class="actions" { button { "Done" } }
        }
    }
}

pub(in crate::ideas) fn worry(wall: &Wall, idea: &Idea, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = sheet(typed, troubles, false);
    frame(&wall.me, "Something worries me").wrong(!troubles.is_empty()).show(html! {
        (back(&idea.path(""), "Back to the idea"))
        (summary(troubles))
        h1 { "Something worries you?" }
        (said(idea))
        p { "Thank you for looking after others. We take it off the wall, and an adult looks at it. Nobody in your council is told that it was you." }
        form method="post" action=(idea.path("worry")) novalidate {
            (sheet.line(NOTE, WORRY, "You can leave this empty."))
            div class="actions" { button { "Tell an adult" } a class="button quiet" href=(idea.path("")) { "Do not" } }
        }
        p { "Is somebody in danger now? Talk to an adult whom you trust, or call Childline on 0800 1111. It is free. In an emergency call 999." }
    })
}

pub(in crate::ideas) fn thanks(me: &Person) -> Markup {
    frame(me, "Thank you").show(html! {
        h1 { "Thank you for telling us" }
        p class="lead" { "An adult looks at it now. Until then nobody else can read it." }
        p { a class="go" href=(me.path("ideas")) { "Back to all ideas" } }
    })
}

/// A text with what should be looked at marked.
pub(super) fn marked(text: &str) -> Markup {
    let mut at = 0;
    html! {
        p {
            @for (range, _) in doubts(text) {
                (text[at..range.start]) mark { (text[range.clone()]) }
                ({ at = range.end; "" })
            }
            (text[at..])
        }
    }
}
