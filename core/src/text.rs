//! Words for people, in several languages, and the keys that programs use instead.

use std::{borrow::Borrow, collections::BTreeMap, fmt, ops::Deref};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::visible::visible;

/// A language as BCP 47 writes it, such as `en`, `cy` or `ur`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(#[schemars(regex(pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))] String);

impl Lang {
    /// English, the language that every other falls back to.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        matches!(self.primary(), "ar" | "fa" | "he" | "ps" | "ur" | "yi")
    }

    /// Whether one who reads `other` reads this: the same language, perhaps as another country writes it.
    pub fn is_kin_of(&self, other: &Self) -> bool {
        self.primary() == other.primary()
    }

    fn primary(&self) -> &str {
        self.0.split_once('-').map_or(&self.0, |(primary, _)| primary)
    }
}

impl TryFrom<String> for Lang {
    type Error = String;

    fn try_from(tag: String) -> Result<Self, String> {
        let (language, rest) = tag.split_once('-').unwrap_or((&tag, "x0"));
        let well_formed = matches!(language.len(), 2..=3)
            && language.bytes().all(|b| b.is_ascii_lowercase())
            && rest
                .split('-')
                .all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if well_formed {
            Ok(Self(tag))
        } else {
            Err(format!("\"{tag}\" is not a language code; write one such as \"en\" or \"cy\""))
        }
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0
    }
}

impl Deref for Lang {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Lang {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text as it is kept: with plain line ends, and without blanks around it.
pub(crate) fn settled(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// One text in each language that its author wrote it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Texts(pub(crate) BTreeMap<Lang, String>);

impl Texts {
    /// The same text in English alone.
    pub fn english(text: impl Into<String>) -> Self {
        Self::one(Lang::english(), text)
    }

    /// A text in one language only.
    pub fn one(lang: Lang, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(lang, text.into())]))
    }

    /// The text in `lang`; where there is none, in English; where there is none either, in any language.
    pub fn get(&self, lang: &Lang) -> &str {
        self.find(lang).map_or("", |(_, text)| text)
    }

    /// The same, with the language that it is in: a page has to say where a text is in another than its own.
    pub fn find(&self, lang: &Lang) -> Option<(&Lang, &str)> {
        let found = self.0.get_key_value(lang).or_else(|| self.0.get_key_value("en")).or_else(|| self.0.iter().next());
        found.map(|(lang, text)| (lang, &**text))
    }

    /// Writes the text in `lang`; one with nothing in it is taken out.
    pub fn set(&mut self, lang: &Lang, text: &str) {
        let text = settled(text);
        if text.is_empty() {
            self.0.remove(lang)
        } else {
            self.0.insert(lang.clone(), text)
        };
    }

    /// Every language that it has words in, with them.
    pub fn languages(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, text)| (lang, text.as_str()))
    }

    /// The text in `lang`, and nothing where it is not written.
    pub fn own(&self, lang: &Lang) -> &str {
        self.0.get(lang).map_or("", String::as_str)
    }

    /// Whether it is written in no language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong, in words, if [`visible`] would leave a sign out in any language.
    pub(crate) fn hidden_sign(&self) -> Option<String> {
        self.0.values().find_map(|text| {
            let kept = visible(text.clone());
            let mut left = kept.chars();
            let sign = text.chars().find(|c| left.next() != Some(*c))?;
            let code = u32::from(sign);
            Some(format!("it holds the invisible sign U+{code:04X}, which can hide or turn text; write it without"))
        })
    }

    /// Whether there is a text, with something in it, in `lang`.
    pub fn has(&self, lang: &Lang) -> bool {
        self.0.get(lang).is_some_and(|text| !text.trim().is_empty())
    }
}

/// The stable name of a survey, section, question or option: what is stored and what plugins see.
///
/// Lower-case letters, digits and `_`, a letter first, at most 40 characters. Names that begin with `@` belong to
/// the platform, so no key can collide with them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Key(#[schemars(regex(pattern = "^[a-z][a-z0-9_]{0,39}$"))] String);

impl TryFrom<String> for Key {
    type Error = String;

    fn try_from(key: String) -> Result<Self, String> {
        let well_formed = key.len() <= 40
            && key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if well_formed {
            Ok(Self(key))
        } else {
            Err(format!(
                "\"{key}\" cannot be a key; use lower-case letters, digits and \"_\", a letter first, 40 at most"
            ))
        }
    }
}

impl TryFrom<&str> for Key {
    type Error = String;

    fn try_from(key: &str) -> Result<Self, String> {
        key.to_owned().try_into()
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Key {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_strict() {
        for (key, good) in [
            ("cost", true),
            ("child_1", true),
            ("", false),
            ("1st", false),
            ("Cost", false),
            ("@rather_not", false),
            ("naïve", false),
            (&"a".repeat(41), false),
        ] {
            assert_eq!(Key::try_from(key).is_ok(), good, "{key}");
        }
    }

    #[test]
    fn languages_are_strict_and_know_their_direction() {
        for (tag, good, rtl) in [
            ("en", true, false),
            ("ur", true, true),
            ("en-GB", true, false),
            ("ar-EG", true, true),
            ("english", false, false),
            ("e", false, false),
            ("en-", false, false),
        ] {
            let lang = Lang::try_from(tag.to_owned());
            assert_eq!(lang.is_ok(), good, "{tag}");
            assert_eq!(lang.is_ok_and(|l| l.right_to_left()), rtl, "{tag}");
        }
        let lang = |tag: &str| Lang::try_from(tag.to_owned()).unwrap();
        assert!(lang("pt").is_kin_of(&lang("pt-BR")) && !lang("pl").is_kin_of(&lang("pt")));
    }

    #[test]
    fn a_missing_translation_falls_back_and_says_to_what() {
        let polish = Lang::try_from("pl".to_owned()).unwrap();
        for (written, found) in [
            (r#"{"en": "Yes", "pl": "Dobrze"}"#, Some(("pl", "Dobrze"))),
            (r#"{"en": "Yes", "cy": "Iawn"}"#, Some(("en", "Yes"))),
            (r#"{"cy": "Iawn", "ur": "سلام"}"#, Some(("cy", "Iawn"))),
            ("{}", None),
        ] {
            let texts: Texts = serde_json::from_str(written).unwrap();
            assert_eq!(texts.find(&polish).map(|(lang, text)| (&**lang, text)), found);
            assert_eq!(texts.get(&polish), found.map_or("", |(_, text)| text));
            assert_eq!(texts.has(&polish), found.is_some_and(|(lang, _)| lang == "pl"));
        }
    }
}
