//! Languages on a page: the ways to another, and texts that are in another than the page.

use heard_core::text::{Lang, Texts};
use maud::{Markup, html};

use super::paragraphs;
use crate::{
    language,
    words::{Words, words},
};

/// The id of the buttons that the top of the page leads to.
const BUTTONS: &str = "Languages";

/// The other languages that a page can be read in, and how one gets there.
#[derive(Clone, Debug)]
pub(super) struct Switch<'a> {
    others: Vec<&'a Lang>,
    /// The page's address, where links do; otherwise buttons do.
    here: Option<String>,
}

impl<'a> Switch<'a> {
    /// Nothing where there is only one language.
    pub fn new(offered: &'a [Lang], lang: &Lang, here: Option<String>) -> Option<Self> {
        let others: Vec<_> = offered.iter().filter(|other| *other != lang).collect();
        (!others.is_empty()).then_some(Self { others, here })
    }

    /// What stands at the top of the page: those who cannot read it have to find it first.
    pub fn top(&self, words: &Words) -> Markup {
        html! {
            @if let Some(here) = &self.here {
                nav class="in languages" aria-label=(words.languages) {
                    @for lang in &self.others {
                        a href={ (here) "?lang=" (lang) } lang=(lang) hreflang=(lang) dir=(direction(lang)) { (language::name(lang)) }
                    }
                }
            } @else {
                p class="in languages" {
                    a href={ "#" (BUTTONS) } {
                        @for (place, lang) in self.others.iter().enumerate() {
                            @if place > 0 { " · " }
                            bdi lang=(lang) { (language::name(lang)) }
                        }
                    }
                }
            }
        }
    }
}

/// Buttons that show a form again in another language, with all that was typed. They stand after the form's own
/// button, which is the one that Enter presses.
pub fn language_buttons(offered: &[Lang], lang: &Lang) -> Markup {
    html! {
        @if let Some(switch) = Switch::new(offered, lang, None) {
            div class="languages" id=(BUTTONS) role="group" aria-label=(words(lang).languages) {
                @for other in &switch.others {
                    button class="quiet" name=(language::FIELD) value=(other) lang=(other) dir=(direction(other)) {
                        (language::name(other))
                    }
                }
            }
        }
    }
}

/// A text of an author in `lang`; where it is not in the language of the page, marked as what it is in.
pub fn text(texts: &Texts, lang: &Lang) -> Markup {
    match texts.find(lang) {
        Some((found, text)) if is_foreign(found, lang) => {
            html! { span lang=(found) dir=(direction(found)) { (text) } }
        }
        found => html! { (found.map_or("", |(_, text)| text)) },
    }
}

/// The same for paragraphs, which an empty line parts.
pub fn prose(texts: &Texts, lang: &Lang) -> Markup {
    match texts.find(lang) {
        Some((found, text)) if is_foreign(found, lang) => {
            html! { div lang=(found) dir=(direction(found)) { (paragraphs(text)) } }
        }
        found => paragraphs(found.map_or("", |(_, text)| text)),
    }
}

/// The value of `dir`.
pub fn direction(lang: &Lang) -> &'static str {
    if lang.right_to_left() { "rtl" } else { "ltr" }
}

/// Whether a text found for a reader of `lang` is in another language than the page, which is in the nearest that we
/// have words in.
fn is_foreign(found: &Lang, lang: &Lang) -> bool {
    !found.is_kin_of(&words(lang).lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::try_from(tag.to_owned()).unwrap()
    }

    fn texts(json: serde_json::Value) -> Texts {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_text_in_another_language_than_the_page_says_so() {
        let (both, english) = (texts(serde_json::json!({"en": "A", "ur": "ا"})), Texts::english("A <b>"));
        assert_eq!(text(&both, &lang("ur")).into_string(), "ا");
        assert_eq!(text(&english, &lang("ur")).into_string(), r#"<span lang="en" dir="ltr">A &lt;b&gt;</span>"#);
        assert_eq!(prose(&english, &lang("pl")).into_string(), r#"<div lang="en" dir="ltr"><p>A &lt;b&gt;</p></div>"#);
        assert_eq!(
            text(&texts(serde_json::json!({"ur": "ا"})), &lang("en")).into_string(),
            r#"<span lang="ur" dir="rtl">ا</span>"#
        );
        // Our own words fall back to English where a survey is in a language that we do not have.
        assert_eq!(
            text(&texts(serde_json::json!({"fr": "Un"})), &lang("fr")).into_string(),
            r#"<span lang="fr" dir="ltr">Un</span>"#
        );
        assert_eq!(text(&texts(serde_json::json!({"en-GB": "A"})), &lang("en-GB")).into_string(), "A");
    }

    #[test]
    fn a_page_in_one_language_leads_to_no_other() {
        assert_eq!(language_buttons(&[lang("en")], &lang("en")).into_string(), "");
        assert!(Switch::new(&[lang("en")], &lang("en"), None).is_none());
    }

    #[test]
    fn each_language_is_named_in_itself() {
        let offered = ["en", "pl", "ur"].map(lang);
        let html = language_buttons(&offered, &lang("en")).into_string();
        assert!(
            html.contains(r#"<button class="quiet" name="@lang" value="ur" lang="ur" dir="rtl">اردو</button>"#),
            "{html}"
        );
        assert!(!html.contains("English"));
        let switch = Switch::new(&offered, &lang("pl"), Some("/x".to_owned())).unwrap();
        let html = switch.top(words(&lang("pl"))).into_string();
        assert!(html.contains(r#"<a href="/x?lang=en" lang="en" hreflang="en" dir="ltr">English</a>"#), "{html}");
    }
}
