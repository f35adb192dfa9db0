//! A number: a text box with a keyboard of figures. A number box would change on a turn of the wheel, and drop what
//! it cannot read instead of sending it.

use heard_core::question::{Number, Question};
use maud::{Markup, html};

use super::{Form, parts::Asked, words::number_from};

pub(super) fn control(question: &Question, number: &Number, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form).or_hint(|| number_from(number.min, number.max, form.lang));
    // The keyboard of figures has no minus sign on some phones.
    let keyboard = match number.whole {
        _ if number.min < 0.0 => None,
        true => Some("numeric"),
        false => Some("decimal"),
    };
    asked.field(html! {
        input class="tiny" type="text" id=(asked.key()) name=(asked.key()) value=(asked.words_typed())
            inputmode=[keyboard] autocomplete="off"
            aria-describedby=[asked.described_by()] aria-invalid=[asked.invalid()];
    })
}
