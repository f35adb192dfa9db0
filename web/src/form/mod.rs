//! The controls of a form: a file a kind of question, each a function of data.
//!
//! Every control keeps the same rules, which `tests.rs` checks on all of them in every state:
//!
//! - The field's name is the question's key, followed by a part where a question is answered in parts (`born.month`).
//!   The id of its first control is the key, so that a problem can link to it; a problem with a later one links there.
//! - Ids that belong to us hold a capital letter (`who-Error`), which no key can: authors' keys never collide with them.
//! - Hint, reason and error are tied to the first control, not to the fieldset: screen readers that tab into a group
//!   of radio buttons speak the description of the button and leave out that of the group.
//! - "I don't understand this question" comes last, and is light on the page.
//! - A question alone on its page is the page's `h1`; one among others is an `h2`, or an `h3` below a section's.

mod choices;
mod consent;
mod date;
pub mod examples;
pub mod field;
mod grid;
mod information;
mod number;
pub mod paper;
mod parts;
mod postcode;
mod ranking;
mod said;
mod scale;
mod several;
pub(crate) mod sheet;
mod single;
mod target;
mod text;
mod words;
mod yes_no;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_html;

use heard_core::{
    answer::{Problem, Typed, Wrong},
    picture::Picture,
    question::{Kind, Question},
    text::{Lang, Texts},
    wording::Reader,
};
use maud::{Markup, html};

pub use said::{as_text, in_words, option_words};
pub use words::what_is_wrong;

use crate::{
    page,
    words::{Words, words_for},
};

/// What the controls of one page have in common.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// The language of the page.
    pub lang: &'a Lang,
    /// What was typed, or follows from saved answers.
    pub typed: &'a Typed,
    /// What has to be changed. Empty on the first visit.
    pub problems: &'a [Problem],
    /// Whether the question stands alone on its page, and so heads it.
    pub alone: bool,
    /// Whether it is there to be looked at, and cannot be changed.
    pub read_only: bool,
    /// Whether it stands below the heading of a section, on a page with others.
    pub deep: bool,
    /// To whom the question applies, in words, where the page is for others too.
    pub only: Option<&'a str>,
    /// Its section's title, where another question of the page has the same words: by ear they are told apart.
    pub within: Option<&'a str>,
    /// Who reads. The questions are worded for them already; pictures are drawn for some.
    pub reader: Reader,
    /// Whose device it is on.
    pub device: Device,
}

/// Whose device a form is filled in on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// The respondent's.
    Own,
    /// One that goes from hand to hand, so that its browser had better remember nothing.
    Shared,
}

impl<'a> Form<'a> {
    /// Questions among others, to be answered on a device of one's own.
    pub fn new(lang: &'a Lang, typed: &'a Typed, problems: &'a [Problem]) -> Self {
        Self {
            lang,
            typed,
            problems,
            alone: false,
            read_only: false,
            deep: false,
            only: None,
            within: None,
            reader: Reader::default(),
            device: Device::Own,
        }
    }

    /// Our own words, as they are read here.
    fn words(&self) -> &'static Words {
        words_for(self.lang, self.reader)
    }

    /// What is wrong with a question, in words.
    pub fn error(&self, question: &Question) -> Option<String> {
        Some(what_is_wrong(question, self.wrong(question)?, self.words()))
    }

    fn wrong(&self, question: &Question) -> Option<&Wrong> {
        self.problems.iter().find(|problem| problem.question == question.key).map(|problem| &problem.wrong)
    }

    /// The picture, if this reader sees pictures.
    pub fn pictured(&self, picture: Option<Picture>) -> Option<Picture> {
        picture.filter(|_| self.reader.sees_pictures())
    }

    /// A text of the author's in the language of the page, or marked as what it is in.
    pub fn text(&self, texts: &Texts) -> Markup {
        page::text(texts, self.lang)
    }
}

/// The control of a question, with all that is said about it.
pub fn question(question: &Question, form: &Form<'_>) -> Markup {
    match &question.kind {
        Kind::Single(kind) => single::control(question, kind, form),
        Kind::Scale(kind) => scale::control(question, kind, form),
        Kind::Several(kind) => several::control(question, kind, form),
        Kind::Ranking(kind) => ranking::control(question, kind, form),
        Kind::Grid(kind) => grid::control(question, kind, form),
        Kind::Number(kind) => number::control(question, kind, form),
        Kind::Date(kind) => date::control(question, kind, form),
        Kind::ShortText(_) => text::line(question, form),
        Kind::LongText(_) => text::sentences(question, form),
        Kind::YesNo => yes_no::control(question, form),
        Kind::Consent(kind) => consent::control(question, kind, form),
        Kind::Postcode => postcode::control(question, form),
        Kind::Information => information::show(question, form),
    }
}

/// The list of problems that heads a page which came back, in the order of the questions; nothing where there are none.
pub fn error_summary<'q>(questions: impl IntoIterator<Item = &'q Question>, form: &Form<'_>) -> Markup {
    let problem = |question: &'q Question| {
        let target = target::target(question, form.wrong(question)?);
        Some((question, target, form.error(question)?))
    };
    let problems: Vec<_> = questions.into_iter().filter_map(problem).collect();
    let words = form.words();
    html! {
        @if !problems.is_empty() {
            // The alert is inside the box, so that readers which speak only what changes within a page speak it too.
            div class="problem" {
                div role="alert" {
                    h2 { (words.problem) }
                    ul {
                        @for (question, target, error) in &problems {
                            li { a href={ "#" (target) } { (error) ": " span { (form.text(&question.text)) } } }
                        }
                    }
                }
            }
        }
    }
}
