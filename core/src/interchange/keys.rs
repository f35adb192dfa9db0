//! Keys out of the names that other tools allow: capitals, signs, digits first, any length.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::Key;

/// A key is not made longer than this, so that there is room for a number behind it.
const LONGEST: usize = 34;

/// The keys that are taken in one place, such as a list of options.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    /// What a key begins with where a name has no letter to begin with.
    kind: &'static str,
    taken: BTreeSet<Key>,
    /// How often each beginning was given.
    given: BTreeMap<String, usize>,
}

impl Keys {
    /// None is taken yet but those `reserved`.
    pub fn new(kind: &'static str, reserved: &[&str]) -> Self {
        Self {
            kind,
            taken: reserved.iter().filter_map(|key| Key::try_from(*key).ok()).collect(),
            given: BTreeMap::new(),
        }
    }

    /// A key of its own for a name: the name itself, where it can be one and is free.
    pub fn give(&mut self, name: &str) -> Key {
        let stem = match Key::try_from(name) {
            Ok(key) => key.to_string(),
            Err(_) => self.stem(name),
        };
        let short: String = stem.chars().take(LONGEST).collect();
        let given = self.given.entry(short.clone()).or_insert(1);
        let first = if *given == 1 { Some(stem) } else { None };
        let numbered = (*given + 1..).map(|number| (number, format!("{short}_{number}")));
        let all = first.map(|stem| (1, stem)).into_iter().chain(numbered);
        let free = all.filter_map(|(number, key)| Some((number, Key::try_from(key).ok()?)));
        let mut free = free.filter(|(_, key)| !self.taken.contains(key));
        let (number, key) =
            free.next().expect("some number is free, and the stem has letters, digits and underscores only");
        *given = number;
        self.taken.insert(key.clone());
        key
    }

    fn stem(&self, name: &str) -> String {
        let plain = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
        let plain = plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join("_");
        let begins = plain.starts_with(|c: char| c.is_ascii_lowercase());
        let kind = self.kind;
        let stem = match (begins, plain.is_empty()) {
            (true, _) => plain,
            (false, true) => kind.to_owned(),
            (false, false) => format!("{kind}_{plain}"),
        };
        stem.chars().take(LONGEST).collect::<String>().trim_end_matches('_').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_keys_of_their_own() {
        let mut keys = Keys::new("option", &["send"]);
        for (name, key) in [
            ("cost", "cost"),
            ("Cost", "cost_2"),
            ("cost", "cost_3"),
            ("send", "send_2"),
            ("Q1.a", "q1_a"),
            ("1", "option_1"),
            ("-99", "option_99"),
            ("", "option"),
            ("ŻÓŁW", "w"),
            ("سوال", "option_2"),
            ("a_name_that_is_exactly_of_forty_signs_xx", "a_name_that_is_exactly_of_forty_signs_xx"),
            ("a_name_that_is_exactly_of_forty_signs_xx", "a_name_that_is_exactly_of_forty_si_2"),
            ("A name that is longer than any key may be here", "a_name_that_is_longer_than_any_key"),
        ] {
            assert_eq!(&*keys.give(name), key, "{name}");
        }
    }
}
