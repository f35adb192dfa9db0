//! A survey of the made-up service that has closed, and whose results everybody may see: how its concerts were.

use futures_util::future::try_join_all;
use heard_core::{answer::Typed, survey::Survey, text::Lang};
use jiff::ToSpan as _;

use super::{SERVICE, answer, answers::Chance, ask, read};
use crate::{
    answering,
    app::App,
    clock::{DAY, day_of},
    error::Error,
    progress, results, surveys,
};

/// How many days ago its waves opened, how many ago they closed, and how many people answered.
const WAVES: [(i64, i64, usize); 2] = [(54, 40, 160), (24, 10, 230)];

const FOREWORD: &str = "Thank you to everybody who answered. Getting there was what made it hardest for families who are new to us. \
    So the spring concert will be in Market Square, beside the bus station, on a Saturday afternoon.\n\n\
    (This concert, and all who answered, are made up.)";

/// A question, an answer to it, and of a hundred guests how many gave it.
type Said = &'static [(&'static str, &'static str, u16)];

/// Of each kind of guest, how often they come, and of a hundred of them how many gave each answer. What is not here,
/// nobody said.
const GUESTS: [(&str, u16, Said); 3] = [
    (
        "parent_taking_part",
        45,
        &[
            ("liked", "very_much", 62),
            ("liked", "quite_a_lot", 28),
            ("liked", "a_little", 8),
            ("liked", "not_at_all", 2),
            ("how_heard", "email", 64),
            ("how_heard", "school", 41),
            ("how_heard", "friends", 20),
            ("in_the_way", "time", 30),
            ("in_the_way", "getting_there", 14),
            ("in_the_way", "nothing", 52),
            ("come_again", "yes", 84),
            ("come_again", "maybe", 13),
            ("come_again", "no", 3),
        ],
    ),
    (
        "somebody_else",
        30,
        &[
            ("liked", "very_much", 38),
            ("liked", "quite_a_lot", 40),
            ("liked", "a_little", 17),
            ("liked", "not_at_all", 5),
            ("how_heard", "friends", 52),
            ("how_heard", "poster", 34),
            ("how_heard", "social_media", 24),
            ("in_the_way", "getting_there", 46),
            ("in_the_way", "information", 33),
            ("in_the_way", "cost", 21),
            ("in_the_way", "nothing", 18),
            ("come_again", "yes", 51),
            ("come_again", "maybe", 40),
            ("come_again", "no", 9),
        ],
    ),
    (
        "young",
        25,
        &[
            ("liked", "very_much", 55),
            ("liked", "quite_a_lot", 25),
            ("liked", "a_little", 14),
            ("liked", "not_at_all", 6),
            ("how_heard", "school", 70),
            ("how_heard", "friends", 35),
            ("in_the_way", "getting_there", 28),
            ("in_the_way", "nothing", 60),
            ("come_again", "yes", 70),
            ("come_again", "maybe", 22),
            ("come_again", "no", 8),
        ],
    ),
];

/// Asks it twice, has people answer, closes it and lets everybody see the second.
pub(super) async fn hold(app: &App, seed: u64) -> Result<(), Error> {
    let template = include_str!("../builder/templates/after_event.json");
    let mut survey = read("after_event.json", Survey::from_json(template))?;
    survey.title.set(&Lang::english(), "Our concerts: how was it?");
    let mut chance = Chance::new(seed);
    for wave in WAVES {
        sit_through(app, &survey, wave, &mut chance).await?;
    }
    let published = surveys::published(app, SERVICE, &survey.key).await?;
    results::make_public(app, SERVICE, &published.wave.id, FOREWORD).await
}

async fn sit_through(app: &App, survey: &Survey, wave: (i64, i64, usize), chance: &mut Chance) -> Result<(), Error> {
    let (opened, closed, people) = wave;
    let now = app.clock.now();
    ask(app, survey, now - opened * DAY, now - closed * DAY).await?;
    let mut tx = app.db.read().await?;
    let published = surveys::waves_since(app, &mut tx, SERVICE, 0).await?.into_iter();
    let mut published = published.filter(|one| one.survey.key == survey.key && one.wave.closes == now - closed * DAY);
    let published = published.next().ok_or(Error::NotFound)?;
    drop(tx);
    let people: Vec<_> = (0..people).map(|_| answer(survey, &guest(chance), &[])).collect();
    let (lang, first) = (Lang::english(), day_of(published.wave.opens));
    let sent = people
        .iter()
        .zip((0..14_i64).cycle())
        .map(|(answers, day)| answering::record(app, &published, answers, &lang, first.saturating_add(day.days())));
    try_join_all(sent).await?;
    progress::refresh(app).await
}

/// What a made-up guest puts into the form. Of what each chooses one of, the numbers are shares of all; of what they choose
/// several, each stands alone.
fn guest(chance: &mut Chance) -> Typed {
    let (who, _, said) = chance.weighted(&GUESTS, |(_, often, _)| f64::from(*often));
    let mut typed = vec![("who".to_owned(), (*who).to_owned())];
    for question in ["liked", "come_again"] {
        let these: Vec<_> = said.iter().filter(|(asked, ..)| *asked == question).collect();
        let (_, answer, _) = chance.weighted(&these, |(_, _, often)| f64::from(*often));
        typed.push((question.to_owned(), (*answer).to_owned()));
    }
    let several = said.iter().filter(|(asked, ..)| matches!(*asked, "how_heard" | "in_the_way"));
    let said = several.filter(|(_, _, often)| chance.happens(f64::from(*often) / 100.0));
    typed.extend(said.map(|(asked, answer, _)| ((*asked).to_owned(), (*answer).to_owned())));
    // Whom nothing stood in the way named nothing else.
    if typed.iter().any(|(asked, answer)| asked == "in_the_way" && answer != "nothing") {
        typed.retain(|(_, answer)| answer != "nothing");
    }
    typed.into_iter().collect()
}
