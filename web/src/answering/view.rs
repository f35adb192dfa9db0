//! The pages of answering, as functions of data.

use std::collections::BTreeMap;

use heard_core::{
    answer::{Answer, Problem, Typed},
    question::{Kind, Question},
    survey::{Section, Survey},
    text::Lang,
};
use maud::{Markup, html};

use super::{draft::Draft, sending::KEY_FIELD, sql::Receipted};
use crate::{
    clock::day_of,
    form::{self, Form, words},
    page::{self, AnswerRow, Link, Notice, Page},
    surveys::Published,
};

/// What a form is filled with.
pub(super) struct Filled {
    /// What was typed, or follows from saved answers.
    pub typed: Typed,
    /// What has to be changed.
    pub problems: Vec<Problem>,
    /// Whether it could not be stored just now.
    pub failed: bool,
}

impl Filled {
    /// Nothing yet.
    pub fn empty() -> Self {
        Self { typed: Typed::default(), problems: Vec::new(), failed: false }
    }
}

pub(super) fn welcome(published: &Published, lang: &Lang, begun: Option<&Draft>) -> Markup {
    let survey = &published.survey;
    let start = format!("{}/start", published.path());
    frame(published, lang, survey.title.get(lang)).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (survey.title.get(lang)) }
        (page::paragraphs(survey.welcome.get(lang)))
        (promises(published))
        @if let Some(draft) = begun {
            (page::notice(Notice::Plain, "You have begun already", html! {
                div class="actions" { a class="button" href=(draft.next_path(published)) { "Go on where you stopped" } }
                (kept(published, draft))
            }))
        } @else {
            form method="post" action=(start) { div class="actions" { button { "Start" } } }
        }
    })
}

/// A survey of one section: the promises and the questions on one page.
pub(super) fn whole(published: &Published, section: &Section, lang: &Lang, key: &str, filled: &Filled) -> Markup {
    let survey = &published.survey;
    let questions: Vec<_> = section.questions.iter().collect();
    let form = Form { lang, typed: &filled.typed, problems: &filled.problems, alone: false };
    frame(published, lang, survey.title.get(lang)).wrong(!filled.problems.is_empty()).show(html! {
        (form::error_summary(questions.iter().copied(), &form))
        h1 { (survey.title.get(lang)) }
        (page::paragraphs(survey.welcome.get(lang)))
        (promises(published))
        form method="post" action=(published.path()) novalidate {
            input type="hidden" name=(KEY_FIELD) value=(key);
            @if let Some(intro) = &section.intro { (page::paragraphs(intro.get(lang))) }
            @for question in &questions { (form::question(question, &form)) }
            (failure(filled.failed))
            div class="actions" { button { "Send my answers" } }
        }
    })
}

pub(super) fn section(published: &Published, draft: &Draft, section: &Section, filled: &Filled) -> Markup {
    let lang = &draft.lang;
    let route = draft.route();
    let questions: Vec<_> = route.questions(section).collect();
    let alone = questions.len() == 1 && section.intro.is_none();
    let form = Form { lang, typed: &filled.typed, problems: &filled.problems, alone };
    let title = if alone { questions[0].text.get(lang) } else { section.title.get(lang) };
    let back = route.before(&section.key).map_or(published.path(), |s| format!("{}/{}", published.path(), s.key));
    let step = route.progress(&section.key).map(|(at, of)| format!("Part {at} of {of}"));
    let window = step.as_ref().map_or(title.to_owned(), |step| format!("{title} ({})", step.to_lowercase()));
    frame(published, lang, &window).within(draft.survey.title.get(lang)).wrong(!filled.problems.is_empty()).show(
        html! {
            p { a class="back" href=(back) { "Back" } }
            (form::error_summary(questions.iter().copied(), &form))
            @if let Some(step) = step { p class="step" { (step) } }
            @if !alone { h1 { (section.title.get(lang)) } }
            @if let Some(intro) = &section.intro { div class="lead" { (page::paragraphs(intro.get(lang))) } }
            form method="post" action={ (published.path()) "/" (section.key) } novalidate {
                @for question in &questions { (form::question(question, &form)) }
                (failure(filled.failed))
                div class="actions" { button { "Save and go on" } }
            }
            @if route.before(&section.key).is_some() { (kept(published, draft)) }
        },
    )
}

pub(super) fn check(
    published: &Published,
    draft: &Draft,
    areas: &BTreeMap<String, String>,
    key: &str,
    failed: bool,
) -> Markup {
    let lang = &draft.lang;
    let route = draft.route();
    let back = route.sections().last().map_or(published.path(), |s| format!("{}/{}", published.path(), s.key));
    frame(published, lang, "Check your answers").within(draft.survey.title.get(lang)).show(html! {
        p { a class="back" href=(back) { "Back" } }
        h1 { "Check your answers" }
        p class="lead" { "Nothing is sent until you press the button at the end." }
        @for section in route.sections() {
            @let rows: Vec<_> = route.questions(section)
                .filter(|question| !matches!(question.kind, Kind::Information))
                .map(|question| row(published, draft, section, question, areas))
                .collect();
            @if !rows.is_empty() {
                h2 { (section.title.get(lang)) }
                (page::answers(&rows, lang))
            }
        }
        form method="post" action={ (published.path()) "/send" } {
            input type="hidden" name=(KEY_FIELD) value=(key);
            (failure(failed))
            div class="actions" { button { "Send my answers" } }
        }
        (kept(published, draft))
    })
}

