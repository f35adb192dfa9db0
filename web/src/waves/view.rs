//! The pages of waves.

mod form;
pub(super) mod posters;

use heard_core::{
    survey::Survey,
    text::Lang,
    wave::{LawfulBasis, MonitoringBasis, asks_monitoring},
};
use jiff::civil::Date;
use maud::{Markup, html};

pub(super) use form::form;

use super::{Run, Stage};
use crate::{
    clock::day_of,
    language,
    page::{self, Mark, Notice, Page},
    staff::{Colleague, staff_page},
    surveys::Wave,
};

pub(super) static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "surveys").sheet("settings.css").sheet("builder.css")
}

fn back(href: &str, words: &str) -> Markup {
    html! { p { a class="back" href=(href) { (words) } } }
}

/// A day as staff read and write it.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// The days of a wave, the last one among them.
fn days(wave: &Wave) -> String {
    format!("{} to {}", day(day_of(wave.opens)), day(day_of(wave.closes - 1)))
}

fn stage(stage: Stage) -> Markup {
    match stage {
        Stage::Planned => page::status(Mark::Later, "Planned"),
        Stage::Open => page::status(Mark::Up, "Open"),
        Stage::Closed => page::status(Mark::Done, "Closed"),
        Stage::Archived => page::status(Mark::Done, "Archived"),
    }
}

pub(super) fn list(me: &Colleague, survey: &Survey, version: i64, runs: &[Run]) -> Markup {
    let title = survey.title.get(&ENGLISH);
    let own = format!("surveys/{}", survey.key);
    frame(me, "Waves").within(title).show(html! {
        (back(&me.path(&own), "Back to the survey"))
        h1 { "Waves of “" (title) "”" }
        p { "A wave is one run of a survey, with its days. Asking the same again later shows what changed." }
        @if runs.is_empty() { p { "There was none yet." } }
        ul class="cards" {
            @for run in runs {
                li class="card" {
                    h2 { a href=(run.path(me, "")) { (days(&run.wave)) } }
                    p { (stage(run.stage)) " Version " (run.wave.version) "." }
                    @if run.stage == Stage::Closed && !run.declaration.says_influence() {
                        p { "It does not say yet what was done with what people said." }
                    }
                }
            }
        }
        @if me.may_edit() {
            div class="actions" { a class="button" href=(me.path(&format!("{own}/waves/new"))) { "Plan a wave of version " (version) } }
        }
    })
}

pub(super) fn show(me: &Colleague, run: &Run, survey: &Survey, newer: Option<i64>, base_url: &str) -> Markup {
    let title = survey.title.get(&ENGLISH);
    let address = format!("{base_url}/{}/s/{}", me.service, run.survey);
    frame(me, &days(&run.wave)).within(title).show(html! {
        (back(&me.path(&format!("surveys/{}/waves", run.survey)), "Back to the waves"))
        h1 { (days(&run.wave)) }
        p { (stage(run.stage)) " Version " (run.wave.version) " of “" (title) "”." }
        @if run.stage == Stage::Open {
            @if run.declaration.invited_only { p { "Only people who were invited can answer, by the link in their mail." } }
            @else { p { "People answer at " a href=(address) { (address) } } }
        }
        @if let Some(newer) = newer { p { "Version " (newer) " was published since. " (still_asked(run.stage)) } }
        @if run.stage != Stage::Planned {
            p { a class="go" href=(run.path(me, "results")) { "What people answered" } }
            p { a class="go" href=(run.path(me, "progress")) { "How it gets on" } }
            p { a class="go" href=(run.path(me, "voices")) { "Whose voices are missing" } }
        }
        @if run.stage == Stage::Closed && !run.declaration.says_influence() {
            (page::notice(Notice::Plain, "What came of it?", html! {
                p { "People who speak want to hear what was done. Say it under “Influence”: then the wave can be archived." }
                p { a class="go" href=(me.path("updates")) { "Tell them by an update" } }
            }))
        }
        (told(run, survey))
        (participation(run))
        @if me.may_edit() { (actions(me, run)) }
    })
}

fn still_asked(stage: Stage) -> &'static str {
    match stage {
        Stage::Planned => "Change this wave to ask it instead.",
        Stage::Open => {
            "This wave goes on with its own, so that all its answers are to the same questions. To ask the new one, close this \
             wave and plan the next; the page where it was published says what stays comparable."
        }
        Stage::Closed | Stage::Archived => "Plan a wave to ask it.",
    }
}

