//! The plan's pages.

use heard_core::{
    plan::{Action, Indicator, Priority, Progress, Status, Unit},
    text::Lang,
};
use maud::{Markup, html};

use super::{
    Figures, Shown,
    words::{self, day, in_unit, number, source},
};
use crate::{
    page::{self, House, Link, Mark, Page, Range},
    updates::Heading,
};

/// The frame of a public page of a plan.
pub(super) fn frame<'a>(house: &'a House, title: &str, lang: &Lang) -> Page<'a> {
    let page = Page::new(lang, title).sheet("figures.css").house(house);
    page.foot(vec![Link::new("Our surveys", house.path())])
}

pub(super) fn public(house: &House, plan: Option<&Figures>) -> Markup {
    let lang = Lang::english();
    let title = plan.map_or("Our plan", |figures| figures.plan.title.get(&lang));
    frame(house, title, &lang).show(html! {
        h1 { (title) }
        @match plan {
            None => p { "There is no plan here yet." },
            Some(figures) => {
                (page::paragraphs(figures.plan.about.get(&lang)))
                (caution())
                (page::range_key())
                @for (place, priority) in (1..).zip(&figures.plan.priorities) { (a_priority(&house.key, place, priority, figures, &lang)) }
            }
        }
    })
}

pub(super) fn caution() -> Markup {
    html! {
        p class="small soft" {
            "Families chose for themselves whether to answer, so these figures speak for those who did. "
            "“Likely between” allows for chance alone."
        }
    }
}

fn a_priority(service: &str, place: usize, priority: &Priority, figures: &Figures, lang: &Lang) -> Markup {
    html! {
        h2 id=(priority.key) { (place) ". " (priority.title.get(lang)) }
        (page::paragraphs(priority.why.get(lang)))
        @if !priority.actions.is_empty() {
            h3 { "What we do" }
            ul { @for action in &priority.actions { (an_action(action, figures, lang)) } }
        }
        @for indicator in &priority.indicators {
            @if let Some(shown) = shown(figures, indicator) { (card(service, indicator, (figures, shown), lang)) }
        }
    }
}

fn an_action(action: &Action, figures: &Figures, lang: &Lang) -> Markup {
    html! {
        li {
            (action.title.get(lang)) " " (progress(action.progress))
            div class="small soft" { (action.lead.get(lang)) ", by " (day(action.due)) }
            (said(figures.updates.iter().filter(|one| one.action.as_ref() == Some(&action.key))))
        }
    }
}

/// What people were told that belongs here.
fn said<'u>(updates: impl Iterator<Item = &'u Heading>) -> Markup {
    html! { @for update in updates { div { a class="go" href=(update.path) { "You said, we did: " (update.title) } } } }
}

pub(super) fn progress(progress: Progress) -> Markup {
    let mark = match progress {
        Progress::Done => Mark::Done,
        Progress::UnderWay => Mark::Up,
        Progress::Planned => Mark::Later,
    };
    page::status(mark, progress.words())
}

fn card(service: &str, indicator: &Indicator, (figures, shown): (&Figures, &Shown), lang: &Lang) -> Markup {
    let target = &indicator.target;
    html! {
        div class="card" {
            h3 { (indicator.title.get(lang)) }
            p { (status(shown.standing.status)) }
            @if let Some(figure) = shown.figure.figure() {
                (page::range(&Range {
                    ends: ends(indicator, figure.value()),
                    value: figure.value(),
                    interval: figure.interval().map(|i| (i.low, i.high)),
                    baseline: Some(target.baseline),
                    target: Some(target.value),
                }))
            }
            (page::figures(&facts(indicator, shown, lang)))
            p class="small soft" { (words::reason(indicator, shown)) " " (source(indicator, lang)) }
            (said(figures.updates.iter().filter(|one| one.indicator.as_ref() == Some(&indicator.key))))
            p {
                a class="go" href={ "/" (service) "/plan/" (indicator.key) } {
                    "Where this figure comes from" span class="unseen" { ": " (indicator.title.get(lang)) }
                }
            }
        }
    }
}

/// What is said of an indicator in figures, the one that matters first.
pub(super) fn facts(indicator: &Indicator, shown: &Shown, lang: &Lang) -> Vec<(&'static str, String)> {
    let target = &indicator.target;
    let unit = indicator.unit;
    let mut facts = match shown.figure.figure() {
        None => vec![("Now", "Not shown".to_owned())],
        Some(figure) => {
            let mut facts = vec![("Now", in_unit(figure.value(), unit))];
            facts.extend(figure.interval().filter(|i| words::is_open(i.low, i.high)).map(|i| {
                ("Likely between", format!("{} and {}", number(i.low.floor()), in_unit(i.high.ceil(), unit)))
            }));
            facts.extend(figure.base().map(|base| ("From about", format!("{base} {}", indicator.people.get(lang)))));
            facts
        }
    };
    facts.push(("Target", words::target(indicator)));
    facts.push(("Started at", format!("{}, {}", in_unit(target.baseline, unit), day(target.since))));
    facts
}

pub(super) fn shown<'f>(figures: &'f Figures, indicator: &Indicator) -> Option<&'f Shown> {
    figures.shown.get(&*indicator.key)
}

pub(super) fn status(status: Status) -> Markup {
    let mark = match status {
        Status::Met => Mark::Done,
        Status::OnCourse => Mark::Up,
        Status::OffCourse => Mark::Down,
        Status::Missed => Mark::Failed,
        Status::NotEnoughEvidence => Mark::Unsure,
    };
    page::status(mark, status.words())
}

/// Where the line of a drawing ends: counts have no natural end, so it is a little beyond the largest of them.
fn ends(indicator: &Indicator, value: f64) -> (f64, f64) {
    match indicator.unit {
        Unit::Points | Unit::Percent => (0.0, 100.0),
        Unit::Number => (0.0, 1.1 * value.max(indicator.target.value).max(indicator.target.baseline)),
    }
}
