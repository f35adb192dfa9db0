//! Languages by the names that other tools head their columns with, and the few words that are ours to say.

use crate::text::{Lang, Texts};

struct Known {
    code: &'static str,
    /// Its own name, which is written; then other names that are read, in lower case.
    names: &'static [&'static str],
    yes: &'static str,
    no: &'static str,
    other: &'static str,
}

const fn known(code: &'static str, names: &'static [&'static str], [yes, no, other]: [&'static str; 3]) -> Known {
    Known { code, names, yes, no, other }
}

const KNOWN: &[Known] = &[
    known("en", &["English", "english"], ["Yes", "No", "Other"]),
    known("cy", &["Cymraeg", "cymraeg", "welsh"], ["Ie", "Na", "Arall"]),
    known("pl", &["Polski", "polski", "polish"], ["Tak", "Nie", "Inne"]),
    known("uk", &["Українська", "українська", "ukrainian"], ["Так", "Ні", "Інше"]),
    known("ro", &["Română", "română", "romanian"], ["Da", "Nu", "Altceva"]),
    known("pt", &["Português", "português", "portuguese"], ["Sim", "Não", "Outro"]),
    known("ur", &["اردو", "urdu"], ["ہاں", "نہیں", "کچھ اور"]),
    known("ar", &["العربية", "arabic"], ["نعم", "لا", "غير ذلك"]),
    known("bn", &["বাংলা", "bengali", "bangla"], ["হ্যাঁ", "না", "অন্যান্য"]),
    known("so", &["Soomaali", "soomaali", "somali"], ["Haa", "Maya", "Mid kale"]),
    known("fr", &["Français", "français", "french"], ["Oui", "Non", "Autre"]),
    known("es", &["Español", "español", "spanish"], ["Sí", "No", "Otro"]),
    known("de", &["Deutsch", "deutsch", "german"], ["Ja", "Nein", "Anderes"]),
];

/// The language that a heading names: `English (en)`, `en`, `Polish`. `None` where it cannot be told.
pub fn read(named: &str) -> Option<Lang> {
    let named = named.trim();
    let coded = named.strip_suffix(')').and_then(|named| named.rsplit_once('(')).map(|(_, code)| code);
    coded.and_then(tag).or_else(|| {
        let lower = named.to_lowercase();
        let known = KNOWN.iter().find(|known| known.names.contains(&&*lower));
        known.and_then(|known| tag(known.code)).or_else(|| tag(named))
    })
}

/// A language by its code, in any capitals, with `-` or `_`.
pub(super) fn tag(code: &str) -> Option<Lang> {
    let code = code.trim().replace('_', "-");
    let (language, rest) = code.split_once('-').map_or((&*code, None), |(language, rest)| (language, Some(rest)));
    let language = language.to_ascii_lowercase();
    Lang::try_from(rest.map_or(language.clone(), |rest| format!("{language}-{rest}"))).ok()
}

/// A language as a heading names it: `Polski (pl)`.
pub(super) fn heading(lang: &Lang) -> String {
    let name = KNOWN.iter().find(|known| known.code == &**lang).map_or(&**lang, |known| known.names[0]);
    format!("{name} ({lang})")
}

/// "Yes" in some languages; in English, where we do not know it.
pub(super) fn yes(languages: &[Lang]) -> Texts {
    said(languages, |known| known.yes)
}

/// "No" in some languages.
pub(super) fn no(languages: &[Lang]) -> Texts {
    said(languages, |known| known.no)
}

/// "Other" in some languages.
pub(super) fn other(languages: &[Lang]) -> Texts {
    said(languages, |known| known.other)
}

fn said(languages: &[Lang], word: fn(&Known) -> &'static str) -> Texts {
    let mut texts = Texts::default();
    for lang in languages {
        let known = KNOWN.iter().find(|known| tag(known.code).is_some_and(|known| known.is_kin_of(lang)));
        texts.set(lang, word(known.unwrap_or(&KNOWN[0])));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_languages() {
        for (named, expect) in [
            ("English (en)", Some("en")),
            ("Polski (pl)", Some("pl")),
            ("Polish", Some("pl")),
            ("en", Some("en")),
            ("EN", Some("en")),
            ("Português (pt_BR)", Some("pt-BR")),
            ("Klingon (tlh)", Some("tlh")),
            ("Klingon", None),
            ("(", None),
            ("", None),
        ] {
            assert_eq!(read(named).as_deref(), expect, "{named}");
        }
        for known in KNOWN {
            let lang = tag(known.code).unwrap();
            assert_eq!(read(&heading(&lang)), Some(lang));
        }
    }
}
