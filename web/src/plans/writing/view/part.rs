//! The form of a part of the plan.

use heard_core::plan::{Progress, TargetArea};
use maud::{Markup, html};

use super::{ENGLISH, back, frame, path};
use crate::{
    form::sheet::{Offers, Sheet, changed_meanwhile, offers, summary},
    plans::writing::{
        FROM, Form, about,
        actions::{self, PROGRESS},
        at::At,
        indicators::{self, HAND},
        priorities::{self, AREAS},
    },
    staff::Colleague,
};

pub(in crate::plans::writing) fn page(me: &Colleague, form: &Form<'_>) -> Markup {
    let Form { at, draft, typed, troubles, meanwhile, .. } = form;
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: at.is_indicator() };
    let (own, home) = (path(me, at), me.path("plan/write"));
    let title = heading(at);
    frame(me, title).within(draft.plan.title.get(&ENGLISH)).wrong(!troubles.is_empty() || *meanwhile).show(html! {
        (back(&home, "Back to the draft"))
        (summary(troubles))
        @if *meanwhile { (changed_meanwhile(&format!("{} changed the draft.", draft.name), &own)) }
        @if let Some(within) = within(form) { p class="step" { (within) } }
        h1 { (title) }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(FROM) value=(form.mark);
            @match at {
                At::About => (about_fields(&sheet)),
                At::Priority(_) => (priority_fields(&sheet)),
                At::Action(..) => (action_fields(&sheet)),
                At::Indicator(..) => (indicator_fields(&sheet, form.figures)),
            }
            div class="actions" { button { "Save" } a class="change" href=(home) { "Leave it as it is" } }
        }
    })
}

fn heading(at: &At) -> &'static str {
    match (at, at.is_new()) {
        (At::About, _) => "About the plan",
        (At::Priority(_), true) => "Add a priority",
        (At::Priority(_), false) => "Change a priority",
        (At::Action(..), true) => "Add an action",
        (At::Action(..), false) => "Change an action",
        (At::Indicator(..), true) => "Add an indicator",
        (At::Indicator(..), false) => "Change an indicator",
    }
}

/// The priority that a part belongs to.
fn within<'a>(form: &Form<'a>) -> Option<&'a str> {
    let (At::Action(key, _) | At::Indicator(key, _)) = form.at else { return None };
    let found = form.draft.plan.priorities.iter().find(|one| *one.key == **key);
    found.map(|found| found.title.get(&ENGLISH))
}

fn about_fields(sheet: &Sheet<'_>) -> Markup {
    let label = about::label;
    html! {
        (sheet.line("title", label("title"), "Such as “Riverside Music Service: everyone’s music, 2026 to 2029”."))
        (sheet.sentences("about", label("about"), "What it is for, who wrote it with whom, when it is looked at again. An empty line parts paragraphs."))
        (sheet.short("begins", label("begins"), "Such as 1 September 2026."))
        (sheet.short("ends", label("ends"), "Actions and targets lie within the plan’s days."))
    }
}

fn priority_fields(sheet: &Sheet<'_>) -> Markup {
    let label = priorities::label;
    let areas = AREAS.map(|(code, area): (_, TargetArea)| (code, area.words()));
    html! {
        (sheet.line("title", label("title"), "In a sentence, as it will be when it has come true."))
        (sheet.sentences("why", label("why"), "What people told you, what figures show, who is missing."))
        (sheet.one_of("area", label("area"), "Of the programme’s four.", &offers(areas)))
    }
}

fn action_fields(sheet: &Sheet<'_>) -> Markup {
    let label = actions::label;
    html! {
        (sheet.line("title", label("title"), "So exactly that somebody else can tell whether it was done."))
        (sheet.line("lead", label("lead"), "A role, not a name: plans are published."))
        (sheet.short("due", label("due"), "Such as 31 July 2027."))
        (sheet.one_of("progress", label("progress"), "", &progress()))
    }
}

/// How far an action can be.
pub(in crate::plans) fn progress() -> Vec<(String, String)> {
    offers(PROGRESS.map(|(code, progress): (_, Progress)| (code, progress.words())))
}

fn indicator_fields(sheet: &Sheet<'_>, figures: &Offers) -> Markup {
    let label = indicators::label;
    let units = [
        ("points", "Points from 0 to 100, of an index"),
        ("percent", "Per cent"),
        ("number", "A number of people or things"),
    ];
    let ways = [("higher", "The more the better"), ("lower", "The less the better")];
    html! {
        h2 { "What is measured" }
        (sheet.line("title", label("title"), "Specific: such as “Pupils with a right to help with fees who get it”."))
        (sheet.line("people", label("people"), "As in “from about 240 families”: families, pupils who started, schools."))
        (sheet.one_of("unit", label("unit"), "", &offers(units)))
        (sheet.one_of("better", label("better"), "", &offers(ways)))
        h2 { "Its target" }
        (sheet.short("baseline", label("baseline"), "Where it was when you began, as you found it. It is shown as you write it: never the figure of a small group."))
        (sheet.short("since", label("since"), "Such as 30 September 2026."))
        (sheet.short("value", label("value"), "What those who have to reach it agreed to."))
        (sheet.short("by", label("by"), "A day within the plan."))
        (source_fields(sheet, figures))
    }
}

fn source_fields(sheet: &Sheet<'_>, figures: &Offers) -> Markup {
    let label = indicators::label;
    let mut sources: Vec<_> = figures.to_vec();
    let chosen = sheet.typed.first("source");
    if !chosen.is_empty() && chosen != HAND && figures.iter().all(|(value, _)| value != chosen) {
        sources.push((chosen.to_owned(), format!("From answers: {chosen}, which nothing feeds yet")));
    }
    sources.push((HAND.to_owned(), "By hand: counted from your own records".to_owned()));
    html! {
        h2 { "Its figure" }
        (sheet.one_of("source", label("source"), "What answers feed is set up under Scoring.", &sources))
        h2 { "Only where it is by hand" }
        (hand_fields(sheet))
    }
}

/// The fields of a figure by hand.
pub(in crate::plans) fn hand_fields(sheet: &Sheet<'_>) -> Markup {
    let label = indicators::label;
    html! {
        (sheet.short("hand", label("hand"), "As exactly as you have it. What is shown is rounded, and hidden where it rests on few people."))
        (sheet.short("base", label("base"), "How many people. Leave it empty only where the figure is not about people, such as schools or meetings."))
        (sheet.tick("sample", "Only some were asked, and stand for more than themselves"))
        (sheet.short("date", label("date"), "Such as 2 October 2026."))
        (sheet.sentences("note", label("note"), "Which records, who was counted and who was not. The public reads it."))
    }
}
