//! The pages of prize draws, for those who enter and for those who draw.

use axum::response::Response;
use heard_core::{survey::Draw, text::Lang};
use maud::{Markup, html};

use super::{
    KEPT,
    staff::{Drawing, Entered},
};
use crate::{
    clock::day_of,
    form::field::Holds,
    page::{self, Reading},
    sign_up::{self, Back, SignUp},
    staff::{Colleague, staff_page},
    surveys::Published,
    words::words,
};

/// The box of the form.
pub(super) const CONTACT: &str = "contact";
/// The field that says how many winners whoever draws has seen.
pub(super) const WINNERS: &str = "winners";

pub(super) fn form(published: &Published, draw: &Draw, typed: &str, back: Back, lang: &Lang) -> Response {
    let (survey, words) = (&published.survey, words(lang));
    let action = format!("{}/draw", published.path());
    let frame = sign_up::frame(&published.house, &words.enter_draw, lang);
    let frame =
        frame.within(survey.title.get(lang)).read_as(Reading::in_languages(&survey.languages, lang), action.clone());
    let page = SignUp {
        title: &words.enter_draw,
        about: html! {
            p class="lead" { (page::text(&draw.prize, lang)) }
            p { (words.draw_for_all) }
            h2 { (words.draw_rules) }
            (page::prose(&draw.rules, lang))
        },
        kept: html! { p { (words.draw_kept(&words.day(day_of(published.wave.closes + KEPT)))) } },
        for_young_people: survey.asks_young_people(),
        action: &action,
        name: CONTACT,
        label: &words.email_or_telephone,
        holds: Holds::OwnContact,
        typed,
        advice: &words.write_contact,
        button: &words.enter_draw,
    };
    page.show(frame, back, lang)
}

pub(super) fn entered(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    let frame = sign_up::frame(&published.house, &words.in_the_draw, lang);
    let next = words.draw_next(&words.day(published.wave.last_day()));
    sign_up::said(&frame, &words.in_the_draw, &[&next], &published.house.key, lang)
}

pub(super) fn over(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    let frame = sign_up::frame(&published.house, &words.draw_over, lang);
    sign_up::said(&frame, &words.draw_over, &[&words.draw_over_advice], &published.house.key, lang)
}

pub(super) fn draws(me: &Colleague, drawings: &[Drawing], lang: &Lang) -> Markup {
    staff_page(lang, me, "Prize draws", "draws").show(html! {
        h1 { "Prize draws" }
        p {
            "Anybody may enter, on a page of its own. Entries cannot be joined to answers, and are locked until you draw. "
            "30 days after a survey has closed they are deleted by themselves."
        }
        @if drawings.is_empty() {
            p { "No survey that is open, or was in the last 30 days, has a prize draw. A survey gets one by " code { "\"draw\"" } " in its file." }
        }
        @for drawing in drawings { (card(me, drawing, lang)) }
    })
}

fn card(me: &Colleague, drawing: &Drawing, lang: &Lang) -> Markup {
    let Drawing { title, draw, wave, result } = drawing;
    html! {
        section class="card" {
            h2 { (title) }
            p { "Prize: " (draw.prize.get(lang)) }
            @match result {
                None => p { "Open until " (day(wave.closes)) ". After that you see how many entered, and can draw a winner." },
                Some(result) => {
                    p { "Closed on " (day(wave.closes)) ". " (entries(result.entries)) }
                    (winners(result))
                    (actions(me, &wave.id, result))
                    @if result.entries > 0 { p { "All entries are deleted on " (day(wave.closes + KEPT)) "." } }
                }
            }
        }
    }
}

fn winners(result: &Entered) -> Markup {
    html! {
        @if !result.winners.is_empty() {
            h3 { "Drawn" }
            ol { @for winner in &result.winners { li { (winner) } } }
            p { "Write to them or call them. If you cannot reach somebody, draw again." }
        }
    }
}

fn actions(me: &Colleague, wave: &str, result: &Entered) -> Markup {
    let drawn = result.winners.len();
    let left = usize::try_from(result.entries).is_ok_and(|entries| entries > drawn);
    html! {
        @if left {
            form method="post" action=(me.path(&format!("draws/{wave}/winner"))) {
                input type="hidden" name=(WINNERS) value=(drawn);
                div class="actions" { button { @if drawn == 0 { "Draw a winner" } @else { "Draw again" } } }
            }
        }
        @if result.entries > 0 { p { a class="go" href=(me.path(&format!("draws/{wave}/delete"))) { "Delete all entries" } } }
    }
}

pub(super) fn ask_to_delete(me: &Colleague, wave: &str, entries: i64, lang: &Lang) -> Markup {
    staff_page(lang, me, "Delete all entries", "draws").show(html! {
        p { a class="back" href=(me.path("draws")) { "Back" } }
        h1 { "Delete all entries" }
        p { (self::entries(entries)) " Nobody can be drawn or reached after this, and it cannot be undone." }
        form method="post" action=(me.path(&format!("draws/{wave}/delete"))) {
            div class="actions" { button { "Delete them" } }
        }
    })
}

fn entries(entries: i64) -> String {
    match entries {
        0 => "There are no entries.".to_owned(),
        1 => "1 person entered.".to_owned(),
        many => format!("{many} people entered."),
    }
}

fn day(millis: i64) -> String {
    day_of(millis).strftime("%-d %B %Y").to_string()
}
