//! Where figures come from, and what answers count towards.

use futures_util::future::join_all;
use heard_core::answer::Typed;

use crate::{stories, world::World};

const SURVEY: &str = "music_and_your_family";

/// So many families feel welcome; then there are `all` together.
async fn say(world: &World, how_many: usize, all: usize) {
    let app = world.app();
    let typed: Typed = [("who", "never"), ("feel_welcome", "agree"), ("people_like_us", "agree")]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    join_all((0..how_many).map(|_| heard::demo::say(&app, SURVEY, &typed))).await.into_iter().for_each(Result::unwrap);
    world.until(async || world.rows("contribution where indicator = 'index'").await == all).await;
    heard::scoring::catch_up(&app).await.unwrap();
}

stories! {
    async fn a_figure_says_where_it_comes_from(world: World) {
        let world = world.riverside().await;
        let reader = world.visitor();
        let before = reader.get("/riverside/plan/welcome").await.is(200);
        let before = before.says("Not shown").says("It rests on 2 questions").says("Families like ours are welcome at Riverside Music Service")
            .says("How one person counts").says("Nobody said this").says("points out of 100").hides("It was computed");
        say(&world, 9, 9).await;
        // Few and none look the same.
        assert_eq!(reader.get("/riverside/plan/welcome").await.html, before.html);
        say(&world, 31, 40).await;
        let digest = world.column("select settings_digest from binding_setup order by 1").await;
        let page = reader.get("/riverside/plan/welcome").await.is(200);
        page.says("75 of 100").says("It was computed on 22 November 2026").hides("feel_welcome").hides("igest").hides(&digest[0]);
        reader.get("/riverside/plan/early_leavers").await.is(200).says("Counted by us").says("enrolment records").hides("made up: ");
        for nowhere in ["/riverside/plan/nothing", "/nowhere/plan/welcome", "/riverside/plan/answers/nothing"] {
            reader.get(nowhere).await.is(404);
        }
        let ana = world.signed_in("ana@riverside.example").await;
        let page = ana.get("/staff/riverside/plan/welcome").await.is(200);
        let page = page.says("Music and your family, version 1").says("heard:scoring@1.0.0").says("0.5 (by default)");
        let made = world.column("select u.settings_digest from binding_setup u join binding b on b.shown_setup = u.id where b.key = 'welcome'").await;
        page.says(&made[0]).says(&world.column("select digest from artefact").await[0]);
        ana.get("/staff/riverside/plan").await.is(200).says("/staff/riverside/plan/welcome");
    }

    async fn families_see_what_their_answers_count_towards(world: World) {
        let world = world.riverside().await;
        let reader = world.visitor();
        let page = reader.get("/riverside/s/music_and_your_family").await.is(200);
        page.says("/riverside/plan/answers/music_and_your_family").says("See what your answers count towards");
        let page = reader.get("/riverside/plan/answers/music_and_your_family").await.is(200);
        let (used, unused) = (page.html.find("The music on offer here is for people").unwrap(), page.html.find("What would help most?").unwrap());
        assert!(page.html[used..].contains("How welcome families feel"));
        // One question of a section that nothing uses is said so, and monitoring is kept apart.
        assert!(page.html[..unused].rfind("No figure of our plan rests on these").unwrap() > page.html[..unused].rfind("<h2>").unwrap());
        page.says("We keep these answers apart").hides("religion").hides("feel_welcome");
        let polish = [("accept-language", "pl")];
        let page = reader.ask(reqwest::Method::GET, "/riverside/plan/answers/music_and_your_family", Vec::new(), &polish).await.is(200);
        page.says(r#"<html lang="pl""#).says("Do czego liczą się Twoje odpowiedzi").says(r#"<span lang="en" dir="ltr">How welcome families feel"#);
    }
}
