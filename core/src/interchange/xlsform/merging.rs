//! What a person changed in the usual columns of a form that Heard wrote wins over what Heard had noted.

use std::{borrow::Cow, collections::BTreeSet};

use super::{
    super::{LONGEST_CELL, assembly, constraint, keys::Keys},
    carried::own_codes,
    form::{Line, Offered, clean},
    options::{Codes, several, single},
    reading::{Reading, list_of},
    writing::type_of,
};
use crate::{
    question::{Choice, Kind, Labelled, Question},
    text::{Key, Lang, Texts},
};

const OPENS: &str = "{answer:";

/// Texts of Heard, and what they are in a form.
pub(super) struct Words<'a> {
    /// Those that the form has columns for.
    pub languages: &'a [Lang],
    /// What an answer in a text can be called.
    pub names: &'a BTreeSet<String>,
}

impl Words<'_> {
    /// A text as the form has it.
    pub fn shown(&self, text: &str) -> String {
        let mut shown = String::new();
        let escaped = |text: &str| text.replace(assembly::XLSFORM, "$ {");
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(OPENS) {
            let Some((inside, after)) = after.split_once('}') else { break };
            let (name, without) = inside.split_once('|').unwrap_or((inside, ""));
            shown += &escaped(before);
            shown += &if self.names.contains(name) { ["${", name, "}"].concat() } else { escaped(without) };
            rest = after;
        }
        shown += &escaped(rest);
        clean(&shown)
    }

    /// Texts as the form has them.
    pub fn all_shown(&self, texts: &Texts) -> Texts {
        let mut shown = Texts::default();
        for lang in self.languages {
            shown.set(lang, &self.shown(texts.own(lang)));
        }
        shown
    }

    /// Takes over what reads otherwise in the form than it was written.
    pub fn reword(&self, was: &mut Texts, now: &Texts) {
        for lang in self.languages {
            let (before, now) = (was.own(lang), now.own(lang));
            let shown: String = self.shown(before).chars().take(LONGEST_CELL).collect();
            if clean(&shown) != now {
                let text = told(now, before);
                was.set(lang, &text);
            }
        }
    }

    /// Takes over the words of a question and its help.
    fn reword_around(&self, was: &mut Question, line: &Line) {
        self.reword(&mut was.text, &line.label);
        let had = was.help.take();
        let mut help = had.clone().unwrap_or_default();
        self.reword(&mut help, &line.hint);
        was.help = Some(help).filter(|help| !help.is_empty() || had.as_ref().is_some_and(Texts::is_empty));
    }
}

/// A text of the form with its answers piped as Heard does, with what was read without an answer, if that is known.
fn told(now: &str, before: &str) -> String {
    let mut told = String::new();
    let mut rest = now;
    while let Some((words, name, after)) = assembly::next_answer(rest, assembly::XLSFORM) {
        let opens = format!("{OPENS}{name}|");
        let without =
            before.split_once(&opens).and_then(|(_, after)| after.split_once('}')).map(|(without, _)| without);
        told += &[words, &opens, without.unwrap_or("…"), "}"].concat();
        rest = after;
    }
    told + rest
}

impl Reading<'_> {
    /// Changes a question to what its line says now, and gives the codes of its options. `None` where it is of another
    /// kind now.
    pub fn merge(&mut self, line: &Line, rows: &[Line], was: &mut Question) -> Option<Codes> {
        let (kind, rest) = line.kind();
        let numbers = ["integer", "decimal"];
        let same = kind == type_of(&was.kind) || numbers.contains(&&*kind) && numbers.contains(&type_of(&was.kind));
        if !same || matches!(was.kind, Kind::Grid(_)) != kind.starts_with("begin_") {
            let message = "its type was changed: the usual columns count, and what Heard had noted besides (such as why \
                it is asked, and other words for some readers) was left out";
            self.lose(&line.at, message);
            return None;
        }
        let labelled = labelled(was);
        let list = rows.first().map_or(rest, |row| row.kind().1);
        let form = self.form;
        let offered = form.lists.get(list_of(&list)).map_or(&[][..], Vec::as_slice);
        let codes = self.codes(list_of(&list), offered);
        self.merge_constraint(line, was, &codes);
        if let Kind::Number(number) = &mut was.kind {
            number.whole = kind == "integer";
        }
        if was.takes_answer() {
            was.required = match was.kind {
                Kind::Grid(_) if rows.is_empty() => was.required,
                Kind::Grid(_) => self.all_required(rows),
                _ => self.is_required(line),
            };
        }
        let words = self.words();
        words.reword_around(was, line);
        merge_kind(&words, &mut was.kind, offered, &codes);
        if let Kind::Grid(grid) = &mut was.kind {
            grid.statements = statements(&words, &grid.statements, rows);
        }
        forget_labels(was, &labelled);
        Some(match &was.kind {
            Kind::YesNo | Kind::Consent(_) => own_codes(was.option_keys()),
            _ => codes,
        })
    }

    fn merge_constraint(&mut self, line: &Line, was: &mut Question, codes: &Codes) {
        if clean(&constraint::write(&was.kind)) == line.cell("constraint") {
            return;
        }
        let mut kind = was.kind.clone();
        match &mut kind {
            Kind::Date(asked) => (asked.earliest, asked.latest) = (None, None),
            Kind::Several(several) => {
                several.at_most = None;
                several.options.iter_mut().for_each(|option| option.exclusive = false);
            }
            _ => {}
        }
        match constraint::read(line.cell("constraint"), &mut kind, codes) {
            Ok(()) => was.kind = kind,
            Err(why) => {
                let message = format!("its constraint \"{}\" was left out: {why}", line.cell("constraint"));
                self.lose(&line.at, message);
            }
        }
    }
}

