//! The plan as staff see it: its figures in tables, how far its actions are, and the ways to change both.

use heard_core::{
    disclosure::Figure,
    plan::{Action, Indicator, Plan, Priority, Source},
    text::Lang,
};
use jiff::{ToSpan as _, civil::Date};
use maud::{Markup, html};

use super::{
    Figures, Shown,
    view::{caution, progress, shown, status},
    words::{day, in_unit, number, source},
};
use crate::{
    page::{self, Column, Notice, notice},
    staff::{Colleague, staff_page},
};

/// For how many months before a plan's last day the next one is spoken of.
const MONTHS_BEFORE: i64 = 4;

pub(super) fn page(me: &Colleague, plan: Option<&Figures>, drafted: bool, today: Date) -> Markup {
    let lang = Lang::english();
    staff_page(&lang, me, "Plan", "plan").sheet("builder.css").show(html! {
        h1 { "Plan" }
        @if plan.is_none() { p { "There is no plan here yet." } }
        (tools(me, plan.is_some(), drafted))
        @if let Some(figures) = plan {
            (revision(me, &figures.plan, drafted, today))
            p { "The same figures as on " a href={ "/" (me.service) "/plan" } { "the public page" } ", and each name leads to where its figure comes from. "
                "Counts are rounded to 5, and nothing rests on fewer than 10 people." }
            (caution())
            @for (place, priority) in (1..).zip(&figures.plan.priorities) {
                h2 id=(priority.key) { (place) ". " (priority.title.get(&lang)) }
                (actions(me, priority, today, &lang))
                @if !priority.indicators.is_empty() { (priority_table(me, place, priority, figures, &lang)) }
                (by_hand(me, priority, &lang))
            }
        }
    })
}

fn tools(me: &Colleague, has_plan: bool, drafted: bool) -> Markup {
    let write = match (drafted, has_plan) {
        (true, _) => "Go on with the draft",
        (false, true) => "Change it, or begin the next",
        (false, false) => "Write the plan",
    };
    html! {
        nav class="tools" aria-label="The plan" { ul {
            @if me.may_edit() { li { a href=(me.path("plan/write")) { (write) } } }
            @if has_plan {
                li { a href=(me.path("plan/since")) { "Since the last meeting" } }
                li { a href=(me.path("plan/report")) { "Report to print" } }
                li { a href=(me.path("plan/history")) { "History" } }
            }
        } }
    }
}

/// That the plan ends soon, or has ended.
fn revision(me: &Colleague, plan: &Plan, drafted: bool, today: Date) -> Markup {
    let soon = today.saturating_add(MONTHS_BEFORE.months()) >= plan.ends;
    let says = if today > plan.ends { "This plan’s last day was " } else { "This plan’s last day is " };
    let body = html! {
        p { (says) (day(plan.ends)) ". Plans are revised each year: what is done is left behind, and the rest goes on in the next." }
        @if me.may_edit() && !drafted { p { a class="go" href=(me.path("plan/write")) { "Begin the next plan" } } }
    };
    html! { @if soon { (notice(Notice::Plain, "Time for the next plan", body)) } }
}

fn actions(me: &Colleague, priority: &Priority, today: Date, lang: &Lang) -> Markup {
    html! {
        @if !priority.actions.is_empty() {
            ul class="checks" { @for action in &priority.actions { (an_action(me, action, today, lang)) } }
        }
    }
}

fn an_action(me: &Colleague, action: &Action, today: Date, lang: &Lang) -> Markup {
    let title = action.title.get(lang);
    html! {
        li {
            (title) " " (progress(action.progress))
            div class="small soft" {
                (action.lead.get(lang)) ", by " (day(action.due))
                @if is_overdue(action, today) { ": " strong { "overdue" } }
            }
            @if me.may_edit() {
                a class="change" href=(me.path(&format!("plan/progress/{}", action.key))) { "Say how far it is" span class="unseen" { ": " (title) } }
            }
        }
    }
}

/// Whether an action should have been done.
pub(super) fn is_overdue(action: &Action, today: Date) -> bool {
    action.progress != heard_core::plan::Progress::Done && action.due < today
}

/// The ways to enter new figures of what is counted by hand.
fn by_hand(me: &Colleague, priority: &Priority, lang: &Lang) -> Markup {
    let counted = |one: &&Indicator| matches!(one.source, Source::Hand { .. });
    let counted: Vec<_> = priority.indicators.iter().filter(counted).collect();
    html! {
        @if me.may_edit() && !counted.is_empty() {
            p { "Enter a new figure: " @for (place, one) in counted.iter().enumerate() {
                @if place > 0 { " · " }
                a class="change" href=(me.path(&format!("plan/figures/{}", one.key))) { (one.title.get(lang)) }
            } }
        }
    }
}

/// The indicators of a priority in figures.
fn priority_table(me: &Colleague, place: usize, priority: &Priority, figures: &Figures, lang: &Lang) -> Markup {
    let columns = [
        Column::Words("Indicator"),
        Column::Words("Status"),
        Column::Number("Now"),
        Column::Number("Likely between"),
        Column::Number("Base"),
        Column::Number("Baseline"),
        Column::Number("Target"),
        Column::Words("By"),
        Column::Words("Source"),
    ];
    let rows: Vec<_> = priority
        .indicators
        .iter()
        .filter_map(|indicator| Some(indicator_row(me, indicator, shown(figures, indicator)?, lang)))
        .collect();
    let caption = format!("{place}. {}", priority.title.get(lang));
    page::table(&format!("Priority-{place}"), &caption, &columns, &rows)
}

fn indicator_row(me: &Colleague, indicator: &Indicator, shown: &Shown, lang: &Lang) -> Vec<Markup> {
    let figure = shown.figure.figure();
    let target = &indicator.target;
    let interval = figure.and_then(Figure::interval);
    let text = |text: String| html! { (text) };
    vec![
        html! { a href=(me.path(&format!("plan/{}", indicator.key))) { (indicator.title.get(lang)) } },
        status(shown.standing.status),
        text(figure.map_or("not shown".to_owned(), |f| in_unit(f.value(), indicator.unit))),
        text(interval.map_or("–".to_owned(), |i| format!("{} to {}", number(i.low.floor()), number(i.high.ceil())))),
        text(figure.and_then(Figure::base).map_or("–".to_owned(), |base| base.to_string())),
        text(in_unit(target.baseline, indicator.unit)),
        text(in_unit(target.value, indicator.unit)),
        text(day(target.by)),
        text(source(indicator, lang)),
    ]
}
