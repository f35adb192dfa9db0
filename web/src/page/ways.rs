//! How a page is read: the language, Easy Read, reading aloud; the ways to change that; and texts that are in another
//! language than the page.

use heard_core::{
    age::AgeBand,
    picture::Picture,
    survey::Survey,
    text::{Lang, Texts},
    wording::Reader,
};
use maud::{Markup, html};

use super::{paragraphs, picture};
use crate::{
    language,
    wishes::{Ways, Wish},
    words::{Words, words, words_for},
};

/// The ids of the buttons that the top of the page leads to.
const LANGUAGES: &str = "Languages";
const WAYS: &str = "Ways";

/// How a page is read, and how else it could be.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// Every language that it can be read in.
    pub languages: &'a [Lang],
    /// Who reads, as far as the words depend on it.
    pub reader: Reader,
    /// Whether Easy Read is on; nothing where it is not offered.
    easy_read: Option<bool>,
    /// Whether the page can be read aloud; nothing where that is not offered.
    read_aloud: Option<bool>,
}

impl<'a> Reading<'a> {
    /// A page of ours, which is in some languages and has no Easy Read.
    pub fn in_languages(languages: &'a [Lang], lang: &'a Lang) -> Self {
        Self { lang, languages, reader: Reader::default(), easy_read: None, read_aloud: None }
    }

    /// The same page as another reads it.
    #[must_use]
    pub fn by(mut self, reader: Reader) -> Self {
        self.reader = reader;
        self
    }

    /// A page of a survey, for somebody of an age that may be known.
    pub fn of(survey: &'a Survey, lang: &'a Lang, ways: Ways, age_band: Option<AgeBand>) -> Self {
        let easy_read = survey.offers_easy_read().then_some(ways.easy_read);
        Self {
            lang,
            languages: &survey.languages,
            reader: Reader { easy_read: easy_read == Some(true), age_band },
            easy_read,
            read_aloud: Some(ways.read_aloud),
        }
    }

    /// Our own words, as they are read.
    pub fn words(&self) -> &'static Words {
        words_for(self.lang, self.reader)
    }

    /// Whether the page carries what reads it aloud.
    pub(super) fn is_aloud(&self) -> bool {
        self.read_aloud == Some(true)
    }

    fn others(&self) -> impl Iterator<Item = &'a Lang> {
        self.languages.iter().filter(|other| *other != self.lang)
    }

    /// What else than the language can be changed: the wish, its words, and a drawing for those who read none.
    fn choices(&self, words: &'a Words) -> Vec<(Wish, &'a str, Picture)> {
        let said = |on: bool, turn_on: &'a str, turn_off: &'a str| if on { turn_off } else { turn_on };
        let easy_read = self
            .easy_read
            .map(|on| (Wish::EasyRead(!on), said(on, &words.easy_read, &words.easy_read_off), Picture::Book));
        let read_aloud = self
            .read_aloud
            .map(|on| (Wish::ReadAloud(!on), said(on, &words.read_aloud, &words.read_aloud_off), Picture::Ear));
        easy_read.into_iter().chain(read_aloud).collect()
    }
}

/// The ways to read a page otherwise, and how one gets there.
#[derive(Clone, Debug)]
pub(super) struct Switch<'a> {
    pub reading: Reading<'a>,
    /// The page's address, where links do; otherwise buttons do.
    here: Option<String>,
}

impl<'a> Switch<'a> {
    pub fn new(reading: Reading<'a>, here: Option<String>) -> Self {
        Self { reading, here }
    }

    /// What stands at the top of the page: those who cannot read it have to find it first.
    pub fn top(&self, words: &Words) -> Markup {
        match &self.here {
            Some(here) => self.links(words, here),
            None => self.to_buttons(words),
        }
    }

    /// What `aloud.js` says and writes on its buttons; without it, that nothing is read aloud here.
    pub fn aloud(&self, words: &Words) -> Markup {
        html! {
            @if self.reading.is_aloud() {
                p id="Aloud" class="aloud" role="status" data-listen=(words.listen) data-stop=(words.stop_listening)
                    data-none=(words.no_voice) data-part=(words.no_voice_for_part) data-never=(words.cannot_read_aloud) {}
                noscript { p class="aloud" { (words.cannot_read_aloud) } }
            }
        }
    }