fn merge_kind(words: &Words<'_>, kind: &mut Kind, offered: &[Offered], codes: &Codes) {
    let labels = || codes.iter().map(|(_, key)| key).zip(offered.iter().map(|option| &option.label));
    match kind {
        Kind::Single(kind) | Kind::Scale(kind) => {
            kind.options = merged(words, &kind.options, labels(), |o| &o.key, |o| &mut o.text, single);
        }
        Kind::Grid(kind) => kind.options = merged(words, &kind.options, labels(), |o| &o.key, |o| &mut o.text, single),
        Kind::Several(kind) => {
            kind.options = merged(words, &kind.options, labels(), |o| &o.key, |o| &mut o.text, several);
        }
        Kind::Ranking(kind) => {
            let fresh = |(key, text)| Labelled { key, text };
            kind.options = merged(words, &kind.options, labels(), |o| &o.key, |o| &mut o.text, fresh);
        }
        Kind::Consent(kind) => {
            if let Some(yes) = offered.first() {
                words.reword(&mut kind.agree, &yes.label);
            }
        }
        Kind::YesNo if !codes.iter().all(|(_, key)| ["yes", "no"].contains(&&**key)) => {
            let options = labels().map(|(key, text)| single((key.clone(), text.clone()))).collect();
            *kind = Kind::Single(Choice { options });
        }
        _ => {}
    }
}

/// The options of a list: as they were, where they were, in their new words.
fn merged<'l, T: Clone>(
    words: &Words<'_>,
    was: &[T],
    labels: impl Iterator<Item = (&'l Key, &'l Texts)>,
    key: fn(&T) -> &Key,
    text: fn(&mut T) -> &mut Texts,
    fresh: fn((Key, Texts)) -> T,
) -> Vec<T> {
    let one = |(own, label): (&Key, &Texts)| {
        let known = was.iter().find(|option| key(option) == own).cloned();
        let mut option = known.unwrap_or_else(|| fresh((own.clone(), Texts::default())));
        words.reword(text(&mut option), label);
        option
    };
    labels.map(one).collect()
}

/// The statements of a grid, by the rows that ask them.
fn statements(words: &Words<'_>, was: &[Labelled], rows: &[Line]) -> Vec<Labelled> {
    let mut keys = Keys::new("statement", &[]);
    let one = |row: &Line| {
        let known =
            row.cell("heard::part").strip_prefix("statement ").and_then(|key| was.iter().find(|s| *s.key == *key));
        let name = known.map_or(Cow::Borrowed(row.name()), |known| Cow::Owned(known.key.to_string()));
        let mut text = known.map(|known| known.text.clone()).unwrap_or_default();
        words.reword(&mut text, &row.label);
        Labelled { key: keys.give(&name), text }
    };
    rows.iter().map(one).collect()
}

/// The keys of a question's options, and of its statements.
fn labelled(question: &Question) -> [BTreeSet<String>; 2] {
    let statements = match &question.kind {
        Kind::Grid(grid) => grid.statements.iter().map(|statement| statement.key.to_string()).collect(),
        _ => BTreeSet::new(),
    };
    [question.option_keys().into_iter().map(str::to_owned).collect(), statements]
}

/// Takes out other words for the options and statements that are gone.
fn forget_labels(question: &mut Question, was: &[BTreeSet<String>; 2]) {
    let now = labelled(question);
    let gone = |place: usize, key: &Key| was[place].contains(&**key) && !now[place].contains(&**key);
    for wording in &mut question.wordings {
        wording.options.retain(|key, _| !gone(0, key));
        wording.statements.retain(|key, _| !gone(1, key));
    }
}
