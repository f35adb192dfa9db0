//! How a wave gets on: figures that are right, that hide the few, and that move in steps; tallies of how long people took
//! and where they stopped, which nothing joins to anybody.

use futures_util::future::join_all;
use heard::{
    clock::{DAY, MINUTE},
    retention::forget_expired,
};

use crate::{stories, visitor::Visitor, world::World};

const ANA: &str = "ana@riverside.example";
const SURVEY: &str = "music_and_your_family";

/// Three pages.
const PAGES: &str = r#"{
    "key": "pages", "title": {"en": "Three pages"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["staff"], "minutes": 1,
    "sections": [
        {"key": "one", "title": {"en": "The first part"}, "questions": [{"key": "a", "text": {"en": "A?"}, "kind": "yes_no"}]},
        {"key": "two", "title": {"en": "The second part"}, "questions": [{"key": "b", "text": {"en": "B?"}, "kind": "yes_no"}]},
        {"key": "three", "title": {"en": "The third part"}, "questions": [{"key": "c", "text": {"en": "C?"}, "kind": "yes_no"}]}
    ]
}"#;

/// The id of a survey's wave.
pub async fn wave_of(world: &World, survey: &str) -> String {
    world.column(&format!("select id from wave where survey = '{survey}' order by opens limit 1")).await.remove(0)
}

/// People who answered on a day: the day, the channel, the audience, the area, and how many.
pub type Came<'a> = (&'a str, &'a str, &'a str, Option<&'a str>, u32);

/// Puts people's answers into the database, in this order.
pub async fn came(world: &World, survey: &str, all: &[Came<'_>]) {
    for (day, channel, audience, area, people) in all {
        let area = area.map_or("null".to_owned(), |area| format!("'{area}'"));
        world.tamper(&format!(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < {people}) \
             insert into response (id, service, survey, version, wave, number, day, channel, audience, language, area, answers) \
             select s.last_number || '-' || n.i, s.service, s.key, 1, w.id, s.last_number + n.i, '{day}', '{channel}', '{audience}', 'en', {area}, '{{}}' \
             from n cross join survey s join wave w on w.service = s.service and w.survey = s.key where s.key = '{survey}'"
        )).await;
        world.tamper(&format!("update survey set last_number = last_number + {people} where key = '{survey}'")).await;
    }
}

async fn page(world: &World, survey: &str) -> String {
    forget_expired(&world.app()).await.unwrap();
    let wave = wave_of(world, survey).await;
    let ana = world.signed_in(ANA).await;
    ana.get(&format!("/staff/riverside/waves/{wave}/progress")).await.is(200).html
}

/// A row of a table, as far as its count.
fn row(label: &str, count: &str) -> String {
    format!("<th scope=\"row\">{label}</th><td class=\"n\">{count}</td>")
}

#[track_caller]
fn has(html: &str, rows: &[(&str, &str)]) {
    for (label, count) in rows {
        assert!(html.contains(&row(label, count)), "{label}: {count} is not in {html}");
    }
}

/// What is tallied of a survey's waves.
async fn tally(world: &World, kind: &str) -> Vec<String> {
    world.column(&format!("select item || ' ' || cast(people as text) || '+' || cast(waiting as text) from wave_tally where kind = '{kind}' order by item")).await
}

async fn answer(world: &World, survey: &str, minutes: i64) -> Visitor {
    let person = world.visitor();
    person.begin(survey).await;
    world.pass(minutes * MINUTE);
    for part in ["one", "two", "three"] {
        person.post(&format!("{survey}/{part}"), &[]).await.leads();
    }
    person
}

