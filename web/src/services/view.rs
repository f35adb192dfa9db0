//! The list of services, and the front page of one.

pub(super) mod logo;
pub(super) mod look;

use std::sync::Arc;

use heard_core::text::Lang;
use maud::{Markup, Render, html};

use super::sql::{Look, Service};
use crate::{
    page::{self, Link, Page, Reading},
    surveys::Published,
    updates::Heading,
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

/// What a service has told those who answered.
pub(super) struct Told<'a> {
    /// The newest update.
    pub update: Option<&'a Heading>,
    /// Whether everybody may see results of a wave.
    pub has_results: bool,
    /// Whether a youth council has decided something.
    pub has_decisions: bool,
}

pub(super) fn front(look: &Look, surveys: &[Arc<Published>], told: &Told<'_>, lang: &Lang) -> Markup {
    let (house, home, words) = (&look.house, look.house.path(), words(lang));
    let plan = format!("{home}/plan");
    let foot = vec![
        Link::new(words.to_english(&words.our_plan), plan.clone()),
        Link::new(words.to_english(&words.for_staff), format!("/staff{home}")),
    ];
    let page = Page::new(lang, &words.have_your_say).house(house).foot(foot);
    page.read_as(Reading::in_languages(spoken(), lang), &*home).show(html! {
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
        @if told.has_results { p { a class="go" href={ (home) "/results" } { (words.to_english(&words.results_for_all)) } } }
        @if let Some(update) = told.update {
            p { a class="go" href={ (home) "/updates" } { (words.to_english(&words.you_said)) } }
            p { a class="go" href=(update.path) { span lang="en" dir="ltr" { (update.title) } } }
        }
        @if told.has_decisions { p { a class="go" href={ (home) "/decisions" } { (words.to_english(&words.council_decisions)) } } }
        p { a class="go" href={ (home) "/tell-me" } { (words.tell_me) } }
    })
}

/// The service's own words are in English, and say so to whoever reads another language.
fn in_english(texts: impl Render) -> Markup {
    html! { div lang="en" dir="ltr" { (texts) } }
}

/// What the service itself says of people's data, and whom to ask, for its privacy notice.
pub(super) fn own_privacy(look: &Look) -> Markup {
    html! {
        @if !look.privacy.is_empty() || !look.contact.is_empty() { h2 { (look.house.name) } }
        (page::paragraphs(&look.privacy))
        @if !look.contact.is_empty() { p { "Whom to ask: " (look.contact) } }
    }
}

fn card(published: &Published, lang: &Lang) -> Markup {
    let (survey, words) = (&published.survey, words(lang));
    let last_day = words.day(published.wave.last_day());
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
