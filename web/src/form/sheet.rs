//! The controls of forms in which staff write what others read: each is filled from what was typed, or from what the survey says as if it had
//! been. A control's id is its name; names hold a capital letter or a dot only where they are ours to make.

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, Render, html};

use crate::{page::direction, words::words};

/// The value of a box that is ticked.
pub(crate) const YES: &str = "yes";

/// What is wrong with a field: its name, what it is called, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub field: String,
    pub label: String,
    pub advice: &'static str,
}

/// A form with what stands in it.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    /// The language that the survey's texts are written in here.
    pub lang: &'a Lang,
    /// Whether its controls stand below headings of their own.
    pub deep: bool,
}

/// Values with their words.
pub(crate) type Offers = [(String, String)];

impl Sheet<'_> {
    /// A box for a line of the survey's own words.
    pub fn line(&self, name: &str, label: &str, hint: &str) -> Markup {
        self.labelled(name, label, hint, self.bare_line(name, hint))
    }

    /// The same without a heading, for rows.
    pub fn small_line(&self, name: &str, label: &str) -> Markup {
        html! { label for=(name) { (label) } (self.error(name)) (self.bare_line(name, "")) }
    }

    fn bare_line(&self, name: &str, hint: &str) -> Markup {
        html! {
            input type="text" id=(name) name=(name) value=(self.typed.first(name)) autocomplete="off" lang=(**self.lang) dir=(direction(self.lang))
                aria-describedby=[self.described_by(name, hint)] aria-invalid=[self.invalid(name)];
        }
    }

    /// A box for some sentences of the survey's own words.
    pub fn sentences(&self, name: &str, label: &str, hint: &str) -> Markup {
        let typed = self.typed.first(name);
        let rows = (typed.lines().map(|line| line.chars().count() / 60 + 1).sum::<usize>() + 1).clamp(2, 14);
        self.labelled(
            name,
            label,
            hint,
            html! {
                textarea id=(name) name=(name) rows=(rows) autocomplete="off" lang=(**self.lang) dir=(direction(self.lang))
                    aria-describedby=[self.described_by(name, hint)] aria-invalid=[self.invalid(name)] { "\n" (typed) }
            },
        )
    }

    /// A box for something short that is none of the survey's words, such as a number.
    pub fn short(&self, name: &str, label: &str, hint: &str) -> Markup {
        self.labelled(name, label, hint, self.bare_short(name, hint))
    }

    /// The same without a heading, for rows.
    pub fn small_short(&self, name: &str, label: &str) -> Markup {
        html! { label for=(name) { (label) } (self.error(name)) (self.bare_short(name, "")) }
    }

    fn bare_short(&self, name: &str, hint: &str) -> Markup {
        html! {
            input type="text" class="short" id=(name) name=(name) value=(self.typed.first(name)) autocomplete="off"
                aria-describedby=[self.described_by(name, hint)] aria-invalid=[self.invalid(name)];
        }
    }

    /// A box to tick, with its words beside it.
    pub fn tick(&self, name: &str, label: &str) -> Markup {
        html! {
            div class="choice" {
                input type="checkbox" id=(name) name=(name) value=(YES) checked[self.typed.first(name) == YES];
                label for=(name) { (label) }
            }
        }
    }

    /// Boxes of which any are ticked.
    pub fn ticks(&self, name: &str, legend: &str, hint: &str, offers: &Offers) -> Markup {
        self.grouped(name, legend, hint, "checkbox", offers)
    }

    /// Buttons of which one is pressed.
    pub fn one_of(&self, name: &str, legend: &str, hint: &str, offers: &Offers) -> Markup {
        self.grouped(name, legend, hint, "radio", offers)
    }

    fn grouped(&self, name: &str, legend: &str, hint: &str, kind: &str, offers: &Offers) -> Markup {
        html! {
            div class={ "question" @if self.invalid(name).is_some() { " wrong" } } {
                fieldset {
                    legend { (self.heading(html! { (legend) })) }
                    (self.notes(name, hint))
                    @for (place, (value, words)) in offers.iter().enumerate() {
                        @let id = if place == 0 { name.to_owned() } else { format!("{name}-{value}") };
                        @let on = self.typed.all(name).contains(value);
                        div class="choice" {
                            input type=(kind) id=(id) name=(name) value=(value) checked[on]
                                aria-describedby=[self.described_by(name, hint).filter(|_| place == 0 || on && kind == "radio")];
                            label for=(id) { (words) }
                        }
                    }
                }
            }
        }
    }

    /// A list to pick one of, or none.
    pub fn pick(&self, name: &str, label: &str, none: &str, offers: &Offers) -> Markup {
        let list = html! {
            select id=(name) name=(name) aria-describedby=[self.described_by(name, "")] aria-invalid=[self.invalid(name)] {
                option value="" { (none) }
                @for (value, words) in offers { option value=(value) selected[self.typed.first(name) == value] { (words) } }
            }
        };
        self.labelled(name, label, "", list)
    }

    /// A list to pick one of, or none, without a heading, for rows.
    pub fn small_pick(&self, name: &str, label: &str, none: &str, offers: &Offers) -> Markup {
        html! {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                option value="" { (none) }
                @for (value, words) in offers { option value=(value) selected[self.typed.first(name) == value] { (words) } }
            }
        }
    }

    fn labelled(&self, name: &str, label: &str, hint: &str, control: impl Render) -> Markup {
        html! {
            div class={ "question" @if self.invalid(name).is_some() { " wrong" } } {
                (self.heading(html! { label for=(name) { (label) } }))
                (self.notes(name, hint))
                (control)
            }
        }
    }

    fn heading(&self, words: impl Render) -> Markup {
        html! { @if self.deep { h3 { (words) } } @else { h2 { (words) } } }
    }

    fn notes(&self, name: &str, hint: &str) -> Markup {
        html! {
            @if !hint.is_empty() { p class="hint" id={ (name) "-Hint" } { (hint) } }
            (self.error(name))
        }
    }

    fn error(&self, name: &str) -> Markup {
        html! {
            @if let Some(trouble) = self.trouble(name) {
                p class="error" id={ (name) "-Error" } {
                    span class="unseen" { (words(&Lang::english()).error) " " } (trouble.advice)
                }
            }
        }
    }

    fn trouble(&self, name: &str) -> Option<&Trouble> {
        self.troubles.iter().find(|trouble| trouble.field == name)
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.trouble(name).map(|_| "true")
    }

    fn described_by(&self, name: &str, hint: &str) -> Option<String> {
        let error = self.trouble(name).map(|_| format!("{name}-Error"));
        let ids: Vec<_> = error.into_iter().chain((!hint.is_empty()).then(|| format!("{name}-Hint"))).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// The list of problems that heads a form which came back; nothing where there are none.
pub(crate) fn summary(troubles: &[Trouble]) -> Markup {
    html! {
        @if !troubles.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(&Lang::english()).problem) }
                    ul {
                        @for trouble in troubles {
                            li { a href={ "#" (trouble.field) } { (trouble.advice) " " span { (trouble.label) } } }
                        }
                    }
                }
            }
        }
    }
}

