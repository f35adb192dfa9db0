//! Any of some options.

use heard_core::question::{Question, Several};
use maud::Markup;

use super::{
    Form,
    choices::{Offer, Stands, Take, group},
    parts::Asked,
};

pub(super) fn control(question: &Question, several: &Several, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form).or_hint(|| match several.at_most {
        Some(at_most) => form.words().tick_up_to(at_most),
        None => form.words().tick_all.clone(),
    });
    let offers = several.options.iter().map(|option| Offer {
        value: &option.key,
        text: form.text(&option.text),
        picture: option.picture,
        stands: if option.exclusive { Stands::Apart } else { Stands::Among },
        asks: option.other,
    });
    group(&asked, Take::Several, None, offers.collect())
}
