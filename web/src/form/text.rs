//! Words of the respondent's own. Neither box has `maxlength`, which would cut a pasted text without a word: the
//! server says how much too long it is, and keeps it.

use heard_core::question::Question;
use maud::{Markup, html};

use super::{Form, parts::Asked};

pub(super) fn line(question: &Question, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form);
    asked.field(html! {
        input type="text" id=(asked.key()) name=(asked.key()) value=(asked.words_typed()) autocomplete="off" dir="auto"
            readonly[form.read_only] aria-describedby=[asked.described_by(asked.key())] aria-invalid=[asked.invalid(asked.key())];
    })
}

pub(super) fn sentences(question: &Question, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form);
    // The parser of HTML drops one line break at the start of a text area; this one is for it to drop.
    let typed = format!("\n{}", asked.words_typed());
    asked.field(html! {
        textarea id=(asked.key()) name=(asked.key()) rows="5" dir="auto"
            readonly[form.read_only] aria-describedby=[asked.described_by(asked.key())] aria-invalid=[asked.invalid(asked.key())] { (typed) }
    })
}
