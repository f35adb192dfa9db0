//! What we say about ourselves: whether everyone can use our pages, and what happens with what people tell us. Both
//! pages say what the program does; what changes it changes them.

mod accessibility;
mod cookies;
mod privacy;

use axum::{Router, extract::State, routing::get};
use heard_core::text::Lang;
use maud::{Markup, Render, html};

pub use cookies::{COOKIES, Cookie};

use crate::{
    app::App,
    page::{House, Page, Reading},
    wishes::Wishes,
    words::{Words, spoken, words},
};

/// The address of the statement on accessibility.
pub const ACCESSIBILITY: &str = "/accessibility";
/// The address of the privacy notice.
pub const PRIVACY: &str = "/privacy";

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new().route(ACCESSIBILITY, get(accessibility)).route(PRIVACY, get(privacy))
}

async fn accessibility(State(app): State<App>, wishes: Wishes) -> Markup {
    accessibility::show(app.contact.as_deref(), &wishes.among(spoken()))
}

async fn privacy(State(app): State<App>, wishes: Wishes) -> Markup {
    privacy::show(app.contact.as_deref(), app.secure(), None, &wishes.among(spoken()))
}

/// The privacy notice of a service, with its own words, which are in English.
pub fn privacy_of(app: &App, house: &House, own: &Markup, lang: &Lang) -> Markup {
    privacy::show(app.contact.as_deref(), app.secure(), Some((house, own)), lang)
}

/// A page that begins with `first` in the reader's language and goes on in English: long texts on which people rely
/// are in the language that they were written and checked in.
fn page(frame: &Page<'_>, title: &str, first: impl Render, in_english: impl Render, lang: &Lang) -> Markup {
    let words = words(lang);
    frame.show(html! {
        h1 { (title) }
        (first)
        @if *words.lang == *Lang::english() {
            (in_english)
        } @else {
            p class="lead" { (words.rest_in_english) }
            div lang="en" dir="ltr" { (in_english) }
        }
    })
}

fn frame<'a>(title: &str, address: &str, lang: &'a Lang) -> Page<'a> {
    Page::new(lang, title).read_as(Reading::in_languages(spoken(), lang), address)
}

/// Where to write to.
fn contact(contact: Option<&str>, words: &Words) -> Markup {
    html! {
        p {
            @match contact {
                Some(address) => { (words.write_to_us) " " a href={ "mailto:" (address) } { bdi { (address) } } }
                None => { (words.ask_the_service) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(lang: &str) -> [String; 2] {
        let lang = Lang::try_from(lang.to_owned()).unwrap();
        [accessibility::show(None, &lang), privacy::show(Some("help@heard.example"), true, None, &lang)]
            .map(maud::PreEscaped::into_string)
    }

    #[test]
    fn what_is_in_english_only_says_so_and_is_marked() {
        for english in html("en") {
            assert!(!english.contains(r#"<div lang="en""#) && english.contains("<h2>"));
        }
        let urdu = Lang::try_from("ur".to_owned()).unwrap();
        for page in html("ur") {
            let (ours, rest) = page.split_once(r#"<div lang="en" dir="ltr">"#).unwrap();
            assert!(ours.contains(&words(&urdu).rest_in_english) && rest.contains("<h2>"), "{page}");
        }
    }

    #[test]
    fn both_are_sound_in_every_language() {
        for page in spoken().iter().flat_map(|lang| html(lang)) {
            assert_eq!(heard_markup::faults(&page), <Vec<String>>::new(), "{page}");
        }
    }

    #[test]
    fn people_learn_where_to_write_to() {
        let [accessibility, privacy] = html("en");
        assert!(accessibility.contains("music service that asks you") && !accessibility.contains("mailto"));
        assert!(privacy.contains(r#"<a href="mailto:help@heard.example">"#));
    }

    #[test]
    fn every_cookie_stands_in_the_notice_under_the_name_that_the_browser_shows() {
        let [_, secure] = html("en");
        let plain = privacy::show(None, false, None, &Lang::english()).into_string();
        for cookie in COOKIES {
            assert!(secure.contains(&format!("<code>__Secure-{}</code>", cookie.name)), "{}", cookie.name);
            assert!(plain.contains(&format!("<code>{}</code>", cookie.name)), "{}", cookie.name);
        }
    }
}
