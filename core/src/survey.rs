//! A survey as its author wrote it. A published version never changes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    answer::{Answer, Answers},
    audience::Audience,
    condition::Condition,
    equality,
    question::Question,
    text::{Key, Lang, Texts},
};

/// Section keys that are addresses of the platform.
const RESERVED: [&str; 4] = ["check", "send", "start", "stop"];

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
    /// In the order in which they are answered.
    pub sections: Vec<Section>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: `section/question`, or a path into the file.
    pub at: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Survey {
    /// Reads the JSON form of a survey, with standard items put in as questions, and checks it whole.
    pub fn from_json(json: &str) -> Result<Self, Vec<Fault>> {
        let unreadable = |e: serde_json::Error| vec![Fault { at: String::new(), message: e.to_string() }];
        let mut written: Value = serde_json::from_str(json).map_err(unreadable)?;
        if let Some(fields) = written.as_object_mut() {
            fields.remove("$schema");
        }
        let mut survey: Self = Self::deserialize(&written).map_err(unreadable)?;
        let understood = serde_json::to_value(&survey).map_err(unreadable)?;
        let mut faults = unknown_fields(&written, &understood, "");
        faults.extend(survey.add_standard_items());
        faults.extend(survey.faults());
        if faults.is_empty() { Ok(survey) } else { Err(faults) }
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

    /// Whom the answers show the respondent to be: by the last answer that says so; when the survey is for one
    /// audience only, that one.
    pub fn audience(&self, answers: &Answers) -> Option<Audience> {
        let told = self.questions().filter_map(|(_, question)| match answers.get(&question.key) {
            Some(Answer::Choice(option)) => question.audience_of(option),
            _ => None,
        });
        told.last().or(match self.audiences[..] {
            [only] => Some(only),
            _ => None,
        })
    }

    fn add_standard_items(&mut self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for section in &mut self.sections {
            for name in std::mem::take(&mut section.standard) {
                match equality::item(&name) {
                    Some(question) => section.questions.push(question),
                    None => faults.push(Fault {
                        at: section.key.to_string(),
                        message: format!("there is no standard item \"{name}\"; there are {}", equality::names()),
                    }),
                }
            }
            if section.monitoring {
                for question in &mut section.questions {
                    question.sensitive = true;
                }
            }
        }
        faults
    }

    fn faults(&self) -> Vec<Fault> {
        let fault = |at: &str, message: &str| Fault { at: at.to_owned(), message: message.to_owned() };
        let mut faults = Vec::new();
        if self.languages.is_empty() {
            faults.push(fault("languages", "name at least one language"));
        }
        if self.audiences.is_empty() {
            faults.push(fault("audiences", "name at least one audience"));
        }
        if self.sections.is_empty() {
            faults.push(fault("sections", "a survey needs at least one section"));
        }
        let mut earlier = BTreeMap::new();
        for (place, section) in self.sections.iter().enumerate() {
            let taken = self.sections[..place].iter().any(|before| before.key == section.key);
            if taken || RESERVED.contains(&&*section.key) {
                let message = format!("the section key \"{}\" is taken; choose another", section.key);
                faults.push(fault(&section.key, &message));
            }
            faults.extend(self.section_faults(section, &mut earlier));
        }
        faults.extend(self.missing_translations());
        faults.extend(self.hidden_signs());
        faults
    }

    /// Faults within a section. Its questions are added to `earlier`, which conditions of later sections may look at.
    fn section_faults<'s>(&'s self, section: &'s Section, earlier: &mut BTreeMap<&'s str, &'s Question>) -> Vec<Fault> {
        let within = |message: String| Fault { at: section.key.to_string(), message };
        let mut faults: Vec<_> =
            condition_faults(section.condition.as_ref(), earlier).into_iter().map(within).collect();
        if section.questions.is_empty() {
            faults.push(within("a section needs at least one question".to_owned()));
        }
        for question in &section.questions {
            let at = format!("{}/{}", section.key, question.key);
            let messages = self.question_faults(section, question, earlier);
            faults.extend(messages.into_iter().map(|message| Fault { at: at.clone(), message }));
        }
        for question in &section.questions {
            if earlier.insert(&question.key, question).is_some() {
                faults.push(within(format!("two questions have the key \"{}\"; give each its own", question.key)));
            }
        }
        faults
    }

    fn missing_translations(&self) -> Vec<Fault> {
        let missing = self.texts().into_iter().flat_map(|(at, texts)| {
            let languages = self.languages.iter().filter(move |lang| !texts.has(lang));
            languages.map(move |lang| Fault {
                at: at.clone(),
                message: format!("there is no text in \"{lang}\"; write one, or take the language out"),
            })
        });
        missing.collect()
    }

    fn hidden_signs(&self) -> Vec<Fault> {
        self.texts().into_iter().filter_map(|(at, texts)| Some(Fault { at, message: texts.hidden_sign()? })).collect()
    }

    fn question_faults(
        &self,
        section: &Section,
        question: &Question,
        earlier: &BTreeMap<&str, &Question>,
    ) -> Vec<String> {
        let mut faults = question.faults();
        faults.extend(condition_faults(question.condition.as_ref(), earlier));
        if section.monitoring && question.required {
            faults.push("equality monitoring is never required; take \"required\" out".to_owned());
        }
        if section.monitoring && question.reason.is_none() {
            faults.push("equality monitoring says why it asks; write a \"reason\"".to_owned());
        }
        let foreign = question
            .option_keys()
            .into_iter()
            .filter_map(|option| question.audience_of(option))
            .find(|audience| !self.audiences.contains(audience));
        faults.extend(foreign.map(|audience| {
            format!("an option leads to \"{}\", which the survey's \"audiences\" do not name", audience.code())
        }));
        faults
    }

    fn texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = vec![
            ("title".to_owned(), &self.title),
            ("welcome".to_owned(), &self.welcome),
            ("thanks".to_owned(), &self.thanks),
        ];
        for section in &self.sections {
            texts.push((format!("{}/title", section.key), &section.title));
            texts.extend(section.intro.iter().map(|intro| (format!("{}/intro", section.key), intro)));
        }
        for (section, question) in self.questions() {
            let at = |part| format!("{}/{}/{part}", section.key, question.key);
            texts.extend(question.texts().into_iter().map(|(part, text)| (at(part), text)));
        }
        texts
    }
}

fn condition_faults(condition: Option<&Condition>, earlier: &BTreeMap<&str, &Question>) -> Vec<String> {
    let rules = condition.map(Condition::answer_rules).unwrap_or_default();
    rules
        .into_iter()
        .flat_map(|rule| match earlier.get(&*rule.question) {
            None => vec![format!(
                "its condition looks at \"{}\", which is not a question of an earlier section",
                rule.question
            )],
            Some(question) => rule
                .is
                .iter()
                .filter(|option| !question.option_keys().contains(&&***option))
                .map(|option| {
                    format!("its condition looks for \"{option}\", which \"{}\" does not offer", rule.question)
                })
                .collect(),
        })
        .collect()
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

fn says_nothing(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false)) || value.as_array().is_some_and(Vec::is_empty)
}
