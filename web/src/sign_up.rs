//! A page with one box, in which somebody leaves how they can be reached: a page of its own, apart from all answers.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use heard_core::text::Lang;
use maud::{Markup, html};

use crate::{
    error::Error,
    form::field::{Field, Holds, Trouble, troubles},
    page::{House, Link, Page},
    words::words,
};

/// What stands on the page.
pub struct SignUp<'a> {
    /// The page's heading.
    pub title: &'a str,
    /// What it is about, above the box.
    pub about: Markup,
    /// What we keep and until when, above the button.
    pub kept: Markup,
    /// Whether children may come here, who are told to ask a grown-up.
    pub for_young_people: bool,
    /// Where the form goes.
    pub action: &'a str,
    /// The name of the box.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What it takes.
    pub holds: Holds,
    /// What was typed.
    pub typed: &'a str,
    /// What to do where it cannot be read.
    pub advice: &'static str,
    /// What the button says.
    pub button: &'a str,
}

/// Why the form comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// It does not: it is there for the first time.
    Fresh,
    /// What was typed cannot be read.
    Wrong,
    /// Many have sent it from one address; after so many seconds it can be sent again.
    TooOften {
        /// The seconds.
        seconds: u64,
    },
    /// It could not be stored just now.
    Failed,
}

impl Back {
    /// Why the form comes back after an error; the error itself, where sending it again would not help.
    pub fn after(error: Error) -> Result<Self, Error> {
        match error {
            Error::TooOften { seconds } => Ok(Self::TooOften { seconds }),
            error if error.is_passing() => {
                tracing::error!(%error, "what somebody signed up for could not be stored");
                Ok(Self::Failed)
            }
            error => Err(error),
        }
    }
}

impl SignUp<'_> {
    /// The page, in a frame that knows its languages.
    pub fn show(&self, frame: Page<'_>, back: Back, lang: &Lang) -> Response {
        let page = self.page(frame, back, lang);
        match back {
            Back::Fresh => page.into_response(),
            Back::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
            Back::TooOften { seconds } => {
                (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)], page).into_response()
            }
            Back::Failed => (StatusCode::SERVICE_UNAVAILABLE, page).into_response(),
        }
    }

    fn page(&self, frame: Page<'_>, back: Back, lang: &Lang) -> Markup {
        let words = words(lang);
        let wrong = [Trouble { field: self.name, label: self.label, advice: self.advice }];
        let wrong = if back == Back::Wrong { &wrong[..] } else { &[] };
        let field = Field { name: self.name, label: self.label, hint: None, troubles: wrong };
        frame.wrong(back != Back::Fresh).show(html! {
            (troubles(wrong, lang))
            h1 { (self.title) }
            (self.about)
            @if self.for_young_people { p { (words.ask_a_grown_up) } }
            form method="post" action=(self.action) novalidate {
                (field.line(self.holds, self.typed, lang))
                (self.kept)
                @if let Some((what, advice)) = match back {
                    Back::TooOften { .. } => Some((&words.too_often, &words.wait_here)),
                    Back::Failed => Some((&words.failed, &words.wait_here)),
                    Back::Fresh | Back::Wrong => None,
                } {
                    div class="problem" role="alert" { h2 { (what) } p { (advice) } }
                }
                div class="actions" { button { (self.button) } }
            }
        })
    }
}

/// The frame of these pages, and of those that follow them.
pub fn frame<'a>(house: &'a House, title: &str, lang: &Lang) -> Page<'a> {
    let words = words(lang);
    Page::new(lang, title)
        .house(house)
        .foot(vec![Link::new(words.to_english(&words.our_plan), format!("{}/plan", house.path()))])
}

/// What is said afterwards.
pub fn said(frame: &Page<'_>, title: &str, paragraphs: &[&str], service: &str, lang: &Lang) -> Markup {
    let words = words(lang);
    frame.show(html! {
        h1 { (title) }
        @for paragraph in paragraphs { p { (paragraph) } }
        p { a class="go" href={ "/" (service) } { (words.back_to_surveys) } }
    })
}
