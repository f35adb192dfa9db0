//! What is wrong with a plan.

use std::collections::BTreeSet;

use super::{
    Plan, Source,
    wants::{NO_TEXT, Want},
};
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
                let at = format!("{at}/actions/{j}");
                faults.hidden(&format!("{at}/title"), &action.title);
                faults.hidden(&format!("{at}/lead"), &action.lead);
                faults.wants(&at, action.wants(self));
            }
            for (j, indicator) in priority.indicators.iter().enumerate() {
                let at = format!("{at}/indicators/{j}");
                faults.hidden(&format!("{at}/title"), &indicator.title);
                faults.hidden(&format!("{at}/people"), &indicator.people);
                if let Source::Hand { note, .. } = &indicator.source {
                    faults.hidden(&format!("{at}/source/note"), note);
                }
                faults.wants(&at, indicator.wants(self));
            }
        }
        faults.0
    }
}

impl Faults {
    fn unless(&mut self, good: bool, at: &str, message: &str) {
        if !good {
            self.0.push(Fault { at: at.to_owned(), message: message.to_owned() });
        }
    }

    fn text(&mut self, at: &str, text: &Texts) {
        self.unless(text.has(&Lang::english()), at, NO_TEXT);
        self.hidden(at, text);
    }

    fn unique<'a>(&mut self, what: &str, at: &str, keys: impl Iterator<Item = &'a Key>) {
        let mut seen = BTreeSet::new();
        for key in keys {
            let message = format!("there are two of {what} \"{key}\"; give one another key");
            self.unless(seen.insert(key), at, &message);
        }
    }

    /// What is wanted of a part of the plan, each below the part's own path.
    fn wants(&mut self, at: &str, wants: Vec<Want>) {
        self.0.extend(
            wants.into_iter().map(|want| Fault { at: format!("{at}/{}", want.at), message: want.advice.to_owned() }),
        );
    }

    fn hidden(&mut self, at: &str, text: &Texts) {
        if let Some(hidden) = text.hidden_sign() {
            self.unless(false, at, &hidden);
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
        check(
            set("/ends", json!("2025-01-01")),
            &["ends", "priorities/0/actions/0/due", "priorities/0/indicators/0/target/by"],
        );
        check(set(&format!("{ACTION}/lead"), json!({ "en": "jo@hub.example" })), &["priorities/0/actions/0/lead"]);
        check(set(&format!("{ACTION}/due"), json!("2024-01-31")), &["priorities/0/actions/0/due"]);
        for (field, to, at) in [
            ("target/value", json!(50), "target/value"),
            ("target/value", json!(101), "target/value"),
            ("better", json!("lower"), "target/value"),
            ("target/by", json!("2025-10-01"), "target/by"),
            ("target/by", json!("2028-09-01"), "target/by"),
            ("key", json!("history"), "key"),
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
