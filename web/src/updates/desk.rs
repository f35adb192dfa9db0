//! The pages on which staff see, write and publish updates.

use heard_core::{answer::Typed, plan::Plan, text::Lang};
use maud::{Markup, html};

use super::{
    Stage, Told, Within,
    view::{day, text},
    writing::Form,
};
use crate::{
    clock::day_of,
    form::sheet::{Sheet, Trouble, changed_meanwhile, offers, summary},
    page::{self, Mark, Page},
    staff::{Colleague, moment, staff_page},
};

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "updates").sheet("settings.css").sheet("builder.css")
}

fn back(href: &str, words: &str) -> Markup {
    html! { p { a class="back" href=(href) { (words) } } }
}

/// The address of a page of an update, for a colleague; nothing names the first.
pub(super) fn path(me: &Colleague, key: &str, page: &str) -> String {
    let slash = if page.is_empty() { "" } else { "/" };
    me.path(&format!("updates/{key}{slash}{page}"))
}

fn stage(told: &Told) -> Markup {
    match &told.stage {
        Stage::Draft => page::status(Mark::Later, "Draft"),
        Stage::Published(_) => page::status(Mark::Done, "Published"),
        Stage::Corrected(_) => page::status(Mark::Down, "Corrected by another"),
        Stage::Withdrawn(..) => page::status(Mark::Failed, "Taken back"),
    }
}

pub(super) fn list(me: &Colleague, every: &[Told]) -> Markup {
    frame(me, "Updates").show(html! {
        h1 { "Updates" }
        p { "“You said, we did”: people who took the time to answer want to know what came of it. Say it also where the answer is no." }
        @if every.is_empty() { p { "There is none yet." } }
        ul class="cards" {
            @for told in every {
                li class="card" {
                    h2 { a href=(path(me, &told.key, "")) { (told.update.title) } }
                    p { (stage(told)) " " (when(told)) }
                }
            }
        }
        @if me.may_edit() { div class="actions" { a class="button" href=(me.path("updates/new")) { "Write an update" } } }
    })
}

fn when(told: &Told) -> String {
    match &told.stage {
        Stage::Published(at) => format!("{}, by {}", day(day_of(*at)), told.name),
        Stage::Withdrawn(at, _) => day(day_of(*at)),
        Stage::Draft | Stage::Corrected(_) => format!("{} changed it last, on {}", told.name, moment(told.changed)),
    }
}

pub(super) fn show(me: &Colleague, told: &Told, within: &Within) -> Markup {
    let public = format!("/{}/updates/{}", me.service, told.key);
    frame(me, &told.update.title).show(html! {
        (back(&me.path("updates"), "Back to updates"))
        h1 { (told.update.title) }
        p { (stage(told)) " " (when(told)) }
        @if let Some(corrects) = &told.corrects { p { "It corrects " a href=(path(me, corrects, "")) { "an earlier one" } "." } }
        @match &told.stage {
            Stage::Draft => {},
            Stage::Withdrawn(_, why) => { p { "Why it was taken back:" } (page::paragraphs(why)) },
            Stage::Corrected(by) => p { "It was corrected by " a href=(path(me, by, "")) { "another" } "." },
            Stage::Published(_) => p { "Everybody reads it at " a href=(public) { (public) } "." },
        }
        @if me.may_edit() { (actions(me, told)) }
        (text(&told.update, within, None))
    })
}

fn actions(me: &Colleague, told: &Told) -> Markup {
    let button = |page: &str, words: &str| {
        html! {
            form method="post" action=(path(me, &told.key, page)) { div class="actions" { button class="quiet" { (words) } } }
        }
    };
    html! {
        @match &told.stage {
            Stage::Draft => {
                div class="actions" {
                    a class="button" href=(path(me, &told.key, "publish")) { "Publish it" }
                    a class="button quiet" href=(path(me, &told.key, "change")) { "Change it" }
                }
                (button("throw-away", "Throw it away"))
            },
            Stage::Published(_) => {
                p { "What is published never changes. Where something in it is wrong, write it anew; the old address leads there." }
                (button("correct", "Correct it"))
                p { a class="go" href=(path(me, &told.key, "withdraw")) { "Take it back" } }
            },
            Stage::Corrected(_) => p { a class="go" href=(path(me, &told.key, "withdraw")) { "Take it back" } },
            Stage::Withdrawn(..) => {},
        }
    }
}

