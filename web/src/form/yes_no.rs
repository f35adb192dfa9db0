//! Yes or no.

use heard_core::question::Question;
use maud::{Markup, html};

use super::{
    Form,
    choices::{Offer, Stands, Take, group},
    parts::Asked,
};
use crate::words::words;

pub(super) fn control(question: &Question, form: &Form<'_>) -> Markup {
    let words = words(form.lang);
    let offers = [("yes", &words.yes), ("no", &words.no)];
    let offers =
        offers.map(|(value, text)| Offer { value, text: html! { (text) }, stands: Stands::Among, asks: false });
    group(&Asked::new(question, form), Take::One, None, offers.into())
}
