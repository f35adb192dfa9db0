//! The population that a service works for: figures that it brings itself, with where they come from. None are invented.

use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, equality, question::Question, survey::Survey, text::visible};
use maud::Markup;
use serde::{Deserialize, Serialize};

use super::{
    reading::{self, Known},
    sql, view,
};
use crate::{
    app::App,
    areas,
    db::Tx,
    error::Error,
    staff::{self, Colleague, Editor},
    surveys, uploads,
};

/// The largest form that is read: more than a file may have, so that one which is too large is told so kindly.
pub(super) const MOST_BYTES: usize = 8 << 20;
/// The most that lines may have.
const LARGEST: usize = 256 << 10;
const LONGEST_SOURCE: usize = 300;

pub(super) const LINES: &str = "lines";
pub(super) const FILE: &str = "file";
pub(super) const SOURCE: &str = "source";
pub(super) const YEAR: &str = "year";
pub(super) const FROM: &str = "from";

/// So many people of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// `area`, or the key of a question.
    pub what: String,
    /// The code of a district or a group.
    pub group: String,
    pub people: u64,
}

/// What a service says of its population.
pub(super) struct Population {
    revision: i64,
    pub source: String,
    pub year: i64,
    pub lines: Vec<Line>,
}

impl Population {
    /// What the service said last.
    pub async fn current(tx: &mut Tx, service: &str) -> Result<Option<Self>, Error> {
        let Some(row) = sql::current(tx, service).await? else { return Ok(None) };
        let lines = serde_json::from_str(&row.lines).map_err(|e| Error::fault("stored population", e))?;
        Ok(Some(Self { revision: row.revision, source: row.source, year: row.year, lines }))
    }

    /// How many people of a group there are, if that is known.
    pub fn of(&self, what: &str, group: &str) -> Option<u64> {
        self.lines.iter().find(|line| line.what == what && line.group == group).map(|line| line.people)
    }

    /// Whether it says anything about this.
    pub fn knows(&self, what: &str) -> bool {
        self.lines.iter().any(|line| line.what == what)
    }

    /// What stands in the form.
    fn fill(&self) -> Typed {
        let lines = self.lines.iter().map(|line| format!("{},{},{}\n", line.what, line.group, line.people));
        let lines: String = std::iter::once("what,group,people\n".to_owned()).chain(lines).collect();
        let fields = [(LINES, lines), (SOURCE, self.source.clone()), (YEAR, self.year.to_string())];
        fields.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
    }
}

/// The form on its way to its page.
pub(super) struct Form<'a> {
    pub known: &'a Known,
    pub typed: &'a Typed,
    /// What is wrong, with the field that it is wrong in.
    pub problems: &'a [(&'static str, String)],
    /// The revision that it was filled from; 0 where there was none.
    pub from: i64,
    /// Whether a colleague was faster.
    pub meanwhile: bool,
}

pub(super) async fn ask(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let known = known(&mut tx, &me.service).await?;
    let current = Population::current(&mut tx, &me.service).await?;
    let typed = current.as_ref().map(Population::fill).unwrap_or_default();
    let from = current.map_or(0, |current| current.revision);
    Ok(view::population::form(&me, &Form { known: &known, typed: &typed, problems: &[], from, meanwhile: false }))
}

pub(super) async fn save(State(app): State<App>, Editor(me): Editor, request: Request) -> Result<Response, Error> {
    let fields = [(LINES, LARGEST), (FILE, LARGEST), (SOURCE, 4_096), (YEAR, 64), (FROM, 32)];
    let [lines, file, source, year, from] = uploads::read(&app, request, fields).await?;
    let mut problems = Vec::new();
    let brought = if file.bytes.is_empty() && !file.too_large { &lines } else { &file };
    let text = match std::str::from_utf8(&brought.bytes) {
        _ if brought.too_large => {
            problems.push((LINES, "That is too much: 256 KB at most.".to_owned()));
            lines.text()
        }
        Ok(text) if !text.contains('\0') => text,
        _ => {
            problems
                .push((FILE, "The file is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.".to_owned()));
            lines.text()
        }
    };
    let plain = |text: &str| visible(text.replace('\0', ""));
    let typed: Typed = [(LINES, plain(text)), (SOURCE, plain(source.text())), (YEAR, plain(year.text()))]
        .into_iter()
        .map(|(field, value)| (field.to_owned(), value))
        .collect();
    let from = from.text().parse().unwrap_or(-1);
    keep(&app, &me, typed, problems, from).await
}

