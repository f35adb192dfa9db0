//! Lines and lists as the sheets of an `XLSForm`.

use std::collections::BTreeSet;

use super::{
    super::{Loss, Sheet, Workbook, languages},
    form::Form,
};
use crate::text::{Lang, Texts};

/// The columns of the sheet `survey` beside those for words, in their order; then whatever else there is.
const FIRST: [&str; 2] = ["type", "name"];
const LAST: [&str; 5] = ["required", "relevant", "constraint", "appearance", "parameters"];

/// The sheets of a form, of cells that are at most this long.
pub(super) fn write(form: &Form, longest: usize, losses: &mut Vec<Loss>) -> Workbook {
    let mut cut = |at: &str, cell: &str| {
        if cell.chars().count() > longest {
            losses.push(Loss::new(
                at,
                format!("a text was cut after {longest} signs, which is as long as a cell can be"),
            ));
        }
        cell.chars().take(longest).collect::<String>()
    };
    let words = |texts: &Texts| form.languages.iter().map(|lang| texts.own(lang).to_owned()).collect::<Vec<_>>();
    let headings = |of: &str| form.languages.iter().map(move |lang| heading(of, lang)).collect::<Vec<_>>();
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();

    let known: BTreeSet<&str> = FIRST.into_iter().chain(LAST).collect();
    let more: BTreeSet<&str> = form.lines.iter().flat_map(|line| line.cells.keys()).map(String::as_str).collect();
    let more: Vec<_> = more.difference(&known).copied().collect();
    let mut survey = vec![[own(&FIRST), headings("label"), headings("hint"), own(&LAST), own(&more)].concat()];
    for line in &form.lines {
        let cells = |names: &[&str]| names.iter().map(|name| line.cell(name).to_owned()).collect::<Vec<_>>();
        let row = [cells(&FIRST), words(&line.label), words(&line.hint), cells(&LAST), cells(&more)].concat();
        survey.push(row.iter().map(|cell| cut(line.name(), cell)).collect());
    }
    let mut choices = vec![[own(&["list_name", "name"]), headings("label")].concat()];
    for (list, options) in &form.lists {
        for option in options {
            let row = [vec![list.clone(), option.name.clone()], words(&option.label)].concat();
            choices.push(row.iter().map(|cell| cut(list, cell)).collect());
        }
    }
    let (headings, values): (Vec<_>, Vec<_>) = form.settings.clone().into_iter().unzip();
    let sheets = [("survey", survey), ("choices", choices), ("settings", vec![headings, values])];
    let sheets = sheets.map(|(name, rows)| Sheet { name: name.to_owned(), rows });
    Workbook { sheets: sheets.into() }
}

fn heading(of: &str, lang: &Lang) -> String {
    format!("{of}::{}", languages::heading(lang))
}
