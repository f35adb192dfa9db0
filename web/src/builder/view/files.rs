//! Surveys that come and go in files.

use heard_core::{survey::Fault, text::Lang};
use maud::{Markup, html};

use super::{ENGLISH, back, form_frame, frame, outline::sentence};
use crate::{
    builder::{
        bringing::{FILE, INTO, Others},
        drafts,
        taking::Offered,
    },
    form::sheet::file_box,
    staff::Colleague,
    words::words,
};

pub(in crate::builder) fn bring(me: &Colleague, others: &Others, into: &str, faults: &[Fault]) -> Markup {
    let error = (!faults.is_empty()).then_some("Bring another file, or this one with that changed.");
    form_frame(me, "Bring a survey in a file", &[], !faults.is_empty()).show(html! {
        (back(&me.path("surveys"), "Back to surveys"))
        @if !faults.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(&Lang::english()).problem) }
                    ul { @for fault in faults { li { a href={ "#" (FILE) } { (placed(&fault.at, &fault.message)) } } } }
                }
            }
        }
        h1 { "Bring a survey in a file" }
        p { "It becomes a draft, and you see what could not be brought over. Nothing is published." }
        form method="post" action=(me.path("surveys/import")) enctype="multipart/form-data" {
            (file_box(FILE, "File", "An XLSForm of KoboToolbox or ODK (.xlsx), a survey of LimeSurvey (.lss), or one of Heard (.json). 5 MB at most.",
                ".xlsx,.lss,.json", error))
            div class="question" {
                h2 { label for=(INTO) { "What it becomes" } }
                select id=(INTO) name=(INTO) {
                    option value="" { "A new survey" }
                    @for (key, title) in others { option value=(key) selected[key == into] { "The next version of “" (title) "”" } }
                }
            }
            div class="actions" { button { "Bring it" } }
        }
    })
}

/// What is said about a place of a file.
fn placed(at: &str, message: &str) -> String {
    if at.is_empty() { sentence(message) } else { format!("{at}: {}", sentence(message)) }
}

pub(in crate::builder) fn losses(me: &Colleague, survey: &str, losses: &[(String, String)]) -> Markup {
    let own = drafts::path(me, survey, "");
    frame(me, "What could not come over").show(html! {
        (back(&own, "Back to the survey"))
        h1 { "What could not come over" }
        @if losses.is_empty() { p { "Everything in the file is in the draft." } } @else {
            p { "The file said this, and a survey here cannot say it, or needs more of you. All else is in the draft." }
            ul class="checks" { @for (at, message) in losses { li { (placed(at, message)) } } }
        }
        div class="actions" { a class="button" href=(own) { "See the draft" } }
    })
}

pub(in crate::builder) fn take(me: &Colleague, key: &str, offered: &[Offered], on_paper: Option<&str>) -> Markup {
    frame(me, "Files").show(html! {
        (back(&drafts::path(me, key, ""), "Back to the survey"))
        h1 { "Take it away in a file" }
        @for one in offered {
            @let path = |form: &str| drafts::path(me, key, &format!("files/{}.{form}", one.name));
            @let called = one.version.map_or_else(|| "The draft".to_owned(), |version| format!("Version {version}"));
            section {
                h2 { (called) }
                p { a class="go" href=(path("xlsx")) download { "A workbook (XLSForm), for KoboToolbox, ODK and spreadsheets" span class="unseen" { ": " (called) } } }
                p { a class="go" href=(path("json")) download { "JSON, with everything that Heard knows" span class="unseen" { ": " (called) } } }
                @if !one.losses.is_empty() {
                    details {
                        summary { "What other tools do not do with “" (one.survey.title.get(&ENGLISH)) "”, " (called.to_lowercase()) }
                        ul class="checks" { @for loss in &one.losses { li { (placed(&loss.at, &loss.message)) } } }
                    }
                }
            }
        }
        section {
            h2 { "On paper" }
            @if let Some(path) = on_paper { p { a class="go" href={ (path) "/paper" } { "To print, in normal or large letters" } } }
            @else { p { "It can be printed once a wave has begun, because the sheet says until when it can be handed in." } }
        }
    })
}
