//! The screen on which a sheet is typed: a narrow box a question, made for the keyboard alone.

use heard_core::{
    answer::Typed,
    question::{Kind, Question},
    text::Lang,
};
use maud::{Markup, html};

use super::{Asked, asked, error, trouble, troubles};
use crate::{
    apart::FIELD,
    language,
    page::{self, Mark, Notice},
    paper::{
        path,
        typing::{LANGUAGE, SHEET, Turn},
        words::{Trouble, takes},
    },
    staff::{Colleague, staff_page},
    surveys::Published,
    words::words,
};

/// The id of the box for the number of the sheet.
pub(in super::super) const SHEET_ID: &str = "Sheet";
/// The id of the list of languages.
pub(in super::super) const LANGUAGE_ID: &str = "Language";

/// The id of the box for "count me, but do not connect this".
pub(in super::super) const APART_ID: &str = "Apart";

/// What the screen shows.
pub(in super::super) struct Screen<'a> {
    pub published: &'a Published,
    pub turn: Turn,
    /// What is in the boxes.
    pub typed: &'a Typed,
    /// What became of the sheet before.
    pub said: Option<&'a str>,
    /// Whether the sheet that is proposed was typed the first time by the same person.
    pub alone: bool,
    pub troubles: &'a [Trouble],
}

impl Screen<'_> {
    /// The id of the box that the cursor stands in: the first that is wrong, else the first.
    fn begins(&self) -> &str {
        self.troubles.first().map_or(SHEET_ID, |trouble| &trouble.field)
    }

    fn title(&self) -> &'static str {
        match self.turn {
            Turn::First => "Type sheets",
            Turn::Second => "Second typing",
        }
    }
}

pub(in super::super) fn screen(me: &Colleague, screen: &Screen<'_>) -> Markup {
    let lang = Lang::english();
    let title = screen.published.survey.title.get(&lang);
    let page = staff_page(&lang, me, screen.title(), "paper").within(title).wide();
    let page = page.wrong(!screen.troubles.is_empty()).sheet("typing.css").script("typing.js");
    let asked = asked(&screen.published.survey);
    let monitored = asked.iter().rfind(|one| one.section.monitoring).map(|one| one.number);
    page.show(html! {
        p { a class="back" href=(path(me, screen.published, "")) { (title) ": paper" } }
        (troubles(screen.troubles))
        h1 { (screen.title()) }
        @if let Some(said) = screen.said { p { (page::status(Mark::Done, said)) } }
        @if screen.alone {
            (page::notice(Notice::Plain, "You typed this sheet the first time", html! {
                p { "Let somebody else type it now, if you can: whoever misread a word is likely to misread it again." }
            }))
        }
        (how(screen.turn))
        form class="typing" method="post" action=(path(me, screen.published, &format!("/type/{}", screen.turn.code()))) {
            (head(screen))
            @for (place, one) in asked.iter().enumerate() {
                @let begins = place.checked_sub(1).is_none_or(|before| asked[before].section.key != one.section.key);
                @if begins { h2 { (one.section.title.get(&lang)) } }
                (row(screen, one))
                @if monitored == Some(one.number) { (apart(screen)) }
            }
            div class="actions" { button { "Save and next sheet" } }
        }
    })
}

/// The number of the sheet and, where there are several, its language.
fn head(screen: &Screen<'_>) -> Markup {
    let languages = &screen.published.survey.languages;
    let wrong = [trouble(screen.troubles, SHEET_ID), trouble(screen.troubles, LANGUAGE_ID)];
    let described = |wrong: Option<&Trouble>, id: &str| wrong.map(|_| format!("{id}-Error"));
    html! {
        div class={ "code-row" @if wrong[0].is_some() { " wrong" } } {
            label for=(SHEET_ID) { "Number of the sheet" }
            (error(wrong[0]))
            input type="text" inputmode="numeric" id=(SHEET_ID) name=(SHEET) value=(screen.typed.first(SHEET))
                autocomplete="off" autofocus[screen.begins() == SHEET_ID]
                aria-describedby=[described(wrong[0], SHEET_ID)] aria-invalid=[wrong[0].map(|_| "true")];
        }
        @if languages.len() > 1 {
            div class={ "code-row" @if wrong[1].is_some() { " wrong" } } {
                label for=(LANGUAGE_ID) { "Language of the sheet" }
                (error(wrong[1]))
                select id=(LANGUAGE_ID) name=(LANGUAGE) autofocus[screen.begins() == LANGUAGE_ID]
                    aria-describedby=[described(wrong[1], LANGUAGE_ID)] aria-invalid=[wrong[1].map(|_| "true")] {
                    @for lang in languages {
                        option value=(lang) lang=(lang) dir=(page::direction(lang)) selected[screen.typed.first(LANGUAGE) == &**lang] { (language::name(lang)) }
                    }
                }
            }
        }
    }
}

