//! The draft at a glance: its priorities with their parts, and the ways to each.

use heard_core::plan::{Action, Indicator, Plan, Priority};
use maud::{Markup, html};

use super::{ENGLISH, advised, back, frame, path};
use crate::{
    plans::{
        words::{day, target},
        writing::{
            arranging::BUTTON,
            at::{At, NEW},
            drafts::Draft,
        },
    },
    staff::{Colleague, moment},
};

pub(in crate::plans::writing) fn page(me: &Colleague, draft: &Draft) -> Markup {
    let plan = &draft.plan;
    let title = plan.title.get(&ENGLISH);
    frame(me, "The draft of the plan").wide().show(html! {
        (back(&me.path("plan"), "Back to the plan"))
        p class="step" { "The draft of the plan" }
        h1 { @if title.is_empty() { "No title yet" } @else { (title) } }
        p {
            @if draft.based_on > 0 { "Begun from version " (draft.based_on) ", which stays in force until this one is. " }
            @else { "The public does not see it until it is put in force. " }
            (draft.name) " changed it last, on " (moment(draft.changed)) "."
        }
        nav class="tools" aria-label="This draft" { ul {
            li { a href=(path(me, &At::About)) { "Title, words and days" } }
            li { a href=(path(me, &At::Priority(NEW.to_owned()))) { "Add a priority" } }
            li { a href=(me.path("plan/write/in-force")) { "Put it in force" } }
        } }
        p { (day(plan.begins)) " to " (day(plan.ends)) }
        @if plan.priorities.is_empty() { p { "There is no priority yet. Add the first." } }
        form class="outline" method="post" action=(me.path("plan/write/arrange")) {
            @for (place, priority) in (1..).zip(&plan.priorities) { (one(me, plan, place, priority)) }
        }
        (advised(me, plan, &plan.advice()))
        h2 { "Done?" }
        div class="actions" { a class="button" href=(me.path("plan/write/in-force")) { "See what changes, and put it in force" } }
        h2 { "Throw the draft away" }
        p { "The plan in force stays as it is." }
        form method="post" action=(me.path("plan/write/throw-away")) {
            input type="hidden" name="revision" value=(draft.revision);
            div class="actions" { button class="quiet" { "Throw the draft away" } }
        }
    })
}

fn one(me: &Colleague, plan: &Plan, place: usize, priority: &Priority) -> Markup {
    let (key, title) = (priority.key.to_string(), priority.title.get(&ENGLISH));
    let add = |at: At, words: &str| {
        html! { a href=(path(me, &at)) { (words) span class="unseen" { " to " (title) } } }
    };
    html! {
        section class="card" id={ "Priority-" (key) } tabindex="-1" {
            h2 { a href=(path(me, &At::Priority(key.clone()))) { (place) ". " (title) } }
            p class="small soft" { (priority.area.words()) }
            (moves("priority", &key, title, (place > 1, place < plan.priorities.len())))
            h3 { "Actions" }
            ol { @for (at, action) in priority.actions.iter().enumerate() { (action_line(me, priority, at, action)) } }
            p { (add(At::Action(key.clone(), NEW.to_owned()), "Add an action")) }
            h3 { "Indicators" }
            ol { @for (at, indicator) in priority.indicators.iter().enumerate() { (indicator_line(me, priority, at, indicator)) } }
            p { (add(At::Indicator(key.clone(), NEW.to_owned()), "Add an indicator")) }
        }
    }
}

fn action_line(me: &Colleague, priority: &Priority, place: usize, action: &Action) -> Markup {
    let title = action.title.get(&ENGLISH);
    let at = At::Action(priority.key.to_string(), action.key.to_string());
    html! {
        li id={ "Action-" (action.key) } tabindex="-1" {
            p { a href=(path(me, &at)) { (title) } }
            p class="small soft" { (action.lead.get(&ENGLISH)) ", by " (day(action.due)) ". " (action.progress.words()) "." }
            (moves("action", &action.key, title, (place > 0, place + 1 < priority.actions.len())))
        }
    }
}

fn indicator_line(me: &Colleague, priority: &Priority, place: usize, indicator: &Indicator) -> Markup {
    let title = indicator.title.get(&ENGLISH);
    let at = At::Indicator(priority.key.to_string(), indicator.key.to_string());
    html! {
        li id={ "Indicator-" (indicator.key) } tabindex="-1" {
            p { a href=(path(me, &at)) { (title) } }
            p class="small soft" { "Target: " (target(indicator)) "." }
            (moves("indicator", &indicator.key, title, (place > 0, place + 1 < priority.indicators.len())))
        }
    }
}

/// The buttons of a part: those that do something.
fn moves(part: &str, key: &str, title: &str, (up, down): (bool, bool)) -> Markup {
    let button = |way: &str, words: &str| {
        html! {
            button class="quiet" name=(BUTTON) value={ (way) " " (part) " " (key) } { (words) span class="unseen" { ": " (title) } }
        }
    };
    html! {
        div class="moves" {
            @if up { (button("up", "Up")) }
            @if down { (button("down", "Down")) }
            (button("out", "Take out"))
        }
    }
}
