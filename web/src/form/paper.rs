//! Questions on paper: boxes to tick with their numbers and letters (`heard_core::paper`), lines to write on. The numbers
//! stand before the boxes, so that nobody takes them for a part of the answer beside it.

use heard_core::{
    date::DatePart,
    paper::{NOT_UNDERSTOOD, RATHER_NOT_SAY},
    question::{DateAsked, Grid, Kind, Question, Ranking},
    text::{Lang, Texts},
};
use maud::{Markup, Render, html};

use crate::{page, words::words};

/// What the questions of a sheet have in common.
pub struct Sheet<'a> {
    /// The language of the sheet.
    pub lang: &'a Lang,
    /// Whether letters are large, and so nothing stands side by side.
    pub large: bool,
}

/// A question with its number, to whom it applies, and room for its answer.
pub fn question(question: &Question, number: Option<usize>, only: Option<&str>, sheet: &Sheet<'_>) -> Markup {
    let words = words(sheet.lang);
    html! {
        div class="question" {
            h3 {
                // Apart, so that it does not run into a question which begins with a figure.
                @if let Some(number) = number { bdi class="asked" dir=(page::direction(sheet.lang)) { (number) "." } " " }
                (sheet.text(&question.text))
                @if question.required { " " span class="must" { (words.must) } }
            }
            @if let Some(only) = only { p class="only" { (only) } }
            @match (&question.help, how(question, sheet)) {
                (Some(help), _) => (page::prose(help, sheet.lang)),
                (None, Some(how)) => p class="hint" { (how) },
                (None, None) => {},
            }
            @if let Some(reason) = &question.reason { p class="why" { (words.why) " " (sheet.text(reason)) } }
            (answer(question, sheet))
            (no_answer(question, sheet))
        }
    }
}

impl Sheet<'_> {
    fn text(&self, texts: &Texts) -> Markup {
        page::text(texts, self.lang)
    }
}

/// How to answer, where the author does not say it.
fn how(question: &Question, sheet: &Sheet<'_>) -> Option<String> {
    let words = words(sheet.lang);
    Some(match &question.kind {
        Kind::Single(_) | Kind::Scale(_) | Kind::YesNo => words.tick_one.clone(),
        Kind::Several(kind) => kind.at_most.map_or_else(|| words.tick_all.clone(), |most| words.tick_up_to(most)),
        Kind::Grid(_) => words.one_for_each.clone(),
        Kind::Number(kind) => words.number_from(&kind.min.to_string(), &kind.max.to_string()),
        _ => return None,
    })
}

fn answer(question: &Question, sheet: &Sheet<'_>) -> Markup {
    let words = words(sheet.lang);
    match &question.kind {
        Kind::Single(kind) | Kind::Scale(kind) => {
            boxes(kind.options.iter().map(|option| (sheet.text(&option.text), option.other)), true, sheet)
        }
        Kind::Several(kind) => {
            boxes(kind.options.iter().map(|option| (sheet.text(&option.text), option.other)), false, sheet)
        }
        Kind::YesNo => boxes([&words.yes, &words.no].map(|said| (html! { (said) }, false)), true, sheet),
        Kind::Consent(kind) => boxes([(sheet.text(&kind.agree), false)], false, sheet),
        Kind::Ranking(kind) => ranking(kind, sheet),
        Kind::Grid(kind) if sheet.large => rows(kind, sheet),
        Kind::Grid(kind) => grid(question, kind, sheet),
        Kind::Date(kind) => date(kind, sheet),
        Kind::Number(_) => html! { p class="blank" {} },
        Kind::Postcode => html! { p class="blank wide" {} },
        Kind::ShortText(_) => lines(2),
        Kind::LongText(_) => lines(6),
        Kind::Information => html! {},
    }
}

/// Options, each with its number, which is its place; one that is ticked may ask for words.
fn boxes(options: impl IntoIterator<Item = (Markup, bool)>, one: bool, sheet: &Sheet<'_>) -> Markup {
    let options: Vec<_> = options.into_iter().collect();
    html! {
        ul class={ "boxes" @if options.len() > 3 { " many" } } {
            @for (place, (text, asks)) in (1..).zip(&options) {
                li {
                    (tick(place, one))
                    div { (text) @if *asks { p class="line" { (words(sheet.lang).say_what) ":" } } }
                }
            }
        }
    }
}

fn tick(code: impl Render, one: bool) -> Markup {
    html! { span class="code-of" { (code) } span class={ "box" @if one { " one" } } {} " " }
}

/// A box of ours to tick, and what it means.
pub fn choice(said: &str, means: &str) -> Markup {
    html! {
        div class="question" {
            ul class="boxes" { li { (tick(1, false)) strong { (said) } } }
            p class="why" { (means) }
        }
    }
}

fn no_answer(question: &Question, sheet: &Sheet<'_>) -> Markup {
    let words = words(sheet.lang);
    let ways = [
        (question.sensitive, RATHER_NOT_SAY, &words.rather_not),
        (question.offers_not_understood(), NOT_UNDERSTOOD, &words.not_understood),
    ];
    let offered: Vec<_> = ways.into_iter().filter(|(offered, ..)| *offered).collect();
    html! {
        @if !offered.is_empty() {
            ul class="boxes apart" { @for (_, code, said) in offered { li { (tick(code, false)) span { (said) } } } }
        }
    }
}

