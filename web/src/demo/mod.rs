//! The demonstration: a made-up service with its plan, an open survey with hundreds of made-up responses, put in
//! through the same doors that real ones come through, and one for young people that nobody has answered yet.

mod answers;
mod concert;
mod council;
mod planning;

use futures_util::future::try_join_all;
use heard_core::{
    answer::{Answers, Typed},
    area::{Place, Postcode},
    plan::Plan,
    results::pace,
    route::Route,
    survey::{Fault, Survey},
    text::Lang,
    typed_in,
    wave::Declaration,
};
use jiff::ToSpan as _;

use crate::{
    answering,
    app::App,
    areas,
    clock::{DAY, day_of},
    db::Tx,
    error::Error,
    invitations, paper, plugins, services,
    staff::{self, Newcomer, Role},
    surveys::{self, Wave},
    tallies, voices, waves,
};

pub use crate::staff::sign_in_link;
pub use council::chair_address;

/// Key of the made-up service.
pub const SERVICE: &str = "riverside";
/// Key of its survey.
pub const SURVEY: &str = "music_and_your_family";
/// Key of its survey for young people, in words for their age.
pub const YOUNG_SURVEY: &str = "music_and_you";
/// Who works there, with what role.
pub const STAFF: [(&str, &str, Role); 3] = [
    ("olive@riverside.example", "Olive Owner", Role::Owner),
    ("ed@riverside.example", "Ed Editor", Role::Editor),
    ("ana@riverside.example", "Ana Analyst", Role::Analyst),
];

/// Who looks after the whole, and sees nothing of the service.
pub const OPERATOR: &str = "otto@host.example";

/// The seed that the responses are made from, so that everybody's demonstration is the same.
const SEED: u64 = 2026;
/// How many responses are made.
const RESPONSES: usize = 480;
/// How many sheets of paper are typed in, and wait.
const SHEETS: usize = 6;
/// How many are on the list of those to be invited.
const INVITED: usize = 24;
/// The sheet whose second typing differs, in which question, and what its typist read there.
const SLIP: (i64, &str, &str) = (6, "feel_welcome", "6");
/// What the service says of itself.
const WORDS: services::Words<'_> = services::Words {
    welcome: "This is a made-up music service, to show how Heard works. Look around, and answer what you like.",
    contact: "hello@riverside.example",
    privacy: "Riverside Music Service is made up, and so is all that it says. A real service says here who is the data \
        controller, and whom people can complain to.",
};
/// How many days ago the survey opened, and in how many it closes.
const OPEN: (i64, i64) = (28, 28);

/// Puts the demonstration into an empty database; does nothing where it is there already.
pub async fn seed(app: &App) -> Result<(), Error> {
    if services::exists(&mut app.db.read().await?, SERVICE).await? {
        return Ok(());
    }
    let opens = app.clock.now() - OPEN.0 * DAY;
    found(app, opens).await?;
    work_on_settings(app, opens).await?;
    planning::answer_back(app, opens + 7 * DAY).await?;
    bring_population(app).await?;
    send_responses(app).await?;
    concert::hold(app, SEED + 2).await?;
    tally(app).await?;
    type_sheets(app).await?;
    council::found(app).await
}

/// The demonstration without its responses: the service, its surveys since `opens`, its plan, bindings and staff.
pub async fn found(app: &App, opens: i64) -> Result<(), Error> {
    let now = app.clock.now();
    let survey = read("survey.json", Survey::from_json(include_str!("survey.json")))?;
    let young = read("young_people.json", Survey::from_json(include_str!("young_people.json")))?;
    let plan = read("plan.json", Plan::from_json(include_str!("plan.json")))?;
    let mut tx = app.db.write().await?;
    areas::import(&mut tx, &include_bytes!("postcodes.csv")[..], "made up, in the layout of August 2026").await?;
    areas::import_names(&mut tx, &include_bytes!("districts.csv")[..]).await?;
    services::add(&mut tx, SERVICE, "Riverside Music Service", now).await?;
    services::introduce(&mut tx, SERVICE, &WORDS).await?;
    for (email, name, role) in STAFF {
        Newcomer { email, name, service: SERVICE, role }.join(&mut tx).await?;
    }
    planning::adopt(&mut tx, &plan, (opens, now)).await?;
    staff::make_operator(&mut tx, OPERATOR, now).await?;
    tx.commit().await?;
    ask(app, &survey, opens, now + OPEN.1 * DAY).await?;
    // Opened a day before, so that the survey of families comes first on the front page.
    ask(app, &young, opens - DAY, now + OPEN.1 * DAY).await?;
    let mut tx = app.db.write().await?;
    bind_plugins(app, &mut tx, now).await?;
    tx.commit().await
}

