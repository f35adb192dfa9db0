//! The draft: the plan as it is being written.

use heard_core::plan::{Plan, RESERVED};

use crate::{
    app::App,
    db::Tx,
    error::Error,
    plans::{in_force, sql, stored, to_json},
    staff::{self, Colleague},
};

/// A plan that is being written, as it is now.
pub(super) struct Draft {
    pub plan: Plan,
    pub revision: i64,
    /// The version that it was begun from; 0 where there was none.
    pub based_on: i64,
    /// Who changed it last, and when.
    pub name: String,
    pub changed: i64,
    changed_by: String,
}

impl Draft {
    /// The draft of a service's plan, if there is one.
    pub async fn find(tx: &mut Tx, service: &str) -> Result<Option<Self>, Error> {
        let Some(row) = sql::draft(tx, service).await? else { return Ok(None) };
        let sql::DraftRow { revision, definition, based_on, name, changed_by, changed } = row;
        Ok(Some(Self { plan: stored(&definition)?, revision, based_on, name, changed, changed_by }))
    }

    /// The same. [`Error::NotFound`] if there is none.
    pub async fn open(tx: &mut Tx, service: &str) -> Result<Self, Error> {
        Self::find(tx, service).await?.ok_or(Error::NotFound)
    }

    /// Keeps the draft as it is changed. What changes nothing is not kept.
    pub async fn keep(&self, tx: &mut Tx, app: &App, me: &Colleague, plan: &Plan) -> Result<(), Error> {
        if *plan == self.plan {
            return Ok(());
        }
        let now = app.clock.now();
        sql::keep_draft(tx, &me.service, &to_json(plan)?, &me.staff, now).await?;
        // One line for each person who works on it: what comes of it has a line of its own.
        if self.changed_by != me.staff {
            staff::audit(tx, &me.service, Some(&me.staff), now, "draft of the plan changed", "").await?;
        }
        Ok(())
    }
}

/// Has the draft, if there is one, follow a change of the plan in force that was made without it.
pub(in crate::plans) async fn follow(
    tx: &mut Tx,
    app: &App,
    me: &Colleague,
    change: impl FnOnce(&mut Plan),
) -> Result<(), Error> {
    let Some(draft) = Draft::find(tx, &me.service).await? else { return Ok(()) };
    let mut plan = draft.plan.clone();
    change(&mut plan);
    draft.keep(tx, app, me, &plan).await
}

/// The keys that a new part cannot have: those of the draft and of the plan in force, whose updates name them, and what
/// stands in their place in addresses.
pub(super) async fn taken(tx: &mut Tx, service: &str, plan: &Plan) -> Result<Vec<String>, Error> {
    let current = in_force(tx, service).await?.map(|(_, plan)| plan);
    let keys = |plan: &Plan| {
        let priorities = plan.priorities.iter().map(|priority| priority.key.to_string());
        let actions = plan.actions().map(|action| action.key.to_string());
        let indicators = plan.indicators().map(|(_, indicator)| indicator.key.to_string());
        priorities.chain(actions).chain(indicators).collect::<Vec<_>>()
    };
    let mut taken = keys(plan);
    taken.extend(current.iter().flat_map(keys));
    taken.extend(RESERVED.iter().map(|key| (*key).to_owned()));
    Ok(taken)
}
