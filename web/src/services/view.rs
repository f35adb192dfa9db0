//! The list of services, and the front page of one.

pub(super) mod look;

use std::sync::Arc;

use heard_core::text::Lang;
use maud::{Markup, Render, html};

use super::sql::{Look, Service};
use crate::{
    about,
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

pub(super) fn front(key: &str, look: &Look, surveys: &[Arc<Published>], lang: &Lang) -> Markup {
    let (plan, words) = (format!("/{key}/plan"), words(lang));
    let foot = vec![
        Link::new(words.to_english(&words.our_plan), plan.clone()),
        own_privacy(key, look, lang),
        Link::new(words.to_english(&words.for_staff), format!("/staff/{key}")),
    ];
    let page = Page::new(lang, &words.have_your_say).home(&look.name, format!("/{key}")).foot(foot);
    let page = page.colours(look.colours.as_deref());
    page.read_as(Reading::in_languages(spoken(), lang), format!("/{key}")).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (words.have_your_say) }
        p class="lead" { (words.what_works) }
        @if !look.welcome.is_empty() { (in_english(page::paragraphs(&look.welcome))) }
        h2 { (words.open_now) }
        @if surveys.is_empty() { p { (words.none_open) } }
        ul class="cards" { @for survey in surveys { (card(survey, lang)) } }
        h2 { (words.what_we_do) }
        p { a class="go" href=(plan) { (words.to_english(&words.plan_for_all)) } }
        p { (words.plan_says) }
        p { a class="go" href={ "/" (key) "/tell-me" } { (words.tell_me) } }
    })
}

/// The service's own words are in English, and say so to whoever reads another language.
fn in_english(texts: impl Render) -> Markup {
    html! { div lang="en" dir="ltr" { (texts) } }
}

fn own_privacy(key: &str, look: &Look, lang: &Lang) -> Link {
    let words = words(lang);
    Link::new(words.to_english(&format!("{}: {}", words.privacy, look.name)), format!("/{key}/privacy"))
}

/// What the service itself says of people's data, and whom to ask; what the program does is told in our own notice.
pub(super) fn privacy(key: &str, look: &Look, lang: &Lang) -> Markup {
    let (words, home) = (words(lang), format!("/{key}"));
    let page = Page::new(lang, &words.privacy).home(&look.name, home.clone()).colours(look.colours.as_deref());
    page.read_as(Reading::in_languages(spoken(), lang), format!("{home}/privacy")).show(html! {
        h1 { (words.privacy) }
        (in_english(html! {
            @if look.privacy.is_empty() { p { (look.name) " has not added words of its own here yet." } }
            (page::paragraphs(&look.privacy))
            @if !look.contact.is_empty() { h2 { "Whom to ask" } p { (look.contact) } }
            h2 { "How these pages treat what you say" }
            p { a class="go" href=(about::PRIVACY) { "What these pages keep, and for how long" } }
        }))
        p { a class="go" href=(home) { (words.back_to_surveys) } }
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
