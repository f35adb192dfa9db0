//! The made-up service's plan, as it was and as it is, and what it told those who spoke.

use heard_core::{
    plan::{Plan, Progress, Source},
    update::Update,
};

use super::{SERVICE, STAFF};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    plans::{self, Adoption},
    staff::Newcomer,
    updates,
};

/// Puts the plan in force as it was at a time, and then as it is.
pub(super) async fn adopt(tx: &mut Tx, plan: &Plan, (then, now): (i64, i64)) -> Result<(), Error> {
    let olive = person(tx, 0).await?;
    let note = "The plan as the working group wrote it";
    plans::adopt(tx, SERVICE, &earlier(plan), Adoption { staff: Some(&olive), note, now: then }).await?;
    let ed = person(tx, 1).await?;
    let note = "After the autumn meeting: first visits have begun, and schools have been counted again";
    plans::adopt(tx, SERVICE, plan, Adoption { staff: Some(&ed), note, now }).await?;
    Ok(())
}

/// The plan before first visits had begun, with an older count of schools.
fn earlier(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for priority in &mut plan.priorities {
        for action in priority.actions.iter_mut().filter(|action| &*action.key == "first_visit") {
            action.progress = Progress::Planned;
        }
        for indicator in priority.indicators.iter_mut().filter(|indicator| &*indicator.key == "nurture_schools") {
            if let Source::Hand { value, date, .. } = &mut indicator.source {
                *value = 11.0;
                *date = date.saturating_sub(jiff::Span::new().months(3));
            }
        }
    }
    plan
}

/// The id of one of the made-up staff.
async fn person(tx: &mut Tx, place: usize) -> Result<String, Error> {
    let (email, name, role) = STAFF[place];
    Ok(Newcomer { email, name, service: SERVICE, role }.join(tx).await?.staff)
}

/// Publishes an update.
pub(super) async fn answer_back(app: &App, then: i64) -> Result<(), Error> {
    let update: Update =
        serde_json::from_str(include_str!("update.json")).map_err(|e| Error::fault("update.json", e))?;
    let mut tx = app.db.write().await?;
    let ed = person(&mut tx, 1).await?;
    updates::add_published(&mut tx, SERVICE, &update, &ed, then).await?;
    tx.commit().await
}
