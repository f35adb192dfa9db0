//! Six words that lead back to answers: to be read aloud, noted down, and typed again by somebody else's spelling.
//!
//! The list holds 512 words that are short, spelled as they sound, and no slip of a finger apart. Six of them say 54
//! bits. They are English in every language, because the list is; they stand for nothing.

use std::{fmt, sync::LazyLock};

/// How many words there are.
pub const HOW_MANY: usize = 6;

/// In the order of the alphabet.
static LIST: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("spoken.txt").lines().collect());

/// So many bits say which of the 512 words it is.
const BITS: usize = 9;

/// What is repeated of a word that is not in the list. Ours have seven letters at most.
const REPEATED: usize = 30;

/// Six words of the list. In writing, a space between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken([&'static str; HOW_MANY]);

/// Why what was typed is not six words of the list. Which words there are is no secret: saying so helps no guesser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The first word that is none of ours, as it was typed.
    Unknown(String),
    /// Too few or too many.
    Count(usize),
}

impl Spoken {
    /// The words for the lowest 54 bits; the others are left out.
    pub fn from_bits(bits: u64) -> Self {
        let word = |place| usize::try_from((bits >> (BITS * place)) % (1 << BITS)).unwrap_or_default();
        Self(std::array::from_fn(|place| LIST[word(place)]))
    }

    /// Reads words as people type them: whatever stands between them, numbers before them, and capitals do not matter.
    pub fn read(typed: &str) -> Result<Self, Unread> {
        let typed = typed.to_lowercase();
        let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.chars().all(char::is_numeric));
        let found: Result<Vec<_>, _> = words.map(known).collect();
        let found = found?;
        let count = found.len();
        found.try_into().map(Self).map_err(|_| Unread::Count(count))
    }

    /// The words, in their order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.0.into_iter()
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}

fn known(word: &str) -> Result<&'static str, Unread> {
    let unknown = |_| Unread::Unknown(word.chars().take(REPEATED).collect());
    LIST.binary_search(&word).map(|place| LIST[place]).map_err(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_short_and_plain() {
        assert_eq!(LIST.len(), 1 << BITS);
        assert!(LIST.is_sorted());
        for word in LIST.iter() {
            assert!((3..=7).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
        }
    }

    /// What a slip makes of a word: a letter too many or too few, another letter, two the other way round.
    fn slips(word: &str) -> Vec<String> {
        let alphabet = 'a'..='z';
        let mut slips = Vec::new();
        for place in 0..=word.len() {
            let (before, after) = word.split_at(place);
            slips.extend(alphabet.clone().map(|letter| format!("{before}{letter}{after}")));
            if let Some(rest) = after.get(1..) {
                slips.push(format!("{before}{rest}"));
                slips.extend(alphabet.clone().map(|letter| format!("{before}{letter}{rest}")));
            }
            if let (Some(rest), Some(two)) = (after.get(2..), after.get(..2)) {
                slips.push(format!("{before}{}{}{rest}", &two[1..], &two[..1]));
            }
        }
        slips.retain(|slip| slip != word);
        slips
    }

    #[test]
    fn a_slip_of_a_finger_makes_no_other_word() {
        for word in LIST.iter() {
            for slip in slips(word) {
                assert!(known(&slip).is_err(), "{word} and {slip}");
            }
        }
        assert!(slips("cat").contains(&"act".to_owned()) && slips("cat").contains(&"coat".to_owned()));
    }

    /// Words that sound like another, that some people would rather not be given, or that are spelled in several ways.
    #[test]
    fn no_word_is_misheard_or_hurts() {
        let unwanted = "aunt bass beech blue board bread choir colour cymbal deer flour fur gate grey hair hare heel horse knight \
            knot lead leaf mail maze meat muscle nose oar pail pear peace pier plum rain road rose sail sea seed son stair \
            steel story sun tail tide toe whale wheel wood yacht banana beaver coconut cow dwarf gorilla gun kill monkey pig \
            wine yellow";
        for word in unwanted.split_whitespace() {
            assert!(known(word).is_err(), "{word}");
        }
    }

    #[test]
    fn words_are_read_however_they_are_typed() {
        let words = Spoken::from_bits(0o000_001_002_003_004_777);
        assert_eq!(words.to_string(), "zoo almond alarm airport acrobat acorn");
        for typed in [
            "zoo almond alarm airport acrobat acorn",
            "  Zoo, ALMOND; alarm.\r\n\tairport acrobat/acorn. ",
            "zoo-almond–alarm—airport‑acrobat\u{a0}acorn",
            "1. zoo 2. almond 3) alarm 4 airport 5: acrobat (6) acorn",
            "“zoo” ‘almond’ «alarm» airport…acrobat acorn",
        ] {
            assert_eq!(Spoken::read(typed), Ok(words.clone()), "{typed}");
        }
    }

    #[test]
    fn every_bit_counts() {
        let first = Spoken::from_bits(0);
        for bit in 0..54 {
            assert_ne!(Spoken::from_bits(1 << bit), first, "{bit}");
        }
        assert_eq!(Spoken::from_bits(1 << 54), first);
    }

    #[test]
    fn what_is_not_ours_is_named() {
        let unknown = |word: &str| Err(Unread::Unknown(word.to_owned()));
        for (typed, read) in [
            ("", Err(Unread::Count(0))),
            ("acorn", Err(Unread::Count(1))),
            ("acorn acorn acorn acorn acorn acorn acorn", Err(Unread::Count(7))),
            ("acorn Acron acorn", unknown("acron")),
            ("acorn, drzewo", unknown("drzewo")),
            ("acorn درخت", unknown("درخت")),
        ] {
            assert_eq!(Spoken::read(typed).map(|_| ()), read, "{typed}");
        }
        assert_eq!(Spoken::read(&"x".repeat(500)), Err(Unread::Unknown("x".repeat(30))));
    }
}
