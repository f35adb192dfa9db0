//! To whom a question or section applies, in words: a condition as a sentence, for those who have all before them.

use heard_core::{
    age::AgeBand,
    answer::Answer,
    condition::{AnswerIs, Condition, DateIs},
    question::{Kind, Question},
    survey::Survey,
    text::{Key, Lang},
};

use crate::{
    form,
    words::{Words, joined, words},
};

/// Says conditions of a survey.
pub(super) struct Teller<'a> {
    pub survey: &'a Survey,
    pub lang: &'a Lang,
    /// What a question is called in a sentence.
    pub name: &'a dyn Fn(&Question) -> String,
}

impl Teller<'_> {
    /// The whole sentence: "Only if you answered “Yes” to “Do you sing?”".
    pub fn only_if(&self, rule: &Condition) -> String {
        self.words().only_if(&self.clause(rule, true))
    }

    fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// What has to be so, or not so. A "not" goes down to what it is about.
    fn clause(&self, rule: &Condition, so: bool) -> String {
        let words = self.words();
        match rule {
            Condition::Not(rule) => self.clause(rule, !so),
            Condition::All(rules) if so => words.if_all(&self.clauses(rules, so)),
            Condition::All(rules) => words.if_any(&self.clauses(rules, so)),
            Condition::Any(rules) if so => words.if_any(&self.clauses(rules, so)),
            Condition::Any(rules) => words.if_all(&self.clauses(rules, so)),
            Condition::Answer(rule) => self.answered(rule, so),
            Condition::Date(rule) => or_not(self.dated(rule), so, words),
            Condition::Audience(these) => or_not(words.if_people(&words.people(these)), so, words),
            Condition::AgeBand(these) => {
                let ages: Vec<_> = these.iter().map(|band| age(*band, words).to_owned()).collect();
                or_not(words.if_ages(&words.one_of(&ages)), so, words)
            }
            // A reader's language is known: `heard_core::whole` leaves none of these.
            Condition::Language(_) => String::new(),
        }
    }

    /// Several, parted by semicolons; what is several things itself stands in brackets.
    fn clauses(&self, rules: &[Condition], so: bool) -> String {
        let clause = |rule: &Condition| match rule {
            Condition::All(_) | Condition::Any(_) => format!("({})", self.clause(rule, so)),
            rule => self.clause(rule, so),
        };
        rules.iter().map(clause).collect::<Vec<_>>().join(&self.words().people_join)
    }

    fn answered(&self, rule: &AnswerIs, so: bool) -> String {
        let words = self.words();
        let Some(question) = self.survey.question(&rule.question) else { return String::new() };
        let answers: Vec<_> = rule.is.iter().map(|option| words.in_quotes(&self.option(question, option))).collect();
        let (answers, question) = (words.one_of(&answers), self.called(question, rule.statement.as_ref()));
        if so { words.if_answered(&answers, &question) } else { words.if_not_answered(&answers, &question) }
    }

    fn option(&self, question: &Question, option: &Key) -> String {
        form::as_text(question, &Answer::Choice(option.clone()), self.lang).unwrap_or_default()
    }

    /// What a question is called, or the part of it that is looked at.
    fn called(&self, question: &Question, statement: Option<&Key>) -> String {
        let (words, name) = (self.words(), joined(&(self.name)(question)));
        let row = match (&question.kind, statement) {
            (Kind::Grid(grid), Some(key)) => {
                grid.statements.iter().find(|row| row.key == *key).map(|row| row.text.get(self.lang))
            }
            (Kind::Ranking(_), _) => Some(&*words.first_place),
            _ => None,
        };
        row.map_or_else(|| name.clone(), |row| joined(&words.question_row(&name, row)))
    }

    fn dated(&self, rule: &DateIs) -> String {
        let words = self.words();
        let Some(question) = self.survey.question(&rule.question) else { return String::new() };
        let question = self.called(question, None);
        match (rule.from.map(|date| words.partial_day(date)), rule.to.map(|date| words.partial_day(date))) {
            (Some(from), Some(to)) => words.if_date_between(&question, &from, &to),
            (Some(from), None) => words.if_date_from(&question, &from),
            (None, Some(to)) => words.if_date_until(&question, &to),
            (None, None) => words.if_dated(&question),
        }
    }
}

fn or_not(clause: String, so: bool, words: &Words) -> String {
    if so { clause } else { words.if_not(&clause) }
}

