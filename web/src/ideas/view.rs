//! The pages of ideas, in words for children of nine to eleven.

pub(super) mod adults;
pub(super) mod looking;

use std::sync::LazyLock;

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

use super::{
    Idea, Stage, Wall,
    polling::{QUESTION, VOTING},
    writing::{DO, NAMED, TAKE_BACK, TURN, WORDS},
};
use crate::{
    councils::{back, frame},
    form::sheet::{Sheet, Trouble, YES, offers, summary},
    page::{self, Mark, Notice},
};

static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

/// What the box for an idea is called.
pub(super) const WORDS_LABEL: &str = "Your idea";
pub(super) const QUESTION_LABEL: &str = "What do you ask?";

fn sheet<'a>(typed: &'a Typed, troubles: &'a [Trouble], deep: bool) -> Sheet<'a> {
    Sheet { typed, troubles, lang: &ENGLISH, deep }
}

pub(super) fn wall(wall: &Wall, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let me = &wall.me;
    frame(me, "Ideas").wrong(!troubles.is_empty()).show(html! {
        (back(&me.path(""), "Back to your council"))
        (summary(troubles))
        h1 { "Ideas" }
        p class="lead" { "What should change? What should we try? Everybody in " (me.council_name) " can put an idea here." }
        (to_look_at(wall))
        (ideas(wall))
        form method="post" action=(me.path("ideas")) novalidate {
            h2 { "Put up an idea" }
            (boxes(wall, &sheet(typed, troubles, true), WORDS_LABEL))
            p { "Somebody looks at it first, so that everybody is safe here. That is a moderator of your council or an adult." }
            div class="actions" { button { "Put it up" } }
        }
    })
}

fn boxes(wall: &Wall, sheet: &Sheet<'_>, label: &str) -> Markup {
    html! {
        (sheet.sentences(WORDS, label, "300 letters at most. No names of people, please, and nothing that hurts anybody."))
        @if !wall.me.nickname.is_empty() { (sheet.tick(NAMED, "Show my nickname with it.")) }
    }
}

/// What a moderator has to look at.
fn to_look_at(wall: &Wall) -> Markup {
    let waiting = wall.waiting().count();
    html! {
        @if wall.me.role.moderates() && waiting > 0 {
            (page::notice(Notice::Plain, "New ideas wait for you", html! {
                p { a class="go" href=(wall.me.path("ideas/look")) { "Look at " (waiting) " new " @if waiting == 1 { "idea" } @else { "ideas" } } }
            }))
        }
    }
}

fn ideas(wall: &Wall) -> Markup {
    let (shown, mine, kept): (Vec<_>, Vec<_>, Vec<_>) =
        (wall.shown().collect(), wall.mine().collect(), wall.kept_back().collect());
    html! {
        @if !mine.is_empty() {
            h2 { "Only you can read these" }
            ul class="cards" { @for idea in mine { li class="card" { (said(idea)) (standing(idea)) p { a class="go" href=(idea.path("")) { "Change it or take it back" (unseen(idea)) } } } } }
        }
        h2 { "Everybody’s ideas" }
        @if shown.is_empty() { p { "There is none yet. Be the first!" } }
        ul class="cards" { @for idea in shown { (card(wall, idea)) } }
        @for idea in kept {
            p { "An adult keeps an idea back to keep somebody safe. They say why: " q { (idea.note.as_deref().unwrap_or_default()) } }
        }
    }
}

/// The words of an idea, as they were written.
fn said(idea: &Idea) -> Markup {
    html! { div class="lead" { (page::paragraphs(&idea.words)) } }
}

/// What tells one link from another for whoever only hears them.
fn unseen(idea: &Idea) -> Markup {
    let start: String = idea.words.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    html! { span class="unseen" { ": " (start) } }
}

fn card(wall: &Wall, idea: &Idea) -> Markup {
    let better = wall.about(&idea.id).count();
    html! {
        li class="card" id=(idea.id) {
            (said(idea))
            p class="soft" { (by(wall, idea)) ". " (liked(idea.likes)) }
            (like(wall, idea))
            @if let Some(poll) = &idea.poll { p { a class="go" href=(wall.me.path(&format!("polls/{poll}"))) { "There is a poll about it" (unseen(idea)) } } }
            p { a class="go" href=(idea.path("")) { (ways(better)) (unseen(idea)) } }
        }
    }
}

fn by(wall: &Wall, idea: &Idea) -> Markup {
    let named = idea.named && !idea.nickname.is_empty();
    html! {
        @match (wall.is_mine(idea), named) {
            (true, true) => "By you, with your nickname",
            (true, false) => "By you, without your name",
            (false, true) => { "By " bdi { (idea.nickname) } }
            (false, false) => "By somebody in your council",
        }
    }
}

fn liked(likes: i64) -> String {
    match likes {
        0 => "Nobody has said yet that they like it.".to_owned(),
        1 => "1 person likes it.".to_owned(),
        _ => format!("{likes} people like it."),
    }
}

fn ways(better: usize) -> String {
    match better {
        0 => "Make it better".to_owned(),
        1 => "1 way to make it better".to_owned(),
        _ => format!("{better} ways to make it better"),
    }
}

fn like(wall: &Wall, idea: &Idea) -> Markup {
    let mine = wall.liked.contains(&idea.id);
    html! {
        form method="post" action=(idea.path("like")) {
            input type="hidden" name="like" value=(if mine { "no" } else { "yes" });
            button class="quiet" { @if mine { "I do not like it any more" } @else { "I like it" } (unseen(idea)) }
        }
    }
}

