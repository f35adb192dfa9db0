//! One of some options.

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
        stands: Stands::Among,
        asks: option.other,
    });
    group(&Asked::new(question, form), Take::One, None, offers.collect())
}
