//! A survey as its author wrote it. A published version never changes.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    audience::Audience,
    condition::Condition,
    equality, faults, json,
    question::Question,
    text::{Key, Lang, Texts},
    walk::Pace,
    wording::{self, ForReaders, Reader, Readers, SectionWording, SurveyWording},
};

/// A survey: sections of questions for some audiences, in some languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Stable over versions and waves; part of the address.
    pub key: Key,
    /// Its name.
    pub title: Texts,
    /// What it is about and why to answer: paragraphs, with an empty line between them.
    pub welcome: Texts,
    /// What is said after sending.
    pub thanks: Texts,
    /// The languages that every text of it is written in.
    pub languages: Vec<Lang>,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// About how long it takes, as the author promises it.
    pub minutes: u32,
    /// Whether every question offers "I don't understand this question".
    #[serde(default = "yes")]
    pub offer_not_understood: bool,
    /// How it is parted into pages, until a respondent wants it otherwise.
    #[serde(default)]
    pub pace: Pace,
    /// What is said around the questions to whoever asked for Easy Read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<SurveyWording>,
    /// In the order in which they are answered.
    pub sections: Vec<Section>,
    /// A prize draw among all who like to enter, whether or not they answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

/// A prize draw. It takes entries while a wave is open, on a page of its own, and nothing joins them to answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// What can be won.
    pub prize: Texts,
    /// Who may enter, and how the winner is found: paragraphs, with an empty line between them.
    pub rules: Texts,
    /// Whether young people may enter too: they would leave an address with us. A survey that asks them has a draw
    /// only where this says so, and its page then tells children to ask a grown-up.
    #[serde(default)]
    pub young_people: bool,
}

/// Questions that are answered together, on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Part of the address.
    pub key: Key,
    /// Its heading.
    pub title: Texts,
    /// What is said above its questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Texts>,
    /// The same in other words, for readers of an age or of Easy Read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<SectionWording>,
    /// When it is shown; always, where there is none. It may look at earlier sections only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// Equality monitoring: stored apart, never required, always with a way not to say.
    #[serde(default)]
    pub monitoring: bool,
    /// Standard items to add after the questions. A survey that was read has them as questions, and this is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standard: Vec<String>,
    /// The section's own questions.
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// Something in a survey that its author has to change before it can be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Where: `section/question`, or a path into the file.
    pub at: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Survey {
    /// Section keys that are addresses of the platform.
    pub const RESERVED: [&str; 15] = [
        "all", "check", "code", "draw", "fresh", "invited", "leave", "next", "pace", "paper", "return", "send",
        "start", "stop", "tablet",
    ];

    /// Reads the JSON form of a survey, with standard items put in as questions, and checks it whole.
    pub fn from_json(json: &str) -> Result<Self, Vec<Fault>> {
        let (draft, mut faults) = Self::read(json)?;
        let (survey, missing) = draft.with_standard_items();
        faults.extend(missing);
        faults.extend(faults::of(&survey));
        if faults.is_empty() { Ok(survey) } else { Err(faults) }
    }

    /// Reads the JSON form of a survey as its author left it, whatever has still to be changed, standard items by their
    /// names. It is refused only for what cannot be read and for fields that we do not know.
    pub fn draft(json: &str) -> Result<Self, Vec<Fault>> {
        let (draft, strange) = Self::read(json)?;
        if strange.is_empty() { Ok(draft) } else { Err(strange) }
    }

    /// What has to be changed before it can be published.
    pub fn faults(&self) -> Vec<Fault> {
        let (survey, mut faults) = self.clone().with_standard_items();
        faults.extend(faults::of(&survey));
        faults
    }

    /// A draft, and the fields in it that we do not know.
    fn read(json: &str) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let mut written = json::value(json).map_err(|fault| vec![fault])?;
        if let Some(fields) = written.as_object_mut() {
            fields.remove("$schema");
        }
        let survey: Self = json::meaning(&written).map_err(|fault| vec![fault])?;
        let understood =
            serde_json::to_value(&survey).map_err(|e| vec![Fault { at: String::new(), message: e.to_string() }])?;
        let strange = unknown_fields(&written, &understood, "");
        Ok((survey, strange))
    }

    /// The JSON Schema of [`Survey::from_json`]'s input.
    pub fn json_schema() -> Value {
        schemars::schema_for!(Survey).to_value()
    }

    /// Every question, in order, with its section.
    pub fn questions(&self) -> impl Iterator<Item = (&Section, &Question)> {
        self.sections.iter().flat_map(|section| section.questions.iter().map(move |question| (section, question)))
    }

    /// The section with this key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == *key)
    }

    /// The question with this key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.key == *key)
    }

    /// Whether some of those whom it asks may be children.
    pub fn asks_young_people(&self) -> bool {
        !self.audiences.iter().all(|audience| audience.is_adult())
    }

    /// Whether Easy Read is offered: where it shows words or pictures of its own.
    pub fn offers_easy_read(&self) -> bool {
        fn is_easy<W: ForReaders>(wordings: &[W]) -> bool {
            wordings.iter().any(|wording| wording.readers().contains(&Readers::EasyRead))
        }
        is_easy(&self.wordings)
            || self.sections.iter().any(|section| is_easy(&section.wordings))
            || self.questions().any(|(_, question)| question.has_easy_read())
    }

    /// What it is about, for this reader.
    pub fn welcome_for(&self, reader: Reader) -> Cow<'_, Texts> {
        let own = reader.layers(&self.wordings).find_map(|wording| wording.welcome.as_ref());
        reader.laid_out(own.unwrap_or(&self.welcome))
    }

    /// What is said after sending, for this reader.
    pub fn thanks_for(&self, reader: Reader) -> Cow<'_, Texts> {
        let own = reader.layers(&self.wordings).find_map(|wording| wording.thanks.as_ref());
        reader.laid_out(own.unwrap_or(&self.thanks))
    }

    /// The survey with the standard items that its sections name put in as questions, and what is wrong with those.
    pub fn with_standard_items(mut self) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        for section in &mut self.sections {
            for name in std::mem::take(&mut section.standard) {
                match equality::item(&name) {
                    Some(question) => {
                        let missing = equality::missing_languages(&question, &self.languages);
                        faults.extend(missing.map(|message| Fault { at: section.key.to_string(), message }));
                        section.questions.push(question);
                    }
                    None => faults.push(Fault {
                        at: section.key.to_string(),
                        message: format!("there is no standard item \"{name}\"; there are {}", equality::names()),
                    }),
                }
            }
            for question in &mut section.questions {
                question.sensitive |= section.monitoring;
                question.offer_not_understood &= self.offer_not_understood;
            }
        }
        (self, faults)
    }

    /// Every text of the author's own, with where it stands: what has to be translated.
    pub fn texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = self.own_texts();
        for (section, question) in self.questions().filter(|(_, question)| !equality::is_copy(question)) {
            let at = |part| format!("{}/{}/{part}", section.key, question.key);
            texts.extend(question.texts().into_iter().map(|(part, text)| (at(part), text)));
        }
        texts
    }

    /// Every text that is none of a question's.
    pub(crate) fn own_texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = vec![
            ("title".to_owned(), &self.title),
            ("welcome".to_owned(), &self.welcome),
            ("thanks".to_owned(), &self.thanks),
        ];
        if let Some(draw) = &self.draw {
            texts.extend([("draw/prize".to_owned(), &draw.prize), ("draw/rules".to_owned(), &draw.rules)]);
        }
        texts.extend(wording::texts(&self.wordings));
        texts.extend(self.sections.iter().flat_map(Section::own_texts));
        texts
    }
}

