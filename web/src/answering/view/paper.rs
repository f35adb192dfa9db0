//! A survey on paper.

use std::collections::BTreeMap;

use heard_core::{paper::numbered, question::Question, text::Lang, whole, wording::Reader};
use maud::{Markup, html};

use super::{
    frame, treated,
    whole::{Part, parts},
};
use crate::{
    clock::day_of,
    form::paper::{Sheet, choice, question},
    page::{self, Reading},
    paper::LATE,
    surveys::Published,
    words::words,
};

/// How large the letters are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::answering) enum Size {
    Normal,
    Large,
}

/// `address` is where the survey can be answered online.
pub(in crate::answering) fn paper(published: &Published, lang: &Lang, address: &str, size: Size) -> Markup {
    let (survey, words) = (&published.survey, words(lang));
    let numbers: BTreeMap<_, _> = numbered(survey).map(|n| (n.question.key.clone(), n.number)).collect();
    let number = |question: &Question| numbers.get(&question.key).copied();
    let called =
        |question: &Question| number(question).map_or_else(String::new, |number| words.question_numbered(number));
    let (normal, large) = (format!("{}/paper", published.path()), format!("{}/paper/large", published.path()));
    let here = if size == Size::Large { &large } else { &normal };
    let page = frame(published, lang, &words.on_paper).within(survey.title.get(lang)).sheet("paper.css");
    let page = if size == Size::Large { page.sheet("large.css") } else { page };
    page.read_as(Reading::in_languages(&survey.languages, lang), here).show(html! {
        div class="screen" {
            p { a class="back" href=(published.path()) { (words.back) } }
            p { (words.print_it) }
            p {
                @if size == Size::Large { a class="change" href=(normal) { (words.normal_print) } }
                @else { a class="change" href=(large) { (words.large_print) } }
            }
        }
        (head(published, lang, address))
        @let sheet = Sheet { lang, large: size == Size::Large };
        @let parts = parts(survey, whole::parts(survey, lang), lang, Reader::default(), &called);
        @let monitored = parts.iter().rposition(|part| part.section.monitoring);
        @for (place, part) in parts.iter().enumerate() {
            (section(part, &number, &sheet))
            @if monitored == Some(place) { (choice(&words.apart, &words.apart_means)) }
        }
        h2 { (words.thank_you) }
        (give_back(published, lang))
    })
}

/// What whoever holds the sheet needs to know: who asks and why, what is promised, where it goes.
fn head(published: &Published, lang: &Lang, address: &str) -> Markup {
    let (survey, words) = (&published.survey, words(lang));
    html! {
        p class="number-of-sheet" { (words.sheet_number) " " span class="blank" {} }
        h1 { (page::text(&survey.title, lang)) }
        (page::prose(&survey.welcome, lang))
        ul {
            li { (words.no_name_on_paper) }
            li { (words.may_leave_out) }
            li { (words.groups_only) }
            li { (words.destroyed_on(&words.day(day_of(published.wave.closes + LATE)))) }
            li { (words.not_taken_out) }
            li { (words.numbers_for_us) }
        }
        p { (published.declaration.purpose.get(lang)) }
        (treated(published, words))
        (give_back(published, lang))
        div class="online" {
            (page::qr(address, &words.qr_code(address)))
            p { (words.answer_online) br; span dir="ltr" { (address) } }
        }
    }
}

fn give_back(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    // A wave ends with the last millisecond before it closes.
    let last_day = words.day(day_of(published.wave.closes - 1));
    html! {
        p { strong { (words.hand_in_by(&last_day)) } " " (words.hand_in_here) }
        p class="line" {}
    }
}

fn section(part: &Part<'_>, number: &dyn Fn(&Question) -> Option<usize>, sheet: &Sheet<'_>) -> Markup {
    html! {
        div class="section" {
            h2 { (page::text(&part.section.title, sheet.lang)) }
            @if let Some(only) = &part.only { p class="only" { (only) } }
            @if let Some(intro) = &part.section.intro { (page::prose(intro, sheet.lang)) }
        }
        @for asked in &part.questions {
            (question(&asked.question, number(&asked.question), asked.only.as_deref(), sheet))
        }
    }
}
