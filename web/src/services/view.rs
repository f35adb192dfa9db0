//! The list of services, and the front page of one.

use std::sync::Arc;

use heard_core::{audience::Audience, text::Lang};
use maud::{Markup, html};

use super::sql::Service;
use crate::{
    clock::day_of,
    page::{self, Link, Page},
    surveys::Published,
    words::{Words, spoken, words},
};

pub(super) fn all(services: &[Service], lang: &Lang) -> Markup {
    let words = words(lang);
    let foot = vec![Link::new(words.to_english(&words.for_staff), "/staff")];
    Page::new(lang, "Heard").in_languages(spoken(), lang, "/").foot(foot).show(html! {
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
    page.in_languages(spoken(), lang, format!("/{key}")).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (words.have_your_say) }
        p class="lead" { (words.what_works) }
        h2 { (words.open_now) }
        @if surveys.is_empty() { p { (words.none_open) } }
        ul class="cards" { @for survey in surveys { (card(survey, lang)) } }
        h2 { (words.what_we_do) }
        p { a href=(plan) { (words.to_english(&words.plan_for_all)) } }
        p { (words.plan_says) }
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
                (words.for_whom(&people(&survey.audiences, words))) " "
                (words.takes_minutes(survey.minutes)) " "
                (words.open_until(&last_day))
            }
        }
    }
}

/// Whom a survey is for, as those people would say it.
fn people(audiences: &[Audience], words: &Words) -> String {
    use Audience::{CouncilMember, NonParticipatingParent, ParticipatingParent, Partner, Staff, YoungPerson};
    let has = |audience| audiences.contains(&audience);
    let parents = match (has(ParticipatingParent), has(NonParticipatingParent)) {
        (true, true) => Some(&words.all_parents),
        (true, false) => Some(&words.parents_with_us),
        (false, true) => Some(&words.parents_not_with_us),
        (false, false) => None,
    };
    let others = [
        (YoungPerson, &words.young_people),
        (CouncilMember, &words.council_members),
        (Staff, &words.staff),
        (Partner, &words.partners),
    ];
    let others = others.into_iter().filter(|(audience, _)| has(*audience)).map(|(_, people)| people);
    let all: Vec<_> = others.chain(parents).map(String::as_str).collect();
    if all.is_empty() { words.everybody.clone() } else { all.join(&words.people_join) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_find_themselves_on_the_card() {
        let english = words(&Lang::english());
        let both = [Audience::NonParticipatingParent, Audience::ParticipatingParent];
        assert_eq!(people(&both, english), "parents and carers, whether or not your child makes music with us");
        let mixed = [Audience::ParticipatingParent, Audience::YoungPerson];
        assert_eq!(people(&mixed, english), "young people; parents and carers of children who make music with us");
        assert_eq!(people(&[], english), "everybody");
    }
}
