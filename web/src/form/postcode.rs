//! A postcode.

use heard_core::question::Question;
use maud::{Markup, html};

use super::{Device, Form, parts::Asked};

pub(super) fn control(question: &Question, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form);
    asked.field(html! {
        input class="short" type="text" id=(asked.key()) name=(asked.key()) value=(asked.words_typed())
            autocomplete=(if form.device == Device::Shared { "off" } else { "postal-code" }) dir="ltr" autocapitalize="characters" spellcheck="false"
            readonly[form.read_only] aria-describedby=[asked.described_by(asked.key())] aria-invalid=[asked.invalid(asked.key())];
    })
}