/// Values with their words, to be ticked or picked from.
pub(crate) fn offers<V: ToString, W: ToString>(pairs: impl IntoIterator<Item = (V, W)>) -> Vec<(String, String)> {
    pairs.into_iter().map(|(value, words)| (value.to_string(), words.to_string())).collect()
}

/// Tells that somebody else was faster: what they did, as a sentence, and where it can be seen.
pub(crate) fn changed_meanwhile(what: &str, own: &str) -> Markup {
    html! {
        div class="problem" {
            div role="alert" {
                h2 { "It changed meanwhile" }
                p { (what) " Nothing of yours is saved yet, and what you typed is below." }
                p { "Save again to keep yours; or " a href=(own) { "leave yours and see how it is now" } "." }
            }
        }
    }
}

/// A box for a file, on a form of its own; with what was wrong with the last one.
pub(crate) fn file_box(name: &str, label: &str, hint: &str, accept: &str, error: Option<&str>) -> Markup {
    let (hint_id, error_id) = (format!("{name}-Hint"), format!("{name}-Error"));
    let described_by = if error.is_some() { format!("{error_id} {hint_id}") } else { hint_id.clone() };
    html! {
        div class={ "question" @if error.is_some() { " wrong" } } {
            h2 { label for=(name) { (label) } }
            p class="hint" id=(hint_id) { (hint) }
            @if let Some(advice) = error {
                p class="error" id=(error_id) { span class="unseen" { (words(&Lang::english()).error) " " } (advice) }
            }
            input type="file" id=(name) name=(name) accept=(accept) aria-describedby=(described_by)
                aria-invalid=[error.map(|_| "true")];
        }
    }
}