/// What respondents are told.
fn told(run: &Run, survey: &Survey) -> Markup {
    let declared = &run.declaration;
    let deleted = |at: Option<i64>| {
        at.map_or_else(
            || "They are. The figures that were made of them are kept.".to_owned(),
            |at| format!("On {}", day(day_of(at))),
        )
    };
    html! {
        h2 { "What people are told" }
        dl class="answers" {
            @for lang in &survey.languages {
                div { dt { (label(&format!("purpose.{lang}"))) } dd lang=(**lang) dir=(page::direction(lang)) { (declared.purpose.get(lang)) } }
            }
            div { dt { "Who can answer" } dd { @if declared.invited_only { "Only people who are invited, each once" } @else { "Everyone who has the link" } } }
            div { dt { "By what right" } dd { (basis_words(declared.basis)) } }
            @if let Some(basis) = declared.monitoring_basis.filter(|_| asks_monitoring(survey)) {
                div { dt { "By what right equality questions are asked" } dd { (monitoring_words(basis)) } }
                div { dt { "Equality answers are deleted" } dd { (deleted(run.wave.forget_monitoring)) } }
            }
            div { dt { "Answers are deleted" } dd { (deleted(run.wave.forget_answers)) } }
            div { dt { "Whom they can ask" } dd { (declared.contact) } }
        }
    }
}

fn participation(run: &Run) -> Markup {
    let said = &run.declaration.participation;
    let (name, meaning) = said.rung.meaning();
    html! {
        h2 { "How they take part" }
        dl class="answers" {
            div { dt { "Space" } dd { (page::paragraphs(&said.space)) } }
            div { dt { "Voice" } dd { (page::paragraphs(&said.voice)) } }
            div { dt { "Audience" } dd { (page::paragraphs(&said.audience)) } }
            div { dt { "Influence" } dd { @if run.declaration.says_influence() { (page::paragraphs(&said.influence)) } @else { span class="soft" { "Not said yet" } } } }
            div { dt { "Rung of the ladder" } dd { (said.rung.number()) " of 8: " (name) ". That is: " (meaning) "." } }
        }
        @if !said.rung.is_participation() {
            p { "Roger Hart does not count the lowest three rungs as participation. It is good that you say so; what would bring it a rung higher?" }
        }
    }
}

fn actions(me: &Colleague, run: &Run) -> Markup {
    html! {
        @if run.stage != Stage::Archived {
            div class="actions" { a class="button" href=(run.path(me, "change")) { "Change this wave" } }
        }
        @if matches!(run.stage, Stage::Planned | Stage::Open) {
            p { a class="go" href=(run.path(me, "invitations")) { "Invitations by mail" } }
            @if !run.declaration.invited_only { p { a class="go" href=(run.path(me, "posters")) { "Posters, letters and slides" } } }
        }
        @match run.stage {
            Stage::Planned => form method="post" action=(run.path(me, "call-off")) {
                div class="actions" { button class="quiet" { "Call it off" } }
            },
            Stage::Open => p { a class="go" href=(run.path(me, "close")) { "Close it early" } },
            Stage::Closed => @if run.declaration.says_influence() {
                form method="post" action=(run.path(me, "archive")) {
                    div class="actions" { button class="quiet" { "Archive it" } }
                }
            },
            Stage::Archived => {}
        }
    }
}

pub(super) fn ask_to_close(me: &Colleague, run: &Run) -> Markup {
    frame(me, "Close it early").show(html! {
        (back(&run.path(me, ""), "Back to the wave"))
        h1 { "Close this wave now?" }
        @if run.stage == Stage::Open {
            p { "It would be open until " (day(day_of(run.wave.closes - 1))) ". Who is answering just now cannot send any more, and a wave that has closed never opens again." }
            form method="post" action=(run.path(me, "close")) {
                div class="actions" { button { "Close it now" } a class="button quiet" href=(run.path(me, "")) { "Leave it open" } }
            }
        } @else {
            p { "It is not open." }
        }
    })
}

/// What a field of the form is called.
pub(super) fn label(field: &str) -> String {
    if let Some(lang) = field.strip_prefix("purpose.") {
        let name = language::read(lang).map_or_else(|| lang.to_owned(), |lang| language::name(&lang).to_owned());
        return format!("What the answers are for ({name})");
    }
    let label = match field {
        "first_day" => "First day",
        "last_day" => "Last day",
        "basis" => "By what right you use the answers",
        "monitoring_basis" => "By what right you ask the equality questions",
        "keep_months" => "Months that answers are kept",
        "keep_monitoring_months" => "Months that equality answers are kept",
        "contact" => "Whom people can ask",
        "space" => "Space",
        "voice" => "Voice",
        "audience" => "Audience",
        "influence" => "Influence",
        "rung" => "Which rung of the ladder it stands on",
        _ => field,
    };
    label.to_owned()
}

fn basis_words(basis: LawfulBasis) -> &'static str {
    match basis {
        LawfulBasis::PublicTask => "Public task: asking families belongs to what the service is there to do",
        LawfulBasis::LegitimateInterests => {
            "Legitimate interests: a fair reason, weighed against the interests of those asked"
        }
        LawfulBasis::Consent => "Consent: people agree by answering",
    }
}

fn monitoring_words(basis: MonitoringBasis) -> &'static str {
    match basis {
        MonitoringBasis::EqualityOfOpportunity => {
            "Equality of opportunity: the law allows it to see whether everyone is treated fairly (Data Protection Act 2018, schedule 1, paragraph 8)"
        }
        MonitoringBasis::ExplicitConsent => "Explicit consent: people agree to each question by answering it",
    }
}
