//! What differs between two typings of a sheet, side by side.

use std::collections::BTreeMap;

use heard_core::{
    answer::{Answer, Typed},
    text::Lang,
    typed_in::{Sheet, code},
};
use maud::{Markup, html};

use super::{APART_ID, Asked, asked, deletion, error, trouble, troubles, typed_by};
use crate::{
    apart::FIELD,
    form, language,
    paper::{
        path,
        settling::{FIRST, SECOND, TYPED, code_field},
        sql::Typists,
        typing::LANGUAGE,
        view::LANGUAGE_ID,
        words::{Trouble, takes},
    },
    staff::{Colleague, staff_page},
    surveys::Published,
    words::words,
};

/// The id of the box for a third reading.
pub(in super::super) fn code_id(key: &str) -> String {
    format!("{key}-Code")
}

/// What the page shows.
pub(in super::super) struct Disagreement<'a> {
    pub published: &'a Published,
    pub number: i64,
    /// The first typing and the second.
    pub readings: [&'a Sheet; 2],
    /// Who typed them.
    pub typists: &'a Typists,
    /// The names of areas by code.
    pub areas: &'a BTreeMap<String, String>,
    /// What was chosen so far.
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
}

pub(in super::super) fn disagreement(me: &Colleague, page: &Disagreement<'_>) -> Markup {
    let lang = Lang::english();
    let title = format!("Sheet {}: two typings differ", page.number);
    let frame = staff_page(&lang, me, &title, "paper").within(page.published.survey.title.get(&lang));
    let [first, second] = page.readings;
    let differ: Vec<_> = first.differences(second, &page.published.survey).iter().map(|one| one.number).collect();
    let asked = asked(&page.published.survey);
    frame.wrong(!page.troubles.is_empty()).show(html! {
        p { a class="back" href=(path(me, page.published, "")) { "Back" } }
        (troubles(page.troubles))
        h1 { (title) }
        p class="lead" { "Look at the sheet, and choose what it says. What both typings agree on is not shown." }
        @let Typists { first: by_first, second: by_second } = page.typists;
        p {
            (typed_by("Typed the first time", by_first.as_deref())) " " (typed_by("Typed the second time", by_second.as_deref()))
            @if by_first.is_some() && by_first == by_second {
                " One person typed it twice: let somebody else look at it, if you can."
            }
        }
        form method="post" action=(path(me, page.published, &format!("/sheets/{}", page.number))) novalidate {
            @if first.language != second.language { (languages(page)) }
            @if first.apart != second.apart { (apart(page)) }
            @for one in asked.iter().filter(|one| differ.contains(&one.number)) { (question(page, one)) }
            div class="actions" { button { "Settle sheet " (page.number) } }
        }
        (deletion(me, page.published, page.number))
    })
}

fn languages(page: &Disagreement<'_>) -> Markup {
    let [first, second] = page.readings.map(|reading| html! { (language::name(&reading.language)) });
    let wrong = trouble(page.troubles, LANGUAGE_ID);
    let choice = Choice { id: LANGUAGE_ID, name: LANGUAGE, chosen: page.typed.first(LANGUAGE), wrong };
    html! {
        div class={ "question" @if wrong.is_some() { " wrong" } } {
            fieldset {
                legend { h2 { "Language of the sheet" } }
                (error(wrong))
                (choice.of(FIRST, &html! { "First typing: " strong { (first) } }))
                (choice.of(SECOND, &html! { "Second typing: " strong { (second) } }))
            }
        }
    }
}

fn apart(page: &Disagreement<'_>) -> Markup {
    let [first, second] = page.readings.map(|reading| if reading.apart { "ticked" } else { "not ticked" });
    let wrong = trouble(page.troubles, APART_ID);
    let choice = Choice { id: APART_ID, name: FIELD, chosen: page.typed.first(FIELD), wrong };
    html! {
        div class={ "question" @if wrong.is_some() { " wrong" } } {
            fieldset {
                legend { h2 { "“" (words(&Lang::english()).apart) "”" } }
                (error(wrong))
                (choice.of(FIRST, &html! { "First typing: " strong { (first) } }))
                (choice.of(SECOND, &html! { "Second typing: " strong { (second) } }))
            }
        }
    }
}

fn question(page: &Disagreement<'_>, one: &Asked<'_>) -> Markup {
    let key = &one.question.key;
    let id = code_id(key);
    let (wrong, miscoded) = (trouble(page.troubles, key), trouble(page.troubles, &id));
    let choice = Choice { id: key, name: key, chosen: page.typed.first(key), wrong };
    let [first, second] = page.readings.map(|reading| said(page, one, reading.answer(key)));
    let described = miscoded.map_or(format!("{id}-Hint"), |_| format!("{id}-Error {id}-Hint"));
    html! {
        div class={ "question" @if wrong.or(miscoded).is_some() { " wrong" } } {
            fieldset {
                legend { h2 { (one.number) ". " (one.question.text.get(&Lang::english())) } }
                (error(wrong))
                (choice.of(FIRST, &html! { "First typing: " (first) }))
                (choice.of(SECOND, &html! { "Second typing: " (second) }))
                (choice.of(TYPED, &html! { "The sheet says something else" }))
                div class="other" {
                    label for=(id) { "What it says, as you would type it" }
                    p class="hint" id={ (id) "-Hint" } { (takes(&one.question)) "; empty for nothing written" }
                    (error(miscoded))
                    input type="text" id=(id) name=(code_field(key)) value=(page.typed.first(&code_field(key))) dir="auto"
                        autocomplete="off" aria-describedby=(described) aria-invalid=[miscoded.map(|_| "true")];
                }
            }
        }
    }
}

/// An answer in words, with what was typed for it.
fn said(page: &Disagreement<'_>, one: &Asked<'_>, answer: &Answer) -> Markup {
    let lang = Lang::english();
    let lines = match answer {
        // Two places of one district may differ in their decile.
        Answer::Place(place) => {
            let name = page.areas.get(&place.area).unwrap_or(&place.area);
            let decile = place.decile.map_or(String::new(), |decile| format!(", deprivation decile {decile}"));
            vec![html! { "a postcode in " (name) (decile) }]
        }
        answer => form::in_words(&one.question, answer, page.areas, &lang),
    };
    let code = code(&one.question, answer);
    let coded = !matches!(answer, Answer::Text(_) | Answer::Number(_)) && !code.is_empty();
    html! {
        strong {
            @for (place, line) in lines.iter().enumerate() { @if place > 0 { "; " } (line) }
            @if lines.is_empty() { "nothing" }
        }
        @if coded { " (typed " bdi { (code) } ")" }
    }
}

/// Buttons of which one is pressed.
struct Choice<'a> {
    id: &'a str,
    name: &'a str,
    chosen: &'a str,
    wrong: Option<&'a Trouble>,
}

impl Choice<'_> {
    /// The button for a value. The first has the id of the whole, so that a problem can lead to it.
    fn of(&self, value: &str, words: &Markup) -> Markup {
        let first = value == FIRST;
        let id = if first { self.id.to_owned() } else { format!("{}-{}", self.id, part(value)) };
        let described = self.wrong.filter(|_| first).map(|_| format!("{}-Error", self.id));
        html! {
            div class="choice" {
                input type="radio" id=(id) name=(self.name) value=(value) checked[self.chosen == value]
                    aria-describedby=[described];
                label for=(id) { (words) }
            }
        }
    }
}

/// The part of an id, which holds a capital letter so that it is no question's.
fn part(value: &str) -> &'static str {
    if value == SECOND { "Second" } else { "Typed" }
}
