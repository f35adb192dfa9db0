//! The pages at the end: deleted, sent, withdrawn; and the way back to a receipt.

use heard_core::{survey::Survey, text::Lang};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{OneLine, Receipted, frame, offers::offers, tablet::held};
use crate::{
    answering::{draft::Draft, receipts::RECEIPT_FIELD},
    clock::day_of,
    page::{self, Page, Reading},
    surveys::Published,
    words::{self, words},
};

/// Whether to delete what was answered so far.
pub(in crate::answering) fn stopping(published: &Published, draft: &Draft) -> Markup {
    let words = words(&draft.lang);
    let page = frame(published, &draft.lang, &words.delete_sure).within(draft.survey.title.get(&draft.lang));
    held(page, published, draft).show(html! {
        h1 { (words.delete_sure) }
        p class="lead" { (words.cannot_be_undone) }
        form method="post" action={ (published.path()) "/stop" } {
            div class="actions" {
                button { (words.delete_typed) }
                a class="button quiet" href=(draft.next_path(published)) { (words.keep_answers) }
            }
        }
    })
}

pub(in crate::answering) fn stopped(published: &Published, open: bool, shared: bool, lang: &Lang) -> Markup {
    let words = words(lang);
    frame(published, lang, &words.deleted).show(html! {
        h1 { (words.deleted) }
        p class="lead" { (words.deleted_all) }
        p { (words.thank_for_time) }
        @if shared {
            p { (words.hand_on) }
            div class="actions" { a class="button" href={ (published.path()) "/fresh" } { (words.next_person) } }
        } @else if open {
            p { (words.may_begin_again(&words.day(published.wave.last_day()))) }
            div class="actions" { a href=(published.path()) { (words.begin_again) } }
        }
    })
}

pub(in crate::answering) fn receipt(
    survey: &Survey,
    found: &Receipted,
    receipt: &str,
    open: bool,
    base_url: &str,
    reading: Reading<'_>,
) -> Markup {
    let lang = reading.lang;
    let (home, words) = (found.house.path(), reading.words());
    let closes = words.day(day_of(found.closes - 1));
    let sent = found.day.parse::<Date>().map_or(found.day.clone(), |day| words.day(day));
    let page = Page::new(lang, &words.thank_you).within(survey.title.get(lang)).house(&found.house);
    page.read_as(reading, format!("/r/{receipt}")).show(html! {
        (page::drawing("thanks.svg", 200, 120))
        h1 { (words.heard) }
        p class="lead" { (words.saved_on(&sent)) }
        (page::prose(&survey.thanks_for(reading.reader), lang))
        h2 { (words.receipt) }
        p { span class="code" dir="ltr" { (spoken(receipt)) } }
        @if open {
            p { (words.receipt_way_out(&closes)) }
            p { (words.receipt_where) " " a href="/r" dir="ltr" { (base_url) "/r" } }
            div class="actions" { a class="button quiet" href={ "/r/" (receipt) "/withdraw" } { (words.take_out) } }
        } @else {
            p { (words.too_late_to_take_out) }
        }
        @if !reading.reader.is_under_13() { (offers(survey, &home, open, lang)) }
        h2 { (words.what_next) }
        ol {
            li { (words.closes_on(&closes)) }
            li { (words.we_count) }
            li { (words.results_after(&closes)) }
        }
        p { a class="go" href={ (home) "/plan/answers/" (survey.key) } { (words.see_counts) } }
        p { a class="go" href={ (home) "/plan" } { (words.to_english(&words.see_the_plan)) } }
    })
}

/// Whether to take a response out.
pub(in crate::answering) fn withdrawing(found: &Receipted, receipt: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    let page = Page::new(lang, &words.take_out_sure).house(&found.house);
    page.show(html! {
        h1 { (words.take_out_sure) }
        p class="lead" { (words.cannot_be_undone) }
        form method="post" action={ "/r/" (receipt) "/withdraw" } {
            div class="actions" {
                button { (words.take_out) }
                a class="button quiet" href={ "/r/" (receipt) } { (words.keep_answers) }
            }
        }
    })
}

pub(in crate::answering) fn withdrawn(service: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    Page::new(lang, &words.taken_out).show(html! {
        h1 { (words.taken_out) }
        p { (words.taken_out_how) }
        p { a class="go" href={ "/" (service) } { (words.back_to_surveys) } }
    })
}

/// Where a receipt is typed.
pub(in crate::answering) fn receipt_asked(typed: &str, wrong: Option<&str>, lang: &Lang) -> Markup {
    let words = words(lang);
    let line = OneLine { name: RECEIPT_FIELD, label: &words.receipt, hint: &words.receipt_hint, typed, wrong };
    let page = Page::new(lang, &words.receipt).wrong(wrong.is_some());
    page.read_as(Reading::in_languages(words::spoken(), lang), "/r").show(html! {
        (line.summary(lang))
        form method="post" action="/r" novalidate {
            (line.show(lang))
            @if wrong == Some(&*words.no_receipt) { p { (words.no_receipt_advice) } }
            div class="actions" { button { (words.show_receipt) } }
        }
    })
}

/// A code in groups of four, so that it can be read aloud.
pub(in crate::answering) fn spoken(code: &str) -> String {
    let letters: Vec<char> = code.to_uppercase().chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
