//! Reading the responses of a wave, as many at once as memory has room for.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    sync::Arc,
};

use heard_core::{
    answer::Answers,
    comparable::{Comparable, compare},
    survey::Survey,
    text::Key,
};

use super::{cuts::groups_of, sql};
use crate::{
    app::App,
    aside::aside,
    db::Tx,
    error::Error,
    surveys::{self, Published},
};

/// How many responses are read at once.
const AT_ONCE: i64 = 5_000;

/// For each earlier version, the questions whose answers to it are not counted, because something else was asked.
pub(super) type Changed = BTreeMap<i64, BTreeSet<Key>>;

/// Takes every response of a wave into `all`, in the order of their numbers.
pub(super) async fn fold<T: Send + 'static>(
    (app, tx): (&App, &mut Tx),
    wave: &sql::Recent,
    survey: Arc<Survey>,
    mut all: T,
    add: impl Fn(&mut T, &Survey, &Changed, Vec<sql::Row>) + Copy + Send + 'static,
) -> Result<T, Error> {
    let mut changed = Changed::new();
    let mut after = 0;
    loop {
        let rows = sql::responses(tx, wave, after, AT_ONCE).await?;
        let Some(last) = rows.last() else { return Ok(all) };
        after = last.number;
        let versions: BTreeSet<i64> =
            rows.iter().map(|row| row.version).filter(|version| *version != wave.version).collect();
        for version in versions {
            if let Entry::Vacant(vacant) = changed.entry(version) {
                let old = surveys::version(app, tx, &wave.service, &wave.survey, version).await?;
                vacant.insert(not_comparable(&old, &survey));
            }
        }
        let (survey, left_out) = (survey.clone(), changed.clone());
        all = aside("reading answers", move || {
            add(&mut all, &survey, &left_out, rows);
            all
        })
        .await?;
    }
}

fn not_comparable(old: &Survey, new: &Survey) -> BTreeSet<Key> {
    let changes = compare(old, new).into_iter();
    changes.filter(|change| change.comparable() > Comparable::WithCare).map(|change| change.question).collect()
}

/// Somebody who answered.
pub(crate) struct Person {
    /// Theirs among the responses.
    pub number: i64,
    /// The group that they are in, of each way to cut where they are in one.
    pub groups: BTreeMap<String, String>,
    /// What they answered outside of equality monitoring, as far as the same was asked as the survey asks now.
    pub answers: Answers,
}

/// Takes everybody who answered in a wave into `all`. Raw: for what passes disclosure.
pub(crate) async fn read_people<T: Send + 'static>(
    app: &App,
    tx: &mut Tx,
    published: &Published,
    all: T,
    add: impl Fn(&mut T, Vec<Person>) + Copy + Send + 'static,
) -> Result<T, Error> {
    let wave = sql::Recent {
        service: published.house.key.clone(),
        survey: published.survey.key.to_string(),
        id: published.wave.id.clone(),
        version: published.wave.version,
    };
    let add = move |all: &mut T, survey: &Survey, changed: &Changed, rows: Vec<sql::Row>| {
        let person = |row: sql::Row| {
            let groups = groups_of(survey, &row, &answers(row.monitoring.as_deref())).into_iter().collect();
            let mut answers = answers(Some(&row.answers));
            for question in changed.get(&row.version).into_iter().flatten() {
                answers.take(question);
            }
            Person { number: row.number, groups, answers }
        };
        add(all, rows.into_iter().map(person).collect());
    };
    fold((app, tx), &wave, published.survey.clone(), all, add).await
}

/// Answers as they are stored.
pub(super) fn answers(json: Option<&str>) -> Answers {
    json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}
