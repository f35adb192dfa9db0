//! From answers to the plan, through the plugin and disclosure control.

use futures_util::future::join_all;
use heard_core::answer::Typed;

use crate::{stories, world::World};

const SURVEY: &str = "music_and_your_family";

/// Stores responses that say how welcome they feel.
async fn say(world: &World, welcome: &[&str]) {
    let app = world.app();
    let forms = welcome.iter().map(|point| {
        let fields = [("who", "never"), ("feel_welcome", *point), ("people_like_us", *point)];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Typed>()
    });
    let forms: Vec<_> = forms.collect();
    let said = join_all(forms.iter().map(|typed| heard::demo::say(&app, SURVEY, typed))).await;
    said.into_iter().for_each(Result::unwrap);
}

async fn scored(world: &World, contributions: usize) {
    world.until(async || world.rows("contribution where indicator = 'index'").await == contributions).await;
    heard::scoring::catch_up(&world.app()).await.unwrap();
}

stories! {
    async fn answers_move_the_plan(world: World) {
        let world = world.riverside().await;
        let reader = world.visitor();
        reader.get("/riverside/plan").await.is(200).says("Not shown").says("nobody can be recognised").says("Planned, not begun");
        say(&world, &["agree"; 40]).await;
        scored(&world, 40).await;
        reader.get("/riverside/plan").await.is(200).says("75 of 100").says("40 families");
        let provenance = world.column("select sources from contribution").await;
        assert!(provenance[0].contains("feel_welcome") && provenance[0].contains("people_like_us"), "{provenance:?}");
    }

    async fn few_answers_show_nothing(world: World) {
        let world = world.riverside().await;
        let before = world.visitor().get("/riverside/plan").await.html;
        say(&world, &["agree"; 9]).await;
        scored(&world, 9).await;
        // Few and none look the same.
        assert_eq!(world.visitor().get("/riverside/plan").await.html, before);
    }

    async fn figures_move_in_steps_of_five(world: World) {
        let world = world.riverside().await;
        say(&world, &["agree"; 40]).await;
        scored(&world, 40).await;
        let before = world.visitor().get("/riverside/plan").await.html;
        say(&world, &["strongly_disagree"; 4]).await;
        scored(&world, 44).await;
        assert_eq!(world.visitor().get("/riverside/plan").await.html, before, "four people moved a figure");
        say(&world, &["strongly_disagree"]).await;
        scored(&world, 45).await;
        assert_ne!(world.visitor().get("/riverside/plan").await.html, before);
    }

    /// Staff see what a binding is in words, and no figure about a few.
    async fn the_state_of_scoring_is_in_words(world: World) {
        let world = world.riverside().await;
        let ana = world.signed_in("ana@riverside.example").await;
        let page = ana.get("/staff/riverside/bindings").await.is(200);
        page.says("Music and your family, version 1")
            .says("Scale index, version")
            .says("How welcome families feel, and whether they see people like themselves")
            .says("Families like ours are welcome at Riverside Music Service.")
            .says("Share of the questions that must be answered")
            .says("0.5 (by default)")
            .says("Running: up to date")
            .hides("{").hides("feel_welcome")
            .hides(&world.column("select digest from artefact").await[0]);
        say(&world, &["agree"; 9]).await;
        scored(&world, 9).await;
        let counts = ana.get("/staff/riverside/bindings").await.is(200);
        assert_eq!(counts.html.matches("fewer than 10").count(), 9);
        say(&world, &["agree"; 32]).await;
        scored(&world, 41).await;
        ana.get("/staff/riverside/bindings").await.is(200).says("about 40").hides("about 45");
    }

    async fn scores_can_be_thrown_away_and_made_again(world: World) {
        let world = world.riverside().await;
        let points = ["agree", "disagree", "neither", "strongly_agree", "not_sure"];
        say(&world, &points.map(|point| [point; 13]).concat()).await;
        scored(&world, 52).await;
        let figures = || world.column("select figure from measure order by indicator, wave");
        let before = figures().await;
        assert!(!before.is_empty());
        // By the minute, it would tell when the last of them answered.
        let days = world.column("select distinct cast(computed as text) from measure").await;
        assert_eq!(days, [heard::clock::start_of_day(world.now()).to_string()]);
        world.tamper("delete from measure").await;
        world.tamper("delete from contribution").await;
        world.tamper("update binding set cursor = 0").await;
        scored(&world, 52).await;
        assert_eq!(figures().await, before);
    }

    async fn a_withdrawn_response_no_longer_counts(world: World) {
        let world = world.riverside().await;
        say(&world, &["agree"; 40]).await;
        scored(&world, 40).await;
        world.tamper("delete from response where number = 1").await;
        world.tamper("update binding set changes = changes + 1").await;
        let bases = async || world.column("select figure from measure").await;
        scored(&world, 39).await;
        assert!(bases().await.iter().all(|figure| figure.contains(r#""base":40"#)), "one withdrawal moved a figure");
        // A single newcomer in the place of the one who left would be told by the figure.
        say(&world, &["agree"; 5]).await;
        scored(&world, 44).await;
        assert!(bases().await.iter().all(|figure| figure.contains(r#""base":40"#)), "{:?}", bases().await);
        say(&world, &["agree"]).await;
        scored(&world, 45).await;
        assert!(bases().await.iter().all(|figure| figure.contains(r#""base":45"#)), "{:?}", bases().await);
    }

    async fn a_faulty_binding_pauses_and_recovers(world: World) {
        let world = world.riverside().await;
        // Settings that name a question which is not there: nobody could have set them up through a page.
        world.tamper(r#"update binding_setup set settings = '{"items":["nothing"]}'"#).await;
        say(&world, &["agree"; 40]).await;
        world.until(async || world.rows("binding where state = 'paused'").await == 3).await;
        assert_eq!(world.rows("response").await, 40, "answers are stored whatever a plugin does");
        let ed = world.signed_in("ed@riverside.example").await;
        ed.get("/staff/riverside/bindings").await.is(200).says("Paused because of a fault").says("nothing").says("about 40")
            .says("New answers are kept and wait").says("Try again");
        world.signed_in("ana@riverside.example").await.get("/staff/riverside/bindings").await.is(200)
            .says("Ask an editor").hides("<button");
        let paused = world.column("select detail from audit where action = 'binding paused' order by 1").await;
        assert!(paused[0].starts_with("information: "), "{paused:?}");

        world.tamper(r#"update binding_setup set settings = '{"items":["feel_welcome"]}'"#).await;
        for binding in ["welcome", "information", "value"] {
            ed.post(&format!("/staff/riverside/bindings/{binding}/resume"), &[]).await.leads();
        }
        scored(&world, 120).await;
        ed.get("/staff/riverside/bindings").await.is(200).says("up to date").hides("Paused");
    }
}
