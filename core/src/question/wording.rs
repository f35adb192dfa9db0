//! A question in other words.

use std::{borrow::Cow, collections::BTreeMap};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Question;
use crate::{
    age::AgeBand,
    picture::Illustration,
    text::{Key, Texts},
    wording::{self, ForReaders, Reader, Readers, in_lines},
};

/// What a question says to some readers. Whatever it leaves out, they read as everybody does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// For whom. Easy Read goes over the wording for an age.
    #[serde(rename = "for")]
    pub readers: Vec<Readers>,
    /// The question itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Texts>,
    /// Help with answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Texts>,
    /// Why it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Texts>,
    /// The picture above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Illustration>,
    /// Options by their keys; of a grid, the points.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<Key, Texts>,
    /// Statements of a grid by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub statements: BTreeMap<Key, Texts>,
    /// What a consent agrees to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agree: Option<Texts>,
}

/// What words beside a control belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label<'k> {
    /// An option or point.
    Option(&'k Key),
    /// A statement of a grid.
    Statement(&'k Key),
    /// The box of a consent.
    Agree,
}

impl Question {
    /// The question as this reader reads it: the same key, kind and option keys, and the words that are for them. Ask
    /// it before [`piping::fill`](crate::piping::fill).
    pub fn worded(&self, reader: Reader) -> Cow<'_, Self> {
        let layers: Vec<_> = reader.layers(&self.wordings).collect();
        if layers.is_empty() && !reader.easy_read {
            return Cow::Borrowed(self);
        }
        let mut worded = Self { wordings: Vec::new(), ..self.clone() };
        for wording in layers {
            wording.lay_over(&mut worded);
        }
        if reader.easy_read {
            for texts in worded.texts_mut() {
                *texts = in_lines(texts);
            }
        }
        Cow::Owned(worded)
    }

    /// Whether Easy Read shows anything of its own here: a wording, or a picture.
    pub(crate) fn has_easy_read(&self) -> bool {
        let worded = self.wordings.iter().any(|wording| wording.readers.contains(&Readers::EasyRead));
        worded || self.picture.is_some() || self.kind.pictures().next().is_some()
    }

    /// What is wrong with its wordings, in words. `told` are the ages that earlier sections may tell.
    pub(crate) fn wording_faults(&self, told: &[AgeBand]) -> Vec<String> {
        let mut faults = wording::faults(&self.wordings, told);
        let mut own = self.clone();
        let labels: Vec<_> = own.kind.labels_mut().into_iter().map(|(label, _)| label).collect();
        for wording in &self.wordings {
            let strange = wording.labels().filter(|(label, _)| !labels.contains(label));
            faults.extend(strange.map(|(label, _)| match label {
                Label::Option(key) => format!("a wording words the option \"{key}\", which the question does not have"),
                Label::Statement(key) => {
                    format!("a wording words the statement \"{key}\", which the question does not have")
                }
                Label::Agree => "a wording has \"agree\", which is for a consent".to_owned(),
            }));
        }
        faults
    }
}

impl Wording {
    fn labels(&self) -> impl Iterator<Item = (Label<'_>, &Texts)> {
        let options = self.options.iter().map(|(key, text)| (Label::Option(key), text));
        let statements = self.statements.iter().map(|(key, text)| (Label::Statement(key), text));
        options.chain(statements).chain(self.agree.iter().map(|agree| (Label::Agree, agree)))
    }

    fn lay_over(&self, question: &mut Question) {
        if let Some(text) = &self.text {
            question.text.clone_from(text);
        }
        question.help = self.help.clone().or(question.help.take());
        question.reason = self.reason.clone().or(question.reason.take());
        question.picture = self.picture.clone().or(question.picture.take());
        for (label, text) in question.kind.labels_mut() {
            if let Some((_, own)) = self.labels().find(|(own, _)| *own == label) {
                text.clone_from(own);
            }
        }
    }
}

impl ForReaders for Wording {
    fn readers(&self) -> &[Readers] {
        &self.readers
    }

    fn texts(&self) -> Vec<(String, &Texts)> {
        let parts = [("text", self.text.as_ref()), ("help", self.help.as_ref()), ("reason", self.reason.as_ref())];
        let parts = parts.into_iter().chain([("picture", self.picture.as_ref().map(|picture| &picture.alt))]);
        let mut texts: Vec<_> = parts.filter_map(|(part, text)| Some((part.to_owned(), text?))).collect();
        texts.extend(self.labels().map(|(label, text)| match label {
            Label::Option(key) => (format!("option {key}"), text),
            Label::Statement(key) => (format!("statement {key}"), text),
            Label::Agree => ("agree".to_owned(), text),
        }));
        texts
    }
}
