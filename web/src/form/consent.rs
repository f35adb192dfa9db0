//! A box to tick under words that one agrees to.

use heard_core::question::{Consent, Question};
use maud::Markup;

use super::{
    Form,
    choices::{Offer, Stands, Take, group},
    parts::Asked,
};

pub(super) fn control(question: &Question, consent: &Consent, form: &Form<'_>) -> Markup {
    let agree =
        Offer { value: "yes", text: form.text(&consent.agree), picture: None, stands: Stands::Among, asks: false };
    group(&Asked::new(question, form), Take::Several, None, vec![agree])
}
