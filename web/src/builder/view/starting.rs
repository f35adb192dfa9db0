//! The first page of a new survey.

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

use super::{back, form_frame};
use crate::{
    builder::starting::{Copies, TEMPLATES},
    form::sheet::{Sheet, Trouble, offers, summary},
    staff::Colleague,
};

pub(in crate::builder) fn page(me: &Colleague, copies: &Copies, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let lang = Lang::english();
    let sheet = Sheet { typed, troubles, lang: &lang, deep: false };
    let templates = TEMPLATES.iter().map(|one| (one.code.to_owned(), format!("{}. {}", one.name, one.about)));
    let of_ours = copies.iter().map(|(value, title)| (value.clone(), format!("A copy of “{title}”")));
    let starts = templates.chain(of_ours).chain([("blank".to_owned(), "Nothing: write it all yourself".to_owned())]);
    form_frame(me, "Write a survey", troubles, false).show(html! {
        (back(&me.path("surveys"), "Back to surveys"))
        (summary(troubles))
        h1 { "Write a survey" }
        form method="post" action=(me.path("surveys/new")) novalidate {
            (sheet.line("title", "Title", "You can change it later. Its address is made of it, and stays."))
            (sheet.one_of("start", "Begin with", "Everything in it can be changed.", &offers(starts)))
            div class="actions" { button { "Begin" } }
        }
    })
}
