//! Languages and easy words: how far they are, and a section of them.

use heard_core::{
    answer::Typed,
    text::Lang,
    translating::{Beside, Clash, Line},
    wording::Readers,
};
use maud::{Markup, html};

use super::{actions, back, form_frame, frame};
use crate::{
    builder::{
        drafts::Draft,
        question_form::base,
        rules,
        words::{Progress, WAS, WORDS, code},
    },
    page::direction,
    staff::Colleague,
};

/// A part's lines on their way to their page, and those of them that a colleague wrote meanwhile.
pub(in crate::builder) struct Shown<'a> {
    pub draft: &'a Draft,
    pub beside: &'a Beside,
    pub part: &'a str,
    pub lines: &'a [Line],
    pub typed: &'a Typed,
    pub clashes: &'a [Clash],
}

pub(in crate::builder) fn list(me: &Colleague, draft: &Draft, all: &[Progress]) -> Markup {
    let (languages, readers): (Vec<_>, Vec<_>) = all.iter().partition(|one| matches!(one.beside, Beside::Language(_)));
    frame(me, "Languages and easy words").show(html! {
        (back(&draft.path(me, ""), "Back to the survey"))
        h1 { "Languages and easy words" }
        h2 { "Languages" }
        @if languages.is_empty() { p { "The survey is in one language." } }
        p { "Choose languages under " a href=(draft.path(me, "about")) { "Title, welcome and for whom" } ". A survey can be published when every text is there in each." }
        @for one in languages { (progress(me, draft, one)) }
        h2 { "In other words" }
        p { "For Easy Read, and for children of an age, who tell it in an earlier section. Where there are none, they read what everybody reads. All answers stay in one column of the results." }
        @for one in readers { (progress(me, draft, one)) }
    })
}

fn progress(me: &Colleague, draft: &Draft, one: &Progress) -> Markup {
    let code = code(&one.beside);
    let (written, all) = one.parts.iter().fold((0, 0), |(written, all), part| (written + part.2, all + part.3));
    html! {
        details id=(code) {
            summary { (title(&one.beside)) ": " (written) " of " (all) " texts" }
            ul {
                @for (key, name, written, all) in &one.parts {
                    li {
                        a href=(draft.path(me, &format!("words/{code}/{key}"))) { (name) span class="unseen" { ", " (title(&one.beside)) } }
                        ": " (written) " of " (all)
                    }
                }
            }
        }
    }
}

fn title(beside: &Beside) -> String {
    match beside {
        Beside::Language(lang) => rules::language_name(lang),
        Beside::Readers(Readers::EasyRead) => "Easy Read".to_owned(),
        Beside::Readers(Readers::Under9) => "Children under 9".to_owned(),
        Beside::Readers(Readers::NineTo12) => "Children of 9 to 12".to_owned(),
        Beside::Readers(Readers::ThirteenTo18) => "Young people of 13 to 18".to_owned(),
        Beside::Readers(Readers::Adult) => "People over 18".to_owned(),
    }
}

pub(in crate::builder) fn page(me: &Colleague, shown: &Shown<'_>) -> Markup {
    let Shown { draft, beside, part, lines, clashes, .. } = *shown;
    let first = base(&draft.survey);
    let lang = if let Beside::Language(lang) = beside { lang } else { &first };
    let (own, home) = (draft.path(me, &format!("words/{}/{part}", code(beside))), draft.path(me, "words"));
    let section = draft.survey.section(part).map_or("Around the questions", |section| section.title.get(&first));
    form_frame(me, &format!("{}: {section}", title(beside)), &[], !clashes.is_empty()).show(html! {
        (back(&format!("{home}#{}", code(beside)), "Back to languages and easy words"))
        (clashing(shown, &own))
        h1 { (title(beside)) }
        p class="lead" { (section) }
        form method="post" action=(own) novalidate {
            @for line in lines { (one(shown, line, &first, lang)) }
            @if lines.is_empty() { p { "There is nothing to write here yet." } }
            (actions("Save these words", &home))
        }
    })
}

