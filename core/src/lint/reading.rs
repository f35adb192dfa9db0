//! How hard English is to read: the Flesch-Kincaid grade, the year of American school that it takes (Kincaid and others,
//! "Derivation of new readability formulas", Naval Technical Training Command, 1975), with syllables counted by rule.
//! A British reading age is about the grade and five. Of few words it says little, and we say nothing.

use crate::wording::sentence_a_line;

/// Fewer words than this have no grade: one long word would decide it.
const FEWEST: usize = 20;

/// The grade of a text, if it is long enough to have one.
pub(super) fn grade(text: &str) -> Option<f64> {
    let sentences = sentences(text);
    let spoken: Vec<_> = sentences.iter().flat_map(|sentence| spoken(sentence)).collect();
    if spoken.len() < FEWEST {
        return None;
    }
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let per_sentence = count(spoken.len()) / count(sentences.len());
    let per_word = count(spoken.iter().sum()) / count(spoken.len());
    Some(0.39 * per_sentence + 11.8 * per_word - 15.59)
}

/// The syllables of each word of a sentence. Names count two at most: readers know those of their town.
fn spoken(sentence: &str) -> Vec<usize> {
    let is_name = |place: usize, word: &str| place > 0 && word.starts_with(char::is_uppercase);
    let words = words(sentence).into_iter().enumerate();
    words.map(|(place, word)| if is_name(place, word) { syllables(word).min(2) } else { syllables(word) }).collect()
}

/// The sentences and lines of a text.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let lines = sentence_a_line(text);
    lines.lines().filter(|line| line.chars().any(char::is_alphanumeric)).map(|line| line.trim().to_owned()).collect()
}

/// The words of a sentence, without the signs around them. Hyphens part words.
pub(super) fn words(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '–' | '—'));
    parts.map(|part| part.trim_matches(|c: char| !c.is_alphanumeric())).filter(|part| !part.is_empty()).collect()
}

/// Words of surveys on music that the rules below get wrong, by how many syllables they have.
const EXCEPTIONS: &[(usize, &str)] = &[
    (1, "choir choirs hour hours our real"),
    (
        2,
        "business choral client create creates diet evening every families family favourite lion poem poet quiet really",
    ),
    (2, "science someone something sometimes somewhere theatre postcode different interest guitar guitars people"),
    (3, "anyone anywhere area areas creative everyone everything everywhere idea ideas interested museum"),
    (4, "everybody ukulele"),
];

/// How many syllables a word has: its groups of vowels, but for a silent e, and two where vowels part.
pub(super) fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches("'s").trim_end_matches("’s");
    if let Some((count, _)) = EXCEPTIONS.iter().find(|(_, known)| known.split(' ').any(|known| known == lower)) {
        return *count;
    }
    let letters: Vec<char> = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let spoken: Vec<_> = (0..letters.len()).map(|place| is_vowel(&letters, place)).collect();
    let groups = (0..letters.len()).filter(|place| spoken[*place] && (*place == 0 || !spoken[*place - 1])).count();
    let parted = letters.windows(3).filter(|window| parts(window)).count();
    let doing = usize::from(lower.ends_with("ing") && letters.len() > 4 && spoken[letters.len() - 4]);
    let silent = usize::from(groups > 1 && ends_silently(lower, &letters));
    (groups + parted + doing - silent).max(1)
}

/// Whether a letter is a vowel. The y of "you" and "player" is none.
fn is_vowel(letters: &[char], place: usize) -> bool {
    let plain = |place: usize| letters.get(place).is_some_and(|c| "aeiouáéíóúèêëïöü".contains(*c));
    let glides = plain(place + 1) && (place == 0 || plain(place - 1));
    plain(place) || letters[place] == 'y' && !glides
}

/// Whether the last two of three letters are vowels of a syllable each, as in "piano" and "audio", not in "social".
fn parts(window: &[char]) -> bool {
    matches!(window, [before, 'i', 'a' | 'o' | 'u'] if !"aeioucgstxl".contains(*before))
}

/// Whether the word ends in an e that is not spoken: "make", "makes", "played", but "table" and "wanted".
fn ends_silently(word: &str, letters: &[char]) -> bool {
    let before = |back: usize| letters.len().checked_sub(back).map(|place| letters[place]);
    let consonant = |c: Option<char>| c.is_some_and(|c| !"aeiouy".contains(c));
    if word.ends_with("le") || word.ends_with("les") {
        let back = if word.ends_with("les") { 4 } else { 3 };
        return !consonant(before(back));
    }
    if word.ends_with("ed") {
        return (consonant(before(3)) || before(3) == Some('y')) && !matches!(before(3), Some('t' | 'd'));
    }
    if word.ends_with("es") {
        let hissing = matches!(before(3), Some('s' | 'z' | 'x' | 'c' | 'g' | 'h'));
        return (consonant(before(3)) || before(3) == Some('y')) && !hissing;
    }
    word.ends_with('e') && consonant(before(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (count, words) in [
            (1, "make makes played choir you young school cost through age half eyes whole the used"),
            (
                2,
                "music making table tables wanted lesson people changes boxes happy playing being trying teacher social guitar",
            ),
            (3, "piano violin beginner audio disagree instruments recorder Riverside everyone's"),
            (4, "education ethnicity information"),
            (5, "opportunity university organisation"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }

    #[test]
    fn hard_words_and_long_sentences_raise_the_grade() {
        let easy = "We want to hear from you. Tell us what you like. Tell us what is hard. We read all that you say.";
        let hard = "Participation in instrumental tuition opportunities necessitates considerable organisational \
            flexibility from contemporary families whose circumstances fluctuate unpredictably throughout the academic year.";
        assert!(grade(easy).unwrap() < 2.0, "{:?}", grade(easy));
        assert!(grade(hard).unwrap() > 15.0, "{:?}", grade(hard));
        assert_eq!(grade("Participation in instrumental tuition"), None);
        assert_eq!(sentences("One, e.g. this. Two!\n\nThree?\n * \n"), ["One, e.g. this.", "Two!", "Three?"]);
    }
}
