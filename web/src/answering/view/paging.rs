//! A page of questions, and the page that shows all answers before they are sent.

use std::{borrow::Cow, collections::BTreeMap};

use heard_core::{
    answer::Answer,
    piping,
    question::Question,
    route::Route,
    text::Texts,
    walk::{Pace, Page, Progress, Walk},
};
use maud::{Markup, html};

use super::{Filled, apart, failure, frame, kept, tablet};
use crate::{
    answering::{
        address,
        draft::Draft,
        paging::{THEN, asks_apart},
        sending::{Given, KEY_FIELD},
    },
    form::{self, Device, Form},
    page::{self, AnswerRow},
    surveys::Published,
    words::{Words, words},
};

/// What the button posts that saves a page and leads to the one before.
pub(in crate::answering) const BACK: &str = "back";
/// What the button posts that saves a page and gives words.
pub(in crate::answering) const STOP: &str = "stop";
/// What is posted when nobody has touched the page of a shared tablet for a while.
pub(in crate::answering) const PAUSE: &str = "pause";

pub(in crate::answering) fn page(
    published: &Published,
    draft: &Draft,
    walk: &Walk<'_>,
    page: &Page<'_>,
    filled: &Filled,
) -> Markup {
    let reading = draft.reading(walk.route());
    let (lang, words) = (&draft.lang, reading.words());
    let mut questions = filled_in(draft, walk.route(), &page.questions);
    say_what_is_kept(&mut questions, draft);
    let section = page.section.title_for(reading.reader);
    let intro = page.section.intro_for(reading.reader).filter(|_| page.opens);
    let one_heads = page.question.is_some() || (questions.len() == 1 && intro.is_none());
    let heading = questions.last().filter(|_| one_heads);
    let heads = |question: &Question| heading.is_some_and(|heading| heading.key == question.key);
    let device = if draft.shared { Device::Shared } else { Device::Own };
    let form = Form { reader: reading.reader, device, ..Form::new(lang, &filled.typed, &filled.problems) };
    let title = heading.map_or(section.get(lang), |question| question.text.get(lang));
    let before = walk.before(page.at());
    let step = walk.progress(page.at()).map(|progress| how_far(progress, draft.pace, words));
    let window = step.as_ref().map_or(title.to_owned(), |step| format!("{title} ({step})"));
    let frame = tablet::held(frame(published, lang, &window), published, draft).within(draft.survey.title.get(lang));
    frame.read_in_form(reading).wrong(!filled.problems.is_empty()).show(html! {
        @if before.is_none() && !draft.shared { p { a class="back" href=(published.path()) { (words.back) } } }
        (form::error_summary(questions.iter().map(Cow::as_ref), &form))
        @if let Some(step) = step { p class="step" { @if page.question.is_some() { (page::text(&section, lang)) br; } (step) } }
        @if heading.is_none() { h1 { (page::text(&section, lang)) } }
        @if let Some(intro) = &intro { div class="lead" { (page::prose(intro, lang)) } }
        form method="post" action=(address(published, Some(page))) autocomplete=[draft.shared.then_some("off")] novalidate {
            @for question in &questions { (form::question(question, &Form { alone: heads(question), ..form })) }
            @if asks_apart(page) { (apart::choice(draft.apart, words)) }
            (failure(filled.failed, words))
            (save_buttons(before.is_some(), draft.shared, words))
            (page::way_buttons(&reading))
        }
        @if before.is_some() || draft.shared { (kept(published, draft, words)) }
    })
}

