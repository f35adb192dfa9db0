//! Finding phrases in a text: whole words, whatever their case.

use super::reading::words;

/// The words of a text in small letters, with plain apostrophes.
pub(super) fn plain(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.replace('’', "'").to_lowercase()).collect()
}

/// Whether a phrase stands in words.
pub(super) fn has(words: &[String], phrase: &str) -> bool {
    find(words, phrase).is_some()
}

/// The place of the first word after a phrase, if it stands there.
pub(super) fn find(words: &[String], phrase: &str) -> Option<usize> {
    let phrase: Vec<_> = phrase.split(' ').collect();
    let place =
        words.windows(phrase.len()).position(|window| window.iter().zip(&phrase).all(|(word, part)| word == part));
    place.map(|place| place + phrase.len())
}

/// The first of some phrases that stands in words.
pub(super) fn first<'p>(words: &[String], phrases: &[&'p str]) -> Option<&'p str> {
    phrases.iter().copied().find(|phrase| has(words, phrase))
}
