//! The form in which a poll is made.

use heard_core::answer::Typed;
use maud::{Markup, html};

use super::ENGLISH;
use crate::{
    councils::{Person, back, frame},
    form::sheet::{Sheet, Trouble, offers, summary},
    polls::{
        making::{DAY, DO, MOST, QUESTION, QUORUM, RULE, RUNNING, SEATS, UNTIL, VOTING, option},
        rules,
    },
};

/// What a field is called.
pub(in crate::polls) fn label(field: &str) -> String {
    if let Some(row) = field.strip_prefix("option.").and_then(|row| row.parse::<usize>().ok()) {
        return format!("Answer {}", row + 1);
    }
    match field {
        QUESTION => "What do you want to ask?",
        RULE => "How are the votes counted?",
        SEATS => "How many win?",
        DAY => "Last day",
        QUORUM => "How many have to vote?",
        _ => field,
    }
    .to_owned()
}

pub(in crate::polls) fn form(me: &Person, typed: &Typed, troubles: &[Trouble], rows: usize) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let own = me.path("polls/new");
    frame(me, "Make a poll").wrong(!troubles.is_empty()).show(html! {
        (back(&me.path(""), "Back to your council"))
        (summary(troubles))
        h1 { "Make a poll" }
        form method="post" action=(own) novalidate {
            // What Enter presses in a box for a line.
            button hidden { "Make the poll" }
            (sheet.line(QUESTION, &label(QUESTION), ""))
            h2 { "What can people choose from?" }
            @for row in 0..rows { (answer(&sheet, row)) }
            @if rows < MOST { div class="actions" { button class="quiet" name=(DO) value="more" { "More answers" } } }
            (sheet.one_of(RULE, &label(RULE), "", &offers(rules::ALL.map(|(code, name, how, _)| (code, format!("{name}. {how}"))))))
            (sheet.short(SEATS, &label(SEATS), "Only for “Several winners”."))
            (sheet.one_of(VOTING, "Who sees the votes?", "", &offers([
                ("open", "Show of hands. Everybody in the council votes on their phone, and sees afterwards how everybody voted."),
                ("secret", "Secret ballot. Everybody gets a slip with a code. Nobody can see how anybody voted."),
            ])))
            (sheet.one_of(UNTIL, "How long is it open?", "", &offers([
                ("hand", "Until the chair or the teller closes it, such as in this meeting."),
                ("day", "Until the end of a day."),
            ])))
            (sheet.short(DAY, &label(DAY), "Only if it is open until a day. Such as 5 December 2026."))
            (sheet.short(QUORUM, &label(QUORUM), "If fewer vote, nobody wins. Leave it empty if any number is fine."))
            h2 { "While people vote" }
            (sheet.tick(RUNNING, "Show how it stands. Only in a show of hands: it can make people vote like the others."))
            div class="actions" { button { "Make the poll" } a class="button quiet" href=(me.path("")) { "Do not" } }
        }
    })
}

/// A box for an answer, below the heading of all.
fn answer(sheet: &Sheet<'_>, row: usize) -> Markup {
    let name = option(row);
    Sheet { deep: true, ..*sheet }.line(&name, &label(&name), "")
}