pub(in crate::answering) fn check(
    published: &Published,
    draft: &Draft,
    areas: &BTreeMap<String, String>,
    given: &Given,
    base_url: &str,
    failed: bool,
) -> Markup {
    let walk = draft.walk();
    let reading = draft.reading(walk.route());
    let (lang, words, path) = (&draft.lang, reading.words(), published.path());
    let back = walk.last().map_or(published.path(), |page| address(published, Some(page)));
    let frame = frame(published, lang, &words.check_answers).within(draft.survey.title.get(lang));
    let frame = tablet::held(frame, published, draft);
    frame.read_as(reading, format!("{path}/check")).show(html! {
        p { a class="back" href=(back) { (words.back) } }
        h1 { (words.check_answers) }
        p class="lead" { (words.not_sent_yet) }
        (all_answers(published, draft, &walk, areas))
        @if draft.shared { (tablet::receipt_before(&given.receipt, base_url, lang)) }
        form method="post" action={ (path) "/send" } {
            input type="hidden" name=(KEY_FIELD) value=(given);
            (failure(failed, words))
            div class="actions" { button { (words.send) } }
            @if !draft.shared {
                button class="quiet" formaction={ (path) "/code" } aria-describedby="Stop" { (words.stop_here) }
                p class="small soft" id="Stop" { (words.stop_here_hint) }
            }
        }
        (kept(published, draft, words))
    })
}

/// A postcode is not kept, so that its box comes back empty: says that its area is, and how to take that out.
fn say_what_is_kept(questions: &mut [Cow<'_, Question>], draft: &Draft) {
    let words = words(&draft.lang);
    let is_kept = |question: &Question| matches!(draft.answers.get(&question.key), Some(Answer::Place(_)));
    for question in questions.iter_mut().filter(|question| is_kept(question)) {
        let kept = Texts::one(draft.lang.clone(), words.place_kept(&words.rather_not));
        question.to_mut().help = Some(kept);
    }
}

/// On, which is what Enter presses; or back, or out, with what was typed. A shared tablet has its own way out.
fn save_buttons(has_before: bool, shared: bool, words: &Words) -> Markup {
    html! {
        div class="actions" {
            button { (words.save) }
            @if has_before { button class="quiet" name=(THEN) value=(BACK) { (words.back) } }
            @if shared { button name=(THEN) value=(PAUSE) hidden { (words.still_there) } }
            @else { button class="quiet" name=(THEN) value=(STOP) aria-describedby="Stop" { (words.stop_here) } }
        }
        @if !shared { p class="small soft" id="Stop" { (words.stop_here_hint) } }
    }
}

/// Each section with its questions and answers.
fn all_answers(published: &Published, draft: &Draft, walk: &Walk<'_>, areas: &BTreeMap<String, String>) -> Markup {
    let (route, reader) = (walk.route(), draft.reading(walk.route()).reader);
    html! {
        @for section in route.sections() {
            @let questions: Vec<_> = route.questions(section).filter(|question| question.takes_answer()).collect();
            @let rows: Vec<_> = filled_in(draft, route, &questions).iter()
                .map(|question| row(published, draft, walk, question, areas))
                .chain(apart::row(published, draft, walk, section))
                .collect();
            @if !rows.is_empty() {
                h2 { (page::text(&section.title_for(reader), &draft.lang)) }
                (page::answers(&rows, &draft.lang))
            }
        }
    }
}

/// Questions in the words of their reader, with earlier answers put into them.
fn filled_in<'q>(draft: &Draft, route: &Route<'_>, questions: &[&'q Question]) -> Vec<Cow<'q, Question>> {
    let reader = draft.reading(route).reader;
    let words = |question: &Question, answer: &Answer| form::as_text(&question.worded(reader), answer, &draft.lang);
    let worded = questions.iter().map(|question| question.worded(reader));
    worded.map(|question| piping::fill(question, &draft.survey, route, &words)).collect()
}

fn row(
    published: &Published,
    draft: &Draft,
    walk: &Walk<'_>,
    question: &Question,
    areas: &BTreeMap<String, String>,
) -> AnswerRow<Markup> {
    let given = draft.answers.get(&question.key);
    let page = address(published, walk.page_of(&question.key));
    AnswerRow {
        question: page::text(&question.text, &draft.lang),
        answer: given.map_or(Vec::new(), |answer| form::in_words(question, answer, areas, &draft.lang)),
        change: Some(format!("{page}#{}", question.key)),
    }
}

/// Where on the way one is.
fn how_far(Progress { at, of, about }: Progress, pace: Pace, words: &Words) -> String {
    match (pace, about) {
        (Pace::Section, false) => words.part(at, of),
        (Pace::Section, true) => words.part_or_fewer(at, of),
        (Pace::Question, false) => words.question_of(at, of),
        (Pace::Question, true) => words.question_or_fewer(at, of),
    }
}
