//! Reading a list of addresses: one a line, or a table with a column of them, as people export it from elsewhere.

use heard_core::{interchange::language_named, text::Lang};

use crate::{language, mail};

/// How many addresses are taken at once.
pub(super) const MOST: usize = 10_000;

/// Somebody to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub address: String,
    /// The language to write in, where the list says one that the survey has.
    pub lang: Option<Lang>,
}

/// A line that holds no address, by its number from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub line: u64,
    pub text: String,
}

/// What a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    pub entries: Vec<Entry>,
    pub unread: Vec<Unread>,
    /// How many lines repeated an address.
    pub repeated: usize,
    /// How many columns were passed over: names and the like are none of ours.
    pub passed_over: usize,
}

/// What the column of addresses, and that of languages, may be called.
const ADDRESS: [&str; 6] = ["email", "e-mail", "email address", "e-mail address", "mail", "address"];
const LANGUAGE: [&str; 2] = ["language", "lang"];

/// The longest part of a line that is shown again.
const SHOWN: usize = 60;

impl List {
    /// Reads a list: lines, or a table with commas, semicolons or tabs, with or without a head. Where there is no head,
    /// every field that is an address is one, as mail programs put many on a line.
    pub fn read(text: &str, languages: &[Lang]) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(delimiter(text))
            // A quote that is never closed would swallow all that follows it.
            .quoting(text.lines().all(|line| line.matches('"').count().is_multiple_of(2)))
            .from_reader(text.as_bytes());
        let (mut list, mut head) = (Self::default(), None);
        for (place, row) in rows.records().enumerate() {
            // What is no table is a line without an address.
            let row = row.unwrap_or_default();
            if place == 0 && row.iter().all(|field| mail_in(field).is_none()) {
                head = Head::read(&row);
                if let Some(head) = &head {
                    list.passed_over = row.len() - 1 - usize::from(head.language.is_some());
                    continue;
                }
            }
            let line = row.position().map_or(0, |at| line_of(text, at));
            list.take(&row, head.as_ref(), line, languages);
        }
        list
    }

    fn take(&mut self, row: &csv::StringRecord, head: Option<&Head>, line: u64, languages: &[Lang]) {
        if row.iter().all(str::is_empty) {
            return;
        }
        let addresses: Vec<_> = match head {
            Some(head) => row.get(head.address).and_then(mail_in).into_iter().collect(),
            None => row.iter().filter_map(mail_in).collect(),
        };
        if addresses.is_empty() {
            let text = row.iter().collect::<Vec<_>>().join(", ").chars().take(SHOWN).collect();
            self.unread.push(Unread { line, text });
        }
        let named = head.and_then(|head| language_named(row.get(head.language?)?));
        let lang = named.and_then(|named| language::fit(&named, languages).cloned());
        self.entries.extend(addresses.into_iter().map(|address| Entry { address, lang: lang.clone() }));
    }

    /// Leaves out addresses that stand there twice.
    pub fn without_repeats(mut self) -> Self {
        let before = self.entries.len();
        let mut seen = std::collections::HashSet::new();
        self.entries.retain(|entry| seen.insert(entry.address.clone()));
        self.repeated = before - self.entries.len();
        self
    }
}

/// Where the columns are that we read.
struct Head {
    address: usize,
    language: Option<usize>,
}

impl Head {
    fn read(row: &csv::StringRecord) -> Option<Self> {
        let column = |names: &[&str]| row.iter().position(|field| names.contains(&field.to_lowercase().as_str()));
        Some(Self { address: column(&ADDRESS)?, language: column(&LANGUAGE) })
    }
}

/// The address in a field: alone, or as mail programs write it, such as `Ann Baker <ann@example.org>`.
fn mail_in(field: &str) -> Option<String> {
    let inner = field.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(inner, _)| inner);
    mail::address(inner.unwrap_or(field).trim_matches('"'))
}

/// The line on which a row begins: its position is that of the empty lines before it.
fn line_of(text: &str, at: &csv::Position) -> u64 {
    let before = usize::try_from(at.byte()).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
    let empty = before.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n');
    at.line() + u64::try_from(empty.count()).unwrap_or(0)
}

/// What parts the fields of the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    [(b'\t', count('\t')), (b';', count(';')), (b',', count(','))]
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(sign, _)| sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn langs() -> Vec<Lang> {
        ["en", "pl"].map(|tag| Lang::try_from(tag.to_owned()).unwrap()).to_vec()
    }

    fn read(text: &str) -> (Vec<String>, Vec<u64>) {
        let list = List::read(text, &langs()).without_repeats();
        let entry = |entry: Entry| entry.lang.map_or(entry.address.clone(), |lang| format!("{} {lang}", entry.address));
        (list.entries.into_iter().map(entry).collect(), list.unread.into_iter().map(|unread| unread.line).collect())
    }

    #[test]
    fn lists_are_read_as_people_have_them() {
        let two = vec!["ann@example.org".to_owned(), "bo@example.org".to_owned()];
        for text in [
            "ann@example.org\nbo@example.org\n",
            "\u{feff}Ann@Example.org\r\n\r\nbo@example.org",
            "Ann Baker <ann@example.org>\n\"Bo\" <bo@example.org>",
            "ann@example.org, Ann\nbo@example.org, Bo",
            "Name;E-mail\nAnn;ann@example.org\nBo;bo@example.org",
            "name\temail address\tyear\nAnn\tann@example.org\t4\nBo\tbo@example.org\t5",
            "ann@example.org\nANN@example.org\nbo@example.org",
            "ann@example.org; bo@example.org",
            "Ann Baker <ann@example.org>, Bo <bo@example.org>",
            "\"ann@example.org,Ann\nbo@example.org,Bo",
        ] {
            assert_eq!(read(text), (two.clone(), vec![]), "{text}");
        }
    }

    #[test]
    fn a_column_says_the_language() {
        let text = "email,language\nann@example.org,pl\nbo@example.org,Polish\nci@example.org,fr\ndi@example.org,";
        let expected = ["ann@example.org pl", "bo@example.org pl", "ci@example.org", "di@example.org"];
        assert_eq!(read(text).0, expected);
    }

    #[test]
    fn lines_without_an_address_are_told_by_their_number() {
        assert_eq!(
            read("ann@example.org\n\nann.example.org\nbo@example.org\nnobody"),
            (vec!["ann@example.org".to_owned(), "bo@example.org".to_owned()], vec![3, 5],)
        );
        // The address of a contact in another column is not invited.
        assert_eq!(read("email,school\n,office@school.example\nann@example.org,x").1, [2]);
    }

    #[test]
    fn other_columns_are_passed_over() {
        let list = List::read("name,email,dob\nAnn,ann@example.org,2010-01-01", &langs());
        assert_eq!((list.entries.len(), list.passed_over), (1, 2));
        assert!(!format!("{list:?}").contains("2010"));
    }
}
