//! Parts that several features' pages are put together from.

use heard_core::text::Lang;
use maud::{Markup, PreEscaped, Render, html};

use super::assets;
use crate::words::words;

/// Plain text as paragraphs, which an empty line parts.
pub fn paragraphs(text: &str) -> Markup {
    let text = text.replace("\r\n", "\n");
    html! { @for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) { p { (paragraph) } } }
}

/// One of our drawings, by its file's name. They are there for warmth and say nothing, so they are read as nothing.
pub fn drawing(name: &str, width: u32, height: u32) -> Markup {
    html! { img class="drawing" src=(assets::address(name)) alt="" width=(width) height=(height); }
}

/// How a notice looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something to know.
    Plain,
    /// Something good: "you said, we did".
    Warm,
}

/// A box that stands out, with a heading of the second level.
pub fn notice(look: Notice, heading: &str, body: impl Render) -> Markup {
    html! {
        section class={ "notice" @if look == Notice::Warm { " warm" } } { h2 { (heading) } (body) }
    }
}

/// One line of "check your answers".
#[derive(Clone, Debug)]
pub struct AnswerRow<T = String> {
    /// The question, as it was asked.
    pub question: T,
    /// What was answered, in words, a line each. Nothing, where nothing was.
    pub answer: Vec<T>,
    /// Where it can be changed.
    pub change: Option<String>,
}

/// Questions with their answers, each with a link to change it.
pub fn answers<T: Render>(rows: &[AnswerRow<T>], lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        dl class="answers" {
            @for row in rows {
                div {
                    dt { (row.question) }
                    dd {
                        @for (place, line) in row.answer.iter().enumerate() {
                            @if place > 0 { br; }
                            (line)
                        }
                        @if row.answer.is_empty() { span class="soft" { (words.not_answered) } }
                    }
                    @if let Some(href) = &row.change {
                        dd { a class="change" href=(href) { (words.change) span class="unseen" { ": " (row.question) } } }
                    }
                }
            }
        }
    }
}

/// The sign beside a status: it says the same as the word and the colour, for those who see only one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A tick: met, done.
    Done,
    /// An arrow upwards: on course, under way.
    Up,
    /// An arrow downwards: off course.
    Down,
    /// A cross: missed, stopped, faulty.
    Failed,
    /// A question mark: not enough evidence, not shown.
    Unsure,
    /// Three dots: still to come.
    Later,
}

/// A status: a sign and a word.
pub fn status(mark: Mark, word: &str) -> Markup {
    let (class, path) = match mark {
        Mark::Done => ("status good", "M3 8.5 6.5 12 13 4.5"),
        Mark::Up => ("status good", "M3 12l9-8M6.5 3.5h6v6"),
        Mark::Down => ("status bad", "M3 4l9 8M6.5 12.5h6v-6"),
        Mark::Failed => ("status bad", "M4 4l8 8M12 4l-8 8"),
        Mark::Unsure => ("status", "M5.5 6a2.6 2.6 0 1 1 4 2.2C8.5 8.9 8 9.5 8 10.5M8 13.5v.2"),
        Mark::Later => ("status", "M3 8h.1M8 8h.1M13 8h.1"),
    };
    html! {
        span class=(class) {
            svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor"
                stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" { path d=(path) {} }
            (word)
        }
    }
}

/// A figure with its interval on a line, drawn beside the numbers that say the same.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The ends of the line: the smallest and largest figure there can be.
    pub ends: (f64, f64),
    /// The figure.
    pub value: f64,
    /// Its interval, where there is one.
    pub interval: Option<(f64, f64)>,
    /// Where it began.
    pub baseline: Option<f64>,
    /// Where it is to go.
    pub target: Option<f64>,
}

/// Draws a [`Range`]: a band for the interval, a bar for the figure, a ring for the baseline, a pointer for the target.
pub fn range(range: &Range) -> Markup {
    // 300 units between the ends, and 10 beside each for what is drawn around its place.
    let (from, to) = range.ends;
    let place = |figure: f64| 10.0 + 300.0 * ((figure.max(from).min(to) - from) / (to - from)).max(0.0);
    html! {
        svg class="range" aria-hidden="true" viewBox="0 0 320 32" {
            path class="track" d="M10 20H310" {}
            @if let Some((low, high)) = range.interval {
                @let width = place(high) - place(low);
                rect x=(units(place(low))) y="14" width=(units(width)) height="12" rx="6" fill="currentColor" opacity=".35" {}
            }
            @if let Some(baseline) = range.baseline { circle class="track" cx=(units(place(baseline))) cy="20" r="5" {} }
            rect x=(units(place(range.value) - 3.0)) y="11" width="6" height="18" rx="2" fill="currentColor" {}
            @if let Some(target) = range.target {
                path class="aim" d={ "M" (units(place(target))) " 11l-6-9h12z" } {}
            }
        }
    }
}

