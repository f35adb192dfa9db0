//! The answers of a closed wave, a line for each person, for an owner who has to compute with them: without words of their own, days
//! or anything that stands for a person, with rare things withheld ([`core::disclosure`](heard_core::disclosure::Rules::records)).
//!
//! **One file.** Two files with other groups, or before and after answers came or went, could be laid side by side by
//! the answers in them, and would tell what each withholds. So what is taken along is chosen once; the file can be had
//! again as long as it is the same to the last sign ([`sql::Made::digest`]), and no other.

mod coding;
mod package;
mod scripts;
pub(crate) mod sql;
mod view;

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Router,
    extract::{Path, State},
    http::{
        StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
    routing::get,
};
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    disclosure::{Records, ShownRecords, WITHHELD},
};
use maud::Markup;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use self::{coding::Coder, package::Package, view::Form};
use crate::{
    app::App,
    areas,
    aside::aside,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    pepper::Purpose,
    progress::{self, AREA, AUDIENCE, By, RULES},
    staff::{self, Colleague, Owner},
    surveys::{self, Published},
    typed::PostedForm,
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new().route("/staff/{service}/waves/{wave}/records", get(ask).post(make))
}

const TAKE: &str = "take";
const FIELDS: [&str; 2] = [TAKE, "purpose"];
/// Fields of which any may be ticked.
const SEVERAL: [&str; 2] = ["questions", "ways"];

/// How many signs a purpose has.
const PURPOSE: std::ops::RangeInclusive<usize> = 10..=500;

/// What is taken along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Chosen {
    /// Keys of questions.
    questions: BTreeSet<String>,
    /// Ways to cut, as addresses have them.
    ways: BTreeSet<String>,
}

/// A wave that has closed, and the file that was made of it, if one was.
struct Closed {
    published: Published,
    /// Every way to cut it, that by audience first.
    ways: Vec<By>,
    made: Option<(sql::Made, Chosen)>,
    last: i64,
}

