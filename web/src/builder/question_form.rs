//! The form of a question: what stands in its fields, and what they say when it comes back.

use crate::form::sheet::{Trouble, YES};
use heard_core::{
    answer::Typed,
    date::{DatePart, PartialDate},
    picture::{Illustration, Picture},
    question::{Kind, Question},
    survey::Survey,
    text::{Lang, Texts},
};

use super::{
    rows::{self, number},
    rules,
};

/// The fields of every question, without those of rows and conditions.
pub(super) const FIELDS: [&str; 19] = [
    "text",
    "help",
    "reason",
    "required",
    "sensitive",
    "understood",
    "picture",
    "picture_alt",
    "at_most",
    "places",
    "min",
    "max",
    "whole",
    "precise_to",
    "earliest",
    "latest",
    "max_length",
    "agree",
    "kind",
];

/// The form of a question, filled with it.
pub(super) fn fill(question: &Question, lang: &Lang) -> Typed {
    let flag = |on: bool| if on { YES } else { "" };
    let own = |texts: &Option<Texts>| texts.as_ref().map(|texts| texts.own(lang).to_owned()).unwrap_or_default();
    let mut fields = vec![
        ("text".to_owned(), question.text.own(lang).to_owned()),
        ("help".to_owned(), own(&question.help)),
        ("reason".to_owned(), own(&question.reason)),
        ("required".to_owned(), flag(question.required).to_owned()),
        ("sensitive".to_owned(), flag(question.sensitive).to_owned()),
        ("understood".to_owned(), flag(question.offer_not_understood).to_owned()),
    ];
    if let Some(picture) = &question.picture {
        fields.push(("picture".to_owned(), picture.name.name().to_owned()));
        fields.push(("picture_alt".to_owned(), picture.alt.own(lang).to_owned()));
    }
    fields.extend(of_kind(&question.kind, lang).into_iter().map(|(field, value)| (field.to_owned(), value)));
    for list in rows::lists(&question.kind) {
        fields.extend(rows::fill(&rows::of(&question.kind, *list), *list, lang));
    }
    fields.extend(rules::fill(question.condition.as_ref()));
    fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn of_kind(kind: &Kind, lang: &Lang) -> Vec<(&'static str, String)> {
    let count = |count: Option<usize>| count.map(|count| count.to_string()).unwrap_or_default();
    let date = |date: Option<PartialDate>| date.map(String::from).unwrap_or_default();
    match kind {
        Kind::Several(kind) => vec![("at_most", count(kind.at_most))],
        Kind::Ranking(kind) => vec![("places", count(kind.places))],
        Kind::Number(kind) => vec![
            ("min", kind.min.to_string()),
            ("max", kind.max.to_string()),
            ("whole", if kind.whole { YES } else { "" }.to_owned()),
        ],
        Kind::Date(kind) => vec![
            ("precise_to", kind.precise_to.code().to_owned()),
            ("earliest", date(kind.earliest)),
            ("latest", date(kind.latest)),
        ],
        Kind::ShortText(kind) | Kind::LongText(kind) => vec![("max_length", kind.max_length.to_string())],
        Kind::Consent(kind) => vec![("agree", kind.agree.own(lang).to_owned())],
        _ => Vec::new(),
    }
}

/// The question as the form has it. What cannot be read stays as it was, and is told.
pub(super) fn read(typed: &Typed, before: &Question, survey: &Survey, section: &str) -> (Question, Vec<Trouble>) {
    let lang = base(survey);
    let mut question = before.clone();
    let mut reader = Reader { typed, lang: &lang, troubles: Vec::new() };
    reader.text("text", &mut question.text);
    question.help = reader.optional("help", question.help);
    question.reason = reader.optional("reason", question.reason);
    question.required = reader.flag("required");
    question.sensitive = reader.flag("sensitive");
    question.offer_not_understood = reader.flag("understood");
    question.picture = reader.picture(question.picture);
    reader.kind(&mut question.kind);
    for list in rows::lists(&before.kind) {
        let (rows, troubles) = rows::read(typed, *list, &rows::of(&before.kind, *list), &lang);
        reader.troubles.extend(troubles);
        rows::put(&mut question.kind, *list, rows);
    }
    question.condition = rules::read(typed, survey, section, before.condition.as_ref());
    (question, reader.troubles)
}

/// The language that a survey is written in first.
pub(super) fn base(survey: &Survey) -> Lang {
    let english = Lang::english();
    if survey.languages.contains(&english) { english } else { survey.languages.first().cloned().unwrap_or(english) }
}

/// Reads fields, and remembers what is wrong with them.
pub(super) struct Reader<'a> {
    pub typed: &'a Typed,
    pub lang: &'a Lang,
    pub troubles: Vec<Trouble>,
}

