//! Which part of the plan an address names, and how that part and its form become one another.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    plan::{Action, Indicator, Plan, Priority},
    text::Key,
};
use sha2::{Digest as _, Sha256};

use super::{FROM, about, actions, indicators, priorities};
use crate::{app::App, builder::key_for, error::Error, form::sheet::Trouble};

/// What stands in the place of a key where a part is to be added.
pub(super) const NEW: &str = "new";

/// A part of the plan; [`NEW`] is the key of one that is to be added.
#[derive(Clone, Debug)]
pub(super) enum At {
    /// Title, words and days.
    About,
    Priority(String),
    /// Keys of the priority and of the action.
    Action(String, String),
    /// Keys of the priority and of the indicator.
    Indicator(String, String),
}

impl FromRequestParts<App> for At {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let params = RawPathParams::from_request_parts(parts, app).await.map_err(|e| Error::fault("path", e))?;
        let named = |name: &str| params.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned());
        Ok(match (named("priority"), named("action"), named("indicator")) {
            (Some(priority), Some(action), _) => Self::Action(priority, action),
            (Some(priority), None, Some(indicator)) => Self::Indicator(priority, indicator),
            (Some(priority), None, None) => Self::Priority(priority),
            (None, ..) => Self::About,
        })
    }
}

impl At {
    pub fn is_indicator(&self) -> bool {
        matches!(self, Self::Indicator(..))
    }

    /// Whether it is to be added.
    pub fn is_new(&self) -> bool {
        match self {
            Self::About => false,
            Self::Priority(key) | Self::Action(_, key) | Self::Indicator(_, key) => key == NEW,
        }
    }

    /// The end of its address, after `plan/write/`.
    pub fn path(&self) -> String {
        match self {
            Self::About => "about".to_owned(),
            Self::Priority(key) => format!("priorities/{key}"),
            Self::Action(priority, key) => format!("{priority}/actions/{key}"),
            Self::Indicator(priority, key) => format!("{priority}/indicators/{key}"),
        }
    }

    /// The fields of its form.
    pub fn fields(&self) -> Vec<&'static str> {
        let own: &[_] = match self {
            Self::About => &about::FIELDS,
            Self::Priority(_) => &priorities::FIELDS,
            Self::Action(..) => &actions::FIELDS,
            Self::Indicator(..) => &indicators::FIELDS,
        };
        [&[FROM], own].concat()
    }

    /// The part as if it had been typed. None where there is no such part, or none that it could be added to.
    pub fn fill(&self, plan: &Plan) -> Option<Typed> {
        let fields = match self {
            Self::About => about::fill(plan),
            Self::Priority(_) if self.is_new() => Vec::new(),
            Self::Priority(key) => priorities::fill(priority(plan, key)?),
            Self::Action(within, key) => match (priority(plan, within)?, self.is_new()) {
                (_, true) => Vec::new(),
                (within, false) => actions::fill(within.actions.iter().find(|action| *action.key == **key)?),
            },
            Self::Indicator(within, key) => match (priority(plan, within)?, self.is_new()) {
                (_, true) => Vec::new(),
                (within, false) => indicators::fill(within.indicators.iter().find(|one| *one.key == **key)?),
            },
        };
        Some(fields.into_iter().map(|(field, value)| (field.to_owned(), value)).collect())
    }

    /// What tells whether the part is still as it was shown: of a new one, whether another was added meanwhile, so that
    /// pressing twice adds one.
    pub fn mark(&self, plan: &Plan, filled: &Typed) -> String {
        let beside = if self.is_new() { format!("{:?}", self.beside(plan)) } else { String::new() };
        let fields: Vec<_> = filled.fields().map(|field| (field, filled.all(field))).collect();
        HEXLOWER.encode(&Sha256::digest(format!("{fields:?}{beside}"))[..8])
    }

    fn beside<'p>(&self, plan: &'p Plan) -> Vec<&'p Key> {
        match self {
            Self::About | Self::Priority(_) => plan.priorities.iter().map(|one| &one.key).collect(),
            Self::Action(..) => plan.actions().map(|one| &one.key).collect(),
            Self::Indicator(..) => plan.indicators().map(|(_, one)| &one.key).collect(),
        }
    }

    /// Writes what was typed into the plan, and gives the id of its place in the outline; or all that is wrong with it.
    pub fn write(&self, plan: &mut Plan, typed: &Typed, taken: &[String]) -> Result<String, Vec<Trouble>> {
        let taken: Vec<&str> = taken.iter().map(String::as_str).collect();
        let key = |or: &str| key_for(typed.first("title"), or, &taken);
        match self {
            Self::About => about::write(plan, typed).map(|()| "Main".to_owned()),
            Self::Priority(at) => {
                let before = priority(plan, at).cloned();
                let new = priorities::read(typed, before, || key("priority"))?;
                Ok(format!("Priority-{}", put(&mut plan.priorities, new, |one: &Priority| &one.key)))
            }
            Self::Action(within, at) => {
                let found = priority(plan, within).and_then(|one| one.actions.iter().find(|one| *one.key == **at));
                let new = actions::read(plan, typed, found, || key("action"))?;
                let into = plan.priorities.iter_mut().find(|one| *one.key == **within);
                let put = |into: &mut Priority| put(&mut into.actions, new, |one: &Action| &one.key);
                Ok(format!("Action-{}", into.map_or_else(String::new, put)))
            }
            Self::Indicator(within, at) => {
                let found = priority(plan, within).and_then(|one| one.indicators.iter().find(|one| *one.key == **at));
                let new = indicators::read(plan, typed, found, || key("indicator"))?;
                let into = plan.priorities.iter_mut().find(|one| *one.key == **within);
                let put = |into: &mut Priority| put(&mut into.indicators, new, |one: &Indicator| &one.key);
                Ok(format!("Indicator-{}", into.map_or_else(String::new, put)))
            }
        }
    }
}

fn priority<'p>(plan: &'p Plan, key: &str) -> Option<&'p Priority> {
    plan.priorities.iter().find(|one| *one.key == *key)
}

/// Puts a part in the place of the one with its key, or after all others, and gives the key.
fn put<T>(all: &mut Vec<T>, new: T, key: impl Fn(&T) -> &Key) -> String {
    let place = key(&new).to_string();
    match all.iter().position(|one| key(one) == key(&new)) {
        Some(at) => all[at] = new,
        None => all.push(new),
    }
    place
}
