//! The pages of "Tell me what happened".

use axum::response::Response;
use maud::{Markup, html};

use super::place::Place;
use crate::{
    form::field::Holds,
    page::{Page, Reading},
    sign_up::{self, Back, SignUp},
    words::words,
};

/// The box of the form.
pub(super) const EMAIL: &str = "email";

impl Place {
    fn frame(&self, title: &str) -> Page<'_> {
        sign_up::frame(&self.house, title, &self.lang)
    }

    fn said(&self, title: &str, paragraphs: &[&str]) -> Markup {
        sign_up::said(&self.frame(title), title, paragraphs, &self.house.key, &self.lang)
    }

    /// A page with one button, which does what a link in a mail is for.
    fn button(&self, title: &str, about: &str, action: &str, button: &str) -> Markup {
        self.frame(title).show(html! {
            h1 { (title) }
            p class="lead" { (about) }
            form method="post" action=(action) { div class="actions" { button { (button) } } }
        })
    }
}

pub(super) fn form(place: &Place, typed: &str, back: Back) -> Response {
    let words = words(&place.lang);
    let frame = place.frame(&words.tell_me).read_as(Reading::in_languages(&place.languages, &place.lang), &*place.here);
    let page = SignUp {
        title: &words.tell_me,
        about: html! { p class="lead" { (words.tell_me_about(&place.house.name)) } },
        kept: html! { p { (words.tell_me_kept) } },
        for_young_people: place.for_young_people,
        action: &place.here,
        name: EMAIL,
        label: &words.your_email,
        holds: Holds::OwnEmail,
        typed,
        advice: &words.write_email,
        button: &words.tell_me,
    };
    page.show(frame, back, &place.lang)
}

pub(super) fn sent(place: &Place) -> Markup {
    let words = words(&place.lang);
    place.said(&words.look_at_mail, &[&words.look_at_mail_advice, &words.no_mail_advice])
}

pub(super) fn ask_yes(place: &Place, code: &str) -> Markup {
    let words = words(&place.lang);
    let action = format!("/{}/tell-me/yes/{code}", place.house.key);
    place.button(&words.tell_me, &words.tell_me_about(&place.house.name), &action, &words.write_to_me)
}

pub(super) fn confirmed(place: &Place) -> Markup {
    let words = words(&place.lang);
    place.said(&words.we_will_write, &[&words.tell_me_kept])
}

pub(super) fn ask_stop(place: &Place, code: &str) -> Markup {
    let words = words(&place.lang);
    let action = format!("/{}/tell-me/stop/{code}", place.house.key);
    place.button(&words.stop_writing, &words.stop_about, &action, &words.delete_address)
}

pub(super) fn stopped(place: &Place) -> Markup {
    let words = words(&place.lang);
    place.said(&words.address_deleted, &[&words.address_deleted_advice])
}

pub(super) fn link_is_over(place: &Place) -> Markup {
    let words = words(&place.lang);
    place.said(&words.link_is_over, &[&words.link_is_over_advice])
}
