//! The pages of answering, as functions of data.

mod after;
mod apart;
mod offers;
mod paper;
mod waiting;
mod whole;

use std::{borrow::Cow, collections::BTreeMap};

use heard_core::{
    answer::{Answer, Problem, Typed},
    piping,
    question::Question,
    route::{Progress, Route},
    survey::Section,
    text::Lang,
};
use maud::{Markup, html};

pub(super) use after::{receipt, stopped, withdrawn};
pub(super) use paper::{Size, paper};
pub(super) use waiting::waiting;
pub(super) use whole::whole;

use super::{draft::Draft, sending::KEY_FIELD, sql::Receipted};
use crate::{
    clock::day_of,
    form::{self, Form},
    page::{self, AnswerRow, Link, Notice, Page, Reading},
    surveys::Published,
    words::{Words, words},
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

pub(super) fn welcome(published: &Published, reading: Reading<'_>, begun: Option<&Draft>) -> Markup {
    let lang = reading.lang;
    let (survey, words) = (&published.survey, words(lang));
    let start = format!("{}/start", published.path());
    frame(published, lang, survey.title.get(lang)).read_as(reading, published.path()).show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (page::text(&survey.title, lang)) }
        (page::prose(&survey.welcome_for(reading.reader), lang))
        (promises(published, lang))
        @if let Some(draft) = begun {
            (page::notice(Notice::Plain, &words.begun_already, html! {
                div class="actions" { a class="button" href=(draft.next_path(published)) { (words.go_on) } }
                (kept(published, draft))
            }))
        } @else {
            form method="post" action=(start) { div class="actions" { button { (words.start) } } }
        }
        (whole::other_ways(published, lang))
    })
}

pub(super) fn section(published: &Published, draft: &Draft, section: &Section, filled: &Filled) -> Markup {
    let (lang, words) = (&draft.lang, words(&draft.lang));
    let route = draft.route();
    let reading = draft.reading(&route);
    let questions = filled_in(draft, &route, section);
    let (heading, intro) = (section.title_for(reading.reader), section.intro_for(reading.reader));
    let alone = questions.len() == 1 && intro.is_none();
    let form = Form { alone, reader: reading.reader, ..Form::new(lang, &filled.typed, &filled.problems) };
    let title = if alone { questions[0].text.get(lang) } else { heading.get(lang) };
    let back = route.before(&section.key).map_or(published.path(), |s| format!("{}/{}", published.path(), s.key));
    let step = route.progress(&section.key).map(|progress| how_far(progress, words));
    let window = step.as_ref().map_or(title.to_owned(), |step| format!("{title} ({step})"));
    let page = frame(published, lang, &window).within(draft.survey.title.get(lang));
    page.read_in_form(reading).wrong(!filled.problems.is_empty()).show(html! {
        p { a class="back" href=(back) { (words.back) } }
        (form::error_summary(questions.iter().map(Cow::as_ref), &form))
        @if let Some(step) = step { p class="step" { (step) } }
        @if !alone { h1 { (page::text(&heading, lang)) } }
        @if let Some(intro) = &intro { div class="lead" { (page::prose(intro, lang)) } }
        form method="post" action={ (published.path()) "/" (section.key) } novalidate {
            @for question in &questions { (form::question(question, &form)) }
            @if section.monitoring { (apart::choice(draft.apart, lang)) }
            (failure(filled.failed, lang))
            div class="actions" { button { (words.save) } }
            (page::way_buttons(&reading))
        }
        @if route.before(&section.key).is_some() { (kept(published, draft)) }
    })
}

pub(super) fn check(
    published: &Published,
    draft: &Draft,
    areas: &BTreeMap<String, String>,
    key: &str,
    failed: bool,
) -> Markup {
    let (lang, words) = (&draft.lang, words(&draft.lang));
    let route = draft.route();
    let back = route.sections().last().map_or(published.path(), |s| format!("{}/{}", published.path(), s.key));
    let page = frame(published, lang, &words.check_answers).within(draft.survey.title.get(lang));
    let reading = draft.reading(&route);
    page.read_as(reading, format!("{}/check", published.path())).show(html! {
        p { a class="back" href=(back) { (words.back) } }
        h1 { (words.check_answers) }
        p class="lead" { (words.not_sent_yet) }
        @for section in route.sections() {
            @let rows: Vec<_> = filled_in(draft, &route, section).iter()
                .filter(|question| question.takes_answer())
                .map(|question| row(published, draft, section, question, areas))
                .chain(apart::row(published, draft, &route, section))
                .collect();
            @if !rows.is_empty() {
                h2 { (page::text(&section.title_for(reading.reader), lang)) }
                (page::answers(&rows, lang))
            }
        }
        form method="post" action={ (published.path()) "/send" } {
            input type="hidden" name=(KEY_FIELD) value=(key);
            (failure(failed, lang))
            div class="actions" { button { (words.send) } }
        }
        (kept(published, draft))
    })
}

/// The questions of a section in the words of their reader, with earlier answers put into them.
fn filled_in<'d>(draft: &'d Draft, route: &Route<'d>, section: &Section) -> Vec<Cow<'d, Question>> {
    let reader = draft.reading(route).reader;
    let words = |question: &Question, answer: &Answer| form::as_text(&question.worded(reader), answer, &draft.lang);
    let shown = route.questions(section).map(|question| question.worded(reader));
    shown.map(|question| piping::fill(question, &draft.survey, route, &words)).collect()
}

/// What becomes of the answers so far, and the way out.
fn kept(published: &Published, draft: &Draft) -> Markup {
    let words = words(&draft.lang);
    html! {
        form class="kept" method="post" action={ (published.path()) "/stop" } aria-label=(words.delete_typed) {
            p class="small soft" {
                (words.kept_until(&words.day(day_of(draft.expires))))
                @if published.wave.closes < draft.expires {
                    " " (words.closes_on(&words.day(day_of(published.wave.closes))))
                }
            }
            button class="quiet" { (words.delete_typed) }
        }
    }
}

fn frame<'a>(published: &Published, lang: &Lang, title: &str) -> Page<'a> {
    let words = words(lang);
    Page::new(lang, title)
        .home(published.service_name.clone(), format!("/{}", published.service))
        .foot(vec![Link::new(words.to_english(&words.our_plan), format!("/{}/plan", published.service))])
}

/// What we promise before anything is asked.
fn promises(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        ul {
            li { (words.takes_minutes(published.survey.minutes)) }
            li { (words.never_who) }
            li { (words.may_leave_out) }
            li { (words.groups_only) }
            li { (words.open_until(&words.day(day_of(published.wave.closes)))) }
        }
        p { a href={ "/" (published.service) "/plan/answers/" (published.survey.key) } { (words.see_counts) } }
    }
}

fn failure(failed: bool, lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        @if failed {
            div class="problem" role="alert" {
                h2 { (words.failed) }
                p { (words.failed_advice) }
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
) -> AnswerRow<Markup> {
    AnswerRow {
        question: page::text(&question.text, &draft.lang),
        answer: draft
            .answers
            .get(&question.key)
            .map_or(Vec::new(), |answer| form::in_words(question, answer, areas, &draft.lang)),
        change: Some(format!("{}/{}#{}", published.path(), section.key, question.key)),
    }
}

/// Where on the way one is.
fn how_far(Progress { at, of, about }: Progress, words: &Words) -> String {
    if about { words.part_or_fewer(at, of) } else { words.part(at, of) }
}