    fn links(&self, words: &Words, here: &str) -> Markup {
        let choices = self.reading.choices(words);
        html! {
            @if self.reading.others().next().is_some() {
                nav class="in languages" aria-label=(words.languages) {
                    @for lang in self.reading.others() {
                        a href={ (here) "?lang=" (lang) } lang=(lang) hreflang=(lang) dir=(direction(lang)) { (language::name(lang)) }
                    }
                }
            }
            @if !choices.is_empty() {
                nav class="in languages" aria-label=(words.ways) {
                    @for (wish, said, drawn) in &choices {
                        a href={ (here) "?" (wish.name()) "=" (wish.value()) } { (picture(*drawn)) (said) }
                    }
                }
            }
        }
    }

    fn to_buttons(&self, words: &Words) -> Markup {
        let choices = self.reading.choices(words);
        html! {
            @if self.reading.others().next().is_some() || !choices.is_empty() {
                p class="in languages" {
                    @if self.reading.others().next().is_some() {
                        a href={ "#" (LANGUAGES) } {
                            span class="unseen" { (words.languages) ": " }
                            @for (place, lang) in self.reading.others().enumerate() {
                                @if place > 0 { " · " }
                                bdi lang=(lang) { (language::name(lang)) }
                            }
                        }
                    }
                    @for (_, said, drawn) in &choices { a href={ "#" (WAYS) } { (picture(*drawn)) (said) } }
                }
            }
        }
    }
}

/// Buttons that show a form again in another way, with all that was typed. They stand after the form's own button,
/// which is the one that Enter presses.
pub fn way_buttons(reading: &Reading<'_>) -> Markup {
    let words = words(reading.lang);
    let choices = reading.choices(words);
    html! {
        @if !choices.is_empty() {
            div class="languages" id=(WAYS) role="group" aria-label=(words.ways) {
                @for (wish, said, drawn) in &choices {
                    button class="quiet" name=(wish.field()) value=(wish.value()) { (picture(*drawn)) (said) }
                }
            }
        }
        @if reading.others().next().is_some() {
            div class="languages" id=(LANGUAGES) role="group" aria-label=(words.languages) {
                @for other in reading.others() {
                    @let wish = Wish::Language(other.clone());
                    button class="quiet" name=(wish.field()) value=(other) lang=(other) dir=(direction(other)) {
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
pub(super) fn is_foreign(found: &Lang, lang: &Lang) -> bool {
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
        let (english, only) = (lang("en"), [lang("en")]);
        let reading = Reading::in_languages(&only, &english);
        assert_eq!(way_buttons(&reading).into_string(), "");
        for here in [None, Some("/x".to_owned())] {
            assert_eq!(Switch::new(reading, here).top(words(&english)).into_string(), "");
        }
    }

    #[test]
    fn each_language_is_named_in_itself() {
        let offered = ["en", "pl", "ur"].map(lang);
        let (english, polish) = (lang("en"), lang("pl"));
        let html = way_buttons(&Reading::in_languages(&offered, &english)).into_string();
        assert!(
            html.contains(r#"<button class="quiet" name="@lang" value="ur" lang="ur" dir="rtl">اردو</button>"#),
            "{html}"
        );
        assert!(!html.contains("English"));
        let switch = Switch::new(Reading::in_languages(&offered, &polish), Some("/x".to_owned()));
        let html = switch.top(words(&polish)).into_string();
        assert!(html.contains(r#"<a href="/x?lang=en" lang="en" hreflang="en" dir="ltr">English</a>"#), "{html}");
    }

    #[test]
    fn what_is_on_can_be_turned_off() {
        let (english, only) = (lang("en"), [lang("en")]);
        for (easy_read, read_aloud, offers) in [
            (None, None, &[][..]),
            (None, Some(false), &["@read_aloud=on"]),
            (Some(false), Some(true), &["@easy_read=on", "@read_aloud=off"]),
            (Some(true), Some(false), &["@easy_read=off", "@read_aloud=on"]),
        ] {
            let reading = Reading { easy_read, read_aloud, ..Reading::in_languages(&only, &english) };
            let html = way_buttons(&reading).into_string();
            let buttons = html
                .split("name=\"")
                .skip(1)
                .map(|rest| rest.split('"').step_by(2).take(2).collect::<Vec<_>>().join("="));
            assert_eq!(buttons.collect::<Vec<_>>(), offers, "{html}");
        }
    }
}
