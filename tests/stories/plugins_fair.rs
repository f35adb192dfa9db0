//! A faulty plugin of one service costs another nothing.

use std::{fs, process::Command};

use futures_util::future::join_all;
use heard_core::answer::Typed;
use heard_hostile::ENDLESS_LOOP;
use tempfile::TempDir;

use crate::{commands::program, stories, world::World};

const SURVEY: &str = "music_and_your_family";

/// Hill, whose plugins never come to an end, was there first.
fn hill(world: &World, bindings: &[&str]) {
    let folder = TempDir::new().unwrap();
    let demo = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src/demo");
    let survey = fs::read_to_string(demo.join("survey.json")).unwrap();
    // The hostile guests read the question `welcome`.
    fs::write(folder.path().join("survey.json"), survey.replace("feel_welcome", "welcome")).unwrap();
    fs::copy(demo.join("declaration.json"), folder.path().join("declaration.json")).unwrap();
    fs::write(folder.path().join("settings.json"), "{}").unwrap();
    fs::write(folder.path().join("loop.wasm"), ENDLESS_LOOP).unwrap();
    let run = |arguments: &str| {
        let mut heard = Command::new(program());
        heard.args(arguments.split(' ')).env("HEARD_DATABASE", world.database()).current_dir(folder.path());
        let output = heard.output().expect("the program is there: cargo build");
        assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stdout));
    };
    run("service add hill --name Hill");
    run("survey publish survey.json --service hill --declaration declaration.json");
    for key in bindings {
        run(&format!(
            "plugin bind {key} --title Loop --service hill --survey {SURVEY} --plugin loop.wasm --settings settings.json"
        ));
    }
    world.catch_up();
}

async fn say(world: &World, service: &str, question: &str, count: usize) {
    let app = world.app();
    let fields = [("who", "never"), (question, "agree"), ("people_like_us", "agree")];
    let typed: Typed = fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let said = join_all((0..count).map(|_| heard::demo::say_to(&app, service, SURVEY, &typed))).await;
    said.into_iter().for_each(Result::unwrap);
}

async fn paused(world: &World) -> usize {
    world.rows("binding where state = 'paused'").await
}

stories! {
    async fn one_services_endless_loop_leaves_the_others_figures_alone(world: World) {
        hill(&world, &["one", "two", "three", "four"]);
        let world = world.riverside().await;
        say(&world, "hill", "welcome", 100).await;
        say(&world, "riverside", "feel_welcome", 40).await;
        let reader = world.visitor();
        world.until(async || reader.get("/riverside/plan").await.html.contains("75 of 100")).await;
        assert!(paused(&world).await < 4, "Riverside's figures waited for all of Hill's loops");

        // Each loop is stopped, by its fuel or on a busy machine by the clock, pauses itself with its reason, and no answer is lost.
        world.until(async || paused(&world).await == 4).await;
        let reasons = world.column("select distinct fault from binding where service = 'hill'").await;
        assert!(reasons.iter().all(|reason| reason.contains("While scoring, the plugin was stopped")), "{reasons:?}");
        assert_eq!(world.column("select cast(count(*) as text) from response where service = 'hill'").await, ["100"]);
        assert_eq!(world.rows("binding where service = 'riverside' and state = 'active'").await, 3);

        // What comes later is scored as before.
        say(&world, "riverside", "feel_welcome", 10).await;
        world.until(async || reader.get("/riverside/plan").await.html.contains("50 families")).await;
    }
}
