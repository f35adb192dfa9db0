//! A question of `LimeSurvey` becomes one of the kind that is nearest. Its types are single signs.

use super::{Reading, records::Record, rule};
use crate::{
    date::DatePart,
    interchange::{
        assembly::{Asked, When},
        keys::Keys,
        meaning::{Holds, Known, number},
        xlsform::{bare, points, single},
    },
    question::{Choice, ChoiceOption, DateAsked, FreeText, Grid, Kind, Labelled, Number, Question, Ranking},
    text::{Key, Texts},
};

/// The codes of answers, beside their keys here.
pub(super) type Codes = Vec<(String, Key)>;

/// Bounds for a number where the survey has none.
const USUAL_BOUNDS: (f64, f64) = (0.0, 1_000.0);

/// What is answered with something that we do not ask for.
const UNASKED: &[(&str, &str)] = &[
    ("|", "it asks for a file, and Heard takes none"),
    ("*", "it is an equation: a scoring plugin calculates after people have answered"),
    ("I", "it changes the language: every page of Heard does"),
    (";", "it is a table of texts: ask each thing in a question of its own"),
    (":", "it is a table of numbers: ask each thing in a question of its own"),
];

impl Reading<'_> {
    /// The questions that one of theirs becomes: none, one, or one for each of its parts.
    pub fn questions_of(&mut self, question: &Record<'_>) -> Vec<Asked> {
        let kind = question.cell("type");
        match kind {
            "M" | "P" => return vec![self.several(question)],
            "K" | "Q" => return self.one_a_part(question, kind == "K"),
            "A" | "B" | "C" | "E" | "F" | "H" | "1" => return vec![self.grid(question, kind)],
            _ => {}
        }
        let (kind, codes) = match kind {
            "L" | "!" | "O" | "G" => self.single(question, kind),
            "5" => {
                let (options, codes) = numbered(5, &self.languages);
                (Kind::Scale(Choice { options }), codes)
            }
            "Y" => (Kind::YesNo, named(&[("Y", "yes"), ("N", "no")])),
            "R" => self.ranking(question),
            "N" => (Kind::Number(self.number(question)), Codes::new()),
            "D" => (Kind::Date(dated(question)), Codes::new()),
            "S" => (Kind::ShortText(longest(question, 200)), Codes::new()),
            "T" | "U" => (Kind::LongText(longest(question, 2_000)), Codes::new()),
            "X" => (Kind::Information, Codes::new()),
            kind => {
                let why = UNASKED.iter().find(|(known, _)| *known == kind).map(|(_, why)| (*why).to_owned());
                let why = why.unwrap_or_else(|| format!("Heard does not know the type \"{kind}\""));
                self.lose(&question.at(), format!("it was left out: {why}"));
                return Vec::new();
            }
        };
        let key = self.key(question.cell("title"));
        let asked = Question { required: required(question), ..worded(question, key, kind) };
        let names = names(question, "", &Known::of(&asked, codes));
        vec![self.asked(question, asked, names)]
    }

    pub fn asked(&self, theirs: &Record<'_>, question: Question, names: Vec<(String, Known)>) -> Asked {
        let rules = vec![self.rule_of(theirs)];
        Asked { at: theirs.at(), question, when: When::Rules(rules), names, is_ours: false }
    }

    /// A key for a question.
    pub fn key(&mut self, code: &str) -> Key {
        let key = self.questions.give(code);
        self.note(code, &key);
        key
    }

    /// Keys for the codes of answers or parts.
    pub fn codes<'c>(&mut self, kind: &'static str, codes: impl Iterator<Item = &'c str>) -> Codes {
        let mut keys = Keys::new(kind, &[]);
        let codes: Codes = codes.map(|code| (code.to_owned(), keys.give(code))).collect();
        for (code, key) in &codes {
            self.note(code, key);
        }
        codes
    }

    fn note(&mut self, code: &str, key: &Key) {
        if **key != *code {
            self.renamed.push(format!("\"{code}\" is \"{key}\""));
        }
    }

    fn single(&mut self, question: &Record<'_>, kind: &str) -> (Kind, Codes) {
        if kind == "G" {
            self.lose(
                &question.at(),
                "a question for gender: look whether a standard item of equality monitoring fits better",
            );
            let options = [("female", "Female"), ("male", "Male")].map(|(key, words)| option(key, words));
            let options = options.into_iter().flatten().collect();
            return (Kind::Single(Choice { options }), named(&[("F", "female"), ("M", "male")]));
        }
        if kind == "O" {
            self.lose(&question.at(), "the box for a comment was left out: ask for words in a question of its own");
        }
        let (mut codes, mut options) = self.answers(question);
        if question.cell("other") == "Y" {
            let taken: Vec<&str> = codes.iter().map(|(_, key)| &**key).collect();
            let key = Keys::new("option", &taken).give("other");
            let text = self.words_of_other(question);
            options.push((key.clone(), text));
            codes.push(("-oth-".to_owned(), key));
        }
        let mut options: Vec<_> = options.into_iter().map(single).collect();
        if let Some(last) = options.last_mut().filter(|_| question.cell("other") == "Y") {
            last.other = true;
        }
        (Kind::Single(Choice { options }), codes)
    }

    /// What the option "other" is called.
    pub fn words_of_other(&self, question: &Record<'_>) -> Texts {
        match question.attribute("other_replace_text") {
            "" => crate::interchange::languages::other(&self.languages),
            words => Texts::one(self.languages[0].clone(), super::plain::words(words)),
        }
    }

    /// The answers of a question: their codes, and their keys with their words.
    fn answers(&mut self, question: &Record<'_>) -> (Codes, Vec<(Key, Texts)>) {
        let answers = self.records.answers(question);
        let codes = self.codes("option", answers.iter().map(|answer| answer.cell("code")));
        let words = answers.iter().map(|answer| answer.words("answer"));
        let options = codes.iter().map(|(_, key)| key.clone()).zip(words).collect();
        (codes, options)
    }

    fn ranking(&mut self, question: &Record<'_>) -> (Kind, Codes) {
        let (codes, mut options) = self.answers(question);
        let places = question.attribute("max_answers").parse().ok().filter(|most| (1..=options.len()).contains(most));
        let options = options.drain(..).map(|(key, text)| Labelled { key, text }).collect();
        (Kind::Ranking(Ranking { options, places }), codes)
    }

    /// The bounds of a number, which every number has here.
    pub fn number(&mut self, question: &Record<'_>) -> Number {
        let given = |name: &str| number(question.attribute(name));
        let (min, max) = (given("min_num_value_n"), given("max_num_value_n"));
        let whole = question.attribute("num_value_int_only") == "1";
        let (least, most) = USUAL_BOUNDS;
        let bounds =
            (min.unwrap_or(least.min(max.unwrap_or(most) - 1.0)), max.unwrap_or(most.max(min.unwrap_or(least) + 1.0)));
        if min.is_none() || max.is_none() {
            let message = format!(
                "the survey does not bound this number: {} to {} was put in; look whether it fits",
                bounds.0, bounds.1
            );
            self.lose(&question.at(), message);
        }
        Number { min: bounds.0, max: bounds.1, whole }
    }

    fn grid(&mut self, question: &Record<'_>, kind: &str) -> Asked {
        if kind == "1" {
            self.lose(&question.at(), "it has two scales: the first was taken; ask the second in a grid of its own");
        }
        let (options, codes) = self.points_of(question, kind);
        let parts = self.records.parts(question);
        let rows = self.codes("statement", parts.iter().map(|part| part.cell("title")));
        let texts = parts.iter().map(|part| part.words("question"));
        let statements = rows.iter().zip(texts).map(|((_, key), text)| Labelled { key: key.clone(), text }).collect();
        let key = self.key(question.cell("title"));
        let asked = Question {
            required: required(question),
            ..worded(question, key.clone(), Kind::Grid(Grid { statements, options }))
        };
        let known = |statement: &Key| Known {
            question: key.clone(),
            statement: Some(statement.clone()),
            holds: Holds::One(codes.clone()),
        };
        let names = rows.iter().flat_map(|(code, statement)| names(question, code, &known(statement)));
        let names = names.collect();
        self.asked(question, asked, names)
    }

    /// The points of a grid's scale: many types have their own.
    fn points_of(&mut self, question: &Record<'_>, kind: &str) -> (Vec<ChoiceOption>, Codes) {
        let said = |words: &[(&str, &str, &str)]| {
            let options =
                words.iter().filter_map(|(_, key, words)| option(key, words)).map(|option| (option.key, option.text));
            (options.collect::<Vec<_>>(), named(&words.iter().map(|(code, key, _)| (*code, *key)).collect::<Vec<_>>()))
        };
        match kind {
            "A" => numbered(5, &self.languages),
            "B" => numbered(10, &self.languages),
            "C" => {
                let (options, codes) = said(&[("Y", "yes", "Yes"), ("U", "uncertain", "Uncertain"), ("N", "no", "No")]);
                (points(options, &codes), codes)
            }
            "E" => {
                let (options, codes) =
                    said(&[("I", "increase", "Increase"), ("S", "same", "Same"), ("D", "decrease", "Decrease")]);
                (points(options, &codes), codes)
            }
            _ => {
                let (codes, options) = self.answers(question);
                (points(options, &codes), codes)
            }
        }
    }

    /// The rule that a question has, or, from versions without rules, the one that its conditions make.
    fn rule_of(&self, question: &Record<'_>) -> String {
        let own = rule(question.cell("relevance"));
        let conditions = self.records.conditions.get(question.cell("qid"));
        match conditions.filter(|_| own.is_empty()) {
            Some(conditions) => super::several::rule_of(self.records, conditions),
            None => own,
        }
    }
}