/// Publishes a survey for the made-up service, with a wave between two times.
pub async fn ask(app: &App, survey: &Survey, opens: i64, closes: i64) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let version = surveys::publish(&mut tx, SERVICE, survey, now).await?;
    let wave = Wave::new(now, version, opens, closes);
    waves::open(&mut tx, SERVICE, survey, wave, &declaration(survey)?).await?;
    tx.commit().await
}

/// What the made-up service declares of a wave: in English, where it has no words in a language of the survey.
pub fn declaration(survey: &Survey) -> Result<Declaration, Error> {
    let mut declaration = Declaration::from_json(include_str!("declaration.json"))
        .map_err(|said| Error::fault("declaration.json", said))?;
    let english = declaration.purpose.get(&Lang::english()).to_owned();
    for lang in &survey.languages {
        if declaration.purpose.own(lang).is_empty() {
            declaration.purpose.set(lang, &english);
        }
    }
    Ok(declaration)
}

/// Puts made-up addresses on the list of the survey's wave, which nobody has written to yet, and gives the link of one.
pub async fn invite(app: &App) -> Result<String, Error> {
    let published = surveys::published(app, SERVICE, SURVEY).await?;
    let addresses: Vec<_> = (1..=INVITED).map(|n| format!("parent{n}@example.org")).collect();
    invitations::invite(app, &published, &addresses).await
}

/// Answers a survey of the made-up service as of today, leaving out what was not typed.
pub async fn say(app: &App, survey: &str, typed: &Typed) -> Result<(), Error> {
    say_to(app, SERVICE, survey, typed).await
}

/// The same for a survey of any service.
pub async fn say_to(app: &App, service: &str, survey: &str, typed: &Typed) -> Result<(), Error> {
    let published = surveys::published(app, service, survey).await?;
    let places = look_up(app, &published.survey, typed).await?;
    let answers = answer(&published.survey, typed, &places);
    answering::record(app, &published, &answers, &Lang::english(), app.clock.today()).await
}

fn read<T>(file: &str, read: Result<T, Vec<Fault>>) -> Result<T, Error> {
    read.map_err(|faults| {
        let first = faults.first().map_or(String::new(), |fault| format!("{}: {}", fault.at, fault.message));
        Error::fault(file, first)
    })
}

