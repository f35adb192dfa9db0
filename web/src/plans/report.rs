//! The report for a board, to be printed: a summary, each priority with its actions and figures, what people were told, and
//! what the service writes of each of the hub's functions for its funder's yearly return.

use std::collections::BTreeMap;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    plan::{Priority, Progress, Status},
    text::Lang,
};
use jiff::civil::Date;
use maud::{Markup, html};
use sha2::{Digest as _, Sha256};

use super::{
    Figures,
    desk::is_overdue,
    sql,
    view::{caution, facts, progress, shown, status},
    with_figures,
    words::{day, source},
};
use crate::{
    app::App,
    clock::day_of,
    error::Error,
    form::sheet::{Sheet, Trouble, changed_meanwhile, summary},
    page::{self, Column, Page},
    staff::{self, Analyst, Colleague, Editor, staff_page},
    typed::PostedForm,
};

const FROM: &str = "from";
/// The longest that may be written of a function.
const LONGEST: usize = 6_000;

/// The hub's functions: code, name, and what is asked of each.
const FUNCTIONS: [(&str, &str, &str); 5] = [
    ("partnership", "Partnership", "Whom you work with, and what came of it that you could not have done alone."),
    ("schools", "Schools", "Which schools you reach and how deeply, and what you do for those you do not."),
    ("progression", "Progression and musical development", "How children go on, and who stops."),
    (
        "inclusion",
        "Inclusion",
        "Whom you reached this year whom you had not, how you know, and what you changed because of what people said.",
    ),
    ("sustainability", "Sustainability", "What will still be there in three years, and what it depends on."),
];

pub(super) async fn show(State(app): State<App>, Analyst(me): Analyst) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let figures = with_figures(&app, &mut tx, &me.service).await?.ok_or(Error::NotFound)?;
    let narrative = sql::narrative(&mut tx, &me.service).await?.into_iter().collect();
    Ok(report(&me, &figures, &narrative, app.clock.today()))
}

pub(super) async fn narrative(State(app): State<App>, Editor(me): Editor) -> Result<Markup, Error> {
    let written = written(sql::narrative(&mut app.db.read().await?, &me.service).await?);
    Ok(form(&me, &written, &written, &[], false))
}

pub(super) async fn keep_narrative(
    State(app): State<App>,
    Editor(me): Editor,
    form_posted: PostedForm,
) -> Result<Response, Error> {
    let fields: Vec<_> = FUNCTIONS.iter().map(|(code, ..)| *code).chain([FROM]).collect();
    let typed = form_posted.only(&fields)?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let before = written(sql::narrative(&mut tx, &me.service).await?);
    let meanwhile = typed.first(FROM) != mark(&before);
    let long = FUNCTIONS.iter().filter(|(code, ..)| typed.first(code).chars().count() > LONGEST);
    let advice = "Make it shorter, please: a page at most.";
    let troubles: Vec<_> =
        long.map(|(code, name, _)| Trouble { field: (*code).to_owned(), label: (*name).to_owned(), advice }).collect();
    if meanwhile || !troubles.is_empty() {
        let status = if meanwhile { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok((status, form(&me, &typed, &before, &troubles, meanwhile)).into_response());
    }
    let mut changed = Vec::new();
    for (code, name, _) in FUNCTIONS {
        let words = typed.first(code).trim().replace("\r\n", "\n");
        if words != before.first(code) {
            sql::tell(&mut tx, &me.service, code, &words).await?;
            changed.push(name);
        }
    }
    if !changed.is_empty() {
        let now = app.clock.now();
        staff::audit(&mut tx, &me.service, Some(&me.staff), now, "narrative changed", &changed.join(", ")).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path("plan/report")).into_response())
}

fn written(rows: Vec<(String, String)>) -> Typed {
    rows.into_iter().collect()
}

/// What tells whether it is still as it was shown.
fn mark(written: &Typed) -> String {
    let all: Vec<_> = FUNCTIONS.iter().map(|(code, ..)| written.first(code)).collect();
    HEXLOWER.encode(&Sha256::digest(format!("{all:?}"))[..8])
}

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str) -> Page<'static> {
    staff_page(&ENGLISH, me, title, "plan").sheet("settings.css")
}

