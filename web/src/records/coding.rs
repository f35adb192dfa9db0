//! From answers to codes: a column for the audience, for each group that was chosen, and for what was answered to each question.

use std::{collections::BTreeSet, sync::Arc};

use heard_core::{
    answer::Answer,
    disclosure::{Code, EMPTY, NOT_ASKED, NOT_UNDERSTOOD, RATHER_NOT, Records, WITHHELD},
    question::Question,
    results::{Choosing, Counter, REACHED, counters, reached},
    survey::Survey,
    text::Lang,
};

use crate::{
    form::option_words,
    progress::{AUDIENCE, By, Person},
};

/// Why nothing is known: the code, what stands for it in JSON, and the words.
pub(super) const MISSING: [(Code, &str, &str); 5] = [
    (NOT_ASKED, "@not_asked", "Not asked"),
    (EMPTY, "@empty", "Left empty"),
    (RATHER_NOT, "@rather_not", "Would rather not say"),
    (NOT_UNDERSTOOD, "@not_understood", "Did not understand the question"),
    (WITHHELD, "@withheld", "Withheld, because few are like this"),
];

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variable {
    /// For programs: letters, digits and `_`, a letter first, 64 at most, and no word that SPSS keeps for itself.
    pub name: String,
    pub label: String,
    pub values: Vec<Value>,
}

/// What stands for one of the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub code: Code,
    pub key: String,
    pub words: String,
}

impl Variable {
    /// Whether its codes are the numbers that people gave.
    pub fn is_number(&self) -> bool {
        self.values.iter().all(|value| value.words == value.code.to_string())
    }
}

/// What is taken along, and what was read of it so far.
pub(super) struct Coder {
    pub survey: Arc<Survey>,
    /// The cut by audience first.
    pub ways: Vec<By>,
    /// Keys.
    pub questions: BTreeSet<String>,
    /// Up to which response.
    pub up_to: i64,
    pub raw: Records,
}

impl Coder {
    fn asked(&self) -> impl Iterator<Item = Asked<'_>> {
        offered(&self.survey).filter(|question| self.questions.contains(&*question.key)).map(Asked::new)
    }

    /// What the columns hold, in their order.
    pub fn variables(&self) -> Vec<Variable> {
        let of_way = |way: &By| Variable {
            name: way.address.clone(),
            label: way.title.clone(),
            values: values(way.groups.iter().cloned(), 1),
        };
        let asked = self.asked().flat_map(|asked| asked.columns.into_iter().flat_map(|column| column.variables));
        let mut taken = BTreeSet::new();
        let all = self.ways.iter().map(of_way).chain(asked);
        all.map(|variable| Variable { name: free(&variable.name, &mut taken), ..variable }).collect()
    }

    /// Reads some people.
    pub fn add(&mut self, people: Vec<Person>) {
        let mut raw = std::mem::take(&mut self.raw);
        let asked: Vec<_> = self.asked().collect();
        for person in people.into_iter().filter(|person| person.number <= self.up_to) {
            let mut groups = self.ways.iter().map(|way| {
                let place = way.groups.iter().position(|(code, _)| person.groups.get(&way.key) == Some(code));
                place.map_or(EMPTY, |place| code(place + 1))
            });
            raw.audiences.extend(groups.next());
            put(&mut raw.groups, groups);
            put(&mut raw.answers, asked.iter().flat_map(|asked| asked.said(person.answers.get(&asked.question.key))));
        }
        self.raw = raw;
    }
}

/// A person's line, each code at the end of its column.
fn put(columns: &mut Vec<Vec<Code>>, line: impl Iterator<Item = Code>) {
    for (place, code) in line.enumerate() {
        if columns.len() == place {
            columns.push(Vec::new());
        }
        columns[place].push(code);
    }
}

/// A question that is taken along.
struct Asked<'q> {
    question: &'q Question,
    columns: Vec<Column<'q>>,
}

/// A question, or one of its parts, with the columns that it has in the file: one for each option, where several can be chosen.
struct Column<'q> {
    counter: Counter<'q>,
    codes: Vec<String>,
    variables: Vec<Variable>,
}

impl<'q> Asked<'q> {
    fn new(question: &'q Question) -> Self {
        let column = |counter: Counter<'q>| {
            let codes = counter.codes();
            Column { variables: variables(question, &counter, &codes), counter, codes }
        };
        Self { question, columns: counters(question).into_iter().map(column).collect() }
    }

    /// What somebody said, by the codes of its columns.
    fn said(&self, answer: Option<&Answer>) -> Vec<Code> {
        let [_, _, rather_not, not_understood] = REACHED;
        let missing = match answer.map(reached) {
            None => NOT_ASKED,
            Some(kind) if kind == rather_not => RATHER_NOT,
            Some(kind) if kind == not_understood => NOT_UNDERSTOOD,
            // Or they answered, and passed this part over.
            Some(_) => EMPTY,
        };
        let of = |column: &Column<'_>| -> Vec<Code> {
            let Some(said) = answer.and_then(|answer| column.counter.said(answer)) else {
                return vec![missing; column.variables.len()];
            };
            match (column.counter.choosing, &column.variables[..]) {
                (Choosing::One, [variable]) => {
                    let value = variable.values.iter().find(|value| said.contains(&value.key));
                    vec![value.map_or(missing, |value| value.code)]
                }
                _ => column.codes.iter().map(|key| Code::from(said.contains(key))).collect(),
            }
        };
        self.columns.iter().flat_map(of).collect()
    }
}

