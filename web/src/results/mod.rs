//! What people answered in a wave: for each question how many chose what, in figures that passed
//! [`core::disclosure`](heard_core::disclosure), and in plain sentences made of them.

mod sentences;
mod table;
mod view;

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, State},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use heard_core::{
    disclosure::{Counts, ShownTally},
    question::Question,
    results::{Choosing, Counter, REACHED, Tally, counters},
};
use maud::Markup;

use crate::{
    app::App,
    error::Error,
    progress::{self, RULES, answers_to, reach_of},
    staff::Analyst,
    surveys::{self, Published},
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/waves/{wave}/results", get(show))
        .route("/staff/{service}/waves/{wave}/results.csv", get(download))
}

/// What may be shown of the answers to a question.
struct Answered<'q> {
    question: &'q Question,
    /// Of those who were asked, how many did each of [`REACHED`].
    reach: ShownTally,
    columns: Vec<Column<'q>>,
}

/// What may be shown of a question, or of one of its parts.
struct Column<'q> {
    counter: Counter<'q>,
    codes: Vec<String>,
    shown: ShownTally,
}

async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    let counts = progress::counts(&mut tx, &me.service, &wave).await?;
    Ok(view::show(&me, &published, progress::people(&counts), &answered(&published, &counts)))
}

async fn download(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    let counts = progress::counts(&mut tx, &me.service, &wave).await?;
    let name = format!("attachment; filename=\"{}.csv\"", published.survey.key);
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, &*name)];
    Ok((headers, table::csv(&published, &answered(&published, &counts))?).into_response())
}

/// The questions outside of equality monitoring, which is held against the population: see [`crate::voices`].
fn answered<'p>(published: &'p Published, counts: &BTreeMap<String, Counts>) -> Vec<Answered<'p>> {
    let of = |what: &str| counts.get(what).cloned().unwrap_or_default();
    let questions = published.survey.questions().filter(|(section, _)| !section.monitoring);
    let asked = questions.map(|(_, question)| question).filter(|question| question.takes_answer());
    asked
        .map(|question| {
            let columns = counters(question).into_iter().map(|counter| {
                let counts = of(&answers_to(&question.key, counter.part.as_deref()));
                let codes = counter.codes();
                Column { shown: tally(counter.choosing, &counts, &codes), codes, counter }
            });
            let reach = tally(Choosing::One, &of(&reach_of(&question.key)), &REACHED);
            Answered { question, reach, columns: columns.collect() }
        })
        .collect()
}

fn tally<C: AsRef<str>>(choosing: Choosing, counts: &Counts, codes: &[C]) -> ShownTally {
    let each = codes.iter().map(|code| counts.of(code.as_ref())).collect();
    RULES.tally(&Tally::of_counts(choosing, counts.base, each))
}
