//! Answers on paper, typed in by the numbers and letters of [`crate::paper`].
//!
//! A *code* is what a typist writes for one question: `3` for the third option, `1 4` for several, `5: church choir`
//! where an option asks for words, `3 2 - 5` (or `32-5`) for the statements of a grid, the numbers of the best options
//! in their order for a ranking, `7 3 2019` for a date; numbers, words and postcodes as they stand; `R` and `U` for the
//! ways to give no answer; nothing where nothing is written. Reading turns a code into the form that a browser would
//! post, so that paper and screen have one reading.

use serde::{Deserialize, Serialize};

use crate::{
    answer::{Answer, Answers, NOT_UNDERSTOOD, OTHER, RATHER_NOT_SAY, Typed, Wrong},
    area::{Place, Postcode},
    date::DatePart,
    paper::{self, Numbered, numbered},
    question::{DateAsked, Grid, Kind, Question, Ranking, plain_digits},
    route::Route,
    survey::Survey,
    text::{Key, Lang},
};

/// What stands for a statement of a grid that was passed over.
const PASSED_OVER: &str = "-";

/// What a typist read on one sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The language that it is printed in.
    pub language: Lang,
    /// The answers to all questions, whether the others lead to them or not.
    pub answers: Answers,
    /// Whether "count me, but do not connect this with my other answers" is ticked.
    pub apart: bool,
}

impl Sheet {
    /// What was read for a question: that nothing is written, where nothing was typed.
    pub fn answer(&self, question: &str) -> &Answer {
        self.answers.get(question).unwrap_or(&Answer::Skipped)
    }

    /// The questions that another typist of the sheet read otherwise. Those to which neither reading leads do not
    /// count, so they may differ; and so may words in their spaces, capitals and signs.
    pub fn differences<'s>(&self, other: &Self, survey: &'s Survey) -> Vec<Numbered<'s>> {
        let kept = |sheet: &Self| Route::new(survey, &sheet.answers, &sheet.language).kept();
        let (mine, theirs) = (kept(self), kept(other));
        let counts = |key: &Key| mine.get(key).or(theirs.get(key)).is_some();
        let differs = |key: &Key| !is_same(self.answer(key), other.answer(key));
        numbered(survey).filter(|asked| counts(&asked.question.key) && differs(&asked.question.key)).collect()
    }
}

/// A code that cannot be read.
#[derive(Clone, Debug)]
pub struct Unread<'s> {
    /// The question it was typed for.
    pub asked: Numbered<'s>,
    /// What is wrong with it.
    pub why: Misread,
}

/// What can be wrong with a code. The page that shows it finds the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// Something that is not the number of an option.
    NotANumber(String),
    /// A number that no option has.
    NoSuchOption {
        /// What was typed.
        typed: String,
        /// How many options there are.
        of: usize,
    },
    /// An option that was typed before.
    Twice(String),
    /// Words, and no option asks for them.
    WordsNotAsked,
    /// A letter for a way to give no answer that the question does not offer.
    LetterNotOffered(char),
    /// Not a mark for each statement of a grid.
    Marks {
        /// How many statements there are.
        of: usize,
        /// How many marks were typed.
        were: usize,
    },
    /// Not the parts that the date has.
    DateParts(DatePart),
    /// It can be read, and the question takes no such answer.
    Answer(Wrong),
}

/// Reads a whole sheet; `typed` has a field for each question, named by its key. Never fails: it returns what could be
/// read, and what could not. `places` looks a postcode up; `None` means that no such postcode is known.
pub fn read<'s>(
    survey: &'s Survey,
    typed: &Typed,
    places: &dyn Fn(&Postcode) -> Option<Place>,
) -> (Answers, Vec<Unread<'s>>) {
    let mut answers = Answers::default();
    let mut unread = Vec::new();
    for asked in numbered(survey) {
        match read_code(asked.question, typed.first(&asked.question.key), places) {
            Ok(answer) => answers.set(asked.question.key.clone(), answer),
            Err(why) => unread.push(Unread { asked, why }),
        }
    }
    (answers, unread)
}

