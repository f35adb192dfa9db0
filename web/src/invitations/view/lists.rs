//! The pages of the list.

use maud::{Markup, html};

use super::{back, counted, frame, of};
use crate::{
    form::{
        field::{Field, Holds, Trouble, troubles},
        sheet::{YES, file_box},
    },
    invitations::{
        Invites,
        adding::{Added, EMAIL, FILE, LEAVE_OUT, LIST, Wrong},
        list::{MOST, Unread},
    },
    staff::Colleague,
};

/// How many lines without an address are shown.
const SHOWN: usize = 50;

const LIST_LABEL: &str = "Addresses";

pub(in crate::invitations) fn add(me: &Colleague, invites: &Invites, typed: &str, wrong: &Wrong) -> Markup {
    let advice = advice(wrong);
    let unread = if let Wrong::Unread(unread) = wrong { &unread[..] } else { &[] };
    frame(me, "Add people").within(of(invites)).wrong(advice.is_some()).show(html! {
        (back(&invites.path(me, ""), "Back to the invitations"))
        @if let Some(advice) = &advice {
            div class="problem" { div role="alert" {
                h2 { "There is a problem" }
                ul { li { a href={ "#" (LIST) } { (advice) " " span { (LIST_LABEL) } } } }
            } }
        }
        h1 { "Add people" }
        p { "Paste their e-mail addresses, or bring a file. We read addresses, and languages where a column is called “language”; names and all other columns are not kept." }
        form method="post" enctype="multipart/form-data" action=(invites.path(me, "add")) novalidate {
            div class={ "question" @if advice.is_some() { " wrong" } } {
                h2 { label for=(LIST) { (LIST_LABEL) } }
                p class="hint" id="list-Hint" { "One a line, or a table with a column called “email”. " (thousands(MOST)) " at most at once." }
                @if let Some(advice) = &advice { p class="error" id="list-Error" { span class="unseen" { "Error: " } (advice) } }
                @if !unread.is_empty() { (without_address(unread)) }
                textarea id=(LIST) name=(LIST) rows="8" autocomplete="off" spellcheck="false" dir="ltr"
                    aria-describedby=(if advice.is_some() { "list-Error list-Hint" } else { "list-Hint" })
                    aria-invalid=[advice.as_ref().map(|_| "true")] { "\n" (typed) }
            }
            @if !unread.is_empty() {
                div class="choice" {
                    input type="checkbox" id=(LEAVE_OUT) name=(LEAVE_OUT) value=(YES);
                    label for=(LEAVE_OUT) { "Leave out the lines without an address" }
                }
            }
            (file_box(FILE, "Or a file", "Text or CSV, 2 MB at most. From a spreadsheet: save as CSV.", ".csv,.txt,text/csv,text/plain", None))
            p { "Write only to people who can expect it from you, and whose addresses you may use for this. Addresses are stored sealed, shown to nobody, and deleted when the wave closes." }
            div class="actions" { button { "Add them" } a class="button quiet" href=(invites.path(me, "")) { "Leave it as it is" } }
        }
    })
}

fn thousands(count: usize) -> String {
    format!("{},{:03}", count / 1_000, count % 1_000)
}

fn advice(wrong: &Wrong) -> Option<String> {
    Some(match wrong {
        Wrong::Nothing => return None,
        Wrong::Empty => "Write at least one address, such as ann@example.org.".to_owned(),
        Wrong::TooLarge => "That is too much at once: 2 MB at most. Bring it in parts.".to_owned(),
        Wrong::NoText => "That file is not text. Save it as CSV in UTF-8, and bring that.".to_owned(),
        Wrong::TooMany => format!("These are more than {} addresses. Bring them in parts.", thousands(MOST)),
        Wrong::Unread(unread) => {
            let lines = counted(i64::try_from(unread.len()).unwrap_or(i64::MAX), "line holds", "lines hold");
            format!("{lines} no address. Put them right, or leave them out.")
        }
    })
}

fn without_address(unread: &[Unread]) -> Markup {
    html! {
        ul {
            @for Unread { line, text } in unread.iter().take(SHOWN) { li { "Line " (line) ": " (text) } }
            @if unread.len() > SHOWN { li { "And " (unread.len() - SHOWN) " more." } }
        }
    }
}

pub(in crate::invitations) fn added(me: &Colleague, invites: &Invites, added: &Added) -> Markup {
    let told = |count: usize, one: &str, many: &str| counted(i64::try_from(count).unwrap_or(i64::MAX), one, many);
    frame(me, "People added").within(of(invites)).show(html! {
        h1 { (told(added.new, "address is", "addresses are")) " on the list now" }
        ul {
            @if added.again > 0 { li { (told(added.again, "was", "were")) " there already, or stood in it twice." } }
            @if added.unwanted > 0 { li { (told(added.unwanted, "wants", "want")) " no invitations from you, and was left out." } }
            @if added.gone > 0 { li { (told(added.gone, "does", "do")) " not exist, as a mail server has told us, and was left out." } }
            @if added.left_out > 0 { li { (told(added.left_out, "line held", "lines held")) " no address, and was left out." } }
            @if added.passed_over > 0 { li { (told(added.passed_over, "column was", "columns were")) " passed over." } }
        }
        p { "Nothing was sent yet." }
        div class="actions" { a class="button" href=(invites.path(me, "")) { "Go on" } }
    })
}

pub(in crate::invitations) fn gone(me: &Colleague, invites: &Invites, addresses: &[String]) -> Markup {
    frame(me, "Addresses that do not exist").within(of(invites)).show(html! {
        (back(&invites.path(me, ""), "Back to the invitations"))
        h1 { "Addresses that do not exist" }
        @if addresses.is_empty() { p { "There are none." } } @else {
            p { "Mail servers told us that they have no such address. Perhaps a letter is wrong: add the right one. We do not write to these again." }
            ul { @for address in addresses { li { (address) } } }
            form method="post" action=(invites.path(me, "gone")) {
                div class="actions" { button class="quiet" { "Take them off the list" } }
            }
        }
    })
}

/// What becomes of the page where an address is kept from invitations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::invitations) enum Never {
    Asked,
    Wrong,
    Done,
}

pub(in crate::invitations) fn never(me: &Colleague, typed: &str, state: Never) -> Markup {
    let label = "Their e-mail address";
    let wrong = [Trouble { field: EMAIL, label, advice: "Write an address such as ann@example.org." }];
    let wrong = if state == Never::Wrong { &wrong[..] } else { &[] };
    let field = Field { name: EMAIL, label, hint: None, troubles: wrong };
    let lang = &super::ENGLISH;
    frame(me, "Never invite an address").wrong(state == Never::Wrong).show(html! {
        (back(&me.path("surveys"), "Back to the surveys"))
        (troubles(wrong, lang))
        @if state == Never::Done {
            div class="notice" role="status" { p { "Done. The address is off every list, and is never invited again." } }
        }
        h1 { "Never invite an address" }
        p { "For somebody who does not want to be invited by you again. We keep only what is computed from the address." }
        form method="post" action=(me.path("never-invite")) novalidate {
            (field.line(Holds::Email, typed, lang))
            div class="actions" { button { "Never invite it" } }
        }
    })
}
