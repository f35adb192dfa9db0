//! What every control is put together from.

use heard_core::{answer::RATHER_NOT_SAY, question::Question};
use maud::{Markup, Render, html};

use super::{Form, words};

/// A question on its way to the page: its texts in one language, and what was typed.
pub(super) struct Asked<'a> {
    pub question: &'a Question,
    pub form: &'a Form<'a>,
    error: Option<String>,
    hint: Option<String>,
}

impl<'a> Asked<'a> {
    pub fn new(question: &'a Question, form: &'a Form<'a>) -> Self {
        let hint = question.help.as_ref().map(|help| help.get(form.lang).to_owned());
        Self { question, form, error: form.error(question), hint }
    }

    /// What to say under the question where its author says nothing.
    pub fn or_hint(mut self, hint: impl FnOnce() -> String) -> Self {
        self.hint = self.hint.or_else(|| Some(hint()));
        self
    }

    pub fn key(&self) -> &str {
        &self.question.key
    }

    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// `aria-invalid` of a control that may have it, which a radio button may not.
    pub fn invalid(&self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    /// The ids that describe the first control. The error comes first, because it is what brought people back.
    pub fn described_by(&self) -> Option<String> {
        let key = self.key();
        let parts = [
            self.error.as_ref().map(|_| format!("{key}-Error")),
            self.hint.as_ref().map(|_| format!("{key}-Hint")),
            self.question.reason.as_ref().map(|_| format!("{key}-Why")),
        ];
        let ids: Vec<_> = parts.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The words that were typed in a text box.
    pub fn words_typed(&self) -> &str {
        let typed = self.form.typed.all(self.key());
        typed.iter().find(|value| *value != RATHER_NOT_SAY).map_or("", String::as_str)
    }

    /// Whether a radio button or checkbox was on.
    pub fn is_on(&self, value: &str) -> bool {
        self.form.typed.all(self.key()).iter().any(|typed| typed == value)
    }

    /// The question as a heading, around its label or within its legend.
    pub fn heading(&self, inner: impl Render) -> Markup {
        html! { @if self.form.alone { h1 { (inner) } } @else { h2 { (inner) } } }
    }

    /// The question's words, as a legend or label holds them.
    pub fn words(&self) -> Markup {
        html! {
            (self.question.text.get(self.form.lang))
            @if self.question.required { " " span class="must" { (words(self.form.lang).must) } }
        }
    }

    /// Hint, reason and error, between the question and its first control.
    pub fn notes(&self) -> Markup {
        let (key, words) = (self.key(), words(self.form.lang));
        html! {
            @if let Some(hint) = &self.hint { p class="hint" id={ (key) "-Hint" } { (hint) } }
            @if let Some(reason) = &self.question.reason {
                p class="why" id={ (key) "-Why" } { (words.why) " " (reason.get(self.form.lang)) }
            }
            @if let Some(error) = &self.error {
                p class="error" id={ (key) "-Error" } { span class="unseen" { (words.error) " " } (error) }
            }
        }
    }

    /// A question answered in a text box: its label, what is said about it, the box, and the way not to say.
    pub fn field(&self, control: impl Render) -> Markup {
        let label = html! { label for=(self.key()) { (self.words()) } };
        html! {
            div class={ "question" @if self.is_wrong() { " wrong" } } {
                (self.heading(label))
                (self.notes())
                (control)
                @if self.question.sensitive { (self.rather_not()) }
            }
        }
    }

    /// Beside a text box the choice not to say is a checkbox, whose label names the question for those who hear it.
    fn rather_not(&self) -> Markup {
        let id = format!("{}-RatherNot", self.key());
        html! {
            div class="choice apart" {
                input type="checkbox" id=(id) name=(self.key()) value=(RATHER_NOT_SAY) checked[self.is_on(RATHER_NOT_SAY)];
                label for=(id) {
                    (words(self.form.lang).rather_not)
                    span class="unseen" { ": " (self.question.text.get(self.form.lang)) }
                }
            }
        }
    }
}
