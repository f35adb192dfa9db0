//! A survey of 20 questions of every kind, and answers to it that are made from a seed.

use std::{collections::BTreeMap, io::Write};

use heard_core::{
    age::AgeBand,
    answer::{Answer, Answers},
    area::Place,
    audience::Audience,
    date::PartialDate,
    question::{Holds, Question},
    response::Response,
    survey::Survey,
    text::{Key, Lang},
};
use serde_json::{Value, json};

/// Questions of each kind, with how many options.
const CHOICES: [(&str, &[usize]); 3] =
    [("single", &[6, 8, 9, 12, 16]), ("scale", &[5, 5, 5, 5]), ("several", &[6, 8, 12])];
const AREAS: u64 = 40;

/// A key that is one.
pub fn key(key: &str) -> Key {
    Key::try_from(key).expect("a key")
}

/// The survey.
pub fn survey() -> Survey {
    let words = json!({ "en": "Words" });
    let choices = CHOICES.iter().flat_map(|(kind, counts)| {
        counts.iter().zip(1..).map(move |(options, number)| {
            question(kind, number, &json!({ "options": some(*options, *kind != "several") }))
        })
    });
    let others = [
        question("yes_no", 1, &json!({})),
        question("yes_no", 2, &json!({})),
        question("number", 1, &json!({ "min": 0, "max": 20, "whole": true })),
        question("date", 1, &json!({ "precise_to": "year" })),
        question("ranking", 1, &json!({ "options": some(5, false), "places": 3 })),
        question("grid", 1, &json!({ "options": some(5, true), "statements": some(4, false) })),
        question("short_text", 1, &json!({ "max_length": 100 })),
        question("postcode", 1, &json!({})),
    ];
    let questions: Vec<_> = choices.chain(others).collect();
    assert_eq!(questions.len(), 20);
    let survey = json!({
        "key": "million", "title": words, "welcome": words, "thanks": words, "languages": ["en", "pl", "ur"], "minutes": 5,
        "audiences": ["participating_parent", "non_participating_parent", "young_person"],
        "sections": [{ "key": "one", "title": words, "questions": questions }],
    });
    serde_json::from_value(survey).expect("a survey")
}

fn question(kind: &str, number: usize, fields: &Value) -> Value {
    let mut question = json!({ "key": format!("{kind}_{number}"), "kind": kind, "text": { "en": "Words" } });
    for (name, value) in fields.as_object().into_iter().flatten() {
        question[name] = value.clone();
    }
    question
}

fn some(count: usize, valued: bool) -> Value {
    let option = |at: usize| {
        let mut option = json!({ "key": format!("option_{at}"), "text": { "en": "Words" } });
        if valued {
            option["value"] = json!(at);
        }
        option
    };
    (0..count).map(option).collect()
}

/// Makes responses, one after the other.
pub struct Maker {
    questions: Vec<Question>,
    options: BTreeMap<Key, Vec<Key>>,
    seed: u64,
}

impl Maker {
    pub fn new(survey: &Survey) -> Self {
        let questions: Vec<_> = survey.questions().map(|(_, question)| question.clone()).collect();
        let keys = |question: &Question| question.option_keys().into_iter().map(key).collect();
        let options = questions.iter().map(|question| (question.key.clone(), keys(question))).collect();
        Self { questions, options, seed: 0x9e37_79b9_7f4a_7c15 }
    }

    /// The names of the table's columns: of several options one for each.
    pub fn header(&self) -> String {
        let names = self.questions.iter().flat_map(|question| {
            question.columns().into_iter().flat_map(move |column| {
                let part = column.part.map(|part| format!("_{part}")).unwrap_or_default();
                match column.holds {
                    Holds::Several(options) => (0..options.len()).map(|at| format!("{}_b{at}", question.key)).collect(),
                    _ => vec![format!("{}{part}_c", question.key)],
                }
            })
        });
        let beside = ["audience", "age_band", "language", "area", "decile"].map(|name| format!("{name}_c"));
        names.chain(beside).collect::<Vec<_>>().join(",")
    }

