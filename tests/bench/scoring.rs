//! How long scoring takes, from stored responses to stored measures.

use std::time::{Duration, Instant};

use heard::{demo, scoring};
use tokio::time::sleep;

use crate::{demonstration::Demonstration, figures::median};

const ROUNDS: usize = 5;
/// How often it is looked whether all is scored.
const LOOK: Duration = Duration::from_millis(100);

/// Throws all scores away.
const ANEW: [&str; 3] = ["delete from measure", "delete from contribution", "update binding set cursor = 0"];

/// The made-up responses again and again, each with a key of its own, until there are a million; one binding at work.
const MILLION: [&str; 5] = [
    "insert into response (id, service, survey, version, wave, number, day, channel, audience, age_band, language, \
        area, decile, place_edition, answers) \
        with made (count) as (select max(number) from response), \
            time (n) as (select 1 union all select n + 1 from time, made where n * count < 1000000) \
        select lower(hex(randomblob(16))), service, survey, version, wave, number + n * count, day, channel, audience, \
            age_band, language, area, decile, place_edition, answers \
        from time, made, response where number + n * count <= 1000000",
    "update survey set last_number = 1000000 where last_number > 0",
    "delete from measure",
    "delete from contribution",
    "update binding set cursor = 0, state = case key when 'welcome' then 'active' else 'off' end",
];

/// Has all scores of the demonstration made again.
#[expect(clippy::disallowed_methods, clippy::cast_precision_loss, reason = "measures time; counts stay small")]
pub async fn of_the_demonstration() {
    let demonstration = Demonstration::start().await;
    let count = "select (select count(*) from response), (select count(*) from binding)";
    let (responses, bindings): (i64, i64) = demonstration.row(count).await;
    let mut figures = Vec::new();
    for _ in 0..ROUNDS {
        demonstration.change(&ANEW).await;
        let began = Instant::now();
        scoring::catch_up(&demonstration.server.app).await.expect("scored");
        figures.push(began.elapsed().as_secs_f64());
        // The server's own worker may have been faster with some of it, which would spoil the figure.
        assert!(demonstration.waits().await.is_none(), "not all is scored");
    }
    let seconds = median(figures);
    println!("\nScoring {responses} responses with {bindings} bindings, median of {ROUNDS}");
    println!("    {:<28} {:>8.1}", "milliseconds", seconds * 1e3);
    let each = seconds * 1e6 / (responses * bindings) as f64;
    println!("    {:<28} {each:>8.1}", "microseconds for each");
    demonstration.server.stop().await;
}

/// Has a million stored responses scored anew by the server's own worker, and then one more.
#[expect(clippy::disallowed_methods, reason = "measures time")]
pub async fn of_a_million() {
    let demonstration = Demonstration::start().await;
    let app = &demonstration.server.app.clone();
    println!("\nA million stored responses, scored anew with one binding: read, scored, stored, measured");
    demonstration.change(&MILLION).await;
    let (began, mut told) = (Instant::now(), 0);
    while let Some(cursor) = demonstration.waits().await {
        if began.elapsed().as_secs() / 20 > told {
            told = began.elapsed().as_secs() / 20;
            println!("    {:>8.0} seconds {cursor:>10} scored", began.elapsed().as_secs_f64());
        }
        sleep(LOOK).await;
    }
    println!("    {:>8.0} seconds for all", began.elapsed().as_secs_f64());
    let typed = [("who".to_owned(), "never".to_owned())].into_iter().collect();
    demo::say(app, demo::SURVEY, &typed).await.expect("one more is stored");
    let began = Instant::now();
    while demonstration.waits().await.is_some() {
        sleep(LOOK).await;
    }
    println!("    {:>8.1} seconds until one more counts, rests included", began.elapsed().as_secs_f64());
    demonstration.server.stop().await;
}
