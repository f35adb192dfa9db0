//! The public pages of updates. They are in English, as the plan is.

use heard_core::{text::Lang, update::Update};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Stage, Told, Within};
use crate::{
    clock::day_of,
    page::{self, House, Link, Notice, Page},
};

fn frame<'a>(house: &'a House, title: &str) -> Page<'a> {
    let foot = vec![Link::new("Our surveys", house.path()), Link::new("Our plan", format!("{}/plan", house.path()))];
    Page::new(&Lang::english(), title).house(house).foot(foot)
}

/// A day as people read it.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

pub(super) fn all(house: &House, published: &[Told]) -> Markup {
    let title = "You said, we did";
    frame(house, title).show(html! {
        h1 { (title) }
        p class="lead" { "What people told us, and what we changed because of it." }
        @if published.is_empty() { p { "There is nothing here yet." } }
        ul class="cards" {
            @for told in published {
                li class="card" {
                    h2 { a href={ (house.path()) "/updates/" (told.key) } { (told.update.title) } }
                    (page::paragraphs(&told.update.easy))
                    @if let Stage::Published(at) = told.stage { p class="small soft" { (day(day_of(at))) } }
                }
            }
        }
        p { a class="go" href={ (house.path()) "/tell-me" } { "Tell me what happens next" } }
    })
}

pub(super) fn one(house: &House, told: &Told, within: &Within) -> Markup {
    let home = house.path();
    frame(house, &told.update.title).show(html! {
        p { a class="back" href={ (home) "/updates" } { "You said, we did" } }
        @if let Stage::Corrected(by) = &told.stage {
            div class="problem" { p { "We have corrected this. " a href={ (home) "/updates/" (by) } { "Read it as it is now" } "." } }
        }
        h1 { (told.update.title) }
        @if let Stage::Published(at) = told.stage { p class="small soft" { (day(day_of(at))) } }
        (text(&told.update, within, Some(&home)))
        p { a class="go" href={ (home) "/tell-me" } { "Tell me what happens next" } }
    })
}

/// What an update says. `home` is the address of the service's pages, where the plan can be walked to.
pub(super) fn text(update: &Update, within: &Within, home: Option<&str>) -> Markup {
    html! {
        (page::notice(Notice::Warm, "In easy words", page::paragraphs(&update.easy)))
        h2 { "You said" }
        (page::paragraphs(&update.said))
        @if let Some((key, title)) = &within.indicator {
            p class="small" {
                "How we measure it: "
                @if let Some(home) = home { a href={ (home) "/plan/" (key) } { (title) } } @else { (title) }
            }
        }
        h2 { "We did" }
        (page::paragraphs(&update.did))
        @if let Some(title) = &within.action {
            p class="small" {
                "It is part of "
                @if let Some(home) = home { a href={ (home) "/plan" } { "our plan" } } @else { "our plan" }
                ": " (title)
            }
        }
        h2 { "What changed" }
        (page::paragraphs(&update.changed))
        h2 { "When we look again" }
        p { "On " (day(update.look_again)) " we look at it again, and say whether it worked." }
    }
}

pub(super) fn withdrawn(house: &House, told: &Told, at: i64, why: &str) -> Markup {
    frame(house, "We have taken this back").show(html! {
        p { a class="back" href={ (house.path()) "/updates" } { "You said, we did" } }
        h1 { "We have taken this back" }
        p { "On " (day(day_of(at))) " we took back what we had written under “" (told.update.title) "”. This is why:" }
        (page::paragraphs(why))
    })
}
