//! What is wrong with a plan.

use std::collections::BTreeSet;

use super::{Action, Direction, Indicator, Plan, Source, Unit};
use crate::{
    survey::Fault,
    text::{Key, Lang, Texts},
};

/// Faults as they are found, each at a path into the JSON form.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Plan {
    /// Everything that has to be mended before the plan can be shown, each at a path into its JSON form.
    ///
    /// Whether the bindings that indicators name exist is for those to check who know the bindings.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults::default();
        faults.text("title", &self.title);
        faults.text("about", &self.about);
        faults.unless(self.begins < self.ends, "ends", "a plan ends after it begins; mend one of the two dates");
        faults.unless(!self.priorities.is_empty(), "priorities", "a plan has at least one priority; add one");
        faults.unique("priority", "priorities", self.priorities.iter().map(|priority| &priority.key));
        faults.unique("action", "priorities/actions", self.actions().map(|action| &action.key));
        faults.unique("indicator", "priorities/indicators", self.indicators().map(|(_, indicator)| &indicator.key));
        for (i, priority) in self.priorities.iter().enumerate() {
            let at = format!("priorities/{i}");
            faults.text(&format!("{at}/title"), &priority.title);
            faults.text(&format!("{at}/why"), &priority.why);
            for (j, action) in priority.actions.iter().enumerate() {
                faults.action(&format!("{at}/actions/{j}"), action, self);
            }
            for (j, indicator) in priority.indicators.iter().enumerate() {
                faults.indicator(&format!("{at}/indicators/{j}"), indicator);
            }
        }
        faults.0
    }

    fn actions(&self) -> impl Iterator<Item = &Action> {
        self.priorities.iter().flat_map(|priority| &priority.actions)
    }
}

impl Faults {
    fn unless(&mut self, good: bool, at: &str, message: &str) {
        if !good {
            self.0.push(Fault { at: at.to_owned(), message: message.to_owned() });
        }
    }

    fn text(&mut self, at: &str, text: &Texts) {
        self.unless(text.has(&Lang::english()), at, "there is no text here in English; write one");
        if let Some(hidden) = text.hidden_sign() {
            self.unless(false, at, &hidden);
        }
    }

