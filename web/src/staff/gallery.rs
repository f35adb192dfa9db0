//! The gallery: a question of every kind in every state, as respondents meet it, in every language that we have. For
//! whoever writes surveys, and for the tests that look at pages.

use axum::extract::Path;
use heard_core::{picture::Picture, text::Lang};
use maud::{Markup, html};

use super::guard::SignedIn;
use crate::{
    error::Error,
    form::{
        self, Form,
        examples::{Example, State, examples},
    },
    page::{Link, Page, Reading, picture},
    wishes::Wishes,
    words::{spoken, words},
};

const ADDRESS: &str = "/staff/gallery";

pub(super) async fn show(_: SignedIn) -> Markup {
    frame(&Lang::english(), "How questions look").sheet("easy.css").show(html! {
        h1 { "How questions look" }
        p { "Each kind of question that a survey can ask, as people meet it. Nothing that you type here is kept." }
        dl class="answers" { @for example in examples() { (row(example)) } }
        h2 { "Pictures" }
        p {
            "An option can name one of these, such as " code { "\"picture\": \"bus\"" } ". A question has one above it with "
            "words for those who do not see it. They are shown in Easy Read, and to children under 13."
        }
        ul class="pictures" { @for drawn in Picture::ALL { li { (picture(*drawn)) (drawn.name()) } } }
    })
}

pub(super) async fn one(
    _: SignedIn,
    wishes: Wishes,
    Path((name, state)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let example = examples().iter().find(|example| example.name == name).ok_or(Error::NotFound)?;
    let state = State::ALL.into_iter().find(|known| known.to_string() == state).ok_or(Error::NotFound)?;
    Ok(page(example, state, &wishes.among(spoken())))
}

fn page(example: &Example, state: State, lang: &Lang) -> Markup {
    let (typed, (_, problems)) = (example.typed(state), example.read(state));
    let reading = Reading::in_languages(spoken(), lang).by(state.reader());
    let (read_only, reader) = (state == State::ReadOnly, reading.reader);
    let form = Form { alone: true, read_only, reader, ..Form::new(lang, &typed, &problems) };
    let question = example.question.worded(reader);
    let page = frame(lang, question.text.get(lang)).wrong(!problems.is_empty());
    page.read_as(reading, address(example, state)).show(html! {
        p { a class="back" href=(ADDRESS) { (words(lang).back) } }
        (form::error_summary([&*question], &form))
        (form::question(&question, &form))
    })
}

fn row(example: &Example) -> Markup {
    let what = example.question.text.get(&Lang::english());
    html! {
        div {
            dt { (example.name.replace('_', " ")) }
            dd {
                @for state in State::ALL {
                    a class="change" href=(address(example, state)) { (state) span class="unseen" { ": " (what) } } "\u{2002}"
                }
            }
        }
    }
}

fn address(example: &Example, state: State) -> String {
    format!("{ADDRESS}/{}/{state}", example.name)
}

fn frame<'a>(lang: &Lang, title: &str) -> Page<'a> {
    Page::new(lang, title).foot(vec![Link::new("Your services", "/staff")])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What needs no browser is looked at here in every language; the rest in tests/browser.
    #[test]
    fn every_kind_in_every_state_and_language_is_sound() {
        for lang in spoken() {
            for (example, state) in examples().iter().flat_map(|example| State::ALL.map(|state| (example, state))) {
                let html = page(example, state, lang).into_string();
                let faults = heard_markup::faults(&html);
                assert!(faults.is_empty(), "{} {state} {lang:?}: {faults:#?} in {html}", example.name);
            }
        }
    }
}