/// What a field is called.
pub(super) fn label(field: &str) -> &'static str {
    match field {
        "title" => "In one line",
        "said" => "You said",
        "indicator" => "The indicator in which it shows",
        "did" => "We did",
        "action" => "The action of the plan that it belongs to",
        "changed" => "What changed",
        "look_again" => "When you look again",
        "easy" => "In easy words, for children",
        _ => "Why",
    }
}

pub(super) fn form(me: &Colleague, form: &Form<'_>) -> Markup {
    let Form { told, plan, typed, troubles, meanwhile } = form;
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let (own, home, heading) = match told {
        Some(told) => (path(me, &told.key, "change"), path(me, &told.key, ""), "Change the update"),
        None => (me.path("updates/new"), me.path("updates"), "Write an update"),
    };
    frame(me, heading).wrong(!troubles.is_empty() || *meanwhile).show(html! {
        (back(&home, "Back"))
        (summary(troubles))
        @if *meanwhile { (changed_meanwhile("A colleague changed this update.", &own)) }
        h1 { (heading) }
        form method="post" action=(own) novalidate {
            @if let Some(told) = told { input type="hidden" name="from" value=(told.revision); }
            (sheet.line("title", label("title"), "Such as “Rehearsals end before the last bus”. Its address is made of it, and stays."))
            (sheet.sentences("said", label("said"), "In their words as far as you can, and so that nobody can be recognised."))
            (links(&sheet, "indicator", *plan))
            (sheet.sentences("did", label("did"), "What is different now. Where it is nothing, say so, and why."))
            (links(&sheet, "action", *plan))
            (sheet.sentences("changed", label("changed"), "What came of it, by figures or by what you saw. “We do not know yet” is an answer."))
            (sheet.short("look_again", label("look_again"), "Such as 1 May 2027."))
            (sheet.sentences("easy", label("easy"), "All of it in four or five short sentences, as you would tell a child of eight. It has to be there."))
            div class="actions" { button { "Save" } a class="change" href=(home) { "Leave it as it is" } }
        }
    })
}

/// The list of what an update can belong to in the plan; nothing where there is no plan.
fn links(sheet: &Sheet<'_>, field: &str, plan: Option<&Plan>) -> Markup {
    let Some(plan) = plan else { return html! {} };
    let words = |title: &heard_core::text::Texts| title.get(&ENGLISH).to_owned();
    let all = match field {
        "action" => offers(plan.actions().map(|one| (one.key.to_string(), words(&one.title)))),
        _ => offers(plan.indicators().map(|(_, one)| (one.key.to_string(), words(&one.title)))),
    };
    html! { div class="question" { (sheet.small_pick(field, label(field), "None", &all)) } }
}

pub(super) fn publishing(me: &Colleague, told: &Told, within: &Within, meanwhile: bool) -> Markup {
    let own = path(me, &told.key, "publish");
    let advice = told.update.advice();
    let typed = Typed::default();
    let sheet = Sheet { typed: &typed, troubles: &[], lang: &ENGLISH, deep: false };
    frame(me, "Publish the update").wrong(meanwhile).show(html! {
        (back(&path(me, &told.key, ""), "Back to the update"))
        @if meanwhile { (changed_meanwhile("A colleague changed this update.", &own)) }
        h1 { "Publish “" (told.update.title) "”?" }
        p { "Everybody can read it from then on, and it never changes. You can take it back with a reason, or correct it by another." }
        @if !advice.is_empty() {
            h2 { "Worth a look" }
            ul class="checks" { @for one in advice { li { (one) } } }
        }
        form method="post" action=(own) {
            input type="hidden" name="from" value=(told.revision);
            (sheet.tick("mail", "Also write to everyone who asked to hear what happened"))
            p class="hint" { "Each gets one mail, with the way to have no more of them." }
            div class="actions" { button { "Publish it" } }
        }
        (text(&told.update, within, None))
    })
}

pub(super) fn withdrawing(me: &Colleague, told: &Told, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    frame(me, "Take it back").wrong(!troubles.is_empty()).show(html! {
        (back(&path(me, &told.key, ""), "Back to the update"))
        (summary(troubles))
        h1 { "Take “" (told.update.title) "” back?" }
        p { "Its address then says that it was taken back, and why. It cannot be published again." }
        form method="post" action=(path(me, &told.key, "withdraw")) novalidate {
            (sheet.sentences("why", label("why"), "The public reads it."))
            div class="actions" { button { "Take it back" } a class="change" href=(path(me, &told.key, "")) { "Leave it" } }
        }
    })
}