impl Reader<'_> {
    pub fn text(&self, field: &str, texts: &mut Texts) {
        texts.set(self.lang, self.typed.first(field));
    }

    /// A text that need not be there.
    pub fn optional(&self, field: &str, before: Option<Texts>) -> Option<Texts> {
        let mut texts = before.unwrap_or_default();
        self.text(field, &mut texts);
        // Without its first language a text is gone, whatever it was translated to.
        (!texts.own(self.lang).is_empty()).then_some(texts)
    }

    pub fn flag(&self, field: &str) -> bool {
        self.typed.first(field) == YES
    }

    fn picture(&self, before: Option<Illustration>) -> Option<Illustration> {
        let name = *Picture::ALL.iter().find(|one| one.name() == self.typed.first("picture"))?;
        let mut alt = before.map(|before| before.alt).unwrap_or_default();
        self.text("picture_alt", &mut alt);
        Some(Illustration { name, alt })
    }

    fn kind(&mut self, kind: &mut Kind) {
        match kind {
            Kind::Several(kind) => kind.at_most = self.count("at_most", "How many may be ticked", kind.at_most),
            Kind::Ranking(kind) => kind.places = self.count("places", "How many places", kind.places),
            Kind::Number(kind) => {
                kind.min = self.number("min", "The smallest", kind.min);
                kind.max = self.number("max", "The largest", kind.max);
                kind.whole = self.flag("whole");
            }
            Kind::Date(kind) => {
                let parts = [DatePart::Day, DatePart::Month, DatePart::Year];
                let precise_to = parts.into_iter().find(|part| part.code() == self.typed.first("precise_to"));
                kind.precise_to = precise_to.unwrap_or(kind.precise_to);
                kind.earliest = self.date("earliest", "The earliest", kind.earliest);
                kind.latest = self.date("latest", "The latest", kind.latest);
            }
            Kind::ShortText(kind) | Kind::LongText(kind) => {
                let typed = self.count("max_length", "How many letters", Some(kind.max_length));
                kind.max_length = typed.unwrap_or(kind.max_length);
            }
            Kind::Consent(kind) => self.text("agree", &mut kind.agree),
            _ => {}
        }
    }

    /// A whole number from 1, or none.
    pub fn count(&mut self, field: &str, label: &str, before: Option<usize>) -> Option<usize> {
        let typed = self.typed.first(field).trim();
        if typed.is_empty() {
            return None;
        }
        typed.parse().ok().filter(|count| *count > 0).or_else(|| {
            self.wrong(field, label, "Write a whole number from 1, or nothing.");
            before
        })
    }

    fn number(&mut self, field: &str, label: &str, before: f64) -> f64 {
        if let Ok(Some(number)) = number(self.typed.first(field).trim()) {
            return number;
        }
        self.wrong(field, label, "Write a number in figures, such as 4 or 2.5.");
        before
    }

    fn date(&mut self, field: &str, label: &str, before: Option<PartialDate>) -> Option<PartialDate> {
        let typed = self.typed.first(field).trim();
        if typed.is_empty() {
            return None;
        }
        PartialDate::try_from(typed.to_owned()).ok().or_else(|| {
            self.wrong(field, label, "Write a year, a month or a day, such as 2019, 2019-03 or 2019-03-14.");
            before
        })
    }

    pub fn wrong(&mut self, field: &str, label: &str, advice: &'static str) {
        self.troubles.push(Trouble { field: field.to_owned(), label: label.to_owned(), advice });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::examples::examples;

    /// A form that is sent as it was shown changes nothing: whatever a question is.
    #[test]
    fn a_question_of_every_kind_comes_back_as_it_was() {
        let survey: Survey = serde_json::from_str(include_str!("../demo/survey.json")).unwrap();
        let english = Lang::english();
        let of_examples = examples().iter().map(|example| (example.question.clone(), "none"));
        let of_survey = survey.questions().map(|(section, question)| (question.clone(), &*section.key));
        for (question, section) in of_examples.chain(of_survey) {
            let (again, troubles) = read(&fill(&question, &english), &question, &survey, section);
            assert_eq!(again, question);
            assert_eq!(troubles, []);
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_and_stays() {
        let survey: Survey = serde_json::from_str(include_str!("../demo/survey.json")).unwrap();
        let question = |name: &str| examples().iter().find(|one| one.name == name).unwrap().question.clone();
        for (name, field, typed) in [
            ("number", "min", "few"),
            ("date", "earliest", "31 February"),
            ("long_text", "max_length", "-3"),
            ("single", "option.0.value", "high"),
        ] {
            let before = question(name);
            let mut form: Vec<(String, String)> = vec![(field.to_owned(), typed.to_owned())];
            let filled = fill(&before, &Lang::english());
            form.extend(
                filled.fields().filter(|one| *one != field).map(|one| (one.to_owned(), filled.first(one).to_owned())),
            );
            let (again, troubles) = read(&form.into_iter().collect(), &before, &survey, "none");
            assert_eq!(troubles.len(), 1, "{name}");
            assert_eq!(troubles[0].field, field);
            assert_eq!(again, before, "{name}");
        }
    }
}
