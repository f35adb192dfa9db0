//! The controls of a form: a file a kind of question, each a function of data.
//!
//! Every control keeps the same rules, which `tests.rs` checks on all of them in every state:
//!
//! - The field's name is the question's key, and so is the id of its first control, so that a problem can link to it.
//! - Ids that belong to us hold a capital letter (`who-Error`), which no key can: authors' keys never collide with them.
//! - Hint, reason and error are tied to the first control, not to the fieldset: screen readers that tab into a group
//!   of radio buttons speak the description of the button and leave out that of the group.
//! - A question alone on its page is the page's `h1`; one among others is an `h2`.

mod choices;
pub mod field;
mod information;
mod number;
mod parts;
mod postcode;
mod scale;
mod several;
mod single;
mod text;
mod words;
mod yes_no;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_html;

use heard_core::{
    answer::{Problem, Typed},
    question::{Kind, Question},
    text::Lang,
};
use maud::{Markup, html};

pub use words::{what_is_wrong, words};

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
}

impl Form<'_> {
    /// What is wrong with a question, in words.
    pub fn error(&self, question: &Question) -> Option<String> {
        let problem = self.problems.iter().find(|problem| problem.question == question.key)?;
        Some(what_is_wrong(question, &problem.wrong, self.lang))
    }
}

/// The control of a question, with all that is said about it.
pub fn question(question: &Question, form: &Form<'_>) -> Markup {
    match &question.kind {
        Kind::Single(kind) => single::control(question, kind, form),
        Kind::Scale(kind) => scale::control(question, kind, form),
        Kind::Several(kind) => several::control(question, kind, form),
        Kind::Number(kind) => number::control(question, kind, form),
        Kind::ShortText(_) => text::line(question, form),
        Kind::LongText(_) => text::sentences(question, form),
        Kind::YesNo => yes_no::control(question, form),
        Kind::Postcode => postcode::control(question, form),
        Kind::Information => information::show(question, form),
    }
}

/// The list of problems that heads a page which came back, in the order of the questions; nothing where there are none.
pub fn error_summary<'q>(questions: impl IntoIterator<Item = &'q Question>, form: &Form<'_>) -> Markup {
    let problems: Vec<_> =
        questions.into_iter().filter_map(|question| Some((question, form.error(question)?))).collect();
    let words = words(form.lang);
    html! {
        @if !problems.is_empty() {
            // The alert is inside the box, so that readers which speak only what changes within a page speak it too.
            div class="problem" {
                div role="alert" {
                    h2 { (words.problem) }
                    ul {
                        @for (question, error) in &problems {
                            li { a href={ "#" (question.key) } { (error) ": " span { (question.text.get(form.lang)) } } }
                        }
                    }
                }
            }
        }
    }
}