/// Stores what was typed as the next revision, unless something is wrong with it or a colleague was faster.
async fn keep(
    app: &App,
    me: &Colleague,
    typed: Typed,
    mut problems: Vec<(&'static str, String)>,
    from: i64,
) -> Result<Response, Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let known = known(&mut tx, &me.service).await?;
    let read = read(&typed, &known, &mut problems);
    let current = Population::current(&mut tx, &me.service).await?.map_or(0, |current| current.revision);
    let shown = |problems: &[_], meanwhile| {
        view::population::form(me, &Form { known: &known, typed: &typed, problems, from: current, meanwhile })
    };
    let Some((lines, year)) = read.filter(|_| problems.is_empty()) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&problems, from != current)).into_response());
    };
    if from != current {
        return Ok((StatusCode::CONFLICT, shown(&[], true)).into_response());
    }
    let population = Population { revision: current + 1, source: typed.first(SOURCE).trim().to_owned(), year, lines };
    store(&mut tx, &me.service, &population, Some(&me.staff), now).await?;
    let told = format!("{} lines, {}, {year}", population.lines.len(), population.source);
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "population changed", &told).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("population")).into_response())
}

/// The lines and their year, as far as they can be read; what is wrong is added to the problems.
fn read(typed: &Typed, known: &Known, problems: &mut Vec<(&'static str, String)>) -> Option<(Vec<Line>, i64)> {
    let mut lines = Vec::new();
    if problems.is_empty() {
        let (read, wrong) = reading::read(typed.first(LINES), known);
        lines = read;
        problems.extend(wrong.into_iter().map(|problem| (LINES, problem)));
    }
    let source = typed.first(SOURCE).trim();
    if source.is_empty() || source.chars().count() > LONGEST_SOURCE {
        problems.push((SOURCE, format!("Say where the figures come from, in {LONGEST_SOURCE} signs at most.")));
    }
    let year = typed.first(YEAR).trim().parse().ok().filter(|year| (1900..=2100).contains(year));
    if year.is_none() {
        problems.push((YEAR, "Write the year of the figures, such as 2021.".to_owned()));
    }
    year.map(|year| (lines, year))
}

async fn store(
    tx: &mut Tx,
    service: &str,
    population: &Population,
    staff: Option<&str>,
    now: i64,
) -> Result<(), Error> {
    let lines = serde_json::to_string(&population.lines).map_err(|e| Error::fault("population to JSON", e))?;
    let Population { revision, source, year, .. } = population;
    let row = sql::Row { revision: *revision, source: source.clone(), year: *year, lines };
    sql::add(tx, service, &row, staff, now).await
}

/// Brings the first figures of a service, as a file has them.
pub(crate) async fn bring(
    tx: &mut Tx,
    service: &str,
    csv: &str,
    source: &str,
    year: i64,
    now: i64,
) -> Result<(), Error> {
    let (lines, problems) = reading::read(csv, &known(tx, service).await?);
    if let Some(problem) = problems.first() {
        return Err(Error::fault("population", problem));
    }
    let population = Population { revision: 1, source: source.to_owned(), year, lines };
    store(tx, service, &population, None, now).await
}

/// What figures can be about: districts, what the service's surveys ask of equality, and all standard items.
async fn known(tx: &mut Tx, service: &str) -> Result<Known, Error> {
    let mut questions: Vec<Question> = Vec::new();
    let published = surveys::all(tx, service).await?;
    let asked = published.iter().flat_map(Survey::questions);
    let asked = asked.filter(|(section, _)| section.monitoring).map(|(_, question)| question);
    for question in asked.chain(equality::items().map(|(_, item)| item)) {
        let new = questions.iter().all(|known| known.key != question.key);
        if new && !equality::groups(question).is_empty() {
            questions.push(question.clone());
        }
    }
    Ok(Known { areas: areas::names(tx).await?, questions })
}