/// What becomes of the answers so far, and the way out.
fn kept(published: &Published, draft: &Draft) -> Markup {
    html! {
        form class="kept" method="post" action={ (published.path()) "/stop" } {
            p class="small soft" {
                "We keep your answers on our server until " (day_words(&day_of(draft.expires).to_string()))
                ", so that you can go on later on this device."
                @if published.wave.closes < draft.expires {
                    " The survey closes on " (day_words(&day_of(published.wave.closes).to_string())) "."
                }
            }
            button class="quiet" { "Delete what I have typed" }
        }
    }
}

pub(super) fn stopped(published: &Published, open: bool, lang: &Lang) -> Markup {
    frame(published, lang, "Your answers are deleted").show(html! {
        h1 { "Your answers are deleted" }
        p class="lead" { "Nothing that you typed is kept on our server." }
        p {
            "Thank you for your time."
            @if open {
                " If you would like to tell us after all, you can " a href=(published.path()) { "begin again" }
                " until " (day_words(&day_of(published.wave.closes).to_string())) "."
            }
        }
    })
}

pub(super) fn receipt(survey: &Survey, found: &Receipted, receipt: &str, open: bool, lang: &Lang) -> Markup {
    let home = format!("/{}", found.service);
    Page::new(lang, "Thank you").within(survey.title.get(lang)).home("All surveys", home.clone()).show(html! {
        (page::drawing("thanks.svg", 200, 120))
        h1 { "Thank you. You have been heard." }
        p class="lead" { "Your answers of " (day_words(&found.day)) " are saved." }
        (page::paragraphs(survey.thanks.get(lang)))
        h2 { "Your receipt" }
        p { span class="code" { (spoken(receipt)) } }
        @if open {
            p { "We do not know who you are. If you want your answers taken out, this page is the only way. "
                "It works until the survey closes on " (day_words(&day_of(found.closes).to_string())) ". "
                "Keep its address, or print it." }
            form method="post" action={ "/r/" (receipt) "/withdraw" } {
                div class="actions" { button class="quiet" { "Take my answers out" } }
            }
        } @else {
            p { "The survey is closed, so answers cannot be taken out any more." }
        }
        h2 { "What happens next" }
        ol {
            li { "The survey closes on " (day_words(&day_of(found.closes).to_string())) "." }
            li { "We count the answers and never show a single person." }
            li { "The figures show in " a href={ (home) "/plan" } { "the plan" } ", with what we will do." }
        }
    })
}

pub(super) fn withdrawn(service: &str, lang: &Lang) -> Markup {
    Page::new(lang, "Your answers are taken out").show(html! {
        h1 { "Your answers are taken out" }
        p { "They are deleted. Figures leave them out when the next five families have answered. " a href={ "/" (service) } { "Back to the surveys" } }
    })
}

fn frame<'a>(published: &Published, lang: &'a Lang, title: &str) -> Page<'a> {
    Page::new(lang, title)
        .home(published.service_name.clone(), format!("/{}", published.service))
        .foot(vec![Link::new("Our plan", format!("/{}/plan", published.service))])
}

/// What we promise before anything is asked.
fn promises(published: &Published) -> Markup {
    html! {
        ul {
            li { "It takes about " (published.survey.minutes) " minutes." }
            li { "We never ask who you are." }
            li { "You can leave out any question that is not marked." }
            li { "Figures are shown for groups of ten people or more, never for one person." }
            li { "It is open until " (day_words(&day_of(published.wave.closes).to_string())) "." }
        }
    }
}

fn failure(failed: bool) -> Markup {
    html! {
        @if failed {
            div class="problem" role="alert" {
                h2 { "We could not save that just now" }
                p { "Your answers are still on this page. Wait a minute, then press the button again." }
            }
        }
    }
}

fn row(
    published: &Published,
    draft: &Draft,
    section: &Section,
    question: &Question,
    areas: &BTreeMap<String, String>,
) -> AnswerRow {
    AnswerRow {
        question: question.text.get(&draft.lang).to_owned(),
        answer: draft
            .answers
            .get(&question.key)
            .map_or(Vec::new(), |answer| in_words(question, answer, areas, &draft.lang)),
        change: Some(format!("{}/{}#{}", published.path(), section.key, question.key)),
    }
}

/// An answer as its respondent reads it, a line each.
fn in_words(question: &Question, answer: &Answer, areas: &BTreeMap<String, String>, lang: &Lang) -> Vec<String> {
    let option = |key: &str| option_words(question, key, lang);
    match answer {
        Answer::Choice(key) => vec![option(key)],
        Answer::Choices(keys) => keys.iter().map(|key| option(key)).collect(),
        Answer::Number(number) => vec![number.to_string()],
        Answer::Text(text) => text.lines().map(str::to_owned).collect(),
        Answer::Place(place) => {
            let name = areas.get(&place.area).map_or("A place outside England", String::as_str);
            vec![format!("{name} (we keep only this, not your postcode)")]
        }
        Answer::RatherNotSay => vec![words(lang).rather_not.to_owned()],
        Answer::Skipped => Vec::new(),
    }
}

fn option_words(question: &Question, key: &str, lang: &Lang) -> String {
    let text = match &question.kind {
        Kind::Single(kind) | Kind::Scale(kind) => kind.options.iter().find(|o| o.key == *key).map(|o| o.text.get(lang)),
        Kind::Several(kind) => kind.options.iter().find(|o| o.key == *key).map(|o| o.text.get(lang)),
        Kind::YesNo => Some(if key == "yes" { words(lang).yes } else { words(lang).no }),
        _ => None,
    };
    text.unwrap_or(key).to_owned()
}

/// A day as people write it, such as 22 November 2026.
fn day_words(day: &str) -> String {
    day.parse::<jiff::civil::Date>().map_or(day.to_owned(), |day| day.strftime("%-d %B %Y").to_string())
}

/// A code in groups of four, so that it can be read aloud.
fn spoken(code: &str) -> String {
    let letters: Vec<char> = code.to_uppercase().chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
