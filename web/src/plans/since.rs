//! What a working group looks at: what changed since it last met, what is due, and what does not go as it should.

use axum::extract::{RawQuery, State};
use heard_core::{
    plan::{Action, Indicator, Priority, Progress, Status},
    text::Lang,
};
use jiff::{ToSpan as _, civil::Date};
use maud::{Markup, html};

use super::{
    Figures, Shown, changes,
    desk::is_overdue,
    history::{Version, compared},
    sql, stored,
    view::{progress, shown, status},
    with_figures,
    words::{day, reason},
};
use crate::{
    app::App,
    clock::start_of,
    error::Error,
    form::sheet::{Sheet, Trouble, summary},
    staff::{Analyst, Colleague, staff_page},
    typed,
};
use heard_core::{answer::Typed, plan::Plan};

/// How many versions are told.
const MOST: i64 = 200;
/// How far ahead it looks, and how far back where nobody says.
const MONTHS: i64 = 3;

/// What the page tells.
struct Told<'a> {
    from: Date,
    today: Date,
    figures: &'a Figures,
    /// The plan that was in force on that day, if there was one.
    before: Option<Plan>,
    versions: Vec<Version>,
}

pub(super) async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    RawQuery(query): RawQuery,
) -> Result<Markup, Error> {
    let mut typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let today = app.clock.today();
    let usual = today.saturating_sub(MONTHS.months());
    let mut troubles = Vec::new();
    let from = match typed.first("from").trim() {
        "" => usual,
        written => typed::day(written).unwrap_or_else(|| {
            troubles.push(wrong());
            usual
        }),
    };
    if troubles.is_empty() {
        typed = [("from".to_owned(), day(from))].into_iter().collect();
    }
    let mut tx = app.db.read().await?;
    let figures = with_figures(&app, &mut tx, &me.service).await?.ok_or(Error::NotFound)?;
    let since = start_of(from);
    let before = sql::before(&mut tx, &me.service, since).await?;
    let rows = sql::versions(&mut tx, &me.service, i64::MAX, MOST).await?;
    let versions = compared(rows)?.into_iter().filter(|version| version.row.created >= since).collect();
    let before = before.map(|(_, definition)| stored(&definition)).transpose()?;
    let told = Told { from, today, figures: &figures, before, versions };
    Ok(view(&me, &told, &typed, &troubles))
}

fn wrong() -> Trouble {
    let (field, label) = ("from".to_owned(), "The day of the last meeting".to_owned());
    Trouble { field, label, advice: "Write a day, such as 22 November 2026." }
}

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn view(me: &Colleague, told: &Told<'_>, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let plan = &told.figures.plan;
    let ahead = told.today.saturating_add(MONTHS.months());
    let overdue: Vec<_> = plan.actions().filter(|action| is_overdue(action, told.today)).collect();
    let coming = |action: &&Action| action.progress != Progress::Done && (told.today..=ahead).contains(&action.due);
    let coming: Vec<_> = plan.actions().filter(coming).collect();
    staff_page(&ENGLISH, me, "Since the last meeting", "plan").sheet("settings.css").wrong(!troubles.is_empty()).show(
        html! {
            p { a class="back" href=(me.path("plan")) { "Back to the plan" } }
            (summary(troubles))
            h1 { "Since the last meeting" }
            form method="get" action=(me.path("plan/since")) novalidate {
                (sheet.short("from", "The day of the last meeting", "Such as 22 September 2026."))
                div class="actions" { button { "Show" } }
            }
            (changed(told))
            (answered(told))
        h2 { "Overdue" }
            (listed(&overdue))
            h2 { "Due until " (day(ahead)) }
            (listed(&coming))
            h2 { "Not as it should be, or nobody can tell" }
            (doubtful(me, told.figures))
        },
    )
}

fn changed(told: &Told<'_>) -> Markup {
    let plan = &told.figures.plan;
    html! {
        h2 { "What changed in the plan since " (day(told.from)) }
        @match &told.before {
            None => p { "There was no plan here before that day." },
            Some(before) => (changes::list(&plan.changes_since(before))),
        }
        @if !told.versions.is_empty() {
            details {
                summary { "Step by step: " (told.versions.len()) @if told.versions.len() == 1 { " version" } @else { " versions" } }
                @for version in &told.versions {
                    h3 { "Version " (version.row.version) }
                    (super::history::told(version))
                }
            }
        }
    }
}

/// What those who spoke were told since.
fn answered(told: &Told<'_>) -> Markup {
    let since = start_of(told.from);
    let new: Vec<_> = told.figures.updates.iter().filter(|update| update.published >= since).collect();
    html! {
        h2 { "What people were told" }
        @if new.is_empty() { p { "No update was published." } } @else {
            ul { @for update in new { li { a class="go" href=(update.path) { (update.title) } } } }
        }
    }
}

fn listed(actions: &[&Action]) -> Markup {
    html! {
        @if actions.is_empty() { p { "None." } } @else {
            ul { @for action in actions {
                li {
                    (action.title.get(&ENGLISH)) " " (progress(action.progress))
                    div class="small soft" { (action.lead.get(&ENGLISH)) ", by " (day(action.due)) }
                }
            } }
        }
    }
}

/// The indicators that are neither met nor on course.
fn doubtful(me: &Colleague, figures: &Figures) -> Markup {
    let judged = |(_, indicator): (&Priority, &'_ Indicator)| -> Option<(Indicator, &Shown)> {
        let shown = shown(figures, indicator)?;
        let good = matches!(shown.standing.status, Status::Met | Status::OnCourse);
        (!good).then(|| (indicator.clone(), shown))
    };
    let found: Vec<_> = figures.plan.indicators().filter_map(judged).collect();
    html! {
        @if found.is_empty() { p { "None: every indicator is met or on course." } } @else {
            ul { @for (indicator, shown) in &found {
                li {
                    a href=(me.path(&format!("plan/{}", indicator.key))) { (indicator.title.get(&ENGLISH)) } " " (status(shown.standing.status))
                    div class="small soft" { (reason(indicator, shown)) }
                }
            } }
        }
    }
}
