//! Controls of our own forms, such as signing in: the same look and the same rules as those of a survey's questions,
//! with words that we write.

use heard_core::text::Lang;
use maud::{Markup, html};

use crate::words::words;

/// A problem with one field: its name, what it is called on the page, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The field's name, which is the id of its first control.
    pub field: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// What a text box is for: browsers help with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The e-mail address of the person who types.
    OwnEmail,
    /// Either the e-mail address or the telephone number of the person who types.
    OwnContact,
    /// The e-mail address of another.
    Email,
    /// Other words.
    Words,
}

/// What is said about a field.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Its name.
    pub name: &'static str,
    /// Its label or legend.
    pub label: &'static str,
    /// Said under the label.
    pub hint: Option<&'static str>,
    /// All problems of the form.
    pub troubles: &'a [Trouble],
}

/// One of several things to choose from.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// What is posted.
    pub value: &'static str,
    /// What is read.
    pub words: &'static str,
}

impl Field<'_> {
    /// A box for one line.
    pub fn line(&self, holds: Holds, typed: &str, lang: &Lang) -> Markup {
        let kind = if matches!(holds, Holds::Words | Holds::OwnContact) { "text" } else { "email" };
        let help = if matches!(holds, Holds::OwnEmail | Holds::OwnContact) { "email" } else { "off" };
        html! {
            div class={ "question" @if self.trouble().is_some() { " wrong" } } {
                h2 { label for=(self.name) { (self.label) } }
                (self.notes(lang))
                input type=(kind) id=(self.name) name=(self.name) value=(typed) autocomplete=(help)
                    aria-describedby=[self.described_by()] aria-invalid=[self.trouble().map(|_| "true")];
            }
        }
    }

    /// Buttons of which one is pressed.
    pub fn one_of(&self, choices: &[Choice], chosen: &str, lang: &Lang) -> Markup {
        html! {
            div class={ "question" @if self.trouble().is_some() { " wrong" } } {
                fieldset {
                    legend { h2 { (self.label) } }
                    (self.notes(lang))
                    @for (place, choice) in choices.iter().enumerate() {
                        @let id = if place == 0 { self.name.to_owned() } else { format!("{}-{}", self.name, choice.value) };
                        div class="choice" {
                            input type="radio" id=(id) name=(self.name) value=(choice.value)
                                checked[choice.value == chosen]
                                aria-describedby=[self.described_by().filter(|_| place == 0 || choice.value == chosen)];
                            label for=(id) { (choice.words) }
                        }
                    }
                }
            }
        }
    }

    fn trouble(&self) -> Option<&Trouble> {
        self.troubles.iter().find(|trouble| trouble.field == self.name)
    }

    fn described_by(&self) -> Option<String> {
        let error = self.trouble().map(|_| format!("{}-Error", self.name));
        let hint = self.hint.map(|_| format!("{}-Hint", self.name));
        let ids: Vec<_> = error.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn notes(&self, lang: &Lang) -> Markup {
        html! {
            @if let Some(hint) = self.hint { p class="hint" id={ (self.name) "-Hint" } { (hint) } }
            @if let Some(trouble) = self.trouble() {
                p class="error" id={ (self.name) "-Error" } {
                    span class="unseen" { (words(lang).error) " " } (trouble.advice)
                }
            }
        }
    }
}

/// The list of problems that heads a form which came back; nothing where there are none.
pub fn troubles(troubles: &[Trouble], lang: &Lang) -> Markup {
    html! {
        @if !troubles.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(lang).problem) }
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

#[cfg(test)]
mod tests {
    use super::*;

    const TROUBLE: Trouble = Trouble { field: "email", label: "E-mail", advice: "Write an address." };

    #[test]
    fn what_is_wrong_is_tied_to_the_box_and_linked_from_the_top() {
        let field = Field { name: "email", label: "E-mail", hint: Some("At work."), troubles: &[TROUBLE] };
        let html = field.line(Holds::OwnEmail, "\"x", &Lang::english()).into_string();
        assert!(html.contains(
            r#"value="&quot;x" autocomplete="email" aria-describedby="email-Error email-Hint" aria-invalid="true""#
        ));
        assert!(html.contains(r#"class="question wrong""#));
        assert!(troubles(&[TROUBLE], &Lang::english()).into_string().contains(r##"href="#email""##));
        assert_eq!(troubles(&[], &Lang::english()).into_string(), "");
    }

    #[test]
    fn the_first_button_has_the_name_as_its_id() {
        let choices = [Choice { value: "a", words: "A" }, Choice { value: "b", words: "B" }];
        let field = Field { name: "role", label: "Role", hint: None, troubles: &[] };
        let html = field.one_of(&choices, "b", &Lang::english()).into_string();
        assert!(
            html.contains(r#"id="role" name="role" value="a">"#)
                && html.contains(r#"id="role-b" name="role" value="b" checked>"#)
        );
    }
}
