//! The page of settings: the form, a preview on made-up responses, and on answers that one makes up oneself.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::moment;
use crate::{
    form::{self as controls, Form},
    page::{self, Notice},
    plugins::{
        explain::{Insight, Unfit},
        form::{self, Trouble},
        setups::{
            Desk,
            editing::{BUTTON, PLUGIN, REVISION, SHOWN, TRYING, Tried, Work, questions_read},
        },
        store::Offer,
        vocabulary::Vocabulary,
    },
    staff::{Colleague, staff_page},
    words::words,
};

/// What the page shows.
pub(in crate::plugins::setups) struct Editing<'a> {
    pub desk: &'a Desk,
    pub work: &'a Work,
    pub offers: &'a [Offer],
    pub troubles: &'a [Trouble],
    /// What the plugin makes of the settings.
    pub insight: &'a Result<Insight, Unfit>,
    /// Answers of one's own, where somebody tries some.
    pub tried: Option<Tried>,
}

/// What is said above the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plugins::setups) enum Note {
    /// A colleague kept the draft meanwhile.
    Faster,
}

pub(in crate::plugins::setups) fn editing(me: &Colleague, page: &Editing<'_>, note: Option<Note>) -> Markup {
    let lang = Lang::english();
    let Editing { desk, work, troubles, .. } = *page;
    let vocabulary = Vocabulary::of(&desk.survey, desk.version);
    let shown = form::Shown { form: &work.form, settings: &work.settings, troubles, vocabulary: &vocabulary };
    let frame = staff_page(&lang, me, "Settings", "bindings").within(desk.binding.title.clone()).sheet("settings.css");
    let wrong =
        !troubles.is_empty() || note.is_some() || page.tried.as_ref().is_some_and(|tried| !tried.problems.is_empty());
    frame.wrong(wrong).show(html! {
        p { a class="back" href=(desk.path(me, "")) { "Back to " (desk.binding.title) } }
        @if note == Some(Note::Faster) { (faster(desk)) }
        (form::problems(shown))
        h1 id="Form" { (desk.binding.title) ": settings" }
        p { "For " strong { (desk.survey.title.get(&lang)) } ", version " (desk.version) ". Whatever you press keeps what you typed as a draft." }
        @if let Some(draft) = &desk.draft {
            p class="small soft" { "Draft of " (draft.name) ", kept " (moment(draft.changed)) "." }
        }
        form method="post" action=(desk.path(me, "settings")) novalidate {
            // The first button is the one that the enter key presses.
            button hidden { "Keep the draft and preview it" }
            input type="hidden" name=(SHOWN) value=(work.artefact.digest());
            input type="hidden" name=(REVISION) value=(work.revision);
            (plugin(page.offers, work))
            (form::controls(shown))
            div class="actions" {
                button name=(BUTTON) value="keep" { "Keep as a set-up" }
                button class="quiet" name=(BUTTON) value="preview" { "Keep the draft and preview it" }
                @if work.revision > 0 { button class="quiet" name=(BUTTON) value="throw-away" { "Throw the draft away" } }
            }
            p class="small soft" { "A set-up counts only when an owner switches it on. First you see what it would change." }
        }
        h2 id="Preview" { "Preview" }
        (preview(me, page))
    })
}

fn faster(desk: &Desk) -> Markup {
    let who = desk.draft.as_ref().map_or("A colleague", |draft| draft.name.as_str());
    html! {
        div class="problem" {
            div role="alert" {
                h2 { span class="unseen" { (words(&Lang::english()).error) " " } (who) " changed this draft while you did" }
                p { "Yours is below, as you typed it, and not kept yet. Press a button again to put it in the place of theirs, or go back to see theirs." }
            }
        }
    }
}

fn plugin(offers: &[Offer], work: &Work) -> Markup {
    let digest = work.artefact.digest().to_string();
    html! {
        div class="question" {
            h2 { label for=(PLUGIN) { "Plugin" } }
            p class="hint" id="Plugin-Hint" { "Another plugin, or another version, keeps the settings that both have." }
            select id=(PLUGIN) name=(PLUGIN) aria-describedby="Plugin-Hint" {
                @for offer in offers { option value=(offer.digest) selected[offer.digest == digest] { (offer.name()) } }
            }
            button class="quiet" name=(BUTTON) value="plugin" { "Change the plugin" }
        }
    }
}

fn preview(me: &Colleague, page: &Editing<'_>) -> Markup {
    let insight = match page.insight {
        Ok(insight) => insight,
        Err(Unfit::Settings(_)) => {
            return html! { p { "There is one as soon as the settings fit. Fill them in, then press “Keep the draft and preview it”." } };
        }
        Err(Unfit::Plugin(reason)) => {
            return page::notice(Notice::Plain, "The plugin failed", html! { p { (reason) "." } });
        }
    };
    html! {
        @if !insight.warnings.is_empty() {
            (page::notice(Notice::Plain, "You should know", html! { ul { @for one in &insight.warnings { li { (one.message) } } } }))
        }
        p { "It gives: " (insight.gives.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(", ")) "." }
        @for (place, explained) in (1..).zip(&insight.explained) {
            section class="card" {
                h3 { @if page.tried.is_some() { "What you answered" } @else { "Made-up response " (place) } }
                (explained.show(None))
            }
        }
        (own_answers(me, page, insight))
    }
}

/// A form for answers of one's own. It changes nothing, so it is a question to the server and no message.
fn own_answers(me: &Colleague, page: &Editing<'_>, insight: &Insight) -> Markup {
    let lang = Lang::english();
    let nothing = Tried::default();
    let tried = page.tried.as_ref().unwrap_or(&nothing);
    let form = Form::new(&lang, &tried.typed, &tried.problems);
    html! {
        details open[page.tried.is_some()] {
            summary { "Try answers of your own" }
            p { "Make them up: they are not kept." }
            form method="get" action={ (page.desk.path(me, "settings")) "#Preview" } novalidate {
                input type="hidden" name=(TRYING) value="yes";
                @for question in questions_read(page.desk, insight) { (controls::question(question, &form)) }
                div class="actions" { button class="quiet" { "Score these answers" } }
            }
        }
    }
}
