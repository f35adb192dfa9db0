//! A number: a text box with a keyboard of figures. A number box would change on a turn of the wheel, and drop what
//! it cannot read instead of sending it.

use heard_core::question::{Number, Question, in_figures};
use maud::{Markup, html};

use super::{Form, parts::Asked};

pub(super) fn control(question: &Question, number: &Number, form: &Form<'_>) -> Markup {
    let words = form.words();
    let asked = Asked::new(question, form)
        .or_hint(|| words.number_from(&words.number(&in_figures(number.min)), &words.number(&in_figures(number.max))));
    // The keyboard of figures has no minus sign on some phones.
    let keyboard = match number.whole {
        _ if number.min < 0.0 => None,
        true => Some("numeric"),
        false => Some("decimal"),
    };
    asked.field(html! {
        input class="tiny" type="text" id=(asked.key()) name=(asked.key()) value=(asked.words_typed())
            inputmode=[keyboard] autocomplete="off" dir="ltr"
            readonly[form.read_only] aria-describedby=[asked.described_by(asked.key())] aria-invalid=[asked.invalid(asked.key())];
    })
}