/// The bindings that the plan's indicators name: one index each.
const BINDINGS: [(&str, &str, &str); 3] = [
    ("welcome", "Welcome and belonging", r#"{"items":["feel_welcome","people_like_us"]}"#),
    ("information", "Information", r#"{"items":["know_what_is_on","know_about_help"]}"#),
    ("value", "Value for money", r#"{"items":["worth_the_money"]}"#),
];

async fn bind_plugins(app: &App, tx: &mut Tx, now: i64) -> Result<(), Error> {
    let component = heard_bundled::SCALE_INDEX.component;
    let checked = plugins::check(&app.host, component.to_vec()).await?;
    let artefact = app.loaded.remember(checked.map_err(Error::Fault)?);
    plugins::keep(tx, &artefact, component, now).await?;
    let digest = artefact.digest().to_string();
    for (key, title, settings) in BINDINGS {
        let binding = plugins::NewBinding { survey: SURVEY, key, title, artefact: &digest, settings };
        plugins::bind(tx, SERVICE, &binding, now).await?;
    }
    Ok(())
}

/// What one index was made of before, and what an editor would make of it next.
const EARLIER: &str = r#"{"items":["feel_welcome"]}"#;
const NEXT: &str =
    r#"{"answered_at_least":0.5,"items":["feel_welcome","people_like_us","know_what_is_on"],"reversed":[]}"#;

/// Gives one binding an earlier set-up to go back to, and a draft to compare.
async fn work_on_settings(app: &App, then: i64) -> Result<(), Error> {
    let (key, ..) = BINDINGS[0];
    let (email, name, role) = STAFF[1];
    let mut tx = app.db.write().await?;
    let editor = Newcomer { email, name, service: SERVICE, role }.join(&mut tx).await?.staff;
    plugins::add_earlier(&mut tx, SERVICE, key, EARLIER, &editor, then).await?;
    plugins::begin_draft(&mut tx, SERVICE, key, NEXT, &editor, app.clock.now()).await?;
    tx.commit().await
}

/// Figures that say that they are made up, to hold the answers against.
async fn bring_population(app: &App) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    let source = "made up for this demonstration, and nobody’s real figures";
    voices::bring(&mut tx, SERVICE, include_str!("population.csv"), source, 2026, app.clock.now()).await?;
    tx.commit().await
}

async fn send_responses(app: &App) -> Result<(), Error> {
    let published = surveys::published(app, SERVICE, SURVEY).await?;
    let (survey, opens) = (&*published.survey, published.wave.opens);
    let mut finished = Vec::with_capacity(RESPONSES);
    for made in answers::responses(survey, SEED, RESPONSES) {
        let places = look_up(app, survey, &made.typed).await?;
        let answers = answer(survey, &made.typed, &places);
        finished.push((answers, day_of(opens).saturating_add(i64::from(made.day).days())));
    }
    let lang = Lang::english();
    try_join_all(finished.iter().map(|(answers, day)| answering::record(app, &published, answers, &lang, *day)))
        .await?;
    Ok(())
}

/// How many minutes people took, in turn.
const MINUTES: [i64; 10] = [3, 4, 5, 5, 6, 7, 8, 10, 14, 25];
/// Where others stopped, and how many.
const STOPS: [(&str, i64); 6] =
    [("family", 26), ("music", 4), ("welcome", 12), ("barriers", 18), ("about_children", 31), ("about_you", 14)];

/// Tallies of how long the made-up people took, and of others who stopped on the way.
async fn tally(app: &App) -> Result<(), Error> {
    let wave = surveys::published(app, SERVICE, SURVEY).await?.wave.id.clone();
    let mut tx = app.db.write().await?;
    for minutes in MINUTES.into_iter().cycle().take(RESPONSES) {
        tallies::took(&mut tx, SERVICE, &wave, pace::band(minutes)).await?;
    }
    let stop = |(section, people): (&str, i64)| ((SERVICE.to_owned(), wave.clone(), section.to_owned()), people);
    tallies::stopped(&mut tx, &STOPS.into_iter().map(stop).collect()).await?;
    tx.commit().await?;
    tallies::settle(&app.db).await
}

/// Has some sheets of paper typed in once, and the last of them twice, with a slip: somebody has to settle it.
async fn type_sheets(app: &App) -> Result<(), Error> {
    let published = surveys::published(app, SERVICE, SURVEY).await?;
    let survey = &*published.survey;
    for (number, made) in (1..).zip(answers::responses(survey, SEED + 1, SHEETS)) {
        let answers = answer(survey, &made.typed, &look_up(app, survey, &made.typed).await?);
        let read = typed_in::Sheet { language: Lang::english(), answers, apart: false };
        let mut tx = app.db.write().await?;
        paper::keep_first(&mut tx, paper::Sheet::of(&published, number), &read, None).await?;
        if number == SLIP.0 {
            let question =
                survey.question(SLIP.1).ok_or_else(|| Error::fault("survey.json", "no question to slip in"))?;
            let slip =
                typed_in::read_code(question, SLIP.2, &|_| None).map_err(|_| Error::fault("survey.json", "no slip"))?;
            let mut second = read.clone();
            second.answers.set(question.key.clone(), slip);
            // It differs, so it waits.
            let _state = paper::keep_second(app, &mut tx, &published, number, &second, None).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn look_up(app: &App, survey: &Survey, typed: &Typed) -> Result<Vec<(Postcode, Place)>, Error> {
    let questions: Vec<_> = survey.questions().map(|(_, question)| question).collect();
    answering::look_up_postcodes(app, &questions, typed).await
}

/// Answers the survey as a person would: section by section, only what is shown.
fn answer(survey: &Survey, typed: &Typed, places: &[(Postcode, Place)]) -> Answers {
    let lang = Lang::english();
    let find = |postcode: &Postcode| places.iter().find(|(p, _)| p == postcode).map(|(_, place)| place.clone());
    let mut answers = Answers::default();
    for section in &survey.sections {
        let route = Route::new(survey, &answers, &lang);
        if route.sections().any(|shown| shown.key == section.key) {
            let (page, _problems) = Answers::read(route.questions(section), typed, &find);
            answers.merge(page);
        }
    }
    answers
}
