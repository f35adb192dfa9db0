//! Questions of another tool's form put into sections: rules become conditions, and earlier answers in texts are piped.
//!
//! Here a condition looks at earlier sections only, because a page has to work without scripts. A group whose questions
//! look at one another is parted where the first does.

use std::collections::{BTreeMap, BTreeSet};

use super::{Loss, expression, keys::Keys, meaning, meaning::Known};
use crate::{
    condition::Condition,
    question::{Kind, Question},
    survey::Section,
    text::{Key, Texts},
};

/// What stands where an earlier answer would be, if there is none.
const WITHOUT: &str = "…";

/// How many answers may stand in one text.
const MOST_PIPED: usize = 20;
/// How many questions and options all conditions together may name.
const MOST_NAMED: usize = 100_000;

/// When something is asked.
#[derive(Clone, Debug)]
pub(super) enum When {
    /// As Heard itself had written it.
    Is(Option<Condition>),
    /// Where all of these hold, in the words of the other tool.
    Rules(Vec<String>),
}

/// A page of the form.
#[derive(Debug)]
pub(super) struct Page {
    pub at: String,
    /// Without its questions and condition.
    pub section: Section,
    pub when: When,
    pub asked: Vec<Asked>,
    /// Whether it came from Heard and stays as it is.
    pub is_ours: bool,
}

/// A question of the form.
#[derive(Debug)]
pub(super) struct Asked {
    pub at: String,
    /// Without its condition.
    pub question: Question,
    pub when: When,
    /// What rules and texts may call it, or a part of it.
    pub names: Vec<(String, Known)>,
    /// Whether its texts came from Heard, with its own way of piping.
    pub is_ours: bool,
}

/// How a tool writes an earlier answer within a text: what it begins with; it ends with `}`.
pub(super) const XLSFORM: &str = "${";
/// The same, for `LimeSurvey`.
pub(super) const LIMESURVEY: &str = "{";

/// Puts pages together. `opens` is how the tool begins an earlier answer within a text.
pub(super) fn sections(pages: Vec<Page>, opens: &'static str, keys: &mut Keys, losses: &mut Vec<Loss>) -> Vec<Section> {
    let mut assembly =
        Assembly { opens, keys, losses, known: BTreeMap::new(), kinds: BTreeMap::new(), room: MOST_NAMED };
    pages.into_iter().flat_map(|page| assembly.page(page)).collect()
}

struct Assembly<'a> {
    opens: &'static str,
    keys: &'a mut Keys,
    losses: &'a mut Vec<Loss>,
    known: BTreeMap<String, Known>,
    /// Whether the answer to a question can stand in a text.
    kinds: BTreeMap<Key, bool>,
    /// How much all further conditions may name.
    room: usize,
}

