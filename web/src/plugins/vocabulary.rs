//! A survey's questions and options in words, by the keys that plugins know them by.

use heard_core::{
    answer::{Answer, Answers},
    question::{Kind, Question},
    survey::Survey,
    text::Lang,
};
use heard_host as contract;

use super::form::Fits;
use crate::{columns, form};

/// A survey's questions, as plugins see them, with words.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    /// In the order in which they are asked.
    pub questions: Vec<Asked>,
}

/// One question of a plugin's.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// `feel_welcome`, or `feelings.proud` for a statement of a grid.
    pub key: String,
    pub words: String,
    /// Key and words of each option.
    pub options: Vec<(String, String)>,
    kind: contract::Kind,
}

impl Vocabulary {
    pub fn of(survey: &Survey, version: i64) -> Self {
        let seen = columns::survey(survey, version);
        Self { questions: seen.questions.iter().filter_map(|column| Asked::of(column, survey)).collect() }
    }

    pub fn question(&self, key: &str) -> Option<&Asked> {
        self.questions.iter().find(|asked| asked.key == key)
    }

    /// A question in words; its key, where the survey does not ask it.
    pub fn words(&self, key: &str) -> String {
        let asked = self.question(key);
        asked.map_or_else(|| format!("{key} (the survey has no such question)"), |asked| asked.words.clone())
    }

    /// An option of a question in words; its key, where there is none.
    pub fn option(&self, question: &str, key: &str) -> String {
        let options = self.question(question).map_or(&[][..], |asked| &asked.options);
        let found = options.iter().find(|(known, _)| known == key);
        found.map_or_else(|| format!("{key} (there is no such answer)"), |(_, words)| words.clone())
    }
}

impl Vocabulary {
    /// A plugin's message with the words of the questions and answers that it names by their keys: plugins know nothing
    /// else of them.
    pub fn worded(&self, message: &str) -> String {
        let mut asked: Option<&Asked> = None;
        let mut said = String::with_capacity(message.len());
        for (place, piece) in message.split('`').enumerate() {
            if place % 2 == 0 {
                said.push_str(piece);
                continue;
            }
            let question = self.question(piece);
            // An option is one of the question that was named last.
            let options = asked.map_or(&[][..], |asked| &asked.options);
            let option = options.iter().find(|(key, _)| key == piece).map(|(_, words)| words.as_str());
            let words = question.map(|found| found.words.as_str()).or(option).unwrap_or(piece);
            said.extend(["“", words, "”"]);
            asked = question.or(asked);
        }
        said
    }
}

impl Asked {
    fn of(column: &contract::Question, survey: &Survey) -> Option<Self> {
        let (key, part) = parted(&column.key);
        let question = survey.question(key)?;
        let options = column.kind.options().iter().map(|option| {
            let words = option_words(question, &option.key);
            (option.key.clone(), words)
        });
        Some(Self {
            words: words(question, part),
            options: options.collect(),
            kind: column.kind.clone(),
            key: column.key.clone(),
        })
    }

    /// Whether a setting takes it.
    pub fn fits(&self, fits: Fits) -> bool {
        match (fits, &self.kind) {
            (Fits::Any, _)
            | (Fits::Single, contract::Kind::Single(_))
            | (Fits::Several, contract::Kind::Multi(_))
            | (Fits::Number, contract::Kind::Number { .. })
            | (Fits::Text, contract::Kind::Text) => true,
            (Fits::Scale, contract::Kind::Single(options)) => {
                let mut values = options.iter().filter_map(|option| option.value);
                values.next().is_some_and(|first| values.any(|value| value.total_cmp(&first).is_ne()))
            }
            _ => false,
        }
    }
}

/// What somebody said, by the key that plugins know the question by; nothing where they said nothing.
pub(super) fn said(survey: &Survey, key: &str, answers: &Answers) -> Option<String> {
    let (key, part) = parted(key);
    let (question, answer) = (survey.question(key)?, answers.get(key)?);
    match (part, answer) {
        (Some(_), _) => answer.chosen(part).first().map(|option| option_words(question, option)),
        // The words of "other" never reach a plugin.
        (None, Answer::Choice(_) | Answer::Choices(_) | Answer::WithOther { .. }) => {
            let words: Vec<_> = answer.chosen(None).iter().map(|option| option_words(question, option)).collect();
            Some(words.join(", "))
        }
        _ => form::as_text(question, answer, &Lang::english()),
    }
}

fn parted(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(key, part)| (key, Some(part)))
}

fn words(question: &Question, part: Option<&str>) -> String {
    let text = question.text.get(&Lang::english());
    match (part, &question.kind) {
        (Some(part), Kind::Grid(grid)) => {
            let statement = grid.statements.iter().find(|statement| statement.key == *part);
            format!("{text} {}", statement.map_or(part, |statement| statement.text.get(&Lang::english())))
        }
        (Some(place), _) => format!("{text} (place {place})"),
        (None, _) => text.to_owned(),
    }
}

fn option_words(question: &Question, option: &str) -> String {
    let text = question.option_text(option).map(|text| text.get(&Lang::english()));
    let plain = || match option {
        "yes" => "Yes",
        "no" => "No",
        other => other,
    };
    text.unwrap_or_else(plain).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_say_what_people_are_asked() {
        let survey = Survey::from_json(include_str!("../demo/survey.json")).unwrap();
        let words = Vocabulary::of(&survey, 1);
        let said = words.worded("In `know_what_is_on`, `not_sure` has no number; `agree` has; `gone` is not there.");
        let question = &words.question("know_what_is_on").unwrap().words;
        assert_eq!(said, format!("In “{question}”, “I don't know” has no number; “I agree” has; “gone” is not there."));
        assert_eq!(words.worded("An odd ` sign"), "An odd “ sign”");
        assert_eq!(words.worded("Nothing to say"), "Nothing to say");
    }

    #[test]
    fn settings_are_offered_the_questions_that_fit() {
        let survey = Survey::from_json(include_str!("../demo/survey.json")).unwrap();
        let words = Vocabulary::of(&survey, 1);
        let check = |key: &str, expected: &[Fits]| {
            let all = [Fits::Scale, Fits::Single, Fits::Several, Fits::Number, Fits::Text];
            let asked = words.question(key).unwrap();
            assert!(asked.fits(Fits::Any));
            assert_eq!(all.into_iter().filter(|fits| asked.fits(*fits)).collect::<Vec<_>>(), expected, "{key}");
        };
        check("feel_welcome", &[Fits::Scale, Fits::Single]);
        check("who", &[Fits::Single]);
        check("like_more", &[Fits::Scale, Fits::Single]);
        check("barriers", &[Fits::Several]);
        check("one_change", &[Fits::Text]);
        assert!(words.question("postcode").is_none() && words.question("religion").is_none());
    }
}
