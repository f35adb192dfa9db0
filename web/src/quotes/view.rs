//! The page of what people wrote, and quotes as everybody reads them.

use heard_core::{quoting::telling, text::Lang};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{MARK, Quote, Reading, TAKE_BACK, WORDS, Written, fill};
use crate::{
    form::sheet::{Trouble, summary},
    page,
    staff::{Colleague, staff_page},
};

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

pub(super) fn show(me: &Colleague, reading: &Reading<'_>) -> Markup {
    let Reading { published, question, written, sought, wrong } = reading;
    let home = me.path(&format!("waves/{}", published.wave.id));
    let own = format!("{home}/words/{}", question.key);
    let title = question.text.get(&ENGLISH);
    let trouble = |(mark, _, advice): &(&str, &str, &'static str)| Trouble {
        field: (*mark).to_owned(),
        label: "Quote".to_owned(),
        advice,
    };
    let troubles: Vec<_> = wrong.iter().map(trouble).collect();
    let page = staff_page(&ENGLISH, me, "In their own words", "surveys").sheet("settings.css").sheet("builder.css");
    page.wrong(wrong.is_some()).within(title).show(html! {
        p { a class="back" href={ (home) "/results" } { "Back to what people answered" } }
        (summary(&troubles))
        h1 { "In their own words" }
        p class="lead" { (title) }
        @match written {
            None => p { "Fewer than 10 people have written something. What they wrote is shown when there are more." },
            Some(written) => {
                (how_to_read())
                (search(&own, &sought.words))
                (texts(&own, reading, written))
            }
        }
    })
}

fn how_to_read() -> Markup {
    html! {
        p {
            "Each stands alone, in no order, so that nobody can be put together. What is "
            mark { "marked" } " could tell who they are: look at the rest too. Nobody else reads this, unless you let them: word by word, as a quote."
        }
    }
}

fn search(own: &str, words: &str) -> Markup {
    html! {
        form class="looker" method="get" action=(own) {
            div class="question" { h2 { label for="Words" { "Look for" } } input type="text" id="Words" name="words" value=(words) autocomplete="off"; }
            div class="actions" { button class="quiet" { "Show these" } }
        }
    }
}

fn texts(own: &str, reading: &Reading<'_>, written: &[Written]) -> Markup {
    let (here, more) = reading.sought.page(written);
    let (page, words) = (reading.sought.page, utf8_percent_encode(&reading.sought.words, NON_ALPHANUMERIC).to_string());
    html! {
        h2 { (written.len()) @if reading.sought.words.trim().is_empty() { " people wrote" } @else { " of them hold this" } }
        ul class="cards" { @for (place, one) in (1..).zip(here) { li class="card" { (a_text(own, place, one, reading.wrong)) } } }
        div class="actions" {
            @if page > 0 { a class="button quiet" href={ (own) "?words=" (words) "&page=" (page - 1) } { "The ones before" } }
            @if more { a class="button quiet" href={ (own) "?words=" (words) "&page=" (page + 1) } { "More" } }
        }
    }
}

fn a_text(own: &str, place: u32, one: &Written, wrong: Option<(&str, &str, &'static str)>) -> Markup {
    let typed = fill(one, wrong);
    let advice = wrong.filter(|(mark, ..)| *mark == one.mark).map(|(.., advice)| advice);
    let (error, hint) = (format!("{}-Error", one.mark), format!("{}-Hint", one.mark));
    let described = if advice.is_some() { format!("{error} {hint}") } else { hint.clone() };
    html! {
        div lang=(*one.language) dir=(page::direction(&one.language)) { (marked(&one.text)) }
        @if let Some(quote) = &one.quote { p class="small" { strong { "Everybody can read: " } "“" (quote) "”" } }
        details open[advice.is_some()] {
            summary { @if one.quote.is_some() { "Change the quote" } @else { "Let everybody read it" } span class="unseen" { ": text " (place) } }
            form method="post" action=(own) novalidate {
                input type="hidden" name=(MARK) value=(one.mark);
                div class={ "question" @if advice.is_some() { " wrong" } } {
                    label for=(one.mark) { "Quote" span class="unseen" { ": text " (place) } }
                    p class="hint" id=(hint) { "Put […] where you leave something out, above all names." }
                    @if let Some(advice) = advice { p class="error" id=(error) { span class="unseen" { "Error: " } (advice) } }
                    textarea id=(one.mark) name=(WORDS) rows="4" autocomplete="off" lang=(*one.language) dir=(page::direction(&one.language))
                        aria-describedby=(described) aria-invalid=[advice.map(|_| "true")] { "\n" (typed.first(WORDS)) }
                }
                div class="actions" {
                    button { "Make it public" }
                    @if one.quote.is_some() { button class="quiet" name=(TAKE_BACK) value="yes" { "Take it back" } }
                }
            }
        }
    }
}

/// A text with what could tell who wrote it.
fn marked(text: &str) -> Markup {
    let told = telling(text);
    let ends = [0].into_iter().chain(told.iter().map(|(range, _)| range.end));
    let begins = told.iter().map(|(range, _)| range.start).chain([text.len()]);
    let plain = ends.zip(begins).map(|(from, to)| &text[from..to]);
    let marks = told.iter().map(|(range, _)| Some(&text[range.clone()])).chain([None]);
    html! { p { @for (plain, telling) in plain.zip(marks) { (plain) @if let Some(telling) = telling { mark { (telling) } } } } }
}

/// The quotes of a question, as everybody reads them.
pub(crate) fn quotes(quotes: &[Quote]) -> Markup {
    html! {
        @for quote in quotes {
            blockquote lang=(*quote.language) dir=(page::direction(&quote.language)) { p { "“" (quote.words) "”" } }
        }
    }
}
