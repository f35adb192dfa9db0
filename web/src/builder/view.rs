//! The pages of writing a survey.

pub(super) mod about;
pub(super) mod files;
pub(super) mod outline;
pub(super) mod preview;
pub(super) mod publishing;
pub(super) mod question;
pub(super) mod section;
pub(super) mod starting;
pub(super) mod words;

use heard_core::{lint::Advice, survey::Survey, text::Lang};
use maud::{Markup, html};

use super::{
    Listed,
    drafts::{self, Draft},
    editing::FROM,
    question_form::base,
    sql::Step,
};
use crate::{
    clock::in_england,
    form::sheet::Trouble,
    page::{Column, Notice, Page, notice, table},
    staff::{Colleague, staff_page},
};

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

/// The frame of every page of the builder.
fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "surveys").sheet("settings.css").sheet("builder.css").script("builder.js")
}

/// The frame of a form that may have come back.
fn form_frame(me: &Colleague, title: &str, troubles: &[Trouble], meanwhile: bool) -> Page<'static> {
    frame(me, title).wrong(!troubles.is_empty() || meanwhile)
}

fn back(href: &str, words: &str) -> Markup {
    html! { p { a class="back" href=(href) { (words) } } }
}

/// What a form was filled from, and that somebody changed it since.
fn from(mark: &str) -> Markup {
    html! { input type="hidden" name=(FROM) value=(mark); }
}

/// That a colleague was faster. What was typed is still there, and a second press writes it over theirs.
fn faster(draft: &Draft, meanwhile: bool, fresh: &str) -> Markup {
    html! {
        @if meanwhile {
            div class="problem" {
                div role="alert" {
                    h2 { "A colleague changed this meanwhile" }
                    p { (draft.step.name) " changed the survey: " (draft.step.done) ". Nothing of yours is saved yet, and nothing is lost: your words are below." }
                    p { "Save again to keep yours in place of theirs; or " a href=(fresh) { "leave yours and see theirs" } "." }
                }
            }
        }
    }
}

fn moment(millis: i64) -> String {
    in_england(millis).strftime("%-d %B %Y, %H:%M").to_string()
}

/// A text in the survey's first language, or what stands for one that is missing.
fn said(texts: &heard_core::text::Texts, survey: &Survey, or: &'static str) -> Markup {
    let lang = base(survey);
    let text = texts.get(&lang);
    html! { @if text.is_empty() { span class="soft" { (or) } } @else { bdi lang=(*lang) { (text) } } }
}

pub(super) fn list(me: &Colleague, listed: &[Listed]) -> Markup {
    let state = |one: &Listed| {
        let published = one
            .version
            .map(|version| format!("Version {version} is published{}.", if one.open { ", and open now" } else { "" }));
        let drafted = one
            .drafted
            .as_ref()
            .map(|(name, at)| format!("There is a draft. {name} changed it last, on {}.", moment(*at)));
        published.into_iter().chain(drafted).collect::<Vec<_>>().join(" ")
    };
    frame(me, "Surveys").show(html! {
        h1 { "Surveys" }
        @if listed.is_empty() { p { "There is no survey yet." } }
        ul class="cards" {
            @for one in listed {
                li class="card" {
                    h2 { a href=(drafts::path(me, &one.key, "")) { (one.title) } }
                    p { (state(one)) }
                }
            }
        }
        @if me.may_edit() {
            div class="actions" {
                a class="button" href=(me.path("surveys/new")) { "Write a survey" }
                a class="button quiet" href=(me.path("surveys/import")) { "Bring one in a file" }
            }
        }
    })
}