    /// The next response, which is written to the table as codes too: −1 where there is no answer.
    pub fn next(&mut self, table: &mut impl Write) -> Response {
        let mut line = Vec::with_capacity(60);
        let mut answers = Answers::default();
        for at in 0..self.questions.len() {
            if let Some(answer) = self.answer(at, &mut line) {
                answers.set(self.questions[at].key.clone(), answer);
            }
        }
        let audiences = [Audience::ParticipatingParent, Audience::NonParticipatingParent, Audience::YoungPerson];
        let bands = [AgeBand::NineTo12, AgeBand::ThirteenTo18, AgeBand::Adult];
        let beside = [self.below(3), self.below(3), self.below(3), self.below(AREAS), self.below(10)];
        line.extend(beside.iter().map(|code| format!("{code}")));
        writeln!(table, "{}", line.join(",")).expect("written");
        let [audience, band, language, area, decile] = beside;
        let decile = u8::try_from(decile + 1).ok();
        Response {
            audience: Some(audiences[place(audience)]),
            age_band: Some(bands[place(band)]),
            language: Lang::try_from(["en", "pl", "ur"][place(language)].to_owned()).expect("a language"),
            answers,
            monitoring: Answers::default(),
            place: Some(Place { area: format!("E07{area:06}"), decile, edition: "2026-08".to_owned() }),
            apart: Vec::new(),
        }
    }

    /// An answer to a question, and its codes; one in ten is left empty, one in twenty not asked.
    fn answer(&mut self, at: usize, line: &mut Vec<String>) -> Option<Answer> {
        let question = self.questions[at].clone();
        let options = self.options[&question.key].clone();
        let columns = question.columns();
        let codes = match columns.first().map(|column| &column.holds) {
            Some(Holds::Several(options)) => options.len(),
            _ => columns.len(),
        };
        let luck = self.below(20);
        if luck < 3 && codes > 0 {
            line.extend(vec!["-1".to_owned(); codes]);
            return (luck < 2).then_some(Answer::Skipped);
        }
        let kind = question.key.rsplit_once('_').map_or("", |(kind, _)| kind);
        let many = options.len() as u64;
        let (answer, codes) = match kind {
            "several" => self.ticked(&options),
            "number" => self.number(),
            "date" => self.year(),
            "ranking" => self.order(&options),
            "grid" => {
                let points: Vec<_> = columns.iter().map(|_| self.below(many)).collect();
                let rows = columns.iter().filter_map(|column| column.part.as_deref()).map(key);
                let grid = rows.zip(points.iter().map(|code| options[place(*code)].clone())).collect();
                (Answer::Grid(grid), points.into_iter().map(code).collect())
            }
            "short_text" => (Answer::Text("It is too far".to_owned()), vec![0]),
            "postcode" => return None,
            _ => {
                let one = self.below(many);
                (Answer::Choice(options[place(one)].clone()), vec![code(one)])
            }
        };
        line.extend(codes.iter().map(ToString::to_string));
        Some(answer)
    }

    fn ticked(&mut self, options: &[Key]) -> (Answer, Vec<i64>) {
        let ticked: Vec<_> = options.iter().map(|_| self.below(3) == 0).collect();
        let chosen = options.iter().zip(&ticked).filter(|(_, ticked)| **ticked).map(|(key, _)| key.clone());
        (Answer::Choices(chosen.collect()), ticked.iter().map(|ticked| i64::from(*ticked)).collect())
    }

    fn order(&mut self, options: &[Key]) -> (Answer, Vec<i64>) {
        let (first, many) = (self.below(options.len() as u64), options.len() as u64);
        let order: Vec<_> = (0..3).map(|place| (first + place * 2) % many).collect();
        let ranking = order.iter().map(|code| options[place(*code)].clone()).collect();
        (Answer::Ranking(ranking), order.into_iter().map(code).collect())
    }

    #[expect(clippy::cast_precision_loss, reason = "small")]
    fn number(&mut self) -> (Answer, Vec<i64>) {
        let number = self.below(21);
        (Answer::Number(number as f64), vec![code(number)])
    }

    fn year(&mut self) -> (Answer, Vec<i64>) {
        let year = self.below(18);
        let date = PartialDate::new(2000 + i16::try_from(year).expect("small"), None, None).expect("a year");
        (Answer::Date(date), vec![code(year)])
    }

    /// A number under another, by Marsaglia's xorshift ("Xorshift RNGs", Journal of Statistical Software 8, 2003).
    fn below(&mut self, end: u64) -> u64 {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        (self.seed >> 11) % end
    }
}

fn place(code: u64) -> usize {
    usize::try_from(code).expect("small")
}

fn code(code: u64) -> i64 {
    i64::try_from(code).expect("small")
}
