//! What young people write for others to read: what in it a person should look at first.

use std::ops::Range;

use crate::quoting::{Telling, telling};

/// Why a text should be looked at before others read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It may tell who somebody is.
    Telling(Telling),
    /// A word that hurts people.
    Unkind,
}

/// The places of a text that should be looked at, in order, none over another; bytes. It looks at shapes and words, not at meaning: a text
/// without any can still be unkind, and one with some be harmless.
pub fn doubts(text: &str) -> Vec<(Range<usize>, Doubt)> {
    let personal = telling(text).into_iter().map(|(range, telling)| (range, Doubt::Telling(telling)));
    let unkind = unkind(text).into_iter().map(|range| (range, Doubt::Unkind));
    let mut found: Vec<_> = unkind.chain(personal).collect();
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let mut end = 0;
    found.retain(|(range, _)| {
        range.start >= end && {
            end = range.end;
            true
        }
    });
    found
}

/// Words that hurt, as [`plain`] writes them, without their endings. A list has gaps: moderators read everything.
const UNKIND: &[&str] = &[
    "arse",
    "arsehole",
    "bastard",
    "bellend",
    "bitch",
    "bollock",
    "bullshit",
    "chav",
    "crap",
    "cunt",
    "dick",
    "dickhead",
    "dumb",
    "fag",
    "fagot",
    "fatso",
    "fatty",
    "freak",
    "fuck",
    "fuckface",
    "fvck",
    "idiot",
    "imbecile",
    "kys",
    "loser",
    "mong",
    "moron",
    "motherfuck",
    "nonce",
    "paki",
    "pof",
    "prick",
    "psycho",
    "retard",
    "scum",
    "shit",
    "slag",
    "slaper",
    "slut",
    "spastic",
    "spaz",
    "stfu",
    "stupid",
    "tosser",
    "twat",
    "ugly",
    "wanker",
    "weirdo",
];
/// Several words together: that hurt, or by which somebody may ask for help.
const TOGETHER: &[&str] = &[
    "shut up",
    "hate you",
    "hate her",
    "hate him",
    "hate them",
    "kill your self",
    "kill yourself",
    "kill urself",
    "nobody like you",
    "nobody like her",
    "nobody like him",
    "want to die",
    "wana die",
    "kill my self",
    "kill myself",
    "hurt my self",
    "hurt myself",
    "cut my self",
    "cut myself",
    "hit me",
    "hurt me",
    "beat me",
    "touches me",
    "touched me",
    "touching me",
    "come alone",
];
/// What words end in: "idiots", "stupidest".
const ENDINGS: [&str; 11] = ["", "s", "e", "es", "ed", "er", "ers", "ing", "y", "ty", "est"];

fn unkind(text: &str) -> Vec<Range<usize>> {
    let words: Vec<(Range<usize>, String)> = words(text).map(|range| (range.clone(), plain(&text[range]))).collect();
    let hurts = |(range, word): &(Range<usize>, String)| {
        let bare = |unkind: &str| word.strip_prefix(unkind).is_some_and(|end| ENDINGS.contains(&end));
        (is_masked(&text[range.clone()]) || UNKIND.iter().any(|unkind| bare(unkind))).then(|| range.clone())
    };
    let together = TOGETHER.iter().flat_map(|unkind| {
        let parts: Vec<&str> = unkind.split(' ').collect();
        let all = words.windows(parts.len());
        let same = move |some: &&[(Range<usize>, String)]| {
            some.iter().zip(&parts).all(|((_, word), part)| word == part || word.strip_suffix('s') == Some(part))
        };
        all.filter(same).map(|some| some[0].0.start..some[some.len() - 1].0.end).collect::<Vec<_>>()
    });
    words.iter().filter_map(hurts).chain(together).collect()
}

/// The words of a text with the signs that stand for letters, but without those that end a sentence.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().filter_map(move |part| {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '$' | '@'));
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (!word.is_empty()).then(|| start..start + word.len())
    })
}

/// A word without what hides it: capitals, figures and signs for letters, letters repeated, signs in between.
fn plain(word: &str) -> String {
    let mut plain = String::new();
    for sign in word.chars().flat_map(char::to_lowercase) {
        let letter = match sign {
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            other => other,
        };
        if letter.is_alphabetic() && (!plain.ends_with(letter) || matches!(letter, 's' | 't' | 'l')) {
            plain.push(letter);
        }
    }
    // "stuuupid" is "stupid"; a letter that words do have twice stands twice at most.
    for letter in ["s", "t", "l"] {
        while plain.contains(&letter.repeat(3)) {
            plain = plain.replace(&letter.repeat(3), &letter.repeat(2));
        }
    }
    plain
}

/// Whether letters of a word were masked, as in "f**k": who writes so says themselves that it hurts.
fn is_masked(word: &str) -> bool {
    word.contains("**") && word.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        doubts(text).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn what_hurts_or_tells_is_found_where_it_stands() {
        for (text, expected) in [
            ("More drums, please! And a choir for everyone.", &[][..]),
            ("You are all idiots.", &["idiots"]),
            ("That is STUPID and dumb!", &["STUPID", "dumb"]),
            ("stuuuupid st.u.p.i.d 5tup1d", &["stuuuupid", "st.u.p.i.d", "5tup1d"]),
            ("What the f**k?", &["f**k"]),
            ("Why don't you shut up? Nobody likes you.", &["shut up", "Nobody likes you"]),
            ("My uncle hits me. I want to die!", &["hits me", "want to die"]),
            ("Pakis and poofs out, you spaz", &["Pakis", "poofs", "spaz"]),
            ("kys, and come alone", &["kys", "come alone"]),
            ("Write to me at kit@example.org", &["kit@example.org"]),
            ("My number is 07700 900123.", &["07700 900123"]),
            ("The losers of the battle of bands should play too", &["losers"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn harmless_words_that_hold_others_are_left_alone() {
        for text in [
            "a pigeon in Scunthorpe",
            "the class assessed a bass",
            "we want a closer stage and a dictionary of Dickens",
            "a prickly pear, scrap metal and a whole note",
            "hello, all of it is too small",
            "among the Mongolian and Pakistani songs, a packet of fagioli",
            "**Bold** is not a word that hurts, nor is 2 ** 3",
        ] {
            let unkind: Vec<_> = super::unkind(text).into_iter().map(|range| &text[range]).collect();
            assert!(unkind.is_empty(), "{text}: {unkind:?}");
        }
    }

    #[test]
    fn the_words_stand_as_they_are_looked_for() {
        for word in UNKIND.iter().copied().chain(TOGETHER.iter().flat_map(|words| words.split(' '))) {
            assert_eq!(plain(word), word);
        }
    }

    proptest! {
        #[test]
        fn places_are_whole_signs_of_the_text_in_order(text in "\\PC{0,60}") {
            let mut last = 0;
            for (range, _) in doubts(&text) {
                prop_assert!(range.start >= last && range.start < range.end && text.get(range.clone()).is_some());
                last = range.end;
            }
        }

        #[test]
        fn an_unkind_word_is_found_wherever_it_stands(before in "[a-z ]{0,20}", after in "[a-z ]{0,20}", place in 0..UNKIND.len()) {
            let text = format!("{before} {} {after}", UNKIND[place]);
            prop_assert!(doubts(&text).iter().any(|(range, doubt)| *doubt == Doubt::Unkind && text[range.clone()] == *UNKIND[place]));
        }
    }
}
