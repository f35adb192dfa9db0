//! What every control is put together from.

use heard_core::{
    answer::{NOT_UNDERSTOOD, RATHER_NOT_SAY},
    picture::Picture,
    question::Question,
};
use maud::{Markup, Render, html};

use super::{
    Form,
    choices::{Stands, label},
    target::target,
};
use crate::page::illustration;

/// A question on its way to the page: its texts in one language, and what was typed.
pub(super) struct Asked<'a> {
    pub question: &'a Question,
    pub form: &'a Form<'a>,
    error: Option<String>,
    /// The id of the control that has to be changed.
    target: Option<String>,
    hint: Option<Markup>,
}

impl<'a> Asked<'a> {
    pub fn new(question: &'a Question, form: &'a Form<'a>) -> Self {
        let hint = question.help.as_ref().map(|help| form.text(help));
        let target = form.wrong(question).map(|wrong| target(question, wrong));
        Self { question, form, error: form.error(question), target, hint }
    }

    /// What to say under the question where its author says nothing.
    pub fn or_hint(mut self, hint: impl FnOnce() -> String) -> Self {
        self.hint = self.hint.or_else(|| Some(html! { (hint()) }));
        self
    }

    pub fn key(&self) -> &str {
        &self.question.key
    }

    /// The name of the field of a part of the question.
    pub fn part(&self, part: &str) -> String {
        format!("{}.{part}", self.key())
    }

    /// The class of the whole question.
    pub fn class(&self) -> &'static str {
        if self.error.is_some() { "question wrong" } else { "question" }
    }

    /// `aria-invalid` of the control with this id, which has to be one that may have it: a radio button may not.
    pub fn invalid(&self, id: &str) -> Option<&'static str> {
        (self.target.as_deref() == Some(id)).then_some("true")
    }

    /// The ids that describe the control with this id: the first control by all that is said, another by what is
    /// wrong with it. The error comes first, because it is what brought people back. Of radio buttons, Tab comes to the one
    /// that is chosen, which is described like the first.
    pub fn described_by(&self, id: &str) -> Option<String> {
        let key = self.key();
        let first = id == key;
        let is_target = self.target.as_deref() == Some(id);
        let parts = [
            self.error.as_ref().filter(|_| first || is_target).map(|_| format!("{key}-Error")),
            self.hint.as_ref().filter(|_| first).map(|_| format!("{key}-Hint")),
            self.question.reason.as_ref().filter(|_| first).map(|_| format!("{key}-Why")),
        ];
        let ids: Vec<_> = parts.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The words that were typed in the question's own text box.
    pub fn words_typed(&self) -> &str {
        let typed = self.form.typed.all(self.key());
        typed.iter().find(|value| *value != RATHER_NOT_SAY && *value != NOT_UNDERSTOOD).map_or("", String::as_str)
    }

    /// What was typed or chosen in the field of a part.
    pub fn part_typed(&self, part: &str) -> &str {
        self.form.typed.first(&self.part(part))
    }

    /// Whether a radio button or checkbox was on.
    pub fn is_on(&self, value: &str) -> bool {
        self.form.typed.all(self.key()).iter().any(|typed| typed == value)
    }

    /// The question as a heading, around its label or within its legend.
    pub fn heading(&self, inner: impl Render) -> Markup {
        html! {
            @if self.form.alone { h1 { (inner) } } @else if self.form.deep { h3 { (inner) } } @else { h2 { (inner) } }
        }
    }

    /// The picture above the question, outside its legend or label, so that it is read before it and not as a part of it.
    pub fn picture(&self) -> Markup {
        let drawn = self.question.picture.as_ref().filter(|_| self.form.reader.sees_pictures());
        html! { @if let Some(drawn) = drawn { (illustration(drawn, self.form.lang)) } }
    }

    /// The question's words, as a legend or label holds them: to whom it applies is heard with them.
    pub fn words(&self) -> Markup {
        html! {
            @if let Some(only) = self.form.only { span class="only" { (only) } " " }
            (self.form.text(&self.question.text))
            @if let Some(within) = self.form.within { span class="unseen" { ", " (within) } }
            @if self.question.required { " " span class="must" { (self.form.words().must) } }
        }
    }

    /// Hint, reason and error, between the question and its first control.
    pub fn notes(&self) -> Markup {
        let (key, words) = (self.key(), self.form.words());
        html! {
            @if let Some(hint) = &self.hint { p class="hint" id={ (key) "-Hint" } { (hint) } }
            @if let Some(reason) = &self.question.reason {
                p class="why" id={ (key) "-Why" } { (words.why) " " (self.form.text(reason)) }
            }
            @if let Some(error) = &self.error {
                p class="error" id={ (key) "-Error" } { span class="unseen" { (words.error) " " } (error) }
            }
        }
    }

    /// A question answered in a text box: its label, what is said about it, the box, and the ways to give no answer.
    pub fn field(&self, control: impl Render) -> Markup {
        let label = html! { label for=(self.key()) { (self.words()) } };
        html! {
            div class=(self.class()) {
                (self.picture())
                (self.heading(label))
                (self.notes())
                (control)
                (self.no_answer())
            }
        }
    }

    /// A question answered in several boxes: a fieldset around them all.
    pub fn boxes(&self, controls: impl Render) -> Markup {
        html! {
            div class=(self.class()) {
                (self.picture())
                fieldset {
                    legend { (self.heading(self.words())) }
                    (self.notes())
                    (controls)
                }
                (self.no_answer())
            }
        }
    }

    /// Beside boxes the ways to give no answer are checkboxes, whose labels name the question for those who hear them.
    pub fn no_answer(&self) -> Markup {
        let words = self.form.words();
        let ways = [
            (self.question.sensitive, RATHER_NOT_SAY, "RatherNot", &words.rather_not, Picture::Private, Stands::Apart),
            (
                self.question.offers_not_understood(),
                NOT_UNDERSTOOD,
                "NotUnderstood",
                &words.not_understood,
                Picture::Question,
                Stands::Light,
            ),
        ];
        html! {
            @for (_, value, name, said, drawn, stands) in ways.into_iter().filter(|(offered, ..)| *offered) {
                @let id = format!("{}-{name}", self.key());
                @let text = html! { (said) span class="unseen" { ": " (self.form.text(&self.question.text)) } };
                div class=(stands.class()) {
                    input type="checkbox" id=(id) name=(self.key()) value=(value) checked[self.is_on(value)]
                        disabled[self.form.read_only];
                    (label(self, &id, Some(drawn), &text))
                }
            }
        }
    }
}
