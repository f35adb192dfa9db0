//! Every text of a survey by its name, to be changed.

use crate::{
    question::{Kind, Question, Wording},
    survey::{Section, Survey},
    text::Texts,
    wording::Readers,
};

impl Survey {
    /// What [`Survey::texts`] gives, to be changed.
    pub(super) fn texts_mut(&mut self) -> Vec<(String, &mut Texts)> {
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