/// What the drawing of [`range`] means, once a page.
pub fn range_key() -> Markup {
    let item = |drawing: &'static str, words: &'static str| {
        html! { li { svg class="sign" aria-hidden="true" viewBox="0 0 24 24" width="24" height="24" { (PreEscaped(drawing)) } (words) } }
    };
    html! {
        ul class="key" {
            (item(r#"<rect x="9" y="3" width="6" height="18" rx="2" fill="currentColor"/>"#, "now"))
            (item(r#"<rect x="1" y="6" width="22" height="12" rx="6" fill="currentColor" opacity=".35"/>"#, "likely between"))
            (item(r#"<circle class="track" cx="12" cy="12" r="6"/>"#, "where we started"))
            (item(r#"<path class="aim" d="M12 18l-8-12h16z"/>"#, "target"))
        }
    }
}

/// Draws a percentage as a bar, beside the number that says the same.
pub fn bar(percent: f64) -> Markup {
    html! {
        svg class="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" {
            rect class="track" width="100" height="8" {}
            rect width=(units(percent.clamp(0.0, 100.0))) height="8" fill="currentColor" {}
        }
    }
}

/// A coordinate with one decimal, which is finer than a screen.
fn units(coordinate: f64) -> String {
    format!("{coordinate:.1}")
}

/// Figures with their names; the first is the one that matters, and is larger.
pub fn figures(figures: &[(&str, String)]) -> Markup {
    html! {
        dl class="figures" {
            @for (place, (name, figure)) in figures.iter().enumerate() {
                div class=[(place == 0).then_some("now")] { dt { (name) } dd { (figure) } }
            }
        }
    }
}

/// What stands in the place of a figure that is hidden, or that nobody stands behind.
pub const NOT_SHOWN: &str = "not shown";

/// What stands in the place of a table with no figure at all.
pub fn not_enough() -> Markup {
    html! { p { "Not enough answers to show a figure." } }
}

/// The same words, with a capital to begin with.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Words, from the start of the line.
    Words(&'a str),
    /// Numbers, aligned at their end.
    Number(&'a str),
}

/// A table whose first column names its rows. On a narrow screen it scrolls in its own box, which the keyboard
/// reaches. `id` has to be the only one of its name on the page.
pub fn table(id: &str, caption: impl Render, columns: &[Column<'_>], rows: &[Vec<Markup>]) -> Markup {
    html! {
        section class="scroll" aria-labelledby=(id) tabindex="0" {
            table {
                caption id=(id) { (caption) }
                thead { tr { @for column in columns { th scope="col" class=[column.class()] { (column.name()) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (place, (cell, column)) in row.iter().zip(columns).enumerate() {
                                @if place == 0 { th scope="row" class=[column.class()] { (cell) } }
                                @else { td class=[column.class()] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Column<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Words(name) | Self::Number(name) => name,
        }
    }

    fn class(self) -> Option<&'static str> {
        matches!(self, Self::Number(_)).then_some("n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_parts_paragraphs() {
        assert_eq!(paragraphs("One\r\n\r\n\r\nTwo <b>\nlines").into_string(), "<p>One</p><p>Two &lt;b&gt;\nlines</p>");
        assert_eq!(paragraphs(" \n\n").into_string(), "");
    }

    #[test]
    fn an_answer_that_was_not_given_says_so() {
        let row = AnswerRow { question: "Why?".to_owned(), answer: Vec::new(), change: Some("/s#why".to_owned()) };
        let html = answers(&[row], &Lang::english()).into_string();
        assert!(html.contains("Not answered"));
        assert!(html.contains(r#"href="/s#why">Change<span class="unseen">: Why?</span>"#));
    }

    #[test]
    fn a_range_stays_on_its_line() {
        let all = Range {
            ends: (0.0, 100.0),
            value: 50.0,
            interval: Some((-20.0, 140.0)),
            baseline: Some(0.0),
            target: Some(100.0),
        };
        let html = range(&all).into_string();
        assert!(html.contains(r#"<rect x="10.0" y="14" width="300.0""#), "{html}");
        assert!(html.contains(r#"cx="10.0""#) && html.contains("M310.0 11"));
        // A line without length cannot be divided by.
        let html = range(&Range { ends: (1.0, 1.0), value: 1.0, interval: None, baseline: None, target: None });
        assert!(!html.into_string().contains("NaN"));
    }

    #[test]
    fn the_first_column_of_a_table_heads_its_rows() {
        let columns = [Column::Words("Indicator"), Column::Number("Figure")];
        let html = table("T", "Figures", &columns, &[vec![html! { "Belonging" }, html! { "61" }]]).into_string();
        assert!(html.contains(r#"<th scope="row">Belonging</th><td class="n">61</td>"#));
    }
}
