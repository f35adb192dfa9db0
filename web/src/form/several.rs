//! Any of some options.

use heard_core::question::{Question, Several};
use maud::Markup;

use super::{
    Form,
    choices::{Offer, Take, group},
    parts::Asked,
    words::{tick_up_to, words},
};

pub(super) fn control(question: &Question, several: &Several, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form).or_hint(|| match several.at_most {
        Some(at_most) => tick_up_to(at_most, form.lang),
        None => words(form.lang).tick_all.to_owned(),
    });
    let offers = several.options.iter().map(|option| Offer {
        value: &option.key,
        text: option.text.get(form.lang),
        apart: option.exclusive,
    });
    group(&asked, Take::Several, None, offers.collect())
}