stories! {
    async fn figures_are_right_and_the_few_are_hidden(world: World) {
        let world = world.riverside().await;
        came(&world, SURVEY, &[
            ("2026-11-12", "web", "non_participating_parent", Some("E07999001"), 100),
            ("2026-11-14", "web", "participating_parent", Some("E07999002"), 68),
            ("2026-11-15", "web", "participating_parent", Some("E07999003"), 9),
            ("2026-11-20", "paper", "participating_parent", None, 41),
            ("2026-11-20", "web", "", None, 8),
            ("2026-11-21", "web", "participating_parent", Some("E07999002"), 23),
        ]).await;
        let html = page(&world, SURVEY).await;
        assert!(html.contains("About 245 people have answered since 12 November 2026. It is open until 20 December 2026."), "{html}");
        has(&html, &[
            ("12 Nov", "100"), ("13 Nov to 14 Nov", "70"), ("15 Nov to 20 Nov", "60"),
            ("21 Nov to 22 Nov", "20"),
            ("Online", "205"), ("On paper, typed in", "40"),
            ("They did not say", "not shown"),
            ("Ashwater", "100"), ("Brackenhill", "90"),
        ]);
        // Four people wait; the ninth of Cotterley does not show, and nor does it that somebody is there.
        for hidden in ["Cotterley", "Dunmere", ">9<", ">8<", "249"] {
            assert!(!html.contains(hidden), "{hidden} is in {html}");
        }
        assert!(html.contains("Not enough answers to show a figure."), "of how long it takes");
    }

    async fn figures_move_when_five_more_came_and_wait_for_them_when_one_goes(world: World) {
        let world = world.riverside().await;
        let one = |day, people| [(day, "web", "participating_parent", Some("E07999001"), people)];
        came(&world, SURVEY, &one("2026-11-12", 9)).await;
        let html = page(&world, SURVEY).await;
        assert!(html.contains("Not enough people have answered to show a figure.") && !html.contains("Ashwater"));
        came(&world, SURVEY, &one("2026-11-13", 12)).await;
        let html = page(&world, SURVEY).await;
        assert!(html.contains("About 20 people have answered"));
        has(&html, &[("12 Nov to 22 Nov", "20")]);
        came(&world, SURVEY, &one("2026-11-14", 3)).await;
        assert_eq!(page(&world, SURVEY).await, html, "24 came, and four wait");
        // One takes it back: as long as five new ones have not come, nothing tells what they had said.
        world.tamper("delete from response where number = 3").await;
        assert_eq!(page(&world, SURVEY).await, html);
        came(&world, SURVEY, &one("2026-11-14", 1)).await;
        assert_eq!(page(&world, SURVEY).await, html);
        came(&world, SURVEY, &one("2026-11-14", 2)).await;
        assert!(page(&world, SURVEY).await.contains("About 25 people have answered"));
        // The answers go when people were told, and the figures that were made of them stay.
        world.tamper("delete from response where number > 0").await;
        assert!(page(&world, SURVEY).await.contains("About 25 people have answered"));
    }

    async fn looking_moves_nothing(world: World) {
        let world = world.riverside().await;
        came(&world, SURVEY, &[("2026-11-12", "web", "participating_parent", None, 40)]).await;
        let ana = world.signed_in(ANA).await;
        let wave = wave_of(&world, SURVEY).await;
        ana.get(&format!("/staff/riverside/waves/{wave}/progress")).await.is(200).says("Not enough people");
        assert_eq!(world.rows("wave_count").await, 0);
        ana.get(&format!("/staff/riverside/waves/{wave}")).await.says("How it gets on");
    }

    async fn how_long_people_take_is_tallied_once_each_and_never_with_the_person(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(PAGES).await;
        for _ in 0..21 {
            answer(&world, &survey, 5).await.send(&survey).await.leads();
        }
        assert_eq!(tally(&world, "minutes").await, ["m4 0+21"]);
        let html = page(&world, "pages").await;
        assert!(html.contains("<strong>4 to 5 minutes</strong>"), "{html}");
        assert_eq!(tally(&world, "minutes").await, ["m4 20+1"]);
        // Pressed six times at once, and once more later.
        let person = answer(&world, &survey, 30).await;
        let key = person.get(&format!("{survey}/check")).await.field("@response");
        let path = format!("{survey}/send");
        let fields = [("@response", &*key)];
        join_all((0..6).map(|_| person.post(&path, &fields))).await.into_iter().for_each(|page| drop(page.leads()));
        person.post(&path, &fields).await.leads();
        assert_eq!(tally(&world, "minutes").await, ["m21 0+1", "m4 20+1"]);
        // On a shared tablet, on one page and on paper nobody knows.
        let key = person.get(&format!("{survey}/all")).await.field("@response");
        person.post(&format!("{survey}/all"), &[("@response", &key)]).await.leads();
        assert_eq!((world.rows("response").await, tally(&world, "minutes").await.len()), (23, 2));
    }

    /// PostgreSQL stamps each row with its transaction: a response and the tally that it raised have the same stamp.
    async fn no_transaction_joins_a_tally_to_a_response(world: World) {
        let world = world.riverside().await;
        if world.database().starts_with("sqlite:") {
            return;
        }
        let survey = world.publish(PAGES).await;
        answer(&world, &survey, 5).await.send(&survey).await.leads();
        answer(&world, &survey, 30).await.send(&survey).await.leads();
        let joined = "select t.item from wave_tally t join response r on r.xmin = t.xmin";
        assert_eq!(world.column(joined).await.len(), 2, "the test can see it");
        forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.column(joined).await, Vec::<String>::new());
        assert_eq!(world.column("select distinct cast(xmin as text) from wave_tally").await.len(), 1);
    }

    async fn where_people_stop_is_counted_when_their_answers_are_deleted(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(PAGES).await;
        for place in 0..13 {
            let person = world.visitor();
            person.begin(&survey).await;
            if place > 0 {
                person.post(&format!("{survey}/one"), &[("a", "yes")]).await.leads();
            }
            if place > 11 {
                // Who asks to be forgotten counts for nothing.
                person.post(&format!("{survey}/stop"), &[]).await.is(200);
            }
        }
        answer(&world, &survey, 1).await;
        world.pass(13 * DAY);
        forget_expired(&world.app()).await.unwrap();
        assert_eq!((tally(&world, "stop").await.len(), world.rows("draft").await), (0, 13));
        world.pass(2 * DAY);
        let app = world.app();
        let (one, other) = tokio::join!(forget_expired(&app), forget_expired(&app));
        one.and(other).unwrap();
        assert_eq!((world.rows("draft").await, world.rows("draft_answer").await), (0, 0));
        let counted = "select cast(cast(sum(people) as bigint) as text) || '+' || cast(cast(sum(waiting) as bigint) as text) from wave_tally where kind = 'stop'";
        assert_eq!(world.column(counted).await, ["10+3"]);
        assert_eq!(world.column("select item from wave_tally where kind = 'stop' order by item").await, ["@check", "one", "two"]);
        // Twenty more, so that what is shown is what it has to be.
        for _ in 0..22 {
            let person = world.visitor();
            person.begin(&survey).await;
            person.post(&format!("{survey}/one"), &[("a", "yes")]).await.leads();
        }
        world.pass(14 * DAY);
        let html = page(&world, "pages").await;
        assert_eq!(world.column(counted).await, ["35+0"]);
        has(&html, &[("The first part", "not shown"), ("The second part", "35"), ("Everything answered, and not sent", "not shown")]);
    }

    async fn other_services_see_nothing(world: World) {
        let world = world.riverside().await;
        came(&world, SURVEY, &[("2026-11-12", "web", "participating_parent", None, 40)]).await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        forget_expired(&world.app()).await.unwrap();
        let wave = wave_of(&world, SURVEY).await;
        let rita = world.signed_in("rita@hillside.example").await;
        for service in ["riverside", "hillside"] {
            rita.get(&format!("/staff/{service}/waves/{wave}/progress")).await.is(404).hides("40");
        }
        world.signed_in(ANA).await.get(&format!("/staff/riverside/waves/{wave}/progress")).await.is(200).says("About 40");
    }
}
