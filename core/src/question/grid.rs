//! Statements, each answered on the same scale.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ChoiceOption, Fields, Labelled, choice, repeated};
use crate::answer::{Answer, Wrong};

/// More statements than this on a page wear people out.
const MOST_STATEMENTS: usize = 30;

/// The statements and their scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Grid {
    /// What is answered, in the order in which it is shown.
    pub statements: Vec<Labelled>,
    /// The points of the scale.
    pub options: Vec<ChoiceOption>,
}

impl Grid {
    /// Reads the statements' answers. A statement may be passed over, unless the question is `required`.
    pub(super) fn read(&self, fields: &Fields<'_>, required: bool) -> Result<Answer, Wrong> {
        fields.nothing_whole()?;
        let mut points = BTreeMap::new();
        let mut missing = Vec::new();
        for Labelled { key, .. } in &self.statements {
            match fields.part(key)? {
                None => missing.push(key.clone()),
                Some(value) => {
                    let point = self.options.iter().find(|point| point.key == *value).ok_or(Wrong::NotOffered)?;
                    points.insert(key.clone(), point.key.clone());
                }
            }
        }
        match points.is_empty() {
            true => Ok(Answer::Skipped),
            false if fields.insists && required && !missing.is_empty() => Err(Wrong::RowsMissing(missing)),
            false => Ok(Answer::Grid(points)),
        }
    }

    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = choice::scale_faults(&self.options);
        faults.extend(repeated("statements", self.statements.iter().map(|statement| &statement.key)));
        if !(1..=MOST_STATEMENTS).contains(&self.statements.len()) {
            faults.push(format!("it has {} statements; give it 1 to {MOST_STATEMENTS}", self.statements.len()));
        }
        faults
    }
}
