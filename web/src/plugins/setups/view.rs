//! The pages of a binding's life.

mod adding;
mod comparison;
mod editing;

use heard_core::text::Lang;
use maud::{Markup, html};

pub(super) use adding::new;
pub(super) use editing::{Editing, Note, editing};

use super::{Beside, Desk, Looked, sql};
use crate::{
    clock::in_england,
    page::{self, AnswerRow, Mark},
    plugins::{
        settings, short,
        view::{paused, progress, state},
        vocabulary::Vocabulary,
    },
    staff::{Analyst, Colleague, staff_page},
    words::words,
};

/// Why a set-up's page comes back.
pub(super) enum Refusal {
    /// Another set-up was switched on since the page was shown.
    Changed,
    /// The comparison was not ticked.
    Unread,
    /// One of the two cannot score the responses; with the reason.
    CannotScore(String),
}

impl Refusal {
    fn words(&self) -> String {
        match self {
            Self::Changed => "Somebody switched another set-up on since you opened this page. Look at it again below \
                before you go on."
                .to_owned(),
            Self::Unread => "Read what would change, then tick the box under it.".to_owned(),
            Self::CannotScore(reason) => format!("It cannot score the answers that are there. {reason}."),
        }
    }
}

pub(super) fn one(analyst: &Analyst, desk: &Desk) -> Markup {
    let lang = Lang::english();
    let binding = &desk.binding;
    staff_page(&lang, analyst, &binding.title, "bindings").show(html! {
        p { a class="back" href=(analyst.path("bindings")) { "Back to scoring" } }
        h1 { (binding.title) }
        p { (state(binding)) }
        (progress(binding, &desk.path(analyst, "")))
        @if binding.state != "active" { (paused(analyst, binding)) }
        p { "It scores the answers to " strong { (desk.survey.title.get(&lang)) } ". Your plan names it “" (binding.key) "”." }
        (drafted(analyst, desk))
        h2 { "Set-ups" }
        @if desk.setups.is_empty() { p { "None is kept yet." } } @else {
            p { "None of them ever changes. To roll back, open an earlier one and switch it on again." }
            ul class="cards" { @for setup in &desk.setups { (setup_card(analyst, desk, setup)) } }
        }
    })
}

fn drafted(me: &Colleague, desk: &Desk) -> Markup {
    let edit =
        |words: &str| html! { div class="actions" { a class="button" href=(desk.path(me, "settings")) { (words) } } };
    html! {
        @match &desk.draft {
            Some(draft) => {
                p { "There is a draft of other settings. " (draft.name) " changed it last, on " (moment(draft.changed)) "." }
                @if me.may_edit() { (edit("Go on with the draft")) }
            },
            None if me.may_edit() => (edit("Change the settings")),
            None => p { "An editor can change its settings." },
        }
    }
}

fn setup_card(me: &Colleague, desk: &Desk, setup: &sql::Setup) -> Markup {
    html! {
        li class="card" {
            h3 { a href=(desk.path(me, &format!("setups/{}", setup.id))) { "Set-up of " (moment(setup.created)) } }
            p { (standing(desk, setup)) }
            p class="small soft" {
                (setup.plugin) ", version " (setup.plugin_version) ", settings " code { (short(&setup.settings_digest)) }
                ". Made by " (setup.made_by.as_deref().unwrap_or("the operator")) "."
            }
        }
    }
}

/// What a set-up is to its binding.
fn standing(desk: &Desk, setup: &sql::Setup) -> Markup {
    let is = |id: &Option<String>| id.as_ref() == Some(&setup.id);
    let (active, shown) = (is(&desk.binding.active_setup), is(&desk.binding.shown_setup));
    match (active, shown, setup.activated) {
        (true, ..) if desk.binding.fault.is_some() => {
            page::status(Mark::Failed, "Switched on, paused because of a fault")
        }
        (true, true, _) => page::status(Mark::Done, "At work"),
        (true, false, _) => page::status(Mark::Up, "Switched on, scoring"),
        (false, true, _) => page::status(Mark::Later, "Your plan shows its figures until the new ones are there"),
        (false, false, Some(at)) => page::status(Mark::Later, &format!("Earlier, last switched on {}", moment(at))),
        (false, false, None) => page::status(Mark::Later, "Not switched on yet"),
    }
}

pub(super) fn setup(
    me: &Colleague,
    desk: &Desk,
    setup: &sql::Setup,
    looked: &Looked,
    beside: &Beside,
    refusal: Option<&Refusal>,
) -> Markup {
    let lang = Lang::english();
    let title = format!("Set-up of {}", moment(setup.created));
    let page = staff_page(&lang, me, &title, "bindings").within(desk.binding.title.clone()).sheet("settings.css");
    page.wrong(refusal.is_some()).show(html! {
        p { a class="back" href=(desk.path(me, "")) { "Back to " (desk.binding.title) } }
        @if let Some(refusal) = refusal {
            div class="problem" {
                div role="alert" {
                    h2 { span class="unseen" { (words(&lang).error) " " } (words(&lang).problem) }
                    p { (refusal.words()) }
                }
            }
        }
        h1 { (desk.binding.title) ": " (title) }
        p { (standing(desk, setup)) }
        (page::answers(&facts(desk, setup, looked), &lang))
        (comparison::show(me, desk, setup, looked, beside))
        @if let Ok(insight) = &looked.insight {
            h2 { "How it scores made-up responses" }
            @for (place, explained) in (1..).zip(&insight.explained) {
                section class="card" { h3 { "Made-up response " (place) } (explained.show(None)) }
            }
        }
    })
}

fn facts(desk: &Desk, setup: &sql::Setup, looked: &Looked) -> Vec<AnswerRow> {
    let fact = |name: &str, value: Vec<String>| AnswerRow { question: name.to_owned(), answer: value, change: None };
    let schema = looked.artefact.as_ref().map_or("", |artefact| &artefact.description().settings_schema);
    let vocabulary = Vocabulary::of(&desk.survey, desk.version);
    let mut facts = vec![
        fact("Plugin", vec![format!("{}, version {}", setup.plugin, setup.plugin_version)]),
        fact("Made by", vec![setup.made_by.clone().unwrap_or_else(|| "The operator of this server".to_owned())]),
    ];
    let settings = settings::in_words(schema, &setup.settings, Some(&vocabulary));
    facts.extend(settings.into_iter().map(|setting| fact(&setting.name, setting.value)));
    facts.push(fact("Digest of the plugin", vec![setup.artefact.clone()]));
    facts.push(fact("Digest of the settings", vec![setup.settings_digest.clone()]));
    facts.push(fact("Contract", vec![setup.contract.clone()]));
    facts
}

/// Day and time in England.
pub(super) fn moment(millis: i64) -> String {
    in_england(millis).strftime("%-d %B %Y, %H:%M").to_string()
}