/// A question with the words of theirs.
pub(super) fn worded(question: &Record<'_>, key: Key, kind: Kind) -> Question {
    let help = Some(question.words("help")).filter(|help| !help.is_empty());
    Question { text: question.words("question"), help, ..bare(key, kind) }
}

/// Whether an answer is insisted on.
pub(super) fn required(question: &Record<'_>) -> bool {
    question.cell("mandatory") == "Y" && question.cell("type") != "X"
}

/// What rules may call a question or a part of it: by its codes, and by its ids.
pub(super) fn names(question: &Record<'_>, part: &str, known: &Known) -> Vec<(String, Known)> {
    let id = |column: &str| question.cell(column);
    let under = if part.is_empty() { String::new() } else { format!("_{part}") };
    let by_ids = format!("{}X{}X{}{part}", id("sid"), id("gid"), id("qid"));
    vec![(format!("{}{under}", id("title")), known.clone()), (by_ids, known.clone())]
}

fn named(codes: &[(&str, &str)]) -> Codes {
    codes.iter().filter_map(|(code, key)| Some(((*code).to_owned(), Key::try_from(*key).ok()?))).collect()
}

fn option(key: &str, words: &str) -> Option<ChoiceOption> {
    Some(single((Key::try_from(key).ok()?, Texts::english(words))))
}

/// Points from 1 to a number.
fn numbered(to: u32, languages: &[crate::text::Lang]) -> (Vec<ChoiceOption>, Codes) {
    let mut keys = Keys::new("point", &[]);
    let codes: Codes = (1..=to).map(|point| (point.to_string(), keys.give(&point.to_string()))).collect();
    let words = |code: &str| {
        let mut texts = Texts::default();
        for lang in languages {
            texts.set(lang, code);
        }
        texts
    };
    let options = codes.iter().map(|(code, key)| (key.clone(), words(code))).collect();
    (points(options, &codes), codes)
}

/// How long a text may be.
pub(super) fn longest(question: &Record<'_>, usual: usize) -> FreeText {
    let most = question.attribute("maximum_chars").parse().ok().filter(|most| (1..=5_000).contains(most));
    FreeText { max_length: most.unwrap_or(usual) }
}

fn dated(question: &Record<'_>) -> DateAsked {
    let format = question.attribute("date_format").to_lowercase();
    let precise_to = match (format.is_empty() || format.contains('d'), format.contains('m')) {
        (true, _) => DatePart::Day,
        (false, true) => DatePart::Month,
        (false, false) => DatePart::Year,
    };
    DateAsked { precise_to, earliest: None, latest: None }
}
