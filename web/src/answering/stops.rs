//! Drafts whose time is over: deleted, and counted at the section where they stopped.

use std::collections::BTreeMap;

use heard_core::{answer::Answers, route::Route, text::Lang};

use super::{draft, sql};
use crate::{app::App, db::Tx, error::Error, surveys, tallies};

/// How many are deleted in one transaction.
const AT_ONCE: i64 = 200;

/// Deletes drafts that have expired, each counted once, whichever server deletes it; and the ids of responses that were
/// taken back from a wave that takes no more.
pub(crate) async fn forget_expired(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    loop {
        let mut tx = app.db.write().await?;
        sql::forget_ids(&mut tx, now).await?;
        let expired = sql::expired(&mut tx, now, AT_ONCE).await?;
        let mut stops = BTreeMap::new();
        for gone in &expired {
            let section = section(app, &mut tx, gone).await;
            // Somebody may be there again, or another server was faster.
            if sql::forget_one(&mut tx, &gone.code_hash, now).await?
                && let Ok(section) = section
            {
                *stops.entry((gone.service.clone(), gone.wave.clone(), section)).or_default() += 1;
            }
        }
        tallies::stopped(&mut tx, &stops).await?;
        tx.commit().await?;
        if expired.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX) {
            return Ok(());
        }
    }
}

/// The section of the first question that was not answered, on the way that the answers lead.
async fn section(app: &App, tx: &mut Tx, gone: &sql::Expired) -> Result<String, Error> {
    let survey = surveys::version(app, tx, &gone.service, &gone.survey, gone.version).await?;
    let answers: Answers = draft::read_answers(sql::answers(tx, &gone.code_hash).await?)?;
    let lang = Lang::try_from(gone.language.clone()).map_err(|e| Error::fault("stored language", e))?;
    let open = Route::new(&survey, &answers, &lang).first_open();
    Ok(open.map_or_else(|| tallies::AT_THE_CHECK.to_owned(), |(section, _)| section.key.to_string()))
}
