//! A survey's texts as lines to write beside one another: in another language, or in other words for some readers.
//!
//! A line is named as [`Survey::texts`] names its text, such as `child/plays/option yes`; words for readers are named
//! without them.

mod merging;
mod texts;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use merging::{Clash, Rewritten};

use crate::{
    picture::Illustration,
    question::{Question, Wording},
    survey::Survey,
    text::{Key, Lang, Texts},
    wording::{ForReaders, Readers, SectionWording, SurveyWording},
};

/// What is written beside a survey's first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The same in another language.
    Language(Lang),
    /// The same language in other words.
    Readers(Readers),
}

/// A text and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub at: String,
    /// In the survey's first words.
    pub first: String,
    /// What stands beside it, or nothing.
    pub own: String,
}

impl Survey {
    /// The lines of a section; those around the sections, where none is named. `first` is the language that the survey is
    /// written in.
    pub fn lines(&self, section: Option<&str>, beside: &Beside, first: &Lang) -> Vec<Line> {
        let line = |at: String, texts: &Texts, own: &str| {
            let line = Line { at, first: texts.own(first).to_owned(), own: own.to_owned() };
            (!line.first.is_empty() || !line.own.is_empty()).then_some(line)
        };
        let lines: Vec<_> = match beside {
            Beside::Language(lang) => {
                self.texts().into_iter().filter_map(|(at, texts)| line(at, texts, texts.own(lang))).collect()
            }
            Beside::Readers(readers) => self
                .plain_texts()
                .into_iter()
                .filter_map(|(at, texts)| {
                    let own = self.worded(&at, *readers).map_or("", |own| own.own(first));
                    line(at, texts, own)
                })
                .collect(),
        };
        lines.into_iter().filter(|line| self.section_of(&line.at) == section).collect()
    }

    /// Writes a line; whether there is one of that name. Nothing, where no words are left.
    pub fn write_line(&mut self, at: &str, beside: &Beside, first: &Lang, words: &str) -> bool {
        match beside {
            Beside::Language(lang) => {
                let found = self.texts_mut().into_iter().find(|(name, _)| name == at);
                found.map(|(_, texts)| texts.set(lang, words)).is_some()
            }
            Beside::Readers(readers) => self.write_for(at, *readers, first, words).is_some(),
        }
    }

    fn section_of(&self, at: &str) -> Option<&str> {
        let (key, _) = at.split_once('/')?;
        self.section(key).map(|section| &*section.key)
    }

    /// Every text that readers may have other words for.
    fn plain_texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = vec![("welcome".to_owned(), &self.welcome), ("thanks".to_owned(), &self.thanks)];
        for section in &self.sections {
            texts.push((format!("{}/title", section.key), &section.title));
            texts.extend(section.intro.iter().map(|intro| (format!("{}/intro", section.key), intro)));
            for question in section.questions.iter().filter(|question| question.standard.is_none()) {
                let at = |part: &str| format!("{}/{}/{part}", section.key, question.key);
                texts.extend(question.plain_texts().into_iter().map(|(part, text)| (at(&part), text)));
            }
        }
        texts
    }

    /// The words for some readers, if there are any.
    fn worded(&self, at: &str, readers: Readers) -> Option<&Texts> {
        let mut steps = at.splitn(3, '/');
        match (steps.next()?, steps.next(), steps.next()) {
            (part, None, None) => said(&self.wordings, readers, part),
            (section, Some(part), None) => said(&self.section(section)?.wordings, readers, part),
            (section, Some(question), Some(part)) => {
                let mut questions = self.section(section)?.questions.iter();
                said(&questions.find(|one| one.key == *question)?.wordings, readers, part)
            }
            _ => None,
        }
    }

    fn write_for(&mut self, at: &str, readers: Readers, first: &Lang, words: &str) -> Option<()> {
        let mut steps = at.splitn(3, '/');
        match (steps.next()?, steps.next(), steps.next()) {
            (part, None, None) => change(&mut self.wordings, readers, |wording: &mut SurveyWording| {
                match part {
                    "welcome" => put(&mut wording.welcome, first, words),
                    "thanks" => put(&mut wording.thanks, first, words),
                    _ => return None,
                }
                Some(())
            }),
            (section, Some(part), None) => {
                let section = self.sections.iter_mut().find(|one| one.key == *section)?;
                change(&mut section.wordings, readers, |wording: &mut SectionWording| {
                    match part {
                        "title" => put(&mut wording.title, first, words),
                        "intro" => put(&mut wording.intro, first, words),
                        _ => return None,
                    }
                    Some(())
                })
            }
            (section, Some(question), Some(part)) => {
                let section = self.sections.iter_mut().find(|one| one.key == *section)?;
                let question = section.questions.iter_mut().find(|one| one.key == *question)?;
                question.write_for(part, readers, first, words)
            }
            _ => None,
        }
    }
}

