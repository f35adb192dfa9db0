//! Radio buttons and checkboxes: a fieldset of answers, each a card as wide as the page.

use heard_core::{
    answer::{NOT_UNDERSTOOD, OTHER, RATHER_NOT_SAY},
    picture::Picture,
};
use maud::{Markup, html};

use super::parts::Asked;
use crate::page::picture;

/// One answer on offer.
pub(super) struct Offer<'a> {
    pub value: &'a str,
    pub text: Markup,
    /// Drawn beside the text, for whom pictures help.
    pub picture: Option<Picture>,
    pub stands: Stands,
    /// Whether whoever chooses it says what, in a box below it. The box is always there: what appears only when
    /// something is chosen is missed by many.
    pub asks: bool,
}

/// Where an answer stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Stands {
    /// Among the others.
    Among,
    /// A little away from them: "none of these", "I don't know".
    Apart,
    /// Away from them, and light on the page: "I don't understand this question".
    Light,
}

/// Whether one answer can be chosen or several.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Take {
    One,
    Several,
}

/// The whole question. `class` is added to the fieldset's own look; the ways to give no answer come last.
pub(super) fn group(asked: &Asked<'_>, take: Take, class: Option<&str>, mut offers: Vec<Offer<'_>>) -> Markup {
    let words = asked.form.words();
    if asked.question.sensitive {
        let text = html! { (words.rather_not) };
        let picture = Some(Picture::Private);
        offers.push(Offer { value: RATHER_NOT_SAY, text, picture, stands: Stands::Apart, asks: false });
    }
    if asked.question.offers_not_understood() {
        let text = html! { (words.not_understood) };
        let picture = Some(Picture::Question);
        offers.push(Offer { value: NOT_UNDERSTOOD, text, picture, stands: Stands::Light, asks: false });
    }
    html! {
        div class=(asked.class()) {
            (asked.picture())
            fieldset class=[class] {
                legend { (asked.heading(asked.words())) }
                (asked.notes())
                @for (place, offer) in offers.iter().enumerate() {
                    (card(asked, take, offer, place == 0))
                    @if offer.asks { (say_what(asked, offer)) }
                }
            }
        }
    }
}

fn card(asked: &Asked<'_>, take: Take, offer: &Offer<'_>, first: bool) -> Markup {
    let key = asked.key();
    let id = match offer.value {
        _ if first => key.to_owned(),
        RATHER_NOT_SAY => format!("{key}-RatherNot"),
        NOT_UNDERSTOOD => format!("{key}-NotUnderstood"),
        value => format!("{key}-{value}"),
    };
    let kind = if take == Take::One { "radio" } else { "checkbox" };
    let invalid = if take == Take::Several { asked.invalid(&id) } else { None };
    let entered = first || take == Take::One && asked.is_on(offer.value);
    html! {
        div class=(offer.stands.class()) {
            input type=(kind) id=(id) name=(key) value=(offer.value) checked[asked.is_on(offer.value)]
                disabled[asked.form.read_only] aria-describedby=[asked.described_by(if entered { key } else { &id })] aria-invalid=[invalid];
            (label(asked, &id, offer.picture, &offer.text))
        }
    }
}

/// The label of a radio button or checkbox, with its picture for whom it helps.
pub(super) fn label(asked: &Asked<'_>, id: &str, drawn: Option<Picture>, text: &Markup) -> Markup {
    html! {
        @if let Some(drawn) = asked.form.pictured(drawn) {
            label class="pictured" for=(id) { (picture(drawn)) span { (text) } }
        } @else {
            label for=(id) { (text) }
        }
    }
}

fn say_what(asked: &Asked<'_>, offer: &Offer<'_>) -> Markup {
    let id = format!("{}-Other", asked.key());
    html! {
        div class="other" {
            label for=(id) { (asked.form.words().say_what) span class="unseen" { ": " (offer.text) } }
            input type="text" id=(id) name=(asked.part(OTHER)) value=(asked.part_typed(OTHER)) autocomplete="off" dir="auto"
                readonly[asked.form.read_only] aria-describedby=[asked.described_by(&id)] aria-invalid=[asked.invalid(&id)];
        }
    }
}

impl Stands {
    pub fn class(self) -> &'static str {
        match self {
            Self::Among => "choice",
            Self::Apart => "choice apart",
            Self::Light => "choice apart light",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::form::{
        examples::{State, examples},
        tests::shown,
        tests_html::tags,
    };

    /// Tab comes to the radio button that is chosen, and to no other of its group.
    #[test]
    fn a_chosen_radio_button_is_described_like_the_first() {
        let mut seen = 0;
        for (example, state) in
            examples().iter().flat_map(|example| [(example, State::Filled), (example, State::Wrong)])
        {
            let tags = tags(&shown(example, state));
            let radios: Vec<_> = tags.iter().filter(|tag| tag.get("type") == Some("radio")).collect();
            let of_first =
                |name| radios.iter().find(|tag| tag.get("name") == name).and_then(|tag| tag.get("aria-describedby"));
            for chosen in radios.iter().filter(|tag| tag.get("checked").is_some() && tag.get("id").is_some()) {
                let said = of_first(chosen.get("name")).filter(|said| said.starts_with(&*example.question.key));
                assert_eq!(chosen.get("aria-describedby"), said, "{}", example.name);
                seen += usize::from(said.is_some());
            }
        }
        assert!(seen > 3, "too few are chosen and described to tell: {seen}");
    }
}
