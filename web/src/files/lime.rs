//! The tables of a `.lss` file: XML of the one shape that `LimeSurvey` writes.

use std::collections::BTreeMap;

use heard_core::interchange::lss::Tables;
use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesRef, Event},
};

/// `document`, a table, `rows`, `row`, a cell: nothing of ours is deeper.
const DEEPEST: usize = 8;

const BROKEN: &str =
    "This is not a survey of LimeSurvey that we can read. Export it there once more, as a “.lss” survey structure.";

/// The tables by their names. The message of an error says what to do.
pub(super) fn read(bytes: &[u8]) -> Result<Tables, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| BROKEN)?;
    let mut reader = Reader::from_str(text);
    let mut parsed = Parsed::default();
    loop {
        match reader.read_event().map_err(|_| BROKEN)? {
            Event::Start(tag) => parsed.open(tag.name().as_ref().to_owned())?,
            Event::End(_) => parsed.close(),
            Event::Text(text) => parsed.say(&text),
            Event::CData(text) => parsed.say(&text),
            Event::GeneralRef(name) => parsed.say(&sign(&name)?),
            Event::Eof if parsed.path.is_empty() && !parsed.tables.is_empty() => return Ok(parsed.tables),
            // What a document declares of itself is where XML bombs are.
            Event::Eof | Event::DocType(_) => return Err(BROKEN),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// What a reference such as `&amp;` or `&#8217;` stands for.
fn sign(name: &BytesRef<'_>) -> Result<String, &'static str> {
    if let Some(sign) = name.resolve_char_ref().map_err(|_| BROKEN)? {
        return Ok(sign.to_string());
    }
    resolve_predefined_entity(name).map(str::to_owned).ok_or(BROKEN)
}

#[derive(Default)]
struct Parsed {
    path: Vec<String>,
    row: BTreeMap<String, String>,
    cell: String,
    tables: Tables,
}

impl Parsed {
    fn open(&mut self, name: String) -> Result<(), &'static str> {
        self.cell.clear();
        self.path.push(name);
        if self.path.len() > DEEPEST || self.path.first().is_some_and(|root| root != "document") {
            return Err(BROKEN);
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        self.cell.push_str(text);
    }

    fn close(&mut self) {
        match self.path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [_, _, "rows", "row", cell] => {
                self.row.insert(cell.to_owned(), std::mem::take(&mut self.cell));
            }
            [_, table, "rows", "row"] => {
                self.tables.entry(table.to_owned()).or_default().push(std::mem::take(&mut self.row));
            }
            _ => {}
        }
        self.path.pop();
    }
}