impl Question {
    fn write_for(&mut self, part: &str, readers: Readers, first: &Lang, words: &str) -> Option<()> {
        let alone = self.plain_texts().into_iter().any(|(name, _)| name == part);
        let drawn = self.picture.as_ref().map(|picture| picture.name);
        let labelled = |prefix: &str| part.strip_prefix(prefix).and_then(|key| Key::try_from(key).ok());
        alone.then_some(())?;
        change(&mut self.wordings, readers, |wording: &mut Wording| {
            match part {
                "text" => put(&mut wording.text, first, words),
                "help" => put(&mut wording.help, first, words),
                "reason" => put(&mut wording.reason, first, words),
                "agree" => put(&mut wording.agree, first, words),
                "picture" => {
                    let mut alt = wording.picture.take().map(|picture| picture.alt);
                    put(&mut alt, first, words);
                    wording.picture = alt.zip(drawn).map(|(alt, name)| Illustration { name, alt });
                }
                _ => {
                    if let Some(key) = labelled("option ") {
                        put_in(&mut wording.options, key, first, words);
                    } else {
                        put_in(&mut wording.statements, labelled("statement ")?, first, words);
                    }
                }
            }
            Some(())
        })
    }
}

fn said<'w, W: ForReaders>(wordings: &'w [W], readers: Readers, part: &str) -> Option<&'w Texts> {
    let wording = wordings.iter().find(|wording| wording.readers().contains(&readers))?;
    wording.texts().into_iter().find(|(name, _)| name == part).map(|(_, texts)| texts)
}

/// A wording that can be begun, and given to other readers.
trait Begun: ForReaders + Clone {
    fn blank() -> Self;
    fn give_to(&mut self, readers: Vec<Readers>);
}

impl Begun for SurveyWording {
    fn blank() -> Self {
        Self { readers: Vec::new(), welcome: None, thanks: None }
    }

    fn give_to(&mut self, readers: Vec<Readers>) {
        self.readers = readers;
    }
}

impl Begun for SectionWording {
    fn blank() -> Self {
        Self { readers: Vec::new(), title: None, intro: None }
    }

    fn give_to(&mut self, readers: Vec<Readers>) {
        self.readers = readers;
    }
}

impl Begun for Wording {
    fn blank() -> Self {
        Self::default()
    }

    fn give_to(&mut self, readers: Vec<Readers>) {
        self.readers = readers;
    }
}

/// Changes the wording for some readers, which may have to be made, or parted from that of others.
fn change<W: Begun>(wordings: &mut Vec<W>, readers: Readers, change: impl FnOnce(&mut W) -> Option<()>) -> Option<()> {
    let at = wordings.iter().position(|wording| wording.readers().contains(&readers));
    let mut own = at.map_or_else(|| W::blank(), |at| wordings[at].clone());
    change(&mut own)?;
    own.give_to(vec![readers]);
    match at {
        Some(at) if wordings[at].readers().len() == 1 => wordings[at] = own,
        Some(at) if own.texts() != wordings[at].texts() => {
            let others = wordings[at].readers().iter().copied().filter(|one| *one != readers).collect();
            wordings[at].give_to(others);
            wordings.insert(at, own);
        }
        Some(_) => {}
        None => wordings.push(own),
    }
    wordings.retain(|wording| !wording.texts().is_empty());
    Some(())
}

fn put(place: &mut Option<Texts>, lang: &Lang, words: &str) {
    let mut texts = place.take().unwrap_or_default();
    texts.set(lang, words);
    *place = Some(texts).filter(|texts| !texts.is_empty());
}

fn put_in(place: &mut BTreeMap<Key, Texts>, key: Key, lang: &Lang, words: &str) {
    let mut texts = place.remove(&key);
    put(&mut texts, lang, words);
    place.extend(texts.map(|texts| (key, texts)));
}
