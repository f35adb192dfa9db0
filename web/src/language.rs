//! Which language a page is in: the one that was chosen, else the one that was answered in so far, else the one that
//! the browser asks for.
//!
//! The choice is kept in a cookie until the browser is closed, so that a page which is only looked at changes nothing
//! on the server. The address `…?lang=pl` sets it and leads to the address without it.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::text::Lang;

use crate::{app::App, cookie, words::words};

/// The field of a form whose buttons show it again in another language.
pub const FIELD: &str = "@lang";

const COOKIE: &str = "lang";

/// Longer tags are nobody's language.
const LONGEST: usize = 35;

/// More than this many languages nobody reads.
const MOST: usize = 20;

/// What a browser says about languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    chosen: Option<Lang>,
    accepted: Vec<Lang>,
}

impl Wishes {
    /// What the headers of a request say.
    pub fn of(headers: &HeaderMap, secure: bool) -> Self {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
        Self { chosen: cookie::read(headers, COOKIE, secure).and_then(read), accepted: by_weight(accepted) }
    }

    /// The language of a page that there is in `offered`: English, or the first, where nothing else fits.
    pub fn among(&self, offered: &[Lang]) -> Lang {
        let english = Lang::english();
        let mut wishes = self.chosen.iter().chain(&self.accepted).chain([&english]);
        let fitting = wishes.find_map(|wish| fit(wish, offered));
        fitting.or(offered.first()).unwrap_or(&english).clone()
    }

    /// The language for someone who has read `before` so far: that, unless they chose another.
    pub fn after(&self, before: &Lang, offered: &[Lang]) -> Lang {
        self.chosen.as_ref().and_then(|wish| fit(wish, offered)).unwrap_or(before).clone()
    }
}

/// Where the address asks for a language, the answer is the way to the same page in it.
pub struct Switched(Box<Response>);

impl IntoResponse for Switched {
    fn into_response(self) -> Response {
        *self.0
    }
}

impl FromRequestParts<App> for Wishes {
    type Rejection = Switched;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Switched> {
        let asked = parts.uri.query().unwrap_or("").split('&').find_map(|pair| read(pair.strip_prefix("lang=")?));
        match asked {
            Some(lang) if matches!(parts.method, Method::GET | Method::HEAD) => {
                let response = (chosen(app, &lang), Redirect::to(parts.uri.path())).into_response();
                Err(Switched(Box::new(response)))
            }
            _ => Ok(Self::of(&parts.headers, app.secure())),
        }
    }
}

/// The header that has the browser remember a choice.
pub fn chosen(app: &App, lang: &Lang) -> [(header::HeaderName, HeaderValue); 1] {
    [(header::SET_COOKIE, cookie::set(COOKIE, lang, "/", app.secure()))]
}

/// What a language calls itself.
pub fn name(lang: &Lang) -> &str {
    let words = words(lang);
    let known = OTHERS.iter().find(|(tag, _)| lang.split('-').next() == Some(tag));
    if words.lang.is_kin_of(lang) { &words.language_name } else { known.map_or(lang, |(_, name)| name) }
}

/// Languages that surveys may be in while our own words are not.
const OTHERS: [(&str, &str); 19] = [
    ("bg", "Български"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("gu", "ગુજરાતી"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("ku", "Kurdî"),
    ("lt", "Lietuvių"),
    ("ne", "नेपाली"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("ps", "پښتو"),
    ("ru", "Русский"),
    ("sq", "Shqip"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("zh", "中文"),
];

fn read(tag: &str) -> Option<Lang> {
    Lang::try_from(tag.to_owned()).ok().filter(|lang| lang.len() <= LONGEST)
}

/// The language that fits a wish: the same, or the same as another country writes it.
fn fit<'l>(wish: &Lang, offered: &'l [Lang]) -> Option<&'l Lang> {
    let same = offered.iter().find(|lang| lang.eq_ignore_ascii_case(wish));
    same.or_else(|| offered.iter().find(|lang| lang.is_kin_of(wish)))
}

/// The languages of an `Accept-Language` header, the most wanted first (RFC 9110, 12.5.4).
fn by_weight(header: &str) -> Vec<Lang> {
    let weighted = header.split(',').take(MOST).filter_map(|range| {
        let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
        let weight = match weight.trim().strip_prefix("q=") {
            Some(weight) => weight.trim().parse::<f64>().ok().filter(|weight| (0.0..=1.0).contains(weight))?,
            None => 1.0,
        };
        Some((weight, read(&tag.trim().to_ascii_lowercase())?))
    });
    let mut weighted: Vec<_> = weighted.filter(|(weight, _)| *weight > 0.0).collect();
    weighted.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    weighted.into_iter().map(|(_, lang)| lang).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::try_from(tag.to_owned()).unwrap()
    }

    fn wishes(cookie: &str, accepted: &str) -> Wishes {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(&format!("lang={cookie}")).unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(accepted).unwrap());
        Wishes::of(&headers, false)
    }

    #[test]
    fn a_choice_goes_before_what_the_browser_asks_for() {
        let offered = ["en", "pl", "ur"].map(lang);
        for (cookie, accepted, given) in [
            ("", "", "en"),
            ("", "pl-PL,pl;q=0.9,en;q=0.8", "pl"),
            ("", "en;q=0.5, UR ; q=0.7", "ur"),
            ("", "fr,pl;q=0,*", "en"),
            ("", "pl;q=2,ur;q=x", "en"),
            ("ur", "pl", "ur"),
            ("cy", "pl", "pl"),
            ("<script>", "pl", "pl"),
        ] {
            assert_eq!(*wishes(cookie, accepted).among(&offered), *given, "{cookie} {accepted}");
        }
        assert_eq!(wishes("", "en").among(&["cy", "pl"].map(lang)), lang("cy"));
        assert_eq!(wishes("", "pt").among(&["pt-BR", "en"].map(lang)), lang("pt-BR"));
        assert_eq!(wishes("", "pl").among(&[]), lang("en"));
    }

    #[test]
    fn what_was_read_before_stays_until_another_is_chosen() {
        let offered = ["en", "pl", "ur"].map(lang);
        assert_eq!(wishes("", "ur").after(&lang("pl"), &offered), lang("pl"));
        assert_eq!(wishes("ur", "en").after(&lang("pl"), &offered), lang("ur"));
        assert_eq!(wishes("cy", "en").after(&lang("pl"), &offered), lang("pl"));
    }

    #[test]
    fn a_tag_without_end_is_nobodys_language() {
        assert_eq!(read(&format!("en{}", "-abcdefgh".repeat(100))), None);
    }

    #[test]
    fn languages_are_called_what_they_call_themselves() {
        for (tag, called) in [("pl", "Polski"), ("ur", "اردو"), ("pt-BR", "Português"), ("pa", "ਪੰਜਾਬੀ"), ("yo", "yo")]
        {
            assert_eq!(name(&lang(tag)), called);
        }
    }
}
