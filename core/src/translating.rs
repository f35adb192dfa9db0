//! A survey's texts as lines to write beside one another: in another language, or in other words for some readers.
//!
//! A line is named as [`Survey::texts`] names its text, such as `child/plays/option yes`; words for readers are named
//! without them.

use std::collections::BTreeMap;

use crate::{
    picture::Illustration,
    question::{Kind, Question, Wording},
    survey::{Section, Survey},
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

    /// What [`Survey::texts`] gives, to be changed.
    fn texts_mut(&mut self) -> Vec<(String, &mut Texts)> {
        let mut texts = vec![
            ("title".to_owned(), &mut self.title),
            ("welcome".to_owned(), &mut self.welcome),
            ("thanks".to_owned(), &mut self.thanks),
        ];
        if let Some(draw) = &mut self.draw {
            texts.extend([("draw/prize".to_owned(), &mut draw.prize), ("draw/rules".to_owned(), &mut draw.rules)]);
        }
        for wording in &mut self.wordings {
            let readers = codes(&wording.readers);
            let parts = [("welcome", &mut wording.welcome), ("thanks", &mut wording.thanks)];
            texts.extend(
                parts.into_iter().filter_map(|(part, text)| Some((format!("{part} for {readers}"), text.as_mut()?))),
            );
        }
        texts.extend(self.sections.iter_mut().flat_map(Section::texts_mut));
        texts
    }
}

impl Section {
    fn texts_mut(&mut self) -> Vec<(String, &mut Texts)> {
        let mut texts = vec![("title".to_owned(), &mut self.title)];
        texts.extend(self.intro.iter_mut().map(|intro| ("intro".to_owned(), intro)));
        for wording in &mut self.wordings {
            let readers = codes(&wording.readers);
            let parts = [("title", &mut wording.title), ("intro", &mut wording.intro)];
            texts.extend(
                parts.into_iter().filter_map(|(part, text)| Some((format!("{part} for {readers}"), text.as_mut()?))),
            );
        }
        for question in &mut self.questions {
            let key = question.key.clone();
            texts.extend(question.named_texts_mut().into_iter().map(|(part, text)| (format!("{key}/{part}"), text)));
        }
        let key = &self.key;
        texts.into_iter().map(|(part, text)| (format!("{key}/{part}"), text)).collect()
    }
}

impl Question {
    fn named_texts_mut(&mut self) -> Vec<(String, &mut Texts)> {
        let names: Vec<String> = self.plain_texts().into_iter().map(|(part, _)| part).collect();
        let wordings: Vec<_> = self.wordings.iter_mut().flat_map(Wording::texts_mut).collect();
        let Self { text, help, reason, picture, kind, .. } = self;
        let mut texts = vec![text];
        texts.extend(help.iter_mut().chain(reason));
        texts.extend(picture.iter_mut().map(|picture| &mut picture.alt));
        texts.extend(kind.texts_mut());
        names.into_iter().zip(texts).chain(wordings).collect()
    }

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

impl Kind {
    /// The texts of a kind, in the order in which [`Question::plain_texts`] names them.
    fn texts_mut(&mut self) -> Vec<&mut Texts> {
        match self {
            Self::Single(kind) | Self::Scale(kind) => kind.options.iter_mut().map(|one| &mut one.text).collect(),
            Self::Several(kind) => kind.options.iter_mut().map(|one| &mut one.text).collect(),
            Self::Ranking(kind) => kind.options.iter_mut().map(|one| &mut one.text).collect(),
            Self::Grid(kind) => {
                let options = kind.options.iter_mut().map(|one| &mut one.text);
                options.chain(kind.statements.iter_mut().map(|one| &mut one.text)).collect()
            }
            Self::Consent(kind) => vec![&mut kind.agree],
            _ => Vec::new(),
        }
    }
}

impl Wording {
    fn texts_mut(&mut self) -> Vec<(String, &mut Texts)> {
        let readers = codes(&self.readers);
        let Self { text, help, reason, picture, options, statements, agree, .. } = self;
        let parts = [("text", text.as_mut()), ("help", help.as_mut()), ("reason", reason.as_mut())];
        let parts = parts.into_iter().chain([("picture", picture.as_mut().map(|picture| &mut picture.alt))]);
        let mut texts: Vec<_> = parts.filter_map(|(part, text)| Some((part.to_owned(), text?))).collect();
        texts.extend(options.iter_mut().map(|(key, text)| (format!("option {key}"), text)));
        texts.extend(statements.iter_mut().map(|(key, text)| (format!("statement {key}"), text)));
        texts.extend(agree.iter_mut().map(|agree| ("agree".to_owned(), agree)));
        texts.into_iter().map(|(part, text)| (format!("{part} for {readers}"), text)).collect()
    }
}

fn codes(readers: &[Readers]) -> String {
    readers.iter().map(|readers| readers.code()).collect::<Vec<_>>().join(", ")
}

fn said<'w, W: ForReaders>(wordings: &'w [W], readers: Readers, part: &str) -> Option<&'w Texts> {
    let wording = wordings.iter().find(|wording| wording.readers().contains(&readers))?;
    wording.texts().into_iter().find(|(name, _)| name == part).map(|(_, texts)| texts)
}

