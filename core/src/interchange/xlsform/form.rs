//! The sheets of an `XLSForm` as lines and lists, without what they mean.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{LONGEST_CELL, Loss, Sheet, Sizes, Workbook, fault, few, languages};
use crate::{
    survey::Fault,
    text::{Lang, Texts},
};

/// A form: its lines in their order, its lists of options, and its settings by their headings.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub lines: Vec<Line>,
    pub lists: BTreeMap<String, Vec<Offered>>,
    pub settings: BTreeMap<String, String>,
    /// Those that labels have columns for.
    pub languages: Vec<Lang>,
}

/// A row of the sheet `survey`.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub at: String,
    /// Its cells by their headings, in lower case; none of them empty.
    pub cells: BTreeMap<String, String>,
    pub label: Texts,
    pub hint: Texts,
}

/// A row of the sheet `choices`.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    pub name: String,
    pub label: Texts,
}

impl Line {
    /// What stands under a heading, or nothing.
    pub fn cell(&self, heading: &str) -> &str {
        self.cells.get(heading).map_or("", String::as_str)
    }

    pub fn name(&self) -> &str {
        self.cell("name")
    }

    /// The first word of its type, in small letters, and what stands behind it. Older ways to write one are read as
    /// the newer ones.
    pub fn kind(&self) -> (String, String) {
        let written = self.cell("type").split_whitespace().collect::<Vec<_>>().join(" ");
        let two = ["begin group", "end group", "begin repeat", "end repeat", "select one", "select multiple"];
        let lower = written.to_lowercase();
        let written = match two.iter().find(|two| lower == **two || lower.starts_with(&format!("{two} "))) {
            Some(two) => two.replace(' ', "_") + &written[two.len()..],
            None => written,
        };
        let (first, rest) = written.split_once(' ').unwrap_or((&written, ""));
        let first = match &*first.to_lowercase() {
            "select1" => "select_one".to_owned(),
            "int" => "integer".to_owned(),
            "string" => "text".to_owned(),
            "trigger" => "acknowledge".to_owned(),
            other => other.to_owned(),
        };
        (first, rest.to_owned())
    }

    /// The words of its appearance.
    pub fn looks(&self, like: &str) -> bool {
        self.cell("appearance").split_whitespace().any(|word| word.eq_ignore_ascii_case(like))
    }
}

/// What a column holds.
enum Column {
    Label(Lang),
    Hint(Lang),
    Cell(String),
    Nothing,
}

struct Columns {
    columns: Vec<Column>,
    /// Headings as they are written.
    names: Vec<String>,
}

impl Columns {
    fn read(sheet: &Sheet, default: &Lang, losses: &mut Vec<Loss>) -> Result<Self, Vec<Fault>> {
        let names: Vec<_> = sheet.rows.first().into_iter().flatten().map(|name| name.trim().to_owned()).collect();
        let mut seen = BTreeSet::new();
        let mut faults = Vec::new();
        let mut columns = Vec::new();
        for name in &names {
            let column = column(name, default).unwrap_or_else(|| {
                let message = format!(
                    "Heard does not know the language of \"{name}\", so the column was left out; write its code behind \
                     it, such as \"label::Polski (pl)\""
                );
                losses.push(Loss::new(&sheet.name, message));
                Column::Nothing
            });
            let same = match &column {
                Column::Label(lang) => format!("label::{lang}"),
                Column::Hint(lang) => format!("hint::{lang}"),
                Column::Cell(name) => name.clone(),
                Column::Nothing => String::new(),
            };
            if !same.is_empty() && !seen.insert(same) {
                let message = format!("two columns are \"{name}\", or say the same in one language; take one out");
                faults.push(fault(&sheet.name, message));
            }
            columns.push(column);
        }
        if faults.is_empty() { Ok(Self { columns, names }) } else { Err(faults) }
    }

    fn line(&self, at: String, row: &[String]) -> Line {
        let mut line = Line { at, ..Line::default() };
        for (column, cell) in self.columns.iter().zip(row) {
            let cell = clean(cell);
            match column {
                Column::Label(lang) => line.label.set(lang, &cell),
                Column::Hint(lang) => line.hint.set(lang, &cell),
                Column::Cell(name) if !cell.is_empty() => _ = line.cells.insert(name.clone(), cell),
                _ => {}
            }
        }
        line
    }

    fn languages(&self) -> Vec<Lang> {
        let mut languages = Vec::new();
        for column in &self.columns {
            if let Column::Label(lang) | Column::Hint(lang) = column
                && !languages.contains(lang)
            {
                languages.push(lang.clone());
            }
        }
        languages
    }
}

/// What a heading says; `None` where it names a language that cannot be told.
fn column(heading: &str, default: &Lang) -> Option<Column> {
    let plain = heading.to_lowercase().split_whitespace().collect::<Vec<_>>().join("_");
    let parted = heading.split_once("::").or_else(|| heading.split_once(':'));
    let (base, language) = parted.map_or((heading, None), |(base, language)| (base, Some(language)));
    let language = || language.map_or_else(|| Some(default.clone()), languages::read);
    Some(match &*base.trim().to_lowercase() {
        "label" | "caption" => Column::Label(language()?),
        "hint" => Column::Hint(language()?),
        "" => Column::Nothing,
        _ => Column::Cell(match &*plain {
            "relevance" => "relevant".to_owned(),
            "command" => "type".to_owned(),
            "readonly" => "read_only".to_owned(),
            _ => plain,
        }),
    })
}

