//! The controls of a settings form. Each is named by the pointer of its value; its id is its name.

use heard_core::text::Lang;
use maud::{Markup, Render, html};
use serde_json::Value;

use super::{
    Choices, Field, Shape, Trouble, as_posted,
    offers::offers,
    part,
    problems::{in_words, target, targets},
    read::name,
};
use crate::{plugins::vocabulary::Vocabulary, words::words};

/// A form on its way to the page.
#[derive(Clone, Copy)]
pub(in crate::plugins) struct Shown<'a> {
    pub form: &'a Field,
    /// What it is filled with.
    pub settings: &'a Value,
    pub troubles: &'a [Trouble],
    /// The survey's questions, for the pickers.
    pub vocabulary: &'a Vocabulary,
}

/// All controls.
pub(in crate::plugins) fn controls(shown: Shown<'_>) -> Markup {
    let place =
        Place { shown, at: String::new(), value: Some(shown.settings), around: Vec::new(), level: 2, within: "" };
    place.field(shown.form)
}

/// A field's place in the form.
struct Place<'a> {
    shown: Shown<'a>,
    at: String,
    value: Option<&'a Value>,
    /// The objects around it, the nearest last.
    around: Vec<&'a Value>,
    /// Of its heading.
    level: u8,
    /// The row that it is part of.
    within: &'a str,
}

impl<'a> Place<'a> {
    fn field(&self, field: &'a Field) -> Markup {
        match &field.shape {
            Shape::Group(parts) => self.group(field, parts),
            Shape::Rows { item, most, .. } => self.rows(field, item, *most),
            Shape::Tick(choices) => self.ticks(field, choices),
            Shape::Pick(choices) => self.pick(field, choices),
            Shape::Flag => self.flag(field),
            _ => self.boxed(field),
        }
    }