/// Reads the code of one question.
pub fn read_code(
    question: &Question,
    code: &str,
    places: &dyn Fn(&Postcode) -> Option<Place>,
) -> Result<Answer, Misread> {
    let fields = fields(question, code.trim())?.into_iter().map(|(part, value)| match part {
        Some(part) => (format!("{}.{part}", question.key), value),
        None => (question.key.to_string(), value),
    });
    let answer = question.read_from_paper(&fields.collect(), places).map_err(Misread::Answer)?;
    Ok(answer.unwrap_or(Answer::Skipped))
}

/// The code that reads as this answer. A place has none: the postcode is gone.
pub fn code(question: &Question, answer: &Answer) -> String {
    let options = question.option_keys();
    let number =
        |key: &Key| options.iter().position(|option| **key == **option).map_or(0, |place| place + 1).to_string();
    let numbers = |keys: &[Key]| keys.iter().map(number).collect::<Vec<_>>().join(" ");
    match answer {
        Answer::Choice(option) => number(option),
        Answer::Choices(keys) | Answer::Ranking(keys) => numbers(keys),
        Answer::WithOther { chosen, other } => format!("{}: {other}", numbers(chosen)),
        Answer::Grid(points) => {
            let statements: &[_] = if let Kind::Grid(grid) = &question.kind { &grid.statements } else { &[] };
            let mark = |statement: &Key| points.get(statement).map_or(PASSED_OVER.to_owned(), number);
            statements.iter().map(|statement| mark(&statement.key)).collect::<Vec<_>>().join(" ")
        }
        Answer::Date(date) => {
            let first = date.first_day();
            let (day, month, year) = (first.day().to_string(), first.month().to_string(), first.year().to_string());
            match date.precise_to() {
                DatePart::Day => format!("{day} {month} {year}"),
                DatePart::Month => format!("{month} {year}"),
                DatePart::Year => year,
            }
        }
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => text.clone(),
        Answer::Place(_) | Answer::Skipped => String::new(),
        Answer::RatherNotSay => paper::RATHER_NOT_SAY.to_string(),
        Answer::NotUnderstood => paper::NOT_UNDERSTOOD.to_string(),
    }
}

/// A field of the form that a browser would post: the part of the question that it is for, and its value.
type Field = (Option<String>, String);

fn fields(question: &Question, code: &str) -> Result<Vec<Field>, Misread> {
    if code.is_empty() {
        return Ok(Vec::new());
    }
    if let Some(mark) = letter(question, code)? {
        return Ok(vec![(None, mark.to_owned())]);
    }
    match &question.kind {
        Kind::Single(_) | Kind::Scale(_) | Kind::Several(_) | Kind::YesNo | Kind::Consent(_) => choices(question, code),
        Kind::Ranking(kind) => places(question, kind, &plain_digits(code)),
        Kind::Grid(kind) => marks(question, kind, &plain_digits(code)),
        Kind::Date(kind) => parts(kind, code),
        Kind::Number(_) | Kind::ShortText(_) | Kind::LongText(_) | Kind::Postcode | Kind::Information => {
            Ok(vec![(None, code.to_owned())])
        }
    }
}

/// The way to give no answer that a code stands for. Where a question that takes words does not offer it, the letter is
/// a word.
fn letter(question: &Question, code: &str) -> Result<Option<&'static str>, Misread> {
    let mut signs = code.chars().map(|sign| sign.to_ascii_uppercase());
    let (mark, sign, offered) = match (signs.next(), signs.next()) {
        (Some(sign @ paper::RATHER_NOT_SAY), None) => (RATHER_NOT_SAY, sign, question.sensitive),
        (Some(sign @ paper::NOT_UNDERSTOOD), None) => (NOT_UNDERSTOOD, sign, question.offers_not_understood()),
        _ => return Ok(None),
    };
    match question.kind {
        _ if offered => Ok(Some(mark)),
        Kind::ShortText(_) | Kind::LongText(_) => Ok(None),
        _ => Err(Misread::LetterNotOffered(sign)),
    }
}

