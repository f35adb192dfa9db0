//! Beginning a draft: from the plan in force, from what is left of it, or anew, from one of our templates or nothing.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::Typed,
    plan::{Action, Plan, Priority, Progress, TargetArea},
    text::{Key, Lang, Texts},
};
use jiff::{ToSpan as _, civil::Date};
use maud::Markup;
use serde::Deserialize;

use super::{
    read::{Read, written_day},
    sql, view,
};
use crate::{
    app::App,
    builder::key_for,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    plans::{in_force, to_json},
    staff::{self, Colleague, Editor},
    typed::PostedForm,
};

/// A plan to begin with.
pub(super) struct Template {
    pub code: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    json: &'static str,
}

/// What we offer to begin with.
pub(super) const TEMPLATES: [Template; 5] = [
    Template {
        code: "target_areas",
        name: "The programme’s four target areas",
        about: "Workforce, young people’s voice, programming and resources, leadership and strategy: one priority each.",
        json: include_str!("templates/target_areas.json"),
    },
    Template {
        code: "monitoring",
        name: "Four monitoring themes, as in Hertfordshire",
        about: "Who takes part, who works for you, who governs, and who is missing.",
        json: include_str!("templates/monitoring.json"),
    },
    Template {
        code: "thirteen",
        name: "Thirteen strategic priorities, as in Norfolk",
        about: "A whole strategy for four years, from the board to online provision. Take out what is not yours.",
        json: include_str!("templates/thirteen.json"),
    },
    Template {
        code: "five",
        name: "Five priorities, as in Southampton and the Isle of Wight",
        about: "Young people lead, outcomes widen, barriers fall, people meet, achievements are celebrated.",
        json: include_str!("templates/five.json"),
    },
    Template {
        code: "heard",
        name: "HEARD",
        about: "The sector’s model of musical inclusion: holistic, equitable, authentic, representative, diverse.",
        json: include_str!("templates/heard.json"),
    },
];

pub(super) const BLANK: &str = "blank";
/// Begins with the plan in force, and with what is left of it a year later.
pub(super) const CHANGE: &str = "change";
pub(super) const NEXT: &str = "next";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outline {
    title: String,
    about: String,
    priorities: Vec<OutlinedPriority>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutlinedPriority {
    title: String,
    why: String,
    area: TargetArea,
    actions: Vec<OutlinedAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutlinedAction {
    title: String,
    lead: String,
}

/// What a field is called.
fn label(field: &str) -> &'static str {
    match field {
        "begins" => "First day",
        "ends" => "Last day",
        _ => "Begin with",
    }
}

pub(super) async fn page(app: &App, tx: &mut Tx, me: &Colleague) -> Result<Markup, Error> {
    let current = in_force(tx, &me.service).await?;
    let begins = school_year(app.clock.today());
    let ends = begins.saturating_add(3.years()).yesterday().unwrap_or(begins);
    let days = [("begins", begins), ("ends", ends)];
    let typed: Typed = days.into_iter().map(|(field, day)| (field.to_owned(), written_day(day))).collect();
    Ok(view::starting::page(me, current.as_ref().map(|(_, plan)| plan), &typed, &[]))
}

/// The first of September that is nearest.
fn school_year(today: Date) -> Date {
    let year = if today.month() < 3 { today.year() - 1 } else { today.year() };
    Date::new(year, 9, 1).unwrap_or(today)
}

pub(super) async fn begin(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&["start", "begins", "ends"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let current = in_force(&mut tx, &me.service).await?;
    let (version, plan) = match (typed.first("start"), current) {
        (CHANGE, Some(current)) => current,
        (NEXT, Some((version, plan))) => (version, plan.next()),
        (_, current) => match anew(&typed) {
            Ok(plan) => (current.map_or(0, |(version, _)| version), plan),
            Err(troubles) => {
                let current = current.as_ref().map(|(_, plan)| plan);
                let page = view::starting::page(&me, current, &typed, &troubles);
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
            }
        },
    };
    let now = app.clock.now();
    // Who finds that a colleague has begun one goes on with that.
    if sql::begin_draft(&mut tx, &me.service, &to_json(&plan)?, version, &me.staff, now).await? {
        let title = plan.title.get(&Lang::english());
        staff::audit(&mut tx, &me.service, Some(&me.staff), now, "plan drafted", title).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path("plan/write")).into_response())
}

/// A plan of one of our templates, or an empty one, for the days that were typed.
fn anew(typed: &Typed) -> Result<Plan, Vec<Trouble>> {
    let mut read = Read::new(typed, label);
    let start = typed.first("start");
    let template = TEMPLATES.iter().find(|template| template.code == start);
    if template.is_none() && start != BLANK {
        read.wrong("start", "Choose what to begin with.");
    }
    let (begins, ends) = (read.day("begins"), read.day("ends"));
    if read.troubles.is_empty() && begins >= ends {
        read.wrong("ends", "The last day has to be after the first.");
    }
    if !read.troubles.is_empty() {
        return Err(read.troubles);
    }
    let blank = || Outline { title: "Our plan".to_owned(), about: String::new(), priorities: Vec::new() };
    let outline = template.and_then(|template| outlined(template).ok()).unwrap_or_else(blank);
    Ok(outline.plan(begins, ends))
}

fn outlined(template: &Template) -> Result<Outline, serde_json::Error> {
    serde_json::from_str(template.json)
}

impl Outline {
    /// The plan that it outlines. All actions are due on its last day, until somebody says better.
    fn plan(self, begins: Date, ends: Date) -> Plan {
        let mut taken: Vec<String> = heard_core::plan::RESERVED.iter().map(|key| (*key).to_owned()).collect();
        let mut key = |words: &str, or: &str| -> Key {
            let key = key_for(words, or, &taken.iter().map(String::as_str).collect::<Vec<_>>());
            taken.push(key.to_string());
            key
        };
        let mut about = Texts::default();
        about.set(&Lang::english(), &self.about);
        let mut priorities = Vec::with_capacity(self.priorities.len());
        for one in self.priorities {
            let action = |action: OutlinedAction| Action {
                key: key(&action.title, "action"),
                title: Texts::english(action.title),
                lead: Texts::english(action.lead),
                due: ends,
                progress: Progress::Planned,
            };
            let actions = one.actions.into_iter().map(action).collect();
            let (title, why) = (Texts::english(&*one.title), Texts::english(one.why));
            let key = key(&one.title, "priority");
            priorities.push(Priority { key, title, why, area: one.area, actions, indicators: Vec::new() });
        }
        Plan { title: Texts::english(self.title), about, begins, ends, priorities }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_template_is_a_plan_as_it_is() {
        for (template, priorities) in TEMPLATES.iter().zip([4, 4, 13, 5, 5]) {
            let plan = outlined(template).unwrap().plan(date(2026, 9, 1), date(2029, 8, 31));
            assert_eq!(plan.faults(), [], "{}", template.code);
            assert_eq!(plan.priorities.len(), priorities, "{}", template.code);
            assert!(plan.actions().count() >= priorities, "{}: an example for each", template.code);
        }
    }

    #[test]
    fn a_plan_begins_with_the_nearest_school_year() {
        for (today, begins) in [("2026-11-22", 2026), ("2027-02-28", 2026), ("2027-03-01", 2027)] {
            assert_eq!(school_year(today.parse().unwrap()), date(begins, 9, 1), "{today}");
        }
    }
}
