//! The survey at a glance: its sections and questions, what is missing, and the ways to everything else.

use heard_core::{
    lint::Advice,
    minutes,
    question::Question,
    survey::{Fault, Section, Survey},
};
use maud::{Markup, html};

use super::{back, done, frame, said};
use crate::{
    builder::{drafts::Draft, editing::BUTTON, kinds, question_form::base},
    staff::Colleague,
};

pub(in crate::builder) fn page(
    me: &Colleague,
    draft: &Draft,
    newest: Option<&(i64, Survey)>,
    advice: &[Advice],
) -> Markup {
    let survey = &draft.survey;
    let title = survey.title.get(&base(survey));
    frame(me, title).wide().script("arrange.js").show(html! {
        (back(&me.path("surveys"), "Back to surveys"))
        h1 { (said(&survey.title, survey, "No title yet")) }
        p { @match newest {
            Some((version, _)) => { "A draft of version " (version + 1) ". Version " (version) " stays as it is until this one is published." },
            None => "A draft. Nobody sees it until it is published.",
        } }
        (done(me, draft))
        nav class="tools" aria-label="This survey" { ul {
            li { a href=(draft.path(me, "about")) { "Title, welcome and for whom" } }
            li { a href=(draft.path(me, "words")) { "Languages and easy words" } }
            li { a href=(draft.path(me, "preview")) { "See it as people will" } }
            li { a href=(draft.path(me, "publish")) { "Publish" } }
            @if newest.is_some() { li { a href=(draft.path(me, "waves")) { "Waves" } } }
            li { a href=(draft.path(me, "files")) { "Take it away in a file" } }
        } }
        (length(survey))
        form class="outline" method="post" action=(draft.path(me, "arrange")) {
            @for section in &survey.sections { (one(me, draft, section)) }
        }
        form method="post" action=(draft.path(me, "sections")) {
            div class="question" {
                h2 { label for="title" { "Add a section" } }
                p class="hint" id="title-Hint" { "Its heading, such as “About your children”." }
                input type="text" id="title" name="title" autocomplete="off" aria-describedby="title-Hint";
            }
            div class="actions" { button class="quiet" { "Add the section" } }
        }
        (to_change(me, draft, &survey.faults()))
        (worth_a_look(me, draft, advice))
    })
}

fn length(survey: &Survey) -> Markup {
    let questions = survey.questions().filter(|(_, question)| question.takes_answer()).count();
    html! {
        p {
            (questions) " questions; the survey promises to take " (survey.minutes) " minutes"
            @match minutes::broken_promise(survey) {
                Some(minutes) => { ", and by our rule of thumb takes about " (minutes) "." },
                None => ".",
            }
        }
    }
}

fn one(me: &Colleague, draft: &Draft, section: &Section) -> Markup {
    let (survey, key) = (&draft.survey, &section.key);
    let title = section.title.get(&base(survey));
    html! {
        section class="card" id={ "Section-" (key) } tabindex="-1" {
            h2 { a href=(draft.path(me, &format!("sections/{key}"))) { (said(&section.title, survey, "No heading yet")) } }
            p class="small soft" {
                @if section.monitoring { "Equality monitoring. " }
                @if section.condition.is_some() { "Only some people are asked. " }
            }
            (moves("section", key, title))
            ol {
                @for question in &section.questions { (line(me, draft, question)) }
                @for item in &section.standard { li { "Standard item: " (item.replace('_', " ")) } }
            }
            p { a class="go" href=(draft.path(me, &format!("sections/{key}/new"))) { "Add a question" span class="unseen" { " to " (title) } } }
        }
    }
}

fn line(me: &Colleague, draft: &Draft, question: &Question) -> Markup {
    let (survey, key) = (&draft.survey, &question.key);
    html! {
        li id=(key) tabindex="-1" {
            p { a href=(draft.path(me, &format!("questions/{key}"))) { (said(&question.text, survey, "No words yet")) } }
            p class="small soft" {
                (kinds::name(&question.kind))
                @if question.required { " · has to be answered" }
                @if question.sensitive { " · sensitive" }
                @if question.condition.is_some() { " · only some people" }
            }
            (moves("question", key, question.text.get(&base(survey))))
        }
    }
}

fn moves(what: &str, key: &str, title: &str) -> Markup {
    let button = |way: &str, words: &str| {
        html! {
            button class="quiet" name=(BUTTON) value={ (way) " " (what) " " (key) } { (words) span class="unseen" { ": " (title) } }
        }
    };
    html! {
        div class="moves" { (button("up", "Up")) (button("down", "Down")) (button("out", "Take out")) }
    }
}

/// What has to be changed before the survey can be published, with the way to each.
pub(in crate::builder) fn to_change(me: &Colleague, draft: &Draft, faults: &[Fault]) -> Markup {
    html! {
        h2 id="Faults" { "Before it can be published" }
        @if faults.is_empty() { p { "Nothing has to be changed." } } @else {
            ul class="checks" {
                @for fault in faults {
                    li {
                        a href=(draft.path(me, &page_of(&draft.survey, &fault.at))) { (place(&draft.survey, &fault.at)) }
                        ": " (sentence(&fault.message))
                    }
                }
            }
        }
    }
}

/// Advice on the whole, with the way to each part.
pub(in crate::builder) fn worth_a_look(me: &Colleague, draft: &Draft, advice: &[Advice]) -> Markup {
    html! {
        h2 id="Advice" { "Worth a look" }
        @if advice.is_empty() { p { "We have no advice on it." } } @else {
            p { "The survey can be published without any of this. You know your people; these are things that often go wrong." }
            ul class="checks" {
                @for one in advice {
                    li {
                        a href=(draft.path(me, &page_of(&draft.survey, &one.at))) { (place(&draft.survey, &one.at)) }
                        ": " (sentence(&one.message)) " " (sentence(&one.fix))
                    }
                }
            }
        }
    }
}

/// The page on which a part of the survey is changed; `at` is that of a [`Fault`].
pub(in crate::builder) fn page_of(survey: &Survey, at: &str) -> String {
    let mut steps = at.split('/').filter(|step| !step.is_empty());
    let section = steps.next().and_then(|key| survey.section(key));
    let Some(section) = section else { return "about".to_owned() };
    match steps.next().filter(|key| section.questions.iter().any(|question| question.key == **key)) {
        Some(question) => format!("questions/{question}"),
        None if section.questions.is_empty() && section.standard.is_empty() => format!("sections/{}/new", section.key),
        None => format!("sections/{}", section.key),
    }
}

/// What the author calls that part.
pub(in crate::builder) fn place(survey: &Survey, at: &str) -> String {
    let lang = base(survey);
    let mut steps = at.split('/').filter(|step| !step.is_empty());
    let Some(section) = steps.next().and_then(|key| survey.section(key)) else {
        return "The survey as a whole".to_owned();
    };
    let question = steps.next().and_then(|key| section.questions.iter().find(|question| question.key == *key));
    let words = question.map_or_else(|| section.title.get(&lang), |question| question.text.get(&lang));
    if words.is_empty() { at.to_owned() } else { format!("“{words}”") }
}

/// A message as a sentence.
pub(in crate::builder) fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if message.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