/// A survey that is published, and not being changed by whoever looks.
pub(super) fn published(me: &Colleague, version: i64, survey: &Survey, drafted: bool) -> Markup {
    let title = survey.title.get(&ENGLISH);
    let questions = survey.questions().filter(|(_, question)| question.takes_answer()).count();
    frame(me, title).show(html! {
        (back(&me.path("surveys"), "Back to surveys"))
        h1 { (said(&survey.title, survey, "No title")) }
        p { "Version " (version) " is published: " (questions) " questions in " (survey.sections.len()) " sections. A published version never changes." }
        p { a class="go" href=(drafts::path(me, &survey.key, "waves")) { "Its waves: when it is asked, and what people are told" } }
        p { a class="go" href=(drafts::path(me, &survey.key, "files")) { "Take it away in a file" } }
        @if drafted { p { "An editor is working on the next version." } }
        @if me.may_edit() {
            form method="post" action=(drafts::path(me, &survey.key, "draft")) {
                div class="actions" { button { "Write the next version" } }
            }
        }
        h2 { "What it asks" }
        @for section in &survey.sections {
            h3 { (said(&section.title, survey, "No title")) }
            ol { @for question in &section.questions { li { (said(&question.text, survey, "No words yet")) } } }
        }
    })
}

pub(super) fn steps(me: &Colleague, draft: &Draft, steps: &[Step]) -> Markup {
    let columns = ["When", "Who", "What", "Go back"].map(Column::Words);
    let row = |step: &Step| {
        let now = step.revision == draft.step.revision;
        let button = html! {
            @if now { "As it is now" } @else {
                button class="quiet" name="revision" value=(step.revision) { "Make it as it was" span class="unseen" { " at step " (step.revision) ": " (step.done) } }
            }
        };
        vec![html! { (moment(step.changed)) }, html! { (step.name) }, html! { (step.done) }, button]
    };
    let rows: Vec<_> = steps.iter().map(row).collect();
    frame(me, "What was done").wide().show(html! {
        (back(&draft.path(me, ""), "Back to the survey"))
        h1 { "What was done" }
        p { "The newest first. Going back is a step too, so nothing is lost by it." }
        form method="post" action=(draft.path(me, "steps")) { (table("Steps", "The last 100 steps", &columns, &rows)) }
        h2 { "Throw the draft away" }
        p { "All of its steps go with it. What is published stays." }
        form method="post" action=(draft.path(me, "throw-away")) {
            input type="hidden" name="revision" value=(draft.step.revision);
            div class="actions" { button class="quiet" { "Throw the draft away" } }
        }
    })
}

/// What was done last, with the way to undo it.
fn done(me: &Colleague, draft: &Draft) -> Markup {
    let before = draft.step.revision - 1;
    let body = html! {
        p { (draft.step.name) ", " (moment(draft.step.changed)) ": " (draft.step.done) "." }
        @if before > 0 {
            form method="post" action=(draft.path(me, "steps")) {
                input type="hidden" name="revision" value=(before);
                div class="actions" {
                    button class="quiet" { "Undo" }
                    a class="change" href=(draft.path(me, "steps")) { "All steps" }
                }
            }
        }
    };
    html! { div id="Done" tabindex="-1" { (notice(Notice::Plain, "Done last", body)) } }
}

/// Advice on what a page changes; nothing where there is none.
fn advised(survey: &Survey, advice: &[Advice]) -> Markup {
    let list = html! {
        ul class="checks" {
            @for one in advice {
                li {
                    @if let Some(part) = part(survey, &one.at) { (part) ": " }
                    (outline::sentence(&one.message)) " " (outline::sentence(&one.fix))
                }
            }
        }
    };
    html! { @if !advice.is_empty() { (notice(Notice::Plain, "Worth a look", list)) } }
}

/// Which text of a part is meant, such as an option by its words; nothing where it is the part as a whole.
fn part(survey: &Survey, at: &str) -> Option<Markup> {
    let (plain, _) = at.split_once(" for ").unwrap_or((at, ""));
    let texts = survey.texts();
    let (_, texts) = texts.iter().find(|(name, _)| name == plain)?;
    Some(html! { (words::part_words(at)) " “" (said(texts, survey, "no words yet")) "”" })
}

/// What ends a form: whether it saved itself, the button, and the way back.
fn actions(save: &str, home: &str) -> Markup {
    html! {
        p class="hint" role="status" data-saved="Saved by itself." data-failed="Not saved yet. Press the button, and you will see why."
            data-out="Not saved: you are signed out. Press the button; your words are kept while you sign in." {}
        div class="actions" { button { (save) } a class="change" href=(home) { "Back to the survey" } }
    }
}
