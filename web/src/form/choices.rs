//! Radio buttons and checkboxes: a fieldset of answers, each a card as wide as the page.

use heard_core::answer::RATHER_NOT_SAY;
use maud::{Markup, html};

use super::{parts::Asked, words};

/// One answer on offer.
pub(super) struct Offer<'a> {
    pub value: &'a str,
    pub text: &'a str,
    /// Whether it stands a little away from the others: "none of these", "I don't know".
    pub apart: bool,
}

/// Whether one answer can be chosen or several.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Take {
    One,
    Several,
}

/// The whole question. `class` is added to the fieldset's own look; sensitive questions get the way not to say.
pub(super) fn group(asked: &Asked<'_>, take: Take, class: Option<&str>, mut offers: Vec<Offer<'_>>) -> Markup {
    if asked.question.sensitive {
        let text = words(asked.form.lang).rather_not;
        offers.push(Offer { value: RATHER_NOT_SAY, text, apart: true });
    }
    html! {
        div class={ "question" @if asked.is_wrong() { " wrong" } } {
            fieldset class=[class] {
                legend { (asked.heading(asked.words())) }
                (asked.notes())
                @for (place, offer) in offers.iter().enumerate() { (card(asked, take, offer, place == 0)) }
            }
        }
    }
}

fn card(asked: &Asked<'_>, take: Take, offer: &Offer<'_>, first: bool) -> Markup {
    let key = asked.key();
    let id = match offer.value {
        _ if first => key.to_owned(),
        RATHER_NOT_SAY => format!("{key}-RatherNot"),
        value => format!("{key}-{value}"),
    };
    let kind = if take == Take::One { "radio" } else { "checkbox" };
    let described_by = first.then(|| asked.described_by()).flatten();
    let invalid = (first && take == Take::Several).then(|| asked.invalid()).flatten();
    html! {
        div class={ "choice" @if offer.apart { " apart" } } {
            input type=(kind) id=(id) name=(key) value=(offer.value) checked[asked.is_on(offer.value)]
                aria-describedby=[described_by] aria-invalid=[invalid];
            label for=(id) { (offer.text) }
        }
    }
}