    fn unique<'a>(&mut self, what: &str, at: &str, keys: impl Iterator<Item = &'a Key>) {
        let mut seen = BTreeSet::new();
        for key in keys {
            let message = format!("there are two of {what} \"{key}\"; give one another key");
            self.unless(seen.insert(key), at, &message);
        }
    }

    fn action(&mut self, at: &str, action: &Action, plan: &Plan) {
        self.text(&format!("{at}/title"), &action.title);
        self.text(&format!("{at}/lead"), &action.lead);
        let within = (plan.begins..=plan.ends).contains(&action.due);
        self.unless(within, &format!("{at}/due"), "this day is outside the plan's own dates; mend one of them");
    }

    fn indicator(&mut self, at: &str, indicator: &Indicator) {
        self.text(&format!("{at}/title"), &indicator.title);
        self.text(&format!("{at}/people"), &indicator.people);
        let target = &indicator.target;
        let beyond = match indicator.better {
            Direction::Higher => target.value > target.baseline,
            Direction::Lower => target.value < target.baseline,
        };
        self.unless(
            beyond,
            &format!("{at}/target/value"),
            "the target is no better than the baseline; set a better one, or turn round which way is better",
        );
        self.unless(
            target.since < target.by,
            &format!("{at}/target/by"),
            "the target's day is not after the baseline's; mend one of them",
        );
        for (field, value) in [("baseline", target.baseline), ("value", target.value)] {
            self.value(&format!("{at}/target/{field}"), indicator.unit, value);
        }
        self.source(&format!("{at}/source"), indicator);
    }

    fn value(&mut self, at: &str, unit: Unit, value: f64) {
        match unit {
            Unit::Points | Unit::Percent => {
                self.unless((0.0..=100.0).contains(&value), at, "points and percentages are from 0 to 100");
            }
            Unit::Number => self.unless(value >= 0.0 && value.is_finite(), at, "a number is 0 or more"),
        }
    }

    fn source(&mut self, at: &str, indicator: &Indicator) {
        let Source::Hand { value, base, date, note, .. } = &indicator.source else { return };
        self.value(&format!("{at}/value"), indicator.unit, *value);
        self.text(&format!("{at}/note"), note);
        self.unless(
            *date >= indicator.target.since,
            &format!("{at}/date"),
            "this figure is older than the baseline; give a newer one, or an older baseline",
        );
        match (indicator.unit, base) {
            (_, Some(0)) => self.unless(
                false,
                &format!("{at}/base"),
                "a figure about nobody is none; give the number of people, or leave it out where it is about things",
            ),
            (Unit::Number, Some(base)) => self.unless(
                (value - f64::from(*base)).abs() < f64::EPSILON,
                &format!("{at}/base"),
                "a number of people is its own base; give the same number, or leave it out where it is about things",
            ),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn plan() -> Value {
        let text = |words: &str| json!({ "en": words });
        json!({
            "title": text("A plan"),
            "about": text("About it"),
            "begins": "2025-09-01",
            "ends": "2028-08-31",
            "priorities": [{
                "key": "welcome",
                "title": text("Everyone is welcome"),
                "why": text("Not everyone is"),
                "area": "voice",
                "actions": [{
                    "key": "greet", "title": text("Greet"), "lead": text("Head of service"),
                    "due": "2026-01-31", "progress": "planned",
                }],
                "indicators": [{
                    "key": "felt", "title": text("Feeling welcome"), "unit": "percent", "better": "higher",
                    "people": text("staff"),
                    "target": { "baseline": 50, "since": "2025-10-01", "value": 60, "by": "2027-07-31" },
                    "source": {
                        "from": "hand", "value": 55, "base": 120, "date": "2026-03-01", "note": text("Counted"),
                    },
                }],
            }],
        })
    }

    fn check(change: impl FnOnce(&mut Value), at: &[&str]) {
        let mut written = plan();
        change(&mut written);
        let found = Plan::from_json(&written.to_string()).err().unwrap_or_default();
        assert_eq!(found.iter().map(|fault| fault.at.as_str()).collect::<Vec<_>>(), at, "{found:?}");
    }

    #[test]
    fn a_good_plan_has_no_faults_and_comes_back_the_same() {
        check(|_| {}, &[]);
        let plan = Plan::from_json(&plan().to_string()).unwrap();
        let again = serde_json::to_string(&plan).unwrap();
        assert_eq!(Plan::from_json(&again).unwrap(), plan);
    }

    #[test]
    fn faults_are_found_where_they_are() {
        const ACTION: &str = "/priorities/0/actions/0";
        const INDICATOR: &str = "/priorities/0/indicators/0";
        let set = |path: &str, to: Value| {
            let path = path.to_owned();
            move |plan: &mut Value| *plan.pointer_mut(&path).unwrap() = to
        };
        check(set("/title", json!({ "en": " " })), &["title"]);
        check(set("/about", json!({ "en": "About", "cy": "\u{202e}Am" })), &["about"]);
        check(set("/priorities", json!([])), &["priorities"]);
        check(set("/ends", json!("2025-01-01")), &["ends", "priorities/0/actions/0/due"]);
        check(set(&format!("{ACTION}/due"), json!("2024-01-31")), &["priorities/0/actions/0/due"]);
        for (field, to, at) in [
            ("target/value", json!(50), "target/value"),
            ("target/value", json!(101), "target/value"),
            ("better", json!("lower"), "target/value"),
            ("target/by", json!("2025-10-01"), "target/by"),
            ("source/value", json!(-1), "source/value"),
            ("source/base", json!(0), "source/base"),
            ("source/date", json!("2025-09-30"), "source/date"),
            ("unit", json!("number"), "source/base"),
        ] {
            let at = format!("priorities/0/indicators/0/{at}");
            check(set(&format!("{INDICATOR}/{field}"), to), &[&at]);
        }
        let twice = |plan: &mut Value| {
            let priorities = plan["priorities"].as_array_mut().unwrap();
            priorities.push(priorities[0].clone());
        };
        check(twice, &["priorities", "priorities/actions", "priorities/indicators"]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (written, why) in [("2026-02-30", "day"), ("31/01/2026", "year")] {
            let mut plan = plan();
            plan["begins"] = json!(written);
            let faults = Plan::from_json(&plan.to_string()).unwrap_err();
            assert!(faults[0].message.contains(why), "{faults:?}");
        }
        let mut plan = plan();
        plan["priorities"][0]["indicators"][0]["source"]["colour"] = json!("green");
        assert!(Plan::from_json(&plan.to_string()).unwrap_err()[0].message.contains("colour"));
    }

    #[test]
    fn the_schema_knows_dates() {
        let schema = Plan::json_schema().to_string();
        assert!(schema.contains(r#""format":"date""#), "{schema}");
    }
}