/// Changes the wording for some readers, which may have to be made, or parted from that of others.
fn change<W: ForReaders>(
    wordings: &mut Vec<W>,
    readers: Readers,
    change: impl FnOnce(&mut W) -> Option<()>,
) -> Option<()> {
    let at = wordings.iter().position(|wording| wording.readers().contains(&readers));
    let mut own = at.map_or_else(|| W::blank(readers), |at| wordings[at].clone());
    change(&mut own)?;
    *own.readers_mut() = vec![readers];
    match at {
        Some(at) if wordings[at].readers().len() == 1 => wordings[at] = own,
        Some(at) if own.texts() != wordings[at].texts() => {
            wordings[at].readers_mut().retain(|one| *one != readers);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn surveys() -> [Survey; 2] {
        [include_str!("../../web/src/demo/survey.json"), include_str!("../../web/src/demo/young_people.json")]
            .map(|json| serde_json::from_str(json).unwrap())
    }

    #[test]
    fn what_can_be_changed_is_named_as_what_can_be_read() {
        for mut survey in surveys() {
            let read: Vec<_> = survey.texts().into_iter().map(|(at, texts)| (at, texts.clone())).collect();
            let mut changed: Vec<_> = survey.texts_mut().into_iter().map(|(at, texts)| (at, texts.clone())).collect();
            let mut expected = read;
            expected.sort_by(|a, b| a.0.cmp(&b.0));
            changed.sort_by(|a, b| a.0.cmp(&b.0));
            assert_eq!(changed, expected);
        }
    }

    #[test]
    fn writing_what_stands_there_changes_nothing() {
        let english = Lang::english();
        let polish = Beside::Language(Lang::try_from("pl".to_owned()).unwrap());
        for before in surveys() {
            let mut survey = before.clone();
            let ways = Readers::ALL.map(Beside::Readers).into_iter().chain([polish.clone()]);
            for beside in ways {
                let sections: Vec<_> = survey.sections.iter().map(|section| Some(section.key.to_string())).collect();
                for section in sections.into_iter().chain([None]) {
                    for line in survey.lines(section.as_deref(), &beside, &english) {
                        assert!(survey.write_line(&line.at, &beside, &english, &line.own), "{}", line.at);
                    }
                }
            }
            assert_eq!(survey, before);
        }
    }

    #[test]
    fn words_for_readers_begin_part_and_end() {
        let english = Lang::english();
        let [mut survey, _] = surveys();
        let section = survey.sections[0].key.clone();
        let at = format!("{section}/title");
        let (under_9, easy) = (Beside::Readers(Readers::Under9), Beside::Readers(Readers::EasyRead));
        survey.sections[0].wordings = vec![SectionWording {
            readers: vec![Readers::Under9, Readers::EasyRead],
            title: Some(Texts::english("Both")),
            intro: None,
        }];
        assert!(survey.write_line(&at, &under_9, &english, "Small"));
        let own = |survey: &Survey, beside: &Beside| {
            let lines = survey.lines(Some(&section), beside, &english);
            lines.into_iter().find(|line| line.at == at).unwrap().own
        };
        assert_eq!((own(&survey, &under_9).as_str(), own(&survey, &easy).as_str()), ("Small", "Both"));
        assert!(survey.write_line(&at, &under_9, &english, " "));
        assert_eq!(survey.sections[0].wordings.len(), 1);
        assert!(!survey.write_line("nowhere/title", &under_9, &english, "x"));
        assert!(!survey.write_line(&format!("{section}/colour"), &easy, &english, "x"));
    }
}