/// The box that stands after the last question of equality monitoring.
fn apart(screen: &Screen<'_>) -> Markup {
    let wrong = trouble(screen.troubles, APART_ID);
    let hint = format!("{APART_ID}-Hint");
    let described = wrong.map_or(hint.clone(), |_| format!("{APART_ID}-Error {hint}"));
    html! {
        div class={ "code-row" @if wrong.is_some() { " wrong" } } {
            label for=(APART_ID) { (words(&Lang::english()).apart) }
            p class="hint" id=(hint) { "1 if ticked" }
            (error(wrong))
            input type="text" id=(APART_ID) name=(FIELD) value=(screen.typed.first(FIELD)) autocomplete="off"
                autofocus[screen.begins() == APART_ID] aria-describedby=(described) aria-invalid=[wrong.map(|_| "true")];
        }
    }
}

fn row(screen: &Screen<'_>, Asked { number, question, .. }: &Asked<'_>) -> Markup {
    let key = &*question.key;
    let wrong = trouble(screen.troubles, key);
    let typed = screen.typed.first(key);
    let described = if wrong.is_some() { format!("{key}-Error {key}-Hint") } else { format!("{key}-Hint") };
    let (invalid, begins) = (wrong.map(|_| "true"), screen.begins() == key);
    html! {
        div class={ "code-row asked" @if wrong.is_some() { " wrong" } @if is_wordy(question) { " wordy" } } {
            label for=(key) { b { (number) } " " (question.text.get(&Lang::english())) }
            p class="hint" id={ (key) "-Hint" } { (takes(question)) }
            (error(wrong))
            @if matches!(question.kind, Kind::LongText(_)) {
                textarea id=(key) name=(key) rows="2" dir="auto" autocomplete="off" autofocus[begins]
                    aria-describedby=(described) aria-invalid=[invalid] { "\n" (typed) }
            } @else {
                input type="text" id=(key) name=(key) value=(typed) dir="auto" autocomplete="off" autocapitalize="off"
                    spellcheck=[(!is_wordy(question)).then_some("false")] autofocus[begins]
                    aria-describedby=(described) aria-invalid=[invalid];
            }
        }
    }
}

/// Whether words go into the box, which needs the room.
fn is_wordy(question: &Question) -> bool {
    match &question.kind {
        Kind::ShortText(_) | Kind::LongText(_) => true,
        Kind::Single(kind) => kind.other().is_some(),
        Kind::Several(kind) => kind.other().is_some(),
        _ => false,
    }
}

fn how(turn: Turn) -> Markup {
    let rows = [
        ("3", "the third option"),
        ("1 4", "the first and the fourth, where several can be ticked"),
        ("5: church choir", "the fifth option, with the words beside it"),
        ("3 2 - 5", "a mark for each statement, - for one without; 32-5 is the same"),
        ("4 1 2", "an order: the best first"),
        ("7 3 2019", "a date"),
        ("R", "“I’d rather not say”"),
        ("U", "“I don’t understand this question”"),
    ];
    html! {
        @if turn == Turn::Second {
            p { "You type each sheet again, without seeing the first typing. Where both agree, it counts." }
        }
        details class="how" {
            summary { "How to type" }
            p { "Type the numbers that are printed beside the answers. Enter goes to the next box, Shift and Enter back." }
            dl { @for (code, what) in rows { div { dt { code { (code) } } dd { (what) } } } }
            p {
                "Words, numbers and postcodes as they are written. Leave a box empty where nothing is written, and where "
                "you cannot read it or more is ticked than the question allows: no answer is better than a guess. "
                "What the person was not meant to answer is left out by itself."
            }
            p { "Shift and Enter begins a new line within longer words." }
        }
    }
}
