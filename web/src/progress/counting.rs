//! Counting the answers of waves, away from the pages that show it: so that looking at a page never moves a figure, and
//! whoever takes an answer back stays counted until five more came.

use std::{collections::BTreeMap, sync::Arc};

use heard_core::{
    answer::Answers,
    disclosure::{Counting, Counts, STEP},
    equality,
    survey::Survey,
};

use super::sql;
use crate::{app::App, aside::aside, clock::DAY, db::Tx, error::Error, surveys};

/// What everybody is counted by, and those who gave a postcode. No question has such a key.
pub(crate) const DAY_OF: &str = "@day";
pub(crate) const CHANNEL: &str = "@channel";
pub(crate) const AUDIENCE: &str = "@audience";
pub(crate) const AREA: &str = "@area";

/// How many responses are read at once.
const AT_ONCE: i64 = 5_000;

/// For how long after its close a wave is counted: sheets of paper are typed in for 30 days.
const COUNTED_FOR: i64 = 45 * DAY;

/// Counts the waves anew to which enough people came. Responses are read before the writer is asked for, because with
/// many it takes seconds.
pub(crate) async fn refresh(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let recent = sql::recent(&mut app.db.read().await?, now, now - COUNTED_FOR).await?;
    for wave in recent {
        let mut tx = app.db.read().await?;
        let before = up_to(&mut tx, &wave).await?;
        let everybody = before.get(DAY_OF).copied().unwrap_or_default();
        if sql::newcomers(&mut tx, &wave, everybody.0).await? < i64::from(STEP.max(everybody.1)) {
            continue;
        }
        let survey = surveys::version(app, &mut tx, &wave.service, &wave.survey, wave.version).await?;
        let counted = count(&mut tx, &wave, survey, &before).await?;
        drop(tx);
        let mut tx = app.db.write().await?;
        for (what, counting) in counted {
            if let Some(moved) = counting.moved() {
                let before = before.get(&what).map_or(0, |before| before.0);
                sql::keep(&mut tx, &wave, &what, &moved, before).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Up to which response each thing was counted, and how many people have to come before it is counted anew.
async fn up_to(tx: &mut Tx, wave: &sql::Recent) -> Result<BTreeMap<String, (i64, u32)>, Error> {
    let mut before = BTreeMap::new();
    for row in sql::counted(tx, &wave.service, &wave.id).await? {
        let counts: Counts = serde_json::from_str(&row.counts).map_err(|e| Error::fault("stored counts", e))?;
        before.insert(row.what, (row.up_to, counts.needed()));
    }
    Ok(before)
}

type All = BTreeMap<String, Counting>;

async fn count(
    tx: &mut Tx,
    wave: &sql::Recent,
    survey: Arc<Survey>,
    before: &BTreeMap<String, (i64, u32)>,
) -> Result<All, Error> {
    let asked =
        survey.questions().filter(|(section, _)| section.monitoring).map(|(_, question)| question.key.to_string());
    let whats = [DAY_OF, CHANNEL, AUDIENCE, AREA].map(str::to_owned).into_iter().chain(asked);
    let mut all: All = whats
        .map(|what| {
            let since = before.get(&what).map(|before| before.0);
            (what, Counting::since(since))
        })
        .collect();
    let mut after = 0;
    loop {
        let rows = sql::responses(tx, wave, after, AT_ONCE).await?;
        let Some(last) = rows.last() else { return Ok(all) };
        after = last.number;
        let survey = survey.clone();
        all = aside("counting", move || {
            for row in rows {
                add(&mut all, &survey, row);
            }
            all
        })
        .await?;
    }
}

fn add(all: &mut All, survey: &Survey, row: sql::Row) {
    let number = row.number;
    let mut said = |what: &str, codes: Vec<String>| {
        if let Some(counting) = all.get_mut(what) {
            counting.add(number, codes);
        }
    };
    said(DAY_OF, vec![row.day]);
    said(CHANNEL, vec![row.channel]);
    said(AUDIENCE, vec![row.audience.unwrap_or_default()]);
    if let Some(area) = row.area {
        said(AREA, vec![area]);
    }
    let answers = row.monitoring.and_then(|json| serde_json::from_str::<Answers>(&json).ok()).unwrap_or_default();
    for (question, answer) in answers.iter().filter(|(_, answer)| !answer.is_missing()) {
        let Some(asked) = survey.question(question) else { continue };
        let chosen = answer.chosen(None);
        let groups = equality::groups(asked).into_iter();
        let of = groups.filter(|group| chosen.iter().any(|key| group.options.contains(&&**key)));
        let codes: Vec<String> = of.map(|group| group.code.to_owned()).collect();
        if !codes.is_empty() {
            said(question, codes);
        }
    }
}
