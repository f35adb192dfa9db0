//! How someone wishes to read: in which language, in Easy Read, with a way to have the page read aloud.
//!
//! A language is the one that was chosen, else the one that was answered in so far, else the one that the browser asks
//! for. The other wishes are off until they are asked for. Each choice is kept in a cookie until the browser is closed,
//! so that a page which is only looked at changes nothing on the server, and nothing is stored about who needs what.
//! The address `…?lang=pl` sets one and leads to the address without it; a button in a form shows the form again.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, text::Lang};

use crate::{
    app::App,
    cookie,
    language::{by_weight, fit, read},
};

/// What the browser says of how its reader wishes to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    chosen: Option<Lang>,
    accepted: Vec<Lang>,
    /// What makes reading easier.
    pub ways: Ways,
}

/// What makes reading easier, as far as it was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Easy Read: short words, one idea a line, pictures.
    pub easy_read: bool,
    /// Buttons that read the page aloud, by the browser's own voice.
    pub read_aloud: bool,
}

/// One choice of how to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// In this language.
    Language(Lang),
    /// In Easy Read, or not any more.
    EasyRead(bool),
    /// With a way to have the page read aloud, or not any more.
    ReadAloud(bool),
}

const ON: &str = "on";
const OFF: &str = "off";

impl Wish {
    /// The fields of a form whose buttons show it again in another way. No key of a question begins with `@`; cookies
    /// and the parameters of an address have the same names without it.
    pub const FIELDS: [&str; 3] = ["@lang", "@easy_read", "@read_aloud"];

    fn of(field: &str, value: &str) -> Option<Self> {
        let on = match value {
            ON => Some(true),
            OFF => Some(false),
            _ => None,
        };
        let [lang, easy_read, read_aloud] = Self::FIELDS;
        match field {
            _ if field == lang => read(value).map(Self::Language),
            _ if field == easy_read => on.map(Self::EasyRead),
            _ if field == read_aloud => on.map(Self::ReadAloud),
            _ => None,
        }
    }

    /// The wish that a button of a form asked for. The error is a form that was changed on its way.
    pub fn asked(typed: &Typed, offered: &[Lang]) -> Result<Option<Self>, ()> {
        let asked: Vec<_> = Self::FIELDS.into_iter().filter(|field| !typed.all(field).is_empty()).collect();
        let [field] = asked[..] else { return if asked.is_empty() { Ok(None) } else { Err(()) } };
        let [value] = typed.all(field) else { return Err(()) };
        match Self::of(field, value) {
            None => Err(()),
            Some(Self::Language(lang)) if !offered.contains(&lang) => Err(()),
            wish => Ok(wish),
        }
    }

    /// The field of a form's button that asks for it.
    pub fn field(&self) -> &'static str {
        let [lang, easy_read, read_aloud] = Self::FIELDS;
        match self {
            Self::Language(_) => lang,
            Self::EasyRead(_) => easy_read,
            Self::ReadAloud(_) => read_aloud,
        }
    }

    /// The name of its cookie, and of its parameter in an address.
    pub fn name(&self) -> &'static str {
        &self.field()[1..]
    }

    /// What the button, the cookie and the parameter say.
    pub fn value(&self) -> &str {
        match self {
            Self::Language(lang) => lang,
            Self::EasyRead(on) | Self::ReadAloud(on) => {
                if *on {
                    ON
                } else {
                    OFF
                }
            }
        }
    }

    /// The headers that have the browser forget all of them: they say something of who made them.
    pub fn forgotten(app: &App) -> [(header::HeaderName, HeaderValue); 3] {
        Self::FIELDS.map(|field| (header::SET_COOKIE, cookie::clear(&field[1..], "/", app.secure())))
    }

    /// The header that has the browser remember it.
    pub fn remembered(&self, app: &App) -> [(header::HeaderName, HeaderValue); 1] {
        [(header::SET_COOKIE, cookie::set(self.name(), self.value(), "/", app.secure()))]
    }
}

impl Ways {
    /// The same with one more choice made.
    #[must_use]
    pub fn with(mut self, wish: &Wish) -> Self {
        match wish {
            Wish::Language(_) => {}
            Wish::EasyRead(on) => self.easy_read = *on,
            Wish::ReadAloud(on) => self.read_aloud = *on,
        }
        self
    }
}

impl Wishes {
    /// What the headers of a request say.
    pub fn of(headers: &HeaderMap, secure: bool) -> Self {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let mut wishes = Self { accepted: by_weight(accepted), ..Self::default() };
        for field in Wish::FIELDS {
            match cookie::read(headers, &field[1..], secure).and_then(|value| Wish::of(field, value)) {
                Some(Wish::Language(lang)) => wishes.chosen = Some(lang),
                Some(way) => wishes.ways = wishes.ways.with(&way),
                None => {}
            }
        }
        wishes
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

/// Where the address asks for another way to read, the answer is the way to the same page in it.
pub struct Switched(Box<Response>);

impl IntoResponse for Switched {
    fn into_response(self) -> Response {
        *self.0
    }
}

impl FromRequestParts<App> for Wishes {
    type Rejection = Switched;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Switched> {
        let mut pairs = parts.uri.query().unwrap_or("").split('&').filter_map(|pair| pair.split_once('='));
        match pairs.find_map(|(name, value)| Wish::of(&format!("@{name}"), value)) {
            Some(wish) if matches!(parts.method, Method::GET | Method::HEAD) => {
                let response = (wish.remembered(app), Redirect::to(parts.uri.path())).into_response();
                Err(Switched(Box::new(response)))
            }
            _ => Ok(Self::of(&parts.headers, app.secure())),
        }
    }
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
    fn what_makes_reading_easier_is_off_until_it_is_asked_for() {
        for (cookies, easy_read, read_aloud) in [
            ("", false, false),
            ("easy_read=on", true, false),
            ("easy_read=off; read_aloud=on", false, true),
            ("easy_read=yes; read_aloud=", false, false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_str(cookies).unwrap());
            assert_eq!(Wishes::of(&headers, false).ways, Ways { easy_read, read_aloud }, "{cookies}");
        }
    }

    #[test]
    fn a_form_asks_for_one_way_that_is_offered_or_was_changed() {
        let offered = ["en", "pl"].map(lang);
        let asked = |fields: &[(&str, &str)]| {
            let typed = fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
            Wish::asked(&typed, &offered)
        };
        assert_eq!(asked(&[("name", "lang")]), Ok(None));
        assert_eq!(asked(&[("name", "x"), ("@lang", "pl")]), Ok(Some(Wish::Language(lang("pl")))));
        assert_eq!(asked(&[("@easy_read", "on")]), Ok(Some(Wish::EasyRead(true))));
        assert_eq!(asked(&[("@read_aloud", "off")]), Ok(Some(Wish::ReadAloud(false))));
        for forged in [
            &[("@lang", "ur")][..],
            &[("@easy_read", "perhaps")],
            &[("@easy_read", "on"), ("@easy_read", "off")],
            &[("@easy_read", "on"), ("@lang", "pl")],
        ] {
            assert_eq!(asked(forged), Err(()), "{forged:?}");
        }
    }
}