fn age(band: AgeBand, words: &Words) -> &str {
    match band {
        AgeBand::Under9 => &words.age_under_9,
        AgeBand::NineTo12 => &words.age_9_to_12,
        AgeBand::ThirteenTo18 => &words.age_13_to_18,
        AgeBand::Adult => &words.age_adult,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn survey() -> Survey {
        let text = |text: &str| json!({ "en": text });
        let labelled = |key: &str, words: &str| json!({ "key": key, "text": text(words) });
        let point = |key: &str, words: &str, value: u8| json!({ "key": key, "text": text(words), "value": value });
        let survey = json!({
            "key": "s", "title": text("S"), "welcome": text("W"), "thanks": text("T"), "languages": ["en"],
            "audiences": ["young_person"], "minutes": 1, "sections": [{ "key": "one", "title": text("One"), "questions": [
                { "key": "sing", "kind": "yes_no", "text": text("Do you sing?") },
                { "key": "where", "kind": "single", "text": text("Where?"), "options": [
                    labelled("school", "At school"), labelled("home", "At home"), labelled("club", "In a club")] },
                { "key": "best", "kind": "ranking", "text": text("What first?"), "options": [
                    labelled("drums", "Drums"), labelled("flute", "Flute")] },
                { "key": "feel", "kind": "grid", "text": text("How is it?"), "statements": [labelled("fun", "It is fun.")],
                  "options": [point("yes", "Yes", 2), point("no", "No", 1)] },
                { "key": "since", "kind": "date", "precise_to": "month", "text": text("Since when?") },
            ] }],
        });
        Survey::from_json(&survey.to_string()).unwrap()
    }

    fn said(rule: &Value) -> String {
        let (survey, lang) = (survey(), Lang::english());
        let name = |question: &Question| words(&lang).question_called(question.text.get(&lang));
        let rule = serde_json::from_value(rule.clone()).unwrap();
        Teller { survey: &survey, lang: &lang, name: &name }.only_if(&rule)
    }

    #[test]
    fn conditions_are_said_in_words() {
        let answer = |question: &str, is: &[&str]| json!({ "answer": { "question": question, "is": is } });
        let (sings, at_home) = (answer("sing", &["yes"]), answer("where", &["home"]));
        for (rule, words) in [
            (sings.clone(), "you answered “Yes” to “Do you sing?”"),
            (
                answer("where", &["school", "home", "club"]),
                "you answered “At school”, “At home” or “In a club” to “Where?”",
            ),
            (json!({ "not": sings }), "you did not answer “Yes” to “Do you sing?”"),
            (json!({ "not": { "not": sings } }), "you answered “Yes” to “Do you sing?”"),
            (answer("best", &["drums"]), "you answered “Drums” to “What first?”, “Your favourite”"),
            (
                json!({ "answer": { "question": "feel", "statement": "fun", "is": ["no"] } }),
                "you answered “No” to “How is it?”, “It is fun.”",
            ),
            (
                json!({ "date": { "question": "since", "from": "2024-09" } }),
                "your answer to “Since when?” is September 2024 or later",
            ),
            (
                json!({ "date": { "question": "since", "to": "2015" } }),
                "your answer to “Since when?” is 2015 or earlier",
            ),
            (
                json!({ "date": { "question": "since", "from": "2015", "to": "2016" } }),
                "your answer to “Since when?” is from 2015 to 2016",
            ),
            (json!({ "date": { "question": "since" } }), "you answered “Since when?”"),
            (
                json!({ "not": { "date": { "question": "since", "to": "2015" } } }),
                "this is not so: your answer to “Since when?” is 2015 or earlier",
            ),
            (
                json!({ "audience": ["young_person", "staff"] }),
                "you are one of these: young people; people who work for us",
            ),
            (json!({ "age_band": ["under_9", "nine_to_12"] }), "you are under 9 or 9 to 12 years old"),
            (
                json!({ "all": [sings, at_home] }),
                "all of these are true: you answered “Yes” to “Do you sing?”; you answered “At home” to “Where?”",
            ),
            (
                json!({ "not": { "any": [sings, { "all": [at_home, { "age_band": ["adult"] }] }] } }),
                "all of these are true: you did not answer “Yes” to “Do you sing?”; (one of these is true: \
                 you did not answer “At home” to “Where?”; this is not so: you are over 18 years old)",
            ),
        ] {
            assert_eq!(said(&rule), format!("Only if {words}"));
        }
    }
}