    fn group(&self, field: &'a Field, parts: &'a [Field]) -> Markup {
        let inner = |one: &'a Field| {
            let value = self.value.and_then(|value| value.get(&one.key));
            let around = self.around.iter().copied().chain(self.value).collect();
            let level = if self.nested() { self.level + 1 } else { self.level };
            Place { at: part(&self.at, &one.key), value, around, level, ..*self }.field(one)
        };
        html! {
            @if self.nested() {
                section {
                    (self.heading(&field.title))
                    (self.notes(field, None))
                    @for one in parts { (inner(one)) }
                }
            } @else { @for one in parts { (inner(one)) } }
        }
    }

    /// Whether it is an object within another, and no row of a list, whose heading is the row's.
    fn nested(&self) -> bool {
        let last = self.at.rsplit('/').next().unwrap_or_default();
        !self.at.is_empty() && last.parse::<usize>().is_err()
    }

    fn rows(&self, field: &'a Field, item: &'a Field, most: usize) -> Markup {
        let rows = self.value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        html! {
            section class={ "question" @if self.trouble().is_some() { " wrong" } } {
                (self.heading(&field.title))
                (self.notes(field, None))
                input type="hidden" name=(self.at) value=(rows.len());
                @for (index, value) in rows.iter().enumerate() {
                    @let title = format!("{} {}", item.title, index + 1);
                    @let at = part(&self.at, &index.to_string());
                    @let row = Place { at: at.clone(), value: Some(value), around: self.around.clone(), level: self.level + 2, within: &title, ..*self };
                    section class="card" {
                        (heading(self.level + 1, html! { (title) }))
                        (row.field(item))
                        button class="quiet" name="do" value={ "remove " (at) } { "Remove" span class="unseen" { ": " (title) } }
                    }
                }
                @if rows.len() < most {
                    button class="quiet" id=(self.at) name="do" value={ "add " (self.at) } aria-describedby=[self.described_by(field)] {
                        "Add " @if rows.is_empty() { "one" } @else { "another" } ": " (item.title)
                    }
                } @else { p class="hint" id=(self.at) tabindex="-1" { "There can be no more of these." } }
            }
        }
    }

    fn ticks(&self, field: &Field, choices: &Choices) -> Markup {
        let ticked: Vec<String> = self.value.and_then(Value::as_array).into_iter().flatten().map(as_posted).collect();
        let offers = offers(choices, self.asked(choices), self.shown.vocabulary, &ticked);
        html! {
            div class={ "question" @if self.trouble().is_some() { " wrong" } } {
                fieldset {
                    legend { (self.heading(&field.title)) }
                    (self.notes(field, None))
                    @for (index, (value, words)) in offers.iter().enumerate() {
                        @let id = if index == 0 { self.at.clone() } else { format!("{}-{index}", self.at) };
                        div class="choice" {
                            input type="checkbox" id=(id) name=(self.at) value=(value) checked[ticked.contains(value)]
                                aria-describedby=[self.described_by(field).filter(|_| index == 0)];
                            label for=(id) { (words) }
                        }
                    }
                }
                (self.show_options(field, choices, offers.is_empty()))
            }
        }
    }

    fn pick(&self, field: &Field, choices: &Choices) -> Markup {
        let picked = self.value.filter(|value| !value.is_null()).map(as_posted);
        let offers = offers(choices, self.asked(choices), self.shown.vocabulary, picked.as_slice());
        self.labelled(field, None, html! {
            select id=(self.at) name=(self.at) aria-describedby=[self.described_by(field)] aria-invalid=[self.invalid()] {
                option value="" { @if field.required { "Choose one" } @else { "None" } }
                @for (value, words) in &offers { option value=(value) selected[picked.as_ref() == Some(value)] { (words) } }
            }
            (self.show_options(field, choices, offers.is_empty()))
        })
    }

    /// The options of a question are known to the server only, so a press shows them.
    fn show_options(&self, field: &Field, choices: &Choices, none: bool) -> Markup {
        // Where there is nothing to tick, a problem has to lead somewhere.
        let id = (none && matches!(field.shape, Shape::Tick(_))).then_some(&self.at);
        let Choices::OptionsOf(of) = choices else {
            return html! { @if none { p id=[id] tabindex="-1" { "The survey has no question that fits here." } } };
        };
        let asked = self.value_around(of).is_some();
        html! {
            @if none && !asked { p { "Choose the question first, then have its answers shown." } }
            @else if none { p { "This question has no answers to choose from." } }
            button class="quiet" id=[id] name="do" value={ "show " (self.at) } {
                "Show the answers of the question" span class="unseen" { ": " (self.title(field)) }
            }
        }
    }

    fn flag(&self, field: &Field) -> Markup {
        let value = self.value.or(field.default.as_ref());
        html! {
            div class={ "question" @if self.trouble().is_some() { " wrong" } } {
                (self.notes(field, None))
                div class="choice" {
                    input type="checkbox" id=(self.at) name=(self.at) value="yes" checked[value == Some(&Value::Bool(true))]
                        aria-describedby=[self.described_by(field)];
                    label for=(self.at) { (field.title) }
                }
            }
        }
    }

    /// A text box for whatever else there is.
    fn boxed(&self, field: &Field) -> Markup {
        let (id, described_by, invalid) = (name(&self.at), self.described_by(field), self.invalid());
        let value = self.value.filter(|value| !value.is_null()).or(field.default.as_ref());
        let typed = value.map(as_posted).unwrap_or_default();
        match &field.shape {
            Shape::Lines => {
                let lines: Vec<String> = value.and_then(Value::as_array).into_iter().flatten().map(as_posted).collect();
                self.labelled(field, Some("One a line.".to_owned()), html! {
                    textarea id=(id) name=(id) rows=(lines.len().clamp(4, 12)) dir="auto" aria-describedby=[described_by] aria-invalid=[invalid] { "\n" (lines.join("\n")) }
                })
            }
            Shape::Number { range, .. } => self.labelled(field, range.words().map(|words| format!("A number {words}.")), html! {
                input type="text" class="short" inputmode="decimal" id=(id) name=(id) value=(typed) autocomplete="off"
                    aria-describedby=[described_by] aria-invalid=[invalid];
            }),
            Shape::Text { longest } if longest.is_some_and(|longest| longest <= 200) => self.labelled(field, None, html! {
                input type="text" id=(id) name=(id) value=(typed) autocomplete="off" dir="auto" aria-describedby=[described_by] aria-invalid=[invalid];
            }),
            Shape::Text { .. } => self.labelled(field, None, html! {
                textarea id=(id) name=(id) rows="4" dir="auto" aria-describedby=[described_by] aria-invalid=[invalid] { "\n" (typed) }
            }),
            _ => self.labelled(field, Some("A form cannot show this setting, so it is written as JSON. The plugin’s own description says how.".to_owned()), html! {
                textarea class="json" id=(id) name=(id) rows="8" spellcheck="false" aria-describedby=[described_by] aria-invalid=[invalid] {
                    "\n" (value.map(json).unwrap_or_default())
                }
            }),
        }
    }

    fn labelled(&self, field: &Field, more: Option<String>, control: impl Render) -> Markup {
        let label = html! { label for=(name(&self.at)) { (field.title) @if !self.within.is_empty() { span class="unseen" { ", " (self.within) } } @if !field.required && field.default.is_none() { " " span class="must" { "(optional)" } } } };
        html! {
            div class={ "question" @if self.trouble().is_some() { " wrong" } } {
                (heading(self.level, label))
                (self.notes(field, more))
                (control)
            }
        }
    }

    fn title(&self, field: &Field) -> String {
        if self.within.is_empty() { field.title.clone() } else { format!("{}, {}", field.title, self.within) }
    }

    fn heading(&self, title: &str) -> Markup {
        let within = html! { (title) @if !self.within.is_empty() { span class="unseen" { ", " (self.within) } } };
        heading(self.level, within)
    }

    /// Hint and error, between the name of the field and its control.
    fn notes(&self, field: &Field, more: Option<String>) -> Markup {
        let hint: Vec<String> = field.hint.clone().into_iter().chain(more).collect();
        html! {
            @if !hint.is_empty() { p class="hint" id={ (name(&self.at)) "-Hint" } { (hint.join(" ")) } }
            @if let Some(trouble) = self.trouble() {
                p class="error" id={ (name(&self.at)) "-Error" } {
                    span class="unseen" { (words(&Lang::english()).error) " " } (trouble)
                }
            }
        }
    }

    fn described_by(&self, field: &Field) -> Option<String> {
        let id = name(&self.at);
        let hinted = field.hint.is_some()
            || matches!(&field.shape, Shape::Lines | Shape::Json)
            || matches!(&field.shape, Shape::Number { range, .. } if range.words().is_some());
        let error = self.trouble().map(|_| format!("{id}-Error"));
        let ids: Vec<_> = error.into_iter().chain(hinted.then(|| format!("{id}-Hint"))).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.trouble().map(|_| "true")
    }

    /// What is wrong here, in words.
    fn trouble(&self) -> Option<String> {
        let targets = targets(self.shown.form, "", Some(self.shown.settings), "");
        let own = |trouble: &&Trouble| target(&targets, &trouble.at).is_some_and(|(control, _)| control == self.at);
        let all: Vec<_> =
            self.shown.troubles.iter().filter(own).map(|one| in_words(one, &self.at, self.shown)).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// The question whose options the choices are.
    fn asked(&self, choices: &Choices) -> Option<&'a str> {
        if let Choices::OptionsOf(of) = choices { self.value_around(of) } else { None }
    }

    /// The text in the field of this name beside this one, or further out.
    fn value_around(&self, key: &str) -> Option<&'a str> {
        self.around.iter().rev().find_map(|object| object.get(key)?.as_str()).filter(|key| !key.is_empty())
    }
}

/// A setting that no form shows, as its author would write it; what could not be read, as it was typed.
fn json(value: &Value) -> String {
    value.as_str().map_or_else(|| format!("{value:#}"), str::to_owned)
}

fn heading(level: u8, inner: impl Render) -> Markup {
    match level {
        0..=2 => html! { h2 { (inner) } },
        3 => html! { h3 { (inner) } },
        4 => html! { h4 { (inner) } },
        5 => html! { h5 { (inner) } },
        _ => html! { h6 { (inner) } },
    }
}