/// Where an idea of one's own is on its way, with what somebody said.
fn standing(idea: &Idea) -> Markup {
    let note = idea.note.as_deref();
    html! {
        @match idea.state {
            Stage::Waiting => p { (page::status(Mark::Later, "A moderator of your council looks at it soon")) },
            Stage::Held => {
                p { (page::status(Mark::Later, "An adult looks at it first")) }
                @if idea.is_worry() { p { "Somebody was worried about it. Until the adult has decided, it stays as it is." } }
                @else { p { "That is to keep everybody safe. Is there a name, a number or an unkind word in it? You can change it now." } }
            }
            Stage::Asked => {
                p { (page::status(Mark::Unsure, "A moderator asks you to change it")) }
                @if let Some(note) = note { p { "They say: " q { (note) } } }
            }
            Stage::Shown => p { (page::status(Mark::Up, "Everybody in your council can read it")) },
            Stage::KeptBack => {
                p { (page::status(Mark::Failed, "An adult keeps it back, to keep somebody safe")) }
                @if let Some(note) = note { p { "They say why: " q { (note) } } }
                p { "You did nothing wrong by having an idea. You can talk to an adult whom you trust, or write a new one." }
            }
        }
    }
}

pub(super) fn idea(wall: &Wall, idea: &Idea, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let (me, mine) = (&wall.me, wall.is_mine(idea));
    let title = match (idea.about.is_some(), mine) {
        (true, _) => "How to make an idea better",
        (false, true) => "Your idea",
        (false, false) => "An idea",
    };
    frame(me, title).wrong(!troubles.is_empty()).show(html! {
        (back(&me.path("ideas"), "Back to all ideas"))
        (summary(troubles))
        h1 { (title) }
        (said(idea))
        @if mine { (standing(idea)) } @else { p class="soft" { (by(wall, idea)) "." } }
        @if let Some(about) = idea.about.as_ref().and_then(|about| wall.one(about).ok()) {
            p { "It is about this idea:" }
            (said(about))
        }
        @if idea.state == Stage::Shown && idea.about.is_none() { (together(wall, idea, typed, troubles)) }
        @if mine { (own(wall, idea, typed, troubles)) }
        @else { p { a class="go" href=(idea.path("worry")) { "Something here worries me" } } }
    })
}

/// What members do about an idea: like it, make it better, make it a poll.
fn together(wall: &Wall, idea: &Idea, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let better: Vec<_> = wall.about(&idea.id).collect();
    html! {
        p { (liked(idea.likes)) " Nobody sees who." }
        (like(wall, idea))
        @if let Some(poll) = &idea.poll { p { a class="go" href=(wall.me.path(&format!("polls/{poll}"))) { "There is a poll about it" } } }
        @else if wall.me.role.makes() { p { a class="go" href=(idea.path("poll")) { "Ask everybody: make it a poll" } } }
        h2 { "How to make it better" }
        @if better.is_empty() { p { "Nobody has said yet." } }
        ul class="cards" {
            @for one in better {
                li class="card" {
                    (said(one))
                    p class="soft" { (by(wall, one)) "." }
                    @if wall.is_mine(one) { p { a class="go" href=(one.path("")) { "Change it or take it back" (unseen(one)) } } }
                    @else { p { a class="go" href=(one.path("worry")) { "Something here worries me" (unseen(one)) } } }
                }
            }
        }
        @if !wall.is_mine(idea) {
            form method="post" action=(idea.path("better")) novalidate {
                (boxes(wall, &sheet(typed, troubles, false), "What would make it better?"))
                div class="actions" { button { "Say it" } }
            }
        }
    }
}

/// One's own idea, to change or to take back.
fn own(wall: &Wall, idea: &Idea, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let stands = [(WORDS, idea.words.as_str()), (NAMED, if idea.named { YES } else { "" })];
    let stands: Typed = stands.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let typed = if troubles.is_empty() { &stands } else { typed };
    if idea.is_worry() {
        return html! {};
    }
    html! {
        form method="post" action=(idea.path("")) novalidate {
            // What Enter presses.
            button hidden { "Save" }
            input type="hidden" name=(TURN) value=(idea.turn);
            @if idea.state != Stage::KeptBack && idea.poll.is_none() {
                h2 { "Change it" }
                (boxes(wall, &sheet(typed, troubles, true), WORDS_LABEL))
                p { "Then somebody looks at it again, and people can say anew that they like it." }
                div class="actions" { button { "Save" } button class="quiet" name=(DO) value=(TAKE_BACK) { "Take it back: delete it" } }
            } @else {
                div class="actions" { button class="quiet" name=(DO) value=(TAKE_BACK) { "Take it back: delete it" } }
            }
        }
    }
}

pub(super) fn poll(wall: &Wall, idea: &Idea, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = sheet(typed, troubles, false);
    frame(&wall.me, "Make it a poll").wrong(!troubles.is_empty()).show(html! {
        (back(&idea.path(""), "Back to the idea"))
        (summary(troubles))
        h1 { "Make it a poll" }
        p { "People say yes, no, or that they are not sure." }
        form method="post" action=(idea.path("poll")) novalidate {
            (sheet.line(QUESTION, QUESTION_LABEL, "Such as: Should we have a choir for everyone?"))
            (sheet.one_of(VOTING, "Who sees the votes?", "", &offers([
                ("open", "Show of hands. Everybody in the council votes on their phone, and sees afterwards how everybody voted."),
                ("secret", "Secret ballot. Everybody gets a slip with a code. Nobody can see how anybody voted."),
            ])))
            div class="actions" { button { "Make the poll" } a class="button quiet" href=(idea.path("")) { "Do not" } }
        }
    })
}