impl Section {
    /// Its heading, for this reader.
    pub fn title_for(&self, reader: Reader) -> Cow<'_, Texts> {
        let own = reader.layers(&self.wordings).filter_map(|wording| wording.title.as_ref()).last();
        reader.laid_out(own.unwrap_or(&self.title))
    }

    /// What is said above its questions, for this reader.
    pub fn intro_for(&self, reader: Reader) -> Option<Cow<'_, Texts>> {
        let own = reader.layers(&self.wordings).filter_map(|wording| wording.intro.as_ref()).last();
        own.or(self.intro.as_ref()).map(|intro| reader.laid_out(intro))
    }

    /// Every text that is none of a question's, with where it stands.
    fn own_texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = vec![("title".to_owned(), &self.title)];
        texts.extend(self.intro.iter().map(|intro| ("intro".to_owned(), intro)));
        texts.extend(wording::texts(&self.wordings));
        texts.into_iter().map(|(part, text)| (format!("{}/{part}", self.key), text)).collect()
    }
}

/// Fields that were written and not understood: a misspelt name must not pass for an absent one.
fn unknown_fields(written: &Value, understood: &Value, at: &str) -> Vec<Fault> {
    match (written, understood) {
        (Value::Object(written), Value::Object(understood)) => written
            .iter()
            .flat_map(|(name, value)| match understood.get(name) {
                Some(known) => unknown_fields(value, known, &format!("{at}/{name}")),
                None if says_nothing(value) => Vec::new(),
                None => vec![Fault { at: format!("{at}/{name}"), message: "there is no such field here".to_owned() }],
            })
            .collect(),
        (Value::Array(written), Value::Array(understood)) => written
            .iter()
            .zip(understood)
            .enumerate()
            .flat_map(|(i, (value, known))| unknown_fields(value, known, &format!("{at}/{i}")))
            .collect(),
        _ => Vec::new(),
    }
}

fn yes() -> bool {
    true
}

fn says_nothing(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false)) || value.as_array().is_some_and(Vec::is_empty)
}
