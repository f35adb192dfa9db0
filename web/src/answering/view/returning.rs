//! The pages of going on later: the six words, and where they are typed.

use heard_core::{
    spoken::{Spoken, Unread},
    text::Lang,
};
use maud::{Markup, html};

use super::{OneLine, frame};
use crate::{
    answering::{draft::Draft, returning::WORDS_FIELD},
    clock::day_of,
    page::Reading,
    surveys::Published,
    words::words,
};

/// Why words lead nowhere.
pub(in crate::answering) enum WrongWords {
    /// They are not six words of ours.
    Unread(Unread),
    /// They are, and no draft has them.
    NoSuch,
}

/// The words, large, one below the other: they are noted, read aloud or printed.
pub(in crate::answering) fn words_given(
    published: &Published,
    draft: &Draft,
    given: &Spoken,
    base_url: &str,
) -> Markup {
    let walk = draft.walk();
    let words = draft.reading(walk.route()).words();
    let (lang, path) = (&draft.lang, published.path());
    let until = draft.expires.min(published.wave.closes);
    let page = frame(published, lang, &words.your_words).within(draft.survey.title.get(lang));
    page.read_as(Reading::in_languages(&draft.survey.languages, lang), format!("{path}/code")).show(html! {
        h1 { (words.your_words) }
        p class="lead" { (words.words_advice) }
        ol lang="en" dir="ltr" { @for word in given.words() { li { span class="code" { (word) } } } }
        p { (words.words_where) br; a href={ (path) "/return" } dir="ltr" { (base_url) (path) "/return" } }
        p { (words.words_until(&words.day(day_of(until)))) }
        p { (words.words_here) }
        form method="post" action={ (path) "/leave" } {
            div class="actions" {
                a class="button" href=(draft.next_path(published)) { (words.go_on) }
                button class="quiet" { (words.leave_here) }
            }
        }
    })
}

pub(in crate::answering) fn left_here(published: &Published, draft: &Draft) -> Markup {
    let words = words(&draft.lang);
    let until = draft.expires.min(published.wave.closes);
    frame(published, &draft.lang, &words.left_here).show(html! {
        h1 { (words.left_here) }
        p class="lead" { (words.words_until(&words.day(day_of(until)))) }
        p { a class="go" href={ (published.path()) "/return" } { (words.go_on_with_words) } }
    })
}

pub(in crate::answering) fn words_asked(
    published: &Published,
    typed: &str,
    wrong: Option<WrongWords>,
    lang: &Lang,
) -> Markup {
    let (words, path) = (words(lang), published.path());
    let wrong = wrong.map(|wrong| match wrong {
        WrongWords::Unread(Unread::Unknown(word)) => words.unknown_word(&word),
        WrongWords::Unread(Unread::Count(were)) => words.six_words(were),
        WrongWords::NoSuch => words.no_such_words.clone(),
    });
    let hint = &words.words_hint;
    let line = OneLine { name: WORDS_FIELD, label: &words.your_words, hint, typed, wrong: wrong.as_deref() };
    let page = frame(published, lang, &words.your_words).within(published.survey.title.get(lang));
    let page = page.read_as(Reading::in_languages(&published.survey.languages, lang), format!("{path}/return"));
    page.wrong(wrong.is_some()).show(html! {
        p { a class="back" href=(path) { (words.back) } }
        (line.summary(lang))
        form method="post" action={ (path) "/return" } novalidate {
            (line.show(lang))
            div class="actions" { button { (words.go_on) } }
        }
    })
}

/// For the device that had the answers before.
pub(in crate::answering) fn moved(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    frame(published, lang, &words.moved).show(html! {
        h1 { (words.moved) }
        p class="lead" { (words.moved_advice) }
        div class="actions" { a class="button" href={ (published.path()) "/return" } { (words.go_on_with_words) } }
    })
}
