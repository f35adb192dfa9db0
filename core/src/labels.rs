//! Words beside the controls of a question that read the same, so that nobody can tell what they choose.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    question::Question,
    text::{Lang, Texts},
    wording::Reader,
};

/// Options of a question, or statements of a grid, that read the same to some reader in some language, in words.
pub(crate) fn faults(question: &Question, languages: &[Lang]) -> Vec<String> {
    let worded = question.wordings.iter().flat_map(|wording| &wording.readers).map(|readers| readers.reader());
    let readers = [Reader::default()].into_iter().chain(worded);
    let faults: BTreeSet<_> = readers.flat_map(|reader| for_reader(question, reader, languages)).collect();
    faults.into_iter().collect()
}

fn for_reader(question: &Question, reader: Reader, languages: &[Lang]) -> Vec<String> {
    let worded = question.worded(reader);
    let texts = worded.texts();
    let mut faults = Vec::new();
    for (kind, lang) in ["option ", "statement "].into_iter().flat_map(|kind| languages.iter().map(move |l| (kind, l)))
    {
        let mut seen = BTreeMap::<String, &str>::new();
        // The words for other readers stand among the texts too: they are told by whom they are for.
        let own = texts.iter().filter(|(part, _)| part.starts_with(kind) && !part.contains(" for "));
        for text in own.filter_map(|(_, texts)| label(texts, lang)) {
            if seen.insert(text.to_lowercase(), text).is_some() {
                faults.push(format!("two {}s read the same in \"{lang}\": \"{text}\"; reword one", kind.trim()));
            }
        }
    }
    faults
}

fn label<'t>(texts: &'t Texts, lang: &Lang) -> Option<&'t str> {
    texts.has(lang).then(|| texts.get(lang).trim())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn options_that_read_the_same_are_found_for_every_reader() {
        for (yes, no, easy, found) in
            [("Yes", "No", "Nope", 0), ("Yes", " yes ", "Nope", 1), ("Yes", "No", "Yes", 1), ("Yes", "", "Nope", 0)]
        {
            let question = json!({ "key": "q", "kind": "single", "text": { "en": "Do you?" },
                "options": [{ "key": "a", "text": { "en": yes } }, { "key": "b", "text": { "en": no } }],
                "wordings": [{ "for": ["easy_read"], "options": { "b": { "en": easy } } }] });
            let question = serde_json::from_value(question).unwrap();
            assert_eq!(faults(&question, &[Lang::english()]).len(), found, "{yes}, {no}, {easy}");
        }
    }
}
