//! The same figures in files to take away.

use axum::{
    extract::{Path, State},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{Figures, for_staff, public::public, table, view};
use crate::{
    app::App,
    error::Error,
    files::{self, Table},
    staff::Analyst,
};

/// Each with its name, what it is, and its media type (RFC 7111, and Microsoft's of 2007; JSON lines have none registered).
const FILES: [(&str, &str, &str); 4] = [
    ("figures.xlsx", "The figures for a spreadsheet, with what stands for what (XLSX)", XLSX),
    ("figures.csv", "The figures (CSV)", "text/csv; charset=utf-8"),
    ("figures.jsonl", "The figures for programs (JSON lines)", "application/jsonl; charset=utf-8"),
    ("codebook.csv", "What stands for what in the figures (CSV)", "text/csv; charset=utf-8"),
];

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Ways to each of the files.
pub(super) fn links(figures: &Figures) -> Markup {
    html! {
        ul {
            @for (name, words, _) in FILES {
                li { a class="go" download href={ (figures.home) "/" (name) } { (words) } }
            }
        }
    }
}

pub(super) async fn of_staff(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave, name)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    file(&app, &for_staff(&app, &me, &wave).await?, &name)
}

pub(super) async fn of_public(
    State(app): State<App>,
    Path((service, wave, name)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    file(&app, &public(&app, &service, &wave).await?, &name)
}

fn file(app: &App, figures: &Figures, name: &str) -> Result<Response, Error> {
    let (_, _, kind) = FILES.into_iter().find(|(known, ..)| *known == name).ok_or(Error::NotFound)?;
    let csv = |table: Table| table.csv().map_err(|e| Error::fault("results as CSV", e));
    let bytes = match name {
        "figures.csv" => csv(table::figures(app, figures))?,
        "codebook.csv" => csv(table::codebook(figures))?,
        "figures.jsonl" => table::figures(app, figures).json_lines(),
        _ => {
            let tables = [about(figures), table::figures(app, figures), table::codebook(figures)];
            files::workbook(&tables).map_err(|e| Error::fault("results as a workbook", e))?
        }
    };
    let called = format!("attachment; filename=\"{}-{name}\"", figures.published.survey.key);
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, &*called)], bytes).into_response())
}

/// What somebody has to know who opens the workbook and nothing else.
fn about(figures: &Figures) -> Table {
    let lines = [
        ("Survey", figures.published.survey.title.get(&view::ENGLISH).to_owned()),
        ("Asked by", figures.published.house.name.clone()),
        ("Asked from", view::days(figures)),
        ("People", figures.people().map_or_else(|| files::CONFIDENTIAL.to_owned(), |people| format!("About {people}"))),
        ("Who they are", "Those who answered chose to. Intervals describe chance alone.".to_owned()),
        ("Rounding", "Counts are rounded to the nearest 5, and percentages are made from rounded counts.".to_owned()),
        (files::CONFIDENTIAL, table::SYMBOL.to_owned()),
    ];
    let rows = lines.map(|(what, words)| vec![what.into(), words.into()]).to_vec();
    Table { name: "About".to_owned(), heads: vec!["What".to_owned(), "Meaning".to_owned()], rows }
}
