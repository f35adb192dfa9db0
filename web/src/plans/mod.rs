//! A service's plan, with what its figures say.
//!
//! This is the one way from measures to a page: [`core::disclosure`](heard_core::disclosure) decides what is shown.

mod by_hand;
mod changes;
mod counts;
mod desk;
mod history;
mod origin;
mod report;
mod since;
pub(crate) mod sql;
mod view;
mod words;
mod writing;

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    Router,
    extract::{Path, State},
    routing::get,
};
use heard_core::{
    disclosure::{Rules, ShownMeasure},
    plan::{Indicator, Plan, Source, Standing},
    results::{Bounds, Measure},
    text::Lang,
};
use maud::Markup;
use sql::MeasureRow;

use crate::{
    app::App,
    db::Tx,
    error::Error,
    services,
    staff::Analyst,
    updates::{self, Heading},
};

/// The rule set that every figure of a plan passes.
const RULES: Rules = Rules::TEN_FIVE;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/{service}/plan", get(public))
        .route("/{service}/plan/{indicator}", get(origin::public))
        .route("/{service}/plan/answers/{survey}", get(counts::show))
        .route("/staff/{service}/plan", get(for_staff))
        .route("/staff/{service}/plan/{indicator}", get(origin::for_staff))
        .route("/staff/{service}/plan/figures/{indicator}", get(by_hand::figure).post(by_hand::keep_figure))
        .route("/staff/{service}/plan/progress/{action}", get(by_hand::progress).post(by_hand::keep_progress))
        .route("/staff/{service}/plan/history", get(history::list))
        .route("/staff/{service}/plan/history/{version}", get(history::version))
        .route("/staff/{service}/plan/report", get(report::show))
        .route("/staff/{service}/plan/report/narrative", get(report::narrative).post(report::keep_narrative))
        .route("/staff/{service}/plan/since", get(since::show))
        .merge(writing::router())
}

async fn public(State(app): State<App>, Path(service): Path<String>) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let house = services::house(&mut tx, &service).await?;
    let plan = with_figures(&app, &mut tx, &service).await?;
    Ok(view::public(&house, plan.as_ref()))
}

async fn for_staff(State(app): State<App>, Analyst(me): Analyst) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let plan = with_figures(&app, &mut tx, &me.service).await?;
    let drafted = sql::draft(&mut tx, &me.service).await?.is_some();
    Ok(desk::page(&me, plan.as_ref(), drafted, app.clock.today()))
}

/// Who puts a plan in force, and what they say of it.
#[derive(Clone, Copy, Debug)]
pub struct Adoption<'a> {
    /// The id of a member of staff; nobody, where the operator does it.
    pub staff: Option<&'a str>,
    /// What changed and why.
    pub note: &'a str,
    /// When.
    pub now: i64,
}

/// Makes a plan the service's current one, as a version that never changes, and gives its number. Whoever calls writes
/// the line of the record.
pub async fn adopt(tx: &mut Tx, service: &str, plan: &Plan, by: Adoption<'_>) -> Result<i64, Error> {
    let definition = to_json(plan)?;
    let Adoption { staff, note, now } = by;
    sql::add_version(tx, &sql::Added { service, definition: &definition, staff, note, now }).await
}

/// The plan that is in force at a service.
pub async fn current(tx: &mut Tx, service: &str) -> Result<Option<Plan>, Error> {
    Ok(in_force(tx, service).await?.map(|(_, plan)| plan))
}

/// The same with the number of its version.
async fn in_force(tx: &mut Tx, service: &str) -> Result<Option<(i64, Plan)>, Error> {
    let Some((version, definition)) = sql::current(tx, service).await? else { return Ok(None) };
    Ok(Some((version, stored(&definition)?)))
}

fn stored(definition: &str) -> Result<Plan, Error> {
    serde_json::from_str(definition).map_err(|e| Error::fault("stored plan", e))
}

fn to_json(plan: &Plan) -> Result<String, Error> {
    serde_json::to_string(plan).map_err(|e| Error::fault("plan to JSON", e))
}

/// The indicators that wait for a plugin's figure which is not there. `offered` has what is there: the key of each
/// binding with the key of each figure of its plugin.
pub fn unfed(plan: &Plan, offered: &BTreeSet<(String, String)>) -> Vec<Unfed> {
    plan.indicators()
        .filter_map(|(_, waiting)| match &waiting.source {
            Source::Plugin { binding, indicator } => Some(Unfed {
                title: waiting.title.get(&Lang::english()).to_owned(),
                binding: binding.to_string(),
                indicator: indicator.to_string(),
            }),
            Source::Hand { .. } => None,
        })
        .filter(|unfed| !offered.contains(&(unfed.binding.clone(), unfed.indicator.clone())))
        .collect()
}

/// An indicator that nothing feeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfed {
    /// What it is called.
    pub title: String,
    /// Key of the binding that it waits for.
    pub binding: String,
    /// Key of the plugin's figure that it waits for.
    pub indicator: String,
}

/// A plan and what may be shown of its indicators.
struct Figures {
    plan: Plan,
    /// The number of its version.
    version: i64,
    shown: BTreeMap<String, Shown>,
    /// What was told to those who spoke, the newest first.
    updates: Vec<Heading>,
}

/// What may be shown of one indicator.
struct Shown {
    figure: ShownMeasure,
    standing: Standing,
    /// Where it was computed from, if a plugin feeds it and there is a measure.
    provenance: Option<Provenance>,
}

/// What made a measure.
struct Provenance {
    /// Id of the set-up.
    setup: String,
    survey_version: i64,
    /// When the day began on which it was computed, in milliseconds since 1970 UTC: by the minute, it would tell when the
    /// last person answered.
    computed: i64,
}

async fn with_figures(app: &App, tx: &mut Tx, service: &str) -> Result<Option<Figures>, Error> {
    let Some((version, plan)) = in_force(tx, service).await? else { return Ok(None) };
    let rows = sql::measures(tx, service).await?;
    let today = app.clock.today();
    let mut shown = BTreeMap::new();
    for (_, indicator) in plan.indicators() {
        let (figure, row) = match indicator.by_hand(&RULES) {
            Some(figure) => (figure, None),
            None => from_plugin(indicator, &rows)?,
        };
        let standing = indicator.standing(&figure, today);
        let provenance = row.map(MeasureRow::provenance);
        shown.insert(indicator.key.to_string(), Shown { figure, standing, provenance });
    }
    let updates = updates::headings(tx, service).await?;
    Ok(Some(Figures { plan, version, shown, updates }))
}

/// The figure of the newest wave that has one to show. A row that is hidden is not given either: that there is one
/// would tell that there are a few answers.
fn from_plugin<'r>(
    indicator: &Indicator,
    rows: &'r [MeasureRow],
) -> Result<(ShownMeasure, Option<&'r MeasureRow>), Error> {
    let nothing = RULES.measure(None, Bounds { min: 0.0, max: 1.0 });
    let Source::Plugin { binding, indicator } = &indicator.source else { return Ok((nothing, None)) };
    for row in rows.iter().filter(|row| row.binding == **binding && row.indicator == **indicator) {
        let measure: Measure = serde_json::from_str(&row.figure).map_err(|e| Error::fault("stored measure", e))?;
        let shown = RULES.measure(Some(&measure), Bounds { min: row.minimum, max: row.maximum });
        if shown.figure().is_some() {
            return Ok((shown, Some(row)));
        }
    }
    Ok((nothing, None))
}
