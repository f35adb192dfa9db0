//! The pages of operators.

use std::sync::LazyLock;

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

use crate::{
    form::sheet::{Sheet, Trouble, summary},
    page::{self, Column, Page},
    staff::{Line, moment},
};

static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

fn frame(title: &str) -> Page<'static> {
    Page::new(&ENGLISH, title).sheet("figures.css").sheet("builder.css").home("Heard · operator", "/staff/operator")
}

fn back() -> Markup {
    html! { p { a class="back" href="/staff/operator" { "Back" } } }
}

pub(super) fn show(services: &[(String, String)], operators: &[String]) -> Markup {
    let columns = ["Name", "Address"].map(Column::Words);
    let row = |(key, name): &(String, String)| vec![html! { (name) }, html! { a href={ "/" (key) } { "/" (key) } }];
    let rows: Vec<_> = services.iter().map(row).collect();
    frame("All services").show(html! {
        p { a class="back" href="/staff" { "Your services" } }
        h1 { "All services" }
        p { "What a service asks, hears and plans is its own: you see it only where it invites you." }
        @if rows.is_empty() { p { "There is none yet." } } @else { (page::table("Services", "Services", &columns, &rows)) }
        div class="actions" { a class="button" href="/staff/operator/new" { "Add a service" } }
        p { a class="go" href="/staff/operator/record" { "Record of the platform" } }
        h2 { "Operators" }
        ul { @for email in operators { li { (email) } } }
        p { "Operators are added and removed on the server itself: " code { "heard staff operator EMAIL" } ", with " code { "--remove" } " the other way." }
    })
}

pub(super) fn label(field: &str) -> &'static str {
    match field {
        "name" => "The service’s name",
        "key" => "Its part of the address",
        "email" => "E-mail of its first owner",
        _ => "Name of its first owner",
    }
}

pub(super) fn add(typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    frame("Add a service").wrong(!troubles.is_empty()).show(html! {
        (back())
        (summary(troubles))
        h1 { "Add a service" }
        form method="post" action="/staff/operator/new" novalidate {
            (sheet.line("name", label("name"), "As families know it."))
            (sheet.short("key", label("key"), "Small letters, digits and “-”, such as isle-of-wight. It cannot be changed."))
            (sheet.line("owner", label("owner"), ""))
            (sheet.line("email", label("email"), "We write to this address. The owner invites everybody else."))
            div class="actions" { button { "Add it" } }
        }
    })
}

pub(super) fn record(lines: &[Line], more: bool) -> Markup {
    let columns = ["When", "Who", "What", "In detail"].map(Column::Words);
    let row = |line: &Line| {
        let who = line.name.as_deref().unwrap_or("The server");
        let texts = [moment(line.at), who.to_owned(), line.action.clone(), line.detail.clone()];
        texts.into_iter().map(|text| html! { (text) }).collect()
    };
    let rows: Vec<_> = lines.iter().map(row).collect();
    frame("Record of the platform").wide().show(html! {
        (back())
        h1 { "Record of the platform" }
        p { "What belongs to no one service, the newest first. Each service has a record of its own, for its owners." }
        @if rows.is_empty() { p { "Nothing is on record." } } @else { (page::table("Lines", "Changes", &columns, &rows)) }
        @if let Some(last) = lines.last().filter(|_| more) {
            div class="actions" { a class="button quiet" href={ "/staff/operator/record?before=" (last.id) } { "Older ones" } }
        }
    })
}
