//! A service's equality, diversity and inclusion plan: priorities, what is done for them, and how one can tell.
//!
//! A plan holds what people decided and what they counted by hand. Figures that come from surveys are not in it: an
//! indicator only names the binding that feeds it. What was counted by hand passes [`crate::disclosure`] as well, so a
//! plan's JSON form is for its service; pages show [`Indicator::by_hand`].

mod changes;
mod check;
mod next;
mod smart;
mod status;
mod wants;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    json,
    survey::Fault,
    text::{Key, Texts},
};

pub use changes::{Change, Part, Respect, What};
pub use smart::Advice;
pub use status::{Standing, Status, Yardstick};
pub use wants::{RESERVED, Want};

/// A plan as its service wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its name.
    pub title: Texts,
    /// What it is about and who stands behind it: paragraphs, with an empty line between them.
    pub about: Texts,
    /// Its first day.
    pub begins: Date,
    /// Its last day.
    pub ends: Date,
    /// In the order in which they are shown.
    pub priorities: Vec<Priority>,
}

/// One thing that the plan is to change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// Unique among the plan's priorities.
    pub key: Key,
    /// What is to change, in a sentence.
    pub title: Texts,
    /// Why, and for whom.
    pub why: Texts,
    /// Which of the programme's target areas it belongs to.
    pub area: TargetArea,
    /// What is done for it.
    pub actions: Vec<Action>,
    /// How one can tell.
    pub indicators: Vec<Indicator>,
}

/// The programme's target areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetArea {
    /// Workforce development.
    Workforce,
    /// Young people's voice.
    Voice,
    /// Programming and resources.
    Programming,
    /// Leadership and strategy.
    Leadership,
}

/// Something that somebody does by a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Unique among the plan's actions: updates link to it.
    pub key: Key,
    /// What is done.
    pub title: Texts,
    /// Who sees to it: a role, not a name, because plans are published.
    pub lead: Texts,
    /// When it is to be done.
    pub due: Date,
    /// How far it is.
    pub progress: Progress,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Not begun.
    Planned,
    /// Begun.
    UnderWay,
    /// Done.
    Done,
}

/// A figure that tells whether a priority comes true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Unique among the plan's indicators: measures are kept under it.
    pub key: Key,
    /// What is measured.
    pub title: Texts,
    /// What its numbers are.
    pub unit: Unit,
    /// Which way is better.
    pub better: Direction,
    /// Whom the base counts, as in "from about 240 families".
    pub people: Texts,
    /// Where it was, and where it is to be by when.
    pub target: Target,
    /// Where its figure comes from.
    pub source: Source,
}

/// What the numbers of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Of an index from 0 to 100.
    Points,
    /// From 0 to 100.
    Percent,
    /// A count of people or things.
    Number,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The more the better.
    Higher,
    /// The less the better.
    Lower,
}

/// From where to where, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Where it was, in the indicator's unit. It is shown as it is written: never write the figure of a small group.
    pub baseline: f64,
    /// The day of the baseline.
    pub since: Date,
    /// Where it is to be, in the indicator's unit.
    pub value: f64,
    /// The last day on which it can be reached.
    pub by: Date,
}

/// Where an indicator's figure comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    /// From answers, through a plugin.
    Plugin {
        /// The binding, by its key.
        binding: Key,
        /// Which of the plugin's indicators.
        indicator: Key,
    },
    /// From records of the service, typed in.
    Hand {
        /// In the indicator's unit.
        value: f64,
        /// How many people the figure is of; left out only where it is not about people.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base: Option<u32>,
        /// Whether those asked stand for more people than themselves. Otherwise everyone was counted.
        #[serde(default)]
        sample: bool,
        /// The day it is of.
        date: Date,
        /// How it was found, so that it can be found in the same way again.
        note: Texts,
    },
}

impl TargetArea {
    /// All of them, in the programme's order.
    pub const ALL: [Self; 4] = [Self::Workforce, Self::Voice, Self::Programming, Self::Leadership];

    /// What people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Workforce => "Workforce development",
            Self::Voice => "Young people’s voice",
            Self::Programming => "Programming and resources",
            Self::Leadership => "Leadership and strategy",
        }
    }
}

impl Progress {
    /// All of them, from the beginning to the end.
    pub const ALL: [Self; 3] = [Self::Planned, Self::UnderWay, Self::Done];

    /// A word or three for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Planned => "Planned, not begun",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
        }
    }
}

impl Plan {
    /// Reads the JSON form of a plan and checks it whole.
    pub fn from_json(json: &str) -> Result<Self, Vec<Fault>> {
        let written = json::value(json).map_err(|fault| vec![fault])?;
        let plan: Self = json::meaning(&written).map_err(|fault| vec![fault])?;
        let faults = plan.faults();
        if faults.is_empty() { Ok(plan) } else { Err(faults) }
    }

    /// The JSON Schema of [`Plan::from_json`]'s input.
    pub fn json_schema() -> serde_json::Value {
        schemars::schema_for!(Plan).to_value()
    }

    /// Every action, in order.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.priorities.iter().flat_map(|priority| &priority.actions)
    }

    /// Every indicator, in order, with its priority.
    pub fn indicators(&self) -> impl Iterator<Item = (&Priority, &Indicator)> {
        self.priorities
            .iter()
            .flat_map(|priority| priority.indicators.iter().map(move |indicator| (priority, indicator)))
    }
}
