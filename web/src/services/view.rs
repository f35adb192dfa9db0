//! The list of services, and the front page of one.

use std::sync::Arc;

use heard_core::{audience::Audience, text::Lang};
use maud::{Markup, html};

use super::sql::Service;
use crate::{
    clock::day_of,
    page::{self, Link, Page},
    surveys::Published,
};

pub(super) fn all(services: &[Service], lang: &Lang) -> Markup {
    Page::new(lang, "Heard").foot(vec![Link::new("For staff", "/staff")]).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { "Music for every child: tell us what would help" }
        p class="lead" { "Music services ask families and young people, and answer back. Choose yours." }
        @if services.is_empty() { p { "No music service is here yet." } }
        ul class="cards" {
            @for service in services { li class="card" { h2 { a href={ "/" (service.key) } { (service.name) } } } }
        }
    })
}

pub(super) fn front(key: &str, name: &str, surveys: &[Arc<Published>], lang: &Lang) -> Markup {
    let plan = format!("/{key}/plan");
    let foot = vec![Link::new("Our plan", plan.clone()), Link::new("For staff", format!("/staff/{key}"))];
    Page::new(lang, "Have your say").home(name, format!("/{key}")).foot(foot).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { "Have your say" }
        p class="lead" { "Families and young people tell " (name) " what works and what gets in the way. We answer back." }
        h2 { "Open now" }
        @if surveys.is_empty() { p { "We are not asking anything just now. Please come back." } }
        ul class="cards" { @for survey in surveys { (card(survey, lang)) } }
        h2 { "What we are doing" }
        p { a href=(plan) { "Our plan for including everyone" } ": what we promised, and how far we are." }
    })
}

fn card(published: &Published, lang: &Lang) -> Markup {
    let survey = &published.survey;
    // A wave ends with the last millisecond before it closes.
    let last_day = day_of(published.wave.closes - 1).strftime("%-d %B %Y").to_string();
    html! {
        li class="card" {
            h3 { a href=(published.path()) { (survey.title.get(lang)) } }
            p { "For " (for_whom(&survey.audiences)) ". About " (survey.minutes) " minutes, until " (last_day) "." }
        }
    }
}

/// Whom a survey is for, as those people would say it.
fn for_whom(audiences: &[Audience]) -> String {
    use Audience::{CouncilMember, NonParticipatingParent, ParticipatingParent, Partner, Staff, YoungPerson};
    let has = |audience| audiences.contains(&audience);
    let parents = match (has(ParticipatingParent), has(NonParticipatingParent)) {
        (true, true) => Some("parents and carers, whether or not your child makes music with us"),
        (true, false) => Some("parents and carers of children who make music with us"),
        (false, true) => Some("parents and carers of children who do not make music with us"),
        (false, false) => None,
    };
    let others = [
        (YoungPerson, "young people"),
        (CouncilMember, "members of the youth music council"),
        (Staff, "people who work for us"),
        (Partner, "schools and partners"),
    ];
    let others = others.into_iter().filter(|(audience, _)| has(*audience)).map(|(_, words)| words);
    let all: Vec<_> = others.chain(parents).collect();
    if all.is_empty() { "everybody".to_owned() } else { all.join(", and ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_find_themselves_on_the_card() {
        let both = [Audience::NonParticipatingParent, Audience::ParticipatingParent];
        assert_eq!(for_whom(&both), "parents and carers, whether or not your child makes music with us");
        let mixed = [Audience::ParticipatingParent, Audience::YoungPerson];
        assert_eq!(for_whom(&mixed), "young people, and parents and carers of children who make music with us");
        assert_eq!(for_whom(&[]), "everybody");
    }
}
