//! Yes or no.

use heard_core::{picture::Picture, question::Question};
use maud::{Markup, html};

use super::{
    Form,
    choices::{Offer, Stands, Take, group},
    parts::Asked,
};

pub(super) fn control(question: &Question, form: &Form<'_>) -> Markup {
    let words = form.words();
    let offers = [("yes", &words.yes, Picture::Yes), ("no", &words.no, Picture::No)];
    let offers = offers.map(|(value, text, picture)| {
        let (text, picture) = (html! { (text) }, Some(picture));
        Offer { value, text, picture, stands: Stands::Among, asks: false }
    });
    group(&Asked::new(question, form), Take::One, None, offers.into())
}