/// The questions that can be taken along: outside of equality monitoring, of which a person chooses among what is offered, and
/// which do not say as whom they answered: that stands in a column of its own.
pub(super) fn offered(survey: &Survey) -> impl Iterator<Item = &Question> {
    let open = survey.questions().filter(|(section, _)| !section.monitoring).map(|(_, question)| question);
    open.filter(|question| !question.tells_audience() && !counters(question).is_empty())
}

/// The cut by which everybody is told as whom they answered, for a survey that asks one audience alone.
pub(super) fn everybody(survey: &Survey) -> By {
    let groups = survey.audiences.iter().map(|one| (one.code().to_owned(), one.code().replace('_', " "))).collect();
    By { key: AUDIENCE.to_owned(), address: "audience".to_owned(), title: "Who answered".to_owned(), groups }
}

/// The columns of a question, or of one of its parts.
fn variables(question: &Question, counter: &Counter<'_>, codes: &[String]) -> Vec<Variable> {
    let english = Lang::english();
    let (mut name, mut label) = (question.key.to_string(), question.text.get(&english).to_owned());
    if let Some(part) = &counter.part {
        name = format!("{name}_{part}");
        let of_place = || format!("Place {part}");
        let words = question.statement_text(part).map_or_else(of_place, |text| text.get(&english).to_owned());
        label = format!("{label} {words}");
    }
    let of_options = || codes.iter().map(|key| option_words(question, key, &english)).collect();
    let words = counter.bands().unwrap_or_else(of_options);
    if counter.choosing == Choosing::One {
        return vec![Variable { name, label, values: values(codes.iter().cloned().zip(words), 1) }];
    }
    let of_option = |(key, words): (&String, String)| {
        let chosen = [("no", "Not chosen"), ("yes", "Chosen")].map(|(key, words)| (key.to_owned(), words.to_owned()));
        Variable { name: format!("{name}_{key}"), label: format!("{label} {words}"), values: values(chosen, 0) }
    };
    codes.iter().zip(words).map(of_option).collect()
}

/// Values by their place, from a first code on; where all are numbers, these are the codes.
fn values(offered: impl IntoIterator<Item = (String, String)>, first: usize) -> Vec<Value> {
    let offered: Vec<_> = offered.into_iter().collect();
    let number = |words: &str| words.parse::<Code>().ok().filter(|number| *number >= 0 && number.to_string() == words);
    let numbers: Option<Vec<_>> = offered.iter().map(|(_, words)| number(words)).collect();
    let by_place = || (first..).map(code).take(offered.len()).collect();
    let codes = numbers.unwrap_or_else(by_place);
    codes.into_iter().zip(offered).map(|(code, (key, words))| Value { code, key, words }).collect()
}

fn code(place: usize) -> Code {
    Code::try_from(place).unwrap_or(Code::MAX)
}

/// Words of SPSS that cannot name a variable.
const RESERVED: [&str; 13] = ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"];

/// A name that programs take, and that no other column has.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let also = |number: usize| format!("{name}_{number}");
    let names = std::iter::once(name.clone()).chain((2..).map(also));
    let mut free = names.filter(|name| !RESERVED.contains(&&**name) && !taken.contains(name));
    let name = free.next().unwrap_or_default();
    taken.insert(name.clone());
    name
}

/// SPSS takes 64 bytes; a number may come after.
const LONGEST_NAME: usize = 56;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_once_and_kept_from_spss() {
        let mut taken = BTreeSet::new();
        let mut name = |name: &str| free(name, &mut taken);
        assert_eq!([name("why"), name("why"), name("all"), name("why_2")], ["why", "why_2", "all_2", "why_2_2"]);
        assert!(name(&"a".repeat(81)).len() <= 64 && name(&"a".repeat(81)).len() <= 64);
    }

    #[test]
    fn numbers_stand_for_themselves_and_other_answers_for_their_place() {
        let codes = |words: &[&str]| -> Vec<Code> {
            values(words.iter().map(|words| ("key".to_owned(), (*words).to_owned())), 1)
                .iter()
                .map(|value| value.code)
                .collect()
        };
        assert_eq!(codes(&["0", "1", "2"]), [0, 1, 2]);
        assert_eq!(codes(&["0 to 4", "5 to 9"]), [1, 2]);
        assert_eq!(codes(&["-1", "0"]), [1, 2]);
        assert_eq!(codes(&["01", "2"]), [1, 2]);
    }
}
