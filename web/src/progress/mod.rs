//! How a wave gets on, and the counts of its answers: who answered when, how and from where, how long it took them, and where others stopped. Figures
//! come through [`core::disclosure`](heard_core::disclosure) alone, from counts that move in steps ([`counting`]).

mod counting;
mod cuts;
mod reading;
pub(crate) mod sql;
mod view;

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, State},
    routing::get,
};
use heard_core::{
    disclosure::{Counts, Rules, ShownParts, ShownTally, Span},
    results::{Choosing, Tally, pace},
    survey::Survey,
};
use jiff::civil::Date;
use maud::Markup;

pub(crate) use counting::{AREA, AUDIENCE, answers_to, reach_of, refresh};
use counting::{CHANNEL, DAY_OF};
pub(crate) use cuts::{By, crossed, ways_to_cut};
pub(crate) use reading::{Person, read_people};

use crate::{
    app::App,
    areas,
    clock::day_of,
    db::Tx,
    error::Error,
    intake::Channel,
    staff::Analyst,
    surveys::{self, Published},
    tallies::{self, AT_THE_CHECK, Kind},
};

/// The rule set that every figure passes.
pub(crate) const RULES: Rules = Rules::TEN_FIVE;

/// The ways in which answers come.
const CHANNELS: [&str; 3] = [Channel::Web.code(), Channel::Invitation.code(), Channel::Paper.code()];

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new().route("/staff/{service}/waves/{wave}/progress", get(show))
}

/// What may be shown of a wave's progress.
struct Progress {
    /// About how many people answered.
    base: Option<u32>,
    spans: Vec<Span>,
    channels: ShownTally,
    audiences: ShownTally,
    areas: ShownParts,
    /// The band of minutes that half of them took at most.
    minutes: Option<&'static str>,
    stops: ShownTally,
}

async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    let names = areas::names(&mut tx).await?;
    let progress = progress(&mut tx, &published, app.clock.today()).await?;
    Ok(view::show(&me, &published, &progress, &names, app.clock.now()))
}

async fn progress(tx: &mut Tx, published: &Published, today: Date) -> Result<Progress, Error> {
    let (service, wave, survey) = (&*published.house.key, &*published.wave.id, &*published.survey);
    let all = counts(tx, service, wave).await?;
    let of = |what: &str| all.get(what).cloned().unwrap_or_default();
    let first = day_of(published.wave.opens);
    let last = day_of(published.wave.closes - 1).min(today).max(first);
    let minutes = tallies::shown(tx, service, wave, Kind::Minutes).await?;
    let minutes: Vec<u32> = pace::bands().map(|band| minutes.get(band).copied().unwrap_or(0)).collect();
    let stops = tallies::shown(tx, service, wave, Kind::Stop).await?;
    let stopped = Counts { base: stops.values().sum(), of: stops };
    let everybody = of(DAY_OF);
    let channels = one_of(&of(CHANNEL), &CHANNELS);
    Ok(Progress {
        base: people(&all),
        spans: RULES.spans((first, last), &everybody),
        channels,
        audiences: one_of(&of(AUDIENCE), &audiences(survey)),
        areas: RULES.parts(&of(AREA)),
        minutes: RULES.middle_band(&minutes).map(pace::words),
        stops: one_of(&stopped, &pages(survey)),
    })
}

/// What was counted of a wave, by what it was counted by: raw, for what passes disclosure.
pub(crate) async fn counts(tx: &mut Tx, service: &str, wave: &str) -> Result<BTreeMap<String, Counts>, Error> {
    let rows = sql::counted(tx, service, wave).await?.into_iter();
    rows.map(|row| {
        let counts = serde_json::from_str(&row.counts).map_err(|e| Error::fault("stored counts", e))?;
        Ok((row.what, counts))
    })
    .collect()
}

/// About how many people answered a wave; none, where that is hidden or nobody did.
pub(crate) fn people(counts: &BTreeMap<String, Counts>) -> Option<u32> {
    let all = counts.get(CHANNEL)?;
    one_of(all, &CHANNELS).base()
}

/// What may be shown of codes of which each person has one.
fn one_of(counts: &Counts, codes: &[&str]) -> ShownTally {
    let each = codes.iter().map(|code| counts.of(code)).collect();
    RULES.tally(&Tally::of_counts(Choosing::One, counts.base, each))
}

/// Whom a survey asks, and those who did not say who they are.
fn audiences(survey: &Survey) -> Vec<&'static str> {
    survey.audiences.iter().map(|audience| audience.code()).chain([""]).collect()
}

/// Where people can stop: at each section, and before they send.
fn pages(survey: &Survey) -> Vec<&str> {
    survey.sections.iter().map(|section| &*section.key).chain([AT_THE_CHECK]).collect()
}
