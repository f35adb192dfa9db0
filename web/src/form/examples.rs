//! A question of every kind, with what people type for it: for the gallery that staff can look at, and for the tests of
//! the controls. A kind that is missing here fails a test.

use std::{fmt, sync::LazyLock};

use heard_core::{
    age::AgeBand,
    answer::{Answers, Problem, Typed},
    area::{Place, Postcode},
    question::Question,
    wording::Reader,
};
use serde::Deserialize;

/// A question with what is typed for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Its name in addresses: that of the kind, or one that begins with it.
    pub name: String,
    /// The question.
    pub question: Question,
    /// Fields with values that answer it.
    filled: Vec<(String, String)>,
    /// Fields with values that have to be changed.
    wrong: Vec<(String, String)>,
}

/// How a control can stand on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// On the first visit.
    Empty,
    /// With an answer.
    Filled,
    /// With something that has to be changed.
    Wrong,
    /// With an answer that cannot be changed.
    ReadOnly,
    /// On the first visit, in Easy Read.
    EasyRead,
    /// On the first visit, as a child of 8 reads it.
    Under9,
}

/// All examples.
pub fn examples() -> &'static [Example] {
    static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
        serde_json::from_str(include_str!("examples.json")).expect("the examples are read by a test in every build")
    });
    &EXAMPLES
}

impl Example {
    /// What is typed in a state.
    pub fn typed(&self, state: State) -> Typed {
        match state {
            State::Empty | State::EasyRead | State::Under9 => Typed::default(),
            State::Filled | State::ReadOnly => self.filled.iter().cloned().collect(),
            State::Wrong => self.wrong.iter().cloned().collect(),
        }
    }

    /// What the question makes of it: nothing on the first visit, when nothing was sent yet.
    pub fn read(&self, state: State) -> (Answers, Vec<Problem>) {
        if matches!(state, State::Empty | State::EasyRead | State::Under9) {
            return <_>::default();
        }
        let place = |_: &Postcode| Some(Place { area: String::new(), decile: None, edition: String::new() });
        Answers::read([&self.question], &self.typed(state), &place)
    }
}

impl State {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Empty, Self::Filled, Self::Wrong, Self::ReadOnly, Self::EasyRead, Self::Under9];

    /// Who reads it.
    pub fn reader(self) -> Reader {
        match self {
            Self::EasyRead => Reader { easy_read: true, age_band: None },
            Self::Under9 => Reader { easy_read: false, age_band: Some(AgeBand::Under9) },
            Self::Empty | Self::Filled | Self::Wrong | Self::ReadOnly => Reader::default(),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty",
            Self::Filled => "filled",
            Self::Wrong => "wrong",
            Self::ReadOnly => "read-only",
            Self::EasyRead => "easy-read",
            Self::Under9 => "under-9",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::{borrow::Cow, collections::BTreeSet};

    use heard_core::survey::Survey;
    use serde_json::{Value, json};

    use super::*;

    /// The kinds that the schema of surveys knows.
    fn kinds(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                if let Some(kind) = fields.get("kind").and_then(|kind| kind.get("const")).and_then(Value::as_str) {
                    found.insert(kind.to_owned());
                }
                fields.values().for_each(|field| kinds(field, found));
            }
            Value::Array(items) => items.iter().for_each(|item| kinds(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_kind_has_an_example() {
        let mut known = BTreeSet::new();
        kinds(&Survey::json_schema(), &mut known);
        assert!(known.len() >= 13, "the schema has changed its form: {known:?}");
        let shown: BTreeSet<_> = examples()
            .iter()
            .map(|example| serde_json::to_value(&example.question).unwrap()["kind"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(shown, known);
        for example in examples() {
            let kind = serde_json::to_value(&example.question).unwrap()["kind"].as_str().unwrap().to_owned();
            assert!(example.name.starts_with(&kind), "{} is a {kind}", example.name);
        }
    }

    /// Nothing in an example would keep a survey from being published.
    #[test]
    fn every_example_could_be_asked() {
        let text = |text: &str| json!({ "en": text });
        let age = json!({ "key": "age", "kind": "single", "text": text("How old are you?"), "options": [
            { "key": "young", "text": text("8 or younger"), "age_band": "under_9" },
            { "key": "older", "text": text("Older") } ] });
        let questions: Vec<_> = examples().iter().map(|example| &example.question).collect();
        let survey = json!({ "key": "s", "title": text("S"), "welcome": text("W"), "thanks": text("T"), "minutes": 1,
            "languages": ["en"], "audiences": ["young_person"], "sections": [
                { "key": "age", "title": text("Age"), "questions": [age] },
                { "key": "only", "title": text("All"), "questions": questions } ] });
        let survey = Survey::from_json(&survey.to_string()).unwrap();
        let young =
            questions.iter().filter(|question| question.worded(State::Under9.reader()) != Cow::Borrowed(**question));
        assert!(survey.offers_easy_read() && young.count() >= 3);
    }

    #[test]
    fn what_is_filled_is_an_answer_and_what_is_wrong_is_not() {
        for example in examples() {
            let (answers, problems) = example.read(State::Filled);
            assert_eq!(problems, [], "{}", example.name);
            let answered = answers.get(&example.question.key).is_some_and(|answer| !answer.is_missing());
            assert_eq!(answered, example.question.takes_answer(), "{}", example.name);
            let (_, problems) = example.read(State::Wrong);
            assert_eq!(problems.len(), usize::from(example.question.takes_answer()), "{}", example.name);
            assert!(example.filled.iter().chain(&example.wrong).all(|(field, _)| example.question.has_field(field)));
        }
    }
}