impl Closed {
    async fn find(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Self, Error> {
        let published = surveys::of_wave(app, tx, service, wave).await?;
        if app.clock.now() < published.wave.opens || published.is_open(app.clock.now()) {
            return Err(Error::Refused(
                "Answers can be taken away once the wave has closed: until then people can still take theirs back.",
            ));
        }
        let mut ways = progress::ways_to_cut(&published.survey, &areas::names(tx).await?);
        if ways.first().is_none_or(|way| way.key != AUDIENCE) {
            ways.insert(0, coding::everybody(&published.survey));
        }
        let made = sql::made(tx, service, wave).await?;
        let read = |made: sql::Made| {
            let chosen = serde_json::from_str(&made.chosen).map_err(|e| Error::fault("stored choice of records", e))?;
            Ok::<_, Error>((made, chosen))
        };
        let last = sql::last(tx, service, &published.survey.key, wave).await?;
        Ok(Self { published, ways, made: made.map(read).transpose()?, last })
    }

    /// What is offered first: every question, and where people live.
    fn offered(&self) -> Chosen {
        let questions = coding::offered(&self.published.survey).map(|question| question.key.to_string());
        let area = self.ways.iter().filter(|way| way.key == AREA).map(|way| way.address.clone());
        Chosen { questions: questions.collect(), ways: area.collect() }
    }

    /// What was ticked, as far as the survey has it.
    fn read(&self, typed: &Typed) -> Chosen {
        let ticked = |field: &str, key: &String| typed.all(field).contains(key);
        let questions = coding::offered(&self.published.survey).map(|question| question.key.to_string());
        let ways = self.ways.iter().skip(1).map(|way| way.address.clone());
        Chosen {
            questions: questions.filter(|key| ticked("questions", key)).collect(),
            ways: ways.filter(|address| ticked("ways", address)).collect(),
        }
    }

    /// The lines of the file, with what their columns hold.
    async fn package(&self, app: &App, tx: &mut Tx, chosen: &Chosen, up_to: i64) -> Result<Package, Error> {
        let ways = self.ways.iter().filter(|way| way.key == AUDIENCE || chosen.ways.contains(&way.address)).cloned();
        let coder = Coder {
            survey: Arc::clone(&self.published.survey),
            ways: ways.collect(),
            questions: chosen.questions.clone(),
            up_to,
            raw: Records::default(),
        };
        let mut coder = progress::read_people(app, tx, &self.published, coder, Coder::add).await?;
        let raw = std::mem::take(&mut coder.raw);
        let seed = app.pepper.derive_bits(Purpose::Records, &self.published.wave.id);
        let shown = aside("records", move || RULES.records(raw, seed)).await?;
        let mut variables = coder.variables();
        for (place, _) in coder.ways.iter().enumerate().filter(|(_, way)| way.key == AREA) {
            // All of England's districts are offered; that somebody lives in one is told where ten do.
            variables[place].values.retain(|value| shown.lines().iter().any(|line| line[place] == value.code));
        }
        let held = view::held(shown.lines().len(), &told(&coder, &shown));
        let about = view::about(&self.published, &held);
        Ok(Package { title: self.published.survey.title.get(&view::ENGLISH).to_owned(), held, about, variables, shown })
    }
}

/// Of each group that is taken along, of about how many people it is withheld.
fn told(coder: &Coder, shown: &ShownRecords) -> Vec<(String, &'static str)> {
    let of = |(place, way): (usize, &By)| {
        let withheld = shown.lines().iter().filter(|line| line[place] == WITHHELD).count();
        let words = match (100 * withheld).checked_div(shown.lines().len()).unwrap_or(0) {
            0 if withheld == 0 => "nobody",
            ..10 => "a few",
            10..45 => "less than half",
            45..55 => "about half",
            55..75 => "more than half",
            75..95 => "most",
            95.. => "all or nearly all",
        };
        (way.title.clone(), words)
    };
    coder.ways.iter().enumerate().skip(1).map(of).collect()
}

async fn ask(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let closed = Closed::find(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    let typed = view::fill(&closed.offered());
    Ok(view::page(&me, &closed, &Form { typed: &typed, troubles: &[], told: None }))
}

async fn make(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): Path<(String, String)>,
    posted: PostedForm,
) -> Result<Response, Error> {
    let typed = posted.with_several(&FIELDS, &SEVERAL)?;
    let mut tx = app.db.read().await?;
    let closed = Closed::find(&app, &mut tx, &me.service, &wave).await?;
    let (chosen, up_to) = match &closed.made {
        Some((made, chosen)) => (chosen.clone(), made.up_to),
        None => (closed.read(&typed), closed.last),
    };
    let take = !typed.first(TAKE).is_empty();
    let troubles = troubles(&typed, &chosen, take);
    let refused = |troubles: &[Trouble]| {
        let page = view::page(&me, &closed, &Form { typed: &typed, troubles, told: None });
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    if !troubles.is_empty() {
        return refused(&troubles);
    }
    let package = closed.package(&app, &mut tx, &chosen, up_to).await?;
    drop(tx);
    if package.shown.lines().is_empty() {
        return refused(&[view::TOO_FEW.trouble()]);
    }
    if !take {
        let form = Form { typed: &typed, troubles: &[], told: Some(&package.held) };
        return Ok(view::page(&me, &closed, &form).into_response());
    }
    hand_over(&app, &me, &closed, (&chosen, up_to, package), typed.first("purpose").trim()).await
}

/// The file on its way, once it is on record.
async fn hand_over(
    app: &App,
    me: &Colleague,
    closed: &Closed,
    (chosen, up_to, package): (&Chosen, i64, Package),
    purpose: &str,
) -> Result<Response, Error> {
    let digest = HEXLOWER.encode(&Sha256::digest(package.codes()));
    let chosen = serde_json::to_string(chosen).map_err(|e| Error::fault("choice of records to JSON", e))?;
    keep(app, me, closed, sql::Made { chosen, up_to, digest, since: app.clock.now() }, purpose).await?;
    let name = format!("attachment; filename=\"{}-records.zip\"", closed.published.survey.key);
    let bytes = aside("records", move || package.zip()).await??;
    Ok(([(CONTENT_TYPE, "application/zip".to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// Keeps which file it is, where it is the first, and that it was taken away and what for.
async fn keep(app: &App, me: &Colleague, closed: &Closed, made: sql::Made, purpose: &str) -> Result<(), Error> {
    let wave = &closed.published.wave.id;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service, wave).await?;
    match sql::made(&mut tx, &me.service, wave).await? {
        None => sql::make(&mut tx, &me.service, wave, &made).await?,
        Some(before) if before.chosen != made.chosen => {
            return Err(Error::Refused(
                "A colleague made the file meanwhile, with something else in it. Go back and load the page again: there is one file, for both of you.",
            ));
        }
        Some(before) if before.digest != made.digest => {
            return Err(Error::Refused(
                "Some of the answers have been deleted, or districts have changed, since the file was made. It cannot be made again: a second file that differs from the first could tell who somebody is. Ask whoever took it away.",
            ));
        }
        Some(_) => {}
    }
    let told = format!("{}: {purpose}", closed.published.survey.key);
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "answers taken away", &told).await?;
    tx.commit().await
}

/// What is wrong with the form.
fn troubles(typed: &Typed, chosen: &Chosen, take: bool) -> Vec<Trouble> {
    let signs = typed.first("purpose").trim().chars().count();
    let wrong = [
        (view::NO_QUESTION, chosen.questions.is_empty()),
        (view::NO_PURPOSE, take && signs < *PURPOSE.start()),
        (view::LONG_PURPOSE, take && signs > *PURPOSE.end()),
    ];
    wrong.into_iter().filter(|(_, wrong)| *wrong).map(|(wrong, _)| wrong.trouble()).collect()
}
