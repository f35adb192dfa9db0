//! Languages: what they call themselves, and which of some fits a wish.

use heard_core::text::Lang;

use crate::words::words;

/// Longer tags are nobody's language.
const LONGEST: usize = 35;

/// More than this many languages nobody reads.
const MOST: usize = 20;

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

/// The language of a tag, if it can be one.
pub fn read(tag: &str) -> Option<Lang> {
    Lang::try_from(tag.to_owned()).ok().filter(|lang| lang.len() <= LONGEST)
}

/// The language that fits a wish: the same, or the same as another country writes it.
pub fn fit<'l>(wish: &Lang, offered: &'l [Lang]) -> Option<&'l Lang> {
    let same = offered.iter().find(|lang| lang.eq_ignore_ascii_case(wish));
    same.or_else(|| offered.iter().find(|lang| lang.is_kin_of(wish)))
}

/// The languages of an `Accept-Language` header, the most wanted first (RFC 9110, 12.5.4).
pub fn by_weight(header: &str) -> Vec<Lang> {
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
