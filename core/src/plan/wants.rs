//! What has to be mended in a single action or indicator, in words that stand beside the field of a form.

use super::{Action, Direction, Indicator, Plan, Source, Unit};
use crate::text::{Lang, Texts};

/// Keys that no indicator can have: they stand in its place in addresses of the plan.
pub const RESERVED: &[&str] = &["answers", "figures", "history", "new", "progress", "report", "since", "write"];

pub(super) const NO_TEXT: &str = "there is no text here in English; write one";

/// What has to be mended in an action or an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Want {
    /// Where: a path into its JSON form.
    pub at: &'static str,
    /// What to do.
    pub advice: &'static str,
}

#[derive(Default)]
struct Wants(Vec<Want>);

impl Wants {
    fn unless(&mut self, good: bool, at: &'static str, advice: &'static str) {
        if !good {
            self.0.push(Want { at, advice });
        }
    }

    fn text(&mut self, at: &'static str, text: &Texts) {
        self.unless(text.has(&Lang::english()), at, NO_TEXT);
    }

    fn value(&mut self, at: &'static str, unit: Unit, value: f64) {
        match unit {
            Unit::Points | Unit::Percent => {
                self.unless((0.0..=100.0).contains(&value), at, "Points and percentages are from 0 to 100.");
            }
            Unit::Number => self.unless(value >= 0.0 && value.is_finite(), at, "A number is 0 or more."),
        }
    }

    fn target(&mut self, indicator: &Indicator, plan: &Plan) {
        let target = &indicator.target;
        let beyond = match indicator.better {
            Direction::Higher => target.value > target.baseline,
            Direction::Lower => target.value < target.baseline,
        };
        self.unless(
            beyond,
            "target/value",
            "The target is no better than the baseline. Set a better one, or turn round which way is better.",
        );
        self.unless(
            target.since < target.by,
            "target/by",
            "The target’s day is not after the baseline’s. Change one of them.",
        );
        self.unless(
            target.by <= plan.ends,
            "target/by",
            "The target’s day is after the plan’s last day. A plan can be held to it only within its own time.",
        );
        self.value("target/baseline", indicator.unit, target.baseline);
        self.value("target/value", indicator.unit, target.value);
    }

    fn source(&mut self, indicator: &Indicator) {
        let Source::Hand { value, base, date, note, .. } = &indicator.source else { return };
        self.value("source/value", indicator.unit, *value);
        self.text("source/note", note);
        self.unless(
            *date >= indicator.target.since,
            "source/date",
            "This figure is older than the baseline. Give a newer one, or an older baseline.",
        );
        match (indicator.unit, base) {
            (_, Some(0)) => self.unless(
                false,
                "source/base",
                "A figure about nobody is none. Give the number of people, or leave it out where it is about things.",
            ),
            (Unit::Number, Some(base)) => self.unless(
                (value - f64::from(*base)).abs() < f64::EPSILON,
                "source/base",
                "A number of people is its own base. Give the same number, or leave it out where it is about things.",
            ),
            _ => {}
        }
    }
}

impl Action {
    /// What has to be mended before the plan can be shown.
    pub fn wants(&self, plan: &Plan) -> Vec<Want> {
        let mut wants = Wants::default();
        wants.text("title", &self.title);
        wants.text("lead", &self.lead);
        let person = self.lead.languages().any(|(_, lead)| lead.contains('@'));
        wants.unless(!person, "lead", "Plans are published: name a role, such as Head of service, and no address.");
        let within = (plan.begins..=plan.ends).contains(&self.due);
        wants.unless(within, "due", "This day is outside the plan’s own days. Change one of them.");
        wants.0
    }
}

impl Indicator {
    /// The same for an indicator.
    pub fn wants(&self, plan: &Plan) -> Vec<Want> {
        let mut wants = Wants::default();
        wants.unless(!RESERVED.contains(&&*self.key), "key", "This key is a page of the plan. Take another.");
        wants.text("title", &self.title);
        wants.text("people", &self.people);
        wants.target(self, plan);
        wants.source(self);
        wants.0
    }
}
