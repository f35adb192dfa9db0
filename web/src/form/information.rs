//! Something to read, with nothing to answer.

use heard_core::question::Question;
use maud::{Markup, html};

use super::{Form, parts::Asked};
use crate::page::prose;

pub(super) fn show(question: &Question, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form);
    html! {
        div class="question" {
            (asked.picture())
            (asked.heading(asked.words()))
            @if let Some(help) = &question.help { (prose(help, form.lang)) }
        }
    }
}
