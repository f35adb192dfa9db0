//! The best few of some options, in order: the favourite, then the next.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Fields, Labelled, repeated};
use crate::answer::{Answer, Wrong};

const MOST_OPTIONS: usize = 50;

/// What is put in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ranking {
    /// In the order in which they are shown.
    pub options: Vec<Labelled>,
    /// How many places there are to fill; as many as options, where it is not said. Three are easier than ten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<usize>,
}

impl Ranking {
    /// The places that can be filled, from 1.
    pub fn places(&self) -> std::ops::RangeInclusive<usize> {
        1..=self.places.unwrap_or(self.options.len())
    }

    pub(super) fn read(&self, fields: &Fields<'_>) -> Result<Answer, Wrong> {
        fields.nothing_whole()?;
        let mut order = Vec::new();
        let mut gap = None;
        for place in self.places() {
            let Some(value) = fields.part(&place.to_string())? else {
                gap = gap.or(Some(place));
                continue;
            };
            let option = self.options.iter().find(|option| option.key == *value).ok_or(Wrong::NotOffered)?;
            if order.contains(&option.key) {
                return Err(Wrong::RankedTwice { place });
            }
            if let Some(place) = gap {
                return Err(Wrong::RankGap { place });
            }
            order.push(option.key.clone());
        }
        Ok(if order.is_empty() { Answer::Skipped } else { Answer::Ranking(order) })
    }

    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = repeated("options", self.options.iter().map(|option| &option.key));
        if !(2..=MOST_OPTIONS).contains(&self.options.len()) {
            faults.push(format!("it has {} options; give it 2 to {MOST_OPTIONS}", self.options.len()));
        }
        if self.places.is_some_and(|places| !(1..=self.options.len()).contains(&places)) {
            faults.push("\"places\" has to be from 1 to the number of options".to_owned());
        }
        faults
    }
}
