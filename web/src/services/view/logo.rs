//! The form in which an owner gives the service a logo.

use heard_core::text::Lang;
use maud::{Markup, html};

use crate::{
    form::sheet::file_box,
    page::House,
    services::logo::{DO, FILE, REMOVE},
    staff::{Colleague, staff_page},
};

const HINT: &str =
    "PNG or JPEG, 2 MB at most, the version for a white ground. We make it small, so that pages stay quick.";

pub(in crate::services) fn form(me: &Colleague, house: &House, wrong: Option<&str>) -> Markup {
    let lang = Lang::english();
    let page = staff_page(&lang, me, "Logo", "").sheet("settings.css").sheet("builder.css");
    page.wrong(wrong.is_some()).show(html! {
        p { a class="back" href=(me.path("look")) { "Back to the look" } }
        @if let Some(advice) = wrong {
            div class="problem" { div role="alert" { h2 { "There is a problem" } ul { li { a href={ "#" (FILE) } { (advice) } } } } }
        }
        h1 { "Your logo" }
        p { "It stands beside your name at the head of every page of yours, on posters and on letters." }
        form method="post" action=(me.path("look/logo")) enctype="multipart/form-data" novalidate {
            @if house.logo.is_some() { h2 { "As it is now" } (house.sign()) }
            (file_box(FILE, "A picture", HINT, "image/png,image/jpeg", wrong))
            div class="actions" {
                button { "Take this logo" }
                @if house.logo.is_some() { button class="quiet" name=(DO) value=(REMOVE) { "Have no logo" } }
            }
        }
    })
}
