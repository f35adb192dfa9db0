//! Labelled points in order, as one block of radio buttons from top to bottom: words first, no slider, no bare stars.

use heard_core::question::{Choice, Question};
use maud::Markup;

use super::{
    Form,
    choices::{Offer, Stands, Take, group},
    parts::Asked,
};

pub(super) fn control(question: &Question, choice: &Choice, form: &Form<'_>) -> Markup {
    let offers = choice.options.iter().map(|option| Offer {
        value: &option.key,
        text: form.text(&option.text),
        picture: option.picture,
        // A point without a value, such as "I don't know", is not on the scale.
        stands: if option.value.is_none() { Stands::Apart } else { Stands::Among },
        asks: false,
    });
    group(&Asked::new(question, form), Take::One, Some("scale"), offers.collect())
}