fn report(me: &Colleague, figures: &Figures, narrative: &BTreeMap<String, String>, today: Date) -> Markup {
    let plan = &figures.plan;
    frame(me, "Report on the plan").wide().show(html! {
        p { a class="back" href=(me.path("plan")) { "Back to the plan" } }
        p class="step" { (me.service_name) }
        h1 { "Report on the plan" }
        p class="lead" { (plan.title.get(&ENGLISH)) }
        p { (day(plan.begins)) " to " (day(plan.ends)) ". As of " (day(today)) ", version " (figures.version) " of the plan." }
        (at_a_glance(figures, today))
        (caution())
        @for (place, priority) in (1..).zip(&plan.priorities) { (a_priority(place, priority, figures, today)) }
        (told(figures))
        h2 { "The hub’s five functions" }
        p { "For the yearly return to the funder." }
        @if me.may_edit() { p { a class="go" href=(me.path("plan/report/narrative")) { "Write what you say of each" } } }
        @for (code, name, _) in FUNCTIONS {
            @let words = narrative.get(code).map_or("", String::as_str);
            h3 { (name) }
            @if words.is_empty() { p class="soft" { "Nothing is written yet." } } @else { (page::paragraphs(words)) }
        }
    })
}

/// How many indicators and actions stand how.
fn at_a_glance(figures: &Figures, today: Date) -> Markup {
    let stands = |wanted: Status| figures.shown.values().filter(|shown| shown.standing.status == wanted).count();
    let all = [Status::Met, Status::OnCourse, Status::NotEnoughEvidence, Status::OffCourse, Status::Missed];
    let indicators: Vec<_> = all.into_iter().map(|one| vec![status(one), html! { (stands(one)) }]).collect();
    let mut actions: Vec<_> = Progress::ALL
        .into_iter()
        .map(|one| {
            let count = figures.plan.actions().filter(|action| action.progress == one).count();
            vec![progress(one), html! { (count) }]
        })
        .collect();
    let overdue = figures.plan.actions().filter(|action| is_overdue(action, today)).count();
    actions.push(vec![html! { "Overdue" }, html! { (overdue) }]);
    let columns = |name| [Column::Words(name), Column::Number("How many")];
    html! {
        h2 { "At a glance" }
        (page::table("Indicators", "Indicators by how they stand", &columns("Status"), &indicators))
        (page::table("Actions", "Actions by how far they are", &columns("Progress"), &actions))
    }
}

fn a_priority(place: usize, priority: &Priority, figures: &Figures, today: Date) -> Markup {
    html! {
        h2 { (place) ". " (priority.title.get(&ENGLISH)) }
        p class="small soft" { (priority.area.words()) }
        (page::paragraphs(priority.why.get(&ENGLISH)))
        (actions(priority, today))
        @for indicator in &priority.indicators {
            @if let Some(shown) = shown(figures, indicator) {
                h3 { (indicator.title.get(&ENGLISH)) }
                p { (status(shown.standing.status)) }
                (page::figures(&facts(indicator, shown, &ENGLISH)))
                p class="small soft" { (source(indicator, &ENGLISH)) }
            }
        }
    }
}

fn actions(priority: &Priority, today: Date) -> Markup {
    html! {
        @if !priority.actions.is_empty() {
            ul { @for action in &priority.actions {
                li {
                    (action.title.get(&ENGLISH)) " " (progress(action.progress))
                    div class="small soft" {
                        (action.lead.get(&ENGLISH)) ", by " (day(action.due))
                        @if is_overdue(action, today) { ": " strong { "overdue" } }
                    }
                }
            } }
        }
    }
}

fn told(figures: &Figures) -> Markup {
    html! {
        h2 { "You said, we did" }
        @if figures.updates.is_empty() { p { "Nothing was published yet." } }
        ul { @for update in &figures.updates { li { a href=(update.path) { (update.title) } ", " (day(day_of(update.published))) } } }
    }
}

fn form(me: &Colleague, typed: &Typed, before: &Typed, troubles: &[Trouble], meanwhile: bool) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let own = me.path("plan/report/narrative");
    frame(me, "The hub’s five functions").sheet("builder.css").wrong(!troubles.is_empty() || meanwhile).show(html! {
        p { a class="back" href=(me.path("plan/report")) { "Back to the report" } }
        (summary(troubles))
        @if meanwhile { (changed_meanwhile("A colleague changed these words.", &own)) }
        h1 { "The hub’s five functions" }
        p { "What you write here stands in the report, beside figures that have passed disclosure control. It is for the board and the funder, and on no public page." }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(FROM) value=(mark(before));
            @for (code, name, hint) in FUNCTIONS { (sheet.sentences(code, name, hint)) }
            div class="actions" { button { "Save" } a class="change" href=(me.path("plan/report")) { "Leave it as it is" } }
        }
    })
}
