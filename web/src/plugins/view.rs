//! The state of a service's bindings, for staff.

use heard_core::{
    plan::{Plan, Source},
    survey::Survey,
    text::Lang,
};
use heard_host::Artefact;
use maud::{Markup, html};

use super::{
    settings::{self, Setting},
    sql::Binding,
    vocabulary::Vocabulary,
};
use crate::{
    page::{self, AnswerRow, Mark},
    staff::{Analyst, staff_page},
};

/// How many letters of a digest tell one from another.
const DIGEST: usize = 12;

/// A binding with what its keys stand for.
pub(super) struct Shown {
    binding: Binding,
    /// The survey's title and its newest version.
    survey: String,
    /// The titles of the plan's indicators that rest on it.
    feeds: Vec<String>,
    settings: Vec<Setting>,
    /// What the plugin says of its figures.
    summary: Option<String>,
}

impl Shown {
    pub fn new(
        binding: Binding,
        survey: Option<&(i64, Survey)>,
        plan: Option<&Plan>,
        artefact: Option<&Artefact>,
    ) -> Self {
        let lang = Lang::english();
        let is_fed = |source: &Source| matches!(source, Source::Plugin { binding: key, .. } if **key == *binding.key);
        let indicators = plan.into_iter().flat_map(Plan::indicators).map(|(_, indicator)| indicator);
        let feeds = indicators.filter(|i| is_fed(&i.source)).map(|i| i.title.get(&lang).to_owned()).collect();
        let said = artefact.map(Artefact::description);
        let schema = said.map_or("", |said| said.settings_schema.as_str());
        let asked = survey.map(|(version, survey)| Vocabulary::of(survey, *version));
        Self {
            feeds,
            settings: settings::in_words(schema, &binding.settings, asked.as_ref()),
            survey: survey.map_or(binding.survey.clone(), |(version, survey)| {
                format!("{}, version {version}", survey.title.get(&lang))
            }),
            summary: said.map(|said| said.summary.clone()),
            binding,
        }
    }
}

pub(super) fn bindings(analyst: &Analyst, bindings: &[Shown]) -> Markup {
    let lang = Lang::english();
    staff_page(&lang, analyst, "Scoring", "bindings").show(html! {
        h1 { "Scoring" }
        p class="lead" {
            "A binding is a plugin that is set up for a survey. It turns answers into figures of your plan. "
            "Answers are stored first: a plugin’s fault never loses one."
        }
        @if bindings.is_empty() { p { "No plugin is set up yet." } }
        div class="actions" {
            @if analyst.may_edit() { a class="button" href=(analyst.path("bindings/new")) { "Set a plugin up" } }
            a href=(analyst.path("plugins")) { "All plugins" }
        }
        @for binding in bindings { (one(analyst, binding)) }
    })
}

fn one(analyst: &Analyst, shown: &Shown) -> Markup {
    let binding = &shown.binding;
    let lang = Lang::english();
    html! {
        section class="card" {
            h2 id=(binding.key) { a href=(analyst.path(&format!("bindings/{}", binding.key))) { (binding.title) } }
            p { (state(binding)) }
            @if binding.state != ACTIVE { (paused(analyst, binding)) }
            @if binding.active_setup.is_some() {
                dl class="figures" {
                    div { dt { "Responses scored" } dd { (about(binding.scored)) } }
                    div { dt { "Waiting" } dd { (about(binding.waiting)) } }
                    div { dt { "Could not be scored" } dd { (about(binding.unscored)) } }
                }
            }
            (page::answers(&facts(shown), &lang))
            @if binding.active_setup.is_some() {
                details {
                    summary { "Where its figures come from" }
                    @if let Some(summary) = &shown.summary { p { (summary) } }
                    p class="small" {
                        "Each figure is kept with what made it: plugin " code { (short(&binding.artefact)) }
                        ", settings " code { (short(&binding.settings_digest)) } "."
                    }
                }
            }
        }
    }
}

fn facts(shown: &Shown) -> Vec<AnswerRow> {
    let binding = &shown.binding;
    let fact = |name: &str, value: Vec<String>| AnswerRow { question: name.to_owned(), answer: value, change: None };
    let feeds = match &shown.feeds[..] {
        [] => vec!["Nothing: no indicator of your plan rests on it".to_owned()],
        titles => titles.to_vec(),
    };
    let mut facts = vec![fact("Survey", vec![shown.survey.clone()])];
    if binding.active_setup.is_some() {
        facts.push(fact("Plugin", vec![format!("{}, version {}", binding.plugin, binding.plugin_version)]));
    }
    facts.push(fact("Feeds in your plan", feeds));
    facts.extend(shown.settings.iter().map(|setting| fact(&setting.name, setting.value.clone())));
    facts
}

/// The state of a binding that runs.
const ACTIVE: &str = "active";

pub(super) fn state(binding: &Binding) -> Markup {
    let settled = binding.active_setup == binding.shown_setup;
    match (binding.state.as_str(), binding.waiting) {
        _ if binding.active_setup.is_none() => page::status(Mark::Later, "Not switched on yet"),
        (ACTIVE, 0) if settled => page::status(Mark::Done, "Running: up to date"),
        (ACTIVE, _) if settled => page::status(Mark::Up, "Running: scoring"),
        (ACTIVE, _) => page::status(Mark::Up, "Running: scoring everything anew"),
        _ => page::status(Mark::Failed, "Paused because of a fault"),
    }
}

/// How far a binding is that scores everything anew.
pub(super) fn progress(binding: &Binding, here: &str) -> Markup {
    let all = binding.scored + binding.unscored + binding.waiting;
    html! {
        @if binding.active_setup != binding.shown_setup {
            p {
                "Scored: " strong { (about(binding.scored + binding.unscored)) } " of " strong { (about(all)) } " responses. "
                @if binding.shown_setup.is_some() { "Your plan shows the figures of the set-up before until all are done. " }
                a href=(here) { "See how far it is" }
            }
        }
    }
}

/// Why it stands still, what that means and what to do.
pub(super) fn paused(analyst: &Analyst, binding: &Binding) -> Markup {
    html! {
        @if let Some(fault) = &binding.fault { p { "What happened: " strong { (fault) } } }
        p {
            "New answers are kept and wait; the figures stay as they are. "
            @if analyst.may_edit() { "Try again: nothing can be lost by it. If it pauses again, " }
            @else { "Ask an editor to try again. If it pauses again, " }
            "give the words above to whoever wrote the plugin or set it up."
        }
        @if analyst.may_edit() {
            form method="post" action={ "/staff/" (analyst.service) "/bindings/" (binding.key) "/resume" } {
                div class="actions" { button { "Try again" span class="unseen" { ": " (binding.title) } } }
            }
        }
    }
}

/// Counts of responses on their way are about people as well: small ones are told in words.
pub(super) fn about(count: i64) -> String {
    match count {
        0..10 => "fewer than 10".to_owned(),
        _ => format!("about {}", (count + 2) / 5 * 5),
    }
}

pub(super) fn short(digest: &str) -> &str {
    digest.get(..DIGEST).unwrap_or(digest)
}