/// Which lines a colleague wrote meanwhile, and the words that have no place any more.
fn clashing(shown: &Shown<'_>, fresh: &str) -> Markup {
    let Shown { draft, clashes, typed, .. } = *shown;
    let (gone, both): (Vec<_>, Vec<_>) = clashes.iter().partition(|clash| clash.theirs.is_none());
    html! {
        @if !clashes.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { "A colleague wrote some of the same words" }
                    p { (draft.step.name) " changed the survey: " (draft.step.done) ". Nothing of yours is saved yet, and nothing is lost." }
                    @if !both.is_empty() {
                        p { "Theirs stand beside yours. Make of the two what you want, and save; or " a href=(fresh) { "leave yours and see theirs" } "." }
                        ul { @for clash in both { li { a href={ "#" (id(&clash.at)) } { (part_words(&clash.at)) ": " (typed.first(&field(&clash.at))) } } } }
                    }
                    @if !gone.is_empty() {
                        p { "What these words of yours belong to was taken out. Copy what you want to keep; on the survey’s page, under “What was done”, it can be brought back." }
                        ul { @for clash in gone { li { (part_words(&clash.at)) ": " (typed.first(&field(&clash.at))) } } }
                    }
                }
            }
        }
    }
}

fn field(at: &str) -> String {
    format!("{WORDS}{at}")
}

fn id(at: &str) -> String {
    field(at).replace(' ', "-")
}

fn one(shown: &Shown<'_>, line: &Line, first: &Lang, lang: &Lang) -> Markup {
    let clash = shown.clashes.iter().find(|clash| clash.at == line.at);
    let (field, id) = (field(&line.at), id(&line.at));
    let words = if clash.is_some() { shown.typed.first(&field) } else { &line.own };
    let longer = if words.len() > line.first.len() { words } else { &line.first };
    let rows = (longer.chars().count() / 40 + longer.lines().count()).clamp(1, 12);
    let error = clash.map(|_| format!("{id}-Error"));
    html! {
        div class="question" {
            p class="small soft" { (part_words(&line.at)) }
            h2 { label for=(id) lang=(**first) { @if line.first.is_empty() { "(no words yet)" } @else { (line.first) } } }
            @if let Some(error) = &error {
                p class="error" id=(error) {
                    span class="unseen" { "Error: " }
                    @if line.own.is_empty() { "A colleague took these words out." }
                    @else { "A colleague wrote: " bdi lang=(**lang) dir=(direction(lang)) { (line.own) } }
                }
            }
            textarea id=(id) name=(field) rows=(rows) autocomplete="off" lang=(**lang) dir=(direction(lang))
                aria-describedby=[error] aria-invalid=[clash.map(|_| "true")] { "\n" (words) }
            input type="hidden" name={ (WAS) (line.at) } value=(line.own);
        }
    }
}

/// What a line is, in words: "Option", "Why you ask".
pub(super) fn part_words(at: &str) -> String {
    let last = at.rsplit('/').next().unwrap_or(at);
    let (part, readers) = last.split_once(" for ").unwrap_or((last, ""));
    let words = match part.split(' ').next().unwrap_or_default() {
        "title" => "Heading",
        "intro" => "Above the questions",
        "welcome" => "Welcome",
        "thanks" => "Thanks",
        "prize" => "Prize",
        "rules" => "Rules of the draw",
        "text" => "Question",
        "help" => "Help with answering",
        "reason" => "Why you ask",
        "picture" => "What the picture shows",
        "option" => "Option",
        "statement" => "Statement",
        "agree" => "What is agreed to",
        _ => part,
    };
    if readers.is_empty() { words.to_owned() } else { format!("{words}, in words for {}", readers.replace('_', " ")) }
}
