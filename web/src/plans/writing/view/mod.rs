//! The pages of writing a plan.

pub(super) mod in_force;
pub(super) mod outline;
pub(in crate::plans) mod part;
pub(super) mod starting;

use heard_core::{
    plan::{Advice, Part},
    text::Lang,
};
use maud::{Markup, html};

use super::at::At;
use crate::{
    page::Page,
    staff::{Colleague, staff_page},
};
use heard_core::plan::Plan;

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "plan").sheet("settings.css").sheet("builder.css")
}

fn back(href: &str, words: &str) -> Markup {
    html! { p { a class="back" href=(href) { (words) } } }
}

fn path(me: &Colleague, at: &At) -> String {
    me.path(&format!("plan/write/{}", at.path()))
}

/// The page of a part that an advice is about.
fn at(plan: &Plan, part: Part, key: Option<&str>) -> At {
    let key = key.unwrap_or_default().to_owned();
    let within = |has: &dyn Fn(&heard_core::plan::Priority) -> bool| {
        plan.priorities.iter().find(|one| has(one)).map_or_else(String::new, |one| one.key.to_string())
    };
    match part {
        Part::Plan => At::About,
        Part::Priority => At::Priority(key),
        Part::Action => At::Action(within(&|one| one.actions.iter().any(|action| *action.key == *key)), key),
        Part::Indicator => At::Indicator(within(&|one| one.indicators.iter().any(|one| *one.key == *key)), key),
    }
}

/// Advice on the whole, each with the way to all that it is about.
fn advised(me: &Colleague, plan: &Plan, advice: &[Advice]) -> Markup {
    let mut by_message: Vec<(&str, Vec<&Advice>)> = Vec::new();
    for one in advice {
        match by_message.iter_mut().find(|(message, _)| *message == one.message) {
            Some((_, about)) => about.push(one),
            None => by_message.push((one.message, vec![one])),
        }
    }
    html! {
        h2 id="Advice" { "Worth a look" }
        @if advice.is_empty() { p { "We have no advice on it." } } @else {
            p { "Nothing of this has to be done. You know your service; these are things that make plans true." }
            @for (message, about) in by_message {
                h3 { (message) }
                ul class="checks" {
                    @for one in about {
                        li { a href=(path(me, &at(plan, one.part, one.key.as_deref()))) { (one.part.words()) " “" (one.title) "”" } }
                    }
                }
            }
        }
    }
}