impl Assembly<'_> {
    fn page(&mut self, mut page: Page) -> Vec<Section> {
        let condition = self.condition(&page.at, page.when);
        let mut section = Section { condition, ..page.section };
        if !page.is_ours {
            let texts = [&mut section.title].into_iter().chain(section.intro.as_mut());
            for texts in texts {
                self.without_answers(&page.at, texts);
            }
        }
        if page.asked.is_empty() && !page.is_ours {
            self.lose(&page.at, "a group without questions that Heard can ask: it was left out");
            return Vec::new();
        }
        let next = Section { intro: None, wordings: Vec::new(), standard: Vec::new(), ..section.clone() };
        let mut sections = vec![section];
        let mut here = BTreeSet::new();
        for asked in page.asked.drain(..) {
            let (at, names) = (asked.at.clone(), asked.names.clone());
            let (question, looks_at) = self.question(asked);
            if !page.is_ours && looks_at.iter().any(|key| here.contains(key)) {
                let message = "it depends on an answer of the same group, and Heard looks at earlier pages only: a new \
                    section begins here, with the same heading";
                self.lose(&at, message);
                sections.push(Section { key: self.keys.give(&next.key), ..next.clone() });
                here.clear();
            }
            here.insert(question.key.clone());
            self.kinds.insert(question.key.clone(), can_be_piped(&question));
            for (name, known) in names {
                self.known.entry(name).or_insert(known);
            }
            if let Some(section) = sections.last_mut() {
                section.questions.push(question);
            }
        }
        sections
    }

    /// The question with its condition, and the questions that it looks at.
    fn question(&mut self, asked: Asked) -> (Question, BTreeSet<Key>) {
        let mut question = Question { condition: self.condition(&asked.at, asked.when), ..asked.question };
        let mut looks_at: BTreeSet<Key> = BTreeSet::new();
        for leaf in question.condition.iter().flat_map(Condition::leaves) {
            match leaf {
                Condition::Answer(rule) => looks_at.insert(rule.question.clone()),
                Condition::Date(rule) => looks_at.insert(rule.question.clone()),
                _ => false,
            };
        }
        if !asked.is_ours {
            for texts in question.texts_mut() {
                for text in texts.0.values_mut() {
                    *text = self.piped(&asked.at, text, &mut looks_at);
                }
            }
        }
        (question, looks_at)
    }

    fn condition(&mut self, at: &str, when: When) -> Option<Condition> {
        let rules = match when {
            When::Is(condition) => return condition,
            When::Rules(rules) => rules,
        };
        let mut conditions = Vec::new();
        for rule in rules.iter().map(|rule| rule.trim()).filter(|rule| !rule.is_empty()) {
            let known = |name: &str| self.known.get(name);
            let read = expression::read(rule).map_err(str::to_owned);
            match read.and_then(|read| meaning::condition(&read, &known)) {
                Ok(Condition::All(all)) if all.is_empty() => {}
                Ok(condition) if self.room < size(&condition) => {
                    self.lose(at, "the form has too many rules for Heard; it is always asked");
                }
                Ok(condition) => {
                    self.room -= size(&condition);
                    conditions.push(condition);
                }
                Err(why) => {
                    let message =
                        format!("Heard cannot ask it only where \"{}\": {why}; it is always asked", short(rule));
                    self.lose(at, message);
                }
            }
        }
        if conditions.len() > 1 { Some(Condition::All(conditions)) } else { conditions.pop() }
    }

    /// A text with earlier answers piped as we write them.
    fn piped(&mut self, at: &str, text: &str, looks_at: &mut BTreeSet<Key>) -> String {
        let (mut piped, mut count) = (String::new(), 0);
        let mut rest = text;
        while let Some((before, name, after)) = next_answer(rest, self.opens) {
            piped.push_str(before);
            let short = name.trim_start_matches("INSERTANS:").split('.').next().unwrap_or(name);
            let known = self.known.get(name).or_else(|| self.known.get(short)).map(|known| known.question.clone());
            count += 1;
            if let Some(key) = known.filter(|key| count <= MOST_PIPED && self.kinds.get(key) == Some(&true)) {
                piped += &["{answer:", &key, "|", WITHOUT, "}"].concat();
                let message = format!(
                    "the answer to \"{key}\" stands in its text; write instead of \"{WITHOUT}\" what is read where \
                     nothing was answered"
                );
                self.lose(at, message);
                looks_at.insert(key);
            } else {
                piped += WITHOUT;
                self.lose(at, format!("\"{name}\" cannot stand in its text: \"{WITHOUT}\" stands there; reword it"));
            }
            rest = after;
        }
        piped + rest
    }

    /// Takes answers out of texts in which none may stand.
    fn without_answers(&mut self, at: &str, texts: &mut Texts) {
        for text in texts.0.values_mut() {
            let mut left = String::new();
            let mut rest = &**text;
            while let Some((before, _, after)) = next_answer(rest, self.opens) {
                left += &[before, WITHOUT].concat();
                rest = after;
            }
            if !left.is_empty() {
                let message = "an answer cannot stand in the words of a section: reword what is left of them";
                self.losses.push(Loss::new(at, message));
                *text = left + rest;
            }
        }
    }

    fn lose(&mut self, at: &str, message: impl Into<String>) {
        let loss = Loss::new(at, message);
        if self.losses.last() != Some(&loss) {
            self.losses.push(loss);
        }
    }
}

/// The first earlier answer that a text asks for, with what stands before and after it.
pub(super) fn next_answer<'t>(text: &'t str, opens: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find(opens)?;
        let inside = &text[at + opens.len()..];
        let end = inside.find(|c: char| !(c.is_alphanumeric() || "_.-:".contains(c))).unwrap_or(inside.len());
        match inside[end..].strip_prefix('}') {
            Some(after) if end > 0 => return Some((&text[..at], &inside[..end], after)),
            _ => from = at + opens.len(),
        }
    }
}

fn can_be_piped(question: &Question) -> bool {
    let fits = !matches!(
        question.kind,
        Kind::Grid(_) | Kind::LongText(_) | Kind::Consent(_) | Kind::Postcode | Kind::Information
    );
    fits && !question.sensitive
}

/// How much a condition names.
fn size(condition: &Condition) -> usize {
    let leaves = condition.leaves().into_iter();
    leaves.map(|leaf| if let Condition::Answer(rule) = leaf { 1 + rule.is.len() } else { 1 }).sum()
}

/// The beginning of a rule, for a message.
fn short(rule: &str) -> String {
    const SHOWN: usize = 200;
    let shown: String = rule.chars().take(SHOWN).collect();
    if shown.len() < rule.len() { shown + "…" } else { shown }
}
