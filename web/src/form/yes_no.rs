//! Yes or no.

use heard_core::question::Question;
use maud::Markup;

use super::{
    Form,
    choices::{Offer, Take, group},
    parts::Asked,
    words,
};

pub(super) fn control(question: &Question, form: &Form<'_>) -> Markup {
    let words = words(form.lang);
    let offers = [("yes", words.yes), ("no", words.no)].map(|(value, text)| Offer { value, text, apart: false });
    group(&Asked::new(question, form), Take::One, None, offers.into())
}