fn choices(question: &Question, code: &str) -> Result<Vec<Field>, Misread> {
    let (numbers, words) = code.split_once(':').map_or((code, ""), |(numbers, words)| (numbers, words.trim()));
    let options = question.option_keys();
    let mut chosen: Vec<Field> = Vec::new();
    for token in tokens(&plain_digits(numbers)) {
        let value = option(&options, token)?;
        if chosen.iter().any(|(_, earlier)| *earlier == value) {
            return Err(Misread::Twice(token.to_owned()));
        }
        chosen.push((None, value));
    }
    if !words.is_empty() {
        if !question.has_field(&format!("{}.{OTHER}", question.key)) {
            return Err(Misread::WordsNotAsked);
        }
        chosen.push((Some(OTHER.to_owned()), words.to_owned()));
    }
    Ok(chosen)
}

fn places(question: &Question, ranking: &Ranking, code: &str) -> Result<Vec<Field>, Misread> {
    let options = question.option_keys();
    let order: Vec<_> = tokens(code).map(|token| option(&options, token)).collect::<Result<_, _>>()?;
    let at_most = *ranking.places().end();
    if order.len() > at_most {
        return Err(Misread::Answer(Wrong::TooMany { at_most }));
    }
    Ok((1..).zip(order).map(|(place, value): (usize, _)| (Some(place.to_string()), value)).collect())
}

/// A mark a statement. Where every mark is one sign, nothing has to stand between them.
fn marks(question: &Question, grid: &Grid, code: &str) -> Result<Vec<Field>, Misread> {
    let options = question.option_keys();
    let mut marks: Vec<_> = tokens(code).collect();
    if let ([joined], 1..=9) = (&marks[..], options.len())
        && grid.statements.len() > 1
    {
        marks = joined.char_indices().map(|(at, sign)| &joined[at..at + sign.len_utf8()]).collect();
    }
    if marks.len() != grid.statements.len() {
        return Err(Misread::Marks { of: grid.statements.len(), were: marks.len() });
    }
    let given = grid.statements.iter().zip(marks).filter(|(_, mark)| *mark != PASSED_OVER);
    given.map(|(statement, mark)| Ok((Some(statement.key.to_string()), option(&options, mark)?))).collect()
}

fn parts(date: &DateAsked, code: &str) -> Result<Vec<Field>, Misread> {
    let is_between = |sign: char| is_between(sign) || sign == '-';
    let typed: Vec<_> = code.split(is_between).filter(|part| !part.is_empty()).collect();
    if typed.len() != date.boxes().count() {
        return Err(Misread::DateParts(date.precise_to));
    }
    Ok(date.boxes().zip(typed).map(|(part, typed)| (Some(part.code().to_owned()), typed.to_owned())).collect())
}

fn tokens(code: &str) -> impl Iterator<Item = &str> {
    code.split(is_between).filter(|token| !token.is_empty())
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace() || [',', ';', '.', '/'].contains(&sign)
}

/// The key of the option with this number, from 1.
fn option(options: &[&str], token: &str) -> Result<String, Misread> {
    if !token.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Misread::NotANumber(token.to_owned()));
    }
    let place = token.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let found = place.and_then(|place| options.get(place)).map(|key| (*key).to_owned());
    found.ok_or_else(|| Misread::NoSuchOption { typed: token.to_owned(), of: options.len() })
}

/// Whether two readings are one answer.
fn is_same(a: &Answer, b: &Answer) -> bool {
    match (a, b) {
        (Answer::Text(a), Answer::Text(b)) => is_same_text(a, b),
        (Answer::WithOther { chosen: a, other: mine }, Answer::WithOther { chosen: b, other: theirs }) => {
            a == b && is_same_text(mine, theirs)
        }
        _ => a == b,
    }
}

/// Whether two texts have the same letters and digits, and the same signs within numbers.
fn is_same_text(a: &str, b: &str) -> bool {
    let (mine, theirs) = (bare(a), bare(b));
    if mine.is_empty() && theirs.is_empty() { a == b } else { mine == theirs }
}

fn bare(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let counts = |at: usize| signs[at].is_alphanumeric() || is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    (0..signs.len()).filter(|at| counts(*at)).flat_map(|at| signs[at].to_lowercase()).collect()
}
