//! What a slow plugin of one service costs the others: how late pages come, and how late their own figures.

use std::{
    net::SocketAddr,
    thread,
    time::{Duration, Instant},
};

use heard::{app::App, demo};
use heard_core::answer::Typed;
use tokio::{runtime, task::JoinSet, time};

use crate::{
    demonstration::Demonstration,
    figures::{median, median_ratio},
    load::{self, Connection},
};

const TURNS: usize = 7;
/// People who look at pages, how often each, and at how many.
const READERS: usize = 16;
const EVERY: Duration = Duration::from_millis(40);
const PAGES: usize = 150;
/// How often the neighbour's figures are waited for in a turn.
const FIGURES: usize = 6;

/// The next service, whose plugin takes nearly all that it may, and has more to score than it will get through.
const NEXT_DOOR: [&str; 8] = [
    "insert into service (key, name, created) select 'hill', 'Hill', created from service",
    "insert into survey (service, key, last_number) select 'hill', key, 48000 from survey where last_number > 0",
    "insert into survey_version (service, survey, version, definition, published) \
        select 'hill', survey, version, replace(definition, '\"feel_welcome\"', '\"welcome\"'), published \
        from survey_version join survey s on s.service = 'hill' and s.key = survey",
    "insert into wave (id, service, survey, version, opens, closes, closed, declaration) \
        select 'hill-' || id, 'hill', survey, w.version, opens, closes, closed, declaration \
        from wave w join survey s on s.service = 'hill' and s.key = survey",
    "insert into response (id, service, survey, version, wave, number, day, channel, language, answers) \
        with time (n) as (select 0 union all select n + 1 from time where n < 99) \
        select lower(hex(randomblob(16))), 'hill', survey, version, 'hill-' || wave, n * 480 + number, day, channel, \
            language, '{}' from time, response where number <= 480",
    "insert into binding (id, service, survey, key, title, state, active_setup) \
        select 'slow', 'hill', key, 'slow', 'Slow', 'off', 'slow' from survey where service = 'hill'",
    "insert into artefact (digest, name, version, component, added) values ('DIGEST', 'Slow', '1', '', 0)",
    "insert into binding_setup (id, binding, artefact, settings, settings_digest, contract, created) \
        values ('slow', 'slow', 'DIGEST', '{}', '', '1.0.0', 0)",
];
const ON: [&str; 2] = [
    "delete from contribution where setup = 'slow'",
    "update binding set state = 'active', cursor = 0 where id = 'slow'",
];
const OFF: [&str; 1] = ["update binding set state = 'off' where id = 'slow'"];

/// Measures with and without the slow plugin in turns, and prints the ratios.
pub async fn of_a_slow_plugin() {
    let demonstration = Demonstration::start().await;
    let app = &demonstration.server.app.clone();
    // As if it had been brought and loaded.
    let slow = app.loaded.remember(app.host.load(heard_hostile::SLOW).expect("nobody has a reason to refuse it"));
    demonstration.change(&NEXT_DOOR.map(|statement| statement.replace("DIGEST", &slow.digest().to_string()))).await;
    let (mut without, mut with) = (Waited::default(), Waited::default());
    // The first turn warms up.
    for turn in 0..=TURNS {
        for (change, waited) in [(&OFF[..], &mut without), (&ON[..], &mut with)] {
            demonstration.change(change).await;
            let (pages, figures) = (pages(demonstration.server.address).await, figures(&demonstration, app).await);
            if turn > 0 {
                waited.pages.push(pages);
                waited.figures.push(figures);
            }
        }
    }
    demonstration.change(&OFF).await;
    println!("\nBeside a service whose plugin takes nearly all it may, median of {TURNS} turns");
    println!("    {:<36} {:>8} {:>8} {:>8}", "milliseconds", "without", "with", "times");
    for (what, without, with) in [
        ("pages, 99 in 100 come within", without.pages, with.pages),
        ("own figures, half come within", without.figures, with.figures),
    ] {
        let ratio = median_ratio(&with, &without);
        println!("    {what:<36} {:>8.1} {:>8.1} {ratio:>8.2}   asked for: at most 1.2", median(without), median(with));
    }
    demonstration.server.stop().await;
}

/// What was waited for, in milliseconds, a figure for each turn.
#[derive(Default)]
struct Waited {
    pages: Vec<f64>,
    figures: Vec<f64>,
}

/// Within how many milliseconds 99 in 100 pages come. They are asked for by the clock, whether or not those before have
/// come, from a thread of its own.
async fn pages(server: SocketAddr) -> f64 {
    let reading = move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut waited = runtime.block_on(read(server));
        waited.sort_by(f64::total_cmp);
        waited[waited.len() * 99 / 100]
    };
    let read = thread::spawn(reading);
    tokio::task::spawn_blocking(|| read.join()).await.expect("a thread waits").expect("all pages came")
}

async fn read(server: SocketAddr) -> Vec<f64> {
    let page = load::get("/riverside/s/music_and_your_family");
    let mut readers = JoinSet::new();
    for reader in 0..READERS {
        let page = page.clone();
        let mut connection = Connection::open(server).await.expect("the server listens");
        readers.spawn(async move {
            time::sleep(EVERY * u32::try_from(reader).unwrap_or(0) / 16).await;
            let mut clock = time::interval(EVERY);
            let mut waited = Vec::with_capacity(PAGES);
            for _ in 0..PAGES {
                let due = clock.tick().await;
                let answer = connection.ask(&page).await.expect("an answer");
                assert_eq!(answer.status, 200, "{}", answer.text);
                waited.push(due.elapsed().as_secs_f64() * 1e3);
            }
            waited
        });
    }
    readers.join_all().await.concat()
}

/// How many milliseconds it takes until an answer is scored, half of the times.
#[expect(clippy::disallowed_methods, reason = "measures time")]
async fn figures(demonstration: &Demonstration, app: &App) -> f64 {
    let mut waited = Vec::new();
    for _ in 0..FIGURES {
        let typed: Typed = [("who".to_owned(), "never".to_owned())].into_iter().collect();
        demo::say(app, demo::SURVEY, &typed).await.expect("it is stored");
        let began = Instant::now();
        let waiting = "select count(*) from binding b join survey s on s.service = b.service and s.key = b.survey \
            where b.service = 'riverside' and b.cursor < s.last_number";
        while demonstration.row::<(i64,)>(waiting).await.0 > 0 {
            time::sleep(Duration::from_millis(2)).await;
        }
        waited.push(began.elapsed().as_secs_f64() * 1e3);
    }
    median(waited)
}
