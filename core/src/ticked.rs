//! A condition as boxes to tick: what nearly every author needs, without brackets. Whatever is more than that stays as it
//! was written.

use crate::{
    age::AgeBand,
    audience::Audience,
    condition::{AnswerIs, Condition},
    text::{Key, Lang},
};

/// Rules, each over another thing, that hold together or one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Whether every rule has to hold, or one is enough.
    pub every: bool,
    /// Answers to earlier questions; of each question, one of those that are ticked.
    pub answers: Vec<AnswerIs>,
    /// One of these audiences.
    pub audiences: Vec<Audience>,
    /// One of these ages.
    pub ages: Vec<AgeBand>,
    /// One of these languages.
    pub languages: Vec<Lang>,
}

impl Ticked {
    /// The condition in boxes; `None` where boxes cannot say it.
    pub fn read(condition: Option<&Condition>) -> Option<Self> {
        let (every, rules) = match condition {
            None => (true, &[][..]),
            Some(Condition::All(rules)) => (true, &rules[..]),
            Some(Condition::Any(rules)) => (false, &rules[..]),
            Some(rule) => (true, std::slice::from_ref(rule)),
        };
        rules.iter().try_fold(Self { every, ..Self::default() }, Self::with)
    }

    /// The same with one more rule, over a thing of which there is none yet.
    fn with(mut self, rule: &Condition) -> Option<Self> {
        match rule {
            Condition::Answer(rule) if self.of(&rule.question, rule.statement.as_ref()).is_none() => {
                self.answers.push(rule.clone());
            }
            Condition::Audience(these) if self.audiences.is_empty() => self.audiences.clone_from(these),
            Condition::AgeBand(these) if self.ages.is_empty() => self.ages.clone_from(these),
            Condition::Language(these) if self.languages.is_empty() => self.languages.clone_from(these),
            _ => return None,
        }
        Some(self)
    }

    /// The rule over a question, or over a statement of a grid.
    pub fn of(&self, question: &Key, statement: Option<&Key>) -> Option<&AnswerIs> {
        self.answers.iter().find(|rule| rule.question == *question && rule.statement.as_ref() == statement)
    }

    /// The condition that the boxes say; nothing where none is ticked.
    pub fn condition(self) -> Option<Condition> {
        let mut rules: Vec<Condition> =
            self.answers.into_iter().filter(|rule| !rule.is.is_empty()).map(Condition::Answer).collect();
        rules.extend((!self.audiences.is_empty()).then_some(Condition::Audience(self.audiences)));
        rules.extend((!self.ages.is_empty()).then_some(Condition::AgeBand(self.ages)));
        rules.extend((!self.languages.is_empty()).then_some(Condition::Language(self.languages)));
        match rules.len() {
            0 => None,
            1 => rules.pop(),
            _ if self.every => Some(Condition::All(rules)),
            _ => Some(Condition::Any(rules)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Ticked> {
        Ticked::read(Some(&serde_json::from_str(json).unwrap()))
    }

    #[test]
    fn what_boxes_can_say_comes_back_as_it_was() {
        for json in [
            r#"{"answer": {"question": "who", "is": ["a", "b"]}}"#,
            r#"{"audience": ["staff"]}"#,
            r#"{"all": [{"answer": {"question": "who", "is": ["a"]}}, {"age_band": ["under_9"]}]}"#,
            r#"{"any": [{"answer": {"question": "g", "statement": "one", "is": ["a"]}},
                {"answer": {"question": "g", "statement": "two", "is": ["a"]}}, {"language": ["pl"]}]}"#,
        ] {
            let written: Condition = serde_json::from_str(json).unwrap();
            assert_eq!(read(json).and_then(Ticked::condition), Some(written), "{json}");
        }
        assert_eq!(Ticked::read(None).map(Ticked::condition), Some(None));
    }

    #[test]
    fn what_boxes_cannot_say_is_left_alone() {
        for json in [
            r#"{"not": {"answer": {"question": "who", "is": ["a"]}}}"#,
            r#"{"date": {"question": "born", "from": "2010"}}"#,
            r#"{"all": [{"audience": ["staff"]}, {"any": [{"language": ["pl"]}]}]}"#,
            r#"{"all": [{"answer": {"question": "who", "is": ["a"]}}, {"answer": {"question": "who", "is": ["b"]}}]}"#,
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
