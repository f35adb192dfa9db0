//! Options and statements as rows of a form: what is written in them, and in which order they stand.

use crate::form::sheet::{Trouble, YES};
use heard_core::{
    age::AgeBand,
    answer::Typed,
    audience::Audience,
    picture::Picture,
    question::{ChoiceOption, Kind, Labelled, SeveralOption},
    text::{Key, Lang, Texts},
};

use super::drafts::key_for;

/// How many empty rows follow those that are filled.
pub(super) const SPARE: usize = 3;
/// No list has more rows than this on a page.
pub(super) const MOST: usize = 100;

/// Rows of options; the second are statements of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Options,
    Statements,
}

impl List {
    /// What begins the names of its fields.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Options => "option",
            Self::Statements => "statement",
        }
    }

    /// The list with this prefix.
    pub fn called(prefix: &str) -> Option<Self> {
        [Self::Options, Self::Statements].into_iter().find(|list| list.prefix() == prefix)
    }

    /// The name of a field of a row.
    pub fn field(self, row: usize, part: &str) -> String {
        format!("{}.{row}.{part}", self.prefix())
    }
}

/// An option, a point of a scale or a statement: all that any of them can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    pub key: Option<Key>,
    pub text: Texts,
    pub value: Option<f64>,
    pub exclusive: bool,
    pub other: bool,
    pub audience: Option<Audience>,
    pub age_band: Option<AgeBand>,
    pub picture: Option<Picture>,
}

/// The rows of a question.
pub(super) fn of(kind: &Kind, list: List) -> Vec<Row> {
    match (kind, list) {
        (Kind::Single(kind) | Kind::Scale(kind), List::Options) => kind.options.iter().map(point).collect(),
        (Kind::Grid(kind), List::Options) => kind.options.iter().map(point).collect(),
        (Kind::Grid(kind), List::Statements) => kind.statements.iter().map(labelled).collect(),
        (Kind::Ranking(kind), List::Options) => kind.options.iter().map(labelled).collect(),
        (Kind::Several(kind), List::Options) => kind.options.iter().map(ticked).collect(),
        _ => Vec::new(),
    }
}

/// Which lists a kind has.
pub(super) fn lists(kind: &Kind) -> &'static [List] {
    match kind {
        Kind::Grid(_) => &[List::Statements, List::Options],
        Kind::Single(_) | Kind::Scale(_) | Kind::Several(_) | Kind::Ranking(_) => &[List::Options],
        _ => &[],
    }
}

/// Gives a question these rows.
pub(super) fn put(kind: &mut Kind, list: List, rows: Vec<Row>) {
    let rows = with_keys(rows, list);
    match (kind, list) {
        (Kind::Single(kind) | Kind::Scale(kind), List::Options) => kind.options = rows.map(to_point).collect(),
        (Kind::Grid(kind), List::Options) => kind.options = rows.map(to_point).collect(),
        (Kind::Grid(kind), List::Statements) => kind.statements = rows.map(to_labelled).collect(),
        (Kind::Ranking(kind), List::Options) => kind.options = rows.map(to_labelled).collect(),
        (Kind::Several(kind), List::Options) => kind.options = rows.map(to_ticked).collect(),
        _ => {}
    }
}

/// The same rows, each with a key of its own.
fn with_keys(rows: Vec<Row>, list: List) -> impl Iterator<Item = (Key, Row)> {
    let mut taken: Vec<String> = rows.iter().filter_map(|row| row.key.as_ref().map(ToString::to_string)).collect();
    rows.into_iter().map(move |row| {
        let key = row.key.clone().unwrap_or_else(|| {
            let refs: Vec<&str> = taken.iter().map(String::as_str).collect();
            key_for(row.text.get(&Lang::english()), list.prefix(), &refs)
        });
        taken.push(key.to_string());
        (key, row)
    })
}

fn point(option: &ChoiceOption) -> Row {
    let ChoiceOption { key, text, value, audience, age_band, other, picture } = option.clone();
    Row { key: Some(key), text, value, exclusive: false, other, audience, age_band, picture }
}

fn to_point((key, row): (Key, Row)) -> ChoiceOption {
    let Row { text, value, other, audience, age_band, picture, .. } = row;
    ChoiceOption { key, text, value, audience, age_band, other, picture }
}

fn ticked(option: &SeveralOption) -> Row {
    let SeveralOption { key, text, exclusive, other, picture } = option.clone();
    Row { key: Some(key), text, exclusive, other, picture, ..Row::default() }
}

fn to_ticked((key, row): (Key, Row)) -> SeveralOption {
    let Row { text, exclusive, other, picture, .. } = row;
    SeveralOption { key, text, exclusive, other, picture }
}

