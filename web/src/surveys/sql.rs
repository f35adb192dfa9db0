//! Surveys, versions and waves in the database.

use jiff::civil::Date;
use sqlx::FromRow;

use crate::{
    clock::{day_of, ordered_id},
    db::{Tx, all, execute, maybe, one, sql},
    error::Error,
    page::House,
};

sql! {
    CURRENT_WAVE = "select s.key, s.name, l.colours, g.name as logo, w.survey, w.id, w.version, w.opens, w.closes, w.closed, w.forget_answers, \
        w.forget_monitoring, w.declaration from wave w join service s on s.key = w.service \
        left join look l on l.service = w.service left join logo g on g.service = w.service \
        where w.service = $1 and w.survey = $2 and w.opens <= $3 order by w.opens desc limit 1";
    DEFINITION = "select definition from survey_version where service = $1 and survey = $2 and version = $3";
    NEWEST = "select version, definition from survey_version where service = $1 and survey = $2 \
        order by version desc limit 1";
    PUBLISHED = "select survey from survey_version where service = $1 group by survey order by survey";
    ADD_SURVEY = "insert into survey (service, key) values ($1, $2) on conflict (service, key) do nothing";
    NEXT_VERSION = "select coalesce(max(version), 0) + 1 from survey_version where service = $1 and survey = $2";
    ADD_VERSION = "insert into survey_version (service, survey, version, definition, published) values ($1, $2, $3, $4, $5)";
    WAVES = "select survey, id, version, opens, closes, closed, forget_answers, forget_monitoring from wave where service = $1 and closes > $2 \
        order by closes, opens, survey";
    OPEN_SURVEYS = "select survey from wave where service = $1 and opens <= $2 and closes > $2 and closed = $3 \
        group by survey order by max(opens) desc, survey";
    WAVE = "select s.key, s.name, l.colours, g.name as logo, w.survey, w.id, w.version, w.opens, w.closes, w.closed, w.forget_answers, \
        w.forget_monitoring, w.declaration from wave w join service s on s.key = w.service \
        left join look l on l.service = w.service left join logo g on g.service = w.service \
        where w.service = $1 and w.id = $2";
    BEGUN = "select id from wave where service = $1 and opens <= $2 and closes > $3 order by closes desc, survey, id";
}

/// One run of a survey.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Wave {
    /// Its id.
    pub id: String,
    /// The version that it asks.
    pub version: i64,
    /// When it opens, in milliseconds since 1970 UTC.
    pub opens: i64,
    /// When it closes.
    pub closes: i64,
    /// Whether it has closed: it never opens again, even where a clock goes back.
    pub closed: bool,
    /// When its answers are deleted; nothing, once they are.
    pub forget_answers: Option<i64>,
    /// When its equality monitoring is.
    pub forget_monitoring: Option<i64>,
}

impl Wave {
    /// When the first of its answers are deleted, as people are told.
    pub fn forgets(&self) -> Option<i64> {
        self.forget_answers.into_iter().chain(self.forget_monitoring).min()
    }

    /// The last day on which it is open: it ends with the last millisecond before it closes.
    pub fn last_day(&self) -> Date {
        day_of(self.closes - 1)
    }

    /// A new one, between two times, that keeps its answers until it is told how long.
    pub fn new(now: i64, version: i64, opens: i64, closes: i64) -> Self {
        let id = ordered_id(now);
        Self { id, version, opens, closes, closed: false, forget_answers: None, forget_monitoring: None }
    }
}

/// A wave with the key of its survey.
#[derive(FromRow)]
struct OfSurvey {
    survey: String,
    #[sqlx(flatten)]
    wave: Wave,
}

/// A wave with what is around it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Told {
    #[sqlx(flatten)]
    pub house: House,
    /// The key of the survey.
    pub survey: String,
    #[sqlx(flatten)]
    pub wave: Wave,
    /// JSON.
    pub declaration: String,
}

/// The newest wave of a survey that has begun.
pub(super) async fn current_wave(tx: &mut Tx, service: &str, survey: &str, now: i64) -> Result<Option<Told>, Error> {
    Ok(maybe!(tx, CURRENT_WAVE, service, survey, now)?)
}

pub(super) async fn definition(
    tx: &mut Tx,
    service: &str,
    survey: &str,
    version: i64,
) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = maybe!(tx, DEFINITION, service, survey, version)?;
    Ok(row.map(|(definition,)| definition))
}

pub(super) async fn newest(tx: &mut Tx, service: &str, survey: &str) -> Result<Option<(i64, String)>, Error> {
    Ok(maybe!(tx, NEWEST, service, survey)?)
}

/// The keys of all surveys that a service has published.
pub(super) async fn published(tx: &mut Tx, service: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, PUBLISHED, service)?;
    Ok(rows.into_iter().map(|(survey,)| survey).collect())
}

pub(super) async fn add_version(
    tx: &mut Tx,
    service: &str,
    survey: &str,
    definition: &str,
    now: i64,
) -> Result<i64, Error> {
    execute!(tx, ADD_SURVEY, service, survey)?;
    let (version,): (i64,) = one!(tx, NEXT_VERSION, service, survey)?;
    execute!(tx, ADD_VERSION, service, survey, version, definition, now)?;
    Ok(version)
}

pub(super) async fn waves(tx: &mut Tx, service: &str, closed_after: i64) -> Result<Vec<(String, Wave)>, Error> {
    let rows: Vec<OfSurvey> = all!(tx, WAVES, service, closed_after)?;
    Ok(rows.into_iter().map(|row| (row.survey, row.wave)).collect())
}

pub(super) async fn open_surveys(tx: &mut Tx, service: &str, now: i64) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, OPEN_SURVEYS, service, now, false)?;
    Ok(rows.into_iter().map(|(survey,)| survey).collect())
}

/// A wave of a service.
pub(super) async fn wave(tx: &mut Tx, service: &str, wave: &str) -> Result<Option<Told>, Error> {
    Ok(maybe!(tx, WAVE, service, wave)?)
}

/// The waves that have begun and were open after a time.
pub(super) async fn begun(tx: &mut Tx, service: &str, now: i64, open_after: i64) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = all!(tx, BEGUN, service, now, open_after)?;
    Ok(rows.into_iter().map(|(wave,)| wave).collect())
}