/// The options have numbers, and the places have room for one each.
fn ranking(kind: &Ranking, sheet: &Sheet<'_>) -> Markup {
    let words = words(sheet.lang);
    html! {
        p class="hint" { (words.rank_by_number) }
        ul class={ "boxes" @if kind.options.len() > 3 { " many" } } {
            @for (place, option) in (1..).zip(&kind.options) {
                li { span class="place-of" { (place) } " " span { (sheet.text(&option.text)) } }
            }
        }
        ul class="boxes places" {
            @for place in kind.places() {
                li {
                    span class="cell" {} " "
                    span { @if place == 1 { (words.first_place) } @else { (words.next_place(place)) } }
                }
            }
        }
    }
}

/// On a narrow screen it scrolls in its own box, which the keyboard reaches.
fn grid(question: &Question, kind: &Grid, sheet: &Sheet<'_>) -> Markup {
    let caption = format!("{}-Table", question.key);
    html! {
        div class="scroll" role="group" tabindex="0" aria-labelledby=(caption) {
            table {
                caption class="unseen" id=(caption) { (sheet.text(&question.text)) }
                thead { tr { td {} @for point in &kind.options { th scope="col" { (sheet.text(&point.text)) } } } }
                tbody {
                    @for statement in &kind.statements {
                        tr {
                            th scope="row" { (sheet.text(&statement.text)) }
                            @for (place, _) in (1..).zip(&kind.options) { td { (tick(place, true)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A grid in large letters: its statements one below the other.
fn rows(kind: &Grid, sheet: &Sheet<'_>) -> Markup {
    html! {
        @for statement in &kind.statements {
            div class="statement" {
                h4 { (sheet.text(&statement.text)) }
                (boxes(kind.options.iter().map(|point| (sheet.text(&point.text), false)), true, sheet))
            }
        }
    }
}

fn date(kind: &DateAsked, sheet: &Sheet<'_>) -> Markup {
    let words = words(sheet.lang);
    html! {
        p class="cells" {
            @for part in kind.boxes() {
                @let (name, figures) = match part {
                    DatePart::Day => (&words.day_box, 2),
                    DatePart::Month => (&words.month_box, 2),
                    DatePart::Year => (&words.year_box, 4),
                };
                span class="part" { (name) " " @for _ in 0..figures { span class="cell" {} } }
            }
        }
    }
}

fn lines(how_many: usize) -> Markup {
    html! { @for _ in 0..how_many { p class="line" {} } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::examples::examples;

    fn on_paper(large: bool) -> impl Iterator<Item = (&'static Question, String)> {
        examples().iter().map(move |example| {
            let sheet = Sheet { lang: &Lang::english(), large };
            let html = question(&example.question, Some(7), Some("Only if you like"), &sheet);
            (&example.question, html.into_string())
        })
    }

    /// The numbers and letters beside the boxes, in their order.
    fn codes(html: &str) -> Vec<&str> {
        html.split(r#"-of">"#).skip(1).filter_map(|rest| rest.split('<').next()).collect()
    }

    #[test]
    fn the_number_beside_a_box_is_the_place_of_its_option() {
        for (question, html) in on_paper(false).chain(on_paper(true)) {
            let options = match &question.kind {
                // An empty box is the "no" of a consent.
                Kind::Consent(_) => 1,
                _ => question.option_keys().len(),
            };
            let rows = if let Kind::Grid(grid) = &question.kind { grid.statements.len() } else { 1 };
            let numbers = (0..rows).flat_map(|_| 1..=options).map(|number| number.to_string());
            let letters = [(question.sensitive, "R"), (question.offers_not_understood(), "U")];
            let letters = letters.into_iter().filter(|(offered, _)| *offered).map(|(_, letter)| letter.to_owned());
            assert_eq!(codes(&html), numbers.chain(letters).collect::<Vec<_>>(), "{html}");
        }
    }

    #[test]
    fn everything_that_a_question_says_is_on_paper() {
        for (question, html) in on_paper(false).chain(on_paper(true)) {
            let english = Lang::english();
            let texts = [Some(&question.text), question.reason.as_ref()].into_iter().flatten();
            let options = question.option_keys().into_iter().filter_map(|key| question.option_text(key));
            for text in texts.chain(options).map(|text| html! { (text.get(&english)) }.into_string()) {
                assert!(html.contains(&text), "{text} is not in {html}");
            }
            assert!(html.contains("7.") && html.contains("Only if you like"), "{html}");
            let room = ["class=\"box", "class=\"line", "class=\"cell", "class=\"blank"];
            assert_eq!(room.iter().any(|room| html.contains(room)), question.takes_answer(), "{html}");
        }
    }

    #[test]
    fn nothing_stands_side_by_side_in_large_letters() {
        assert!(on_paper(true).all(|(_, html)| !html.contains("<table")));
        assert!(on_paper(false).any(|(_, html)| html.contains("<table")));
    }
}
