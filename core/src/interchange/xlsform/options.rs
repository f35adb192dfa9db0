//! The options of a choice, out of a list of a form.

use super::{
    super::{
        expression::{self, Expression, Op},
        keys::Keys,
        languages,
        meaning::number,
    },
    form::{Line, Offered},
    reading::{Reading, list_of},
};
use crate::{
    question::{Choice, ChoiceOption, Kind, Labelled, Ranking, Several, SeveralOption},
    text::{Key, Texts},
};

/// The codes of options in the form, beside their keys here.
pub(super) type Codes = Vec<(String, Key)>;

impl Reading<'_> {
    /// The kind of a choice, with the codes of its options.
    pub fn choice(&mut self, line: &Line, kind: &str, rest: &str) -> (Kind, Codes) {
        let form = self.form;
        let list = list_of(rest);
        let offered = form.lists.get(list).map_or(&[][..], Vec::as_slice);
        let mut codes = self.codes(list, offered);
        let mut labels: Vec<Texts> = offered.iter().map(|option| option.label.clone()).collect();
        let by_words = rest.len() > list.len();
        if by_words && !codes.iter().any(|(code, _)| code == "other") {
            let key = free_key(&codes, "other");
            codes.push(("other".to_owned(), key));
            labels.push(languages::other(&self.languages));
        }
        let options = codes.iter().map(|(_, key)| key.clone()).zip(labels);
        let mut kind = match kind {
            "rank" => Kind::Ranking(Ranking {
                options: options.map(|(key, text)| Labelled { key, text }).collect(),
                places: None,
            }),
            "select_multiple" => Kind::Several(Several { options: options.map(several).collect(), at_most: None }),
            _ if line.looks("likert") => Kind::Scale(Choice { options: points(options.collect(), &codes) }),
            _ if is_yes_no(&codes) && !by_words => Kind::YesNo,
            _ => Kind::Single(Choice { options: options.map(single).collect() }),
        };
        if by_words && let Some((_, other)) = codes.iter().find(|(code, _)| code == "other") {
            ask_for_words(&mut kind, &other.clone());
        }
        (kind, codes)
    }

    /// The keys of a list's options. What was renamed is told once.
    pub fn codes(&mut self, list: &str, offered: &[Offered]) -> Codes {
        if let Some(known) = self.lists.get(list) {
            return known.clone();
        }
        let mut keys = Keys::new("option", &[]);
        let codes: Codes = offered.iter().map(|option| (option.name.clone(), keys.give(&option.name))).collect();
        let renamed: Vec<_> = codes
            .iter()
            .filter(|(code, key)| **code != **key)
            .map(|(code, key)| format!("\"{code}\" is \"{key}\""))
            .collect();
        if !renamed.is_empty() {
            let message = format!(
                "names of options that cannot be keys have others: {}",
                super::super::few(renamed.iter().map(String::as_str))
            );
            self.lose(&format!("choices, list \"{list}\""), message);
        }
        self.lists.insert(list.to_owned(), codes.clone());
        codes
    }
}

/// The option whose words a line asks for: `text`, shown where just that option of the line before it is chosen.
pub(super) fn other_of(line: &Line, words: &Line, codes: &Codes) -> Option<Key> {
    if words.kind().0 != "text" || !words.cell("heard::part").is_empty() {
        return None;
    }
    let is_it = |side: &Expression| *side == Expression::Answer(line.name().to_owned());
    let code = match expression::read(words.cell("relevant")).ok()? {
        Expression::Compare(left, Op::Equal, right) if is_it(&left) => *right,
        Expression::Call(name, mut given) if name == "selected" && given.len() == 2 && is_it(&given[0]) => {
            given.remove(1)
        }
        _ => return None,
    };
    let Expression::Literal(code) = code else { return None };
    let (_, key) = codes.iter().find(|(known, _)| *known == code)?;
    code.to_lowercase().contains("other").then(|| key.clone())
}

/// Has an option ask for words; whether the kind can.
pub(super) fn ask_for_words(kind: &mut Kind, option: &Key) -> bool {
    match kind {
        Kind::Single(kind) => kind.options.iter_mut().find(|one| one.key == *option).map(|one| one.other = true),
        Kind::Several(kind) => kind.options.iter_mut().find(|one| one.key == *option).map(|one| one.other = true),
        _ => None,
    }
    .is_some()
}

fn is_yes_no(codes: &Codes) -> bool {
    let mut keys: Vec<_> = codes.iter().map(|(_, key)| &**key).collect();
    keys.sort_unstable();
    keys == ["no", "yes"]
}

/// The points of a scale: their numbers are their codes, where all are numbers, and else their places.
pub(in crate::interchange) fn points(options: Vec<(Key, Texts)>, codes: &Codes) -> Vec<ChoiceOption> {
    let numbers: Option<Vec<f64>> = codes.iter().map(|(code, _)| number(code)).collect();
    let places = (1..=options.len()).map(|place| f64::from(u32::try_from(place).unwrap_or(u32::MAX)));
    let values = numbers.unwrap_or_else(|| places.collect());
    options
        .into_iter()
        .zip(values)
        .map(|(option, value)| ChoiceOption { value: Some(value), ..single(option) })
        .collect()
}

pub(in crate::interchange) fn single((key, text): (Key, Texts)) -> ChoiceOption {
    ChoiceOption { key, text, value: None, audience: None, age_band: None, other: false, picture: None }
}

pub(in crate::interchange) fn several((key, text): (Key, Texts)) -> SeveralOption {
    SeveralOption { key, text, exclusive: false, other: false, picture: None }
}

fn free_key(codes: &Codes, name: &str) -> Key {
    let taken: Vec<&str> = codes.iter().map(|(_, key)| &**key).collect();
    Keys::new("option", &taken).give(name)
}
