//! Whose voices are missing: who answered a wave, held against the population that the service brings figures of. What is
//! said rests on figures that passed [`core::disclosure`](heard_core::disclosure), and on nothing else.

mod population;
mod reading;
pub(crate) mod sql;
mod view;

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    routing::get,
};
use heard_core::{
    disclosure::{Counts, SizedGroup, Voice, unlike},
    equality,
    question::{Kind, Question},
    results::{Choosing, Tally},
    text::Lang,
};
use maud::Markup;

use population::Population;
pub(crate) use population::bring;
use reading::{ALL, AREA};

use crate::{
    app::App,
    areas,
    error::Error,
    progress::{self, RULES},
    staff::Analyst,
    surveys::{self, Published},
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/waves/{wave}/voices", get(show))
        .route("/staff/{service}/population", get(population::ask).post(population::save))
        .layer(DefaultBodyLimit::max(population::MOST_BYTES))
}

/// A group that is held against the population.
struct Held {
    name: String,
    voice: Voice,
    /// Whether it is what is left: those who said no, or none of it. Whose voice is missing, it does not say.
    rest: bool,
}

/// Groups that one question parts people into, or the districts, against the population.
struct Compared {
    /// `area`, or the key of the question.
    what: String,
    title: String,
    groups: Vec<Held>,
    /// Which percentage of those who answered would have to belong to another group.
    unlike: Option<f64>,
}

/// All that can be said of a wave.
struct Voices {
    compared: Vec<Compared>,
    /// What the survey asks, and no figures are there of.
    without: Vec<String>,
}

async fn show(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    let counts = progress::counts(&mut tx, &me.service, &wave).await?;
    let population = Population::current(&mut tx, &me.service).await?;
    let names = areas::names(&mut tx).await?;
    let voices = voices(&published, &counts, population.as_ref(), &names);
    let open = !published.wave.closed && app.clock.now() < published.wave.closes;
    Ok(view::show(&me, &published, &voices, population.as_ref(), open))
}

fn voices(
    published: &Published,
    counts: &BTreeMap<String, Counts>,
    population: Option<&Population>,
    names: &BTreeMap<String, String>,
) -> Voices {
    let mut voices = Voices { compared: Vec::new(), without: Vec::new() };
    let none = Counts::default();
    let of = |what: &str| counts.get(what).unwrap_or(&none);
    let english = Lang::english();
    for (section, question) in published.survey.questions() {
        let is_area = matches!(question.kind, Kind::Postcode);
        if !is_area && (!section.monitoring || equality::groups(question).is_empty()) {
            continue;
        }
        let (what, title) =
            if is_area { (AREA, "Where they live") } else { (&*question.key, question.text.get(&english)) };
        let Some(population) = population.filter(|population| population.knows(what)) else {
            voices.without.push(title.to_owned());
            continue;
        };
        let groups =
            if is_area { areas(of(progress::AREA), population, names) } else { groups(question, of(what), population) };
        let one = is_area || !equality::is_several(question);
        let unlike = unlike(groups.iter().map(|held| &held.voice)).filter(|_| one);
        voices.compared.push(Compared { what: what.to_owned(), title: title.to_owned(), groups, unlike });
    }
    voices
}

/// The districts that the population has, in the order in which it has them.
fn areas(counts: &Counts, population: &Population, names: &BTreeMap<String, String>) -> Vec<Held> {
    let shown = RULES.parts(counts);
    let here: Vec<_> = population.lines.iter().filter(|line| line.what == AREA).collect();
    let elsewhere = shown.parts().iter().filter(|(code, _)| here.iter().all(|line| line.group != *code));
    let sized = here.iter().map(|line| (shown.part(&line.group), Some(line.people)));
    let all: Vec<SizedGroup> = sized.chain(elsewhere.map(|(_, share)| (Some(*share), None))).collect();
    let name = |code: &String| names.get(code).unwrap_or(code).clone();
    let voices = RULES.voices(shown.base(), &all, None).into_iter().flatten();
    here.iter().zip(voices).map(|(line, voice)| Held { name: name(&line.group), voice, rest: false }).collect()
}

fn groups(question: &Question, counts: &Counts, population: &Population) -> Vec<Held> {
    let (groups, several) = (equality::groups(question), equality::is_several(question));
    let choosing = if several { Choosing::Several } else { Choosing::One };
    let each = groups.iter().map(|group| counts.of(group.code)).collect();
    let shown = RULES.tally(&Tally::of_counts(choosing, counts.base, each));
    let size = |code: &str| population.of(&question.key, code);
    let sized: Vec<SizedGroup> =
        groups.iter().zip(shown.options()).map(|(group, share)| (*share, size(group.code))).collect();
    let all = several.then(|| size(ALL)).flatten();
    let voices = RULES.voices(shown.base(), &sized, all);
    let held = groups.iter().zip(voices).filter_map(|(group, voice)| {
        Some(Held { name: group.name.to_owned(), voice: voice?, rest: matches!(group.code, "no" | "none") })
    });
    held.collect()
}
