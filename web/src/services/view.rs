//! The list of services, and the front page of one.

use std::sync::Arc;

use heard_core::text::Lang;
use maud::{Markup, html};

use super::sql::Service;
use crate::{
    clock::day_of,
    page::{self, Link, Page, Reading},
    surveys::Published,
    words::{spoken, words},
};

pub(super) fn all(services: &[Service], lang: &Lang) -> Markup {
    let words = words(lang);
    let foot = vec![Link::new(words.to_english(&words.for_staff), "/staff")];
    Page::new(lang, "Heard").read_as(Reading::in_languages(spoken(), lang), "/").foot(foot).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (words.tell_us) }
        p class="lead" { (words.choose_a_service) }
        @if services.is_empty() { p { (words.no_service) } }
        ul class="cards" {
            @for service in services { li class="card" { h2 { a href={ "/" (service.key) } { bdi { (service.name) } } } } }
        }
    })
}

pub(super) fn front(key: &str, name: &str, surveys: &[Arc<Published>], lang: &Lang) -> Markup {
    let (plan, words) = (format!("/{key}/plan"), words(lang));
    let foot = vec![
        Link::new(words.to_english(&words.our_plan), plan.clone()),
        Link::new(words.to_english(&words.for_staff), format!("/staff/{key}")),
    ];
    let page = Page::new(lang, &words.have_your_say).home(name, format!("/{key}")).foot(foot);
    page.read_as(Reading::in_languages(spoken(), lang), format!("/{key}")).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (words.have_your_say) }
        p class="lead" { (words.what_works) }
        h2 { (words.open_now) }
        @if surveys.is_empty() { p { (words.none_open) } }
        ul class="cards" { @for survey in surveys { (card(survey, lang)) } }
        h2 { (words.what_we_do) }
        p { a class="go" href=(plan) { (words.to_english(&words.plan_for_all)) } }
        p { (words.plan_says) }
        p { a class="go" href={ "/" (key) "/tell-me" } { (words.tell_me) } }
    })
}

fn card(published: &Published, lang: &Lang) -> Markup {
    let (survey, words) = (&published.survey, words(lang));
    // A wave ends with the last millisecond before it closes.
    let last_day = words.day(day_of(published.wave.closes - 1));
    html! {
        li class="card" {
            h3 { a href=(published.path()) { (page::text(&survey.title, lang)) } }
            p {
                (words.for_whom(&words.people(&survey.audiences))) " "
                (words.takes_minutes(survey.minutes)) " "
                (words.open_until(&last_day))
            }
        }
    }
}