/// A cell as it is compared: spreadsheet programs change line ends and add spaces.
pub(super) fn clean(cell: &str) -> String {
    cell.replace("\r\n", "\n").trim().to_owned()
}

impl Form {
    /// Reads the sheets; faults where they are no form.
    pub fn read(workbook: &Workbook, losses: &mut Vec<Loss>) -> Result<Self, Vec<Fault>> {
        let mut sizes = Sizes::default();
        for sheet in &workbook.sheets {
            sizes.table(&sheet.name, sheet.rows.iter().map(|row| row.iter().map(String::as_str)));
        }
        sizes.check()?;
        let find = |name: &str| workbook.sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(name));
        let Some(survey) = find("survey") else {
            let message = "there is no sheet \"survey\": this is no XLSForm; choose another file, or name the sheet so";
            return Err(vec![fault("", message)]);
        };
        let english = Lang::english();
        let mut form = Self::default();
        if let Some(sheet) = find("settings").filter(|sheet| sheet.rows.len() > 1) {
            form.settings = Columns::read(sheet, &english, losses)?.line(String::new(), &sheet.rows[1]).cells;
        }
        let default = form.settings.get("default_language").and_then(|named| languages::read(named)).unwrap_or(english);
        let columns = Columns::read(survey, &default, losses)?;
        for needed in ["type", "name"] {
            if !columns.columns.iter().any(|column| matches!(column, Column::Cell(name) if name == needed)) {
                let message =
                    format!("it has no column \"{needed}\": this is no XLSForm; see xlsform.org for what one has");
                return Err(vec![fault(&survey.name, message)]);
            }
        }
        form.languages = columns.languages();
        let rows = (1..).zip(&survey.rows).skip(1);
        let lines = rows.map(|(number, row)| columns.line(format!("{}, row {number}", survey.name), row));
        form.lines = lines.filter(|line| !line.cells.is_empty() || !line.label.is_empty()).collect();
        if let Some(choices) = find("choices") {
            form.read_lists(choices, &default, losses)?;
        }
        strange_columns(&columns, &form.lines, losses);
        Ok(form)
    }

    fn read_lists(&mut self, sheet: &Sheet, default: &Lang, losses: &mut Vec<Loss>) -> Result<(), Vec<Fault>> {
        let columns = Columns::read(sheet, default, losses)?;
        let mut seen = BTreeSet::new();
        let mut faults = Vec::new();
        for (number, row) in (1..).zip(&sheet.rows).skip(1) {
            let line = columns.line(format!("{}, row {number}", sheet.name), row);
            let name = [line.name(), line.cell("value")].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
            let list = line.cell("list_name").to_owned();
            if list.is_empty() {
                continue;
            }
            if !seen.insert((list.clone(), name.to_owned())) {
                let message = format!("the list \"{list}\" has two options \"{name}\"; give each a name of its own");
                faults.push(fault(&line.at, message));
            }
            self.lists.entry(list).or_default().push(Offered { name: name.to_owned(), label: line.label.clone() });
        }
        for lang in columns.languages() {
            if !self.languages.contains(&lang) {
                self.languages.push(lang);
            }
        }
        let used = ["list_name", "name", "value"];
        let strange = columns.columns.iter().zip(&columns.names);
        let strange: Vec<_> = strange
            .filter(|(column, _)| matches!(column, Column::Cell(name) if !used.contains(&&**name)))
            .map(|(_, name)| &**name)
            .collect();
        if !strange.is_empty() {
            let message = format!("Heard has no place for these columns, which were left out: {}", few(strange));
            losses.push(Loss::new(&sheet.name, message));
        }
        faults.truncate(20);
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// Headings that are read elsewhere.
const USED: &[&str] = &["type", "name", "required", "relevant", "constraint", "appearance", "parameters", "disabled"];
/// Headings that have no equal, and why.
const WITHOUT_EQUAL: &[(&str, &str)] = &[
    ("default", "Heard fills in nothing beforehand, so that an answer is always the respondent's own"),
    ("choice_filter", "Heard does not choose among options: all of them are shown"),
    ("calculation", "Heard calculates nothing while people answer; a scoring plugin does it afterwards"),
    ("constraint_message", "Heard says in its own words what an answer has to be"),
    ("required_message", "Heard says in its own words that an answer is needed"),
    ("repeat_count", "Heard repeats nothing"),
];

/// One loss a column that has something in it and no equal here.
fn strange_columns(columns: &Columns, lines: &[Line], losses: &mut Vec<Loss>) {
    for (column, written) in columns.columns.iter().zip(&columns.names) {
        let Column::Cell(name) = column else { continue };
        let base = name.split(':').next().unwrap_or_default();
        if USED.contains(&&**name) || base == "heard" {
            continue;
        }
        let rows: Vec<_> = lines.iter().filter(|line| !line.cell(name).is_empty()).map(|line| &*line.at).collect();
        let why =
            WITHOUT_EQUAL.iter().find(|(known, _)| *known == base).map_or("Heard has no place for it", |(_, why)| why);
        if !rows.is_empty() {
            losses.push(Loss::new(&few(rows), format!("the column \"{written}\" was left out: {why}")));
        }
    }
}

impl Form {
    /// The sheets of the form. What a cell cannot hold is cut, and told.
    pub fn write(&self, losses: &mut Vec<Loss>) -> Workbook {
        super::sheets::write(self, LONGEST_CELL, losses)
    }
}
