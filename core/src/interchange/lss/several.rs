//! Questions of several parts, each answered for itself: boxes to tick, lines of words, numbers. And conditions of
//! versions that had no rules.

use std::collections::BTreeMap;

use super::{
    Reading,
    asking::{longest, names, required, worded},
    records::{Record, Records, cell},
};
use crate::{
    interchange::{
        assembly::Asked,
        keys::Keys,
        meaning::{Holds, Known},
        xlsform,
    },
    question::{Kind, Question, Several},
    text::{Key, Texts},
};

impl Reading<'_> {
    /// Boxes to tick: each of theirs is an option here.
    pub fn several(&mut self, question: &Record<'_>) -> Asked {
        if question.cell("type") == "P" {
            self.lose(&question.at(), "the boxes for comments were left out: ask for words in a question of its own");
        }
        let parts = self.records.parts(question);
        let mut codes = self.codes("option", parts.iter().map(|part| part.cell("title")));
        let texts = parts.iter().map(|part| part.words("question"));
        let keys = codes.iter().map(|(_, key)| key.clone());
        let mut options: Vec<_> = keys.zip(texts).map(xlsform::several).collect();
        let alone: Vec<_> = question.attribute("exclude_all_others").split(';').map(str::trim).collect();
        for ((code, _), option) in codes.iter().zip(&mut options) {
            option.exclusive = alone.contains(&&**code);
        }
        if question.cell("other") == "Y" {
            let taken: Vec<&str> = codes.iter().map(|(_, key)| &**key).collect();
            let key = Keys::new("option", &taken).give("other");
            let text = self.words_of_other(question);
            options.push(xlsform::several((key.clone(), text)));
            options.iter_mut().rev().take(1).for_each(|option| option.other = true);
            codes.push(("other".to_owned(), key));
        }
        let at_most = question.attribute("max_answers").parse().ok().filter(|most| *most > 0);
        let key = self.key(question.cell("title"));
        let kind = Kind::Several(Several { options, at_most });
        let asked = Question { required: required(question), ..worded(question, key.clone(), kind) };
        let ticked = |option: &Key| {
            let holds = Holds::One(vec![("Y".to_owned(), option.clone())]);
            Known { question: key.clone(), statement: None, holds }
        };
        let mut known: Vec<_> =
            codes.iter().flat_map(|(code, option)| names(question, code, &ticked(option))).collect();
        known.extend(names(question, "", &Known::of(&asked, codes.clone())));
        self.asked(question, asked, known)
    }

    /// Lines of words, or numbers, each of which is a question here.
    pub fn one_a_part(&mut self, question: &Record<'_>, numbers: bool) -> Vec<Asked> {
        let parts = self.records.parts(question);
        let message = format!("its {} parts are questions of their own, each with its words before it", parts.len());
        self.lose(&question.at(), message);
        let bounds = numbers.then(|| self.number(question));
        let ask = |part: &&Record<'_>, reading: &mut Self| {
            let key = reading.key(&format!("{}_{}", question.cell("title"), part.cell("title")));
            let kind = bounds.clone().map_or_else(|| Kind::ShortText(longest(question, 200)), Kind::Number);
            let text = both(&question.words("question"), &part.words("question"));
            let asked = Question { text, required: required(question), ..worded(question, key, kind) };
            let known = names(question, part.cell("title"), &Known::of(&asked, Vec::new()));
            reading.asked(question, asked, known)
        };
        parts.iter().map(|part| ask(part, self)).collect()
    }
}

/// The words of a question and of a part of it, in each language.
fn both(whole: &Texts, part: &Texts) -> Texts {
    let mut both = whole.clone();
    for (lang, words) in &part.0 {
        both.set(lang, &[whole.own(lang), words].join("\n\n"));
    }
    both
}

/// The rule that conditions make: those on one answer are alternatives, those on several hold together, and so does
/// what stands in one scenario of several.
pub(super) fn rule_of(records: &Records<'_>, conditions: &[&BTreeMap<String, String>]) -> String {
    let mut scenarios = BTreeMap::<&str, BTreeMap<&str, Vec<String>>>::new();
    for row in conditions {
        let field = cell(row, "cfieldname");
        let method = match cell(row, "method") {
            "" => "==",
            method => method,
        };
        // A tick in one of several boxes is asked for by the whole and the code of the box.
        let ticked = field.strip_prefix('+');
        let (name, value) = match records.questions.get(cell(row, "cqid")) {
            Some(question) if ticked.is_none() && ["M", "P"].contains(&question.cell("type")) => {
                (format!("{field}{}", cell(row, "value")), "Y")
            }
            _ => (ticked.unwrap_or(field).to_owned(), cell(row, "value")),
        };
        let quote = if value.contains('"') { '\'' } else { '"' };
        let one = format!("{name} {method} {quote}{value}{quote}");
        scenarios.entry(cell(row, "scenario")).or_default().entry(field).or_default().push(one);
    }
    let fields = |fields: BTreeMap<&str, Vec<String>>| {
        let all: Vec<_> = fields.into_values().map(|one| format!("({})", one.join(" or "))).collect();
        format!("({})", all.join(" and "))
    };
    scenarios.into_values().map(fields).collect::<Vec<_>>().join(" or ")
}
