//! Counting the answers of waves, away from the pages that show it: so that looking at a page never moves a figure, and
//! whoever takes an answer back stays counted until five more came.

use std::{collections::BTreeMap, sync::Arc};

use heard_core::{
    answer::Answers,
    disclosure::{Counting, Counts, Crossing, STEP},
    equality,
    question::Question,
    results::{Counter, counters, reached},
    survey::Survey,
};

use super::{
    cuts::{crossed, groups_of},
    reading::{self, Changed, fold},
    sql,
};
use crate::{app::App, clock::DAY, db::Tx, error::Error, surveys};

/// What everybody is counted by, and those who gave a postcode. No question has such a key.
pub(crate) const DAY_OF: &str = "@day";
pub(crate) const CHANNEL: &str = "@channel";
pub(crate) const AUDIENCE: &str = "@audience";
pub(crate) const AREA: &str = "@area";

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
        let counted = count(app, &mut tx, &wave, survey, &before).await?;
        drop(tx);
        keep(app, &wave, &before, counted).await?;
    }
    Ok(())
}

/// Keeps what moved; what is counted by groups moves with what is counted of all.
async fn keep(app: &App, wave: &sql::Recent, before: &Before, mut counted: All) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    for (what, counting) in counted.each {
        let Some(moved) = counting.moved() else { continue };
        let before = before.get(&what).map_or(0, |before| before.0);
        if sql::keep(&mut tx, wave, &what, &moved, before).await?
            && let Some(crossing) = counted.crossed.remove(&what)
        {
            sql::keep_crossed(&mut tx, wave, &what, &crossing.moved()).await?;
        }
    }
    tx.commit().await
}

/// Up to which response each thing was counted, and how many people have to come before it is counted anew.
type Before = BTreeMap<String, (i64, u32)>;

async fn up_to(tx: &mut Tx, wave: &sql::Recent) -> Result<Before, Error> {
    let mut before = BTreeMap::new();
    for row in sql::counted(tx, &wave.service, &wave.id).await? {
        let counts: Counts = serde_json::from_str(&row.counts).map_err(|e| Error::fault("stored counts", e))?;
        before.insert(row.what, (row.up_to, counts.needed()));
    }
    Ok(before)
}

/// What is being counted: of everybody, and of these by the groups that they are in.
struct All {
    each: BTreeMap<String, Counting>,
    crossed: BTreeMap<String, Crossing>,
}

impl All {
    async fn begin(tx: &mut Tx, wave: &sql::Recent, survey: &Survey, before: &Before) -> Result<Self, Error> {
        let mut known = crossed(tx, &wave.service, &wave.id).await?;
        let since = |what: String| {
            let since = before.get(&what).map(|before| before.0);
            (what, Counting::since(since))
        };
        let mut crossing = |what: String| {
            let known = known.remove(&what).unwrap_or_default();
            (what, Crossing::since(known))
        };
        Ok(Self {
            each: whats(survey).into_iter().map(since).collect(),
            crossed: to_cross(survey).map(&mut crossing).collect(),
        })
    }
}

/// What everybody is counted by as whom the answers to a question reached.
pub(crate) fn reach_of(question: &str) -> String {
    format!("{question}?")
}

/// What the answers to a question are counted by: to one of its parts, where it has such.
pub(crate) fn answers_to(question: &str, part: Option<&str>) -> String {
    format!("{question}/{}", part.unwrap_or_default())
}

async fn count(app: &App, tx: &mut Tx, wave: &sql::Recent, survey: Arc<Survey>, before: &Before) -> Result<All, Error> {
    let all = All::begin(tx, wave, &survey, before).await?;
    let add_each = |all: &mut All, survey: &Survey, changed: &Changed, rows: Vec<sql::Row>| {
        let counted = Counted::of(survey);
        for row in rows {
            add(all, &counted, changed, row);
        }
    };
    fold((app, tx), wave, survey, all, add_each).await
}

/// Everything that a survey's answers are counted by.
fn whats(survey: &Survey) -> Vec<String> {
    let always = [DAY_OF, CHANNEL, AUDIENCE, AREA].map(str::to_owned).into_iter();
    let each = survey.questions().flat_map(|(section, question)| {
        if section.monitoring {
            return vec![question.key.to_string()];
        }
        vec![reach_of(&question.key)]
    });
    always.chain(each).chain(to_cross(survey)).collect()
}

/// What is counted by groups too: the answers to each question outside of equality monitoring, and to each of its parts.
fn to_cross(survey: &Survey) -> impl Iterator<Item = String> {
    let asked = survey.questions().filter(|(section, _)| !section.monitoring).map(|(_, question)| question);
    asked.flat_map(|question| {
        counters(question).into_iter().map(|counter| answers_to(&question.key, counter.part.as_deref()))
    })
}

/// A survey with what its answers are counted by.
struct Counted<'s> {
    survey: &'s Survey,
    /// The questions outside of equality monitoring.
    questions: Vec<(&'s Question, Vec<Counter<'s>>)>,
}

impl<'s> Counted<'s> {
    fn of(survey: &'s Survey) -> Self {
        let questions = survey.questions().filter(|(section, question)| !section.monitoring && question.takes_answer());
        Self { survey, questions: questions.map(|(_, question)| (question, counters(question))).collect() }
    }
}

fn add(all: &mut All, counted: &Counted<'_>, changed: &Changed, row: sql::Row) {
    let number = row.number;
    let monitoring = reading::answers(row.monitoring.as_deref());
    let groups = groups_of(counted.survey, &row, &monitoring);
    let mut said = |what: &str, codes: Vec<String>| {
        if let Some(crossing) = all.crossed.get_mut(what) {
            crossing.add(number, codes.clone(), groups.clone());
        }
        if let Some(counting) = all.each.get_mut(what) {
            counting.add(number, codes);
        }
    };
    said(DAY_OF, vec![row.day]);
    said(CHANNEL, vec![row.channel]);
    said(AUDIENCE, vec![row.audience.unwrap_or_default()]);
    if let Some(area) = row.area {
        said(AREA, vec![area]);
    }
    let answers = reading::answers(Some(&row.answers));
    let left_out = changed.get(&row.version);
    for (question, counters) in &counted.questions {
        let Some(answer) = answers.get(&question.key) else { continue };
        if left_out.is_some_and(|keys| keys.contains(&question.key)) {
            continue;
        }
        said(&reach_of(&question.key), vec![reached(answer).to_owned()]);
        for counter in counters {
            if let Some(codes) = counter.said(answer) {
                said(&answers_to(&question.key, counter.part.as_deref()), codes);
            }
        }
    }
    for (question, groups) in monitored(counted.survey, &monitoring) {
        said(&question, groups);
    }
}

/// The groups that somebody is in by each question of equality monitoring.
fn monitored(survey: &Survey, monitoring: &Answers) -> Vec<(String, Vec<String>)> {
    let given = monitoring.iter().filter(|(_, answer)| !answer.is_missing());
    let told = given.filter_map(|(question, answer)| {
        let chosen = answer.chosen(None);
        let groups = equality::groups(survey.question(question)?).into_iter();
        let of = groups.filter(|group| chosen.iter().any(|key| group.options.contains(&&**key)));
        Some((question.to_string(), of.map(|group| group.code.to_owned()).collect::<Vec<_>>()))
    });
    told.filter(|(_, groups)| !groups.is_empty()).collect()
}
