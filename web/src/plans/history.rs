//! The versions of the plan: who put them in force, when, and what changed.

use axum::extract::{Path, RawQuery, State};
use heard_core::{
    plan::{Change, Indicator, Plan, Priority},
    text::Lang,
};
use maud::{Markup, html};

use super::{
    changes, sql, stored,
    view::progress,
    words::{day, target},
};
use crate::{
    app::App,
    error::Error,
    page::{self, Page},
    staff::{Analyst, Colleague, moment, staff_page},
    typed,
};

/// How many versions a page lists.
const SHOWN: i64 = 30;

/// A version, with what it changed.
pub(super) struct Version {
    pub row: sql::VersionRow,
    /// Beside the version before; nothing, where it is the first.
    pub changes: Option<Vec<Change>>,
}

pub(super) async fn list(
    State(app): State<App>,
    Analyst(me): Analyst,
    RawQuery(query): RawQuery,
) -> Result<Markup, Error> {
    let typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let up_to = typed.first("up_to").parse().unwrap_or(i64::MAX);
    let rows = sql::versions(&mut app.db.read().await?, &me.service, up_to, SHOWN + 1).await?;
    let older = rows.get(usize::try_from(SHOWN).unwrap_or(0)).map(|row| row.version);
    Ok(view(&me, &compared(rows)?, older))
}

/// Each version beside the one after it in the list, which is the one before it in time.
pub(super) fn compared(rows: Vec<sql::VersionRow>) -> Result<Vec<Version>, Error> {
    let plans = rows.iter().map(|row| stored(&row.definition)).collect::<Result<Vec<_>, _>>()?;
    let changes = |at: usize| plans.get(at + 1).map(|before: &Plan| plans[at].changes_since(before));
    Ok(rows.into_iter().enumerate().map(|(at, row)| Version { row, changes: changes(at) }).collect())
}

pub(super) async fn version(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, version)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let number = version.parse::<i64>().map_err(|_| Error::NotFound)?;
    let rows = sql::versions(&mut app.db.read().await?, &me.service, number, 2).await?;
    let found = compared(rows)?.into_iter().next().filter(|found| found.row.version == number);
    let found = found.ok_or(Error::NotFound)?;
    let plan = stored(&found.row.definition)?;
    Ok(one(&me, &found, &plan))
}

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "plan").sheet("settings.css")
}

fn view(me: &Colleague, versions: &[Version], older: Option<i64>) -> Markup {
    let versions = &versions[..versions.len().min(usize::try_from(SHOWN).unwrap_or(0))];
    frame(me, "History of the plan").show(html! {
        p { a class="back" href=(me.path("plan")) { "Back to the plan" } }
        h1 { "History of the plan" }
        p { "The newest first. A version never changes." }
        @if versions.is_empty() { p { "There is no plan here yet." } }
        ul class="cards" {
            @for version in versions {
                li class="card" {
                    h2 { a href=(me.path(&format!("plan/history/{}", version.row.version))) { "Version " (version.row.version) } }
                    (told(version))
                }
            }
        }
        @if let Some(older) = older { p { a class="go" href=(me.path(&format!("plan/history?up_to={older}"))) { "Older versions" } } }
    })
}

/// Who put a version in force and why, and what it changed.
pub(super) fn told(version: &Version) -> Markup {
    html! {
        p class="small soft" {
            @if version.row.name.is_empty() { "The operator" } @else { (version.row.name) }
            ", " (moment(version.row.created))
        }
        p { (version.row.note) }
        @if let Some(changes) = &version.changes { (changes::list(changes)) }
    }
}

fn one(me: &Colleague, version: &Version, plan: &Plan) -> Markup {
    let title = format!("Version {} of the plan", version.row.version);
    frame(me, &title).show(html! {
        p { a class="back" href=(me.path("plan/history")) { "Back to the history" } }
        h1 { (title) }
        (told(version))
        h2 { "What it says" }
        p { strong { (plan.title.get(&ENGLISH)) } ", " (day(plan.begins)) " to " (day(plan.ends)) }
        (page::paragraphs(plan.about.get(&ENGLISH)))
        @for (place, priority) in (1..).zip(&plan.priorities) { (a_priority(place, priority)) }
    })
}

fn a_priority(place: usize, priority: &Priority) -> Markup {
    html! {
        h3 { (place) ". " (priority.title.get(&ENGLISH)) }
        (page::paragraphs(priority.why.get(&ENGLISH)))
        ul {
            @for action in &priority.actions {
                li { (action.title.get(&ENGLISH)) " (" (action.lead.get(&ENGLISH)) ", by " (day(action.due)) ") " (progress(action.progress)) }
            }
            @for indicator in &priority.indicators { (an_indicator(indicator)) }
        }
    }
}

/// Without its figure: figures are shown as they are now, after disclosure control.
fn an_indicator(indicator: &Indicator) -> Markup {
    html! { li { "Indicator: " (indicator.title.get(&ENGLISH)) ": " (target(indicator)) } }
}