fn labelled(row: &Labelled) -> Row {
    Row { key: Some(row.key.clone()), text: row.text.clone(), ..Row::default() }
}

fn to_labelled((key, row): (Key, Row)) -> Labelled {
    Labelled { key, text: row.text }
}

/// The fields that the rows stand in.
pub(super) fn fill(rows: &[Row], list: List, lang: &Lang) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let mut put = |part: &str, value: &str| {
            if !value.is_empty() {
                fields.push((list.field(place, part), value.to_owned()));
            }
        };
        put("key", row.key.as_deref().unwrap_or_default());
        put("text", row.text.own(lang));
        put("value", &row.value.map(|value| value.to_string()).unwrap_or_default());
        put("exclusive", if row.exclusive { YES } else { "" });
        put("other", if row.other { YES } else { "" });
        put("audience", row.audience.map_or("", Audience::code));
        put("age", row.age_band.map_or("", AgeBand::code));
        put("picture", row.picture.map_or("", Picture::name));
    }
    fields
}

/// The rows that were typed, over those that were there: what no field shows, such as other languages, stays. A row whose
/// words were emptied goes.
pub(super) fn read(typed: &Typed, list: List, before: &[Row], lang: &Lang) -> (Vec<Row>, Vec<Trouble>) {
    let (mut rows, mut troubles) = (Vec::new(), Vec::new());
    let places = (0..MOST).take_while(|place| typed.fields().any(|field| field == list.field(*place, "text")));
    for place in places {
        let said = |part: &str| typed.first(&list.field(place, part)).trim();
        let was = before.iter().find(|row| row.key.as_deref() == Some(said("key")).filter(|key| !key.is_empty()));
        if said("text").is_empty() {
            continue;
        }
        let mut row = was.cloned().unwrap_or_default();
        row.text.set(lang, said("text"));
        match number(said("value")) {
            Ok(value) => row.value = value,
            Err(advice) => {
                let label = format!("Points of “{}”", said("text"));
                troubles.push(Trouble { field: list.field(place, "value"), label, advice });
            }
        }
        row.exclusive = said("exclusive") == YES;
        row.other = said("other") == YES;
        row.audience = AUDIENCES.into_iter().find(|one| one.code() == said("audience"));
        row.age_band = AgeBand::from_code(said("age"));
        row.picture = Picture::ALL.iter().copied().find(|one| one.name() == said("picture"));
        rows.push(row);
    }
    (rows, troubles)
}

/// Every audience.
pub(super) const AUDIENCES: [Audience; 6] = [
    Audience::NonParticipatingParent,
    Audience::ParticipatingParent,
    Audience::YoungPerson,
    Audience::CouncilMember,
    Audience::Staff,
    Audience::Partner,
];

/// A number, if one was typed.
pub(super) fn number(typed: &str) -> Result<Option<f64>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    let number =
        typed.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite() && !typed.contains(['e', 'E']));
    number.map(Some).ok_or("Write a number in figures, such as 4 or 2.5.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Typed {
        fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn rows_keep_what_the_form_does_not_show() {
        let english = Lang::english();
        let mut text = Texts::english("Cost");
        text.set(&Lang::try_from("pl".to_owned()).unwrap(), "Koszt");
        let before = [Row { key: Some("cost".try_into().unwrap()), text, ..Row::default() }];
        let form = typed(&[
            ("option.0.key", ""),
            ("option.0.text", "Too far"),
            ("option.0.value", "1,5"),
            ("option.1.key", "cost"),
            ("option.1.text", "The cost"),
            ("option.1.exclusive", "yes"),
            ("option.2.text", " "),
        ]);
        let (rows, troubles) = read(&form, List::Options, &before, &english);
        assert!(troubles.is_empty());
        assert_eq!(rows[0].value, Some(1.5));
        assert_eq!(rows[1].text.own(&Lang::try_from("pl".to_owned()).unwrap()), "Koszt");
        assert!(rows[1].exclusive && rows[1].text.own(&english) == "The cost" && rows.len() == 2);
        let keys: Vec<_> = with_keys(rows, List::Options).map(|(key, _)| key.to_string()).collect();
        assert_eq!(keys, ["too_far", "cost"]);
    }

    #[test]
    fn numbers_are_numbers_or_are_told() {
        for (typed, number_is) in [("", Ok(None)), ("3", Ok(Some(3.0))), ("2,5", Ok(Some(2.5))), ("-1", Ok(Some(-1.0)))]
        {
            assert_eq!(number(typed), number_is);
        }
        for typed in ["three", "1e9", "inf", "NaN", "1 2"] {
            assert!(number(typed).is_err(), "{typed}");
        }
    }
}
