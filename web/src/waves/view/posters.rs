//! What is put up and handed out, and the page that asks for it.

use heard_core::survey::Survey;
use maud::{Markup, html};

use super::{ENGLISH, back, frame};
use crate::{
    form::sheet::{Sheet, offers},
    page::{self, Page},
    staff::Colleague,
    surveys::Published,
    waves::{
        Run,
        posters::{AUDIENCE, Kind, LANGUAGE, Printed},
    },
    words::{Words, words},
};

pub(in crate::waves) fn ask(me: &Colleague, run: &Run, survey: &Survey) -> Markup {
    let typed = [(LANGUAGE.to_owned(), survey.languages.first().map_or_else(String::new, ToString::to_string))]
        .into_iter()
        .collect();
    let sheet = Sheet { typed: &typed, troubles: &[], lang: &ENGLISH, deep: false };
    let everybody = (String::new(), "All whom the survey asks".to_owned());
    let audiences = survey.audiences.iter().map(|one| (one.code().to_owned(), words(&ENGLISH).people(&[*one])));
    let languages = survey.languages.iter().map(|lang| (lang.to_string(), crate::language::name(lang).to_owned()));
    frame(me, "To put up and hand out").within(survey.title.get(&ENGLISH)).show(html! {
        (back(&run.path(me, ""), "Back to the wave"))
        h1 { "To put up and hand out" }
        p { "Made for A4. Each leads to the survey by a code and by its address. People who do not take part meet it where they are: at the library, the doctor’s, the food bank, the school gate." }
        form method="get" action=(run.path(me, "posters/poster")) {
            (sheet.one_of(LANGUAGE, "Language", "", &languages.collect::<Vec<_>>()))
            @if survey.audiences.len() > 1 {
                div class="question" {
                    h2 { label for=(AUDIENCE) { "Whom it speaks to" } }
                    select id=(AUDIENCE) name=(AUDIENCE) {
                        @for (value, words) in std::iter::once(everybody).chain(audiences) { option value=(value) { (words) } }
                    }
                }
            }
            div class="actions" {
                button { "See the poster" }
                @for (kind, words) in offers([(Kind::Letter.code(), "See the letter"), (Kind::Slides.code(), "See the slides")]) {
                    button class="quiet" formaction=(run.path(me, &format!("posters/{kind}"))) { (words) }
                }
            }
        }
    })
}

pub(in crate::waves) fn printed(back_to: &str, printed: &Printed<'_>) -> Markup {
    let Printed { published, lang, .. } = printed;
    let page = Page::new(lang, published.survey.title.get(lang)).sheet("poster.css");
    page.house(&published.house).show(html! {
        div class="screen" lang="en" dir="ltr" {
            (back(back_to, "Choose another"))
            p { "To print it, use “Print” in your browser. It is made for A4." }
        }
        (sheets(printed))
    })
}

fn sheets(printed: &Printed<'_>) -> Markup {
    let Printed { published, lang, kind, .. } = printed;
    let words = words(lang);
    html! {
        @match kind {
            Kind::Poster => article class="poster" {
                (page::drawing("voices.svg", 352, 136))
                h1 { (page::text(&published.survey.title, lang)) }
                p class="lead" { (words.for_whom(&words.people(&printed.audiences))) }
                p class="lead" { (published.declaration.purpose.get(lang)) }
                (way(printed, words))
                (promises(published, words))
            },
            Kind::Letter => article class="letter" {
                h1 { (page::text(&published.survey.title, lang)) }
                p { (words.for_whom(&words.people(&printed.audiences))) }
                (page::prose(&published.survey.welcome, lang))
                p { (published.declaration.purpose.get(lang)) }
                (promises(published, words))
                (way(printed, words))
                p { (words.ask_us(&published.declaration.contact)) }
                (published.house.sign())
            },
            Kind::Slides => {
                section class="slide" {
                    (page::drawing("voices.svg", 352, 136))
                    (published.house.sign())
                    h1 { (page::text(&published.survey.title, lang)) }
                    p class="lead" { (words.for_whom(&words.people(&printed.audiences))) }
                }
                section class="slide" { h2 { (published.declaration.purpose.get(lang)) } (promises(published, words)) }
                section class="slide" { (way(printed, words)) h2 { (words.thank_you) } }
            },
        }
    }
}

/// The code, and the address for whom a code does not help.
fn way(printed: &Printed<'_>, words: &Words) -> Markup {
    html! {
        div class="way" {
            (page::qr(&printed.address, &words.qr_code(&printed.address)))
            p { (words.scan_or_visit) " " strong dir="ltr" { (printed.address) } }
        }
    }
}

fn promises(published: &Published, words: &Words) -> Markup {
    html! {
        ul {
            li { (words.takes_minutes(published.survey.minutes)) }
            li { (words.never_who) }
            li { (words.groups_only) }
            li { (words.open_until(&words.day(published.wave.last_day()))) }
        }
    }
}
