//! Workbooks: `.xlsx` files from and to tables of words.

use std::io::{self, Cursor, Read as _};

use calamine::{Data, DataRef, Reader as _, Xlsx};
use heard_core::interchange::{self, MOST_COLUMNS, MOST_ROWS, MOST_SIGNS, Sheet};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use zip::ZipArchive;

use super::tables::{CONFIDENTIAL, Cell, Table};

/// What a workbook may unpack to, in bytes: a small file can hold a very large one.
const UNPACKED: u64 = 40 << 20;
/// Files that its archive may hold, and sheets.
const MOST_FILES: usize = 200;
const MOST_SHEETS: usize = 20;

const BROKEN: &str =
    "This workbook cannot be read. Open it in a spreadsheet program, save it as .xlsx, and bring that.";
const TOO_LARGE: &str =
    "This workbook unpacks to more than a form can be. Take out pictures and sheets that do not belong to the form.";

/// Its sheets. Empty cells at the end of rows, and empty rows at the end of sheets, are left out. The message of an error
/// says what to do.
pub(super) fn read(bytes: &[u8]) -> Result<interchange::Workbook, &'static str> {
    check_size(bytes)?;
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_: calamine::XlsxError| BROKEN)?;
    let names = book.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(TOO_LARGE);
    }
    let (mut sheets, mut left) = (Vec::new(), MOST_SIGNS);
    for name in names {
        sheets.push(Sheet { rows: rows(&mut book, &name, &mut left)?, name });
    }
    Ok(interchange::Workbook { sheets })
}

/// Unpacks every file once, to nowhere, as far as a workbook may go: what an archive says of its sizes may be untrue.
fn check_size(bytes: &[u8]) -> Result<(), &'static str> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    if archive.len() > MOST_FILES {
        return Err(TOO_LARGE);
    }
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|_| BROKEN)?;
        left -= io::copy(&mut file.take(left), &mut io::sink()).map_err(|_| BROKEN)?;
        if left == 0 {
            return Err(TOO_LARGE);
        }
    }
    Ok(())
}

/// The rows of a sheet, cell by cell: a sheet with words in its last corner is no larger than its words. Many cells can
/// share one long text, so the signs that are `left` are counted before it is copied.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut usize) -> Result<Vec<Vec<String>>, &'static str> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| BROKEN)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| BROKEN)? {
        if let DataRef::SharedString(words) = cell.get_value() {
            *left = left.checked_sub(words.len()).ok_or(TOO_LARGE)?;
        }
        let words = words(cell.get_value());
        if words.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        // One more than there may be is told with the place by whoever reads the form.
        let (row, column) = ((row as usize).min(MOST_ROWS), (column as usize).min(MOST_COLUMNS));
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if rows[row].len() <= column {
            rows[row].resize_with(column + 1, String::new);
        }
        rows[row][column] = words;
    }
    Ok(rows)
}

fn words(cell: &DataRef<'_>) -> String {
    match Data::from(cell.clone()) {
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => words,
        Data::Int(number) => number.to_string(),
        // As people see it: 3, not 3.0.
        Data::Float(number) => number.to_string(),
        Data::Bool(is) => is.to_string(),
        Data::DateTime(moment) => moment.as_f64().to_string(),
        _ => String::new(),
    }
}

/// The bytes of a workbook with these sheets and no others. Words are words: nothing in them is ever a formula.
pub fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same tables are the same file, whenever it is written.
    let then = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&then));
    let heading = Format::new().set_bold();
    for table in tables {
        let page = book.add_worksheet().set_name(&table.name)?;
        for (column, head) in (0..).zip(&table.heads).filter(|(_, head)| !head.is_empty()) {
            page.write_string_with_format(0, column, head, &heading)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Words(words) if words.is_empty() => continue,
                    Cell::Words(words) => page.write_string(row, column, words)?,
                    Cell::Number(number) => page.write_number(row, column, f64::from(*number))?,
                    Cell::Hidden => page.write_string(row, column, CONFIDENTIAL)?,
                };
            }
        }
        page.set_freeze_panes(1, 0)?;
        for column in (0..).take(table.heads.len()) {
            page.set_column_width(column, 24)?;
        }
    }
    book.save_to_buffer()
}

/// A form for surveys as a workbook.
pub fn of_form(form: interchange::Workbook) -> Result<Vec<u8>, XlsxError> {
    let table = |sheet: Sheet| {
        let mut rows = sheet.rows.into_iter();
        let heads = rows.next().unwrap_or_default();
        let rows = rows.map(|row| row.into_iter().map(Cell::Words).collect()).collect();
        Table { name: sheet.name, heads, rows }
    };
    write(&form.sheets.into_iter().map(table).collect::<Vec<_>>())
}
